//! The table of the library. It only helps to make documents; what is compared is compared without it.

/// How an element holds its content.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Content {
    Element,
    Mixed,
    Kept,
}

#[rustfmt::skip]
#[path = "../../src/vocabulary/table.rs"]
mod table;

/// How an element holds its content, and the order of its children.
pub(crate) fn row(name: &str) -> (Content, &'static [&'static str]) {
    let found = table::TABLE.iter().find(|(known, _, _)| *known == name);
    found.map_or((Content::Mixed, &[]), |(_, content, children)| {
        (*content, *children)
    })
}

/// One of all elements.
pub(crate) fn name(at: usize) -> &'static str {
    table::TABLE[at % table::TABLE.len()].0
}

/// The name when it is that of an element.
pub(crate) fn known(name: &str) -> Option<&'static str> {
    let mut names = table::TABLE.iter().map(|(known, _, _)| *known);
    names.find(|known| *known == name)
}
