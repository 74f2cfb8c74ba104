//! The content document around the article.

use crate::error::Result;
use crate::tree::{Element, Node, ns};
use crate::xhtml::{self, OPS, html};
use crate::xml;

use super::{Publication, STYLESHEET};

/// The content document with the article in it.
pub(super) fn document(publication: &Publication, mut article: Element) -> Result<String> {
    article.set("vocab", "https://schema.org/");
    article.set(
        "typeof",
        if publication.facts.issns.is_empty() {
            "Article"
        } else {
            "ScholarlyArticle"
        },
    );
    page(publication, &publication.title, vec![article])
}

/// A page with that content.
pub(super) fn page(
    publication: &Publication,
    title: &str,
    content: Vec<Element>,
) -> Result<String> {
    let title = html("title").holding(vec![Node::Text(title.to_owned())]);
    let link = html("link")
        .with("href", STYLESHEET)
        .with("rel", "stylesheet")
        .with("type", "text/css");
    let head = html("head").holding(nodes(vec![
        html("meta").with("charset", "utf-8"),
        title,
        link,
    ]));
    let body = html("body").holding(nodes(content));
    let mut root = html("html").holding(nodes(vec![head, body]));
    if publication.is_rtl {
        root.set("dir", "rtl");
    }
    root.set("lang", publication.lang.clone());
    root.set_ns(Some(ns::XML), "lang", publication.lang.clone());
    let namespaces = [
        (String::new(), ns::XHTML.to_owned()),
        ("epub".to_owned(), OPS.to_owned()),
    ];
    let mut out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n".to_owned();
    write(&mut out, &root, &namespaces)?;
    Ok(out)
}

/// Adds a root as XML.
pub(super) fn write(
    out: &mut String,
    root: &Element,
    namespaces: &[(String, String)],
) -> Result<()> {
    let options = xml::WriteOptions {
        namespaces,
        vocabulary: None,
        local: &[ns::MATHML],
        root_attrs: &[],
        depth: xhtml::DEPTH,
    };
    xml::write(out, root, &options)?;
    out.push('\n');
    Ok(())
}

/// Each element on a line of its own.
pub(super) fn nodes(elements: Vec<Element>) -> Vec<Node> {
    let mut out = Vec::with_capacity(elements.len() * 2 + 1);
    for element in elements {
        out.push(Node::Text("\n".to_owned()));
        out.push(Node::Element(element));
    }
    out.push(Node::Text("\n".to_owned()));
    out
}
