//! Any element: its tag by what it is and what it holds.

use std::borrow::Cow;

use crate::error::Result;
use crate::present::{Generated, GeneratedKind, Kid, Shown, stands_high};
use crate::tree::{Element, Node, ns, space};
use crate::vocabulary::{self, Content};
use crate::xhtml::profile::{self, Place, takes_flow};
use crate::xhtml::{OPS, html, mark};

use super::Writer;
use super::attrs::invisible;
use super::part::{self, Part};
use super::slot::{Slot, Slots};

/// What stands around an element.
#[derive(Debug, Clone, Copy)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each says one thing of the place, and any of them may hold"
)]
pub(super) struct Context<'s> {
    /// The JATS name of its parent.
    pub(super) parent: Option<&'s str>,
    /// The level of the headings of its parent.
    pub(super) level: usize,
    /// The level of the headline of the article, or part, that it stands in.
    pub(super) headline: usize,
    /// The tag that its parent demands.
    pub(super) slot: Option<Slot>,
    /// The tags that it demands of its children, in the context inside it.
    pub(super) slots: Slots,
    /// Whether it stands in a link.
    pub(super) in_link: bool,
    /// Whether it stands in a header.
    pub(super) in_header: bool,
    /// Whether it stands in a line, whatever it is.
    pub(super) in_line: bool,
    /// Whether white space counts.
    pub(super) kept: bool,
    /// Whether something better is shown in its place.
    pub(super) superseded: bool,
}

impl<'s> Context<'s> {
    /// Around the root.
    pub(super) fn root() -> Self {
        Self {
            parent: None,
            level: 0,
            headline: 1,
            slot: None,
            slots: Slots::Free,
            in_link: false,
            in_header: false,
            in_line: false,
            kept: false,
            superseded: false,
        }
    }

    /// Inside that element.
    pub(super) fn inside(self, shown: &Shown<'s>) -> Self {
        let name = shown.element.jats();
        let level = self.level + usize::from(super::heading::opens_level(shown, self.parent));
        let headline = match name {
            Some("sub-article" | "response") => level,
            _ => self.headline,
        };
        Self {
            parent: name,
            level,
            headline,
            slot: None,
            slots: self.slot.map_or(Slots::Free, |slot| slot.inner),
            superseded: false,
            in_header: self.in_header || matches!(name, Some("front" | "front-stub")),
            kept: self.kept || space::keeps_space(shown.element),
            ..self
        }
    }

    /// Whether line breaks may be put between the blocks in that element, this being the context inside it.
    pub(super) fn breaks(self, shown: &Shown<'s>) -> bool {
        let holds_elements = self.parent.and_then(vocabulary::content) == Some(Content::Element);
        holds_elements && !self.kept && !shown.kids.iter().any(|kid| matches!(kid, Kid::Text(_)))
    }
}

