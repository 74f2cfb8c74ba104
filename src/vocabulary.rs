//! The vocabulary of JATS, one table: which elements are blocks, which hold elements only, which keep their white space.

#[rustfmt::skip]
mod table;

use table::TABLE;

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

/// What an element holds; `None` for an element that is not of JATS. MathML is not in the table: its namespace tells.
pub(crate) fn content(name: &str) -> Option<Content> {
    row(name).map(|(_, content, _)| *content)
}

/// The children of an element that holds elements only, in the order in which its content model first mentions them;
/// empty for every other element.
#[cfg(any(test, feature = "proptest"))]
pub(crate) fn child_order(parent: &str) -> &'static [&'static str] {
    row(parent).map_or(&[], |(_, _, children)| *children)
}

/// The names of all elements, sorted.
#[cfg(all(test, feature = "epub", feature = "pdf"))]
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    TABLE.iter().map(|(name, _, _)| *name)
}

/// True for the blocks of mixed content: paragraphs, sections, lists, figures, tables, displayed formulas, quotations …
///
/// White space beside a block and at its edges is no data. So only what always stands apart from the line is one; what
/// real articles also put into a line (`graphic`, `media`, `code`, `alternatives`, `fn`) is not.
pub(crate) fn is_block(name: &str) -> bool {
    BLOCKS.binary_search(&name).is_ok()
}

/// The name as a static string, when it is one of JATS: reading then allocates nothing for it.
pub(crate) fn interned(name: &str) -> Option<&'static str> {
    row(name).map(|(name, _, _)| *name)
}

fn row(name: &str) -> Option<&'static (&'static str, Content, &'static [&'static str])> {
    TABLE
        .binary_search_by_key(&name, |(name, _, _)| name)
        .ok()
        .and_then(|at| TABLE.get(at))
}

/// The blocks, sorted.
const BLOCKS: &[&str] = &[
    "ack",
    "app",
    "array",
    "boxed-text",
    "chem-struct-wrap",
    "chem-struct-wrapper",
    "def-item",
    "def-list",
    "disp-formula",
    "disp-formula-group",
    "disp-quote",
    "fig",
    "fig-group",
    "list",
    "list-item",
    "p",
    "preformat",
    "ref-list",
    "sec",
    "speech",
    "statement",
    "supplementary-material",
    "table",
    "table-wrap",
    "table-wrap-group",
    "verse-group",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted_and_the_blocks_are_known() {
        assert!(TABLE.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert!(BLOCKS.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(BLOCKS.iter().all(|name| content(name).is_some()));
    }

    #[test]
    fn what_elements_hold() {
        for (name, expected) in [
            ("article-meta", Some(Content::Element)),
            ("break", Some(Content::Element)),
            ("citation", Some(Content::Mixed)),
            ("code", Some(Content::Kept)),
            ("history", Some(Content::Mixed)),
            ("list-item", Some(Content::Element)),
            ("p", Some(Content::Mixed)),
            ("tex-math", Some(Content::Kept)),
            ("td", Some(Content::Mixed)),
            ("tgroup", Some(Content::Element)),
            ("article-body", None),
            ("", None),
            ("P", None),
        ] {
            assert_eq!(content(name), expected, "{name}");
        }
    }

    #[test]
    fn children_stand_in_the_order_of_the_content_model() {
        let order = child_order("title-group");
        assert_eq!(
            order,
            [
                "article-title",
                "subtitle",
                "trans-title-group",
                "alt-title",
                "fn-group"
            ]
        );
        assert!(child_order("article").starts_with(&["processing-meta", "front", "body", "back"]));
        assert!(child_order("p").is_empty());
        assert!(child_order("unknown").is_empty());
        assert!(
            TABLE
                .iter()
                .all(|(_, content, order)| *content == Content::Element || order.is_empty())
        );
    }

    #[test]
    fn names_are_interned() {
        assert_eq!(interned("named-content"), Some("named-content"));
        assert_eq!(interned("taxon-name"), None);
    }
}
