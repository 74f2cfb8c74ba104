//! From the tree as it is shown to XHTML.

mod attrs;
mod element;
mod figure;
mod heading;
mod ids;
mod link;
mod list;
mod math;
mod part;
mod slot;
mod table;
mod whole;

use std::collections::BTreeMap;

use crate::error::{Error, Result};
use crate::limits::Limits;
use crate::present::{Kid, Shown};
use crate::report::{Effect, Finding, Report, Stage};
use crate::tree::{Document, Element};
use crate::xhtml::{PROFILE, mark};

use element::Context;
use ids::Ids;
pub(crate) use link::is_safe as is_safe_address;
use table::Columns;

/// Where the images of an article stand, for the writer of XHTML.
pub(crate) trait Images {
    /// The address, beside the document, of the image that the article calls `href`; `None` when there is none.
    ///
    /// # Errors
    /// When the image is there and cannot be had.
    fn place(&mut self, href: &str) -> Result<Option<String>>;
}

/// An article as XHTML, and what a package wants to know of it.
#[derive(Debug)]
pub(crate) struct Written {
    /// The element `article` of XHTML.
    pub(crate) article: Element,
    /// Its headings.
    pub(crate) outline: Vec<Heading>,
    /// What it holds.
    pub(crate) holds: Holds,
    /// What a person may want to know.
    pub(crate) report: Report,
}

/// A heading, for the table of contents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Heading {
    /// Its level; the headline's is 1.
    pub(crate) level: usize,
    /// The id of what it heads.
    pub(crate) id: String,
    /// Its words.
    pub(crate) text: String,
    /// The JATS element that it heads.
    pub(crate) of: String,
}

/// What the package document says of a content document.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Holds {
    /// Images shown.
    pub(crate) images: usize,
    /// Images shown that have no text alternative.
    pub(crate) images_without_alt: usize,
    /// Formulas as MathML.
    pub(crate) formulas: usize,
}

/// Writes an article as XHTML.
///
/// # Errors
/// [`Error::invalid`] for an article that XML cannot hold or that is nested too deep, and the errors of `images`.
pub(crate) fn article(
    document: &Document,
    shown: &Shown<'_>,
    images: &mut dyn Images,
) -> Result<Written> {
    let mut writer = Writer {
        ids: Ids::of(shown),
        images,
        report: Report::new(),
        outline: Vec::new(),
        holds: Holds::default(),
        columns: Columns::default(),
        calls: BTreeMap::new(),
    };
    let mut article = writer.root(shown)?;
    article.set(mark::PROFILE, PROFILE);
    if !document.source.is_empty() {
        article.set(mark::SOURCE, json(&document.source)?);
    }
    Ok(Written {
        article,
        outline: writer.outline,
        holds: writer.holds,
        report: writer.report,
    })
}

/// The state of one run of the writer.
struct Writer<'a, 'i> {
    ids: Ids<'a>,
    images: &'i mut dyn Images,
    report: Report,
    outline: Vec<Heading>,
    holds: Holds,
    /// The columns of the CALS table at hand.
    columns: Columns,
    /// The id of a note, and that of its first call.
    calls: BTreeMap<String, String>,
}

impl<'a> Writer<'a, '_> {
    /// Writes the root, whatever its name.
    fn root(&mut self, shown: &Shown<'a>) -> Result<Element> {
        check_depth(shown, 1)?;
        let context = Context::root();
        let id = self
            .ids
            .claim(shown.element)
            .unwrap_or_else(|| self.ids.own("article"));
        let parts = self.parts(shown, context.inside(shown))?;
        let mut out = crate::xhtml::html("article").with("id", id);
        Self::carry(shown.element, &mut out);
        part::fill(&mut out, parts, context.inside(shown).breaks(shown));
        Ok(out)
    }

    /// Notes something that loses nothing.
    fn note(&mut self, code: &'static str, detail: impl Into<String>) {
        self.report
            .push(Finding::new(code, Effect::Noted, Stage::Write, detail));
    }
}

/// Refuses an article deeper than any reader takes.
fn check_depth(shown: &Shown<'_>, depth: usize) -> Result<()> {
    if depth > Limits::DEPTH {
        return Err(Error::invalid(format!(
            "more than {} elements deep",
            Limits::DEPTH
        )));
    }
    shown.kids.iter().try_for_each(|kid| match kid {
        Kid::Element(kid) => check_depth(kid, depth + 1),
        _ => Ok(()),
    })
}

/// A value as JSON.
fn json<T: serde::Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|error| Error::invalid(error.to_string()))
}
