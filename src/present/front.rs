//! Front matter: masthead, section, headline, standfirst, byline, abstracts, keywords, and what is about the article.

use std::borrow::Cow;

use super::row::Row;
use super::{Shown, View, Words, ids, names};
use crate::tree::Element;

/// The article's metadata in a newspaper's order, with a heading before what is about the article.
pub(super) fn article_meta<'a>(row: Row<'a>, heading: Option<&str>) -> Row<'a> {
    let row = row.sorted(meta_rank).joined(|prev, next| {
        let (before, after) = (meta_rank(prev.element), meta_rank(next.element));
        match (before, after) {
            _ if prev.element.is("fpage") && next.element.is("lpage") => "–".into(),
            (VOLUME, VOLUME) => ", ".into(),
            _ if before == after => "; ".into(),
            _ => ". ".into(),
        }
    });
    match heading {
        Some(heading) => row.headed(heading, |child| meta_rank(child) >= ABOUT),
        None => row,
    }
}

/// When and where it was published: a line under the byline.
const PUBLISHED: u8 = 4;
const VOLUME: u8 = 5;
/// The first rank of what is about the article.
const ABOUT: u8 = 11;

fn meta_rank(child: &Element) -> u8 {
    match child.jats().unwrap_or_default() {
        "article-categories" => 0,
        "title-group" => 1,
        "abstract" | "trans-abstract" if child.attr("abstract-type") == Some("teaser") => 2,
        "contrib-group" | "aff" | "aff-alternatives" | "author-notes" | "x" => 3,
        "pub-date" | "pub-date-not-available" => PUBLISHED,
        "volume" | "volume-id" | "volume-series" | "volume-issue-group" | "issue" | "issue-id"
        | "issue-title" | "issue-title-group" | "issue-sponsor" | "issue-part" | "supplement"
        | "fpage" | "lpage" | "page-range" | "elocation-id" => VOLUME,
        "article-id" | "article-version" | "article-version-alternatives" | "isbn" => 6,
        "product" => 7,
        "abstract" | "trans-abstract" => 8,
        "kwd-group" | "unstructured-kwd-group" => 9,
        "supplementary-material" => 10,
        "self-uri" | "email" | "ext-link" | "uri" => ABOUT,
        "history" | "pub-history" => 12,
        "permissions"
        | "license"
        | "copyright-statement"
        | "copyright-year"
        | "copyright-holder" => 13,
        "funding-group" | "support-group" => 14,
        "related-article" | "related-object" => 15,
        "custom-meta-group" | "custom-meta-wrap" => 17,
        "counts" => 18,
        _ => 16,
    }
}

/// The masthead: the journal's title, then the rest in a line.
pub(super) fn journal_meta(row: Row<'_>) -> Row<'_> {
    let rank = |child: &Element| match child.jats() {
        Some("journal-title-group" | "journal-title") => 0,
        Some("journal-subtitle" | "trans-title-group" | "abbrev-journal-title") => 1,
        Some("publisher") => 2,
        Some("issn" | "issn-l" | "isbn") => 3,
        _ => 4,
    };
    row.sorted(rank).joined(|_, _| "; ".into())
}

/// Section and kickers: those of one group with bars, an inner group after a colon.
pub(super) fn categories(row: Row<'_>) -> Row<'_> {
    let is_group = |shown: &Shown<'_>| shown.element.is("subj-group");
    let is_list = row.element.is("article-categories");
    row.joined(|prev, next| match (is_group(prev), is_group(next)) {
        (true, true) | (false, false) if !is_list => " | ".into(),
        (false, true) if !is_list => ": ".into(),
        _ => "; ".into(),
    })
}

/// The headline, its subtitle and translations, and last its short forms.
pub(super) fn titles(row: Row<'_>) -> Row<'_> {
    row.sorted(|child| u8::from(child.is("alt-title")))
        .joined(|_, _| " ".into())
}

/// Rights, statement first.
pub(super) fn permissions(row: Row<'_>) -> Row<'_> {
    let stated = row.element.child("copyright-statement").is_some();
    let is = |shown: &Shown<'_>, name: &str| shown.element.is(name);
    row.sorted(|child| u8::from(!child.is("copyright-statement")))
        .joined(|prev, next| {
            let one = !stated && is(prev, "copyright-year") && is(next, "copyright-holder");
            let ends = is(prev, "copyright-statement") && prev.last_char() == Some('.');
            if one || ends { " ".into() } else { "; ".into() }
        })
}

/// Who paid.
pub(super) fn funding<'a>(row: Row<'a>, words: &Words) -> Row<'a> {
    let has_line = row.elements().any(|shown| shown.speaks && !shown.block);
    let row = row.joined(|_, _| "; ".into());
    if has_line {
        row.introduced(words.funding)
    } else {
        row
    }
}

/// Keywords in a line, introduced by the group's title, else by a word.
pub(super) fn keywords<'a>(row: Row<'a>, words: &Words) -> Row<'a> {
    let named = row.element.child("title").is_some() || row.element.child("label").is_some();
    let is_title = |shown: &Shown<'_>| shown.element.is("title") || shown.element.is("label");
    let row = row.joined(|prev, _| match prev.last_char() {
        _ if !is_title(prev) => "; ".into(),
        Some(last) if last.is_alphanumeric() => ": ".into(),
        _ => " ".into(),
    });
    match row.element.attr("kwd-group-type").unwrap_or_default() {
        _ if named => row,
        "abbreviations" => row.introduced(words.abbreviations),
        _ => row.introduced(words.keywords),
    }
}

