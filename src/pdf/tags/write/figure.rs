//! Pictures, formulas and their alternatives.

use std::borrow::Cow;

use super::sketch::Sketch;
use super::{Place, Writer};
use crate::pdf::page::TagId;
use crate::pdf::tags::key;
use crate::pdf::tags::names::local;
use crate::pdf::tags::plan::{Flow, PlanKid};
use crate::present::{Kid, Shown};

impl<'s> Writer<'s> {
    /// A picture: a `Figure` with an alternative.
    pub(super) fn picture(
        &mut self,
        parent: Option<TagId>,
        shown: &'s Shown<'s>,
        outline: &Sketch,
        flow: Flow,
    ) -> TagId {
        let id = self.open(parent, Some(shown), "Figure", flow);
        let slot = self.slot(id);
        let own = shown.kids.iter().find_map(|kid| match kid {
            Kid::Element(child) if child.element.is("alt-text") => {
                only_text(child).map(|text| (child.element, text))
            }
            _ => None,
        });
        let moved = self.moved.len();
        let alt = if let Some((element, text)) = own {
            self.moved.push(element);
            text.to_owned()
        } else {
            self.invented_alternative(id)
        };
        if let Some(planned) = self.plan.tags.get_mut(id) {
            planned.kids.push(PlanKid::Picture(slot));
            planned.tag.alt = Some(alt);
        }
        if flow == Flow::Blocks {
            let place = Place {
                parent: local(shown.element),
                titled: 6,
                cell: false,
            };
            self.block_kids(id, shown, outline, place);
        } else {
            self.inline_kids(id, shown, outline);
        }
        self.moved.truncate(moved);
        id
    }

    /// What stands for the alternative that the article does not state; marked as made.
    fn invented_alternative(&mut self, id: TagId) -> String {
        self.data(id, key::GEN_ALT, "1".to_owned());
        if let Some(caption) = &self.caption {
            return caption.to_string();
        }
        self.plan.unnamed.push(id);
        self.words.figure.to_owned()
    }

    /// An alternative text or long description: never painted, since the page shows what it speaks of.
    pub(super) fn alternative(&mut self, parent: TagId, shown: &'s Shown<'s>, outline: &Sketch) {
        let id = self.open(Some(parent), Some(shown), "Span", Flow::Inline);
        let Some(text) = only_text(shown) else {
            self.inline_kids(id, shown, outline);
            return;
        };
        if self.moved.iter().any(|e| std::ptr::eq(*e, shown.element)) {
            self.data(id, key::ALT_OF, "1".to_owned());
        } else {
            self.data(id, key::TEXT, text.to_owned());
        }
    }
}

/// What a figure says of all its pictures: its alternative text, else its label.
pub(super) fn caption<'s>(shown: &'s Shown<'s>) -> Option<Cow<'s, str>> {
    let name = local(shown.element);
    if !matches!(
        name,
        "fig" | "table-wrap" | "disp-formula" | "inline-formula" | "boxed-text" | "fig-group"
    ) {
        return None;
    }
    let part = |name: &str| {
        let found = shown.element.child(name)?;
        let text = found.text();
        (!text.trim().is_empty()).then(|| Cow::Owned(text.trim().to_owned()))
    };
    part("alt-text").or_else(|| part("label"))
}

/// The text of an element that holds one text and nothing else of the article.
pub(super) fn only_text<'s>(shown: &'s Shown<'s>) -> Option<&'s str> {
    let mut own = shown
        .kids
        .iter()
        .filter(|kid| !matches!(kid, Kid::Generated(_)));
    match (own.next(), own.next()) {
        (Some(Kid::Text(text)), None) if !text.trim().is_empty() => Some(text),
        _ => None,
    }
}
