//! Other names for the same: of NLM 2.x and 3.0, of HTML, of other spellings of a namespace.

use std::borrow::Cow;

use super::{Converter, mentions};
use crate::jats::grammar::Model;
use crate::tree::{Attr, Element, Node, ns};

/// Old name and new name, for elements of the JATS vocabulary. The first new name that has a place is taken.
const RENAMED: &[(&str, &str)] = &[
    ("a", "ext-link"),
    ("article-body", "body"),
    ("b", "bold"),
    ("blockquote", "disp-quote"),
    ("br", "break"),
    ("collab-name", "collab"),
    ("chem-struct-wrapper", "chem-struct-wrap"),
    ("citation", "mixed-citation"),
    ("custom-meta-wrap", "custom-meta-group"),
    ("em", "italic"),
    ("floats-wrap", "floats-group"),
    ("gloss-group", "glossary"),
    ("h1", "title"),
    ("h2", "title"),
    ("h3", "title"),
    ("i", "italic"),
    ("li", "list-item"),
    ("nlm-citation", "element-citation"),
    ("ol", "list"),
    ("p", "license-p"),
    ("pre", "preformat"),
    ("section", "sec"),
    ("source-title", "source"),
    ("strong", "bold"),
    ("treatment-meta", "sec-meta"),
    ("tt", "monospace"),
    ("u", "underline"),
    ("ul", "list"),
];

/// Attributes under another name: the element, or any; old name; namespace and name that JATS has.
const RENAMED_ATTRIBUTES: &[(&str, Option<&str>, &str)] = &[
    ("citation-type", None, "publication-type"),
    ("href", Some(ns::XLINK), "href"),
    ("lang", Some(ns::XML), "lang"),
];

impl Converter<'_> {
    /// Gives children that have no place under their name the name under which they have one.
    pub(super) fn rename(&mut self, element: &mut Element, model: &Model) {
        for node in &mut element.content {
            let Node::Element(child) = node else { continue };
            if mentions(model, child) {
                continue;
            }
            let Some(new) = new_name(child, model) else {
                continue;
            };
            let detail = format!("`{}` is `{new}`", child.name);
            self.note("jats.renamed", detail);
            if let ("ol" | "ul", "list") = (child.name.as_ref(), new) {
                let kind = if child.name == "ol" {
                    "order"
                } else {
                    "bullet"
                };
                state(child, "list-type", kind);
            }
            child.namespace = None;
            child.name = Cow::Borrowed(new);
        }
    }

    /// The attribute under the name that the element has it by; `None` when it has none.
    pub(super) fn renamed_attribute(
        &mut self,
        attr: &Attr,
        has: impl Fn(&Attr) -> bool,
    ) -> Option<Attr> {
        let known = RENAMED_ATTRIBUTES
            .iter()
            .filter(|(old, _, _)| attr.namespace.is_none() && *old == attr.name);
        let renamed = known
            .map(|(_, namespace, name)| Attr {
                namespace: namespace.map(Cow::Borrowed),
                name: Cow::Borrowed(*name),
                value: attr.value.clone(),
            })
            .find(|new| has(new))?;
        let detail = format!("attribute `{}` is `{}`", attr.name, renamed.name);
        self.note("jats.renamed", detail);
        Some(renamed)
    }
}

/// Gives an element an attribute of JATS, unless it has one of that name: two of a name are no XML.
pub(super) fn state(element: &mut Element, name: &'static str, value: impl Into<String>) {
    if element.attr(name).is_none() {
        element.attrs.push(attribute(name, value));
    }
}

/// An attribute of JATS.
pub(super) fn attribute(name: &'static str, value: impl Into<String>) -> Attr {
    Attr {
        namespace: None,
        name: Cow::Borrowed(name),
        value: value.into(),
    }
}

fn new_name(child: &Element, model: &Model) -> Option<&'static str> {
    let known = RENAMED.iter().filter(|(old, _)| *old == child.name);
    let new = known.map(|(_, new)| *new).find(|new| model.mentions(new))?;
    // An ordered NLM citation holds text at times; the JATS one cannot.
    let is_free = new == "element-citation" && crate::jats::validity::has_text(child);
    Some(if is_free { "mixed-citation" } else { new })
}

/// Gives elements the namespace that the DTDs know them in: formulas and CALS tables without one, or in that of another
/// house; licence elements of NISO.
pub(super) fn settle_namespaces(element: &mut Element) {
    match element.namespace.as_deref() {
        Some(ns::OASIS_OPEN) => element.namespace = Some(Cow::Borrowed(ns::OASIS)),
        Some(uri) if is_ali(uri) => element.namespace = Some(Cow::Borrowed(ns::ALI)),
        None if matches!(element.name.as_ref(), "license_ref" | "free_to_read") => {
            element.namespace = Some(Cow::Borrowed(ns::ALI));
        }
        None if element.name == "math" => move_to(element, ns::MATHML, |_| true),
        None if element.name == "table" && element.child("tgroup").is_some() => {
            move_to(element, ns::OASIS, is_cals);
        }
        _ => {}
    }
    for node in &mut element.content {
        if let Node::Element(child) = node {
            settle_namespaces(child);
        }
    }
}

/// The spellings that occur: without the slash, with `https`, with another version.
fn is_ali(uri: &str) -> bool {
    let rest = uri.split_once("://").map_or(uri, |(_, rest)| rest);
    rest.trim_end_matches('/')
        .starts_with("www.niso.org/schemas/ali")
}

fn is_cals(name: &str) -> bool {
    matches!(
        name,
        "table" | "tgroup" | "colspec" | "spanspec" | "thead" | "tfoot" | "tbody" | "row" | "entry"
    )
}

/// Moves an element and the elements of such names directly below into a namespace.
fn move_to(element: &mut Element, namespace: &'static str, belongs: fn(&str) -> bool) {
    element.namespace = Some(Cow::Borrowed(namespace));
    for node in &mut element.content {
        if let Node::Element(child) = node
            && child.namespace.is_none()
            && belongs(&child.name)
        {
            move_to(child, namespace, belongs);
        }
    }
}
