//! What stands in a line: the tags of a paragraph as pieces of styled text.

use super::block::Bit;
use super::line::{Family, TextStyle};
use super::style::{Look, Styler};
use crate::pdf::page::TagId;
use crate::pdf::tags::names::{is_code, is_math, local};
use crate::pdf::tags::plan::{PlanKid, Planned};
use crate::present::GeneratedKind;
use crate::tree::{Element, ns};

impl<'p> Styler<'p, '_> {
    /// The pieces of a tag. Notes in it are put aside.
    pub(super) fn bits(&mut self, id: TagId, look: Look<'p>, out: &mut Vec<Bit<'p>>) {
        let Some(planned) = self.plan.get(id) else {
            return;
        };
        let look = self.inline_look(planned, look);
        for kid in &planned.kids {
            match kid {
                PlanKid::Text(slot, text) => out.push(Bit::Text {
                    slot: *slot,
                    text,
                    style: look.text,
                    lang: look.lang,
                    kept: look.kept || text.contains(['\n', '\t', '\r']) || text.contains("  "),
                }),
                PlanKid::Picture(slot) => out.extend(self.inline_picture(*slot, planned, look)),
                PlanKid::Tag(kid) if self.is_note(*kid) => self.notes.push(*kid),
                PlanKid::Tag(kid) => self.bits(*kid, look, out),
            }
        }
        if planned.element.is_some_and(|element| element.is("break")) {
            out.push(Bit::Break);
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
        if let Some(element) = planned.element {
            inline_style(element, &mut look);
        }
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

/// The looks that an element gives to the text in it.
fn inline_style(element: &Element, look: &mut Look<'_>) {
    if is_math(element) {
        look.text.family = Family::Math;
        look.text.italic = false;
        return;
    }
    let text = &mut look.text;
    match local(element) {
        "italic" | "source" => text.italic = element.name == "source" || !text.italic,
        "bold" | "strong" => text.bold = true,
        "roman" => text.italic = false,
        "sc" => text.small_caps = true,
        "monospace" => text.family = Family::Mono,
        "tex-math" => text.family = Family::Mono,
        "sup" => script(text, 0.34),
        "sub" => script(text, -0.14),
        "speaker" | "term" => text.bold = true,
        name if is_code(name) => {
            text.family = Family::Mono;
            text.size *= 0.88;
            look.kept = true;
        }
        _ => {}
    }
}

/// A superscript or subscript, also in another one.
fn script(text: &mut TextStyle, rise: f32) {
    text.rise += rise * text.size;
    text.size = (text.size * 0.7).max(3.0);
}
