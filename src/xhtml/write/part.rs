//! The children of an element on their way out: put into order, wrapped where HTML wants it.

use crate::tree::{Element, Node};
use crate::xhtml::profile::is_phrasing;
use crate::xhtml::{html, is_html, mark};

/// A child on its way out.
#[derive(Debug)]
pub(super) struct Part<'a> {
    /// Its index among the element's children; `None` for what is generated.
    pub(super) index: Option<u32>,
    /// Its JATS name; "" for everything but JATS elements.
    pub(super) name: &'a str,
    /// The child as XHTML.
    pub(super) node: Node,
}

impl Part<'_> {
    /// True for what stands in a line of text.
    pub(super) fn is_phrasing(&self) -> bool {
        match &self.node {
            Node::Element(element) => !is_html(element) || is_phrasing(&element.name),
            _ => true,
        }
    }

    /// True for what is not seen.
    pub(super) fn is_hidden(&self) -> bool {
        match &self.node {
            Node::Element(element) => {
                element.attr("hidden").is_some() || element.name == "template"
            }
            Node::Text(text) => text.trim().is_empty(),
            _ => true,
        }
    }

    /// True for comments, instructions and generated text: what may stand anywhere.
    pub(super) fn is_loose(&self) -> bool {
        self.index.is_none()
            || matches!(&self.node, Node::Element(e) if e.attr(mark::NODE).is_some())
    }

    /// True for an element of that tag.
    pub(super) fn is_tag(&self, tag: &str) -> bool {
        matches!(&self.node, Node::Element(e) if is_html(e) && e.name == tag)
    }
}

/// True when all of them stand in a line of text.
pub(super) fn all_phrasing(parts: &[Part<'_>]) -> bool {
    parts.iter().all(Part::is_phrasing)
}

/// Gives an element its children and says in which order they stand in the article.
pub(super) fn fill(out: &mut Element, mut parts: Vec<Part<'_>>, breaks: bool) {
    mark_order(out, &mut parts);
    put(out, parts, breaks);
}

/// Says in which order the children stand in the article, when it is not the order shown.
pub(super) fn mark_order(out: &mut Element, parts: &mut [Part<'_>]) {
    let shown: Vec<u32> = parts.iter().filter_map(|part| part.index).collect();
    if shown.is_sorted() {
        return;
    }
    let words: Vec<String> = shown.iter().map(u32::to_string).collect();
    out.set(mark::ORDER, words.join(" "));
    let mut after_text = false;
    for part in parts {
        let is_text = matches!(part.node, Node::Text(_));
        if is_text && after_text {
            // Two texts that are apart in the article must not become one.
            let text = std::mem::replace(&mut part.node, Node::Text(String::new()));
            part.node = Node::Element(wrap("span", "text").holding(vec![text]));
        }
        after_text = is_text;
    }
}

/// Gives an element its children; `breaks` puts each block on a line of its own.
pub(super) fn put(out: &mut Element, parts: Vec<Part<'_>>, breaks: bool) {
    for part in parts {
        if breaks && !part.is_phrasing() {
            out.content.push(Node::Text("\n".to_owned()));
        }
        out.content.push(part.node);
    }
}

/// An element that only HTML needs.
pub(super) fn wrap(tag: &'static str, why: &str) -> Element {
    html(tag).with(mark::WRAP, why)
}

/// Puts each run of parts that `joins` into an element of its own; a run must hold one that `counts`.
pub(super) fn wrap_runs<'a>(
    parts: Vec<Part<'a>>,
    joins: impl Fn(&Part<'a>) -> bool,
    counts: impl Fn(&Part<'a>) -> bool,
    make: impl Fn() -> Element,
) -> Vec<Part<'a>> {
    let mut out = Vec::new();
    let mut run = Vec::new();
    for part in parts {
        if joins(&part) {
            run.push(part);
        } else {
            end_run(&mut out, &mut run, &counts, &make);
            out.push(part);
        }
    }
    end_run(&mut out, &mut run, &counts, &make);
    out
}

fn end_run<'a>(
    out: &mut Vec<Part<'a>>,
    run: &mut Vec<Part<'a>>,
    counts: impl Fn(&Part<'a>) -> bool,
    make: impl Fn() -> Element,
) {
    if run.iter().any(counts) {
        let mut element = make();
        put(&mut element, std::mem::take(run), false);
        out.push(wrapped(element));
    } else {
        out.append(run);
    }
}

/// A part that only HTML needs.
pub(super) fn wrapped(element: Element) -> Part<'static> {
    Part {
        index: None,
        name: "",
        node: Node::Element(element),
    }
}
