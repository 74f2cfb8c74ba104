//! Items of lists, labels that run in, pictures on their own.

use super::block::{Bit, Block, Picture};
use super::style::{Look, Styler, frame};
use crate::pdf::page::TagId;
use crate::pdf::tags::plan::{PlanKid, Planned};
use crate::present::GeneratedKind;
use crate::tree::ns;

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
                    self.hanging = Some((kid, self.theme.hang));
                }
                continue;
            }
            if reference && self.hanging.is_none() {
                inner.hanging = self.theme.indent;
            } else {
                inner.left += self.theme.hang;
            }
            self.tag(kid, inner);
        }
        self.after_text = false;
    }

    /// A displayed formula: in the middle, its number at the right edge.
    pub(super) fn formula(
        &mut self,
        id: TagId,
        planned: &'p Planned<'p>,
        look: Look<'p>,
        mut bits: Vec<Bit<'p>>,
    ) {
        let mut number = Vec::new();
        if planned
            .kids
            .iter()
            .all(|kid| matches!(kid, PlanKid::Tag(_)))
        {
            let plan = self.plan;
            for kid in plan.tags_in(id) {
                let element = plan.get(kid).and_then(|planned| planned.element);
                let is_label = element.is_some_and(|element| element.is("label"));
                self.bits(kid, look, if is_label { &mut number } else { &mut bits });
            }
        } else {
            self.bits(id, look, &mut bits);
        }
        self.set(planned, look, bits, number);
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
            None => (room, 64.0),
        };
        self.push(Block::Picture(Picture {
            frame: frame(look, self.theme.body * 0.9),
            slot,
            image: sized.map(|sized| sized.image),
            width,
            height,
        }));
        self.space = self.theme.fine * 0.5;
        self.after_text = false;
    }
}
