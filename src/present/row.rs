//! The children of one element on their way to being shown: put in order, joined, introduced.
//!
//! Whatever is done to a row, every child of the element stays in it exactly once and its order is known.

use std::borrow::Cow;

use super::{Generated, GeneratedKind, Kid, Shown, places, raised};
use crate::tree::{Element, Node};

/// The children of one element in the order shown, with what is generated between them.
pub(super) struct Row<'a> {
    pub(super) element: &'a Element,
    items: Vec<Item<'a>>,
}

/// A child with its index among the element's children, or something generated, without one.
struct Item<'a> {
    own: Option<u32>,
    kid: Kid<'a>,
}

impl<'a> Row<'a> {
    /// The children as they stand, each shown by `show`.
    pub(super) fn of(element: &'a Element, show: impl Fn(&'a Element) -> Shown<'a>) -> Self {
        let kid = |node: &'a Node| match node {
            Node::Element(child) => Kid::Element(show(child)),
            Node::Text(text) => Kid::Text(text),
            Node::Comment(text) => Kid::Comment(text),
            Node::Instruction(instruction) => Kid::Instruction(instruction),
        };
        let own = |(index, node)| Item {
            own: Some(index),
            kid: kid(node),
        };
        Self {
            element,
            items: (0_u32..).zip(&element.content).map(own).collect(),
        }
    }

    /// The children sorted by rank; those of one rank stay as they stand. Comments and instructions go with the element
    /// before them. Where the author wrote text between the elements, the author's order stands.
    pub(super) fn sorted(mut self, rank: impl Fn(&Element) -> u8) -> Self {
        if self.is_mixed() {
            return self;
        }
        let mut current = 0;
        let mut ranked = Vec::with_capacity(self.items.len());
        for item in self.items {
            if let Kid::Element(shown) = &item.kid {
                current = rank(shown.element);
            }
            ranked.push((current, item));
        }
        ranked.sort_by_key(|(rank, _)| *rank);
        self.items = ranked.into_iter().map(|(_, item)| item).collect();
        self
    }

    /// What `joint` says between two neighbours of one line that both have something to read. Nothing where the author
    /// wrote text or punctuation (`x`) between them; where there is a space only, it serves as the space of the joint, and a
    /// comma at the end of the first as its comma.
    pub(super) fn joined(
        mut self,
        mut joint: impl FnMut(&Shown<'a>, &Shown<'a>) -> Cow<'static, str>,
    ) -> Self {
        if self.is_mixed() {
            return self.with_label_apart();
        }
        let mut items: Vec<Item<'a>> = Vec::with_capacity(self.items.len());
        let mut last = None;
        for item in self.items {
            if let Kid::Element(next) = &item.kid {
                if next.block {
                    last = None;
                } else if next.speaks && !next.hidden {
                    let text = match neighbour(&items, last) {
                        Some(prev) => authored(prev, next)
                            .unwrap_or_else(|| unrepeated(prev, joint(prev, next))),
                        None => Cow::Borrowed(""),
                    };
                    push_joint(&mut items, last, text);
                    last = Some(items.len());
                }
            }
            items.push(item);
        }
        self.items = items;
        self
    }

    /// With a space where two neighbours of one line would run together, and before a generated word that directly follows
    /// a text: its own element stands there without one.
    pub(super) fn apart(mut self, runs_together: impl Fn(&Shown<'a>, &Kid<'a>) -> bool) -> Self {
        let mut items: Vec<Item<'a>> = Vec::with_capacity(self.items.len());
        for item in self.items {
            let is_glued = items.last().is_some_and(|prev| match &prev.kid {
                Kid::Element(shown) if shown.block || !shown.speaks => false,
                Kid::Element(shown) => {
                    runs_together(shown, &item.kid)
                        || item.opens_with_word() && !shown.element.is("x")
                }
                Kid::Text(text) => {
                    item.opens_with_word()
                        && text.ends_with(|c: char| c.is_alphanumeric() || ".,;)".contains(c))
                }
                _ => false,
            });
            if is_glued {
                items.extend(Item::joint(" ".into()));
            }
            items.push(item);
        }
        self.items = items;
        self
    }

    /// With a word and a colon before all else, if there is anything to read.
    pub(super) fn introduced(self, word: &str) -> Self {
        self.opened(format!("{word}: "))
    }

    /// With words before all else, if there is anything to read.
    pub(super) fn opened(mut self, text: impl Into<Cow<'static, str>>) -> Self {
        if self.speaks() {
            self.items.splice(0..0, Item::joint(text.into()));
        }
        self
    }

    /// With words right after the last child of the line, if there is one.
    pub(super) fn closed(mut self, text: impl Into<Cow<'static, str>>) -> Self {
        let last = self.items.iter().rposition(Item::is_line);
        if let (Some(at), Some(item)) = (last, Item::joint(text.into())) {
            self.items
                .insert(at.saturating_add(1).min(self.items.len()), item);
        }
        self
    }

    /// With a word instead of nothing: what an empty element stands for.
    pub(super) fn standing_for(mut self, word: &str) -> Self {
        if !self.speaks() {
            self.items.extend(Item::joint(word.to_owned().into()));
        }
        self
    }

    /// With a raised mark before all else.
    pub(super) fn marked(mut self, mark: &str) -> Self {
        self.items.insert(0, Item::mark(mark));
        self
    }

    /// With a raised mark behind the last child of the line that speaks and for which `is_named` holds.
    pub(super) fn marked_behind(mut self, mark: &str, is_named: impl Fn(&Element) -> bool) -> Self {
        let is_named = |item: &Item<'a>| item.speaks_and(&is_named);
        if let Some(at) = self.items.iter().rposition(is_named) {
            self.items.insert(at.saturating_add(1), Item::mark(mark));
        }
        self
    }

    /// With what is generated between two marks raised like them.
    pub(super) fn raised(mut self, is_mark: impl Fn(&Shown<'a>) -> bool) -> Self {
        let marks: Vec<bool> = self
            .items
            .iter()
            .map(|item| item.element().is_some_and(&is_mark))
            .collect();
        for (item, around) in self.items.iter_mut().skip(1).zip(marks.windows(3)) {
            if let (Kid::Generated(joint), [true, _, true]) = (&mut item.kid, around) {
                joint.kind = GeneratedKind::Mark;
            }
        }
        self
    }

    /// With a heading before the first child that speaks and for which `is_first` holds; before all else when none is asked.
    pub(super) fn headed(mut self, heading: &str, is_first: impl Fn(&Element) -> bool) -> Self {
        let is_first = |item: &Item<'a>| item.speaks_and(&is_first);
        if let Some(at) = self.items.iter().position(is_first) {
            self.items.insert(at, Item::heading(heading));
        }
        self
    }

    /// With a heading before all else.
    pub(super) fn titled(mut self, heading: &str) -> Self {
        self.items.insert(0, Item::heading(heading));
        self
    }

    /// The row as an element shown.
    pub(super) fn finish(self, block: bool, hidden: bool) -> Shown<'a> {
        let speaks = !hidden && self.speaks();
        let order: Vec<u32> = self.items.iter().filter_map(|item| item.own).collect();
        let block = block
            || (places::follows_content(self.element) && self.elements().any(|shown| shown.block));
        let in_order = (0_u32..).zip(&order).all(|(index, own)| index == *own);
        let mut kids: Vec<Kid<'a>> = self.items.into_iter().map(|item| item.kid).collect();
        raised::mark(self.element, &mut kids);
        Shown {
            element: self.element,
            block,
            speaks,
            hidden,
            raised: false,
            order: if in_order { Vec::new() } else { order },
            kids,
        }
    }

    /// The child elements in the order shown.
    pub(super) fn elements(&self) -> impl Iterator<Item = &Shown<'a>> {
        self.items.iter().filter_map(Item::element)
    }

    /// The child elements in the order shown, to change how they stand.
    pub(super) fn elements_mut(&mut self) -> impl Iterator<Item = &mut Shown<'a>> {
        self.items
            .iter_mut()
            .filter_map(|item| match &mut item.kid {
                Kid::Element(shown) => Some(shown),
                _ => None,
            })
    }

    /// True when the element's own content holds more than white space between its elements.
    pub(super) fn is_mixed(&self) -> bool {
        self.items.iter().any(Item::is_text)
    }

    /// True when there is any text between the elements, white space included.
    pub(super) fn has_spaces(&self) -> bool {
        self.items
            .iter()
            .any(|item| matches!(item.kid, Kid::Text(_)))
    }

    /// True when there is something to read.
    pub(super) fn speaks(&self) -> bool {
        self.items.iter().any(|item| match &item.kid {
            Kid::Element(shown) => shown.speaks,
            Kid::Text(text) => !text.trim().is_empty(),
            Kid::Generated(generated) => generated.kind != GeneratedKind::Punctuation,
            Kid::Comment(_) | Kid::Instruction(_) => false,
        })
    }

    /// A label at the beginning apart from the words after it: publishers set it high, and leave no space.
    fn with_label_apart(mut self) -> Self {
        let speaking = |item: &Item<'a>| match &item.kid {
            Kid::Element(shown) => shown.speaks,
            Kid::Text(_) => true,
            _ => false,
        };
        let Some(at) = self.items.iter().position(speaking) else {
            return self;
        };
        let mut from_label = self.items.iter().skip(at);
        let is_label = from_label
            .next()
            .and_then(Item::element)
            .is_some_and(|s| s.element.is("label"));
        let is_apart = match from_label.next().map(|item| &item.kid) {
            Some(Kid::Text(text)) => text.starts_with(char::is_whitespace),
            Some(Kid::Element(next)) => next.block,
            _ => true,
        };
        if is_label && !is_apart {
            self.items.splice(
                at.saturating_add(1)..at.saturating_add(1),
                Item::joint(" ".into()),
            );
        }
        self
    }
}

