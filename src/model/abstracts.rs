//! Abstracts of all kinds.

use super::block::Block;
use super::id::Identifier;
use super::lang::Lang;
use super::node::node;
use super::text::Written;

node! {
    /// An abstract: of the article, of a figure, in the article's language or in another.
    pub struct Abstract {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
            /// What kind, as spelled: `graphical`, `key-points`, `plain-language-summary`.
            kind: Option<String> = "abstract-type",
            /// Language.
            lang: Option<Lang> = "xml:lang",
        }
        head {
            /// Identifiers of the object.
            ids: Vec<Identifier> = "object-id",
            /// Its label.
            label: Option<Written> = "label",
            /// Its title.
            title: Option<Written> = "title",
        }
        rest {
            /// Paragraphs and sections.
            content: Vec<Block>
        }
    }
}

impl Abstract {
    /// An abstract of one paragraph.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self {
            content: vec![Block::paragraph(text)],
            ..Self::default()
        }
    }
}
