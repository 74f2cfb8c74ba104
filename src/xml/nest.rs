//! The elements that are open, and what they hold so far.

use std::borrow::Cow;

use crate::tree::{Element, Node, space};

/// The most names of which elements that were let go are counted; a wrapper has few.
const COUNTED: usize = 64;

/// The elements that are open, outermost first.
///
/// They and what stands in them lie on one stack, each element before its children: so those are put into memory once, when
/// all of them are known.
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
    /// Where it stands on the stack.
    at: usize,
    /// How many declarations of namespaces were in scope before it.
    bound: usize,
    /// Whether all white space in it is data.
    keeps_space: bool,
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

    /// True when all white space in the innermost element is data.
    pub(super) fn keeps_space(&self) -> bool {
        self.open.last().is_some_and(|open| open.keeps_space)
    }

    /// Opens an element that is spelled so, before which `bound` declarations were in scope.
    pub(super) fn open(&mut self, element: Element, name: &str, bound: usize, keeps_space: bool) {
        let (at, spelled) = (self.nodes.len(), self.spelled.len());
        self.nodes.push(Node::Element(element));
        self.spelled.push_str(name);
        self.open.push(Open {
            at,
            bound,
            keeps_space,
            spelled,
            gone: Vec::new(),
        });
    }

    /// Ends the innermost element, which is then the last node of the one around it: the number of declarations that were
    /// in scope before it.
    pub(super) fn close(&mut self) -> Option<usize> {
        let open = self.open.pop()?;
        self.spelled.truncate(open.spelled);
        let content = self.nodes.split_off(open.at.saturating_add(1));
        if let Some(Node::Element(element)) = self.nodes.last_mut() {
            element.content = content.into();
            if !open.keeps_space {
                space::drop_blanks(element);
            }
        }
        Some(open.bound)
    }

    /// Takes the element that ended last out of the one around it.
    pub(super) fn take(&mut self) -> Element {
        match self.nodes.pop() {
            Some(Node::Element(element)) => element,
            _ => Element::default(),
        }
    }

    /// Adds a node to the innermost element.
    pub(super) fn add(&mut self, node: Node) {
        self.nodes.push(node);
    }

    /// Counts a child of the innermost element that is not added to it.
    pub(super) fn let_go(&mut self, name: Cow<'static, str>) {
        let Some(open) = self.open.last_mut() else {
            return;
        };
        if let Some((_, count)) = open.gone.iter_mut().find(|(gone, _)| *gone == name) {
            *count += 1;
        } else if open.gone.len() < COUNTED {
            open.gone.push((name, 1));
        }
    }

    /// The path of the elements that are open; none outside the root.
    pub(super) fn path(&self) -> Option<String> {
        let mut path = String::new();
        let mut parent: Option<&Open> = None;
        // Whatever is nested deeper is no article, and the path to it no help.
        for open in self.open.iter().take(32) {
            let Some(Node::Element(element)) = self.nodes.get(open.at) else {
                break;
            };
            let before = parent.and_then(|parent| self.nodes.get(parent.at + 1..open.at));
            let gone = parent.into_iter().flat_map(|parent| &parent.gone);
            let gone = gone
                .filter(|(name, _)| *name == element.name)
                .map(|(_, count)| count)
                .sum();
            super::push_step(&mut path, before.map(|before| (before, gone)), element);
            parent = Some(open);
        }
        parent.map(|_| path)
    }
}
