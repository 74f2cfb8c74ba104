//! Documents that are valid by one of the thirty DTDs, grown along a tape of numbers.
//!
//! The library's table of the DTDs is read here by a reader of its own, which shares nothing with that of the library: what
//! comes of it is judged by a validating parser with the DTDs themselves.

mod attributes;
mod grow;
mod table;
mod tables;
mod words;
mod xml;

pub(crate) use table::{Dtd, dtds};

use proptest::prelude::*;

/// The document of a DTD that a tape describes. The empty tape is about the shortest valid one.
pub(crate) fn document(dtd: &Dtd, tape: &[u16]) -> String {
    let mut root = grow::article(dtd, tape);
    tables::settle(&mut root);
    xml::written(dtd, &root)
}

/// Documents of all DTDs, each with the tape that it grew from.
pub(crate) fn documents(longest: usize) -> impl Strategy<Value = (&'static Dtd, String)> {
    let tape = prop::collection::vec(any::<u16>(), 0..=longest);
    (0..dtds().len(), tape).prop_map(|(at, tape)| (&dtds()[at], document(&dtds()[at], &tape)))
}

/// An element in the making.
#[derive(Debug)]
struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    content: Vec<Node>,
}

#[derive(Debug)]
enum Node {
    Element(Element),
    /// Text, comments and instructions, as they are written.
    Written(&'static str),
}

impl Element {
    fn children(&mut self) -> impl Iterator<Item = &mut Element> {
        self.content.iter_mut().filter_map(|node| match node {
            Node::Element(child) => Some(child),
            Node::Written(_) => None,
        })
    }
}
