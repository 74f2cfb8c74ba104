//! Where and when an article was published, and under which identifiers.

use serde::{Deserialize, Serialize};

use super::conference::Conference;
use super::counts::Counts;
use super::custom::CustomMetaGroup;
use super::date::{Date, History, PublicationHistory};
use super::headline::SubjectGroup;
use super::id::{Doi, Identifier};
use super::inline::Link;
use super::issue::{IssueTitles, VersionAlternatives, VolumeIssue};
use super::journal::Journal;
use super::related::SelfLink;
use super::text::Written;

/// Where and when an article was published, and under which identifiers.
///
/// Source: `journal-meta` and the publication data of `article-meta`. Each field is the child element of the name that its
/// line gives; EPUB and PDF hold the same names.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct Publication {
    /// The journal or newspaper. JATS `journal-meta`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub journal: Option<Journal>,
    /// The section or desk. JATS: the first `subj-group` of the type `heading`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub section: Option<SubjectGroup>,
    /// Identifiers of the article. JATS `article-id`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub ids: Vec<Identifier>,
    /// Versions of the article. JATS `article-version`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub versions: Vec<Written>,
    /// The version under several schemes. JATS `article-version-alternatives`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub version_alternatives: Vec<VersionAlternatives>,
    /// Titles of the series it belongs to. JATS `article-categories/series-title`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub series: Vec<Written>,
    /// What is said of the series. JATS `article-categories/series-text`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub series_texts: Vec<Written>,
    /// The languages of the content. JATS `content-language`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub content_languages: Vec<Written>,
    /// Publication dates. JATS `pub-date`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub dates: Vec<Date>,
    /// That no date of publication is known. JATS `pub-date-not-available`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub undated: Option<Written>,
    /// Volumes. JATS `volume`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub volumes: Vec<Written>,
    /// Identifiers of volumes. JATS `volume-id`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub volume_ids: Vec<Identifier>,
    /// Series of volumes. JATS `volume-series`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub volume_series: Vec<Written>,
    /// Issues. JATS `issue`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub issues: Vec<Written>,
    /// Identifiers of issues. JATS `issue-id`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub issue_ids: Vec<Identifier>,
    /// Titles of issues. JATS `issue-title`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub issue_titles: Vec<Written>,
    /// Titles of issues with their subtitles. JATS `issue-title-group`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub issue_title_groups: Vec<IssueTitles>,
    /// Who paid for the issue. JATS `issue-sponsor`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub issue_sponsors: Vec<Written>,
    /// Part of the issue. JATS `issue-part`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub issue_parts: Vec<Written>,
    /// Volumes and issues in groups, where there are several. JATS `volume-issue-group`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub volume_issues: Vec<VolumeIssue>,
    /// Book numbers. JATS `isbn`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub isbns: Vec<Identifier>,
    /// Supplement of the issue. JATS `supplement`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub supplements: Vec<Written>,
    /// First page. JATS `fpage`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub first_page: Option<Written>,
    /// Last page. JATS `lpage`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub last_page: Option<Written>,
    /// All pages, where they are not in a row. JATS `page-range`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub page_range: Option<Written>,
    /// The number that stands for pages in electronic journals. JATS `elocation-id`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub elocation_id: Option<Written>,
    /// E-mail addresses in the metadata. JATS `email`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub emails: Vec<Link>,
    /// Links in the metadata. JATS `ext-link`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub links: Vec<Link>,
    /// Web addresses in the metadata. JATS `uri`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub uris: Vec<Link>,
    /// What the article reviews. JATS `product`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub products: Vec<Written>,
    /// Received, revised, accepted. JATS `history`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub history: Option<History>,
    /// Preprints, reviews, versions. JATS `pub-history`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub events: Option<PublicationHistory>,
    /// Where the article itself is found. JATS `self-uri`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub self_links: Vec<SelfLink>,
    /// The conference it was given at. JATS `conference`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub conferences: Vec<Conference>,
    /// Counts of figures, tables, words. JATS `counts`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub counts: Option<Counts>,
    /// Further names and values. JATS `custom-meta-group`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub custom: Vec<CustomMetaGroup>,
}

impl Publication {
    /// The article's DOI: the first identifier of that kind, however its letters are spelled, that is one.
    ///
    /// ```
    /// use separatum::Article;
    /// use separatum::model::Identifier;
    /// let mut article = Article::new("Tides");
    /// article.publication.ids.push(Identifier::new("DOI", "doi:10.5555/tides.1"));
    /// assert_eq!(article.publication.doi().unwrap().to_string(), "10.5555/tides.1");
    /// ```
    #[must_use]
    pub fn doi(&self) -> Option<Doi> {
        self.ids
            .iter()
            .filter(|id| {
                id.kind
                    .as_deref()
                    .is_some_and(|kind| kind.eq_ignore_ascii_case("doi"))
            })
            .find_map(|id| Doi::parse(id.value()?))
    }
}
