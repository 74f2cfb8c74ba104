//! Lists: `L` holds `LI`, `LI` holds `Lbl` and `LBody`, and nothing else may stand there.

use std::borrow::Cow;

use super::numbering::{mark, numbering};
use super::sketch::Sketch;
use super::{Place, Writer};
use crate::pdf::page::{StandardAttr, TagId};
use crate::pdf::tags::names::{self, local};
use crate::pdf::tags::plan::Flow;
use crate::pdf::tags::role;
use crate::present::{GeneratedKind, Kid, Shown};

impl<'s> Writer<'s> {
    /// A list. What is no item stands in an item of ours.
    pub(super) fn list(
        &mut self,
        parent: Option<TagId>,
        shown: &'s Shown<'s>,
        outline: &Sketch,
        place: Place<'s>,
    ) -> TagId {
        let id = self.open(parent, Some(shown), "L", Flow::Blocks);
        let numbering = numbering(shown.element);
        if let Some(planned) = self.plan.tags.get_mut(id) {
            planned
                .tag
                .standard_attrs
                .push(StandardAttr::ListNumbering(numbering));
        }
        let place = Place {
            parent: local(shown.element),
            cell: false,
            ..place
        };
        let mut strays = Strays::default();
        let mut number = 0;
        for (kid, kid_outline) in shown.kids.iter().zip(&outline.kids) {
            match kid {
                Kid::Element(item) if is_item(item) => {
                    strays.close();
                    number += 1;
                    let mark = mark(shown.element.attr("list-type"), numbering, number);
                    let mark = mark.filter(|_| item.element.is("list-item"));
                    self.item(id, item, kid_outline, place, mark);
                }
                _ => {
                    let body = strays.body(self, |writer| {
                        let item = writer.helper(id, role::RUN, "LI", Flow::Blocks);
                        writer.helper(item, role::RUN, "LBody", Flow::Blocks)
                    });
                    strays.add(self, body, kid, kid_outline, place);
                }
            }
        }
        id
    }

    /// The list that a stretch of references stands in.
    pub(super) fn references(&mut self, parent: TagId) -> TagId {
        let id = self.helper(parent, role::RUN, "L", Flow::Blocks);
        if let Some(planned) = self.plan.tags.get_mut(id) {
            let numbering = StandardAttr::ListNumbering("Decimal");
            planned.tag.standard_attrs.push(numbering);
        }
        id
    }

    /// An item: its label, and the rest in one body or several.
    pub(super) fn item(
        &mut self,
        list: TagId,
        shown: &'s Shown<'s>,
        outline: &Sketch,
        place: Place<'s>,
        mark: Option<String>,
    ) {
        let id = self.open(Some(list), Some(shown), "LI", Flow::Blocks);
        if let Some(mark) = mark.filter(|_| !has_label(shown)) {
            let label = self.helper(id, role::GEN, "Lbl", Flow::Lines);
            self.text(label, Cow::Owned(mark));
        }
        let place = Place {
            parent: local(shown.element),
            ..place
        };
        let mut strays = Strays::default();
        let mut labelled = false;
        for (kid, kid_outline) in shown.kids.iter().zip(&outline.kids) {
            match kid {
                Kid::Element(label) if !labelled && is_label(label) && !kid_outline.deep => {
                    strays.close();
                    labelled = true;
                    let tag = self.open(Some(id), Some(label), "Lbl", Flow::Lines);
                    self.inline_kids(tag, label, kid_outline);
                }
                Kid::Generated(generated)
                    if !labelled && generated.kind == GeneratedKind::Label =>
                {
                    strays.close();
                    labelled = true;
                    self.generated(id, generated, "Lbl", Flow::Lines);
                }
                Kid::Element(def) if def.element.is("def") => {
                    strays.close();
                    let body = self.open(Some(id), Some(def), "LBody", Flow::Blocks);
                    let inner = Place {
                        parent: "def",
                        ..place
                    };
                    self.block_kids(body, def, kid_outline, inner);
                }
                _ => {
                    let body = strays.body(self, |writer| {
                        writer.helper(id, role::RUN, "LBody", Flow::Blocks)
                    });
                    strays.add(self, body, kid, kid_outline, place);
                }
            }
        }
    }
}

/// The open body for children that have no place of their own in a list, and the run in it.
#[derive(Debug, Default)]
pub(super) struct Strays {
    body: Option<TagId>,
    run: Option<TagId>,
}

impl Strays {
    /// Nothing follows in the same body.
    pub(super) fn close(&mut self) {
        *self = Self::default();
    }

    /// The open body, or a new one.
    pub(super) fn body<'s>(
        &mut self,
        writer: &mut Writer<'s>,
        open: impl FnOnce(&mut Writer<'s>) -> TagId,
    ) -> TagId {
        *self.body.get_or_insert_with(|| open(writer))
    }

    /// Adds a child to the body.
    pub(super) fn add<'s>(
        &mut self,
        writer: &mut Writer<'s>,
        body: TagId,
        kid: &'s Kid<'s>,
        outline: &Sketch,
        place: Place<'s>,
    ) {
        writer.block_kid(body, &mut self.run, kid, outline, place);
    }
}

fn is_item(shown: &Shown<'_>) -> bool {
    names::standard(local(shown.element)) == "LI"
}

fn is_label(shown: &Shown<'_>) -> bool {
    matches!(shown.element.jats(), Some("label" | "term"))
}

/// True when the item has a label, authored or generated.
fn has_label(shown: &Shown<'_>) -> bool {
    shown.kids.iter().any(|kid| match kid {
        Kid::Element(child) => is_label(child),
        Kid::Generated(generated) => generated.kind == GeneratedKind::Label,
        _ => false,
    })
}
