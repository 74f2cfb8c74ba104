//! Children into fields and back: the one merge that every element with typed children uses.

mod fields;

use crate::model::nested::{Hollow, Nested};
use std::borrow::Cow;

pub(crate) use fields::{AttrField, ChildField, RestField, each};

use crate::model::Visitor;
use crate::model::extra::{Carried, Extra, Placed};
use crate::tree::ns::expand;
use crate::tree::{Attr, Element, Node};

/// A model type that stands for one element of the tree.
pub(crate) trait Typed {
    /// The value of an element; everything without a field of its own goes to the value's `extra`.
    fn read(element: Element) -> Self
    where
        Self: Sized;
    /// The element of the value. `name` is the element's name where the type does not decide it itself.
    fn write(&self, name: &'static str) -> Element;
    /// True when the value nests at most `left` elements, itself included.
    fn fits(&self, left: usize) -> bool;
    /// Shows what the value holds to a visitor.
    fn walk<'a>(&'a self, visitor: &mut dyn Visitor<'a>);
}

impl<T: Typed + Hollow> Typed for Nested<T> {
    fn read(element: Element) -> Self {
        Self::new(T::read(element))
    }

    fn write(&self, name: &'static str) -> Element {
        (**self).write(name)
    }

    fn fits(&self, left: usize) -> bool {
        (**self).fits(left)
    }

    fn walk<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        (**self).walk(visitor);
    }
}

/// The value of an element, on the heap. A function of its own, so that an enumeration's reader does not hold every
/// variant's value on the stack at every level of nesting.
#[inline(never)]
pub(crate) fn nested<T: Typed + Hollow>(element: Element) -> Nested<T> {
    Nested::new(T::read(element))
}

/// Where a field stands in the writer's order: before the free content, in it, or after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Rank {
    Head,
    Rest,
    Tail,
}

/// An element on its way into fields.
pub(crate) struct Slots {
    attrs: Vec<Attr>,
    /// The children. Where one was taken stands a text without anything in it, which no tree in normal form has.
    kids: Vec<Node>,
    /// What fields took: rank and index among the children, in the order of the fields.
    taken: Vec<(Rank, usize)>,
}

impl Slots {
    pub(crate) fn new(element: Element) -> Self {
        Self {
            attrs: element.attrs,
            kids: element.content.into_inner(),
            taken: Vec::new(),
        }
    }

    /// Takes the attribute `name`, written with its usual prefix: `id`, `xml:lang`, `xlink:href`.
    pub(crate) fn attr(&mut self, name: &str) -> Option<String> {
        if self.attrs.is_empty() {
            return None;
        }
        let (namespace, local) = expand(name);
        let at = self
            .attrs
            .iter()
            .position(|a| a.name == local && a.namespace.as_deref() == namespace)?;
        Some(self.attrs.remove(at).value)
    }

    /// Takes the first child of one of these names that `wanted` accepts.
    pub(crate) fn take_if(
        &mut self,
        names: &[&str],
        rank: Rank,
        wanted: impl Fn(&Element) -> bool,
    ) -> Option<Element> {
        let is_wanted = |kid: &Node| is_wanted(kid, names, &wanted);
        let index = self.kids.iter().position(is_wanted)?;
        self.take(index, rank)
    }

    /// Takes all children of these names that `wanted` accepts.
    pub(crate) fn take_all_if(
        &mut self,
        names: &[&str],
        rank: Rank,
        wanted: impl Fn(&Element) -> bool,
    ) -> Vec<Element> {
        self.read_all_if(names, rank, wanted, |element| element)
    }

    /// Reads all children of these names that `wanted` accepts, and takes them.
    fn read_all_if<T>(
        &mut self,
        names: &[&str],
        rank: Rank,
        wanted: impl Fn(&Element) -> bool,
        read: impl Fn(Element) -> T,
    ) -> Vec<T> {
        let is_wanted = |kid: &Node| is_wanted(kid, names, &wanted);
        let count = self.kids.iter().filter(|kid| is_wanted(kid)).count();
        // Fields are large and mostly few, so no place is made for more than there are.
        let mut found = Vec::with_capacity(count);
        let mut from = 0;
        while found.len() < count {
            let Some(next) = self.kids.iter().skip(from).position(is_wanted) else {
                break;
            };
            found.extend(self.take(from + next, rank).map(&read));
            from += next + 1;
        }
        found
    }

    fn take(&mut self, index: usize, rank: Rank) -> Option<Element> {
        match self.kids.get_mut(index).map(leave) {
            Some(Node::Element(element)) => {
                self.taken.push((rank, index));
                Some(element)
            }
            _ => None,
        }
    }

    /// Takes what no field took: every element, and the text, comments and instructions between the fields that stand
    /// before the free content and those that stand after it. Called last.
    pub(crate) fn rest(&mut self) -> Vec<Node> {
        if self.taken.is_empty() {
            return std::mem::take(&mut self.kids);
        }
        let of = |wanted: Rank| {
            self.taken
                .iter()
                .filter(move |(rank, _)| *rank == wanted)
                .map(|(_, index)| *index)
        };
        let start = of(Rank::Head).max().map_or(0, |last| last + 1);
        let end = of(Rank::Tail)
            .filter(|&first| first >= start)
            .min()
            .unwrap_or(self.kids.len());
        let mut found = Vec::with_capacity(self.kids.len().saturating_sub(self.taken.len()));
        for (index, kid) in self.kids.iter_mut().enumerate() {
            let is_free = matches!(kid, Node::Element(_)) || (start..end).contains(&index);
            if is_free && !is_taken(kid) {
                self.taken.push((Rank::Rest, index));
                found.push(leave(kid));
            }
        }
        found
    }

