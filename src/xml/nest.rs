//! The elements that are open, and what they hold so far.

use std::borrow::Cow;

use crate::tree::{Element, Node, space};
use crate::vocabulary::{Content, Word};

/// The most names of which elements that were let go are counted; a wrapper has few.
const COUNTED: usize = 64;

/// From how many bytes on a text is not copied.
const LONG: usize = 4 << 10;

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
    /// Memory that is used again and again.
    spare: String,
}

/// How the white space in an element is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Space {
    /// All of it is data, descendants included.
    Kept,
    /// That between elements is no data, as far as no other text stands there.
    Between,
    /// A run of it is one space.
    Run,
    /// It is judged when the element is whole.
    Later,
}

impl Space {
    /// How it is taken in an element of a document whose vocabulary stands in no namespace.
    fn of(element: &Element, word: Option<&Word>) -> Self {
        match space::manner_of(element, word) {
            Some(Content::Kept) => Self::Kept,
            Some(Content::Element) => Self::Between,
            Some(Content::Mixed) => Self::Run,
            None => Self::Later,
        }
    }
}

/// An element that is open.
#[derive(Debug)]
struct Open {
    /// Where it stands on the stack.
    at: usize,
    /// How many declarations of namespaces were in scope before it.
    bound: usize,
    /// What the vocabulary knows of it.
    word: Option<&'static Word>,
    /// How its white space is taken.
    space: Space,
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

    /// How the white space in the innermost element is taken.
    pub(super) fn space(&self) -> Option<Space> {
        self.open.last().map(|open| open.space)
    }

    /// True when every run of white space in the innermost element is one space.
    pub(super) fn collapses_runs(&self) -> bool {
        matches!(self.space(), Some(Space::Run | Space::Between))
    }

    /// Opens an element that is spelled so, before which `bound` declarations were in scope.
    pub(super) fn open(&mut self, element: Element, name: &str, bound: usize, is_kept: bool) {
        let word = space::word(&element);
        let space = if is_kept {
            Space::Kept
        } else {
            Space::of(&element, word)
        };
        let (at, spelled) = (self.nodes.len(), self.spelled.len());
        self.nodes.push(Node::Element(element));
        self.spelled.push_str(name);
        self.open.push(Open {
            at,
            bound,
            word,
            space,
            spelled,
            gone: Vec::new(),
        });
    }

    /// Ends the innermost element, which is then the last node of the one around it: the number of declarations that were
    /// in scope before it.
    pub(super) fn close(&mut self) -> Option<usize> {
        let open = self.open.pop()?;
        self.spelled.truncate(open.spelled);
        let content = self.content(&open);
        if let Some(Node::Element(element)) = self.nodes.last_mut() {
            element.content = content.into();
            if open.space != Space::Kept {
                space::settle(element, open.word, open.space == Space::Later);
            }
        }
        Some(open.bound)
    }

    /// What stands in an element that ends, in exactly the memory that it needs. White space between elements, which is
    /// there as empty text, is left out; where there is other text, it is the one space that it reads as.
    fn content(&mut self, open: &Open) -> Vec<Node> {
        let from = open.at.saturating_add(1);
        let is_text = |node: &Node| matches!(node, Node::Text(_));
        let held = self.nodes.get_mut(from..).unwrap_or_default();
        if open.space != Space::Between || !held.iter().any(is_text) {
            return self.nodes.split_off(from);
        }
        if held
            .iter()
            .any(|node| matches!(node, Node::Text(text) if !text.is_empty()))
        {
            for node in held {
                if let Node::Text(text) = node
                    && text.is_empty()
                {
                    text.push(' ');
                }
            }
            return self.nodes.split_off(from);
        }
        let mut content = Vec::with_capacity(held.iter().filter(|node| !is_text(node)).count());
        content.extend(self.nodes.drain(from..).filter(|node| !is_text(node)));
        content
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

    /// Adds a text to the innermost element, and leaves the memory of a short one for the next. White space between elements
    /// takes none at all.
    pub(super) fn add_text(&mut self, text: &mut String) {
        if self.collapses_runs() && space::has_runs(text) {
            // Done before the text is put into memory of its own.
            self.spare.clear();
            space::collapse_runs(text, &mut self.spare);
            std::mem::swap(text, &mut self.spare);
        }
        let added = if self.space() == Some(Space::Between) && text == " " {
            String::new()
        } else if text.len() < LONG {
            text.clone()
        } else {
            std::mem::take(text)
        };
        text.clear();
        self.nodes.push(Node::Text(added));
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
