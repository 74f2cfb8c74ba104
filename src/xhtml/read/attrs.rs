//! The attributes of an element: from their natural places, and from the list of the rest, which wins.

use std::borrow::Cow;

use crate::report::Effect;
use crate::tree::{Attr, Element, ns};
use crate::xhtml::{OWN_ID, mark};

use super::Reader;
use super::element::attr;

impl Reader {
    /// Restores the attributes of `out` from those of an element of XHTML with that tag.
    pub(super) fn attributes(&mut self, tag: &str, mut attrs: Vec<Attr>, out: &mut Element) {
        if let Some(json) = take(&mut attrs, mark::ATTRS) {
            out.attrs = self.listed(&json);
        }
        let is_derived = attrs.iter().any(|attr| attr.name == mark::LINK);
        for found in attrs {
            let is_xml_lang = found.namespace.as_deref() == Some(ns::XML) && found.name == "lang";
            let Some((namespace, name)) = (match found.name.as_ref() {
                _ if is_xml_lang => Some((Some(ns::XML), "lang")),
                _ if found.namespace.is_some() => None,
                "id" if !found.value.starts_with(OWN_ID) => Some((None, "id")),
                "href" if !is_derived && !found.value.starts_with('#') => {
                    Some((Some(ns::XLINK), "href"))
                }
                name if out.namespace.is_none() => of_cell(tag, name).map(|name| (None, name)),
                _ => None,
            }) else {
                continue;
            };
            if out.attr_ns(namespace, name).is_none() {
                out.attrs.push(attr(namespace, name, found.value));
            }
        }
        out.attrs.sort();
    }

    /// The attributes in the list.
    fn listed(&mut self, json: &str) -> Vec<Attr> {
        match serde_json::from_str::<Vec<(Option<String>, String, String)>>(json) {
            Ok(list) => list
                .into_iter()
                .map(|(namespace, name, value)| Attr {
                    namespace: namespace.map(Cow::Owned),
                    name: Cow::Owned(name),
                    value,
                })
                .collect(),
            Err(error) => {
                self.found(
                    "epub.attributes-unreadable",
                    Effect::Dropped,
                    format!("{}: {error}: {json}", mark::ATTRS),
                );
                Vec::new()
            }
        }
    }
}

/// The attribute of a table's part that an attribute of HTML is.
fn of_cell(tag: &str, name: &str) -> Option<&'static str> {
    match (tag, name) {
        ("td" | "th", "colspan") => Some("colspan"),
        ("td" | "th", "rowspan") => Some("rowspan"),
        ("col" | "colgroup", "span") => Some("span"),
        ("th", "scope") => Some("scope"),
        _ => None,
    }
}

/// Takes the value of an attribute without a namespace out of the list.
pub(super) fn take(attrs: &mut Vec<Attr>, name: &str) -> Option<String> {
    let at = attrs
        .iter()
        .position(|attr| attr.namespace.is_none() && attr.name == name)?;
    Some(attrs.swap_remove(at).value)
}
