//! What stands inside a line: text, emphasis, links, references, data.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::choice::{choice, names};
use super::citation::Citation;
use super::credit::{CreditGroup, NameAlternatives, PersonName};
use super::datum::Datum;
use super::extra::{Attr, Extra, ForeignElement, Instruction};
use super::flow::Flow;
use super::list::Definition;
use super::math::{Formula, Tex};
use super::media::Image;
use super::nested::Nested;
use super::node::node;
use super::note::Note;

choice! {
    /// A piece of running text.
    pub enum Inline {
        elements {
            /// A link to an address outside the article.
            Link(Link) = "ext-link",
            /// A web address as text.
            Uri(Link) = "uri",
            /// An e-mail address.
            Email(Link) = "email",
            /// A reference to another place of the article: a figure, a table, a note, a cited work.
            Xref(Xref) = "xref",
            /// A note that stands in the text itself.
            Note(Note) = "fn",
            /// A formula in the line.
            Formula(Formula) = "inline-formula",
            /// An image in the line.
            Image(Image) = "inline-graphic",
            /// TeX source.
            Tex(Tex) = "tex-math",
            /// The same thing in several forms.
            Alternatives(Alternatives) = "alternatives",
            /// A person's name in parts.
            Name(PersonName) = "name",
            /// A person's name in several forms.
            Names(NameAlternatives) = "name-alternatives",
            /// An abbreviation.
            Abbreviation(Abbreviation) = "abbrev",
            /// A line break.
            Break(Break) = "break",
            /// Members of a group of authors.
            Credits(CreditGroup) = "contrib-group",
        }
        others {
            /// Text.
            Text(String),
            /// Emphasised text: italic, superscript … The element is that of its [`EmphasisKind`].
            Emphasis(Nested<Emphasis>),
            /// A fact inside text: a year, a source, an institution. The element is that of its kind.
            Datum(Nested<Datum>),
            /// A citation in running text. The element is that of its form.
            Citation(Nested<Citation>),
            /// A formula in MathML, verbatim. JATS `mml:math`; MathML in EPUB, an associated file in PDF.
            Math(Nested<ForeignElement>),
            /// A comment.
            Comment(String),
            /// A processing instruction.
            Instruction(Nested<Instruction>),
            /// An element that the model has no type for; what it holds is typed again.
            Other(Nested<Other>),
        }
    }
}

impl From<&str> for Inline {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Inline {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

/// Running text from its structs, for those that stand in running text only and whose element the struct alone decides.
macro_rules! from_struct {
    ($($variant:ident($payload:ty)),* $(,)?) => {
        $(impl From<$payload> for Inline {
            fn from(value: $payload) -> Self {
                Self::$variant(Nested::new(value))
            }
        })*
    };
}

from_struct! {
    Xref(Xref), Tex(Tex), Name(PersonName), Names(NameAlternatives), Abbreviation(Abbreviation), Break(Break),
    Credits(CreditGroup), Emphasis(Emphasis), Datum(Datum), Citation(Citation),
}

names! {
    /// A kind of emphasis.
    pub enum EmphasisKind {
        Italic = "italic",
        Bold = "bold",
        Superscript = "sup",
        Subscript = "sub",
        SmallCaps = "sc",
        Underline = "underline",
        Monospace = "monospace",
        Strike = "strike",
        Overline = "overline",
        SansSerif = "sans-serif",
        Roman = "roman",
        FixedCase = "fixed-case",
    }
}

/// Emphasised text.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Emphasis {
    /// How.
    pub kind: EmphasisKind,
    /// The text.
    #[serde(default, skip_serializing_if = "crate::model::is_default")]
    pub content: Vec<Inline>,
    /// What has no field of its own, in its place.
    #[serde(default, skip_serializing_if = "crate::model::is_default")]
    pub extra: Extra,
}

impl Emphasis {
    /// Emphasised text.
    #[must_use]
    pub fn new(kind: EmphasisKind, content: Vec<Inline>) -> Self {
        Self {
            kind,
            content,
            extra: Extra::default(),
        }
    }
}

node! {
    /// A link to an address outside the article.
    pub struct Link {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
            /// The address as spelled.
            href: Option<String> = "xlink:href",
            /// The kind of link as spelled: `uri`, `doi`.
            kind: Option<String> = "ext-link-type",
        }
        rest {
            /// The text of the link.
            content: Vec<Inline>
        }
    }
}

impl Link {
    /// A link with its text.
    #[must_use]
    pub fn new(href: impl Into<String>, content: Vec<Inline>) -> Self {
        Self {
            href: Some(href.into()),
            content,
            ..Self::default()
        }
    }
}

node! {
    /// A reference to other places of the article.
    pub struct Xref {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
            /// The identifiers of the targets, separated by spaces, as spelled; see [`Xref::targets`].
            rid: Option<String> = "rid",
            /// What is referred to, as spelled: `bibr`, `fig`, `table`, `fn`, `aff`.
            kind: Option<String> = "ref-type",
        }
        rest {
            /// The text of the reference; often empty.
            content: Vec<Inline>
        }
    }
}

impl Xref {
    /// A reference to `target` with its text.
    #[must_use]
    pub fn new(kind: impl Into<String>, target: impl Into<String>, content: Vec<Inline>) -> Self {
        Self {
            kind: Some(kind.into()),
            rid: Some(target.into()),
            content,
            ..Self::default()
        }
    }

    /// The identifiers referred to, in order.
    pub fn targets(&self) -> impl Iterator<Item = &str> {
        self.rid.iter().flat_map(|rid| rid.split_whitespace())
    }

    /// True for a reference to a cited work.
    #[must_use]
    pub fn is_citation(&self) -> bool {
        matches!(self.kind.as_deref(), Some("bibr" | "bib-ref"))
    }

    /// True for a reference to a note.
    #[must_use]
    pub fn is_note(&self) -> bool {
        matches!(
            self.kind.as_deref(),
            Some("fn" | "table-fn" | "author-notes")
        )
    }
}

node! {
    /// The same thing in several forms, of which a reader sees the best: MathML and TeX, an image in two formats.
    pub struct Alternatives {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
        }
        rest {
            /// The forms in the article's order.
            content: Vec<Flow>
        }
    }
}

node! {
    /// An abbreviation in running text.
    pub struct Abbreviation {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
            /// The long form as an attribute.
            alt: Option<String> = "alt",
        }
        rest {
            /// The short form.
            content: Vec<Flow>
        }
        tail {
            /// The long form.
            definitions: Vec<Definition> = "def",
        }
    }
}

node! {
    /// A line break.
    pub struct Break {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
        }
    }
}

/// An element that the model has no type for, in running text. What it holds is typed again and stays visible.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct Other {
    /// The namespace; absent for the article's own vocabulary.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub namespace: Option<Cow<'static, str>>,
    /// The local name.
    pub name: Cow<'static, str>,
    /// The attributes, sorted by namespace and name.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub attrs: Vec<Attr>,
    /// The content.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub content: Vec<Flow>,
}
