//! White space: one function for all readers and for the normal form.
//!
//! The tree holds text as it reads. A run of space, tab, CR and LF is one space; there is none at the edges of a block, at
//! the edges of an element that stands in element content, and directly beside a block. At the edges of an inline element
//! and beside comments and instructions white space is data.

#[cfg(test)]
mod tests;

use super::{Document, Element, Node, ns};
use crate::vocabulary::{self, Content, Word};

/// Brings a tree to its normal form: adjacent text joined, empty text removed, attributes sorted, white space as it reads.
pub(crate) fn normalize(document: &mut Document) {
    let dialect = document.source.dialect.as_ref();
    if dialect.is_none_or(|dialect| dialect.root_namespace.is_none()) {
        settle_namespaces(&mut document.root);
    }
    normalize_element(&mut document.root, Host::Mixed);
}

/// Brings an element with everything in it to its normal form, as one that stands in that host.
pub(crate) fn normalize_element(element: &mut Element, host: Host) {
    if keeps_space(element) {
        settle_kept(element);
        return;
    }
    for node in &mut element.content {
        if let Node::Element(child) = node {
            normalize_element(child, Host::Mixed);
        }
    }
    sort_attributes(element);
    join_text(&mut element.content);
    settle(element, word(element), true);
    if host == Host::Elements {
        stand_between(element);
    }
}

/// Settles the white space of an element that does not keep it, as one that stands in mixed content, when that is done
/// with each of its children and no two texts stand side by side. So a reader can do it as elements end.
///
/// Where the reader has done so, every run of white space is one space already.
pub(crate) fn settle(element: &mut Element, word: Option<&Word>, has_runs: bool) {
    let held = manner_of(element, word);
    if holds_elements_only(held, &element.content) {
        element
            .content
            .retain(|node| !matches!(node, Node::Text(_)));
    } else {
        if has_runs {
            texts(&mut element.content).for_each(collapse);
        }
        settle_edges(&mut element.content, word.is_some_and(|word| word.is_block));
        // Decided again, since an unknown element may have lost the only white space that made it count as mixed.
        if !holds_elements_only(held, &element.content) {
            return;
        }
    }
    stand_between_all(&mut element.content);
}

fn texts(content: &mut [Node]) -> impl Iterator<Item = &mut String> {
    content.iter_mut().filter_map(|node| match node {
        Node::Text(text) => Some(text),
        _ => None,
    })
}

/// What stands in an element is found to stand between elements only.
fn stand_between_all(content: &mut [Node]) {
    for node in content {
        if let Node::Element(child) = node {
            stand_between(child);
        }
    }
}

/// A settled element is found to stand between elements only, so that white space at its edges is no data.
///
/// One that is a block or holds elements only has none there.
fn stand_between(element: &mut Element) {
    if !has_space_at_edge(&element.content) {
        return;
    }
    let held = manner(element);
    if held != Some(Content::Kept) {
        settle_edges(&mut element.content, true);
        if holds_elements_only(held, &element.content) {
            stand_between_all(&mut element.content);
        }
    }
}

fn has_space_at_edge(content: &[Node]) -> bool {
    let begins = matches!(content.first(), Some(Node::Text(text)) if text.starts_with(' '));
    begins || matches!(content.last(), Some(Node::Text(text)) if text.ends_with(' '))
}

/// What the vocabulary knows of an element.
pub(crate) fn word(element: &Element) -> Option<&'static Word> {
    element.jats().and_then(vocabulary::word)
}

/// Where the vocabulary stands in no namespace, an element in none belongs to it: XML cannot tell the two apart.
fn settle_namespaces(element: &mut Element) {
    element.namespace.take_if(|namespace| namespace.is_empty());
    for node in &mut element.content {
        if let Node::Element(child) = node {
            settle_namespaces(child);
        }
    }
}

/// What an element stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Host {
    /// Elements only: white space at the edges of what stands there is no data.
    Elements,
    /// Text and elements, or nothing at all.
    Mixed,
}

/// True when the white space in an element, its descendants included, is kept to the letter.
pub(crate) fn keeps_space(element: &Element) -> bool {
    manner(element) == Some(Content::Kept)
}

/// How an element holds its content; `None` for an unknown one.
pub(crate) fn manner(element: &Element) -> Option<Content> {
    manner_of(element, word(element))
}

/// The same, for what the vocabulary knows of it.
pub(crate) fn manner_of(element: &Element, word: Option<&Word>) -> Option<Content> {
    let is_kept = element.namespace.as_deref() == Some(ns::MATHML)
        || element.attr_ns(Some(ns::XML), "space") == Some("preserve");
    if is_kept {
        Some(Content::Kept)
    } else {
        word.and_then(|word| word.content)
    }
}

/// True when there are elements only, so that the white space between them is no data.
///
/// The vocabulary says so, unless there is stray text. An unknown element counts as mixed when it holds other text, or
/// white space without a line break.
fn holds_elements_only(held: Option<Content>, content: &[Node]) -> bool {
    let mut texts = content.iter().filter_map(|node| match node {
        Node::Text(text) => Some(text.as_str()),
        _ => None,
    });
    match held {
        Some(Content::Element) => texts.all(is_blank),
        Some(Content::Mixed | Content::Kept) => false,
        None => texts.all(|text| is_blank(text) && text.contains(['\n', '\r'])),
    }
}

