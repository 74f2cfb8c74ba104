//! What stands in a line: the tags of a paragraph as pieces of styled text.

use super::block::{Bit, LEAST_SCRIPT};
use super::line::{Family, TextStyle};
use super::style::{Look, Styler};
use crate::pdf::page::TagId;
use crate::pdf::tags::names::{is_code, is_math, local};
use crate::pdf::tags::plan::{PlanKid, Planned};
use crate::present::{GeneratedKind, stands_high};
use crate::tree::{Element, ns};

impl<'p> Styler<'p, '_> {
    /// The pieces of a tag. Notes in it are put aside.
    pub(super) fn bits(&mut self, id: TagId, look: Look<'p>, out: &mut Vec<Bit<'p>>) {
        let Some(planned) = self.plan.get(id) else {
            return;
        };
        let look = self.inline_look(planned, look);
        for kid in &planned.kids {
            self.kid_bits(kid, planned, look, out);
        }
        if planned.element.is_some_and(|element| element.is("break")) {
            out.push(Bit::Break);
        }
    }

    /// The pieces of a child of a tag, in the looks inside it.
    pub(super) fn kid_bits(
        &mut self,
        kid: &'p PlanKid<'p>,
        planned: &'p Planned<'p>,
        look: Look<'p>,
        out: &mut Vec<Bit<'p>>,
    ) {
        match kid {
            PlanKid::Text(slot, text) => out.push(Bit::Text {
                slot: *slot,
                text,
                style: unraised(look.text, text),
                lang: look.lang,
                kept: look.kept || text.contains(['\n', '\t', '\r']) || text.contains("  "),
            }),
            PlanKid::Picture(slot) => out.extend(self.inline_picture(*slot, planned, look)),
            PlanKid::Tag(kid) if self.is_note(*kid) => {
                let after = out.iter().rev().find_map(|bit| match bit {
                    Bit::Text { slot, .. } => Some(*slot),
                    _ => None,
                });
                self.notes.push((after, *kid));
            }
            PlanKid::Tag(kid) => self.bits(*kid, look, out),
        }
    }

    fn is_note(&self, id: TagId) -> bool {
        self.plan
            .get(id)
            .is_some_and(|planned| planned.tag.standard == "Note")
    }

    /// The looks inside a tag that stands in a line.
    fn inline_look(&self, planned: &'p Planned<'p>, look: Look<'p>) -> Look<'p> {
        let mut look = look;
        if let Some(lang) = &planned.tag.lang {
            look.lang = Some(lang);
        }
        if planned.link.is_some() {
            look.text.color = self.theme.link;
        }
        if planned.generated == Some(GeneratedKind::Word) {
            look.text.color = self.theme.muted;
        }
        if planned.generated == Some(GeneratedKind::Mark) && look.text.rise.abs() < 0.01 {
            script(&mut look.text, RAISED);
        }
        if let Some(element) = planned.element {
            inline_style(element, &mut look);
            look.inside = local(element);
        }
        match planned.script {
            1 if look.text.rise.abs() < 0.01 || planned.element.is_none() => {
                script(&mut look.text, RAISED);
            }
            0 | 1 => {}
            _ => script(&mut look.text, LOWERED),
        }
        look.text.italic |= planned.slanted;
        look
    }

    fn inline_picture(
        &mut self,
        slot: usize,
        planned: &'p Planned<'p>,
        look: Look<'p>,
    ) -> Option<Bit<'p>> {
        let href = planned.element?.attr_ns(Some(ns::XLINK), "href")?;
        let sized = self.images.get(href)?;
        let room = self.theme.measure() - look.left - look.right;
        let height = 4.0 * look.text.size;
        let factor = (room / sized.width).min(height / sized.height).min(1.0);
        Some(Bit::Picture {
            slot,
            image: sized.image,
            width: sized.width * factor,
            height: sized.height * factor,
        })
    }
}

/// The size of code, as a part of the text's: its letters are wide.
pub(super) const CODE: f32 = 0.86;

/// How far scripts are raised and lowered, as parts of the size.
const RAISED: f32 = 0.34;
const LOWERED: f32 = -0.14;

/// The looks that an element gives to the text in it.
fn inline_style(element: &Element, look: &mut Look<'_>) {
    if is_math(element) {
        // The letters of the text; what these lack comes from the font for formulas.
        look.text.family = Family::Serif;
        look.text.italic = false;
        return;
    }
    let raised = is_mark(element, look);
    let inside = look.inside;
    let text = &mut look.text;
    match local(element) {
        "italic" => text.italic = !text.italic,
        "source" => text.italic = true,
        "bold" | "strong" | "speaker" | "term" => text.bold = true,
        "roman" => text.italic = false,
        "sc" => text.small_caps = true,
        "monospace" | "tex-math" => text.family = Family::Mono,
        "contrib-id" => text.size *= 0.8,
        "role" | "email" | "uri" | "ext-link" if inside == "contrib" => text.size *= 0.88,
        "sup" => script(text, RAISED),
        "sub" => script(text, LOWERED),
        name if is_code(name) => {
            text.family = Family::Mono;
            text.size *= CODE;
            look.kept = true;
        }
        _ if raised => script(text, RAISED),
        _ => {}
    }
}

/// True for a mark that calls a note or an affiliation, or stands before one, and is not raised by the article.
fn is_mark(element: &Element, look: &Look<'_>) -> bool {
    let called = match local(element) {
        "label" => matches!(look.inside, "aff" | "corresp"),
        "xref" => matches!(
            element.attr("ref-type"),
            Some("aff" | "corresp" | "fn" | "table-fn" | "author-notes" | "contrib")
        ),
        _ => false,
    };
    called
        && look.text.rise.abs() < 0.01
        && element.elements().next().is_none()
        && element.text().chars().count() <= 3
}

/// The sign of degrees in formulas. It stands on the line, and is as small.
const RING: char = '∘';

/// The looks of a text in a superscript, which signs that stand high leave.
fn unraised(style: TextStyle, text: &str) -> TextStyle {
    let is_ring = !text.trim().is_empty() && text.trim().chars().all(|c| c == RING);
    if style.rise <= 0.0 || !is_ring && !stands_high(text) {
        return style;
    }
    // The size around the script: what it is raised by is a part of that.
    let size = (style.rise / RAISED).max(style.size);
    let rise = if is_ring { style.rise * 0.7 } else { 0.0 };
    TextStyle {
        size,
        rise,
        ..style
    }
}

/// A superscript or subscript, also in another one.
fn script(text: &mut TextStyle, rise: f32) {
    text.rise += rise * text.size;
    text.size = (text.size * 0.7).max(LEAST_SCRIPT.min(text.size));
}
