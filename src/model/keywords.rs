//! Keywords.

use super::inline::Inline;
use super::lang::Lang;
use super::nested::Nested;
use super::node::node;
use super::text::Written;

node! {
    /// Keywords that belong together.
    pub struct KeywordGroup {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
            /// What kind, as spelled: `author`, `abbreviations`.
            kind: Option<String> = "kwd-group-type",
            /// Language.
            lang: Option<Lang> = "xml:lang",
        }
        head {
            /// Its label.
            label: Option<Written> = "label",
            /// Its title.
            title: Option<Written> = "title",
            /// The keywords.
            keywords: Vec<Written> = "kwd",
            /// Keywords in parts: a short form and a long one.
            compound: Vec<CompoundKeyword> = "compound-kwd",
            /// Keywords with keywords below them.
            nested: Vec<NestedKeyword> = "nested-kwd",
            /// All of them in one text.
            unstructured: Vec<Written> = "unstructured-kwd-group",
        }
    }
}

impl KeywordGroup {
    /// A group of these keywords.
    #[must_use]
    pub fn new<T: Into<Written>>(keywords: impl IntoIterator<Item = T>) -> Self {
        Self {
            keywords: keywords.into_iter().map(Into::into).collect(),
            ..Self::default()
        }
    }
}

node! {
    /// A keyword in parts.
    pub struct CompoundKeyword {
        head {
            /// The parts.
            parts: Vec<CompoundKeywordPart> = "compound-kwd-part",
        }
    }
}

node! {
    /// A part of a keyword.
    pub struct CompoundKeywordPart {
        attrs {
            /// What it is, as spelled.
            kind: Option<String> = "content-type",
        }
        rest {
            /// The text.
            content: Vec<Inline>
        }
    }
}

node! {
    /// A keyword with keywords below it.
    pub struct NestedKeyword {
        head {
            /// The keywords.
            keywords: Vec<Written> = "kwd",
            /// Keywords in parts.
            compound: Vec<CompoundKeyword> = "compound-kwd",
            /// Those below.
            nested: Vec<Nested<NestedKeyword>> = "nested-kwd",
        }
    }
}
