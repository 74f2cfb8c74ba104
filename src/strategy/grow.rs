//! A tree from a tape of numbers.

mod dress;

use std::borrow::Cow;

use super::grammar;
use super::stock::{BLOCKS, FLOWS, FOREIGN, INLINES, TEXTS};
use crate::model::{DatumKind, EmphasisKind};
use crate::tree::{Attr, Document, Element, Node, ns};
use crate::vocabulary::{self, Content};

/// How deep generated trees go; deeper ones are tested by hand.
const DEPTH: usize = 24;

/// How many chains an article has, and how many elements a chain has at most.
const CHAINS: usize = 4;
const CHAIN: usize = 12;

/// The document that a tape describes. The empty tape is the empty article.
pub(super) fn document(tape: &[u16]) -> Document {
    let mut grower = Grower { tape: tape.iter() };
    let mut document = Document {
        root: Element::new("article"),
        ..Document::default()
    };
    document.source = grower.source();
    grower.attributes(&mut document.root, "article");
    for _ in 0..CHAINS {
        let chain = grower.chain();
        grower.place(&mut document.root, "article", chain, 0);
    }
    grower.parts(&mut document.root);
    grower.sprinkle(&mut document.root.content);
    document
}

/// The first child of that name.
fn child_named<'e>(element: &'e mut Element, name: &str) -> Option<&'e mut Element> {
    let (namespace, local) = ns::expand(name);
    let mut children = element.content.iter_mut().filter_map(|node| match node {
        Node::Element(child) => Some(child),
        _ => None,
    });
    children.find(|child| child.name == local && child.namespace.as_deref() == namespace)
}

struct Grower<'a> {
    tape: std::slice::Iter<'a, u16>,
}

impl Grower<'_> {
    fn is_over(&self) -> bool {
        self.tape.len() == 0
    }

    /// Front and body nearly always, the rest now and then. Each has its share of the tape, or the first would use up all.
    fn parts(&mut self, root: &mut Element) {
        let mut parts = vec!["front", "body"];
        for part in [
            "back",
            "processing-meta",
            "floats-group",
            "floats-wrap",
            "sub-article",
            "response",
        ] {
            if self.pick(4) == 1 {
                parts.push(part);
            }
        }
        let share = self.tape.len().div_ceil(parts.len()).max(1);
        for (part, tape) in parts.into_iter().zip(self.tape.as_slice().chunks(share)) {
            let mut grower = Grower { tape: tape.iter() };
            match child_named(root, part) {
                Some(element) => grower.fill(element, part, 1),
                None => root.content.push(Node::Element(grower.element(part, 1))),
            }
        }
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

    /// Elements one in the other, the innermost first, up to a child of `article`.
    ///
    /// An article has a few of them, and any element there is may be the innermost: so none is left to luck.
    fn chain(&mut self) -> Vec<&'static str> {
        if self.is_over() {
            return Vec::new();
        }
        let at = self.pick(grammar::elements().len());
        let mut chain: Vec<_> = grammar::elements().nth(at).into_iter().collect();
        while let Some(name) = chain.last()
            && let Some(parent) = self.choose(grammar::parents(name))
            && parent != "article"
        {
            if chain.len() == CHAIN {
                chain.push("body");
                break;
            }
            chain.push(parent);
        }
        chain
    }

    /// Puts a chain into an element, along what is there already; the innermost is well furnished.
    fn place(
        &mut self,
        element: &mut Element,
        name: &str,
        mut chain: Vec<&'static str>,
        depth: usize,
    ) {
        let Some(next) = chain.pop() else {
            return self.furnish(element, name, depth);
        };
        if let Some(child) = child_named(element, next) {
            return self.place(child, next, chain, depth + 1);
        }
        let child = match next {
            "math" | "mml:math" => self.math(depth),
            _ => {
                let mut child = Element::usual(next);
                self.attributes(&mut child, next);
                self.place(&mut child, next, chain, depth + 1);
                child
            }
        };
        element.content.push(Node::Element(child));
    }

    fn element(&mut self, name: &'static str, depth: usize) -> Element {
        let mut element = Element::usual(name);
        self.attributes(&mut element, name);
        self.fill(&mut element, name, depth);
        element
    }

    /// Adds children.
    fn fill(&mut self, element: &mut Element, name: &'static str, depth: usize) {
        if depth >= DEPTH {
            return;
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
    }

    fn child(&mut self, parent: &'static str, depth: usize) -> Node {
        if self.pick(24) == 1 {
            return self.foreign(depth);
        }
        let known = grammar::known(parent).map_or(&[][..], |known| &known.children);
        if !known.is_empty() && self.pick(2) == 1 {
            let name = self.choose(known).unwrap_or("p");
            return Node::Element(self.named(name, depth));
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
            // A standfirst is such an abstract, to the letter.
            "abstract" if self.pick(4) == 1 => self.standfirst(depth),
            _ => self.element(name, depth + 1),
        }
    }

    fn standfirst(&mut self, depth: usize) -> Element {
        let mut element = Element::new("abstract");
        element.attrs.push(Attr {
            namespace: None,
            name: Cow::Borrowed("abstract-type"),
            value: "teaser".to_owned(),
        });
        element
            .content
            .push(Node::Element(self.element("p", depth + 2)));
        element
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
