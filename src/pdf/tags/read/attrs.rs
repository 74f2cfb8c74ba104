//! The attributes of an element: the ones with a natural home, and the list of the others.

use super::Reader;
use crate::model::source::Source;
use crate::pdf::tags::write::OWN_ID;
use crate::pdf::tags::{ReadTag, key};
use crate::tree::{Attr, Element, ns};

impl Reader<'_> {
    /// Gives the element the attributes that its tag has.
    pub(super) fn attributes(&mut self, tag: &ReadTag, element: &mut Element) {
        if let Some(id) = tag.id.as_deref().filter(|id| !id.starts_with(OWN_ID)) {
            element.attrs.push(attr(None, "id", id));
        }
        if let Some(lang) = &tag.lang {
            element.attrs.push(attr(Some(ns::XML), "lang", lang));
        }
        if let Some(json) = tag.get(key::ATTRS) {
            let rest: Result<Vec<(Option<String>, String, String)>, _> = serde_json::from_str(json);
            match rest {
                Ok(rest) => element.attrs.extend(rest.into_iter().map(listed)),
                Err(_) => self.lost(
                    "pdf.attributes",
                    "the attributes of an element cannot be read",
                ),
            }
        }
        element.attrs.sort();
        element
            .attrs
            .dedup_by(|a, b| a.name == b.name && a.namespace == b.namespace);
    }

    /// The dialect, prolog and epilog on the root.
    pub(super) fn source(&mut self, root: &ReadTag) -> Source {
        let Some(json) = root.get(key::SOURCE) else {
            return Source::default();
        };
        serde_json::from_str(json).unwrap_or_else(|_| {
            self.lost("pdf.source", "the dialect of the article cannot be read");
            Source::default()
        })
    }
}

fn attr(namespace: Option<&'static str>, name: &'static str, value: &str) -> Attr {
    Attr {
        namespace: namespace.map(Into::into),
        name: name.into(),
        value: value.to_owned(),
    }
}

fn listed((namespace, name, value): (Option<String>, String, String)) -> Attr {
    Attr {
        namespace: namespace.map(Into::into),
        name: name.into(),
        value,
    }
}
