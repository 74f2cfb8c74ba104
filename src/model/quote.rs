//! Quotations, boxes, code, verse, speech: blocks with a voice or a frame of their own.

use super::block::Block;
use super::figure::Caption;
use super::flow::Flow;
use super::id::Identifier;
use super::inline::Inline;
use super::lang::Lang;
use super::node::node;
use super::rights::Rights;
use super::text::Written;

node! {
    /// A quotation that stands by itself; with the kind `pull-quote` one pulled from the text.
    pub struct Quotation {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
            /// What it is, as spelled.
            kind: Option<String> = "content-type",
            /// Language.
            lang: Option<Lang> = "xml:lang",
        }
        head {
            /// Its label.
            label: Option<Written> = "label",
            /// Its title.
            title: Option<Written> = "title",
        }
        rest {
            /// What is quoted.
            content: Vec<Block>
        }
        tail {
            /// Who is quoted.
            credits: Vec<Written> = "attrib",
            /// Rights in it.
            rights: Option<Rights> = "permissions",
        }
    }
}

impl Quotation {
    /// A quotation of one paragraph.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self {
            content: vec![Block::paragraph(text)],
            ..Self::default()
        }
    }
}

node! {
    /// Text in a box beside the article: a sidebar, a pull quote, a note of the editors.
    pub struct BoxedText {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
            /// What it is, as spelled.
            kind: Option<String> = "content-type",
            /// Where it stands: `float`, `anchor`.
            position: Option<String> = "position",
            /// Language.
            lang: Option<Lang> = "xml:lang",
        }
        head {
            /// Identifiers of the object.
            ids: Vec<Identifier> = "object-id",
            /// Its label.
            label: Option<Written> = "label",
            /// Its caption.
            caption: Option<Caption> = "caption",
        }
        rest {
            /// Its blocks.
            content: Vec<Block>
        }
        tail {
            /// Who made it.
            credits: Vec<Written> = "attrib",
            /// Rights in it.
            rights: Option<Rights> = "permissions",
        }
    }
}

node! {
    /// Code or preformatted text: every space and line end counts.
    pub struct Code {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
            /// The programming language as spelled.
            language: Option<String> = "language",
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
    /// A theorem, a definition, a proof: text with a label of its own.
    pub struct Statement {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
            /// What it is, as spelled.
            kind: Option<String> = "content-type",
        }
        head {
            /// Its label.
            label: Option<Written> = "label",
            /// Its title.
            title: Option<Written> = "title",
        }
        rest {
            /// Its text.
            content: Vec<Block>
        }
        tail {
            /// Whose it is.
            credits: Vec<Written> = "attrib",
        }
    }
}

node! {
    /// Verse: lines, and groups of lines.
    pub struct Verse {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
            /// What it is, as spelled.
            kind: Option<String> = "content-type",
        }
        head {
            /// Its label.
            label: Option<Written> = "label",
            /// Its title.
            title: Option<Written> = "title",
            /// Its subtitle.
            subtitle: Option<Written> = "subtitle",
        }
        rest {
            /// Lines and groups of lines.
            content: Vec<Block>
        }
        tail {
            /// Whose it is.
            credits: Vec<Written> = "attrib",
        }
    }
}

node! {
    /// What someone says in a dialogue.
    pub struct Speech {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
            /// What it is, as spelled.
            kind: Option<String> = "content-type",
        }
        head {
            /// Who speaks.
            speaker: Option<Written> = "speaker",
        }
        rest {
            /// What is said.
            content: Vec<Block>
        }
    }
}

node! {
    /// A question with its answers, or one of its parts: instruction, option, answer, explanation.
    pub struct Exercise {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
        }
        head {
            /// Its label.
            label: Option<Written> = "label",
            /// Its title.
            title: Option<Written> = "title",
        }
        rest {
            /// Its text and parts.
            content: Vec<Block>
        }
    }
}

node! {
    /// A group of content that JATS wraps without saying more: a chemical structure, an array.
    pub struct Wrapped {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
        }
        head {
            /// Its label.
            label: Option<Written> = "label",
            /// Its caption.
            caption: Option<Caption> = "caption",
        }
        rest {
            /// What it holds.
            content: Vec<Flow>
        }
    }
}