impl<'a> Writer<'a, '_> {
    /// The children of an element, `inside` being their context.
    pub(super) fn parts(
        &mut self,
        shown: &Shown<'a>,
        inside: Context<'a>,
    ) -> Result<Vec<Part<'a>>> {
        let mut parts = Vec::with_capacity(shown.kids.len());
        let mut own = 0_u32;
        for kid in &shown.kids {
            if let Kid::Generated(generated) = kid {
                parts.push(part::wrapped(Self::generated(generated, inside)));
                continue;
            }
            let at = usize::try_from(own).unwrap_or(usize::MAX);
            let index = shown.order.get(at).copied().unwrap_or(own);
            own = own.saturating_add(1);
            parts.push(self.part(index, kid, shown, inside)?);
        }
        Ok(parts)
    }

    fn part(
        &mut self,
        index: u32,
        kid: &Kid<'a>,
        parent: &Shown<'a>,
        inside: Context<'a>,
    ) -> Result<Part<'a>> {
        let mut name = "";
        let node = match kid {
            Kid::Element(kid) => {
                name = kid.element.jats().unwrap_or_default();
                let superseded = self.is_superseded(parent, kid)?;
                let slot = inside.slots.of(kid.element);
                let context = Context {
                    slot,
                    superseded,
                    ..inside
                };
                Node::Element(self.element(kid, context)?)
            }
            Kid::Text(text) => Node::Text((*text).to_owned()),
            Kid::Comment(text) => Node::Element(invisible("comment", text, inside.slots)),
            Kid::Instruction(instruction) => {
                let element = invisible("instruction", &instruction.text, inside.slots);
                Node::Element(element.with(mark::TARGET, &instruction.target))
            }
            Kid::Generated(generated) => Node::Element(Self::generated(generated, inside)),
        };
        Ok(Part {
            index: Some(index),
            name,
            node,
        })
    }

    /// Generated text.
    fn generated(generated: &Generated, inside: Context<'_>) -> Element {
        let (kind, element) = match generated.kind {
            GeneratedKind::Punctuation => ("punctuation", html("span")),
            GeneratedKind::Word => ("word", html("span")),
            GeneratedKind::Label => ("label", html("span")),
            GeneratedKind::Mark => ("mark", html("span")),
            GeneratedKind::Heading if inside.in_line => ("heading", html("span")),
            GeneratedKind::Heading => ("heading", super::heading::heading(level(inside))),
        };
        // A word that introduces something stands on its line.
        let text = match generated.text.strip_suffix(": ") {
            Some(word) => format!("{word}:\u{a0}"),
            None => generated.text.clone(),
        };
        element
            .with(mark::GEN, kind)
            .holding(vec![Node::Text(text)])
    }

    /// Any element.
    pub(super) fn element(&mut self, shown: &Shown<'a>, context: Context<'a>) -> Result<Element> {
        let element = shown.element;
        if element.namespace.as_deref() == Some(ns::MATHML) && element.name == "math" {
            return self.math(element);
        }
        let id = self.ids.claim(element);
        let mut out = match element.jats() {
            Some("graphic" | "inline-graphic") => self.graphic(shown, context, id)?,
            Some("alt-text" | "long-desc") => self.hidden(shown, context, id)?,
            Some("tex-math") => self.tex(shown, context, id)?,
            Some("list" | "def-list") => self.list(shown, context, id)?,
            Some("table") => self.table(shown, context, id)?,
            Some("hr") if shown.kids.is_empty() => Self::void("hr", element, id),
            Some("break") if shown.kids.is_empty() => Self::void("br", element, id),
            Some("fig" | "table-wrap") if !context.in_line => self.figure(shown, context, id)?,
            Some("title" | "article-title") if super::heading::is_heading(shown, context) => {
                self.title(shown, context, id)?
            }
            _ if super::table::is_group(element) && super::table::group_fits(shown) => {
                self.group(shown, context, id)?
            }
            _ => self.generic(shown, context, id)?,
        };
        if context.superseded && out.attr("hidden").is_none() {
            out.set("hidden", "hidden");
        }
        Ok(out)
    }

    /// An element without content.
    fn void(tag: &'static str, element: &Element, id: Option<String>) -> Element {
        let mut out = tagged(tag, id);
        Self::carry(element, &mut out);
        out
    }

    /// An element that is never seen where it stands.
    pub(super) fn hidden(
        &mut self,
        shown: &Shown<'a>,
        context: Context<'a>,
        id: Option<String>,
    ) -> Result<Element> {
        let mut out = self.generic(shown, context, id)?;
        if out.attr("hidden").is_none() {
            out.set("hidden", "hidden");
        }
        Ok(out)
    }

    /// An element by the table of the profile.
    fn generic(
        &mut self,
        shown: &Shown<'a>,
        context: Context<'a>,
        id: Option<String>,
    ) -> Result<Element> {
        let element = shown.element;
        let mut place = Self::place(shown, context);
        let mut inside = context.inside(shown);
        if element.is("fn") && !shown.block && stands_in_line(shown) {
            inside.in_line = true;
            place = Place {
                phrasing: "span",
                ..place
            };
        }
        let link = self.link(shown, context);
        inside.in_link |= link.is_some();
        let id = self.outlined(shown, context, id);
        let mut parts = self.parts(shown, inside)?;
        let phrasing = part::all_phrasing(&parts);
        let mut tag = match context.slot {
            Some(slot) => slot.tag,
            None if phrasing => place.phrasing,
            None => place.flow,
        };
        let is_empty = parts.iter().all(Part::is_hidden);
        if is_empty && phrasing && context.slot.is_none() {
            tag = "span";
        }
        let mut out = tagged(tag, id);
        if shown.raised {
            out.set("class", "raised");
        } else if is_raised_elsewhere(element) && stands_high(&element.text()) {
            out.set("class", "high");
        }
        if is_empty && phrasing && context.slot.is_none() {
            out.set("hidden", "hidden");
        } else if let Some(link) = link.filter(|_| phrasing) {
            self.link_on(link, &mut out);
        } else {
            meaning(&mut out, place);
            super::table::meaning(element, &mut out, context, &self.columns);
        }
        Self::carry(element, &mut out);
        part::mark_order(&mut out, &mut parts);
        super::heading::join_label(&mut parts);
        if !phrasing
            && profile::place(&element.name, context.parent) == Place::LINE
            && element.namespace.is_none()
        {
            parts = part::wrap_runs(
                parts,
                Part::is_phrasing,
                |part| !part.is_hidden(),
                || part::wrap("p", "run"),
            );
        }
        if element.is("ref-list") && takes_flow(tag) {
            parts = super::list::references(parts);
        }
        part::put(&mut out, parts, inside.breaks(shown) && takes_flow(tag));
        // Where the order is changed, the children are counted.
        if !inside.kept && out.attr(mark::ORDER).is_none() {
            let nodes = std::mem::take(&mut out.content).into_inner();
            out.content = super::whole::together(nodes).into();
        }
        if element.is("fn") {
            self.link_back(&mut out);
        }
        Ok(out)
    }

    /// The place of an element where it stands.
    fn place(shown: &Shown<'a>, context: Context<'a>) -> Place {
        let place = match shown.element.jats() {
            Some(name) => profile::place(name, context.parent),
            None => Place::SPAN,
        };
        let has_tag = !matches!(place.phrasing, "span" | "p" | "div");
        let phrasing = match place.phrasing {
            _ if context.in_line && !profile::is_phrasing(place.phrasing) => "span",
            // A header does not stand in a header.
            "header" if context.in_header => "div",
            tag if has_tag => tag,
            _ if !shown.block || context.in_line => "span",
            "p" => "p",
            _ => "div",
        };
        let flow = if phrasing == "div" { "div" } else { place.flow };
        Place {
            phrasing,
            flow,
            role: place.role.filter(|_| !context.in_line),
            ..place
        }
    }
}

