//! How an article's tree is shown to a reader, whatever the format: in which order, with which generated words.
//!
//! EPUB and PDF show the same [`Shown`] tree, each in its own means. Everything that is not in the article stands here and
//! only here, as [`Generated`], so that both formats can mark it and both readers can drop it again.

use crate::tree::{Element, Instruction, Node};

/// An element as it is shown.
#[derive(Debug)]
pub(crate) struct Shown<'a> {
    /// The element itself: name, attributes.
    pub(crate) element: &'a Element,
    /// What is shown in it, in the order in which it is shown.
    pub(crate) kids: Vec<Kid<'a>>,
    /// Empty when the element's own children are shown as they stand; else, for each own child in the order shown, its
    /// index among the element's children. Always a permutation of all of them.
    pub(crate) order: Vec<u32>,
}

/// A child as it is shown.
#[derive(Debug)]
pub(crate) enum Kid<'a> {
    /// A child element.
    Element(Shown<'a>),
    /// Text of the article.
    Text(&'a str),
    /// A comment of the article; never visible.
    Comment(&'a str),
    /// A processing instruction of the article; never visible.
    Instruction(&'a Instruction),
    /// What is not in the article.
    Generated(Generated),
}

/// Text that is not in the article and must be marked as such wherever it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Generated {
    /// What is shown.
    pub(crate) text: String,
    /// What for.
    pub(crate) kind: GeneratedKind,
}

/// What a generated text is for; decides its looks, not its meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum GeneratedKind {
    /// Space and punctuation between data.
    Punctuation,
    /// A word that introduces data in running text: "Received".
    Word,
    /// A heading of its own: "References".
    Heading,
    /// A label: the number of a list item or a note that has none.
    Label,
}

/// The tree as it is shown.
pub(crate) fn article(root: &Element) -> Shown<'_> {
    as_it_stands(root)
}

/// An element shown as it stands: nothing moved, nothing generated.
fn as_it_stands(element: &Element) -> Shown<'_> {
    let kids = element
        .content
        .iter()
        .map(|node| match node {
            Node::Element(child) => Kid::Element(as_it_stands(child)),
            Node::Text(text) => Kid::Text(text),
            Node::Comment(text) => Kid::Comment(text),
            Node::Instruction(instruction) => Kid::Instruction(instruction),
        })
        .collect();
    Shown {
        element,
        kids,
        order: Vec::new(),
    }
}
