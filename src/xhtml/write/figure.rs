//! Figures, images, formulas in TeX, and which of several alternatives is shown.

use crate::error::Result;
use crate::present::{Kid, Shown};
use crate::tree::{Element, Node, ns};
use crate::xhtml::{html, mark};

use super::Writer;
use super::element::{Context, tagged};
use super::part::{self, Part};

impl<'a> Writer<'a, '_> {
    /// A figure or a table with its caption.
    pub(super) fn figure(
        &mut self,
        shown: &Shown<'a>,
        context: Context<'a>,
        id: Option<String>,
    ) -> Result<Element> {
        let inside = context.inside(shown);
        let mut parts = self.parts(shown, inside)?;
        let mut out = tagged("figure", id);
        Self::carry(shown.element, &mut out);
        part::mark_order(&mut out, &mut parts);
        if let Some((start, end)) = caption_run(&parts) {
            let mut tail = parts.split_off(end);
            let run = parts.split_off(start);
            let caption = self.ids.own("c");
            for part in parts.iter_mut().chain(&mut tail) {
                name_images(&mut part.node, &caption);
            }
            let mut element = part::wrap("figcaption", "caption").with("id", caption);
            part::put(&mut element, run, false);
            parts.push(part::wrapped(element));
            parts.extend(tail);
        }
        part::put(&mut out, parts, inside.breaks(shown));
        Ok(out)
    }

    /// An image.
    pub(super) fn graphic(
        &mut self,
        shown: &Shown<'a>,
        context: Context<'a>,
        id: Option<String>,
    ) -> Result<Element> {
        let element = shown.element;
        let href = element.attr_ns(Some(ns::XLINK), "href");
        let src = match href {
            Some(href) => self.images.place(href)?,
            None => None,
        };
        match src {
            Some(src) => self.image(shown, context, id, src),
            None => self.placeholder(shown, context, id, href),
        }
    }

    /// An image that is there.
    fn image(
        &mut self,
        shown: &Shown<'a>,
        context: Context<'a>,
        id: Option<String>,
        src: String,
    ) -> Result<Element> {
        if !context.superseded {
            self.holds.images += 1;
        }
        let alt = only_alt_text(shown);
        if shown.kids.is_empty() || alt.is_some() {
            let mut out = tagged("img", id).with("src", src);
            match alt {
                Some(alt) => {
                    out.set("alt", alt);
                    out.set(mark::ALT, "alt-text");
                }
                None => self.without_alt(shown, context),
            }
            Self::carry(shown.element, &mut out);
            return Ok(out);
        }
        let mut out = self.container(shown, context, id)?;
        let mut image = part::wrap("img", "image").with("src", src);
        match self.alternative_id(&mut out) {
            Some(id) => image.set("aria-labelledby", id),
            None => self.without_alt(shown, context),
        }
        out.content.insert(0, Node::Element(image));
        Ok(out)
    }

    /// The address of an image that is not there, in its place.
    fn placeholder(
        &mut self,
        shown: &Shown<'a>,
        context: Context<'a>,
        id: Option<String>,
        href: Option<&str>,
    ) -> Result<Element> {
        let mut out = self.container(shown, context, id)?;
        if let Some(href) = href {
            if !context.superseded {
                self.note(
                    "epub.image-missing",
                    format!("there is no image {href:?}; its address stands in its place"),
                );
            }
            out.content.insert(0, Node::Element(gap(href)));
            out.attrs.retain(|attr| attr.name != "hidden");
        }
        Ok(out)
    }

    /// The element of an image with what else stands in it.
    fn container(
        &mut self,
        shown: &Shown<'a>,
        context: Context<'a>,
        id: Option<String>,
    ) -> Result<Element> {
        let inside = context.inside(shown);
        let parts = self.parts(shown, inside)?;
        let tag = if part::all_phrasing(&parts) {
            "span"
        } else {
            "div"
        };
        let mut out = tagged(tag, id);
        if parts.is_empty() {
            out.set("hidden", "hidden");
        }
        Self::carry(shown.element, &mut out);
        part::fill(&mut out, parts, inside.breaks(shown));
        Ok(out)
    }

    /// The id of the alternative text in an element; ours when it has none.
    fn alternative_id(&mut self, out: &mut Element) -> Option<String> {
        let alt = out.content.iter_mut().find_map(|node| match node {
            Node::Element(e) if e.attr(mark::EL) == Some("alt-text") && !e.content.is_empty() => {
                Some(e)
            }
            _ => None,
        })?;
        if let Some(id) = alt.attr("id") {
            return Some(id.to_owned());
        }
        let id = self.ids.own("a");
        alt.set("id", id.clone());
        Some(id)
    }

    /// Notes an image without an alternative text: none is made up, and it is not called decorative either.
    fn without_alt(&mut self, shown: &Shown<'_>, context: Context<'_>) {
        if context.superseded {
            return;
        }
        self.holds.images_without_alt += 1;
        let href = shown
            .element
            .attr_ns(Some(ns::XLINK), "href")
            .unwrap_or_default();
        self.note(
            "epub.alt-missing",
            format!("the image {href:?} has no alternative text; none is made up"),
        );
    }

    /// A formula in TeX: as it is written where nothing better is shown.
    pub(super) fn tex(
        &mut self,
        shown: &Shown<'a>,
        context: Context<'a>,
        id: Option<String>,
    ) -> Result<Element> {
        let parts = self.parts(shown, context.inside(shown))?;
        let is_hidden = context.superseded || parts.iter().all(Part::is_hidden);
        let tag = match part::all_phrasing(&parts) {
            true if is_hidden => "span",
            true => "code",
            false => "div",
        };
        let mut out = tagged(tag, id);
        if is_hidden {
            out.set("hidden", "hidden");
        }
        Self::carry(shown.element, &mut out);
        part::fill(&mut out, parts, false);
        Ok(out)
    }
}

