//! The vocabulary of JATS, one table: which elements are blocks, which hold elements only, which keep their white space.

/// How an element holds its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Content {
    /// Elements only: white space between them is no data.
    Element,
    /// Text and elements.
    Mixed,
    /// Text kept to the letter, descendants included.
    Kept,
}

/// What an element holds; `None` for an element that is not of JATS.
pub(crate) fn content(_name: &str) -> Option<Content> {
    None
}

/// True for the blocks of mixed content: paragraphs, sections, lists, figures, tables, displayed formulas, quotations …
pub(crate) fn is_block(_name: &str) -> bool {
    false
}

/// The name as a static string, when it is one of JATS: reading then allocates nothing for it.
pub(crate) fn interned(_name: &str) -> Option<&'static str> {
    None
}
