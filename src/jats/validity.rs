//! Whether a tree is valid by a DTD, and if not, why: what a validating parser would say of it, without one.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::grammar::{self, Attribute, Declaration, Dtd, Misfit, Model, Values};
use super::place::Way;
use crate::report::{Effect, Finding, Report, Stage};
use crate::tree::{Attr, Element, Node};
use crate::xml::chars;

/// Everything that makes a tree invalid, in document order, references to nothing at the end; nothing for a valid one.
pub(super) fn faults(root: &Element, dtd: &Dtd) -> Report {
    let mut checker = Checker {
        dtd,
        way: Way::default(),
        found: Report::new(),
        ids: BTreeSet::new(),
        references: BTreeSet::new(),
        sought: None,
    };
    checker.element(root);
    let Checker {
        ids, references, ..
    } = &mut checker;
    references.retain(|id| !ids.contains(id));
    if !references.is_empty() {
        // Where they stand is only looked for when there are any.
        checker.sought = Some(std::mem::take(references));
        checker.element(root);
    }
    checker.found
}

/// True when an element of that name may have these children, this text and nothing else.
pub(super) fn fits(model: &Model, element: &Element) -> bool {
    fit(model, element).is_ok() && (model.is_mixed() || !has_text(element))
}

/// Whether the child elements fit. A list of their names is only made where their order counts.
fn fit(model: &Model, element: &Element) -> Result<(), Misfit> {
    if !model.is_mixed() {
        return model.fit(&names_of(element));
    }
    let is_known = |child| grammar::name(child).is_some_and(|name| model.mentions(&name));
    match element.elements().position(|child| !is_known(child)) {
        Some(at) => Err(Misfit::Unexpected(at)),
        None => Ok(()),
    }
}

/// The names of the child elements as a DTD knows them.
pub(super) fn names_of(element: &Element) -> Vec<Option<Cow<'_, str>>> {
    element.elements().map(grammar::name).collect()
}

/// True when an element holds text of its own.
pub(super) fn has_text(element: &Element) -> bool {
    let is_text = |node: &Node| matches!(node, Node::Text(text) if !chars::is_blank(text));
    element.content.iter().any(is_text)
}

struct Checker<'t> {
    dtd: &'t Dtd,
    way: Way<'t>,
    found: Report,
    ids: BTreeSet<&'t str>,
    /// The identifiers that are referred to.
    references: BTreeSet<&'t str>,
    /// Those of them that nothing has, when it is references to nothing that are sought and nothing else.
    sought: Option<BTreeSet<&'t str>>,
}

impl<'t> Checker<'t> {
    fn element(&mut self, element: &'t Element) {
        self.way.enter(element);
        let name = grammar::name(element);
        match name.as_deref().and_then(|name| self.dtd.declaration(name)) {
            Some(declaration) if self.sought.is_some() => self.dangling(element, declaration),
            Some(declaration) => {
                self.content(element, declaration.model);
                self.attributes(element, declaration);
            }
            None if self.sought.is_some() => {}
            None => self.fault(format!("`{}` is not in the DTD", element.name)),
        }
        for child in element.elements() {
            self.element(child);
        }
        self.way.leave();
    }

    fn content(&mut self, element: &Element, model: &Model) {
        if !model.is_mixed() && has_text(element) {
            self.fault(format!("`{}` holds text", element.name));
        }
        if matches!(model, Model::Empty) && !element.content.is_empty() {
            self.fault(format!("`{}` is not empty", element.name));
        }
        match fit(model, element) {
            Ok(()) => {}
            Err(Misfit::Unexpected(at)) => {
                let (child, parent) = (name_at(element, at), &element.name);
                self.fault(format!(
                    "`{child}` cannot stand where it stands in `{parent}`"
                ));
            }
            Err(Misfit::Missing { what, before: None }) => {
                self.fault(format!("`{}` lacks {what}", element.name));
            }
            Err(Misfit::Missing {
                what,
                before: Some(at),
            }) => {
                let (child, parent) = (name_at(element, at), &element.name);
                self.fault(format!("`{parent}` lacks {what} before `{child}`"));
            }
        }
    }

    fn attributes(&mut self, element: &'t Element, declaration: Declaration) {
        let mut present = Vec::new();
        for attr in &element.attrs {
            let known = grammar::attribute_name(attr);
            match known.and_then(|name| declaration.attribute(&name)) {
                Some(attribute) => {
                    present.push(attribute.name);
                    self.value(attribute, &attr.value);
                }
                // The version of the DTD is the dialect's own.
                None => self.fault(format!("attribute `{}` is not in the DTD", attr.name)),
            }
        }
        for attribute in declaration.attributes {
            if attribute.required && !present.contains(&attribute.name) {
                self.fault(format!("attribute `{}` is missing", attribute.name));
            }
        }
    }

    fn value(&mut self, attribute: &Attribute, value: &'t str) {
        if !is_allowed(attribute, value) {
            self.fault(format!(
                "attribute `{}` cannot be `{value}`",
                attribute.name
            ));
        }
        match attribute.values {
            Values::Id if !self.ids.insert(value) => {
                self.fault(format!("identifier `{value}` stands twice"));
            }
            Values::Reference { .. } => self.references.extend(value.split_ascii_whitespace()),
            _ => {}
        }
    }

    /// References to nothing.
    fn dangling(&mut self, element: &'t Element, declaration: Declaration) {
        let refers = |attr: &&Attr| {
            let known = grammar::attribute_name(attr);
            known
                .and_then(|name| declaration.attribute(&name))
                .is_some_and(|a| matches!(a.values, Values::Reference { .. }))
        };
        for attr in element.attrs.iter().filter(refers) {
            for id in attr.value.split_ascii_whitespace() {
                if self.sought.as_ref().is_some_and(|ids| ids.contains(id)) {
                    self.fault(format!("nothing has the identifier `{id}`"));
                }
            }
        }
    }

    fn fault(&mut self, detail: String) {
        let finding = Finding::new("jats.invalid", Effect::Noted, Stage::Write, detail);
        // What is not kept needs no place.
        let is_kept = self.found.findings().len() < Report::KEPT;
        self.found.push(if is_kept {
            finding.at(self.way.location())
        } else {
            finding
        });
    }
}

/// The name of the child element of that number.
fn name_at(element: &Element, at: usize) -> &str {
    let child = element.elements().nth(at);
    child.map_or("", |child| child.name.as_ref())
}

/// True when an attribute may have that value, identifiers elsewhere left aside.
pub(super) fn is_allowed(attribute: &Attribute, value: &str) -> bool {
    let is_token = |word: &str| !word.is_empty() && word.chars().all(chars::is_name_char);
    let words = || value.split_ascii_whitespace();
    match &attribute.values {
        Values::Text => true,
        Values::Id | Values::Reference { several: false } => chars::is_name(value),
        Values::Reference { several: true } => {
            words().next().is_some() && words().all(chars::is_name)
        }
        Values::Token { several: false } => is_token(value),
        Values::Token { several: true } => words().next().is_some() && words().all(is_token),
        Values::OneOf(values) => values.contains(&value),
    }
}