impl<'a> Item<'a> {
    /// Generated text; nothing for the empty one. With a letter in it it is a word, else punctuation.
    fn joint(text: Cow<'static, str>) -> Option<Self> {
        let kind = if text.contains(char::is_alphabetic) {
            GeneratedKind::Word
        } else {
            GeneratedKind::Punctuation
        };
        (!text.is_empty()).then(|| Self::generated(text.into_owned(), kind))
    }

    /// True for a child that speaks and of whose element that holds.
    fn speaks_and(&self, holds: impl Fn(&Element) -> bool) -> bool {
        self.element()
            .is_some_and(|shown| shown.speaks && holds(shown.element))
    }

    fn heading(text: &str) -> Self {
        Self::generated(text.to_owned(), GeneratedKind::Heading)
    }

    fn mark(text: &str) -> Self {
        Self::generated(text.to_owned(), GeneratedKind::Mark)
    }

    fn generated(text: String, kind: GeneratedKind) -> Self {
        Self {
            own: None,
            kid: Kid::Generated(Generated { text, kind }),
        }
    }

    /// True for an element in the line that begins with a generated word.
    fn opens_with_word(&self) -> bool {
        self.element().is_some_and(|shown| {
            let word =
                |kid: &Kid<'_>| matches!(kid, Kid::Generated(g) if g.kind == GeneratedKind::Word);
            !shown.block && shown.kids.first().is_some_and(word)
        })
    }

