//! Which JATS is written: the one that was read, else the one that fits the article.

use super::grammar::Dtd;
use super::target::{TagSet, Target};
use super::validity;
use crate::model::source::{Dialect, Doctype, Source};
use crate::report::Report;
use crate::tree::{Document, Element, ns};
use crate::xml::Used;

/// The attribute of the root that names the version.
pub(super) const VERSION: &str = "dtd-version";

/// What an article without a dialect is written in: Publishing, what most exchange, when it is valid so; else Archiving,
/// which takes an article without a journal and text of any kind.
const DEFAULTS: [TagSet; 2] = [TagSet::Publishing, TagSet::Archiving];

/// The dialect for an article that states none, and why it is not valid by that; nothing when it is.
pub(super) fn default_for(root: &Element) -> (Dialect, Report) {
    let used = Used::of(root, None);
    match default_dtd(root, &used) {
        Some((dtd, faults)) => (of(dtd, &used), faults),
        None => (Dialect::default(), Report::new()),
    }
}

fn default_dtd(root: &Element, used: &Used<'_>) -> Option<(&'static Dtd, Report)> {
    let judged = |dtd: &'static Dtd| (dtd, validity::faults(root, dtd));
    let publishing = first(used, TagSet::Publishing).filter(|_| is_for_publishing(root));
    publishing
        .map(judged)
        .filter(|(_, faults)| count(faults) == 0)
        .or_else(|| first(used, TagSet::Archiving).map(judged))
}

fn first(used: &Used<'_>, tag_set: TagSet) -> Option<&'static Dtd> {
    dtds(used, tag_set.into()).first().copied()
}

/// True when the front matter has what Publishing demands first of all. Most that lack anything lack this.
fn is_for_publishing(root: &Element) -> bool {
    let front = root.child("front");
    let journal = front.and_then(|front| front.child("journal-meta"));
    let meta = front.and_then(|front| front.child("article-meta"));
    let title = meta.and_then(|meta| meta.child("title-group"));
    journal.is_some_and(|j| j.child("journal-id").is_some() && j.child("issn").is_some())
        && title.is_some_and(|title| title.child("article-title").is_some())
}

/// The DTD of a target by which the tree is valid, else the one of the fewest faults, with them.
pub(super) fn pick(
    root: &Element,
    used: &Used<'_>,
    target: Target,
) -> Option<(&'static Dtd, Report)> {
    let mut best: Option<(&Dtd, Report)> = None;
    for dtd in dtds(used, target) {
        let faults = validity::faults(root, dtd);
        let is_better = best
            .as_ref()
            .is_none_or(|(_, known)| count(&faults) < count(known));
        if is_better {
            let is_valid = count(&faults) == 0;
            best = Some((dtd, faults));
            if is_valid {
                break;
            }
        }
    }
    best
}

/// How many findings there were, kept or not.
fn count(report: &Report) -> u64 {
    report.suppressed() + report.findings().len() as u64
}

/// The DTDs of a target that come into question for what a tree uses: with CALS tables where it has such; where it has
/// formulas, with MathML 3 and, since some are valid by that alone, with MathML 2.
pub(super) fn dtds(used: &Used<'_>, target: Target) -> Vec<&'static Dtd> {
    let (cals, math) = (used.contains(ns::OASIS), used.contains(ns::MATHML));
    let mut dtds: Vec<&Dtd> = Dtd::all(target).collect();
    dtds.sort_by_key(|dtd| (dtd.cals != cals, dtd.mathml3 != math));
    dtds.truncate(if math { 2 } else { 1 });
    dtds
}

/// The dialect that a DTD stands for. Namespaces are declared when they are used.
pub(super) fn of(dtd: &Dtd, used: &Used<'_>) -> Dialect {
    Dialect {
        doctype: Some(Doctype {
            name: super::root::ARTICLE.to_owned(),
            public: Some(dtd.public.to_owned()),
            system: Some(dtd.system.to_owned()),
        }),
        version: Some(dtd.target.version.number().to_owned()),
        namespaces: used.declarations(&[]),
        root_namespace: None,
    }
}

/// Brings the dialect to its normal form: every namespace that the tree uses is declared, and a dialect that the writer
/// would choose anyway is none.
pub(crate) fn normalize(document: &mut Document) {
    let Some(dialect) = &document.source.dialect else {
        return;
    };
    let vocabulary = dialect.root_namespace.clone();
    let used = Used::of(&document.root, vocabulary.as_deref());
    settle(&mut document.source, &document.root, &used);
}

/// Brings the dialect of a tree that uses those namespaces to its normal form.
pub(super) fn settle(source: &mut Source, root: &Element, used: &Used<'_>) {
    let Some(mut dialect) = source.dialect.take() else {
        return;
    };
    dialect.namespaces = used.declarations(&dialect.namespaces);
    if let Some(doctype) = &mut dialect.doctype
        && let Some(public) = &mut doctype.public
    {
        *public = public
            .split_ascii_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        doctype.system.get_or_insert_default();
    }
    if !is_default(&dialect, root, used) {
        source.dialect = Some(dialect);
    }
}

/// True for the dialect that the writer would choose. Only one that it would choose for some article is worth a look at all
/// of this one.
fn is_default(dialect: &Dialect, root: &Element, used: &Used<'_>) -> bool {
    let mut defaults = DEFAULTS.into_iter().filter_map(|set| first(used, set));
    let stated = defaults.find(|dtd| *dialect == of(dtd, used));
    stated.is_some_and(|stated| {
        default_dtd(root, used).is_some_and(|(dtd, _)| std::ptr::eq(dtd, stated))
    })
}
