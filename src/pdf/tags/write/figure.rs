//! Pictures, formulas and their alternatives.

use std::borrow::Cow;

use super::sketch::Sketch;
use super::{Place, Writer};
use crate::pdf::page::{AssociatedFile, TagId};
use crate::pdf::tags::names::local;
use crate::pdf::tags::plan::{Flow, PlanKid};
use crate::pdf::tags::{key, markup, role};
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
        let alt = match own {
            Some((element, text)) => {
                self.moved.push(element);
                text.to_owned()
            }
            None => self.invented_alternative(id),
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
        match &self.caption {
            Some(caption) => caption.to_string(),
            None => {
                self.plan.unnamed.push(id);
                "Figure".to_owned()
            }
        }
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

    /// A formula in MathML: the element is a file of the tag, its reading in a line is generated.
    pub(super) fn math(&mut self, parent: TagId, shown: &'s Shown<'s>, outline: &Sketch) {
        let Some(data) = markup::to_vec(shown.element) else {
            // What XML cannot hold stands as any other element does.
            let id = self.open(Some(parent), Some(shown), "Span", Flow::Inline);
            return self.inline_kids(id, shown, outline);
        };
        let standard = if shown.hidden { "Span" } else { "Formula" };
        let id = self.helper(parent, role::MATH, standard, Flow::Inline);
        if let Some(spelled) = shown.element.attr("id") {
            self.plan.by_id.entry(spelled).or_insert(id);
        }
        if !shown.hidden {
            let reading = self.reading(id, shown, || markup::linear(shown.element));
            self.made_alternative(id, reading);
        }
        if let Some(planned) = self.plan.tags.get_mut(id) {
            planned.element = Some(shown.element);
            planned.tag.files.push(AssociatedFile {
                name: "formula.mml",
                media_type: markup::MATHML,
                relationship: "Supplement",
                data,
            });
        }
    }

    /// A formula in TeX: its source is a file of the tag. It is read in a line where nothing else says the same.
    pub(super) fn tex(&mut self, parent: TagId, shown: &'s Shown<'s>, outline: &Sketch) {
        let Some(text) = only_text(shown) else {
            let id = self.open(Some(parent), Some(shown), "Span", Flow::Inline);
            self.inline_kids(id, shown, outline);
            return;
        };
        let standard = if shown.hidden { "Span" } else { "Formula" };
        let id = self.open(Some(parent), Some(shown), standard, Flow::Inline);
        if !shown.hidden {
            let reading = self.reading(id, shown, || text.to_owned());
            self.made_alternative(id, reading);
        }
        if let Some(planned) = self.plan.tags.get_mut(id) {
            planned.tag.files.push(AssociatedFile {
                name: "formula.tex",
                media_type: markup::TEX,
                relationship: "Source",
                data: text.as_bytes().to_vec(),
            });
        }
    }

    /// An alternative that is not the article's.
    fn made_alternative(&mut self, id: TagId, alt: String) {
        self.data(id, key::GEN_ALT, "1".to_owned());
        if let Some(planned) = self.plan.tags.get_mut(id) {
            planned.tag.alt = Some(alt);
        }
    }

    /// Adds the reading of a formula in a line, and returns it.
    fn reading(
        &mut self,
        id: TagId,
        shown: &'s Shown<'s>,
        otherwise: impl FnOnce() -> String,
    ) -> String {
        let mut reading = String::new();
        for kid in &shown.kids {
            if let Kid::Generated(generated) = kid {
                self.generated(id, generated, "Span", Flow::Inline);
                reading.push_str(&generated.text);
            }
        }
        if reading.is_empty() {
            reading = otherwise();
            if !reading.trim().is_empty() {
                let tag = self.helper(id, role::GEN, "Span", Flow::Inline);
                self.text(tag, Cow::Owned(reading.clone()));
            }
        }
        if reading.trim().is_empty() {
            self.words.formula.clone_into(&mut reading);
        }
        reading
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
fn only_text<'s>(shown: &'s Shown<'s>) -> Option<&'s str> {
    let mut own = shown
        .kids
        .iter()
        .filter(|kid| !matches!(kid, Kid::Generated(_)));
    match (own.next(), own.next()) {
        (Some(Kid::Text(text)), None) if !text.trim().is_empty() => Some(text),
        _ => None,
    }
}
