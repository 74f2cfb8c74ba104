//! What a citation states, as fields.

use serde::{Deserialize, Serialize};

use super::cited::{CitedDate, CitedFact, CitedId, CitedName, CitedPeople};
use crate::model::datum::DatumKind;
use crate::model::id::Doi;

/// What a citation states, as plain text in fields: the typed view of its parts, in the words of JATS and CSL.
///
/// [`CitationParts::fields`](super::CitationParts::fields) and [`Citation::fields`](super::Citation::fields) compute it from
/// citations of every form; it is never stored. Only what the article marks is here: a DOI that stands in plain text is text.
/// Where a citation marks the same thing twice, the first is in its field and the others are in `further`.
///
/// ```
/// use separatum::model::{CitationFields, CitationParts, CitedName, CitedPeople};
///
/// let mut fields = CitationFields::default();
/// fields.kind = Some("journal".to_owned());
/// fields.people = vec![CitedPeople::new("author", [CitedName::person("N", "Okafor")])];
/// fields.issued.year = Some("2019".to_owned());
/// fields.article_title = Some("Fats that float".to_owned());
/// fields.source = Some("Annals of Still Water".to_owned());
/// fields.add_id("doi", "10.5555/asw.2019.1");
///
/// let citation = CitationParts::structured(&fields);
/// assert_eq!(citation.fields(), fields);
/// assert_eq!(fields.title(), Some("Fats that float"));
/// assert_eq!(fields.doi().unwrap().url(), "https://doi.org/10.5555/asw.2019.1");
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct CitationFields {
    /// What is cited, as spelled: `journal`, `book`, `data`, `software`, `thesis`. JATS `publication-type`; CSL `type`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub kind: Option<String>,
    /// Everyone named, in groups by role, in order. JATS `person-group`, and names that stand in no group.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub people: Vec<CitedPeople>,
    /// When it was issued. JATS `year`, `month`, `day`, `season`, `era`, `date`, `string-date`; CSL `issued`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub issued: CitedDate,
    /// Other dates, such as that of the last look. JATS `date-in-citation`, `access-date`, `time-stamp`; CSL `accessed`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub dates: Vec<CitedDate>,
    /// Title of the article. JATS `article-title`; CSL `title`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub article_title: Option<String>,
    /// Title of the chapter. JATS `chapter-title`; CSL `title`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub chapter_title: Option<String>,
    /// Title of the part. JATS `part-title`; CSL `part-title`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub part_title: Option<String>,
    /// Title of the data or the software. JATS `data-title`; CSL `title`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub data_title: Option<String>,
    /// The title in another language. JATS `trans-title`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub trans_title: Option<String>,
    /// What it stands in: the journal, the book, the site, the repository; of a book its own title. JATS `source`;
    /// CSL `container-title`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub source: Option<String>,
    /// The same in another language. JATS `trans-source`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub trans_source: Option<String>,
    /// Title of the issue. JATS `issue-title`; CSL `volume-title`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub issue_title: Option<String>,
    /// The series. JATS `series`; CSL `collection-title`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub series: Option<String>,
    /// The edition. JATS `edition`; CSL `edition`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub edition: Option<String>,
    /// The version, of data or software above all. JATS `version`; CSL `version`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub version: Option<String>,
    /// The volume. JATS `volume`; CSL `volume`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub volume: Option<String>,
    /// The issue. JATS `issue`; CSL `issue`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub issue: Option<String>,
    /// The part of the issue. JATS `issue-part`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub issue_part: Option<String>,
    /// The supplement. JATS `supplement`; CSL `supplement-number`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub supplement: Option<String>,
    /// The first page. JATS `fpage`; CSL `page-first`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub first_page: Option<String>,
    /// The last page. JATS `lpage`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub last_page: Option<String>,
    /// All pages. JATS `page-range`; CSL `page`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub page_range: Option<String>,
    /// The number that stands for pages. JATS `elocation-id`; CSL `number`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub elocation_id: Option<String>,
    /// The publisher. JATS `publisher-name`; CSL `publisher`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub publisher: Option<String>,
    /// Where it was published. JATS `publisher-loc`; CSL `publisher-place`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub publisher_place: Option<String>,
    /// The institution: the university of a thesis. JATS `institution`; CSL `publisher`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub institution: Option<String>,
    /// The conference. JATS `conf-name`; CSL `event-title`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub conference: Option<String>,
    /// When it was held, as spelled. JATS `conf-date`; CSL `event-date`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub conference_date: Option<String>,
    /// Where it was held. JATS `conf-loc`; CSL `event-place`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub conference_place: Option<String>,
    /// The number of the patent. JATS `patent`; CSL `number`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub patent: Option<String>,
    /// Comments: the degree of a thesis, "in press", a medium. JATS `comment`; CSL `note`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub comments: Vec<String>,
    /// Identifiers, each with its kind as spelled. JATS `pub-id`, `object-id`, `isbn`, `issn`, `issn-l`, and `ext-link` of a
    /// kind such as `doi`; CSL `DOI`, `PMID`, `PMCID`, `ISBN`, `ISSN`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub ids: Vec<CitedId>,
    /// Addresses, on the web and of e-mail. JATS `ext-link`, `uri`, `email`; CSL `URL`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub urls: Vec<String>,
    /// What else is marked: facts without a field, and the second and later ones of a field for one.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub further: Vec<CitedFact>,
}

