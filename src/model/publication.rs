//! Where and when an article was published, and under which identifiers.

use serde::{Deserialize, Serialize};

use super::choice::choice;
use super::credit::CreditGroup;
use super::date::{Date, History, PublicationHistory};
use super::headline::SubjectGroup;
use super::id::{Doi, Identifier};
use super::inline::{Inline, Link};
use super::lang::Lang;
use super::node::node;
use super::section::Section;
use super::text::Written;

/// Where and when an article was published, and under which identifiers.
///
/// Source: `journal-meta` and the publication data of `article-meta`. Each field is the child element of the name that its
/// line gives; EPUB and PDF hold the same names.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
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
    /// Publication dates. JATS `pub-date`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub dates: Vec<Date>,
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
    /// Who paid for the issue. JATS `issue-sponsor`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub issue_sponsors: Vec<Written>,
    /// Part of the issue. JATS `issue-part`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub issue_parts: Vec<Written>,
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
    /// Links in the metadata. JATS `ext-link`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub links: Vec<Link>,
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
    /// The article's DOI.
    #[must_use]
    pub fn doi(&self) -> Option<Doi> {
        self.ids
            .iter()
            .filter(|id| id.kind.as_deref() == Some("doi"))
            .find_map(|id| Doi::parse(id.value()?))
    }
}

node! {
    /// A journal or newspaper.
    pub struct Journal {
        head {
            /// Its identifiers.
            ids: Vec<Identifier> = "journal-id",
            /// Its titles in groups.
            title_groups: Vec<JournalTitles> = "journal-title-group",
            /// Its titles outside of a group, as NLM 2 has them.
            titles: Vec<Written> = "journal-title",
            /// Its short titles outside of a group.
            abbreviations: Vec<AbbreviatedTitle> = "abbrev-journal-title",
            /// Its people.
            credits: Vec<CreditGroup> = "contrib-group",
            /// Its ISSNs.
            issns: Vec<Issn> = "issn",
            /// Its linking ISSN.
            linking_issn: Option<Written> = "issn-l",
            /// Its publishers.
            publishers: Vec<Publisher> = "publisher",
            /// Notes.
            notes: Vec<Section> = "notes",
            /// Where it is found.
            self_links: Vec<SelfLink> = "self-uri",
            /// Further names and values.
            custom: Vec<CustomMetaGroup> = "custom-meta-group",
        }
    }
}

impl Journal {
    /// A journal or newspaper of that title.
    #[must_use]
    pub fn new(title: &str) -> Self {
        Self {
            title_groups: vec![JournalTitles {
                titles: vec![title.into()],
                ..JournalTitles::default()
            }],
            ..Self::default()
        }
    }

    /// Its title.
    #[must_use]
    pub fn title(&self) -> Option<String> {
        self.title_groups
            .iter()
            .flat_map(|g| &g.titles)
            .chain(&self.titles)
            .map(Written::text)
            .next()
    }
}

node! {
    /// Titles of a journal.
    pub struct JournalTitles {
        head {
            /// The title.
            titles: Vec<Written> = "journal-title",
            /// Its subtitles.
            subtitles: Vec<Written> = "journal-subtitle",
            /// The same in other languages.
            translations: Vec<TranslatedJournalTitle> = "trans-title-group",
            /// Its short forms.
            abbreviations: Vec<AbbreviatedTitle> = "abbrev-journal-title",
        }
    }
}

node! {
    /// A journal's title in another language.
    pub struct TranslatedJournalTitle {
        attrs {
            /// The language.
            lang: Option<Lang> = "xml:lang",
        }
        head {
            /// The title.
            title: Option<Written> = "trans-title",
            /// Its subtitles.
            subtitles: Vec<Written> = "trans-subtitle",
        }
    }
}

