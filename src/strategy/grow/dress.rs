//! What generated elements are dressed with: attributes, instructions; verbatim formulas, tables of OASIS; how it all was
//! spelled.

use std::borrow::Cow;

use super::{DEPTH, Grower};
use crate::model::source::{Dialect, Doctype, Source};
use crate::strategy::grammar;
use crate::strategy::stock::{ATTRIBUTES, CALS, DOCTYPES, MATH, VALUES};
use crate::tree::{Attr, Element, Instruction, Node, ns};

impl Grower<'_> {
    pub(super) fn math(&mut self, depth: usize) -> Element {
        let mut math = self.in_namespace(ns::MATHML, "math");
        let mut row = self.in_namespace(ns::MATHML, "mrow");
        for _ in 0..self.pick(4) {
            let name = self.choose(MATH).unwrap_or("mi");
            let mut token = self.in_namespace(ns::MATHML, name);
            token.content.push(Node::Text(self.text()));
            row.content.push(Node::Element(token));
        }
        if depth < DEPTH {
            math.content.push(Node::Text("\n ".to_owned()));
            math.content.push(Node::Element(row));
        }
        math
    }

    pub(super) fn instruction(&mut self) -> Instruction {
        Instruction {
            target: self
                .choose(&["properties", "x-y", "supplied-pmid"])
                .unwrap_or_default()
                .to_owned(),
            text: self
                .choose(&["open_access", "", "a=\"b\" ? >"])
                .unwrap_or_default()
                .to_owned(),
        }
    }

    /// A table in the manner of OASIS, whole or in part.
    pub(super) fn cals(
        &mut self,
        namespace: Option<&'static str>,
        level: usize,
        depth: usize,
    ) -> Element {
        let name = CALS.get(level).copied().unwrap_or("entry");
        let mut element = Element::new(name);
        element.namespace = namespace.map(Cow::Borrowed);
        self.attributes(&mut element, name);
        if name == "entry" || depth >= DEPTH {
            element.content.push(Node::Text(self.text()));
            return element;
        }
        for _ in 0..=self.pick(3) {
            let step = 1 + self.pick(2);
            element
                .content
                .push(Node::Element(self.cals(namespace, level + step, depth + 1)));
        }
        element
    }

    fn in_namespace(&mut self, namespace: &'static str, name: &'static str) -> Element {
        let mut element = Element::new(name);
        element.namespace = Some(Cow::Borrowed(namespace));
        self.attributes(&mut element, name);
        element
    }

    /// Attributes: mostly those that the model has a field for in this element, and any other.
    pub(super) fn attributes(&mut self, element: &mut Element, name: &str) {
        let known = grammar::known(name).map_or(&[][..], |known| &known.attributes);
        for _ in 0..self.pick(4).saturating_sub(1) {
            let name = match self.choose(known) {
                Some(name) if self.pick(3) != 0 => name,
                _ => self.choose(ATTRIBUTES).map_or("id", |(name, _)| name),
            };
            self.attribute(element, name);
        }
    }

    /// Adds an attribute, named with its usual prefix, unless it is there.
    pub(super) fn attribute(&mut self, element: &mut Element, name: &'static str) {
        let of_name = ATTRIBUTES.iter().find(|(known, _)| *known == name);
        let values = of_name.map_or(VALUES, |(_, values)| values);
        let value = self.choose(values).unwrap_or_default().to_owned();
        let (namespace, local) = ns::expand(name);
        // The root's version belongs to the dialect, not to the tree.
        let is_dialect = local == "dtd-version" && element.is("article");
        if element.attr_ns(namespace, local).is_none() && !is_dialect {
            element.attrs.push(Attr {
                namespace: namespace.map(Cow::Borrowed),
                name: Cow::Borrowed(local),
                value,
            });
        }
    }

    /// Adds many of the attributes and children that the model has a field for: the one whose turn it is has them all now
    /// and then.
    pub(super) fn furnish(&mut self, element: &mut Element, name: &str, depth: usize) {
        let Some(known) = grammar::known(name) else {
            return;
        };
        for attribute in &known.attributes {
            if self.pick(3) != 0 {
                self.attribute(element, attribute);
            }
        }
        for child in &known.children {
            if self.pick(3) == 1 {
                let child = self.named(child, depth);
                element.content.push(Node::Element(child));
            }
        }
    }

    /// How the article was spelled, now and then: else the writer decides.
    pub(super) fn source(&mut self) -> Source {
        let mut source = Source::default();
        if self.pick(4) == 1 {
            source.prolog.push(Node::Comment(" before ".to_owned()));
            source.prolog.push(Node::Instruction(self.instruction()));
        }
        if self.pick(4) == 1 {
            source.epilog.push(Node::Instruction(self.instruction()));
            source.epilog.push(Node::Comment(" after ".to_owned()));
        }
        if self.pick(4) == 1 {
            source.dialect = Some(self.dialect());
        }
        source
    }

    fn dialect(&mut self) -> Dialect {
        let mut dialect = Dialect::default();
        if let Some((public, system)) = self.choose(DOCTYPES) {
            let mut doctype = Doctype::default();
            "article".clone_into(&mut doctype.name);
            doctype.public = public.map(str::to_owned);
            doctype.system = system.map(str::to_owned);
            dialect.doctype = Some(doctype);
        }
        let version = self.choose(&[None, Some("1.3"), Some("3.0"), Some("1.1d1")]);
        dialect.version = version.flatten().map(str::to_owned);
        if self.pick(2) == 1 {
            dialect.namespaces = vec![("x".to_owned(), "urn:example:x".to_owned())];
        }
        if self.pick(3) == 1 {
            dialect.root_namespace = Some("https://jats.example.org/ns".to_owned());
        }
        dialect
    }
}