impl CitationFields {
    /// The title of what is cited itself: of the article, else the chapter, the part, the data. A whole book has none; its
    /// title is the `source`.
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        let titles = [
            &self.article_title,
            &self.chapter_title,
            &self.part_title,
            &self.data_title,
        ];
        titles.into_iter().find_map(Option::as_deref)
    }

    /// The authors in order; those of a group without a role, when no group is of authors.
    pub fn authors(&self) -> impl Iterator<Item = &CitedName> {
        let is_stated = self.people.iter().any(CitedPeople::are_authors);
        let wanted =
            move |group: &&CitedPeople| group.are_authors() || (!is_stated && group.role.is_none());
        self.people
            .iter()
            .filter(wanted)
            .flat_map(|group| &group.names)
    }

    /// The editors in order.
    pub fn editors(&self) -> impl Iterator<Item = &CitedName> {
        let wanted = |group: &&CitedPeople| {
            matches!(
                group.role.as_deref(),
                Some("editor" | "editors" | "guest-editor")
            )
        };
        self.people
            .iter()
            .filter(wanted)
            .flat_map(|group| &group.names)
    }

    /// The day of the last look: the first date of such a kind, or of none.
    #[must_use]
    pub fn accessed(&self) -> Option<&CitedDate> {
        self.dates.iter().find(|date| date.is_access())
    }

    /// The first identifier of a kind, however its letters are spelled: `doi`, `pmid`.
    #[must_use]
    pub fn id(&self, kind: &str) -> Option<&str> {
        self.ids_of(kind).next()
    }

    /// The first that is marked as a DOI and is one.
    #[must_use]
    pub fn doi(&self) -> Option<Doi> {
        self.ids_of("doi").find_map(Doi::parse)
    }

    /// The identifiers of a kind.
    fn ids_of(&self, kind: &str) -> impl Iterator<Item = &str> {
        let is_kind = move |id: &&CitedId| {
            let spelled = id.kind.as_deref().unwrap_or_default();
            spelled.eq_ignore_ascii_case(kind)
        };
        self.ids.iter().filter(is_kind).map(|id| id.text.as_str())
    }

    /// Adds an identifier of a kind.
    pub fn add_id(&mut self, kind: impl Into<String>, text: impl Into<String>) {
        self.ids.push(CitedId {
            kind: Some(kind.into()),
            text: text.into(),
        });
    }
}

/// One table for both directions: the fields that are one text each and what marks them, in the order in which a structured
/// citation states them.
macro_rules! facts {
    ($($($field:ident).+ = $kind:ident),* $(,)?) => {
        impl CitationFields {
            /// The field of a kind of fact; `None` where there is none.
            pub(super) fn field(&mut self, kind: DatumKind) -> Option<&mut Option<String>> {
                match kind {
                    $(DatumKind::$kind => Some(&mut self.$($field).+),)*
                    _ => None,
                }
            }

            /// The facts that are there, in order.
            pub(super) fn facts(&self) -> impl Iterator<Item = (DatumKind, &str)> {
                let all = [$((DatumKind::$kind, self.$($field).+.as_deref())),*];
                all.into_iter().filter_map(|(kind, text)| Some((kind, text?)))
            }
        }
    };
}

facts! {
    issued.year = Year,
    issued.month = Month,
    issued.day = Day,
    issued.season = Season,
    issued.era = Era,
    issued.text = StringDate,
    article_title = ArticleTitle,
    chapter_title = ChapterTitle,
    part_title = PartTitle,
    data_title = DataTitle,
    trans_title = TransTitle,
    source = Source,
    trans_source = TransSource,
    edition = Edition,
    version = Version,
    volume = Volume,
    issue = Issue,
    issue_part = IssuePart,
    supplement = Supplement,
    issue_title = IssueTitle,
    conference = ConfName,
    conference_date = ConfDate,
    conference_place = ConfLoc,
    series = Series,
    publisher_place = PublisherLoc,
    publisher = PublisherName,
    institution = Institution,
    first_page = Fpage,
    last_page = Lpage,
    page_range = PageRange,
    elocation_id = ElocationId,
    patent = Patent,
}
