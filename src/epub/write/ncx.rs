//! The table of contents of EPUB 2, for old readers.

use std::borrow::Cow;

use crate::error::Result;
use crate::tree::{Element, Node, ns};

use super::content::{nodes, write};
use super::nav::{Branch, tree};
use super::{ARTICLE, Publication};

const NCX: &str = "http://www.daisy.org/z3986/2005/ncx/";

/// The document.
pub(super) fn document(publication: &Publication) -> Result<String> {
    let branches = tree(&publication.outline);
    let meta =
        |name: &str, content: &str| element("meta").with("content", content).with("name", name);
    let head = element("head").holding(nodes(vec![
        meta("dtb:uid", &publication.identifier),
        meta("dtb:depth", &(1 + depth(&branches)).to_string()),
        meta("dtb:totalPageCount", "0"),
        meta("dtb:maxPageNumber", "0"),
    ]));
    let mut order = 1;
    let mut top = point(&publication.article_id, &publication.title, order);
    top.content.extend(nodes(points(&branches, &mut order)));
    let map = element("navMap").holding(nodes(vec![top]));
    let mut root = element("ncx").with("version", "2005-1");
    root.set_ns(Some(ns::XML), "lang", publication.lang.clone());
    root.content = nodes(vec![head, labelled("docTitle", &publication.title), map]).into();
    let mut out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned();
    write(&mut out, &root, &[(String::new(), NCX.to_owned())])?;
    Ok(out)
}

fn depth(branches: &[Branch<'_>]) -> usize {
    branches
        .iter()
        .map(|branch| 1 + depth(&branch.inner))
        .max()
        .unwrap_or(0)
}

fn points(branches: &[Branch<'_>], order: &mut usize) -> Vec<Element> {
    let mut out = Vec::with_capacity(branches.len());
    for branch in branches {
        *order += 1;
        let mut point = point(&branch.heading.id, &branch.heading.text, *order);
        point.content.extend(nodes(points(&branch.inner, order)));
        out.push(point);
    }
    out
}

fn point(id: &str, text: &str, order: usize) -> Element {
    let content = element("content").with("src", format!("{ARTICLE}#{id}"));
    element("navPoint")
        .with("id", format!("n{order}"))
        .with("playOrder", order.to_string())
        .holding(vec![
            Node::Element(labelled("navLabel", text)),
            Node::Element(content),
        ])
}

fn labelled(name: &'static str, text: &str) -> Element {
    let text = element("text").holding(vec![Node::Text(text.to_owned())]);
    element(name).holding(vec![Node::Element(text)])
}

fn element(name: &'static str) -> Element {
    Element {
        namespace: Some(Cow::Borrowed(NCX)),
        name: Cow::Borrowed(name),
        ..Element::default()
    }
}
