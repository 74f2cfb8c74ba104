//! Facts inside text: years, sources, institutions, and whatever else JATS marks in a line.

use serde::{Deserialize, Serialize};

use super::choice::names;
use super::extra::Extra;
use super::inline::Inline;

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
        StringConf = "string-conf",
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
        StdOrganization = "std-organization",
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
        CollabNames = "collab-name-alternatives",
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
        GrantNumber = "grant-num",
        GrantSponsor = "grant-sponsor",
        ContractNumber = "contract-num",
        ContractSponsor = "contract-sponsor",
        TaxonName = "tp:taxon-name",
        TaxonNamePart = "tp:taxon-name-part",
        TaxonAuthority = "tp:taxon-authority",
        TaxonStatus = "tp:taxon-status",
        NomenclatureCitation = "tp:nomenclature-citation",
        NomenclatureCitations = "tp:nomenclature-citation-list",
        NamedContent = "named-content",
        StyledContent = "styled-content",
        Label = "label",
        Target = "target",
        MilestoneStart = "milestone-start",
        MilestoneEnd = "milestone-end",
        UnderlineStart = "underline-start",
        UnderlineEnd = "underline-end",
        OverlineStart = "overline-start",
        OverlineEnd = "overline-end",
        GlyphData = "glyph-data",
        GlyphRef = "glyph-ref",
        PrivateChar = "private-char",
        Ruby = "ruby",
        RubyBase = "rb",
        RubyText = "rt",
        RubyParenthesis = "rp",
        IndexTerm = "index-term",
        TermInIndex = "see",
        AlsoInIndex = "see-also",
        IndexRangeEnd = "index-term-range-end",
        ChemStruct = "chem-struct",
        TextualForm = "textual-form",
        InlineMedia = "inline-media",
        Signature = "sig",
        Rule = "hr",
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
#[serde(deny_unknown_fields)]
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

    /// An attribute by its name in JATS, such as `country` of a country or `pub-id-type` of an identifier; those of XML and
    /// `XLink` have no name here.
    #[must_use]
    pub fn attr(&self, name: &str) -> Option<&str> {
        let is_it = |attr: &&super::extra::Attr| attr.namespace.is_none() && attr.name == name;
        self.extra
            .attrs
            .iter()
            .find(is_it)
            .map(|attr| attr.value.as_str())
    }
}
