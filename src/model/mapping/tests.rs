//! `docs/mapping.md` says what the code says.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use super::{Described, Field, Held, Place};
use crate::codec::front::META_FIELDS;
use crate::model::*;

const HEAD: &str = "\
# The model and the formats

This file is made from the tables that make the code: a test compares them, and with `SEPARATUM_BLESS=1` it writes the file
anew.

An element of JATS is the same node everywhere. In EPUB it is an XHTML element whose `data-sep-el` is the name below, where
the XHTML element does not already say so; in PDF it is a structure element with the name below as its role, mapped to a
standard type. An attribute that has no natural home in XHTML or PDF stands in the node's list of attributes. Whatever a
type has no field for stands in its field `extra`, in its place.

`@` marks an attribute. *content* is all that the element holds besides, in order.
";

/// What stands above the table of elements.
const ELEMENTS: &str = "
## Elements

Each element, the fields of the model that hold it, the XHTML element and its meaning in EPUB, and the standard type in PDF,
as both writers give them to an element in its usual place with a word in it. An element without a field is carried in
`extra`. The names of TaxPub begin with `tp:`. The rows and entries of a CALS table go where `tr` and `td` go.

| JATS | model | EPUB | PDF |
|---|---|---|---|
";

/// What the codec of the article does by hand: its wrappers have no type of their own.
const ARTICLE: &[(&str, &str)] = &[
    ("kind", "`@article-type`"),
    ("id", "`@id`"),
    ("lang", "`@xml:lang`"),
    ("publication.journal", "`front/journal-meta`"),
    ("publication.section", "`subj-group` of the type `heading`"),
    (
        "kickers",
        "`subj-group` of the type `kicker` or one of its synonyms",
    ),
    ("subjects", "`subj-group` of any other type"),
    ("headline", "`title-group`"),
    (
        "standfirst",
        "`abstract` of the type `teaser`, of one paragraph",
    ),
    ("publication.series", "`article-categories/series-title`"),
    (
        "publication.series_texts",
        "`article-categories/series-text`",
    ),
    (
        "publication.custom",
        "`custom-meta-group`, or `custom-meta-wrap`",
    ),
    ("processing", "`processing-meta`"),
    ("notes", "`front/notes`"),
    ("body", "`body`"),
    ("back", "`back`"),
    ("floats", "`floats-group`, or `floats-wrap`"),
    ("parts", "`sub-article`, `response`"),
    (
        "source",
        "declarations, comments and instructions around the root; dialect",
    ),
    (
        "wrappers",
        "what `front`, `article-meta`, `title-group` … hold beyond all this",
    ),
    ("extra", "what the element holds beyond all this"),
];

/// Elements that the codec of the article takes apart by hand.
const WRAPPERS: &[(&str, &str)] = &[
    ("article", "`Article`"),
    ("front", "`Article`"),
    ("front-stub", "`Article`"),
    ("article-meta", "`Article`"),
    ("journal-meta", "`Article.publication.journal`"),
    ("article-categories", "`Article`"),
    ("title-group", "`Article.headline`"),
    ("body", "`Article.body`"),
    ("back", "`Article.back`"),
    ("floats-group", "`Article.floats`"),
    ("floats-wrap", "`Article.floats`"),
    ("processing-meta", "`Article.processing`"),
    ("series-title", "`Article.publication.series`"),
    ("series-text", "`Article.publication.series_texts`"),
    ("custom-meta-wrap", "`Article.publication.custom`"),
];

macro_rules! tables {
    ($($name:ident),* $(,)?) => {
        &[$((stringify!($name), <$name as Described>::FIELDS)),*]
    };
}

/// Every type of the model that stands for an element, and every enumeration of such types.
const TYPES: &[(&str, &[Field])] = tables![
    Part,
    Headline,
    TranslatedTitle,
    AlternativeTitle,
    SubjectGroup,
    CompoundSubject,
    CreditGroup,
    Credit,
    CreditName,
    NameAlternatives,
    PersonName,
    Role,
    Affiliation,
    AffiliationAlternatives,
    Address,
    AuthorNotes,
    Correspondence,
    Journal,
    JournalTitles,
    TranslatedJournalTitle,
    AbbreviatedTitle,
    Issn,
    Publisher,
    SelfLink,
    Conference,
    Counts,
    CountOf,
    Count,
    CustomMetaGroup,
    CustomMeta,
    ProcessingMeta,
    VersionAlternatives,
    IssueTitles,
    VolumeIssue,
    Related,
    Date,
    History,
    PublicationHistory,
    Event,
    Rights,
    LooseRights,
    FreeToRead,
    Licence,
    LicenceReference,
    Abstract,
    KeywordGroup,
    CompoundKeyword,
    CompoundKeywordPart,
    NestedKeyword,
    Funding,
    Grant,
    Support,
    ContributedResources,
    SupportDescription,
    ResourceGroup,
    Resource,
    Award,
    FundingSource,
    Recipient,
    Section,
    SectionMeta,
    Paragraph,
    Body,
    Block,
    BlockAlternatives,
    Inline,
    Link,
    Xref,
    Alternatives,
    Abbreviation,
    Break,
    List,
    ListItem,
    DefinitionList,
    DefinitionItem,
    Definition,
    Quotation,
    BoxedText,
    Code,
    Statement,
    Verse,
    Speech,
    Exercise,
    Wrapped,
    Figure,
    FigureGroup,
    Caption,
    Image,
    Media,
    Supplement,
    Treatment,
    TreatmentMeta,
    Nomenclature,
    Table,
    TableGroup,
    TableFoot,
    Grid,
    GridGroup,
    NamedSpan,
    Column,
    ColumnGroup,
    RowGroup,
    Row,
    RowCell,
    Cell,
    Formula,
    FormulaGroup,
    Tex,
    Note,
    NoteGroup,
    ReferenceList,
    Reference,
    CitationEntry,
    CitationAlternatives,
    CitationParts,
    ReferenceNote,
    Back,
    AppendixGroup,
    Glossary,
    Written,
];

