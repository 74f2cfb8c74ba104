//! Where each element of JATS goes: found by sending one through both writers, so that no table has to be believed.

use std::collections::{BTreeMap, VecDeque};

use crate::model::{CitationForm, DatumKind, EmphasisKind};
use crate::present;
use crate::tree::{Document, Element, Node, ns, space};
use crate::vocabulary::{self, Content};
use crate::{pdf, xhtml};

/// The identifier of the element that is looked for in the output.
const PROBE: &str = "probe";

/// Elements whose usual place is a CALS table; they are written as the rows and cells of any table.
const CALS: [&str; 5] = ["tgroup", "colspec", "spanspec", "row", "entry"];

/// How many fields a row names before it only counts them.
const FIELDS_NAMED: usize = 4;

/// The rows of the table: element, fields of the model, XHTML element, standard type in PDF.
pub(super) fn rows(fields: &BTreeMap<&'static str, Vec<String>>) -> Vec<[String; 4]> {
    let parents = parents();
    let mut names: Vec<&'static str> = vocabulary::names().collect();
    names.extend(fields.keys().copied().filter(|name| name.contains(':')));
    names.retain(|name| !CALS.contains(name));
    names.sort_unstable();
    names.dedup();
    let row = |name: &&'static str| {
        let document = document(name, &parents);
        let model = fields.get(name).map_or_else(String::new, |f| listed(f));
        [
            format!("`{name}`"),
            model,
            in_epub(&document),
            in_pdf(&document),
        ]
    };
    names.iter().map(row).collect()
}

/// The fields that hold an element, the first few by name.
fn listed(fields: &[String]) -> String {
    let named: Vec<_> = fields.iter().take(FIELDS_NAMED).cloned().collect();
    let more = fields.len() - named.len();
    match more {
        0 => named.join(", "),
        _ => format!("{} and {more} more", named.join(", ")),
    }
}

/// The kinds that stand for an element in running text.
pub(super) fn kinds() -> impl Iterator<Item = (&'static str, String)> {
    let emphasis = EmphasisKind::ALL
        .iter()
        .map(|kind| (kind.element(), format!("`EmphasisKind::{kind:?}`")));
    let data = DatumKind::ALL
        .iter()
        .map(|kind| (kind.element(), format!("`DatumKind::{kind:?}`")));
    let citations = CitationForm::ALL
        .iter()
        .map(|form| (form.element(), format!("`CitationForm::{form:?}`")));
    emphasis.chain(data).chain(citations)
}

/// For every element that the content models lead to from the root, the parent on the shortest way.
fn parents() -> BTreeMap<&'static str, &'static str> {
    let mut found = BTreeMap::new();
    let mut waiting = VecDeque::from(["article"]);
    while let Some(parent) = waiting.pop_front() {
        for child in vocabulary::child_order(parent) {
            if *child != "article" && !found.contains_key(child) {
                found.insert(*child, parent);
                waiting.push_back(child);
            }
        }
    }
    found
}

/// An article that holds the element in its place, with a word in it.
fn document(name: &'static str, parents: &BTreeMap<&'static str, &'static str>) -> Document {
    let mut element = sample(name, LEVELS).with("id", PROBE);
    let mut at = name;
    while at != "article" {
        let is_in_a_line = kinds().any(|(kind, _)| kind == at) || vocabulary::content(at).is_none();
        let parent = parents.get(at).copied();
        at = match parent {
            Some(parent) => parent,
            None if at == "p" => "body",
            None if at == "body" => "article",
            None if is_in_a_line => "p",
            None => "body",
        };
        element = Element::usual(at).holding(vec![Node::Element(element)]);
    }
    let mut document = Document {
        root: element,
        ..Document::default()
    };
    space::normalize(&mut document);
    document
}

/// How many levels of content an element gets.
const LEVELS: usize = 6;

/// An element with what it usually holds: a word, a paragraph, or the first that its content model names.
fn sample(name: &'static str, levels: usize) -> Element {
    let children = vocabulary::child_order(name);
    let inside = match vocabulary::content(name) {
        _ if levels == 0 => Vec::new(),
        Some(Content::Element) => {
            let child = children.iter().find(|child| **child == "p");
            let child = child.or(children.first());
            child.map_or_else(Vec::new, |child| {
                vec![Node::Element(sample(child, levels - 1))]
            })
        }
        _ => vec![Node::Text("word".to_owned())],
    };
    Element::usual(name).holding(inside)
}

/// The XHTML element that the writer makes of the probe.
fn in_epub(document: &Document) -> String {
    let shown = present::article(&document.root);
    let written = xhtml::write::article(document, &shown, &mut NoImages).expect("writes");
    let found = find(&written.article).expect("the probe is in the XHTML");
    let meaning = found.attr_ns(Some(xhtml::OPS), "type");
    let meaning = meaning.map_or_else(String::new, |meaning| format!(" {meaning}"));
    match found.namespace.as_deref() {
        Some(ns::MATHML) => format!("`math`{meaning}"),
        _ => format!("`{}`{meaning}", found.name),
    }
}

fn find(element: &Element) -> Option<&Element> {
    if element.attr("id") == Some(PROBE) {
        return Some(element);
    }
    element.elements().find_map(find)
}

/// The standard type that the probe's tag is mapped to.
fn in_pdf(document: &Document) -> String {
    let shown = present::article(&document.root);
    let plan = pdf::tags::plan(&shown, &document.source);
    let found = plan
        .tags
        .iter()
        .find(|planned| planned.tag.id.as_deref() == Some(PROBE));
    found.map_or_else(
        || "in its parent's data".to_owned(),
        |found| format!("`{}`", found.tag.standard),
    )
}

/// No image is at hand.
struct NoImages;

impl xhtml::write::Images for NoImages {
    fn place(&mut self, _: &str) -> crate::Result<Option<String>> {
        Ok(None)
    }
}