impl Writer<'_, '_> {
    /// True for an alternative in whose place something better is shown.
    pub(super) fn is_superseded(&mut self, parent: &Shown<'_>, kid: &Shown<'_>) -> Result<bool> {
        if !matches!(
            parent.element.jats(),
            Some("alternatives" | "disp-formula" | "inline-formula")
        ) {
            return Ok(false);
        }
        let own = self.rank(kid)?;
        if own == 0 && !kid.element.is("graphic") || !kid.element.is("tex-math") && has_text(kid) {
            return Ok(false);
        }
        let mut is_after = false;
        for sibling in siblings(parent) {
            let rank = self.rank(sibling)?;
            let is_kid = std::ptr::eq(sibling.element, kid.element);
            let wins_tie = parent.element.is("alternatives") && !is_after && !is_kid && rank == own;
            if rank > own || wins_tie && rank > 0 {
                return Ok(true);
            }
            is_after |= is_kid;
        }
        Ok(false)
    }

    /// How good an alternative is; 0 for what is none.
    fn rank(&mut self, shown: &Shown<'_>) -> Result<u8> {
        let is_math = shown.element.namespace.as_deref() == Some(ns::MATHML);
        Ok(match shown.element.jats() {
            None if is_math => 3,
            Some("table" | "textual-form") => 3,
            Some("graphic" | "inline-graphic") => {
                match shown.element.attr_ns(Some(ns::XLINK), "href") {
                    Some(href) if self.images.place(href)?.is_some() => 2,
                    _ => 0,
                }
            }
            Some("tex-math") if has_text(shown) => 1,
            _ => 0,
        })
    }
}

/// The address in place of an image.
fn gap(href: &str) -> Element {
    html("span")
        .with(mark::GEN, "placeholder")
        .holding(vec![Node::Text(href.to_owned())])
}

/// The alternative text, when an image holds nothing else.
fn only_alt_text(shown: &Shown<'_>) -> Option<String> {
    let [Kid::Element(only)] = shown.kids.as_slice() else {
        return None;
    };
    let is_plain = only.element.is("alt-text") && only.element.attrs.is_empty();
    match only.kids.as_slice() {
        [Kid::Text(text)] if is_plain => Some((*text).to_owned()),
        _ => None,
    }
}

/// The run of label and caption, when it stands where HTML takes a caption: first or last.
fn caption_run(parts: &[Part<'_>]) -> Option<(usize, usize)> {
    let is_caption = |part: &Part<'_>| matches!(part.name, "label" | "caption");
    let is_small = |part: &Part<'_>| {
        matches!(
            part.name,
            "attrib" | "permissions" | "object-id" | "copyright-statement"
        )
    };
    let first = parts.iter().position(is_caption)?;
    let start = parts
        .iter()
        .take(first)
        .rposition(|part| !part.is_loose())
        .map_or(0, |n| n + 1);
    let run = parts
        .iter()
        .skip(start)
        .take_while(|part| is_caption(part) || part.is_loose())
        .count();
    let end = start + run;
    if start == 0 {
        return Some((start, end));
    }
    parts
        .iter()
        .skip(end)
        .all(|part| is_small(part) || part.is_loose())
        .then_some((start, parts.len()))
}

/// Says of images without a text of their own that the caption is about them.
fn name_images(node: &mut Node, caption: &str) {
    let Node::Element(element) = node else {
        return;
    };
    let is_nameless = element.attr("alt").is_none() && element.attr("aria-labelledby").is_none();
    if element.name == "img" && is_nameless {
        element.set("aria-labelledby", caption);
    }
    for node in &mut element.content {
        name_images(node, caption);
    }
}

fn siblings<'s, 'a>(parent: &'s Shown<'a>) -> impl Iterator<Item = &'s Shown<'a>> + use<'s, 'a> {
    parent.kids.iter().filter_map(|kid| match kid {
        Kid::Element(kid) => Some(kid),
        _ => None,
    })
}

/// True for what holds text that a reader should see.
fn has_text(shown: &Shown<'_>) -> bool {
    shown.kids.iter().any(|kid| match kid {
        Kid::Text(text) => !text.trim().is_empty(),
        Kid::Element(kid) => {
            !matches!(kid.element.jats(), Some("alt-text" | "long-desc")) && has_text(kid)
        }
        _ => false,
    })
}
