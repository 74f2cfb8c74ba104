//! From XML to the tree of an article.

use std::fmt;
use std::io::Read;
use std::iter::FusedIterator;

use super::dialect;
use super::options::ReadOptions;
use super::root::{self, ARTICLE};
use crate::codec;
use crate::error::{Error, Result};
use crate::limits::Limits;
use crate::model::Article;
use crate::model::source::{Dialect, Source};
use crate::report::{Effect, Finding, Outcome, Report, Stage};
use crate::tree::space::{self, Host};
use crate::tree::{Attr, Document};
use crate::xml::{self, Documents, Entities, Parsed};

/// Where XML comes from.
#[derive(Debug, Clone, Copy)]
pub(super) enum Input<'i> {
    /// Text, whatever encoding it declares.
    Text(&'i str),
    /// Bytes, in the encoding that they declare.
    Bytes(&'i [u8]),
}

/// The articles of an input, one after another: what [`articles`](super::articles) returns.
///
/// An error is the last item.
#[must_use = "nothing is read before an article is asked for"]
pub struct Articles<R> {
    found: Found<'static, R>,
}

impl<R: Read> Articles<R> {
    pub(super) fn new(reader: R, options: &ReadOptions) -> Self {
        Self {
            found: Found::of(Documents::of_reader(reader, xml_options(options))),
        }
    }
}

impl<R> fmt::Debug for Articles<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let read = &self.found.count;
        f.debug_struct("Articles")
            .field("read", read)
            .finish_non_exhaustive()
    }
}

impl<R: Read> Iterator for Articles<R> {
    type Item = Result<Outcome<Article>>;

    fn next(&mut self) -> Option<Self::Item> {
        let parsed = self.found.next().transpose()?;
        Some(parsed.map(|parsed| outcome(parsed).map(codec::from_document)))
    }
}

impl<R: Read> FusedIterator for Articles<R> {}

/// Reads the tree of an article from bytes.
///
/// # Errors
/// As [`from_slice`](super::from_slice).
pub(crate) fn read_document(xml: &[u8], options: &ReadOptions) -> Result<Outcome<Document>> {
    one(Input::Bytes(xml), options)
}

/// Reads the article that is asked for, or the only one.
pub(super) fn one(input: Input<'_>, options: &ReadOptions) -> Result<Outcome<Document>> {
    let xml_options = xml_options(options);
    match input {
        Input::Text(text) => choose(Documents::of_str(text, xml_options)?, options),
        Input::Bytes(bytes) => choose(Documents::of_slice(bytes, xml_options)?, options),
    }
}

/// Reads the article that is asked for from a reader, or the only one.
pub(super) fn from_reader(reader: impl Read, options: &ReadOptions) -> Result<Outcome<Document>> {
    choose(Documents::of_reader(reader, xml_options(options)), options)
}

fn xml_options(options: &ReadOptions) -> xml::ReadOptions {
    xml::ReadOptions {
        limits: options.limits,
        depth: options.limits.depth.min(Limits::DEPTH),
        entities: Entities::Jats,
        repair: options.repair,
        drop_blanks: true,
        wrapped: Some(ARTICLE),
    }
}

fn choose<R: Read>(
    documents: Documents<'_, R>,
    options: &ReadOptions,
) -> Result<Outcome<Document>> {
    let mut found = Found::of(documents);
    let mut chosen = None;
    while let Some(parsed) = found.next()? {
        if found.count == options.article.unwrap_or(1) {
            chosen = Some(parsed);
        }
    }
    match (options.article, chosen, found.count) {
        (Some(_), Some(parsed), _) | (None, Some(parsed), 1) => Ok(outcome(parsed)),
        (Some(number), _, count) => Err(Error::unsupported(format!(
            "article {number} of a document with {count}"
        ))),
        (None, _, count) => Err(Error::unsupported(format!(
            "{count} articles in one document; one must be chosen"
        ))),
    }
}

/// The articles among the documents of an input.
struct Found<'t, R> {
    documents: Documents<'t, R>,
    /// How many there were.
    count: usize,
}

impl<'t, R: Read> Found<'t, R> {
    fn of(documents: Documents<'t, R>) -> Self {
        Self {
            documents,
            count: 0,
        }
    }

    /// The next one.
    ///
    /// # Errors
    /// Behind the last, when there was none.
    fn next(&mut self) -> Result<Option<Parsed>> {
        while let Some(parsed) = self.documents.next()? {
            let is_root = parsed.wrapper.is_none();
            if is_root && parsed.root.name != ARTICLE {
                return if self.count > 0 {
                    Ok(None)
                } else {
                    let name = parsed.root.name;
                    let detail = format!("root element `{name}` is not a JATS article");
                    Err(Error::unsupported(detail).at(parsed.root_location))
                };
            }
            if is_root || root::is_article(&parsed.root) {
                self.count += 1;
                return Ok(Some(parsed));
            }
        }
        Ok(None)
    }
}

/// The tree in its normal form, and what is to be said of it.
fn outcome(mut parsed: Parsed) -> Outcome<Document> {
    let mut report = Report::new();
    for finding in parsed.found.drain(..) {
        report.push(finding);
    }
    if let Some(name) = &parsed.wrapper {
        let detail = format!("root element `{name}` around the article, which is no part of it");
        let finding = Finding::new("jats.wrapper", Effect::Noted, Stage::Read, detail);
        report.push(finding.at(parsed.root_location.clone()));
    }
    Outcome::new(document(parsed), report)
}

/// The tree in its normal form.
fn document(parsed: Parsed) -> Document {
    let Parsed {
        doctype,
        prolog,
        mut root,
        is_settled,
        used,
        root_namespaces: mut namespaces,
        wrapper,
        epilog,
        ..
    } = parsed;
    if wrapper.is_some() {
        let own = root.namespace.as_deref();
        namespaces.retain(|(prefix, uri)| {
            if prefix.is_empty() {
                own == Some(uri)
            } else {
                used.contains(uri)
            }
        });
    }
    let root_namespace = root::take_namespace(&mut root);
    let is_version = |a: &Attr| a.namespace.is_none() && a.name == dialect::VERSION;
    let version = root.attrs.iter().position(is_version);
    let dialect = Dialect {
        doctype,
        version: version.map(|at| root.attrs.remove(at).value),
        namespaces,
        root_namespace,
    };
    let source = Source {
        dialect: Some(dialect),
        prolog,
        epilog,
    };
    let mut document = Document { source, root };
    if is_settled {
        dialect::settle(&mut document.source, &document.root, &used);
    } else {
        // XML states no empty namespace that would have to be settled first.
        space::normalize_element(&mut document.root, Host::Mixed);
        dialect::normalize(&mut document);
    }
    document
}
