//! Whether a tree is valid by a DTD, and if not, why: what a validating parser would say of it, without one.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::grammar::{self, Attribute, Declaration, Dtd, Misfit, Model, Values};
use super::place::Place;
use crate::report::{Effect, Finding, Location, Stage};
use crate::tree::{Element, Node};
use crate::xml::chars;

/// Everything that makes a tree invalid, in document order; nothing for a valid one.
pub(super) fn faults(root: &Element, dtd: &Dtd) -> Vec<Finding> {
    let mut checker = Checker {
        dtd,
        place: Place::default(),
        found: Vec::new(),
        ids: BTreeSet::new(),
        references: Vec::new(),
    };
    checker.element(root);
    checker.dangling();
    checker.found
}

/// True when an element of that name may have these children, this text and nothing else.
pub(super) fn fits(model: &Model, element: &Element) -> bool {
    model.fit(&names_of(element)).is_ok() && (model.is_mixed() || !has_text(element))
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
    place: Place,
    found: Vec<Finding>,
    ids: BTreeSet<&'t str>,
    references: Vec<(Location, &'t str)>,
}

impl<'t> Checker<'t> {
    fn element(&mut self, element: &'t Element) {
        self.place.enter(element);
        let name = grammar::name(element);
        match name.as_deref().and_then(|name| self.dtd.declaration(name)) {
            None => self.fault(format!("`{}` is not in the DTD", element.name)),
            Some(declaration) => {
                self.content(element, declaration.model);
                self.attributes(element, declaration);
            }
        }
        for child in element.elements() {
            self.element(child);
        }
        self.place.leave();
    }

    fn content(&mut self, element: &Element, model: &Model) {
        if !model.is_mixed() && has_text(element) {
            self.fault(format!("`{}` holds text", element.name));
        }
        if matches!(model, Model::Empty) && !element.content.is_empty() {
            self.fault(format!("`{}` is not empty", element.name));
        }
        match model.fit(&names_of(element)) {
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
            Values::Reference { .. } => {
                let location = self.place.location();
                let ids = value.split_ascii_whitespace();
                self.references.extend(ids.map(|id| (location.clone(), id)));
            }
            _ => {}
        }
    }

    fn dangling(&mut self) {
        for (location, id) in std::mem::take(&mut self.references) {
            if !self.ids.contains(id) {
                let detail = format!("nothing has the identifier `{id}`");
                self.found.push(finding(detail).at(location));
            }
        }
    }

    fn fault(&mut self, detail: String) {
        self.found.push(finding(detail).at(self.place.location()));
    }
}

/// The name of the child element of that number.
fn name_at(element: &Element, at: usize) -> &str {
    let child = element.elements().nth(at);
    child.map_or("", |child| child.name.as_ref())
}

fn finding(detail: String) -> Finding {
    Finding::new("jats.invalid", Effect::Noted, Stage::Write, detail)
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