    /// What is left, with its places.
    pub(crate) fn finish(mut self) -> Extra {
        self.attrs.shrink_to_fit();
        self.taken.sort_by_key(|(rank, _)| *rank);
        let is_whole = self.kids.iter().all(is_taken);
        if is_whole && self.taken.is_sorted_by_key(|(_, index)| *index) {
            return Extra::from(Carried {
                attrs: self.attrs,
                ..Carried::default()
            });
        }
        let mut by_source: Vec<(usize, u32)> = self
            .taken
            .iter()
            .zip(0_u32..)
            .map(|((_, index), written)| (*index, written))
            .collect();
        by_source.sort_unstable();
        let mut before = by_source.iter().map(|(index, _)| *index).peekable();
        let mut at = 0;
        let mut nodes = Vec::new();
        for (index, node) in self.kids.into_iter().enumerate() {
            while before.next_if(|&typed| typed < index).is_some() {
                at += 1;
            }
            if !is_taken(&node) {
                nodes.push(Placed { at, node });
            }
        }
        let order: Vec<u32> = by_source.into_iter().map(|(_, written)| written).collect();
        let is_writers_own = order
            .iter()
            .copied()
            .eq(0..u32::try_from(order.len()).unwrap_or(u32::MAX));
        Extra::from(Carried {
            attrs: self.attrs,
            nodes,
            order: if is_writers_own { Vec::new() } else { order },
        })
    }
}

fn is_wanted(kid: &Node, names: &[&str], wanted: impl Fn(&Element) -> bool) -> bool {
    matches!(kid, Node::Element(element) if is_one_of(element, names) && wanted(element))
}

/// Takes a child and leaves the mark of it.
fn leave(kid: &mut Node) -> Node {
    std::mem::replace(kid, Node::Text(String::new()))
}

fn is_taken(kid: &Node) -> bool {
    matches!(kid, Node::Text(text) if text.is_empty())
}

/// An element being made from fields.
pub(crate) struct Builder {
    element: Element,
}

impl Builder {
    pub(crate) fn new(name: &'static str) -> Self {
        Self {
            element: Element::usual(name),
        }
    }

    /// Adds an attribute, named with its usual prefix.
    pub(crate) fn attr(&mut self, name: &'static str, value: Option<&str>) {
        if let Some(value) = value {
            let (namespace, local) = expand(name);
            self.element.attrs.push(Attr {
                namespace: namespace.map(Cow::Borrowed),
                name: Cow::Borrowed(local),
                value: value.to_owned(),
            });
        }
    }

    /// Adds a typed child.
    pub(crate) fn push(&mut self, child: Element) {
        self.element.content.push(Node::Element(child));
    }

    /// Adds a typed child when there is one.
    pub(crate) fn push_some(&mut self, child: Option<Element>) {
        self.element.content.extend(child.map(Node::Element));
    }

    /// The typed children so far: where free content is added.
    pub(crate) fn content(&mut self) -> &mut Vec<Node> {
        &mut self.element.content
    }

    /// The element with everything that has no field, in its place.
    pub(crate) fn finish(mut self, extra: &Extra) -> Element {
        // One that stands in a field as well is given twice, which the check of the article refuses.
        self.element.attrs.extend(extra.attrs.iter().cloned());
        self.element
            .attrs
            .sort_by(|a, b| (&a.namespace, &a.name).cmp(&(&b.namespace, &b.name)));
        self.element.content = merge(extra, self.element.content.into_inner()).into();
        self.element
    }
}

/// Typed children and those without a field, in source order.
///
/// Typed children stand in `order` when it is a permutation of them, else in the writer's order; before the t-th of them
/// come all nodes with `at <= t`, after the last of them the remaining nodes.
pub(crate) fn merge(extra: &Extra, typed: Vec<Node>) -> Vec<Node> {
    if extra.nodes.is_empty() && extra.order.is_empty() {
        return typed;
    }
    let typed = reorder(&extra.order, typed);
    let mut merged = Vec::with_capacity(typed.len() + extra.nodes.len());
    let mut nodes: Vec<&Placed> = extra.nodes.iter().collect();
    nodes.sort_by_key(|placed| placed.at);
    let mut nodes = nodes.into_iter().peekable();
    for (child, t) in typed.into_iter().zip(0_u32..) {
        while let Some(placed) = nodes.next_if(|placed| placed.at <= t) {
            merged.push(placed.node.clone());
        }
        merged.push(child);
    }
    merged.extend(nodes.map(|placed| placed.node.clone()));
    merged
}

/// The children in `order` when that is a permutation of them; else as they are.
fn reorder(order: &[u32], typed: Vec<Node>) -> Vec<Node> {
    if order.len() != typed.len() {
        return typed;
    }
    let mut slots: Vec<Option<Node>> = typed.into_iter().map(Some).collect();
    let mut picked = Vec::with_capacity(order.len());
    for index in order {
        let slot = usize::try_from(*index).ok().and_then(|i| slots.get_mut(i));
        picked.push(slot.and_then(Option::take));
    }
    if picked.iter().all(Option::is_some) {
        return picked.into_iter().flatten().collect();
    }
    // No permutation: put everything back where it was.
    for (index, node) in order.iter().zip(picked) {
        let slot = usize::try_from(*index).ok().and_then(|i| slots.get_mut(i));
        if let (Some(slot), Some(node)) = (slot, node) {
            *slot = Some(node);
        }
    }
    slots.into_iter().flatten().collect()
}

fn is_one_of(element: &Element, names: &[&str]) -> bool {
    match element.namespace.as_deref() {
        // A name without a prefix: most are, and fields are asked very often.
        None => names.iter().any(|name| element.name == *name),
        namespace => names
            .iter()
            .any(|name| expand(name) == (namespace, &*element.name)),
    }
}

#[cfg(test)]
mod tests;