/// A figure: the picture, then label, caption and credit, then its identifiers.
pub(super) fn figure(row: Row<'_>) -> Row<'_> {
    row.sorted(|child| match child.jats() {
        Some("graphic" | "alternatives" | "media") => 0,
        Some("object-id") => 2,
        _ => 1,
    })
    .joined(|_, _| " ".into())
}

/// A fact with the word that says which it is: "Volume 12", "DOI: 10.5555/x".
pub(super) fn introduced<'a>(row: Row<'a>, name: &str, view: View<'_>, words: &Words) -> Row<'a> {
    let element = row.element;
    let parent = view.parent_name();
    match name {
        "article-id" | "pub-id" | "object-id" => names::identified(row, "pub-id-type"),
        "contrib-id" => names::identified(row, "contrib-id-type"),
        "issn" | "issn-l" | "isbn" if parent.ends_with("-meta") => issn(row, words),
        // A written citation has words of its own.
        "issn" | "issn-l" | "isbn" if matches!(parent, "element-citation" | "nlm-citation") => {
            row.introduced(&ids::word(name))
        }
        "journal-id" => journal_id(row, words),
        "etal" => row.standing_for(words.et_al),
        "anonymous" => row.standing_for(words.anonymous),
        "alt-title" => row.introduced(short_title(element, words)),
        "abbrev-journal-title" => row.introduced(words.abbreviated),
        "copyright-year" | "copyright-holder" => copyright(row, view, words),
        "award-id" => row.opened(format!("{} ", words.award)),
        "principal-award-recipient" => row.introduced(words.recipient),
        _ if !matches!(parent, "article-meta" | "front-stub" | "volume-issue-group") => row,
        "volume" => row.opened(format!("{} ", words.volume)),
        "issue" => row.opened(format!("{} ", words.issue)),
        "supplement" => row.opened(format!("{} ", words.supplement)),
        "fpage"
            if view
                .parent
                .is_some_and(|meta| meta.child("lpage").is_some()) =>
        {
            row.opened(format!("{} ", words.pages))
        }
        "page-range" => row.opened(format!("{} ", words.pages)),
        "fpage" => row.opened(format!("{} ", words.page)),
        "elocation-id" => row.opened(format!("{} ", words.article)),
        "article-version" => row.opened(format!("{} ", words.version)),
        _ => row,
    }
}

fn issn<'a>(row: Row<'a>, words: &Words) -> Row<'a> {
    let kind = row
        .element
        .attr("pub-type")
        .or_else(|| row.element.attr("publication-format"));
    let format = match kind.unwrap_or_default() {
        "epub" | "electronic" | "online" | "online-only" => words.online,
        "ppub" | "print" => words.in_print,
        _ => "",
    };
    let name = ids::word(row.element.name.as_ref()).into_owned();
    let row = row.introduced(&name);
    if format.is_empty() {
        row
    } else {
        row.closed(format!(" ({format})"))
    }
}

fn journal_id<'a>(row: Row<'a>, words: &Words) -> Row<'a> {
    let kind = row
        .element
        .attr("journal-id-type")
        .filter(|kind| !kind.is_empty());
    match kind {
        Some("doi") => row.introduced("DOI"),
        Some(kind) => row.introduced(&format!("{} ({kind})", words.journal_id)),
        None => row.introduced(words.journal_id),
    }
}

fn short_title<'w>(title: &Element, words: &'w Words) -> &'w str {
    match title.attr("alt-title-type").unwrap_or_default() {
        "running-head" | "right-running" | "left-running" | "running" | "running-title" => {
            words.running_head
        }
        "short" | "short-title" => words.short_title,
        _ => words.other_title,
    }
}

/// Year and holder: as facts beside a statement, else as the statement.
fn copyright<'a>(row: Row<'a>, view: View<'_>, words: &Words) -> Row<'a> {
    let has = |name: &str| {
        view.parent
            .is_some_and(|parent| parent.child(name).is_some())
    };
    let is_year = row.element.is("copyright-year");
    match (is_year, has("copyright-statement")) {
        (true, true) => row.introduced(words.copyright_year),
        (false, true) => row.introduced(words.copyright_holder),
        (false, false) if has("copyright-year") => row,
        _ => row.opened(Cow::Borrowed("© ")),
    }
}
