//! What stands in a line: links, notes called in running text, everything else as spans.

use std::borrow::Cow;

use super::sketch::Sketch;
use super::{Place, Writer};
use crate::pdf::page::TagId;
use crate::pdf::tags::linear::Part;
use crate::pdf::tags::names::{self, is_math, is_picture, local};
use crate::pdf::tags::plan::{Flow, LinkTo};
use crate::pdf::tags::role;
use crate::present::{GeneratedKind, Kid, Shown};
use crate::tree::{Element, ns};

impl<'s> Writer<'s> {
    /// An element that stands in a line.
    pub(super) fn inline(
        &mut self,
        parent: TagId,
        shown: &'s Shown<'s>,
        outline: &Sketch,
        around: &'s str,
    ) {
        let name = local(shown.element);
        if is_math(shown.element) {
            self.math(parent, shown, outline);
        } else if name == "tex-math" {
            self.tex(parent, shown, outline);
        } else if matches!(name, "alt-text" | "long-desc") {
            self.alternative(parent, shown, outline);
        } else if is_picture(name) && !shown.hidden {
            self.picture(Some(parent), shown, outline, Flow::Inline);
        } else if name == "fn" {
            self.called += 1;
            self.call(parent, shown);
            let place = Place {
                parent: around,
                titled: 6,
                cell: false,
            };
            self.block(Some(parent), shown, outline, place);
        } else {
            let link = self.link(shown.element).filter(|_| outline.shows);
            let standard = match names::standard(name) {
                _ if link.is_some() => "Link",
                standard @ ("Lbl" | "Code" | "BibEntry") => standard,
                _ => "Span",
            };
            let id = self.open(Some(parent), Some(shown), standard, Flow::Inline);
            if let Some(planned) = self.plan.tags.get_mut(id) {
                planned.link = link;
                planned.script = i8::from(shown.raised);
            }
            self.inline_kids(id, shown, outline);
        }
    }

    /// Where an element leads, when it is a link to something that can be reached.
    fn link(&self, element: &'s Element) -> Option<LinkTo<'s>> {
        if names::standard(local(element)) != "Link" {
            return identity(element);
        }
        if let Some(rids) = element.attr("rid") {
            return rids
                .split_ascii_whitespace()
                .find(|rid| self.targets.contains(rid))
                .map(LinkTo::Id);
        }
        let address = match element.attr_ns(Some(ns::XLINK), "href") {
            Some(href) => Cow::Borrowed(href),
            None if element.is("email") => Cow::Owned(format!("mailto:{}", element.text().trim())),
            None => Cow::Owned(element.text().trim().to_owned()),
        };
        if address.starts_with("10.") && element.attr("ext-link-type") == Some("doi") {
            return Some(LinkTo::Address(Cow::Owned(format!(
                "https://doi.org/{address}"
            ))));
        }
        let known = ["http://", "https://", "mailto:", "ftp://"];
        let safe = address.len() <= 2_000 && !address.contains(char::is_whitespace);
        (safe && known.iter().any(|scheme| address.starts_with(scheme)))
            .then_some(LinkTo::Address(address))
    }

    /// The mark where a note is called: its label, else its number among such notes.
    fn call(&mut self, parent: TagId, note: &'s Shown<'s>) {
        let label = note.element.child("label").map(Element::text);
        let mark = label.unwrap_or_else(|| self.called.to_string());
        if !mark.is_empty() {
            self.part(
                parent,
                Part {
                    script: 1,
                    ..Part::plain(&mark)
                },
            );
        }
    }

    /// The mark before a note that is called in running text and has no label.
    pub(super) fn note_mark(&mut self, id: TagId, note: &Shown<'_>, flow: Flow) {
        let labelled = note.kids.iter().any(|kid| match kid {
            Kid::Element(child) => child.element.is("label"),
            Kid::Generated(generated) => generated.kind == GeneratedKind::Label,
            _ => false,
        });
        if labelled {
            return;
        }
        let (flow, space) = match flow {
            Flow::Blocks => (Flow::Lines, ""),
            _ => (Flow::Inline, " "),
        };
        let tag = self.helper(id, role::GEN, "Lbl", flow);
        self.text(tag, Cow::Owned(format!("{}{space}", self.called)));
        if let Some(planned) = self.plan.tags.get_mut(tag) {
            planned.script = 1;
        }
    }

    /// A generated text, raised, lowered or slanted.
    pub(super) fn part(&mut self, parent: TagId, part: Part) {
        let tag = self.helper(parent, role::GEN, "Span", Flow::Inline);
        self.text(tag, Cow::Owned(part.text));
        if let Some(planned) = self.plan.tags.get_mut(tag) {
            planned.script = part.script;
            planned.slanted = part.slanted;
        }
    }
}

/// The address of an identifier: a DOI, or what is an address itself.
fn identity(element: &Element) -> Option<LinkTo<'_>> {
    let text = element.text();
    let text = text.trim();
    let address = match local(element) {
        "contrib-id" | "institution-id" => text.to_owned(),
        "pub-id" | "article-id"
            if element.attr("pub-id-type") == Some("doi") && text.starts_with("10.") =>
        {
            format!("https://doi.org/{text}")
        }
        _ => return None,
    };
    let is_plain = |byte: u8| byte.is_ascii_graphic() && !b"<>\"{}|\\^`%#".contains(&byte);
    let is_address = address.starts_with("https://") || address.starts_with("http://");
    let is_sound = address.len() <= 2_000 && address.bytes().all(is_plain);
    (is_address && is_sound).then_some(LinkTo::Address(Cow::Owned(address)))
}
