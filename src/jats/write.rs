//! From the tree of an article to XML.

use std::borrow::Cow;

use super::dialect;
use crate::error::{Error, Result};
use crate::limits::Limits;
use crate::model::source::{Dialect, Doctype};
use crate::tree::{Attr, Document};
use crate::xml::{self, chars};

/// Writes the tree of an article, in its dialect or the default one.
///
/// # Errors
/// As [`to_string`](super::to_string).
pub(crate) fn write_document(document: &Document) -> Result<String> {
    let dialect = match &document.source.dialect {
        Some(dialect) => Cow::Borrowed(dialect),
        None => Cow::Owned(dialect::default_for(&document.root).0),
    };
    write_in(document, &dialect)
}

/// Writes the tree of an article in that dialect, whatever its own.
pub(super) fn write_in(document: &Document, dialect: &Dialect) -> Result<String> {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    if let Some(doctype) = &dialect.doctype {
        write_doctype(&mut out, doctype)?;
    }
    for node in &document.source.prolog {
        xml::write_invisible(&mut out, node)?;
        out.push('\n');
    }
    let version = dialect.version.clone().map(|value| Attr {
        namespace: None,
        name: Cow::Borrowed(dialect::VERSION),
        value,
    });
    let options = xml::WriteOptions {
        namespaces: &dialect.namespaces,
        vocabulary: dialect.root_namespace.as_deref(),
        local: &[],
        root_attrs: version.as_slice(),
        depth: Limits::DEPTH,
    };
    xml::write(&mut out, &document.root, &options)?;
    out.push('\n');
    for node in &document.source.epilog {
        xml::write_invisible(&mut out, node)?;
        out.push('\n');
    }
    Ok(out)
}

fn write_doctype(out: &mut String, doctype: &Doctype) -> Result<()> {
    let Doctype {
        name,
        public,
        system,
    } = doctype;
    if !chars::is_name(name) {
        return Err(Error::invalid("document type without a name"));
    }
    out.extend(["<!DOCTYPE ", name]);
    if let Some(public) = public {
        if !public.chars().all(chars::is_public_id) {
            return Err(Error::invalid(
                "public identifier with a character that it cannot have",
            ));
        }
        out.extend([" PUBLIC \"", public, "\""]);
    } else if system.is_some() {
        out.push_str(" SYSTEM");
    }
    if public.is_some() || system.is_some() {
        // XML has no public identifier without a system one.
        let system = system.as_deref().unwrap_or_default();
        let quote = if system.contains('"') { "'" } else { "\"" };
        if system.contains(quote) || system.contains('\r') || chars::find_illegal(system).is_some()
        {
            return Err(Error::invalid("system identifier that XML does not allow"));
        }
        out.extend([" ", quote, system, quote]);
    }
    out.push_str(">\n");
    Ok(())
}