macro_rules! names {
    ($($name:ident),* $(,)?) => {
        [$((stringify!($name), $name::ALL.iter().map(|kind| (format!("{kind:?}"), kind.element())).collect::<Vec<_>>())),*]
    };
}

fn path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/mapping.md")
}

fn document() -> String {
    let mut out = HEAD.to_owned();
    out.push_str(ELEMENTS);
    for row in super::elements::rows(&fields_by_element()) {
        let _ = writeln!(out, "| {} |", row.join(" | "));
    }
    let meta = META_FIELDS
        .iter()
        .map(|field| (field.name, place(field.place)));
    let article = ARTICLE
        .iter()
        .map(|(field, place)| (*field, (*place).to_owned()));
    table(&mut out, "Article", "JATS", article.chain(meta));
    for (name, fields) in TYPES {
        let rows = fields.iter().map(|field| (field.name, place(field.place)));
        table(&mut out, name, "JATS", rows);
    }
    for (name, rows) in names![EmphasisKind, DatumKind, CitationForm] {
        let rows = rows
            .iter()
            .map(|(kind, element)| (kind.as_str(), elements(&[element])));
        table(&mut out, name, "JATS", rows);
    }
    out
}

/// The fields that hold each element.
fn fields_by_element() -> BTreeMap<&'static str, Vec<String>> {
    let mut found: BTreeMap<_, Vec<String>> = BTreeMap::new();
    for (element, field) in WRAPPERS {
        found.entry(*element).or_default().push((*field).to_owned());
    }
    for (name, fields) in [("Article", META_FIELDS)].iter().chain(TYPES) {
        for field in *fields {
            if let Place::Children(elements) = field.place {
                for element in elements {
                    let field = format!("`{name}.{}`", field.name.replace(' ', ""));
                    found.entry(element).or_default().push(field);
                }
            }
        }
    }
    for (element, kind) in super::elements::kinds() {
        found.entry(element).or_default().push(kind);
    }
    found
}

fn table<'a>(
    out: &mut String,
    name: &str,
    format: &str,
    rows: impl Iterator<Item = (&'a str, String)>,
) {
    let _ = write!(out, "\n## {name}\n\n| | {format} |\n|---|---|\n");
    for (field, place) in rows {
        let _ = writeln!(out, "| `{field}` | {place} |");
    }
}

fn place(place: Place) -> String {
    match place {
        Place::Attribute(name) => format!("`@{name}`"),
        Place::Together(names) => {
            let names: Vec<_> = names.iter().map(|name| format!("`@{name}`")).collect();
            names.join(", ")
        }
        Place::Children(names) => elements(names),
        Place::Content => "*content*".to_owned(),
    }
}

fn elements(names: &[&str]) -> String {
    let quoted: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
    quoted.join(", ")
}

/// Found by generated articles: an `event/date` came back as a `pub-date`.
#[test]
fn a_field_of_several_elements_holds_an_enumeration_that_tells_them_apart() {
    for (name, fields) in [("Article", META_FIELDS)].iter().chain(TYPES) {
        for field in *fields {
            let is_told = matches!((field.held)(), Held::OneOf(_) | Held::Nothing);
            if let Place::Children([_, _, ..]) = field.place {
                assert!(
                    is_told,
                    "{name}.{} forgets which element it was",
                    field.name
                );
            }
        }
    }
}

#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "the one who runs the test says that the file is to be written"
)]
fn the_document_says_what_the_code_says() {
    let wanted = document();
    if std::env::var_os("SEPARATUM_BLESS").is_some() {
        fs::write(path(), &wanted).unwrap();
    }
    let found = fs::read_to_string(path()).unwrap_or_default();
    let differing = wanted
        .lines()
        .zip(found.lines())
        .find(|(wanted, found)| wanted != found);
    assert!(
        wanted == found,
        "run with SEPARATUM_BLESS=1; first difference: {differing:?}"
    );
}

/// The types that the tables in the sources make.
fn made() -> BTreeSet<String> {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src/model")];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        let paths = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path());
        let (inner, own): (Vec<_>, Vec<_>) = paths.partition(|path| path.is_dir());
        folders.extend(inner);
        files.extend(own);
    }
    let mut found = BTreeSet::new();
    for path in files {
        let text = fs::read_to_string(path).unwrap();
        for start in ["\nnode! {", "\nchoice! {"] {
            found.extend(text.split(start).skip(1).map(name_of));
        }
    }
    found
}

fn name_of(table: &str) -> String {
    let line = table
        .lines()
        .map(str::trim)
        .find(|line| line.starts_with("pub "))
        .unwrap();
    line.split_whitespace().nth(2).unwrap().to_owned()
}

#[test]
fn every_type_is_in_the_document() {
    let listed: BTreeSet<_> = TYPES.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(listed.len(), TYPES.len(), "one stands there twice");
    assert_eq!(listed, made());
}

#[test]
fn every_element_of_the_vocabulary_has_a_field() {
    let rows = super::elements::rows(&fields_by_element());
    let untyped: Vec<_> = rows.iter().filter(|row| row[1].is_empty()).collect();
    assert!(untyped.is_empty(), "{untyped:?}");
}
