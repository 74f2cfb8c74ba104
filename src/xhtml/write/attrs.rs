//! The attributes of an element: in their natural place, or in the list of the rest.

use oxilangtag::LanguageTag;

use crate::tree::{Attr, Element, ns};
use crate::xhtml::{html, mark};

use super::Writer;
use super::slot::Slots;

impl Writer<'_, '_> {
    /// Says which element of the article `out` stands for, and carries its attributes.
    pub(super) fn carry(element: &Element, out: &mut Element) {
        name(element, out);
        let mut rest = Vec::new();
        for attr in &element.attrs {
            if !at_home(element, attr, out) {
                rest.push((
                    attr.namespace.as_deref(),
                    attr.name.as_ref(),
                    attr.value.as_str(),
                ));
            }
        }
        if !rest.is_empty() {
            // A list of strings always has a JSON form.
            out.set(
                mark::ATTRS,
                serde_json::to_string(&rest).unwrap_or_default(),
            );
        }
    }
}

/// Says which element `out` stands for, where its tag does not.
fn name(element: &Element, out: &mut Element) {
    match &element.namespace {
        Some(namespace) => {
            out.set(mark::NAME, element.name.as_ref());
            out.set(mark::NS, namespace.as_ref());
        }
        None if crate::xhtml::profile::implied(&out.name) == Some(element.name.as_ref()) => {}
        None => out.set(mark::EL, element.name.as_ref()),
    }
}

/// Puts an attribute into its natural place; false when there is none.
fn at_home(element: &Element, attr: &Attr, out: &mut Element) -> bool {
    let value = attr.value.as_str();
    match (attr.namespace.as_deref(), attr.name.as_ref()) {
        (None, "id") => out.attr("id") == Some(value),
        (Some(ns::XML), "lang") if LanguageTag::parse(value).is_ok() => {
            out.set_ns(Some(ns::XML), "lang", value);
            out.set("lang", value);
            true
        }
        (Some(ns::XLINK), "href") => {
            out.attr("href") == Some(value) && out.attr(mark::LINK).is_none()
        }
        (None, name) if element.namespace.is_none() && is_whole(element, out) => {
            match cell(&out.name, name, value) {
                Some(name) => {
                    out.set(name, value);
                    true
                }
                None => false,
            }
        }
        _ => false,
    }
}

/// A group of columns either has a span or lists its columns.
fn is_whole(element: &Element, out: &Element) -> bool {
    out.name != "colgroup" || element.content.is_empty()
}

/// The attribute of HTML that an attribute of a table's part is, when HTML takes the value.
fn cell(tag: &str, name: &str, value: &str) -> Option<&'static str> {
    match (tag, name) {
        ("td" | "th", "colspan") if is_span(value) => Some("colspan"),
        ("td" | "th", "rowspan") if is_span(value) => Some("rowspan"),
        ("col" | "colgroup", "span") if is_span(value) => Some("span"),
        ("th", "scope") if matches!(value, "row" | "col" | "rowgroup" | "colgroup") => {
            Some("scope")
        }
        _ => None,
    }
}

/// A whole number from 1 to 1,000, spelled plainly.
fn is_span(value: &str) -> bool {
    value
        .parse::<u16>()
        .is_ok_and(|n| (1..=1_000).contains(&n) && n.to_string() == value)
}

/// A hidden element, for a comment or an instruction; between items and rows HTML takes nothing but a template.
pub(super) fn invisible(node: &str, text: &str, slots: Slots) -> Element {
    let out = match slots {
        Slots::Free => html("span").with("hidden", "hidden"),
        _ => html("template"),
    };
    out.with(mark::NODE, node).with(mark::TEXT, text)
}
