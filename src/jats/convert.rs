//! From one dialect of JATS to another: the same article in the names, order and values of the target.
//!
//! Names and order belong to the dialect: where the target has another word or place for the same, that is noted. Text and
//! values belong to the article: what changes of them is a loss and said so. Nothing is made up to please a DTD; what then
//! makes the output invalid stands in the report.

mod cals;
mod empty;
mod gather;
mod labels;
mod misfits;
mod names;
mod nearest;
mod order;
mod parts;
mod references;
mod spans;
mod surplus;
#[cfg(test)]
mod tests;
mod values;
mod wrapped;

use std::collections::BTreeSet;

use super::dialect;
use super::grammar::{self, Dtd, Model};
use super::place::Place;
use super::target::Target;
use super::validity;
use crate::report::{Effect, Finding, Outcome, Report, Stage};
use crate::tree::{Document, Element, Node, ns, space};
use crate::xml::Used;

/// The most walks over an article; two do for almost all.
const PASSES: usize = 8;

/// Brings an article to a tag set and version. The report begins with why the result is not valid, if it is not.
pub(super) fn convert(mut document: Document, target: Target) -> Outcome<Document> {
    document.source.dialect = None;
    space::normalize(&mut document);
    names::settle_namespaces(&mut document.root);
    let before = references::identifiers(&document.root);
    let mut changes = Report::new();
    let dtds = dialect::dtds(&Used::of(&document.root, None), target);
    if let Some(dtd) = dtds.first() {
        // What an element holds once it is settled may open a way for the element itself.
        for _ in 0..PASSES {
            let found = Converter::new(dtd).run(&mut document.root);
            space::normalize(&mut document);
            if found.findings().is_empty() {
                break;
            }
            changes.extend(found);
        }
        let after = references::identifiers(&document.root);
        let gone: BTreeSet<String> = before.difference(&after).cloned().collect();
        // They differ in which attributes of formulas are references.
        let dtds = dialect::dtds(&Used::of(&document.root, None), target);
        for dtd in dtds {
            changes.extend(Converter::new(dtd).references_to(&mut document.root, &gone));
        }
    }
    let mut report = Report::new();
    let used = Used::of(&document.root, None);
    if let Some((dtd, faults)) = dialect::pick(&document.root, &used, target) {
        document.source.dialect = Some(dialect::of(dtd, &used));
        report = faults;
    }
    report.extend(changes);
    Outcome::new(document, report)
}

/// Walks over the tree from the root down: an element is settled before what it holds.
struct Converter<'d> {
    dtd: &'d Dtd,
    place: Place,
    /// How many elements around hold metadata of the article or of a part of it.
    front: usize,
    found: Report,
}

impl<'d> Converter<'d> {
    fn new(dtd: &'d Dtd) -> Self {
        Self {
            dtd,
            place: Place::default(),
            front: 0,
            found: Report::new(),
        }
    }

    fn run(mut self, root: &mut Element) -> Report {
        self.element(root);
        self.found
    }

    fn references_to(mut self, root: &mut Element, gone: &BTreeSet<String>) -> Report {
        if !gone.is_empty() {
            self.references(root, gone);
        }
        self.found
    }

    fn element(&mut self, element: &mut Element) {
        self.place.enter(element);
        let is_front = matches!(element.jats(), Some("front" | "front-stub"));
        self.front = self.front.saturating_add(usize::from(is_front));
        let name = grammar::name(element).map(std::borrow::Cow::into_owned);
        let declaration = name.and_then(|name| self.dtd.declaration(&name));
        if let Some(declaration) = declaration {
            self.attributes(element, declaration);
            self.children(element, declaration.model);
        }
        for node in &mut element.content {
            match node {
                // Formulas are kept to the letter.
                Node::Element(child) if child.namespace.as_deref() == Some(ns::MATHML) => {}
                Node::Element(child) => self.element(child),
                _ => {}
            }
        }
        if let Some(declaration) = declaration {
            // From the inside out: what held nothing but what goes is empty itself.
            self.empty(element, declaration.model);
        }
        self.front = self.front.saturating_sub(usize::from(is_front));
        self.place.leave();
    }

    /// Settles what an element holds: names, then places, then order.
    fn children(&mut self, element: &mut Element, model: &Model) {
        self.lists_without_references(element);
        self.named_spans(element);
        self.figures(element, model);
        self.scatter(element, model);
        self.reference_lists(element);
        if validity::fits(model, element) {
            return;
        }
        self.parts(element, model);
        self.rename(element, model);
        self.gather(element, model);
        self.labels(element, model);
        self.misfits(element, model);
        self.surplus(element, model);
        if !validity::fits(model, element) {
            self.order(element, model);
        }
    }

    /// True when the target has the element, and there a place for one of that name.
    fn holds(&self, parent: &str, child: &str) -> bool {
        self.dtd
            .declaration(parent)
            .is_some_and(|declaration| declaration.model.mentions(child))
    }

    /// True when the target has an element of that name.
    fn knows(&self, name: &str) -> bool {
        self.dtd.declaration(name).is_some()
    }

    fn say(&mut self, code: &'static str, effect: Effect, detail: String) {
        let finding = Finding::new(code, effect, Stage::Write, detail);
        self.found.push(finding.at(self.place.location()));
    }

    /// Notes what is the same in the target's words.
    fn note(&mut self, code: &'static str, detail: String) {
        self.say(code, Effect::Noted, detail);
    }
}

/// True when a model has a place for an element.
fn mentions(model: &Model, element: &Element) -> bool {
    grammar::name(element).is_some_and(|name| model.mentions(&name))
}

/// The text of an element for a finding.
fn excerpt(element: &Element) -> String {
    quoted(&element.text())
}

/// A text for a finding: whole, since the report alone still has it, unless it is very long. Then it says how much is missing.
fn quoted(text: &str) -> String {
    const LONGEST: usize = 1_000;
    let text = text.trim();
    let Some((end, _)) = text.char_indices().nth(LONGEST) else {
        return text.to_owned();
    };
    let (start, rest) = text.split_at_checked(end).unwrap_or((text, ""));
    format!("{start}… ({} more characters)", rest.chars().count())
}
