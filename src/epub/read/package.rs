//! The package document: which documents there are, and in which order. Nothing else of it is read.

use std::collections::BTreeMap;

use crate::archive::{Archive, resolve};
use crate::error::{Error, Result};
use crate::limits::Limits;
use crate::tree::Element;

use super::{FORMAT, parse};

/// The content documents in reading order.
pub(super) fn spine(archive: &mut Archive<'_>, name: &str, limits: &Limits) -> Result<Vec<String>> {
    let missing = || Error::malformed(FORMAT, format!("the package document {name:?} is missing"));
    let bytes = archive.read(name)?.ok_or_else(missing)?;
    let root = parse(&bytes, limits, name)?.root;
    let children = |of: &'static str| {
        root.elements()
            .filter(move |e| e.name == of)
            .flat_map(Element::elements)
    };
    let manifest: BTreeMap<&str, &str> = children("manifest")
        .filter_map(|item| Some((item.attr("id")?, item.attr("href")?)))
        .collect();
    let documents = children("spine").filter_map(|itemref| manifest.get(itemref.attr("idref")?));
    Ok(documents.filter_map(|href| resolve(name, href)).collect())
}