/// The level of a generated heading. That of what is about the article stands among the others of the front, and heads
/// nothing but what follows it.
fn level(inside: Context<'_>) -> usize {
    inside.level + usize::from(inside.parent == Some("article-meta"))
}

/// True for a note whose content can go on in the line that it stands in.
fn stands_in_line(shown: &Shown<'_>) -> bool {
    shown.kids.iter().all(|kid| match kid {
        Kid::Element(kid) => {
            let is_line = match kid.element.jats() {
                Some("p" | "label") => true,
                Some("list" | "def-list" | "table" | "fig" | "table-wrap" | "code" | "tgroup") => {
                    false
                }
                Some(name) => {
                    profile::is_phrasing(profile::place(name, shown.element.jats()).phrasing)
                }
                None => kid.element.namespace.as_deref() == Some(ns::MATHML),
            };
            is_line && stands_in_line(kid)
        }
        Kid::Generated(generated) => generated.kind != GeneratedKind::Heading,
        _ => true,
    })
}

/// An element with its id.
pub(super) fn tagged(tag: &'static str, id: Option<String>) -> Element {
    let mut out = html(tag);
    if let Some(id) = id {
        out.set("id", id);
    }
    out
}

/// Says what an element is, in the words of HTML and EPUB.
pub(super) fn meaning(out: &mut Element, place: Place) {
    if let Some(role) = place.role {
        out.set("role", role);
    }
    if let Some(epub_type) = place.epub_type {
        out.set_ns(Some(OPS), "type", epub_type);
    }
}

/// The same element under another tag.
pub(super) fn retag(element: &mut Element, tag: &'static str) {
    element.name = Cow::Borrowed(tag);
}

/// True for what the style sheet raises.
fn is_raised_elsewhere(element: &Element) -> bool {
    matches!(element.jats(), Some("sup" | "label" | "xref"))
}
