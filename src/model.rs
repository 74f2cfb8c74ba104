//! The article as typed, plain data: public fields, newsroom's and field's own words.
//!
//! # Building and editing
//!
//! Every struct is made by its `new`, or by `default` and its fields; `..` does not work from outside, since types may gain
//! fields. [`Block`] is what stands by itself, [`Inline`] what stands in a line, [`Flow`] either of them, [`Written`] a text with
//! markup. What stands inside of another is put into a [`Nested`], which is used like a `Box`; most structs become a block or a
//! piece of text by `into`.
//!
//! ```
//! use separatum::Article;
//! use separatum::model::{Block, Body, Emphasis, EmphasisKind, Figure, Image, Inline, Link, Paragraph, Section};
//!
//! let mut article = Article::new("Water and salt");
//! let mut sea = Section::new("The sea");
//! sea.content.push(Figure::new(Image::new("sea.jpg")).with_caption("Low tide.").into());
//! let link = Link::new("https://example.org/tides", vec!["tables".into()]);
//! sea.content.push(Block::from(Paragraph::new([
//!     Inline::from("It came back "),
//!     Emphasis::new(EmphasisKind::Italic, vec!["at noon".into()]).into(),
//!     ", as the ".into(),
//!     Inline::Link(link.into()), // A struct with several variants names its own.
//!     " say.".into(),
//! ])));
//! article.body = Some(Body::from(vec![sea.into()]));
//!
//! // Editing is plain assignment.
//! article.headline.title = Some("Salt and water".into());
//! for block in &mut article.body.get_or_insert_default().content {
//!     if let Block::Section(section) = block {
//!         section.content.push(Block::paragraph("Nobody waited for it."));
//!     }
//! }
//! assert_eq!(article.sections()[0].content.len(), 3);
//! ```
//!
//! Every type that stands for an element has a field `extra` for what it has no field for; someone who builds an article
//! by hand leaves it empty. [`Article::check`] lists what writers would refuse; [`Article::normal`] gives the normal form that
//! readers return.
//!
//! # What is where
//!
//! | | |
//! |---|---|
//! | around the headline | [`Article`], [`Headline`], [`SubjectGroup`], [`Abstract`], [`KeywordGroup`], [`Newsroom`] |
//! | people and places | [`CreditGroup`], [`Credit`], [`PersonName`], [`Affiliation`], [`Role`], [`AuthorNotes`] |
//! | publication | [`Publication`], [`Journal`], [`Date`], [`Identifier`], [`Rights`], [`Licence`], [`Funding`], [`Award`] |
//! | text | [`Body`], [`Section`], [`Paragraph`], [`List`], [`Quotation`], [`BoxedText`], [`Code`], [`Formula`], [`Note`] |
//! | in a line | [`Inline`], [`Emphasis`], [`Link`], [`Xref`], [`Datum`] |
//! | pictures and tables | [`Figure`], [`Image`], [`Media`], [`Table`], [`Grid`], [`Row`], [`Cell`] |
//! | cited works | [`Back`], [`ReferenceList`], [`Reference`], [`CitationParts`], [`CitationFields`] |
//! | answers to questions | [`Contributor`], [`DatedEvent`], [`PlacedFigure`], [`CellGrid`], [`CitedReference`], [`Translation`] |
//! | as it was read | [`Source`], [`Extra`], [`Foreign`] |
//!
//! # Where a field stands in the formats
//!
//! The doc of a field names its element or attribute in JATS. In EPUB and PDF it is the node of the same name: the XHTML
//! element with that name in `data-sep-el`, or that has no need of it since it means nothing else, such as `p`; and the tag with
//! that name as its role. `docs/mapping.md` in the repository has all of them in one table.

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
pub use date::{Date, Event, History, ParseDateError, PartialDate, PublicationHistory};
pub use datum::{Datum, DatumKind};
pub use extra::{Attr, Carried, Extra, Foreign, ForeignElement, Instruction, Placed};
pub use figure::{Caption, Figure, FigureGroup};
pub use flow::Flow;
pub use funding::{
    Award, ContributedResources, Funding, FundingSource, Grant, Recipient, Resource, ResourceGroup,
    Support, SupportDescription,
};
pub use headline::{AlternativeTitle, CompoundSubject, Headline, SubjectGroup, TranslatedTitle};
pub use id::{Doi, Identifier, Orcid, ParseIdError, Ror};
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
    GridCell, Institution, ParseCreditTermError, PlacedFigure, TablePart, Translation,
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
