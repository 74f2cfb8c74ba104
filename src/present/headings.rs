//! Headings for what has no title of its own.

use super::Words;
use super::row::Row;
use crate::tree::Element;

/// The row with a heading, when its element has no title and is one that wants a heading where it stands.
pub(super) fn with_heading<'a>(row: Row<'a>, parent: &str, words: &Words) -> Row<'a> {
    let element = row.element;
    if element.child("title").is_some() || element.child("label").is_some() || !row.speaks() {
        return row;
    }
    match heading(element, parent, words) {
        Some(heading) => row.titled(heading),
        None => row,
    }
}

fn heading<'w>(element: &Element, parent: &str, words: &'w Words) -> Option<&'w str> {
    let heading = match (element.jats()?, parent) {
        ("abstract" | "trans-abstract", _) => return abstract_heading(element, words),
        ("ref-list", "back" | "article" | "sub-article" | "response") => words.references,
        ("fn-group", "back") => words.notes,
        ("ack", "back" | "front") => words.acknowledgements,
        ("glossary", "back") => words.glossary,
        ("app", _) => words.appendix,
        ("floats-group" | "floats-wrap", _) => words.floats,
        ("sub-article" | "response", _) if !is_titled(element) => {
            return part_heading(element, words);
        }
        _ => return None,
    };
    Some(heading)
}

/// By type; none for a standfirst, which stands under the headline without a word.
fn abstract_heading<'w>(element: &Element, words: &'w Words) -> Option<&'w str> {
    match element.attr("abstract-type").unwrap_or_default() {
        "teaser" => None,
        "graphical" => Some(words.graphical_abstract),
        "key-points" => Some(words.key_points),
        "executive-summary" | "summary" | "synopsis" | "web-summary" | "short" | "toc"
        | "precis" => Some(words.summary),
        "plain-language-summary" | "plain-language" => Some(words.plain_summary),
        _ => Some(words.abstract_),
    }
}

fn part_heading<'w>(element: &Element, words: &'w Words) -> Option<&'w str> {
    let kind = element
        .attr("article-type")
        .or_else(|| element.attr("response-type"));
    match kind.unwrap_or_default() {
        "translation" => Some(words.translation),
        "reply" | "author-comment" | "author-response" => Some(words.reply),
        "decision-letter" | "editor-report" => Some(words.decision_letter),
        "referee-report" | "reviewer-report" => Some(words.review),
        _ if element.is("response") => Some(words.response),
        _ => None,
    }
}

/// True when the front of a part names it.
fn is_titled(part: &Element) -> bool {
    let fronts = part
        .elements()
        .filter(|child| child.is("front-stub") || child.is("front"));
    let metas = fronts.flat_map(|front| std::iter::once(front).chain(front.child("article-meta")));
    metas
        .filter_map(|meta| meta.child("title-group"))
        .any(|group| !group.text().trim().is_empty())
}
