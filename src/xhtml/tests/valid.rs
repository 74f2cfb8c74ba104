//! The rules of HTML that the writer must keep, checked on the tree: what may stand in what.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::tree::{Element, Node, ns};

const PHRASING: &[&str] = &[
    "span", "a", "i", "b", "sub", "sup", "u", "s", "code", "abbr", "cite", "img", "br", "template",
];
const IN_LINE: &[&str] = &["p", "pre", "h1", "h2", "h3", "h4", "h5", "h6"];

/// The first fault.
pub(super) fn check(root: &Element) -> Result<(), String> {
    let (mut ids, mut refs) = (BTreeSet::new(), Vec::new());
    element(root, &mut Vec::new(), &mut ids, &mut refs)?;
    match refs.into_iter().find(|id| !ids.contains(id)) {
        Some(id) => Err(format!("nothing has the id {id}")),
        None => Ok(()),
    }
}

fn element<'a>(
    e: &'a Element,
    above: &mut Vec<&'a str>,
    ids: &mut BTreeSet<&'a str>,
    refs: &mut Vec<&'a str>,
) -> Result<(), String> {
    let tag = e.name.as_ref();
    if let Some(id) = e.attr("id")
        && !ids.insert(id)
    {
        return Err(format!("the id {id} twice"));
    }
    refs.extend(e.attr("href").and_then(|href| href.strip_prefix('#')));
    refs.extend(e.attr("aria-labelledby"));
    let mut names = BTreeSet::new();
    for attr in &e.attrs {
        if !names.insert((attr.namespace.as_deref(), attr.name.as_ref())) {
            return Err(format!("<{tag}> has {} twice", attr.name));
        }
    }
    if e.namespace.as_deref() != Some(ns::XHTML) {
        return Ok(());
    }
    if tag == "a" && above.contains(&"a") || tag == "header" && above.contains(&"header") {
        return Err(format!("<{tag}> in <{tag}>"));
    }
    let kids: Vec<&str> = e.elements().map(|e| e.name.as_ref()).collect();
    let has_text = e
        .content
        .iter()
        .any(|node| matches!(node, Node::Text(text) if !text.trim().is_empty()));
    let only = |allowed: &[&str]| !has_text && kids.iter().all(|kid| allowed.contains(kid));
    let holds = match tag {
        "ul" | "ol" => only(&["li", "template"]),
        "dl" => only(&["div", "template"]),
        "table" => only(&["colgroup", "thead", "tbody", "tfoot", "template"]) && is_table(&kids),
        "colgroup" => only(&["col", "template"]),
        "thead" | "tbody" | "tfoot" => only(&["tr", "template"]),
        "tr" => only(&["td", "th", "template"]),
        "img" | "br" | "hr" | "col" => e.content.is_empty(),
        "div" if above.last() == Some(&"dl") => {
            only(&["dt", "dd", "template"])
                && kids.iter().find(|k| **k != "template") == Some(&"dt")
        }
        "figure" => {
            !kids.contains(&"figcaption")
                || kids.iter().filter(|k| **k == "figcaption").count() == 1
                    && (kids.first() == Some(&"figcaption") || kids.last() == Some(&"figcaption"))
        }
        _ if PHRASING.contains(&tag) || IN_LINE.contains(&tag) => kids
            .iter()
            .all(|kid| PHRASING.contains(kid) || *kid == "math"),
        "div" | "section" | "article" | "aside" | "header" | "blockquote" | "figcaption" | "li"
        | "dt" | "dd" | "td" | "th" => {
            let parts = [
                "li", "dt", "dd", "td", "th", "tr", "tbody", "thead", "tfoot", "col", "colgroup",
            ];
            kids.iter().all(|kid| !parts.contains(kid)) && (!kids.contains(&"figcaption"))
        }
        _ => return Err(format!("<{tag}> is no tag of ours")),
    };
    if !holds {
        return Err(format!("<{tag}> holds {kids:?}"));
    }
    above.push(tag);
    for node in &e.content {
        match node {
            Node::Element(kid) => element(kid, above, ids, refs)?,
            Node::Text(_) => {}
            _ => return Err("a comment or an instruction".to_owned()),
        }
    }
    above.pop();
    Ok(())
}

/// Columns, a head, bodies, a foot.
fn is_table(kids: &[&str]) -> bool {
    let rank = |kid: &&str| {
        ["colgroup", "thead", "tbody", "tfoot"]
            .iter()
            .position(|tag| tag == kid)
    };
    let ranks: Vec<_> = kids.iter().map(rank).collect();
    let once = |tag| kids.iter().filter(|kid| **kid == tag).count() < 2;
    ranks.is_sorted() && once("thead") && once("tfoot")
}

/// The tree as text, for failures.
pub(super) fn print(element: &Element) -> String {
    let mut out = String::new();
    print_into(element, &mut out);
    out
}

fn print_into(element: &Element, out: &mut String) {
    let _ = write!(out, "<{}", element.name);
    for attr in &element.attrs {
        let _ = write!(out, " {}={:?}", attr.name, attr.value);
    }
    out.push('>');
    for node in &element.content {
        match node {
            Node::Element(e) => print_into(e, out),
            Node::Text(text) => out.push_str(text),
            other => {
                let _ = write!(out, "{other:?}");
            }
        }
    }
    let _ = write!(out, "</{}>", element.name);
}
