//! From an article to an EPUB.

mod content;
mod images;
mod metadata;
mod nav;
mod ncx;
mod pack;
mod package;

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use uuid::Uuid;

use crate::codec;
use crate::digest::digest;
use crate::error::{Error, Result};
use crate::facts::Facts;
use crate::model::Article;
use crate::present::{self, Words};
use crate::report::Outcome;
use crate::xhtml::mark;
use crate::xhtml::write::{self as xhtml, Heading, Holds};

use images::Packed;
pub(super) use images::Store;

/// The document with the article.
const ARTICLE: &str = "article.xhtml";
/// The stylesheet.
const STYLESHEET: &str = "stylesheet.css";
/// The navigation document.
const NAV: &str = "nav.xhtml";
/// The table of contents for old readers.
const NCX: &str = "toc.ncx";
/// The package document.
const PACKAGE: &str = "content.opf";

/// Everything that the documents beside the article are derived from.
struct Publication {
    facts: Facts,
    words: &'static Words,
    /// The headline, else the word for having none.
    title: String,
    /// The language, `und` when the article states none.
    lang: String,
    /// True when the language runs from right to left.
    is_rtl: bool,
    /// An address or URN, the same for the same article.
    identifier: String,
    /// When it was last changed.
    modified: DateTime<Utc>,
    /// The id of the article's element.
    article_id: String,
    outline: Vec<Heading>,
    holds: Holds,
    images: Vec<Packed>,
}

/// Writes an article as an EPUB.
pub(super) fn article(
    article: &Article,
    mut store: Store<'_>,
    modified: Option<&str>,
) -> Result<Outcome<Vec<u8>>> {
    let document = codec::to_document(article)?;
    let digest = digest(&document)?;
    let shown = present::article(&document.root);
    let mut written = xhtml::article(&document, &shown, &mut store)?;
    written.article.set(mark::DIGEST, digest.clone());
    let (packed, found) = store.finish();
    let mut report = written.report;
    report.extend(found);
    let words = present::words(&document.root);
    drop(shown);
    let facts = Facts::of_tree(&document.root);
    drop(document);
    let lang = facts.lang.clone().unwrap_or_else(|| "und".to_owned());
    let publication = Publication {
        title: facts
            .title
            .clone()
            .unwrap_or_else(|| words.untitled.to_owned()),
        is_rtl: is_rtl(&lang),
        lang,
        identifier: identifier(&facts, &digest),
        modified: time(modified, &facts)?,
        article_id: written.article.attr("id").unwrap_or_default().to_owned(),
        outline: written.outline,
        holds: written.holds,
        images: packed,
        words,
        facts,
    };
    let content = content::document(&publication, written.article)?;
    Ok(Outcome::new(pack::pack(&publication, &content)?, report))
}

/// The DOI's address, else a UUID of version 5 made from the article's digest.
fn identifier(facts: &Facts, digest: &str) -> String {
    match facts.doi.as_deref().map(str::trim) {
        Some(doi) if !doi.is_empty() => format!("https://doi.org/{doi}"),
        _ => Uuid::new_v5(
            &Uuid::NAMESPACE_URL,
            format!("separatum:{digest}").as_bytes(),
        )
        .urn()
        .to_string(),
    }
}

/// The time given, else the latest date that the article states, else the first that ZIP knows.
fn time(given: Option<&str>, facts: &Facts) -> Result<DateTime<Utc>> {
    if let Some(given) = given {
        let time = DateTime::parse_from_rfc3339(given);
        return time
            .map(|time| time.to_utc())
            .map_err(|_| Error::option(format!("{given:?} is no time as in RFC 3339")));
    }
    let stated = facts
        .latest
        .as_deref()
        .and_then(|date| date.parse::<NaiveDate>().ok());
    let date = stated
        .or_else(|| NaiveDate::from_ymd_opt(1980, 1, 1))
        .unwrap_or_default();
    Ok(date.and_time(chrono::NaiveTime::MIN).and_utc())
}

impl Publication {
    /// When it was last changed, as the package document wants it.
    fn modified(&self) -> String {
        self.modified.to_rfc3339_opts(SecondsFormat::Secs, true)
    }

    /// The direction of the text.
    fn dir(&self) -> &'static str {
        if self.is_rtl { "rtl" } else { "ltr" }
    }
}

/// True for languages that are written from right to left.
fn is_rtl(lang: &str) -> bool {
    let mut subtags = lang.split('-');
    let primary = subtags.next().unwrap_or_default().to_ascii_lowercase();
    let script = subtags
        .find(|subtag| subtag.len() == 4)
        .map(str::to_ascii_lowercase);
    match script.as_deref() {
        Some(script) => matches!(script, "arab" | "hebr" | "syrc" | "thaa" | "nkoo" | "adlm"),
        None => matches!(
            primary.as_str(),
            "ar" | "he" | "fa" | "ur" | "ps" | "sd" | "ug" | "yi" | "dv" | "ckb" | "syr"
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_is_given_or_stated_and_never_now() {
        let facts = Facts {
            latest: Some("2026-03-05".to_owned()),
            ..Facts::default()
        };
        assert_eq!(
            time(None, &facts).unwrap().to_rfc3339(),
            "2026-03-05T00:00:00+00:00"
        );
        assert_eq!(
            time(None, &Facts::default()).unwrap().to_rfc3339(),
            "1980-01-01T00:00:00+00:00"
        );
        assert_eq!(
            time(Some("2026-01-01T02:00:00+02:00"), &facts)
                .unwrap()
                .to_rfc3339(),
            "2026-01-01T00:00:00+00:00"
        );
        assert!(time(Some("yesterday"), &facts).is_err());
    }

    #[test]
    fn scripts_decide_the_direction() {
        for (lang, rtl) in [
            ("ar", true),
            ("ug-Cyrl", false),
            ("kk-Arab", true),
            ("en", false),
            ("und", false),
        ] {
            assert_eq!(is_rtl(lang), rtl, "{lang}");
        }
    }
}
