//! Which JATS is written: the one that was read, else the one that fits the article.

use super::grammar::Dtd;
use super::target::{TagSet, Target};
use super::validity;
use crate::model::source::{Dialect, Doctype};
use crate::report::Finding;
use crate::tree::{Document, Element, ns};
use crate::xml;

/// The attribute of the root that names the version.
pub(super) const VERSION: &str = "dtd-version";

/// What an article without a dialect is written in: Publishing, what most exchange, when it is valid so; else Archiving,
/// which takes an article without a journal.
const DEFAULTS: [TagSet; 2] = [TagSet::Publishing, TagSet::Archiving];

/// The dialect for an article that states none: Publishing 1.3 when it is valid by that, else Archiving 1.3; and why it is
/// valid by neither.
pub(super) fn default_for(root: &Element) -> (Dialect, Vec<Finding>) {
    match default_dtd(root) {
        Some((dtd, faults)) => (of(dtd, root), faults),
        None => (Dialect::default(), Vec::new()),
    }
}

fn default_dtd(root: &Element) -> Option<(&'static Dtd, Vec<Finding>)> {
    let publishing = is_for_publishing(root)
        .then(|| pick(root, TagSet::Publishing.into()))
        .flatten()
        .filter(|(_, faults)| faults.is_empty());
    publishing.or_else(|| pick(root, TagSet::Archiving.into()))
}

/// The DTD of a target by which the tree is valid, else the one of the fewest faults, with them.
pub(super) fn pick(root: &Element, target: Target) -> Option<(&'static Dtd, Vec<Finding>)> {
    let mut best: Option<(&Dtd, Vec<Finding>)> = None;
    for dtd in dtds(root, target) {
        let faults = validity::faults(root, dtd);
        let is_better = best
            .as_ref()
            .is_none_or(|(_, known)| faults.len() < known.len());
        if is_better {
            let is_valid = faults.is_empty();
            best = Some((dtd, faults));
            if is_valid {
                break;
            }
        }
    }
    best
}

/// The DTDs of a target that come into question: with CALS tables where the tree has such; where it has formulas, with
/// MathML 3 and, since some are valid by that alone, with MathML 2.
pub(super) fn dtds(root: &Element, target: Target) -> Vec<&'static Dtd> {
    let used = xml::used_namespaces(root);
    let (cals, math) = (used.contains(ns::OASIS), used.contains(ns::MATHML));
    let mut dtds: Vec<&Dtd> = Dtd::all(target).collect();
    dtds.sort_by_key(|dtd| (dtd.cals != cals, dtd.mathml3 != math));
    dtds.truncate(if math { 2 } else { 1 });
    dtds
}

/// The dialect that a DTD stands for. Namespaces are declared when they are used.
pub(super) fn of(dtd: &Dtd, root: &Element) -> Dialect {
    Dialect {
        doctype: Some(Doctype {
            name: super::root::ARTICLE.to_owned(),
            public: Some(dtd.public.to_owned()),
            system: Some(dtd.system.to_owned()),
        }),
        version: Some(dtd.target.version.number().to_owned()),
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
        && let Some(public) = &mut doctype.public
    {
        *public = public
            .split_ascii_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        doctype.system.get_or_insert_default();
    }
    // Only a dialect that stands for one of the defaults is worth a look at the whole article.
    let is_default = stated_default(dialect, &document.root).is_some_and(|stated| {
        default_dtd(&document.root).is_some_and(|(dtd, _)| std::ptr::eq(dtd, stated))
    });
    if is_default {
        document.source.dialect = None;
    }
}

/// The DTD for which a dialect stands, when some article without one is written in it.
fn stated_default(dialect: &Dialect, root: &Element) -> Option<&'static Dtd> {
    let public = dialect.doctype.as_ref().and_then(|d| d.public.as_deref());
    let mut defaults = DEFAULTS
        .into_iter()
        .flat_map(|tag_set| Dtd::all(tag_set.into()));
    defaults.find(|dtd| Some(dtd.public) == public && *dialect == of(dtd, root))
}

/// True when the front matter has what Publishing demands first of all. Most that lack anything lack this.
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
