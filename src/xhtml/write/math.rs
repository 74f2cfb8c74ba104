//! Formulas: MathML in place, to the letter; when a checker of EPUB would refuse it, a cleaned one beside the exact one.

use std::borrow::Cow;

use crate::error::Result;
use crate::tree::{Element, Node, ns};
use crate::xhtml::mark;

use super::ids::is_natural;
use super::part::wrap;
use super::{Writer, json};

mod rules;

impl<'a> Writer<'a, '_> {
    /// A formula.
    pub(super) fn math(&mut self, element: &'a Element) -> Result<Element> {
        self.holds.formulas += 1;
        let mut cleaner = Cleaner {
            writer: self,
            is_clean: true,
        };
        let shown = cleaner.element(element);
        if cleaner.is_clean {
            return Ok(shown);
        }
        let exact = json(element)?;
        Ok(wrap("span", "math")
            .with(mark::MATH, exact)
            .holding(vec![Node::Element(shown)]))
    }
}

/// Copies a formula and leaves out what is not allowed.
struct Cleaner<'w, 'a, 'i> {
    writer: &'w mut Writer<'a, 'i>,
    is_clean: bool,
}

impl<'a> Cleaner<'_, 'a, '_> {
    fn element(&mut self, element: &'a Element) -> Element {
        let name = element.name.as_ref();
        let mut out = Element {
            namespace: element.namespace.clone(),
            name: element.name.clone(),
            ..Element::default()
        };
        for attr in &element.attrs {
            let is_id = attr.namespace.is_none() && attr.name == "id";
            let keeps = if is_id {
                is_natural(&attr.value) && self.writer.ids.claim(element).is_some()
            } else {
                attr.namespace.is_none() && rules::allows(name, &attr.name, &attr.value)
            };
            if keeps {
                out.attrs.push(attr.clone());
            }
            self.is_clean &= keeps;
        }
        for node in &element.content {
            self.node(name, node, &mut out.content);
        }
        if !rules::holds(name, &out) {
            self.is_clean = false;
            simplify(&mut out);
        }
        out
    }

    fn node(&mut self, parent: &str, node: &'a Node, out: &mut Vec<Node>) {
        match node {
            Node::Text(text) if rules::is_token(parent) || text.trim().is_empty() => {
                out.push(Node::Text(text.clone()));
            }
            Node::Element(child)
                if child.namespace.as_deref() == Some(ns::MATHML)
                    && rules::is_known(&child.name) =>
            {
                out.push(Node::Element(self.element(child)));
            }
            Node::Text(text) => {
                self.is_clean = false;
                out.push(Node::Element(text_of(text.clone())));
            }
            Node::Element(child) => {
                self.is_clean = false;
                if !child.text().trim().is_empty()
                    && !matches!(child.name.as_ref(), "annotation" | "annotation-xml")
                {
                    out.push(Node::Element(text_of(child.text())));
                }
            }
            Node::Comment(_) | Node::Instruction(_) => self.is_clean = false,
        }
    }
}

/// Makes a row of an element that does not hold what it must; the formula itself stays one.
fn simplify(out: &mut Element) {
    let row = |name: &str| {
        Cow::Borrowed(if rules::is_token(name) {
            "mtext"
        } else {
            "mrow"
        })
    };
    for node in &mut out.content {
        if let Node::Element(child) = node
            && !rules::is_expression(&child.name)
        {
            child.name = row(&child.name);
            child.attrs.retain(|attr| attr.name == "id");
        }
    }
    if out.name != "math" {
        out.name = row(&out.name);
        out.attrs.retain(|attr| attr.name == "id");
    }
}

/// Stray text in a formula.
fn text_of(text: String) -> Element {
    Element {
        namespace: Some(Cow::Borrowed(ns::MATHML)),
        name: Cow::Borrowed("mtext"),
        content: vec![Node::Text(text)].into(),
        ..Element::default()
    }
}
