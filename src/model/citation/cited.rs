//! What the fields of a citation are made of: people, dates, identifiers, facts.

use serde::{Deserialize, Serialize};

use crate::model::date::PartialDate;
use crate::model::datum::DatumKind;

/// People and groups of one role.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct CitedPeople {
    /// The role as spelled: `author`, `editor`, `translator`; absent where the citation does not say it.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub role: Option<String>,
    /// The names in order.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub names: Vec<CitedName>,
    /// True when there are more, who are not named. JATS `etal`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub et_al: bool,
}

impl CitedPeople {
    /// People of a role.
    #[must_use]
    pub fn new(role: &str, names: impl IntoIterator<Item = CitedName>) -> Self {
        Self {
            role: Some(role.to_owned()),
            names: names.into_iter().collect(),
            et_al: false,
        }
    }

    /// True for authors, as houses spell it.
    pub(super) fn are_authors(&self) -> bool {
        matches!(
            self.role.as_deref(),
            Some("author" | "authors" | "allauthors")
        )
    }
}

/// A name in a citation.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum CitedName {
    /// A person, the name in parts. JATS `name`, or `string-name` with parts marked in it.
    Person(CitedPerson),
    /// A name as written, without parts. JATS `string-name`; CSL `literal`.
    Literal(String),
    /// A group or organisation. JATS `collab`.
    Group(String),
    /// Somebody unnamed. JATS `anonymous`.
    Anonymous,
}

impl CitedName {
    /// A person with given names and family name.
    #[must_use]
    pub fn person(given: &str, family: &str) -> Self {
        Self::Person(CitedPerson {
            family: Some(family.to_owned()),
            given: Some(given.to_owned()),
            ..CitedPerson::default()
        })
    }

    /// The name, family first: "Okafor N", "Okafor N Jr"; empty for somebody unnamed.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Person(person) => {
                let parts = [
                    &person.prefix,
                    &person.family,
                    &person.given,
                    &person.suffix,
                ];
                let parts: Vec<&str> = parts.into_iter().filter_map(Option::as_deref).collect();
                parts.join(" ")
            }
            Self::Literal(text) | Self::Group(text) => text.clone(),
            Self::Anonymous => String::new(),
        }
    }
}

/// The parts of a person's name.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct CitedPerson {
    /// The family name. JATS `surname`; CSL `family`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub family: Option<String>,
    /// The given names or their initials. JATS `given-names`; CSL `given`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub given: Option<String>,
    /// What stands before: "Dr". JATS `prefix`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub prefix: Option<String>,
    /// What stands behind: "Jr". JATS `suffix`; CSL `suffix`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub suffix: Option<String>,
}

/// A date in a citation: its parts, all as spelled.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct CitedDate {
    /// What it dates, as spelled: `access-date`. Never there for the date of issue.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub kind: Option<String>,
    /// The whole date in ISO 8601, when the article gives it so.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub iso: Option<String>,
    /// The year: `2019`, `2019a`, `in press`.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub year: Option<String>,
    /// The month.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub month: Option<String>,
    /// The day.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub day: Option<String>,
    /// The season.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub season: Option<String>,
    /// The era.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub era: Option<String>,
    /// The date in words.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub text: Option<String>,
}

impl CitedDate {
    /// As much of the date as its parts state in digits, the month in English too, or as its ISO form states where that says
    /// more of the same year.
    #[must_use]
    pub fn parsed(&self) -> Option<PartialDate> {
        let year = self.year.as_deref().unwrap_or_default();
        let parts = PartialDate::from_parts(year, self.month.as_deref(), self.day.as_deref());
        PartialDate::fuller(parts, self.iso.as_deref())
    }

    /// True when it has more than its words and its ISO form.
    pub(super) fn has_parts(&self) -> bool {
        let parts = [&self.year, &self.month, &self.day, &self.season, &self.era];
        parts.into_iter().any(Option::is_some)
    }

    pub(super) fn is_access(&self) -> bool {
        self.kind
            .as_deref()
            .is_none_or(|kind| matches!(kind, "access-date" | "accessed" | "cited-date" | "cited"))
    }
}

/// An identifier in a citation.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct CitedId {
    /// Its kind as spelled: `doi`, `pmid`, `pmcid`, `arxiv`; `isbn`, `issn` and `issn-l` for elements of that name.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub kind: Option<String>,
    /// The identifier as spelled.
    pub text: String,
}

/// Something marked in a citation that has no field of its own.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct CitedFact {
    /// What it is.
    pub kind: DatumKind,
    /// The text.
    pub text: String,
}

impl CitedFact {
    /// A fact.
    #[must_use]
    pub fn new(kind: DatumKind, text: impl Into<String>) -> Self {
        Self {
            kind,
            text: text.into(),
        }
    }
}
