//! Which JATS is written: the one that was read, else the one that fits the article.

use crate::model::source::{Dialect, Doctype};
use crate::tree::{Document, Element};
use crate::xml;

/// The attribute of the root that names the version.
pub(super) const VERSION: &str = "dtd-version";

/// The version that is written by default.
const DEFAULT_VERSION: &str = "1.3";

/// Archiving takes an article without a journal.
const ARCHIVING: (&str, &str) = (
    "-//NLM//DTD JATS (Z39.96) Journal Archiving and Interchange DTD v1.3 20210610//EN",
    "JATS-archivearticle1-3.dtd",
);

/// Publishing is narrower, and what most exchange.
const PUBLISHING: (&str, &str) = (
    "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD v1.3 20210610//EN",
    "JATS-journalpublishing1-3.dtd",
);

/// The dialect for an article that states none: Publishing 1.3 when it has what that demands, else Archiving 1.3.
///
/// Namespaces are declared when they are used.
pub(super) fn default_for(root: &Element) -> Dialect {
    let (public, system) = if is_for_publishing(root) {
        PUBLISHING
    } else {
        ARCHIVING
    };
    Dialect {
        doctype: Some(Doctype {
            name: super::root::ARTICLE.to_owned(),
            public: Some(public.to_owned()),
            system: Some(system.to_owned()),
        }),
        version: Some(DEFAULT_VERSION.to_owned()),
        namespaces: xml::declarations(root, None, &[]),
        root_namespace: None,
    }
}

/// Brings the dialect to its normal form: every namespace that the tree uses is declared, and a dialect that the writer
/// would choose anyway is none.
pub(crate) fn normalize(document: &mut Document) {
    let Some(dialect) = &mut document.source.dialect else {
        return;
    };
    dialect.namespaces = xml::declarations(
        &document.root,
        dialect.root_namespace.as_deref(),
        &dialect.namespaces,
    );
    if let Some(doctype) = &mut dialect.doctype
        && doctype.public.is_some()
    {
        doctype.system.get_or_insert_default();
    }
    let may_be_default =
        dialect.version.as_deref() == Some(DEFAULT_VERSION) && dialect.root_namespace.is_none();
    if may_be_default && *dialect == default_for(&document.root) {
        document.source.dialect = None;
    }
}

/// True when the front matter has what Publishing demands and Archiving does not: a journal with an identifier and an
/// ISSN, and a title.
fn is_for_publishing(root: &Element) -> bool {
    let Some(front) = root.child("front") else {
        return false;
    };
    let (journal, meta) = (front.child("journal-meta"), front.child("article-meta"));
    journal.is_some_and(|j| j.child("journal-id").is_some() && j.child("issn").is_some())
        && meta
            .and_then(|m| m.child("title-group"))
            .is_some_and(|t| t.child("article-title").is_some())
}