fn settle_kept(element: &mut Element) {
    sort_attributes(element);
    join_text(&mut element.content);
    for node in &mut element.content {
        if let Node::Element(child) = node {
            settle_kept(child);
        }
    }
}

/// An attribute's empty namespace is none.
fn sort_attributes(element: &mut Element) {
    for attr in &mut element.attrs {
        attr.namespace = attr.namespace.take().filter(|uri| !uri.is_empty());
    }
    element
        .attrs
        .sort_by(|a, b| (&a.namespace, &a.name).cmp(&(&b.namespace, &b.name)));
}

/// Joins adjacent text and removes empty text, in linear time.
fn join_text(content: &mut Vec<Node>) {
    let mut after_text = false;
    let is_settled = content.iter().all(|node| {
        let before = after_text;
        after_text = matches!(node, Node::Text(_));
        !(is_empty(node) || before && after_text)
    });
    if is_settled {
        return;
    }
    let mut joined: Vec<Node> = Vec::with_capacity(content.len());
    for node in content.drain(..) {
        match (joined.last_mut(), node) {
            (_, node) if is_empty(&node) => {}
            (Some(Node::Text(before)), Node::Text(text)) => before.push_str(&text),
            (_, node) => joined.push(node),
        }
    }
    *content = joined;
}

fn is_empty(node: &Node) -> bool {
    matches!(node, Node::Text(text) if text.is_empty())
}

/// Takes the white space beside blocks out of mixed content, and that at its two ends where those are `edges` as well.
fn settle_edges(content: &mut Vec<Node>, edges: bool) {
    let mut emptied = false;
    let mut before: Option<&Node> = None;
    let mut rest = content.as_mut_slice();
    while let Some((node, following)) = rest.split_first_mut() {
        if let Node::Text(text) = node {
            let ends = |beside: Option<&Node>| beside.map_or(edges, is_block);
            if text.ends_with(' ') && ends(following.first()) {
                text.pop();
            }
            if text.starts_with(' ') && ends(before) {
                text.remove(0);
            }
            emptied |= text.is_empty();
        }
        before = Some(node);
        rest = following;
    }
    if emptied {
        content.retain(|node| !is_empty(node));
    }
}

fn is_block(node: &Node) -> bool {
    matches!(node, Node::Element(element) if word(element).is_some_and(|word| word.is_block))
}

/// Makes every run of white space one space.
fn collapse(text: &mut String) {
    if has_runs(text) {
        let mut collapsed = String::with_capacity(text.len());
        collapse_runs(text, &mut collapsed);
        *text = collapsed;
    }
}

/// Adds a text in which every run of white space is one space.
pub(crate) fn collapse_runs(text: &str, out: &mut String) {
    // Most runs are ends of lines, which are found faster than others.
    let mut rest = text;
    while let Some((line, following)) = rest.split_once('\n') {
        collapse_line(line.trim_end_matches(SPACE), out);
        out.push(' ');
        rest = following.trim_start_matches(SPACE);
    }
    collapse_line(rest, out);
}

fn collapse_line(line: &str, out: &mut String) {
    let mut rest = line;
    if has_runs(line) {
        while let Some((before, run)) = split_at_run(rest) {
            out.extend([before, " "]);
            rest = run.trim_start_matches(SPACE);
        }
    }
    out.push_str(rest);
}

/// Splits a text before its first run of white space that is no single space.
fn split_at_run(text: &str) -> Option<(&str, &str)> {
    let bytes = text.as_bytes();
    let is_space = |&b: &u8| matches!(b, b' ' | b'\t' | b'\r' | b'\n');
    let begins_run = |(at, &byte): (usize, &u8)| {
        let is_double = || bytes.get(at + 1).is_some_and(is_space);
        is_space(&byte) && (byte != b' ' || is_double())
    };
    text.split_at_checked(bytes.iter().enumerate().position(begins_run)?)
}

/// True for a text with white space that is no single space; most has none.
pub(crate) fn has_runs(text: &str) -> bool {
    let bytes = text.as_bytes();
    let following = bytes.get(1..).unwrap_or_default();
    let other = |b: u8| matches!(b, b'\t' | b'\r' | b'\n');
    let twice = |a: u8, b: u8| a == b' ' && b == b' ';
    // Without a way out halfway, many bytes are looked at in one step.
    let pairs = bytes.iter().zip(following);
    bytes.iter().fold(false, |found, &b| found | other(b))
        || pairs.fold(false, |found, (&a, &b)| found | twice(a, b))
}

fn is_blank(text: &str) -> bool {
    text.bytes()
        .all(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n'))
}

/// The white space of XML. No-break and other spaces of Unicode are ordinary characters.
const SPACE: [char; 4] = [' ', '\t', '\r', '\n'];