    fn element(&self) -> Option<&Shown<'a>> {
        match &self.kid {
            Kid::Element(shown) => Some(shown),
            _ => None,
        }
    }

    /// True for what runs in the element's line and has something to read.
    fn is_line(&self) -> bool {
        match &self.kid {
            Kid::Element(shown) => shown.speaks && !shown.block,
            _ => self.is_text(),
        }
    }

    /// True for text that is more than white space.
    fn is_text(&self) -> bool {
        matches!(self.kid, Kid::Text(text) if !text.trim().is_empty())
    }
}

/// The last element of the line so far.
fn neighbour<'i, 'a>(items: &'i [Item<'a>], last: Option<usize>) -> Option<&'i Shown<'a>> {
    items.get(last?)?.element()
}

/// What stands beside the words or punctuation that an author wrote between two elements: nothing, or the space that the
/// normal form has taken from their edges. `None` when neither is of that kind.
fn authored(prev: &Shown<'_>, next: &Shown<'_>) -> Option<Cow<'static, str>> {
    let is_spaced = if next.element.is("x") {
        let text = next.element.text();
        text.starts_with(|c: char| c.is_alphanumeric() || "(&–—".contains(c))
    } else if prev.element.is("x") {
        let text = prev.element.text();
        !text.ends_with(|c: char| c.is_whitespace() || "([{“‘«/-".contains(c))
    } else {
        return None;
    };
    Some(if is_spaced { " ".into() } else { "".into() })
}

/// A joint without the punctuation with which the element before it ends: some houses write it there.
fn unrepeated(prev: &Shown<'_>, joint: Cow<'static, str>) -> Cow<'static, str> {
    match joint.strip_prefix([',', ';']) {
        Some(rest) if matches!(prev.last_char(), Some(',' | ';')) => rest.to_owned().into(),
        _ => joint,
    }
}

/// A joint after the items so far. With white space since the last element, or at its end, what stands before the joint's
/// own space goes before it and what stands after goes behind.
fn push_joint(items: &mut Vec<Item<'_>>, last: Option<usize>, text: Cow<'static, str>) {
    if let Some((before, after)) = text.split_once(' ')
        && let Some(item) = last.and_then(|at| items.get_mut(at))
        && let Kid::Element(shown) = &mut item.kid
        && matches!(shown.kids.last(), Some(Kid::Text(space)) if space.trim().is_empty())
    {
        let at = shown.kids.len().saturating_sub(1);
        let before = Item::joint(before.to_owned().into());
        shown.kids.splice(at..at, before.map(|item| item.kid));
        items.extend(Item::joint(after.to_owned().into()));
        return;
    }
    let since = last.map_or(items.len(), |at| at.saturating_add(1));
    let is_spaced = items
        .iter()
        .skip(since)
        .any(|item| matches!(item.kid, Kid::Text(_)));
    match text.split_once(' ').filter(|_| is_spaced) {
        Some((before, after)) => {
            let before = Item::joint(before.to_owned().into());
            items.splice(since..since, before);
            items.extend(Item::joint(after.to_owned().into()));
        }
        None => items.extend(Item::joint(text)),
    }
}
