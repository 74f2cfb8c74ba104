//! The attributes of an element: the ones with a natural home, and the list of the others.

use std::collections::BTreeSet;

use crate::pdf::page::Tag;
use crate::pdf::tags::{key, names, role};
use crate::tree::{Element, ns};

/// The prefix of ids that only the output needs.
pub(crate) const OWN_ID: &str = "sep-";

/// A tag for the element, with its name and attributes; `standard` is the type it is mapped to.
pub(super) fn tag<'s>(
    element: &'s Element,
    standard: &'static str,
    taken: &mut BTreeSet<&'s str>,
) -> Tag {
    let mut tag = Tag {
        standard,
        ..Tag::default()
    };
    let base = if names::can_be_role(element) {
        element.name.as_ref()
    } else {
        tag.data.push((key::NAME, element.name.to_string()));
        if let Some(namespace) = &element.namespace {
            tag.data.push((key::NS, namespace.to_string()));
        }
        role::FOREIGN
    };
    tag.role = variant(base, standard);
    attributes(element, &mut tag, taken);
    tag
}

/// The role for a base name and the standard type it has here.
pub(super) fn variant(base: &str, standard: &str) -> String {
    if names::standard(base) == standard {
        base.to_owned()
    } else {
        format!("{base}.{}", standard.to_ascii_lowercase())
    }
}

fn attributes<'s>(element: &'s Element, tag: &mut Tag, taken: &mut BTreeSet<&'s str>) {
    let mut rest: Vec<(Option<&str>, &str, &str)> = Vec::new();
    for attr in &element.attrs {
        let namespace = attr.namespace.as_deref();
        let value = attr.value.as_str();
        match (namespace, attr.name.as_ref()) {
            (None, "id") if is_id(value) && taken.insert(value) => tag.id = Some(value.to_owned()),
            (Some(ns::XML), "lang") if is_lang(value) => tag.lang = Some(value.to_owned()),
            (_, name) => rest.push((namespace, name, value)),
        }
    }
    if !rest.is_empty() {
        let json = serde_json::to_string(&rest).unwrap_or_default();
        tag.data.push((key::ATTRS, json));
    }
}

/// True for a spelling that can be an identifier in the file and is not one of ours.
fn is_id(value: &str) -> bool {
    value.len() <= 1_000
        && value.starts_with(|c: char| c.is_alphabetic() || c == '_')
        && value
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'))
        && !value.starts_with(OWN_ID)
}

/// True for a well-formed language tag.
fn is_lang(value: &str) -> bool {
    value.is_ascii() && oxilangtag::LanguageTag::parse(value).is_ok()
}
