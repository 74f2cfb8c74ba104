//! What stands in a line: the tags of a paragraph as pieces of styled text.

use super::block::{Bit, LEAST_SCRIPT};
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
                PlanKid::Tag(kid) if self.is_note(*kid) => {
                    let after = out.iter().rev().find_map(|bit| match bit {
                        Bit::Text { slot, .. } => Some(*slot),
                        _ => None,
                    });
                    self.notes.push((after, *kid));
                }
                PlanKid::Tag(kid) if self.is_bare_citation(*kid, look, out) => {
                    let mut raised = look;
                    script(&mut raised.text, RAISED);
                    self.bits(*kid, raised, out);
                }
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
            look.inside = local(element);
        }
        match planned.script {
            0 => {}
            1 => script(&mut look.text, RAISED),
            _ => script(&mut look.text, LOWERED),
        }
        look.text.italic |= planned.slanted;
        look
    }

    /// True for the number of a reference that follows a word without a space or a bracket: publishers that write so print
    /// it raised.
    fn is_bare_citation(&self, id: TagId, look: Look<'p>, before: &[Bit<'p>]) -> bool {
        let Some(element) = self.plan.get(id).and_then(|planned| planned.element) else {
            return false;
        };
        let is_citation = element.is("xref") && element.attr("ref-type") == Some("bibr");
        if !is_citation || look.text.rise.abs() > 0.01 || element.elements().next().is_some() {
            return false;
        }
        let text = element.text();
        let is_number = text
            .chars()
            .all(|c| c.is_ascii_digit() || "-–,".contains(c));
        is_number && text.starts_with(|c: char| c.is_ascii_digit()) && follows_a_word(before)
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
const CODE: f32 = 0.86;

/// True when the line so far ends with a word or its punctuation, numbers of other references aside.
fn follows_a_word(before: &[Bit<'_>]) -> bool {
    let texts = before.iter().rev().map_while(|bit| match bit {
        Bit::Text { text, .. } => Some(*text),
        _ => None,
    });
    let mut chars = texts.flat_map(|text| text.chars().rev()).peekable();
    let is_close = chars.peek().is_some_and(|c| !c.is_whitespace());
    let last = chars.find(|c| !c.is_ascii_digit() && !matches!(c, ',' | '-' | '–' | ' '));
    is_close
        && last.is_some_and(|c| {
            c.is_alphabetic() || matches!(c, '.' | ';' | ':' | ')' | '”' | '"' | '’')
        })
}

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
        "role" | "email" if inside == "contrib" => text.size *= 0.88,
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

/// A superscript or subscript, also in another one.
fn script(text: &mut TextStyle, rise: f32) {
    text.rise += rise * text.size;
    text.size = (text.size * 0.7).max(LEAST_SCRIPT.min(text.size));
}
