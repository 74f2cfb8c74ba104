//! The article as typed, plain data: public fields, newsroom's and field's own words.
//!
//! Every type that stands for an element has a field `extra` for what it has no field for; someone who builds an article
//! by hand leaves it empty. [`Article::normal`] gives the normal form that readers return, [`Article::check`] lists what
//! writers would refuse.

mod abstracts;
mod article;
mod back;
mod block;
mod check;
mod choice;
mod citation;
mod conference;
mod counts;
mod credit;
mod custom;
mod date;
mod datum;
pub(crate) mod extra;
mod figure;
mod flow;
mod funding;
mod headline;
mod id;
mod inline;
mod issue;
mod journal;
mod keywords;
pub(crate) mod lang;
mod list;
#[cfg(any(test, feature = "proptest"))]
pub(crate) mod mapping;
mod math;
mod media;
pub(crate) mod nested;
mod newsroom;
mod node;
mod note;
pub(crate) mod plain;
mod publication;
mod query;
mod quote;
mod related;
mod rights;
mod section;
pub(crate) mod source;
mod table;
mod taxon;
mod text;
mod visit;

pub use abstracts::Abstract;
pub use article::{Article, Part, Wrapper};
pub use back::{AppendixGroup, Back, Glossary};
pub use block::{Block, BlockAlternatives};
pub use check::Problem;
pub(crate) use check::sources_are_legal;
pub use citation::{
    Citation, CitationAlternatives, CitationEntry, CitationFields, CitationForm, CitationParts,
    CitedDate, CitedFact, CitedId, CitedName, CitedPeople, CitedPerson, Reference, ReferenceList,
    ReferenceNote,
};
pub use conference::Conference;
pub use counts::{Count, CountOf, Counts};
pub use credit::{
    Address, Affiliation, AffiliationAlternatives, AuthorNotes, Correspondence, Credit,
    CreditGroup, CreditName, NameAlternatives, PersonName, Role,
};
pub use custom::{CustomMeta, CustomMetaGroup, ProcessingMeta};
pub use date::{Date, Event, History, PartialDate, PublicationHistory};
pub use datum::{Datum, DatumKind};
pub use extra::{Attr, Carried, Extra, Foreign, ForeignElement, Instruction, Placed};
pub use figure::{Caption, Figure, FigureGroup};
pub use flow::Flow;
pub use funding::{
    Award, ContributedResources, Funding, FundingSource, Grant, Recipient, Resource, ResourceGroup,
    Support, SupportDescription,
};
pub use headline::{AlternativeTitle, CompoundSubject, Headline, SubjectGroup, TranslatedTitle};
pub use id::{Doi, Identifier, Orcid, Ror};
pub use inline::{
    Abbreviation, Alternatives, Break, Emphasis, EmphasisKind, Inline, Link, Other, Xref,
};
pub use issue::{IssueTitles, VersionAlternatives, VolumeIssue};
pub use journal::{
    AbbreviatedTitle, Issn, Journal, JournalTitles, Publisher, TranslatedJournalTitle,
};
pub use keywords::{CompoundKeyword, CompoundKeywordPart, KeywordGroup, NestedKeyword};
pub use lang::Lang;
pub use list::{Definition, DefinitionItem, DefinitionList, List, ListItem};
pub use math::{Formula, FormulaGroup, Tex};
pub use media::{Image, Media, Supplement};
pub use nested::{Children, Nested};
pub use newsroom::Newsroom;
pub use note::{Note, NoteGroup};
pub use publication::Publication;
pub use query::{
    Call, CellGrid, CitedReference, Contributor, Country, CreditTerm, DateStage, DatedEvent,
    GridCell, Institution, PlacedFigure, TablePart, Translation,
};
pub use quote::{BoxedText, Code, Exercise, Quotation, Speech, Statement, Verse, Wrapped};
pub use related::{Related, SelfLink};
pub use rights::{FreeToRead, Licence, LicenceReference, LooseRights, Rights};
pub use section::{Body, Paragraph, Section, SectionMeta};
pub use source::{Dialect, Doctype, Source};
pub use table::{
    CalsCell, CalsColumn, CalsNamespace, Cell, Column, ColumnGroup, Grid, GridGroup, NamedSpan,
    Row, RowCell, RowGroup, Table, TableFoot, TableGroup,
};
pub use taxon::{Nomenclature, Treatment, TreatmentMeta};
pub use text::Written;
pub use visit::Visitor;

/// True for a field that holds nothing: it is then left out of JSON.
pub(crate) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
