//! Which elements stand on their own and which run in the line of their neighbours.

use super::Shown;
use super::row::Row;
use crate::tree::{Element, Node, ns};
use crate::vocabulary::{self, Content};

/// Blocks wherever they stand, beside those of running text ([`vocabulary::is_block`]).
#[rustfmt::skip]
const BLOCKS: &[&str] = &[
    "abstract", "ack", "aff", "aff-alternatives", "app", "app-group", "article", "article-body", "article-categories",
    "article-meta", "attrib", "author-comment", "author-notes", "back", "bio", "body", "boxed-text", "caption",
    "chem-struct-wrap", "contrib-group", "corresp", "custom-meta-group", "custom-meta-wrap", "def", "def-item",
    "def-list", "disp-formula", "disp-formula-group", "disp-quote", "event", "fig", "fig-group", "floats-group",
    "floats-wrap", "fn-group", "front", "front-stub", "funding-group", "funding-statement", "gloss-group", "glossary",
    "history", "journal-meta", "journal-title-group", "kwd-group", "legend", "license", "license-p", "list",
    "list-item", "note", "notes", "open-access", "p", "permissions", "pub-history", "ref", "ref-list", "response",
    "sec", "sig-block", "speech", "statement", "sub-article", "subtitle", "supplementary-material",
    "support-description", "table", "table-wrap", "table-wrap-foot", "table-wrap-group", "tbody", "td", "tfoot", "th",
    "thead", "title", "title-group", "tr", "trans-abstract", "unstructured-kwd-group", "verse-group", "verse-line",
];

/// Blocks among elements, but part of the line within text.
#[rustfmt::skip]
const STANDING: &[&str] = &[
    "alternatives", "array", "code", "fn", "graphic", "media", "preformat", "term", "textual-form",
];

/// True for an element that stands on its own where it is.
pub(super) fn is_block(element: &Element, parent: Option<&Element>) -> bool {
    let (Some(name), Some(parent)) = (element.jats(), parent) else {
        return parent_is_none_or_foreign(element, parent);
    };
    match (name, parent.jats().unwrap_or_default()) {
        (
            "article-title" | "subtitle" | "alt-title" | "trans-title" | "trans-title-group",
            "title-group",
        )
        | ("journal-title" | "journal-subtitle", "journal-meta" | "journal-title-group") => true,
        ("subj-group", "article-categories") => element.attr("subj-group-type") == Some("heading"),
        ("title", "kwd-group" | "unstructured-kwd-group")
        | ("subtitle", _)
        | ("aff" | "aff-alternatives", "collab" | "institution-wrap") => false,
        _ if BLOCKS.contains(&name) => true,
        _ if STANDING.contains(&name) => !is_mixed(parent),
        _ => vocabulary::is_block(name),
    }
}

/// The root is a block; an element of another vocabulary is none, save where a licence or table says otherwise.
fn parent_is_none_or_foreign(element: &Element, parent: Option<&Element>) -> bool {
    let oasis = [ns::OASIS, ns::OASIS_OPEN];
    parent.is_none()
        || element
            .namespace
            .as_deref()
            .is_some_and(|namespace| oasis.contains(&namespace))
}

/// True for an element that is a block when something in it is.
pub(super) fn follows_content(element: &Element) -> bool {
    matches!(element.jats(), Some("contrib"))
}

/// What stands after a neighbour in the line of an element of that name, so that no words run together.
pub(super) fn separator(name: &str, prev: &Shown<'_>) -> &'static str {
    match name {
        "custom-meta" if prev.last_char() == Some(':') => " ",
        "custom-meta" | "nested-kwd" | "compound-kwd" | "compound-subject" => ": ",
        "custom-meta-group" | "custom-meta-wrap" | "history" | "event" | "counts" => "; ",
        "addr-line" if prev.element.is("postal-code") => " ",
        "addr-line"
        | "address"
        | "publisher"
        | "award-group"
        | "conference"
        | "support-group"
        | "principal-award-recipient"
        | "principal-investigator" => ", ",
        "name-alternatives" | "collab-alternatives" => " / ",
        "ruby" | "private-char" => "",
        _ if vocabulary::content(name) == Some(Content::Element) => " ",
        _ => "",
    }
}

/// True for what says in words what is shown beside it.
pub(super) fn is_hidden(element: &Element) -> bool {
    element.is("alt-text") || element.is("long-desc")
}

/// Of several forms of one thing the best is shown; the others are hidden when they hold no text but markup.
pub(super) fn alternatives(mut row: Row<'_>) -> Row<'_> {
    let best = row
        .elements()
        .map(|shown| preference(shown.element))
        .max()
        .unwrap_or_default();
    let mut is_shown = false;
    for shown in row.elements_mut() {
        let is_best = !is_shown && preference(shown.element) == best;
        is_shown |= is_best;
        shown.hidden = !is_best && !has_words(shown.element);
        shown.speaks &= !shown.hidden;
    }
    row
}

/// Words before formulas before pictures before source code.
fn preference(form: &Element) -> u8 {
    match form.jats() {
        _ if is_mathml(form) => 4,
        Some("tex-math") => 1,
        Some("graphic" | "inline-graphic" | "media" | "inline-media") => 2,
        Some(_) => 5,
        None => 3,
    }
}

/// True when there is text in it other than formulas, their source and alternative texts.
fn has_words(element: &Element) -> bool {
    let silent = is_mathml(element) || is_hidden(element) || element.is("tex-math");
    let has = |node: &Node| match node {
        Node::Text(text) => !text.trim().is_empty(),
        Node::Element(child) => has_words(child),
        Node::Comment(_) | Node::Instruction(_) => false,
    };
    !silent && element.content.iter().any(has)
}

fn is_mathml(element: &Element) -> bool {
    element.namespace.as_deref() == Some(ns::MATHML)
}

/// True for an element that holds text: by its kind, else by what is in it.
fn is_mixed(element: &Element) -> bool {
    match element.jats().and_then(vocabulary::content) {
        Some(Content::Mixed | Content::Kept) => true,
        Some(Content::Element) | None => element
            .content
            .iter()
            .any(|node| matches!(node, Node::Text(_))),
    }
}
