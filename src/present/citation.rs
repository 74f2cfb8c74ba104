//! Structured citations: the parts in the publisher's order, with one style's punctuation between them.
//!
//! The style, which `docs/citations.md` describes, by example (APA-like names, Vancouver-like numbers):
//! `Ospanov A, Lee B (2019) On water. Journal of Arid Botany 12(3):117–119. DOI: 10.5555/x`. People are followed by a
//! full stop or by the year in parentheses, an issue stands in parentheses after its volume, pages after a colon.
//! A citation with text of its own stands as it is.

use std::borrow::Cow;

use super::row::Row;
use super::{Kid, Shown, dates};
use crate::tree::Element;

/// True for the elements whose parts are those of a citation.
pub(super) fn is_citation(name: &str) -> bool {
    matches!(
        name,
        "element-citation"
            | "nlm-citation"
            | "mixed-citation"
            | "citation"
            | "product"
            | "related-article"
            | "related-object"
    )
}

/// A citation of parts; one of a kind that holds text stands as it is when it does, or is a single part.
pub(super) fn citation(row: Row<'_>) -> Row<'_> {
    let structured = row.element.is("element-citation") || row.element.is("nlm-citation");
    if row.is_mixed() || !structured && (row.has_spaces() || row.elements().count() < 2) {
        return row.joined(|_, _| Cow::Borrowed("")).apart(runs_together);
    }
    let line: Vec<&Shown<'_>> = row
        .elements()
        .filter(|shown| shown.speaks && !shown.block)
        .collect();
    let opening = line
        .first()
        .map_or("", |first| open(Part::of(first.element)));
    let closing = line.last().map_or("", |last| end(last));
    let row = row.joined(|prev, next| joint(prev, next));
    row.opened(opening).closed(closing)
}

/// A reference. Some publishers give a citation twice, as it reads and in parts: the parts stand below, on a line of their
/// own, for who has read the one needs not the other.
pub(super) fn reference(mut row: Row<'_>) -> Row<'_> {
    let as_read = |e: &Element| e.is("mixed-citation") || e.is("citation");
    let in_parts = |e: &Element| e.is("element-citation") || e.is("nlm-citation");
    let citations = || {
        row.elements()
            .map(|shown| shown.element)
            .filter(|e| as_read(e) || in_parts(e))
    };
    let is_twice = citations().count() == 2
        && citations().next().is_some_and(as_read)
        && citations().any(in_parts);
    if is_twice {
        for shown in row.elements_mut().filter(|shown| in_parts(shown.element)) {
            shown.block = true;
        }
    }
    row.joined(|_, _| Cow::Borrowed(" "))
}

/// True for a part that nothing parts from what stands before it: publishers leave such spaces to their style sheets.
fn runs_together(prev: &Shown<'_>, next: &Kid<'_>) -> bool {
    let (before, begins) = (Part::of(prev.element), next.first_char());
    let is_open = prev
        .last_char()
        .is_some_and(|c| !c.is_alphanumeric() && !".,;)?!”’".contains(c));
    let is_apart = match next {
        Kid::Element(next) => before != Part::Other && Part::of(next.element) != Part::Other,
        Kid::Text(_) => matches!(before, Part::Source | Part::Title),
        _ => false,
    };
    is_apart && !is_open && begins.is_some_and(char::is_alphanumeric)
}

/// What a part of a citation is, as far as punctuation asks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    People,
    Date,
    Title,
    Source,
    Volume,
    Issue,
    FirstPage,
    LastPage,
    Place,
    Publisher,
    Edition,
    Address,
    Other,
}

impl Part {
    fn of(element: &Element) -> Self {
        match element.jats().unwrap_or_default() {
            "person-group"
            | "name"
            | "string-name"
            | "name-alternatives"
            | "collab"
            | "collab-alternatives"
            | "etal"
            | "anonymous" => Self::People,
            "year" | "month" | "day" | "season" | "era" | "date" | "string-date" => Self::Date,
            "article-title" | "chapter-title" | "part-title" | "data-title" | "trans-title" => {
                Self::Title
            }
            "source" | "trans-source" | "source-title" | "conf-name" => Self::Source,
            "volume" => Self::Volume,
            "issue" => Self::Issue,
            "fpage" | "elocation-id" | "page-range" => Self::FirstPage,
            "lpage" => Self::LastPage,
            "publisher-loc" => Self::Place,
            "publisher-name" | "institution" => Self::Publisher,
            "conf-loc" | "conf-date" | "edition" | "series" | "supplement" | "issue-part"
            | "size" | "version" => Self::Edition,
            "pub-id" | "object-id" | "isbn" | "issn" | "issn-l" | "ext-link" | "uri" | "email" => {
                Self::Address
            }
            _ => Self::Other,
        }
    }
}

fn open(part: Part) -> &'static str {
    match part {
        Part::Date | Part::Issue => "(",
        _ => "",
    }
}

fn close(part: Part) -> &'static str {
    match part {
        Part::Date | Part::Issue => ")",
        _ => "",
    }
}

/// The end of a citation: a full stop, unless it ends with one or with an address, which none should be taken into.
fn end(last: &Shown<'_>) -> &'static str {
    match Part::of(last.element) {
        Part::Date | Part::Issue => ").",
        Part::Address => "",
        _ if ends_a_sentence(last) => "",
        _ => ".",
    }
}

/// What stands between two parts.
fn joint(prev: &Shown<'_>, next: &Shown<'_>) -> Cow<'static, str> {
    let (before, after) = (Part::of(prev.element), Part::of(next.element));
    if before == Part::Date && after == Part::Date {
        return dates::between(prev, next);
    }
    let between = match (before, after) {
        (Part::Volume, Part::Issue) => "",
        (_, Part::Date | Part::Issue) | (Part::Date, _) | (Part::Source, Part::Volume) => " ",
        (Part::Volume | Part::Issue, Part::FirstPage) => ":",
        (Part::FirstPage, Part::LastPage) => "–",
        (Part::Place, Part::Publisher) => ": ",
        (Part::Source | Part::Edition, Part::Place | Part::Publisher) => stop(prev),
        (Part::People, Part::People)
        | (_, Part::Volume | Part::FirstPage | Part::LastPage | Part::Edition | Part::Place) => {
            ", "
        }
        _ => stop(prev),
    };
    format!("{}{between}{}", close(before), open(after)).into()
}

/// A full stop and a space; only the space after something that already ends a sentence.
fn stop(prev: &Shown<'_>) -> &'static str {
    if ends_a_sentence(prev) { " " } else { ". " }
}

fn ends_a_sentence(shown: &Shown<'_>) -> bool {
    matches!(shown.last_char(), Some('.' | '?' | '!' | '…'))
}
