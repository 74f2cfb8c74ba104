//! Names: bylines, persons, affiliations.

use super::marks::Marks;
use super::row::Row;
use super::{Kid, Shown, Words, ids};
use crate::tree::Element;

/// Up to so many contributors with details stand in a line each; more run in one paragraph.
const LINES: usize = 12;

/// A byline: "A, B and C".
pub(super) fn contrib_group<'a>(row: Row<'a>, words: &Words) -> Row<'a> {
    let mut row = row.sorted(|child| match child.jats() {
        Some("contrib" | "x") => 0,
        Some("on-behalf-of") => 1,
        _ => 2,
    });
    let is_credit = |shown: &Shown<'a>| shown.element.is("contrib") && shown.speaks;
    let credits = row.elements().filter(|shown| is_credit(shown)).count();
    // An address alone may stand in the line of the others.
    let detailed = row.elements().any(|shown| {
        let details = |part: &Element| is_detail(part) && !part.is("email");
        is_credit(shown) && shown.element.elements().any(details)
    });
    if detailed && credits <= LINES {
        row.elements_mut()
            .filter(|shown| is_credit(shown))
            .for_each(|shown| shown.block = true);
    }
    let mut before = credits;
    let row = row.joined(|_, next| {
        before = before.saturating_sub(1);
        match (is_credit(next), before) {
            (true, 1) => format!(" {} ", words.and).into(),
            (true, _) => ", ".into(),
            (false, _) => "; ".into(),
        }
    });
    if is_edited(row.element) {
        row.introduced(words.edited_by)
    } else {
        row
    }
}

/// True when all credited are editors and none says so in a role of its own.
fn is_edited(group: &Element) -> bool {
    let mut credits = group
        .elements()
        .filter(|child| child.is("contrib"))
        .peekable();
    credits.peek().is_some()
        && credits.all(|credit| {
            credit.attr("contrib-type") == Some("editor") && credit.child("role").is_none()
        })
}

/// One person or organisation: name, degrees, marks, and the details in parentheses. Where the author wrote words between
/// the parts, their order stands: they make a sentence.
pub(super) fn contrib<'a>(row: Row<'a>, marks: &Marks<'_>) -> Row<'a> {
    if row.element.child("x").is_some() {
        return row.joined(|_, _| " ".into());
    }
    let mut opened = false;
    let row = row.sorted(contrib_rank).joined(|prev, next| {
        let role = |shown: &Shown<'_>| shown.element.is("role");
        match (contrib_rank(prev.element), contrib_rank(next.element)) {
            (XREF, XREF) => ",".into(),
            (_, XREF) => "".into(),
            (DETAIL, DETAIL) if role(prev) && role(next) => ", ".into(),
            (DETAIL, DETAIL) => "; ".into(),
            (_, DETAIL) => {
                opened = true;
                " (".into()
            }
            _ => ", ".into(),
        }
    });
    let row = if opened { row.closed(")") } else { row };
    let row = row.raised(is_mark);
    match marks.called(row.element) {
        Some(mark) if row.element.child("xref").is_none() => {
            row.marked_behind(&mark, |part| contrib_rank(part) < XREF)
        }
        _ => row,
    }
}

/// True for a short mark at a name: what parts two of them is raised like them.
fn is_mark(shown: &Shown<'_>) -> bool {
    let is_short = |text: &str| text.trim().chars().count() <= 3;
    shown.speaks && shown.element.is("xref") && is_short(&shown.element.text())
}

const XREF: u8 = 2;
const DETAIL: u8 = 3;

fn contrib_rank(part: &Element) -> u8 {
    match part.jats() {
        Some(
            "anonymous"
            | "collab"
            | "collab-alternatives"
            | "collab-name"
            | "collab-wrap"
            | "name"
            | "name-alternatives"
            | "string-name",
        ) => 0,
        Some("degrees") => 1,
        Some("xref") => XREF,
        Some("aff" | "aff-alternatives" | "bio" | "author-comment" | "p" | "contrib-group") => 4,
        _ => DETAIL,
    }
}

/// True for a part of a credit that has words beyond the name.
fn is_detail(part: &Element) -> bool {
    contrib_rank(part) == DETAIL && !part.content.is_empty()
}

/// A person's name as it is said: given name first, unless it is of a culture that puts the family first.
pub(super) fn name(row: Row<'_>) -> Row<'_> {
    let is_eastern = row.element.attr("name-style") == Some("eastern");
    let rank = |part: &Element| match part.jats() {
        Some("prefix") => 0,
        Some("given-names") => 1,
        Some("surname") => 2,
        _ => 3,
    };
    let row = if is_eastern { row } else { row.sorted(rank) };
    row.joined(|_, _| " ".into())
}

/// The authors or editors in a citation: "Ospanov A, Lee B, eds."
pub(super) fn person_group<'a>(row: Row<'a>, words: &Words) -> Row<'a> {
    let people = row.elements().filter(|shown| shown.speaks).count();
    let role = match row.element.attr("person-group-type") {
        Some("editor" | "editors" | "guest-editor") if people == 1 => words.editor_short,
        Some("editor" | "editors" | "guest-editor") => words.editors_short,
        Some("translator") => words.translator_short,
        _ => "",
    };
    let is_detail = |shown: &Shown<'_>| {
        matches!(
            shown.element.jats(),
            Some("aff" | "role" | "email" | "xref")
        )
    };
    let is_mixed = row.is_mixed();
    let row = row.joined(|_, next| {
        if is_detail(next) {
            " ".into()
        } else {
            ", ".into()
        }
    });
    if role.is_empty() || is_mixed {
        row
    } else {
        row.closed(format!(" ({role})"))
    }
}

/// An affiliation of parts: its label or mark, then the parts from small to large. The space at the end of a group of
/// institutions, where some houses write it, is none in the normal form.
pub(super) fn affiliation(row: Row<'_>) -> Row<'_> {
    let is_mark = |shown: &Shown<'_>| matches!(shown.element.jats(), Some("label" | "sup"));
    // What is said in parts, and once more as the author wrote it.
    let is_whole = |shown: &Shown<'_>| {
        shown.element.is("institution") && shown.element.attr("content-type") == Some("original")
    };
    let row = row.joined(|prev, next| {
        if is_mark(prev) {
            " ".into()
        } else if is_whole(prev) || is_whole(next) {
            "; ".into()
        } else {
            ", ".into()
        }
    });
    row.apart(|prev, next| {
        prev.element.is("institution-wrap")
            && matches!(next, Kid::Text(text) if text.starts_with(char::is_alphanumeric))
    })
}

/// An institution and its identifiers in parentheses.
pub(super) fn institution(row: Row<'_>) -> Row<'_> {
    let is_id = |element: &Element| element.is("institution-id");
    let mut opened = false;
    let row = row
        .sorted(|part| u8::from(is_id(part)))
        .joined(|prev, next| {
            let opens = is_id(next.element) && !is_id(prev.element);
            opened |= opens;
            if opens { " (".into() } else { ", ".into() }
        });
    if opened { row.closed(")") } else { row }
}

/// The word for an identifier of a person, institution or thing: "ORCID: ".
pub(super) fn identified<'a>(row: Row<'a>, attribute: &str) -> Row<'a> {
    let kind = row.element.attr(attribute).map(ids::word);
    match kind {
        Some(word) if !word.is_empty() && !row.element.text().starts_with(&format!("{word}:")) => {
            row.introduced(&word)
        }
        _ => row,
    }
}
