//! Items of lists, labels that run in, pictures on their own.

use super::block::{Block, Picture};
use super::style::{Look, Styler, frame};
use crate::pdf::page::TagId;
use crate::pdf::tags::plan::{PlanKid, Planned};
use crate::present::{GeneratedKind, Words};
use crate::tree::ns;

/// Space between a label and its text, as a multiple of the text's size.
const LABEL_GAP: f32 = 0.45;

/// How many times the width in which labels hang they may take at most.
const MOST_HANGS: f32 = 2.5;

/// How wide a letter of a label is about, as a multiple of its size.
fn letter(letter: char) -> f32 {
    match letter {
        'i' | 'l' | 'j' | '.' | ',' | ':' | ' ' | '(' | ')' | '[' | ']' => 0.27,
        'm' | 'w' | 'M' | 'W' => 0.9,
        _ if letter.is_uppercase() => 0.7,
        _ => 0.5,
    }
}

impl<'p> Styler<'p, '_> {
    /// True for a block of lines in which only a label says something.
    pub(super) fn is_label_only(&self, id: TagId) -> bool {
        let Some(planned) = self.plan.get(id) else {
            return false;
        };
        if planned.tag.standard == "Lbl" {
            return true;
        }
        let mut labels = 0;
        for kid in &planned.kids {
            let PlanKid::Tag(kid) = kid else {
                return false;
            };
            let Some(kid) = self.plan.get(*kid) else {
                continue;
            };
            match kid.tag.standard {
                "Lbl" => labels += 1,
                "NonStruct" => {}
                _ if kid.generated == Some(GeneratedKind::Punctuation) => {}
                _ => return false,
            }
        }
        labels == 1
    }

    /// An item of a list: its label hangs before the first paragraph of its body.
    pub(super) fn item(&mut self, id: TagId, look: Look<'p>) {
        self.flush(look);
        let plan = self.plan;
        let reference = plan
            .get(id)
            .and_then(|planned| planned.element)
            .is_some_and(|element| element.is("ref"));
        for kid in plan.tags_in(id) {
            let Some(planned) = plan.get(kid) else {
                continue;
            };
            let mut inner = look;
            if planned.tag.standard == "Lbl" {
                if planned.element.is_some_and(|element| element.is("term")) {
                    inner.text.bold = true;
                    inner.keep = true;
                    self.lines(kid, planned, inner);
                } else {
                    self.hanging = Some((kid, look.hang));
                }
                continue;
            }
            if reference && self.hanging.is_none() {
                inner.hanging = self.theme.indent;
            } else {
                inner.left += look.hang;
            }
            self.tag(kid, inner);
        }
        self.after_text = false;
    }

    /// The width that the labels of a list hang in: one for all of them, so that its text has one edge. Labels that would
    /// take too much of the line do not count: they run in.
    pub(super) fn hang(&self, list: TagId, size: f32) -> f32 {
        let plan = self.plan;
        let least = self.theme.hang;
        let labels = plan.tags_in(list).flat_map(|item| plan.tags_in(item));
        let widths = labels.filter_map(|kid| {
            let planned = plan.get(kid).filter(|kid| kid.tag.standard == "Lbl")?;
            let is_term = planned.element.is_some_and(|element| element.is("term"));
            (!is_term).then(|| size * (self.across(planned) + LABEL_GAP))
        });
        let fitting = widths.filter(|width| *width <= least * MOST_HANGS);
        fitting.fold(least, f32::max)
    }

    /// How wide a text is about, as a multiple of its size. No glyph is known here.
    fn across(&self, planned: &Planned<'_>) -> f32 {
        let kid = |kid: &PlanKid<'_>| match kid {
            PlanKid::Tag(kid) => self.plan.get(*kid).map_or(0.0, |kid| self.across(kid)),
            PlanKid::Text(_, text) => text.chars().map(letter).sum(),
            PlanKid::Picture(_) => 1.0,
        };
        planned.kids.iter().map(kid).sum()
    }

    /// A displayed formula: in the middle, its number at the right edge.
    pub(super) fn formula(&mut self, planned: &'p Planned<'p>, look: Look<'p>) {
        let (mut bits, mut number) = (Vec::new(), Vec::new());
        for label in std::mem::take(&mut self.labels) {
            self.bits(label, look, &mut number);
        }
        for kid in &planned.kids {
            let is_label = matches!(kid, PlanKid::Tag(kid) if self.is_label(*kid));
            let out = if is_label { &mut number } else { &mut bits };
            self.kid_bits(kid, planned, look, out);
        }
        self.set(planned, look, bits, number);
    }

    fn is_label(&self, id: TagId) -> bool {
        let element = self.plan.get(id).and_then(|planned| planned.element);
        element.is_some_and(|element| element.is("label"))
    }

    /// A picture on its own.
    pub(super) fn picture(&mut self, slot: usize, planned: &'p Planned<'p>, look: Look<'p>) {
        self.flush(look);
        let href = planned
            .element
            .and_then(|element| element.attr_ns(Some(ns::XLINK), "href"));
        let sized = href.and_then(|href| self.images.get(href));
        let room = (self.theme.measure() - look.left - look.right).max(20.0);
        let (width, height) = match sized {
            Some(sized) => {
                let tallest = self.theme.depth() * 0.82;
                let factor = (room / sized.width).min(tallest / sized.height).min(1.0);
                (sized.width * factor, sized.height * factor)
            }
            // What is not there leaves as much room as what it stands for would take at least.
            None if look.formula => (room * 0.4, 2.2 * look.text.size),
            None => (room, 64.0),
        };
        self.push(Block::Picture(Picture {
            frame: frame(look, self.theme.body * 0.9),
            slot,
            image: sized.map(|sized| sized.image),
            missing: look
                .lang
                .and_then(Words::find)
                .map(|words| words.image_missing),
            width,
            height,
        }));
        self.space = self.theme.fine * 0.5;
        self.after_text = false;
    }
}
