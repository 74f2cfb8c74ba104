//! What stands inside a line: text, emphasis, links, references, data.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::choice::{choice, names};
use super::citation::Citation;
use super::credit::{CreditGroup, NameAlternatives, PersonName};
use super::extra::{Attr, Extra, ForeignElement, Instruction};
use super::flow::Flow;
use super::math::{Formula, Tex};
use super::media::Image;
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
            /// Emphasised text: italic, superscript …
            Emphasis(Box<Emphasis>),
            /// A fact inside text: a year, a source, an institution.
            Datum(Box<Datum>),
            /// A citation in running text.
            Citation(Box<Citation>),
            /// A formula in MathML, verbatim.
            Math(Box<ForeignElement>),
            /// A comment.
            Comment(String),
            /// A processing instruction.
            Instruction(Box<Instruction>),
            /// An element that the model has no type for; what it holds is typed again.
            Other(Box<Other>),
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

names! {
    /// What a [`Datum`] is.
    pub enum DatumKind {
        Year = "year",
        Month = "month",
        Day = "day",
        Season = "season",
        Era = "era",
        Date = "date",
        StringDate = "string-date",
        DateInCitation = "date-in-citation",
        AccessDate = "access-date",
        TimeStamp = "time-stamp",
        ArticleTitle = "article-title",
        ChapterTitle = "chapter-title",
        PartTitle = "part-title",
        DataTitle = "data-title",
        IssueTitle = "issue-title",
        TransTitle = "trans-title",
        TransSource = "trans-source",
        Source = "source",
        Series = "series",
        Edition = "edition",
        Version = "version",
        Volume = "volume",
        VolumeId = "volume-id",
        VolumeSeries = "volume-series",
        Issue = "issue",
        IssueId = "issue-id",
        IssuePart = "issue-part",
        Supplement = "supplement",
        Fpage = "fpage",
        Lpage = "lpage",
        PageRange = "page-range",
        ElocationId = "elocation-id",
        Size = "size",
        PubId = "pub-id",
        ObjectId = "object-id",
        Isbn = "isbn",
        Issn = "issn",
        IssnL = "issn-l",
        PublisherName = "publisher-name",
        PublisherLoc = "publisher-loc",
        ConfName = "conf-name",
        ConfDate = "conf-date",
        ConfLoc = "conf-loc",
        ConfSponsor = "conf-sponsor",
        Patent = "patent",
        Gov = "gov",
        Std = "std",
        Annotation = "annotation",
        Comment = "comment",
        PersonGroup = "person-group",
        StringName = "string-name",
        GivenNames = "given-names",
        Surname = "surname",
        Prefix = "prefix",
        Suffix = "suffix",
        Degrees = "degrees",
        Role = "role",
        Collab = "collab",
        CollabName = "collab-name",
        CollabWrap = "collab-wrap",
        Etal = "etal",
        Anonymous = "anonymous",
        OnBehalfOf = "on-behalf-of",
        Institution = "institution",
        InstitutionId = "institution-id",
        InstitutionWrap = "institution-wrap",
        Department = "department",
        AddrLine = "addr-line",
        City = "city",
        State = "state",
        PostalCode = "postal-code",
        Country = "country",
        Phone = "phone",
        Fax = "fax",
        Address = "address",
        ContribId = "contrib-id",
        FundingSource = "funding-source",
        AwardId = "award-id",
        NamedContent = "named-content",
        StyledContent = "styled-content",
        Label = "label",
        Target = "target",
        MilestoneStart = "milestone-start",
        MilestoneEnd = "milestone-end",
        GlyphData = "glyph-data",
        PrivateChar = "private-char",
        Ruby = "ruby",
        RubyBase = "rb",
        RubyText = "rt",
        IndexTerm = "index-term",
        TermInIndex = "see",
        AlsoInIndex = "see-also",
        ChemStruct = "chem-struct",
        SupplementaryMaterial = "inline-supplementary-material",
        RelatedArticle = "related-article",
        RelatedObject = "related-object",
        Price = "price",
        Authored = "x",
        AltText = "alt-text",
        LongDesc = "long-desc",
        ContentLanguage = "content-language",
    }
}

/// A fact inside text: what it is, and how the text says it.
///
/// The parts of a citation, of an affiliation or of a written name are data with the punctuation between them as text.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Datum {
    /// What it is.
    pub kind: DatumKind,
    /// The text.
    #[serde(default, skip_serializing_if = "crate::model::is_default")]
    pub content: Vec<Inline>,
    /// Its attributes and what else has no field, in its place.
    #[serde(default, skip_serializing_if = "crate::model::is_default")]
    pub extra: Extra,
}

impl Datum {
    /// A fact given as plain text.
    #[must_use]
    pub fn new(kind: DatumKind, text: impl Into<String>) -> Self {
        Self {
            kind,
            content: vec![Inline::Text(text.into())],
            extra: Extra::default(),
        }
    }

    /// The text without its markup.
    #[must_use]
    pub fn text(&self) -> String {
        super::plain::inlines(&self.content)
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
            /// The short form; the long one may stand in it as `def`.
            content: Vec<Flow>
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
#[serde(default)]
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
