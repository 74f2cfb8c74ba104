//! Dates: 5 March 2026 where the month is a word, 2026-03-05 where it is a number; and what happened on them.

use std::borrow::Cow;

use super::row::Row;
use super::{Shown, Words};
use crate::tree::Element;

/// A date with the word for what happened on it.
pub(super) fn date<'a>(row: Row<'a>, parent: &str, words: &Words) -> Row<'a> {
    let element = row.element;
    let in_numbers = element
        .child("month")
        .is_none_or(|month| is_number(&month.text()));
    let row = row.sorted(if in_numbers {
        numbers_first_year
    } else {
        words_first_day
    });
    let row = row.joined(|prev, next| joint(prev, next, in_numbers));
    match event(element, parent, words) {
        Some(word) => row.introduced(word),
        None => row,
    }
}

fn numbers_first_year(part: &Element) -> u8 {
    match part.jats() {
        Some("season") => 0,
        Some("year") => 1,
        Some("month") => 2,
        Some("day") => 3,
        _ => 4,
    }
}

fn words_first_day(part: &Element) -> u8 {
    match part.jats() {
        Some("season" | "day") => 0,
        Some("month") => 1,
        Some("year") => 2,
        _ => 3,
    }
}

/// A hyphen between numbers, with the zero that ISO 8601 asks for; a space between words.
fn joint(prev: &Shown<'_>, next: &Shown<'_>, in_numbers: bool) -> Cow<'static, str> {
    if in_numbers {
        between(prev, next)
    } else {
        " ".into()
    }
}

/// What stands between two parts of a date in their order: a hyphen between numbers from large to small, else a space.
pub(super) fn between(prev: &Shown<'_>, next: &Shown<'_>) -> Cow<'static, str> {
    let is_descending = matches!(
        (prev.element.jats(), next.element.jats()),
        (Some("year"), Some("month")) | (Some("month"), Some("day"))
    );
    let (before, after) = (prev.element.text(), next.element.text());
    match after.len() {
        _ if !(is_descending && is_number(&before) && is_number(&after)) => " ".into(),
        1 => "-0".into(),
        _ => "-".into(),
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The word for what happened; none for a date in running text or in a citation.
fn event<'w>(date: &Element, parent: &str, words: &'w Words) -> Option<&'w str> {
    let kind = date
        .attr("date-type")
        .or_else(|| date.attr("pub-type"))
        .unwrap_or_default();
    let format = date.attr("publication-format").unwrap_or_default();
    let word = match kind {
        "received" => words.received,
        "accepted" => words.accepted,
        "rev-recd" | "revised" | "rev-received" => words.revised,
        "rev-request" => words.revision_requested,
        "corrected" | "ecorrected" | "pcorrected" => words.corrected,
        "retracted" => words.retracted,
        "preprint" | "epreprint" | "ppreprint" => words.preprint,
        "epub" | "epub-ppub" => words.published_online,
        "ppub" => words.published_in_print,
        "collection" => words.collection,
        "pmc-release" => words.released,
        "pub" | "" if format == "electronic" => words.published_online,
        "pub" | "" if format == "print" => words.published_in_print,
        "pub" | "published" => words.published,
        "" if date.is("pub-date") => words.published,
        "" => return None,
        _ if date.is("pub-date") => words.published,
        _ if matches!(parent, "history" | "event") => words.date,
        _ => return None,
    };
    Some(word)
}
