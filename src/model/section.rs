//! Sections, and whatever is built like one: appendices, acknowledgements, biographies.

use super::abstracts::Abstract;
use super::block::Block;
use super::credit::CreditGroup;
use super::flow::Flow;
use super::headline::SubjectGroup;
use super::id::Identifier;
use super::inline::Inline;
use super::keywords::KeywordGroup;
use super::lang::Lang;
use super::nested::Nested;
use super::node::node;
use super::rights::Rights;
use super::text::Written;

node! {
    /// A section.
    ///
    /// ```
    /// use separatum::model::{Block, Section};
    /// let mut methods = Section::new("Methods");
    /// methods.content.push(Block::paragraph("We counted trees."));
    /// assert_eq!(methods.title.unwrap().text(), "Methods");
    /// ```
    pub struct Section {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
            /// What the section is, as spelled: `intro`, `methods`.
            kind: Option<String> = "sec-type",
            /// What the content is, as spelled.
            content_type: Option<String> = "content-type",
            /// Language.
            lang: Option<Lang> = "xml:lang",
        }
        head {
            /// What is said about the section itself: its authors, keywords, rights.
            meta: Option<Nested<SectionMeta>> = "sec-meta",
            /// Its label: "2.1".
            label: Option<Written> = "label",
            /// Its title.
            title: Option<Written> = "title",
        }
        rest {
            /// Its blocks, sections inside included.
            content: Vec<Block>
        }
    }
}

impl Section {
    /// A section with a title.
    #[must_use]
    pub fn new(title: &str) -> Self {
        Self {
            title: Some(title.into()),
            ..Self::default()
        }
    }
}

node! {
    /// What is said about a section itself.
    pub struct SectionMeta {
        head {
            /// Its identifiers.
            ids: Vec<Identifier> = "object-id",
            /// Who is credited for it.
            credits: Vec<CreditGroup> = "contrib-group",
            /// Its abstracts.
            abstracts: Vec<Abstract> = "abstract",
            /// Its keywords.
            keywords: Vec<KeywordGroup> = "kwd-group",
            /// Its subjects.
            subjects: Vec<SubjectGroup> = "subj-group",
            /// Rights in it.
            rights: Option<Rights> = "permissions",
        }
    }
}

node! {
    /// A paragraph. It may hold blocks among its text.
    pub struct Paragraph {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
            /// What the paragraph is, as spelled.
            kind: Option<String> = "content-type",
            /// Language.
            lang: Option<Lang> = "xml:lang",
        }
        rest {
            /// Its text, and the blocks in it.
            content: Vec<Flow>
        }
    }
}

impl Paragraph {
    /// A paragraph of running text.
    #[must_use]
    pub fn new<T: Into<Inline>>(content: impl IntoIterator<Item = T>) -> Self {
        Self {
            content: content
                .into_iter()
                .map(|inline| Flow::Inline(inline.into()))
                .collect(),
            ..Self::default()
        }
    }
}

node! {
    /// The body of an article.
    pub struct Body {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
        }
        rest {
            /// Its blocks.
            content: Vec<Block>
        }
    }
}

impl From<Vec<Block>> for Body {
    fn from(content: Vec<Block>) -> Self {
        Self {
            content,
            ..Self::default()
        }
    }
}
