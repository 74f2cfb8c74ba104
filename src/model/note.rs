//! Notes, at the foot of the text or in it.

use super::block::Block;
use super::lang::Lang;
use super::node::node;
use super::text::Written;

node! {
    /// A note.
    pub struct Note {
        attrs {
            /// Identifier: what references to it name.
            id: Option<String> = "id",
            /// What the note is about, as spelled: `coi-statement`, `equal`.
            kind: Option<String> = "fn-type",
            /// The mark as an attribute.
            symbol: Option<String> = "symbol",
            /// Language.
            lang: Option<Lang> = "xml:lang",
        }
        head {
            /// Its mark.
            label: Option<Written> = "label",
        }
        rest {
            /// Its text.
            content: Vec<Block>
        }
    }
}

impl Note {
    /// A note of one paragraph, with the identifier by which the text refers to it.
    #[must_use]
    pub fn new(id: impl Into<String>, text: &str) -> Self {
        Self {
            id: Some(id.into()),
            content: vec![Block::paragraph(text)],
            ..Self::default()
        }
    }
}

node! {
    /// Notes that stand together.
    pub struct NoteGroup {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
            /// What the notes are about, as spelled.
            kind: Option<String> = "content-type",
        }
        head {
            /// Its label.
            label: Option<Written> = "label",
            /// Its title.
            title: Option<Written> = "title",
        }
        rest {
            /// The notes, and paragraphs between them.
            content: Vec<Block>
        }
    }
}
