//! Dates, as spelled, in parts; parsed on demand.

use super::block::Block;
use super::id::Identifier;
use super::inline::Link;
use super::issue::VersionAlternatives;
use super::lang::Lang;
use super::node::node;
use super::rights::Rights;
use super::section::Section;
use super::text::Written;

node! {
    /// A date with what it dates.
    pub struct Date {
        attrs {
            /// What it dates, as spelled: `pub`, `received`, `accepted`.
            kind: Option<String> = "date-type",
            /// The same in the older spelling: `epub`, `ppub`.
            pub_type: Option<String> = "pub-type",
            /// The medium: `print`, `electronic`.
            format: Option<String> = "publication-format",
            /// The whole date in ISO 8601.
            iso: Option<String> = "iso-8601-date",
            /// The calendar.
            calendar: Option<String> = "calendar",
            /// Language.
            lang: Option<Lang> = "xml:lang",
        }
        head {
            /// Day of the month.
            day: Option<Written> = "day",
            /// Month.
            month: Option<Written> = "month",
            /// Season.
            season: Option<Written> = "season",
            /// Year.
            year: Option<Written> = "year",
            /// Era.
            era: Option<Written> = "era",
            /// The date in words.
            words: Option<Written> = "string-date",
        }
    }
}

/// As much of a date as is stated: a year, a month of a year, a day.
///
/// ```
/// use separatum::model::PartialDate;
/// assert_eq!(PartialDate::parse("2026-03").unwrap().to_string(), "2026-03");
/// assert!(PartialDate::parse("March 2026").is_none());
/// assert_eq!(PartialDate::parse("2026-02-30").unwrap().to_string(), "2026-02");
/// assert_eq!("2026-03-05".parse::<PartialDate>().unwrap().day, Some(5));
/// assert!(PartialDate::try_from("spring").is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PartialDate {
    /// The year, four digits.
    pub year: u16,
    /// The month, 1 to 12.
    pub month: Option<u8>,
    /// The day, 1 to 31.
    pub day: Option<u8>,
}

impl PartialDate {
    /// The date in an ISO 8601 spelling, its time left out; a month or day that there is none of, as in `2026-00`, is left
    /// out too.
    #[must_use]
    pub fn parse(spelling: &str) -> Option<Self> {
        let day = spelling.trim().split('T').next()?;
        let mut parts = day.split('-');
        let year = parts.next()?;
        let is_number = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit());
        let (month, day) = (parts.next().filter(is_number), parts.next());
        if year.len() != 4 || parts.next().is_some() {
            return None;
        }
        Self::from_parts(year, month, day)
    }

    /// As much of a date as its parts state, or as its ISO form does where that says more of the same year.
    pub(crate) fn fuller(parts: Option<Self>, iso: Option<&str>) -> Option<Self> {
        let iso = iso.and_then(Self::parse);
        let (Some(own), Some(other)) = (parts, iso) else {
            return parts.or(iso);
        };
        let says_more = other.year == own.year
            && own.month.is_none_or(|month| other.month == Some(month))
            && own.day.is_none_or(|day| other.day == Some(day));
        Some(if says_more { other } else { own })
    }

    /// The date of its parts in digits, the month in English too; parts that say no such thing are left out, and so is a
    /// day without a month.
    pub(crate) fn from_parts(year: &str, month: Option<&str>, day: Option<&str>) -> Option<Self> {
        let year = year
            .trim()
            .parse()
            .ok()
            .filter(|y| (1_000..=9_999).contains(y))?;
        let month = month.and_then(month_number);
        let day = day
            .and_then(|d| d.trim().parse().ok())
            .filter(|d| (1..=days(year, month)).contains(d));
        Some(Self { year, month, day })
    }
}

/// The number of a month: in digits, or by its name in English, whole or cut off with or without a stop. That is how houses
/// spell months whatever the language of the article; other names are text.
fn month_number(spelling: &str) -> Option<u8> {
    const NAMES: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let spelling = spelling.trim().trim_end_matches('.').to_ascii_lowercase();
    let named = || {
        let is_it = |name: &&str| spelling.len() >= 3 && name.starts_with(&spelling);
        let (number, _) = (1..).zip(&NAMES).find(|(_, name)| is_it(name))?;
        Some(number)
    };
    let number = spelling.parse().ok().or_else(named);
    number.filter(|month| (1..=12).contains(month))
}

