//! The vocabulary of JATS, one table: which elements are blocks, which hold elements only, which keep their white space.

#[rustfmt::skip]
mod names;
#[rustfmt::skip]
mod table;

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

use names::OTHERS;
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

/// What is known of a name.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Word {
    /// The name: an element that has it needs no allocation for it.
    pub(crate) name: &'static str,
    /// How an element of that name holds its content; `None` when there is none in JATS.
    pub(crate) content: Option<Content>,
    /// Whether an element of that name is a block of mixed content: see [`is_block`].
    pub(crate) is_block: bool,
}

/// What is known of a name: of every element of JATS, and of names that are frequent in the other formats.
pub(crate) fn word(name: &str) -> Option<&'static Word> {
    WORDS.get(name)
}

/// What an element holds; `None` for an element that is not of JATS. MathML is not in the table: its namespace tells.
pub(crate) fn content(name: &str) -> Option<Content> {
    word(name)?.content
}

/// The children of an element that holds elements only, in the order in which its content model first mentions them;
/// empty for every other element.
#[cfg(any(test, feature = "proptest"))]
pub(crate) fn child_order(parent: &str) -> &'static [&'static str] {
    let row = TABLE.iter().find(|(name, _, _)| *name == parent);
    row.map_or(&[], |(_, _, children)| *children)
}

/// The names of all elements, sorted.
#[cfg(any(test, feature = "proptest"))]
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    TABLE.iter().map(|(name, _, _)| *name)
}

/// True for the blocks of mixed content: paragraphs, sections, lists, figures, tables, displayed formulas, quotations …
///
/// White space beside a block and at its edges is no data. So only what always stands apart from the line is one; what
/// real articles also put into a line (`graphic`, `media`, `code`, `alternatives`, `fn`) is not.
pub(crate) fn is_block(name: &str) -> bool {
    word(name).is_some_and(|word| word.is_block)
}

/// The name as a static string, when it is a known one: reading then allocates nothing for it.
pub(crate) fn interned(name: &str) -> Option<&'static str> {
    word(name).map(|word| word.name)
}

/// Every name of the tables. It is only ever asked, never gone through, so its order is nobody's.
static WORDS: LazyLock<Names<Word>> = LazyLock::new(|| {
    let others = OTHERS.iter().map(|&name| (name, None));
    let elements = TABLE
        .iter()
        .map(|&(name, content, _)| (name, Some(content)));
    let word = |(name, content)| Word {
        name,
        content,
        is_block: BLOCKS.binary_search(&name).is_ok(),
    };
    others
        .chain(elements)
        .map(word)
        .map(|word| (word.name, word))
        .collect()
});

/// What is known of names that are known beforehand.
pub(crate) type Names<V> = HashMap<&'static str, V, BuildHasherDefault<Ends>>;

/// A hash of the first and last eight bytes of a name, or four, which tell the names of the tables well enough apart.
///
/// Nobody can choose what the map holds, so nobody can choose names that collide in it.
#[derive(Debug, Default)]
pub(crate) struct Ends(u64);

impl Ends {
    fn add(&mut self, word: u64) {
        const FACTOR: u64 = 0x517c_c1b7_2722_0a95;
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(FACTOR);
    }
}

impl Hasher for Ends {
    fn write(&mut self, bytes: &[u8]) {
        if let (Some(first), Some(last)) = (bytes.first_chunk::<8>(), bytes.last_chunk()) {
            self.add(u64::from_le_bytes(*first));
            self.add(u64::from_le_bytes(*last));
        } else if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk()) {
            let (first, last) = (u32::from_le_bytes(*first), u32::from_le_bytes(*last));
            self.add(u64::from(first) << 32 | u64::from(last));
        } else {
            let packed = bytes
                .iter()
                .fold(0, |all, &byte| all << 8 | u64::from(byte));
            self.add(packed);
        }
    }

    /// The end of a string, which tells nothing of a name.
    fn write_u8(&mut self, _: u8) {}

    fn finish(&self) -> u64 {
        self.0
    }
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
        assert!(OTHERS.is_sorted_by(|a, b| a < b));
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
        let all = TABLE.iter().map(|(name, _, _)| name).chain(&OTHERS);
        for name in all.copied() {
            assert_eq!(interned(name), Some(name));
        }
        assert_eq!((interned("taxon-name"), interned("")), (None, None));
        assert_eq!((content("rid"), content("p")), (None, Some(Content::Mixed)));
    }
}
