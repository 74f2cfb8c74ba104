//! A tree from a tape of numbers.

use std::borrow::Cow;

use super::stock::{ATTRIBUTES, BLOCKS, CALS, FLOWS, FOREIGN, INLINES, MATH, TEXTS};
use crate::model::{DatumKind, EmphasisKind};
use crate::tree::{Attr, Document, Element, Instruction, Node, ns};
use crate::vocabulary::{self, Content};

/// How deep generated trees go; deeper ones are tested by hand.
const DEPTH: usize = 24;

/// The document that a tape describes. The empty tape is the empty article.
pub(super) fn document(tape: &[u16]) -> Document {
    let mut grower = Grower { tape: tape.iter() };
    let mut document = Document {
        root: Element::new("article"),
        ..Document::default()
    };
    grower.attributes(&mut document.root);
    for part in [
        "front",
        "body",
        "back",
        "floats-group",
        "floats-wrap",
        "sub-article",
        "response",
    ] {
        // Front and body nearly always, the rest now and then.
        let is_rare = !matches!(part, "front" | "body");
        if grower.is_over() || (is_rare && grower.pick(4) != 0) {
            continue;
        }
        let element = grower.element(part, 1);
        document.root.content.push(Node::Element(element));
    }
    grower.sprinkle(&mut document.root.content);
    document
}

struct Grower<'a> {
    tape: std::slice::Iter<'a, u16>,
}

impl Grower<'_> {
    fn is_over(&self) -> bool {
        self.tape.len() == 0
    }

    /// The next number below `n`; 0 when the tape is over.
    fn pick(&mut self, n: usize) -> usize {
        self.tape
            .next()
            .map_or(0, |number| usize::from(*number) % n.max(1))
    }

    fn choose<T: Copy>(&mut self, from: &[T]) -> Option<T> {
        let at = self.pick(from.len());
        from.get(at).copied()
    }

    fn text(&mut self) -> String {
        self.choose(TEXTS).unwrap_or_default().to_owned()
    }

    fn element(&mut self, name: &'static str, depth: usize) -> Element {
        let mut element = Element::usual(name);
        self.attributes(&mut element);
        if depth >= DEPTH {
            return element;
        }
        let count = self.pick(8);
        for _ in 0..count {
            if self.is_over() {
                break;
            }
            let node = self.child(name, depth);
            element.content.push(node);
        }
        if self.pick(12) == 1 {
            self.sprinkle(&mut element.content);
        }
        element
    }

    fn child(&mut self, parent: &'static str, depth: usize) -> Node {
        if self.pick(24) == 1 {
            return self.foreign(depth);
        }
        match vocabulary::content(parent) {
            Some(Content::Element) => {
                let name = self.choose(vocabulary::child_order(parent)).unwrap_or("p");
                Node::Element(self.named(name, depth))
            }
            Some(Content::Kept) => match self.pick(4) {
                1 => Node::Element(self.element("bold", depth + 1)),
                _ => Node::Text(self.text()),
            },
            Some(Content::Mixed) | None => self.mixed(parent, depth),
        }
    }

    /// A child of a known name; MathML is the one known name with a namespace.
    fn named(&mut self, name: &'static str, depth: usize) -> Element {
        match name {
            "math" | "mml:math" => self.math(depth),
            _ => self.element(name, depth + 1),
        }
    }

    fn mixed(&mut self, parent: &str, depth: usize) -> Node {
        if FLOWS.contains(&parent) && self.pick(3) == 1 {
            let name = self.choose(BLOCKS).unwrap_or("p");
            return Node::Element(self.element(name, depth + 1));
        }
        match self.pick(7) {
            0..=2 => Node::Text(self.text()),
            3 => {
                let kind = self
                    .choose(EmphasisKind::ALL)
                    .unwrap_or(EmphasisKind::Italic);
                Node::Element(self.element(kind.element(), depth + 1))
            }
            4 => {
                let kind = self.choose(DatumKind::ALL).unwrap_or(DatumKind::Year);
                Node::Element(self.element(kind.element(), depth + 1))
            }
            5 if self.pick(6) == 0 => Node::Element(self.math(depth)),
            _ => {
                let name = self.choose(INLINES).unwrap_or("xref");
                Node::Element(self.element(name, depth + 1))
            }
        }
    }

    fn math(&mut self, depth: usize) -> Element {
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

    fn foreign(&mut self, depth: usize) -> Node {
        match self.pick(5) {
            0 => Node::Comment(
                self.choose(&[" a comment ", "", "x - y", "<p>&amp;"])
                    .unwrap_or_default()
                    .to_owned(),
            ),
            1 => Node::Instruction(self.instruction()),
            2 => {
                let namespace = self.choose(&[Some(ns::OASIS), Some(ns::OASIS_OPEN), None]);
                Node::Element(self.cals(namespace.flatten(), 0, depth))
            }
            3 => Node::Text(self.text()),
            _ => {
                let (namespace, name) = self.choose(FOREIGN).unwrap_or((None, "unknown"));
                let mut element = self.element(name, depth + 1);
                element.namespace = namespace.map(Cow::Borrowed);
                Node::Element(element)
            }
        }
    }

    fn instruction(&mut self) -> Instruction {
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
    fn cals(&mut self, namespace: Option<&'static str>, level: usize, depth: usize) -> Element {
        let name = CALS.get(level).copied().unwrap_or("entry");
        let mut element = Element::new(name);
        element.namespace = namespace.map(Cow::Borrowed);
        self.attributes(&mut element);
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
        self.attributes(&mut element);
        element
    }

    fn attributes(&mut self, element: &mut Element) {
        for _ in 0..self.pick(4).saturating_sub(1) {
            let Some((name, values)) = self.choose(ATTRIBUTES) else {
                return;
            };
            let value = self.choose(values).unwrap_or_default().to_owned();
            let (namespace, local) = match name.split_once(':') {
                Some(("xml", local)) => (Some(ns::XML), local),
                Some((_, local)) => (Some(ns::XLINK), local),
                None => (None, name),
            };
            // The root's version belongs to the dialect, not to the tree.
            if element.attr_ns(namespace, local).is_none()
                && !(local == "dtd-version" && element.is("article"))
            {
                element.attrs.push(Attr {
                    namespace: namespace.map(Cow::Borrowed),
                    name: Cow::Borrowed(local),
                    value,
                });
            }
        }
    }

    /// Adds a comment and an instruction between what is there.
    fn sprinkle(&mut self, content: &mut Vec<Node>) {
        for _ in 0..self.pick(3) {
            let at = self.pick(content.len() + 1);
            let node = if self.pick(2) == 0 {
                Node::Comment(" between ".to_owned())
            } else {
                Node::Instruction(self.instruction())
            };
            content.insert(at, node);
        }
    }
}