/// How many days a month has, none without a month.
fn days(year: u16, month: Option<u8>) -> u8 {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        None => 0,
        Some(2) if is_leap => 29,
        Some(2) => 28,
        Some(4 | 6 | 9 | 11) => 30,
        Some(_) => 31,
    }
}

/// A spelling that is no date in ISO 8601.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
#[error("not a date in ISO 8601")]
#[non_exhaustive]
pub struct ParseDateError;

impl std::str::FromStr for PartialDate {
    type Err = ParseDateError;

    /// As [`PartialDate::parse`], which says what is taken.
    fn from_str(spelling: &str) -> Result<Self, ParseDateError> {
        Self::parse(spelling).ok_or(ParseDateError)
    }
}

impl TryFrom<&str> for PartialDate {
    type Error = ParseDateError;

    fn try_from(spelling: &str) -> Result<Self, ParseDateError> {
        spelling.parse()
    }
}

impl std::fmt::Display for PartialDate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

impl Date {
    /// A date with what it dates: `pub`, `received`.
    ///
    /// ```
    /// use separatum::model::{Date, PartialDate};
    /// let day = PartialDate::parse("2026-03-05").unwrap();
    /// assert_eq!(Date::new("received", day).parsed(), Some(day));
    /// ```
    #[must_use]
    pub fn new(kind: impl Into<String>, date: PartialDate) -> Self {
        let part = |number: Option<u8>| number.map(|n| Written::from(n.to_string()));
        Self {
            kind: Some(kind.into()),
            iso: Some(date.to_string()),
            day: part(date.day),
            month: part(date.month),
            year: Some(Written::from(format!("{:04}", date.year))),
            ..Self::default()
        }
    }

    /// As much of the date as its parts state in digits, the month in English too, or as its ISO attribute states where that
    /// says more of the same year.
    #[must_use]
    pub fn parsed(&self) -> Option<PartialDate> {
        let text = |part: &Option<Written>| part.as_ref().map(Written::text);
        let from_parts = text(&self.year).and_then(|year| {
            PartialDate::from_parts(
                &year,
                text(&self.month).as_deref(),
                text(&self.day).as_deref(),
            )
        });
        PartialDate::fuller(from_parts, self.iso.as_deref())
    }
}

node! {
    /// The dates of an article's way to publication.
    pub struct History {
        head {
            /// The dates.
            dates: Vec<Date> = "date",
            /// That a date is not known.
            undated: Option<Written> = "date-not-available",
        }
    }
}

node! {
    /// Events of an article's publication: preprints, reviews, versions.
    pub struct PublicationHistory {
        head {
            /// The events.
            events: Vec<Event> = "event",
        }
    }
}

node! {
    /// An event of an article's publication.
    pub struct Event {
        attrs {
            /// What happened, as spelled.
            kind: Option<String> = "event-type",
        }
        head {
            /// The same in words.
            descriptions: Vec<Written> = "event-desc",
            /// Identifiers of what came out of it.
            ids: Vec<Identifier> = "article-id",
            /// Versions that came out of it.
            versions: Vec<Written> = "article-version",
            /// A version under several schemes.
            version_alternatives: Vec<VersionAlternatives> = "article-version-alternatives",
            /// What it is part of: issues, statements of rights.
            rights: Vec<Rights> = "permissions",
            /// Notes about it.
            notes: Vec<Section> = "notes",
            /// Its dates.
            dates: Vec<Date> = "date",
            /// When what came out of it was published.
            published: Vec<Date> = "pub-date",
            /// That its date is not known.
            undated: Option<Written> = "date-not-available",
            /// That its date of publication is not known.
            unpublished: Option<Written> = "pub-date-not-available",
            /// Where it is found.
            links: Vec<Link> = "self-uri",
        }
        rest {
            /// Further content.
            content: Vec<Block>
        }
    }
}