node! {
    /// A short form of a journal's title.
    pub struct AbbreviatedTitle {
        attrs {
            /// Whose form it is, as spelled: `pubmed`, `publisher`.
            kind: Option<String> = "abbrev-type",
            /// Language.
            lang: Option<Lang> = "xml:lang",
        }
        rest {
            /// The text.
            content: Vec<Inline>
        }
    }
}

node! {
    /// An ISSN with its medium.
    pub struct Issn {
        attrs {
            /// The medium in the older spelling: `ppub`, `epub`.
            kind: Option<String> = "pub-type",
            /// The medium: `print`, `electronic`.
            format: Option<String> = "publication-format",
        }
        rest {
            /// The number.
            content: Vec<Inline>
        }
    }
}

node! {
    /// A publisher.
    pub struct Publisher {
        head {
            /// The name.
            names: Vec<Written> = "publisher-name",
            /// The place.
            places: Vec<Written> = "publisher-loc",
        }
    }
}

node! {
    /// Where a text itself is found.
    pub struct SelfLink {
        attrs {
            /// The address as spelled.
            href: Option<String> = "xlink:href",
            /// What is found there, as spelled: `pdf`.
            kind: Option<String> = "content-type",
            /// The title of what is found.
            title: Option<String> = "xlink:title",
        }
        rest {
            /// The text of the link.
            content: Vec<Inline>
        }
    }
}

node! {
    /// A conference.
    pub struct Conference {
        head {
            /// Its date.
            dates: Vec<Written> = "conf-date",
            /// Its name.
            names: Vec<Written> = "conf-name",
            /// Its short name.
            acronyms: Vec<Written> = "conf-acronym",
            /// Its number.
            numbers: Vec<Written> = "conf-num",
            /// Its place.
            places: Vec<Written> = "conf-loc",
            /// Who paid for it.
            sponsors: Vec<Written> = "conf-sponsor",
            /// Its theme.
            themes: Vec<Written> = "conf-theme",
        }
    }
}

node! {
    /// Counts of what an article holds, as it states them.
    pub struct Counts {
        head {
            /// The counts.
            counts: Vec<CountOf> = "count" | "fig-count" | "table-count" | "equation-count" | "ref-count" | "page-count" | "word-count",
        }
    }
}

choice! {
    /// A count and what is counted.
    pub enum CountOf {
        elements {
            /// Something else.
            Other(Count) = "count",
            /// Figures.
            Figures(Count) = "fig-count",
            /// Tables.
            Tables(Count) = "table-count",
            /// Formulas.
            Equations(Count) = "equation-count",
            /// References.
            References(Count) = "ref-count",
            /// Pages.
            Pages(Count) = "page-count",
            /// Words.
            Words(Count) = "word-count",
        }
        closed { Other }
    }
}

node! {
    /// A count.
    pub struct Count {
        attrs {
            /// The number as spelled.
            count: Option<String> = "count",
            /// What is counted.
            kind: Option<String> = "count-type",
        }
    }
}

node! {
    /// Names and values of the publisher's own.
    pub struct CustomMetaGroup {
        head {
            /// The names and values.
            items: Vec<CustomMeta> = "custom-meta",
        }
    }
}

node! {
    /// A name and its value.
    pub struct CustomMeta {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
            /// The address of what it means.
            href: Option<String> = "xlink:href",
        }
        head {
            /// The name.
            name: Option<Written> = "meta-name",
            /// The value.
            value: Option<Written> = "meta-value",
        }
    }
}

node! {
    /// An article or object that this one belongs to: what it corrects, comments on, reviews.
    pub struct Related {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
            /// The relation to an article, as spelled: `corrected-article`.
            kind: Option<String> = "related-article-type",
            /// The relation to an object, as spelled.
            object_kind: Option<String> = "link-type",
            /// The address.
            href: Option<String> = "xlink:href",
            /// The kind of address.
            href_kind: Option<String> = "ext-link-type",
        }
        rest {
            /// Its description.
            content: Vec<Inline>
        }
    }
}
