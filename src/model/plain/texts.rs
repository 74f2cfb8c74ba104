//! `text()` of the types of the model; a type that reads in a way of its own has its own.

use super::{blocks, citation, inlines, of, of_nodes};
use crate::model::{
    AbbreviatedTitle, Abbreviation, Abstract, Address, AffiliationAlternatives, AlternativeTitle,
    Alternatives, AppendixGroup, AuthorNotes, Award, Back, Block, BlockAlternatives, Body,
    BoxedText, Caption, Cell, Citation, CitationAlternatives, CitationEntry, CitationParts, Code,
    CompoundKeyword, CompoundKeywordPart, CompoundSubject, Conference, ContributedResources,
    Correspondence, Credit, CreditGroup, CustomMeta, CustomMetaGroup, Date, Definition,
    DefinitionItem, DefinitionList, Emphasis, Event, Exercise, Figure, FigureGroup, Flow, Formula,
    FormulaGroup, Funding, FundingSource, Glossary, Grant, Grid, GridGroup, History, Image, Inline,
    Issn, IssueTitles, Journal, JournalTitles, KeywordGroup, Licence, LicenceReference, Link, List,
    ListItem, LooseRights, Media, NameAlternatives, NestedKeyword, Nomenclature, Note, NoteGroup,
    Paragraph, ProcessingMeta, PublicationHistory, Publisher, Quotation, Recipient, Reference,
    ReferenceList, ReferenceNote, Related, Resource, ResourceGroup, Rights, Row, RowCell, RowGroup,
    Section, SectionMeta, SelfLink, Speech, Statement, SubjectGroup, Supplement, Support,
    SupportDescription, Table, TableFoot, TableGroup, TranslatedJournalTitle, TranslatedTitle,
    Treatment, TreatmentMeta, Verse, VersionAlternatives, VolumeIssue, Wrapped, Xref,
};
use crate::tree::Node;

/// Plain text for the types that stand for one element, each with the element's name.
macro_rules! plain_text {
    ($($type:ident = $name:literal),* $(,)?) => {
        $(impl $type {
            #[doc = "The text without markup: a line for each block, tabs between cells; nothing that only stands for a picture."]
            #[must_use]
            pub fn text(&self) -> String {
                of(self, $name)
            }
        })*
    };
}

plain_text! {
    AbbreviatedTitle = "abbrev-journal-title", Abbreviation = "abbrev", Abstract = "abstract", Address = "address",
    AffiliationAlternatives = "aff-alternatives", AlternativeTitle = "alt-title", Alternatives = "alternatives",
    AppendixGroup = "app-group", AuthorNotes = "author-notes", Award = "award-group",
    BlockAlternatives = "block-alternatives", Body = "body", BoxedText = "boxed-text", Caption = "caption",
    Cell = "td", CitationAlternatives = "citation-alternatives", Code = "code", CompoundKeyword = "compound-kwd",
    CompoundKeywordPart = "compound-kwd-part", CompoundSubject = "compound-subject", Conference = "conference",
    ContributedResources = "contributed-resource-group", Correspondence = "corresp", Credit = "contrib",
    CreditGroup = "contrib-group", CustomMeta = "custom-meta", CustomMetaGroup = "custom-meta-group", Date = "date",
    Definition = "def", DefinitionItem = "def-item", DefinitionList = "def-list", Event = "event",
    Exercise = "question", Figure = "fig", FigureGroup = "fig-group", Formula = "disp-formula",
    FormulaGroup = "disp-formula-group", Funding = "funding-group", FundingSource = "funding-source",
    Glossary = "glossary", Grant = "grant-num", Grid = "table", GridGroup = "tgroup", History = "history",
    Image = "graphic", Issn = "issn", IssueTitles = "issue-title-group", Journal = "journal-meta",
    JournalTitles = "journal-title-group", KeywordGroup = "kwd-group", Licence = "license",
    LicenceReference = "license-ref", Link = "ext-link", List = "list", ListItem = "list-item",
    LooseRights = "copyright-statement", Media = "media", NameAlternatives = "name-alternatives",
    NestedKeyword = "nested-kwd", Nomenclature = "tp:nomenclature", Note = "fn", NoteGroup = "fn-group",
    Paragraph = "p", ProcessingMeta = "processing-meta", PublicationHistory = "pub-history", Publisher = "publisher",
    Quotation = "disp-quote", Recipient = "principal-award-recipient", Reference = "ref", ReferenceList = "ref-list",
    ReferenceNote = "note", Related = "related-article", Resource = "resource-wrap", ResourceGroup = "resource-group",
    Rights = "permissions", Row = "tr", RowGroup = "tbody", Section = "sec", SectionMeta = "sec-meta",
    SelfLink = "self-uri", Speech = "speech", Statement = "statement", SubjectGroup = "subj-group",
    Supplement = "supplementary-material", Support = "support-group", SupportDescription = "support-description",
    Table = "table-wrap", TableFoot = "table-wrap-foot", TableGroup = "table-wrap-group",
    TranslatedJournalTitle = "trans-title-group", TranslatedTitle = "trans-title-group",
    Treatment = "tp:taxon-treatment", TreatmentMeta = "tp:treatment-meta", Verse = "verse-group",
    VersionAlternatives = "article-version-alternatives", VolumeIssue = "volume-issue-group", Wrapped = "array",
    Xref = "xref",
}

impl Block {
    /// The text without markup, in lines.
    #[must_use]
    pub fn text(&self) -> String {
        blocks(std::slice::from_ref(self))
    }
}

impl Inline {
    /// The text without markup.
    #[must_use]
    pub fn text(&self) -> String {
        inlines(std::slice::from_ref(self))
    }
}

impl Flow {
    /// The text without markup.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Inline(inline) => inline.text(),
            Self::Block(block) => block.text(),
        }
    }
}

impl Back {
    /// The text without markup, in lines.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Comment(_) | Self::Instruction(_) => String::new(),
            Self::Foreign(node) => of_nodes(std::slice::from_ref(node), true),
            known => known
                .to_element()
                .map(|element| of_nodes(&[Node::Element(element)], true))
                .unwrap_or_default(),
        }
    }
}

impl Emphasis {
    /// The text without markup.
    #[must_use]
    pub fn text(&self) -> String {
        inlines(&self.content)
    }
}

impl Citation {
    /// The text as it stands, without markup.
    #[must_use]
    pub fn text(&self) -> String {
        citation(&self.parts)
    }
}

impl CitationEntry {
    /// The text of the citation, of several forms that of the first.
    #[must_use]
    pub fn text(&self) -> String {
        self.citation().map(CitationParts::text).unwrap_or_default()
    }
}

impl RowCell {
    /// The text without markup, in lines.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Data(cell) | Self::Head(cell) => cell.text(),
        }
    }
}

#[cfg(test)]
mod tests;
