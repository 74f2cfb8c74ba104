//! The elements that are open, and what they hold so far.

use std::borrow::Cow;

use crate::tree::{Element, Node};

/// The most names of which elements that were let go are counted; a wrapper has few.
const COUNTED: usize = 64;

/// The elements that are open, outermost first.
///
/// What stands in them lies on one stack, on which each knows where its share begins: so the children of an element are
/// put into memory once, when all of them are known.
#[derive(Debug, Default)]
pub(super) struct Nest {
    open: Vec<Open>,
    nodes: Vec<Node>,
    /// The names as their start tags spell them, one behind another.
    spelled: String,
}

/// An element that is open.
#[derive(Debug)]
struct Open {
    element: Element,
    /// How many declarations of namespaces were in scope before it.
    bound: usize,
    /// Where its children begin on the stack.
    nodes: usize,
    /// Where its name begins among those as spelled.
    spelled: usize,
    /// How many of its child elements were let go, by name.
    gone: Vec<(Cow<'static, str>, usize)>,
}

impl Nest {
    /// How many elements are open.
    pub(super) fn depth(&self) -> usize {
        self.open.len()
    }

    /// The name of the innermost element as its start tag spells it.
    pub(super) fn name(&self) -> Option<&str> {
        self.open
            .last()
            .and_then(|open| self.spelled.get(open.spelled..))
    }

    /// Opens an element that is spelled so, before which `bound` declarations were in scope.
    pub(super) fn open(&mut self, element: Element, name: &str, bound: usize) {
        let (nodes, spelled) = (self.nodes.len(), self.spelled.len());
        self.spelled.push_str(name);
        self.open.push(Open {
            element,
            bound,
            nodes,
            spelled,
            gone: Vec::new(),
        });
    }

    /// Ends the innermost element: with all that it holds, and the number of declarations that were in scope before it.
    pub(super) fn close(&mut self) -> Option<(Element, usize)> {
        let mut open = self.open.pop()?;
        self.spelled.truncate(open.spelled);
        open.element.content = self.nodes.split_off(open.nodes);
        Some((open.element, open.bound))
    }

    /// Adds a node to the innermost element.
    pub(super) fn add(&mut self, node: Node) {
        self.nodes.push(node);
    }

    /// Counts a child of the innermost element that is not added to it.
    pub(super) fn let_go(&mut self, name: &Cow<'static, str>) {
        let Some(open) = self.open.last_mut() else {
            return;
        };
        if let Some((_, count)) = open.gone.iter_mut().find(|(gone, _)| gone == name) {
            *count += 1;
        } else if open.gone.len() < COUNTED {
            open.gone.push((name.clone(), 1));
        }
    }

    /// The path of the elements that are open; none outside the root.
    pub(super) fn path(&self) -> Option<String> {
        let mut path = String::new();
        let mut parent: Option<&Open> = None;
        // Whatever is nested deeper is no article, and the path to it no help.
        for open in self.open.iter().take(32) {
            let before = parent.and_then(|parent| self.nodes.get(parent.nodes..open.nodes));
            let gone = parent.map(|parent| {
                parent
                    .gone
                    .iter()
                    .filter(|(name, _)| *name == open.element.name)
            });
            let gone = gone.into_iter().flatten().map(|(_, count)| count).sum();
            super::push_step(
                &mut path,
                before.map(|before| (before, gone)),
                &open.element,
            );
            parent = Some(open);
        }
        parent.map(|_| path)
    }
}
