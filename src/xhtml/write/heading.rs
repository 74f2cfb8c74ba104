//! Headings: their levels, and the outline for the table of contents.

use crate::error::Result;
use crate::present::{GeneratedKind, Kid, Shown};
use crate::tree::{Element, Node};
use crate::xhtml::{html, mark, profile};

use super::element::{Context, retag};
use super::part::{self, Part};
use super::{Heading, Writer};

/// True when the headings in an element are one level below those around it.
pub(super) fn opens_level(shown: &Shown<'_>, parent: Option<&str>) -> bool {
    if parent.is_none() {
        return true;
    }
    let Some(name) = shown.element.jats() else {
        return false;
    };
    matches!(name, "sub-article" | "response")
        || heading_of(shown).is_some() && profile::opens_level(name)
        || name != "article-meta" && generated(shown).is_some()
}

/// The title of an element.
fn heading_of<'s, 'a>(shown: &'s Shown<'a>) -> Option<&'s Shown<'a>> {
    shown.kids.iter().find_map(|kid| match kid {
        Kid::Element(kid) if kid.element.is("title") && !kid.kids.is_empty() => Some(kid),
        _ => None,
    })
}

/// The generated heading of an element.
fn generated<'s>(shown: &'s Shown<'_>) -> Option<&'s str> {
    shown.kids.iter().find_map(|kid| match kid {
        Kid::Generated(generated) if generated.kind == GeneratedKind::Heading => {
            Some(generated.text.as_str())
        }
        _ => None,
    })
}

/// True for a title that is a heading where it stands.
pub(super) fn is_heading(shown: &Shown<'_>, context: Context<'_>) -> bool {
    let Some(parent) = context.parent else {
        return false;
    };
    let place = match shown.element.name.as_ref() {
        "article-title" => parent == "title-group",
        _ => profile::opens_level(parent),
    };
    place && !context.in_line && context.slot.is_none() && !shown.kids.is_empty()
}

/// An empty heading of that level.
pub(super) fn heading(level: usize) -> Element {
    match level {
        0 | 1 => html("h1"),
        2 => html("h2"),
        3 => html("h3"),
        4 => html("h4"),
        5 => html("h5"),
        6 => html("h6"),
        _ => html("p")
            .with("role", "heading")
            .with("aria-level", level.to_string()),
    }
}

impl<'a> Writer<'a, '_> {
    /// A title as a heading.
    pub(super) fn title(
        &mut self,
        shown: &Shown<'a>,
        context: Context<'a>,
        id: Option<String>,
    ) -> Result<Element> {
        let inside = context.inside(shown);
        let parts = self.parts(shown, inside)?;
        let is_headline = shown.element.is("article-title");
        let level = if is_headline {
            context.headline
        } else {
            context.level
        };
        let mut out = if parts.iter().all(Part::is_hidden) && part::all_phrasing(&parts) {
            html("span").with("hidden", "hidden")
        } else if part::all_phrasing(&parts) {
            heading(level)
        } else {
            html("div")
                .with("role", "heading")
                .with("aria-level", level.max(1).to_string())
        };
        if let Some(id) = id {
            out.set("id", id);
        }
        if is_headline && level == 1 {
            out.set("property", "headline");
        }
        Self::carry(shown.element, &mut out);
        part::fill(&mut out, parts, false);
        Ok(out)
    }

    /// Enters an element with a heading into the outline; such an element has an id.
    pub(super) fn outlined(
        &mut self,
        shown: &Shown<'a>,
        context: Context<'a>,
        id: Option<String>,
    ) -> Option<String> {
        let Some(name) = shown.element.jats() else {
            return id;
        };
        if context.in_line || !opens_level(shown, context.parent) {
            return id;
        }
        let text = match name {
            "sub-article" | "response" => headline(shown.element),
            _ => words_of(shown),
        };
        let Some(text) = text else { return id };
        let id = id.unwrap_or_else(|| self.ids.own("s"));
        self.outline.push(Heading {
            level: context.level + 1,
            id: id.clone(),
            text,
            of: name.to_owned(),
        });
        Some(id)
    }
}

/// Label and title, or the generated heading.
fn words_of(shown: &Shown<'_>) -> Option<String> {
    let title = match heading_of(shown) {
        Some(title) => plain(&title.element.text()),
        None => plain(generated(shown)?),
    };
    let label = shown
        .element
        .child("label")
        .map(|label| plain(&label.text()));
    let text = match label {
        Some(label) if !label.is_empty() => format!("{label} {title}"),
        _ => title,
    };
    (!text.trim().is_empty()).then_some(text)
}

/// The title of a part that is an article of its own.
fn headline(element: &Element) -> Option<String> {
    let group = element
        .elements()
        .filter(|e| e.is("front-stub") || e.is("front"));
    let group = group.flat_map(|front| front.elements().chain([front]));
    let group = group
        .flat_map(Element::elements)
        .find(|e| e.is("title-group"))?;
    let text = plain(&group.child("article-title")?.text());
    (!text.is_empty()).then_some(text)
}

/// Text on one line.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Puts a label and the heading after it into one heading: "2.1 Methods".
pub(super) fn join_label(parts: &mut Vec<Part<'_>>) {
    let Some(start) = parts
        .iter()
        .position(|part| part.name == "label" && part.is_tag("span"))
    else {
        return;
    };
    let rest = parts.iter().skip(start + 1);
    let Some(end) = rest
        .clone()
        .position(|part| !part.is_loose())
        .map(|n| start + 1 + n)
    else {
        return;
    };
    let between = parts.iter().take(end).skip(start + 1);
    let is_plain = between.clone().all(Part::is_phrasing)
        && parts.iter().filter(|p| p.name == "title").count() == 1;
    let Some(tag) = parts
        .get(end)
        .filter(|part| part.name == "title")
        .and_then(heading_tag)
    else {
        return;
    };
    if !is_plain {
        return;
    }
    let tail = parts.split_off(end + 1);
    let mut group = parts.split_off(start);
    if let Some(Part {
        node: Node::Element(title),
        ..
    }) = group.last_mut()
    {
        retag(title, "span");
        title
            .attrs
            .retain(|attr| attr.name != "role" && attr.name != "aria-level");
    }
    if group.len() == 2 {
        let space = html("span")
            .with(mark::GEN, "punctuation")
            .holding(vec![Node::Text(" ".to_owned())]);
        group.insert(1, part::wrapped(space));
    }
    let mut out = tag;
    out.set(mark::WRAP, "heading");
    part::put(&mut out, group, false);
    parts.push(part::wrapped(out));
    parts.extend(tail);
}

/// The heading that a title is, empty.
fn heading_tag(part: &Part<'_>) -> Option<Element> {
    let Node::Element(title) = &part.node else {
        return None;
    };
    let level = match title.name.as_ref() {
        "h1" => 1,
        "h2" => 2,
        "h3" => 3,
        "h4" => 4,
        "h5" => 5,
        "h6" => 6,
        "p" => title.attr("aria-level")?.parse().ok()?,
        _ => return None,
    };
    Some(heading(level))
}
