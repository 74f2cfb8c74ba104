//! What a field may be: an attribute, children of given names, or all content without a field of its own.

use super::{Builder, Rank, Slots, Typed};
use crate::model::Visitor;
use crate::model::lang::Lang;
use crate::tree::Node;

/// A field that holds an attribute.
pub(crate) trait AttrField {
    fn from_value(value: Option<String>) -> Self;
    fn value(&self) -> Option<&str>;
}

impl AttrField for Option<String> {
    fn from_value(value: Option<String>) -> Self {
        value
    }

    fn value(&self) -> Option<&str> {
        self.as_deref()
    }
}

impl AttrField for Option<Lang> {
    fn from_value(value: Option<String>) -> Self {
        value.map(Lang::from)
    }

    fn value(&self) -> Option<&str> {
        self.as_ref().map(Lang::as_str)
    }
}

/// A field that holds child elements of given names.
pub(crate) trait ChildField {
    fn take(slots: &mut Slots, names: &[&'static str], rank: Rank) -> Self;
    fn put(&self, out: &mut Builder, names: &[&'static str]);
    fn fits(&self, left: usize) -> bool;
    fn walk<'a>(&'a self, visitor: &mut dyn Visitor<'a>);
}

impl<T: Typed> ChildField for Option<T> {
    fn take(slots: &mut Slots, names: &[&'static str], rank: Rank) -> Self {
        slots.take_if(names, rank, |_| true).map(T::read)
    }

    fn put(&self, out: &mut Builder, names: &[&'static str]) {
        if let (Some(value), Some(name)) = (self, names.first()) {
            out.push(value.write(name));
        }
    }

    fn fits(&self, left: usize) -> bool {
        self.as_ref().is_none_or(|value| value.fits(left))
    }

    fn walk<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        if let Some(value) = self {
            value.walk(visitor);
        }
    }
}

impl<T: Typed> ChildField for Vec<T> {
    fn take(slots: &mut Slots, names: &[&'static str], rank: Rank) -> Self {
        slots.read_all_if(names, rank, |_| true, T::read)
    }

    fn put(&self, out: &mut Builder, names: &[&'static str]) {
        if let Some(name) = names.first() {
            for value in self {
                out.push(value.write(name));
            }
        }
    }

    fn fits(&self, left: usize) -> bool {
        self.iter().all(|value| value.fits(left))
    }

    fn walk<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        for value in self {
            value.walk(visitor);
        }
    }
}

/// The values of nodes. They are put into the memory of the nodes, which are larger, and what is left of it is given back.
pub(crate) fn each<T>(nodes: Vec<Node>, read: impl Fn(Node) -> T) -> Vec<T> {
    let mut values: Vec<T> = nodes.into_iter().map(read).collect();
    values.shrink_to_fit();
    values
}

/// A field that holds all content without a field of its own, in order.
pub(crate) trait RestField {
    fn read(nodes: Vec<Node>) -> Self;
    fn write(&self, out: &mut Vec<Node>);
    fn fits(&self, left: usize) -> bool;
    fn walk<'a>(&'a self, visitor: &mut dyn Visitor<'a>);
}
