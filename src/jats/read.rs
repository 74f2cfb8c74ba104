//! From XML to the tree of an article.

use super::dialect;
use super::options::ReadOptions;
use super::root::{self, ARTICLE};
use crate::codec;
use crate::error::{Error, Result};
use crate::limits::Limits;
use crate::model::Article;
use crate::model::source::{Dialect, Source};
use crate::report::{Effect, Finding, Outcome, Report, Stage};
use crate::tree::{self, Document, Element};
use crate::xml::{self, Entities, Parsed};

/// Where XML comes from.
#[derive(Debug, Clone, Copy)]
pub(super) enum Input<'i> {
    /// Text, whatever encoding it declares.
    Text(&'i str),
    /// Bytes, in the encoding that they declare.
    Bytes(&'i [u8]),
}

/// The articles of a document, one after another: what [`articles`](super::articles) returns.
#[derive(Debug)]
pub struct Articles {
    found: std::vec::IntoIter<Found>,
    report: Report,
}

impl Iterator for Articles {
    type Item = Result<Outcome<Article>>;

    fn next(&mut self) -> Option<Self::Item> {
        let document = self.found.next()?.into_document();
        Some(Ok(Outcome::new(
            codec::from_document(document),
            self.report.clone(),
        )))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.found.size_hint()
    }
}

/// Reads the tree of an article from bytes.
///
/// # Errors
/// As [`from_slice`](super::from_slice).
pub(crate) fn read_document(xml: &[u8], options: &ReadOptions) -> Result<Outcome<Document>> {
    one(Input::Bytes(xml), options)
}

/// Reads the article that is asked for, or the only one.
pub(super) fn one(input: Input<'_>, options: &ReadOptions) -> Result<Outcome<Document>> {
    let Articles { mut found, report } = all(input, options)?;
    let count = found.len();
    let wanted = match (options.article, count) {
        (None, 1) => 0,
        (None, _) => {
            return Err(Error::unsupported(format!(
                "{count} articles in one document; one must be chosen"
            )));
        }
        (Some(number), _) => number.wrapping_sub(1),
    };
    match found.nth(wanted) {
        Some(article) => Ok(Outcome::new(article.into_document(), report)),
        None => Err(Error::unsupported(format!(
            "article {} of a document with {count}",
            wanted.wrapping_add(1)
        ))),
    }
}

/// Reads all articles.
pub(super) fn all(input: Input<'_>, options: &ReadOptions) -> Result<Articles> {
    let xml_options = xml::ReadOptions {
        limits: &options.limits,
        depth: options.limits.depth.min(Limits::DEPTH),
        entities: Entities::Jats,
        repair: options.repair,
        scopes_of: Some(ARTICLE),
    };
    let mut parsed = match input {
        Input::Text(text) => xml::read_str(text, &xml_options)?,
        Input::Bytes(bytes) => xml::read(bytes, &xml_options)?,
    };
    let mut report = Report::new();
    for finding in parsed.repaired.drain(..) {
        report.push(finding);
    }
    let found = if parsed.root.name == ARTICLE {
        vec![Found::root(parsed)]
    } else {
        unwrap(parsed, &mut report)?
    };
    Ok(Articles {
        found: found.into_iter(),
        report,
    })
}

/// Takes the articles out of the document that wraps them.
fn unwrap(parsed: Parsed, report: &mut Report) -> Result<Vec<Found>> {
    let Parsed {
        root,
        root_location,
        scopes,
        ..
    } = parsed;
    let name = root.name.clone();
    let found: Vec<Found> = root::unwrap(root)
        .into_iter()
        .map(|(number, root)| Found {
            root,
            source: Source::default(),
            namespaces: scopes.get(number).cloned().unwrap_or_default(),
            is_wrapped: true,
        })
        .collect();
    if found.is_empty() {
        return Err(
            Error::unsupported(format!("root element `{name}` is not a JATS article"))
                .at(root_location),
        );
    }
    let detail = format!(
        "{} in a root element `{name}`, which is no part of any",
        articles(found.len())
    );
    report.push(Finding::new("jats.wrapper", Effect::Noted, Stage::Read, detail).at(root_location));
    Ok(found)
}

fn articles(count: usize) -> String {
    if count == 1 {
        "1 article".to_owned()
    } else {
        format!("{count} articles")
    }
}

/// An article as it was found.
#[derive(Debug)]
struct Found {
    root: Element,
    source: Source,
    /// The declarations on the root; of an article in a wrapper, those in scope.
    namespaces: Vec<(String, String)>,
    is_wrapped: bool,
}

impl Found {
    fn root(parsed: Parsed) -> Self {
        let dialect = Dialect {
            doctype: parsed.doctype,
            ..Dialect::default()
        };
        Self {
            root: parsed.root,
            source: Source {
                dialect: Some(dialect),
                prolog: parsed.prolog,
                epilog: parsed.epilog,
            },
            namespaces: parsed.root_namespaces,
            is_wrapped: false,
        }
    }

    /// The tree in its normal form.
    fn into_document(mut self) -> Document {
        let mut dialect = self.source.dialect.take().unwrap_or_default();
        if self.is_wrapped {
            let used = xml::used_namespaces(&self.root);
            let own = self.root.namespace.as_deref();
            self.namespaces.retain(|(prefix, uri)| {
                if prefix.is_empty() {
                    own == Some(uri)
                } else {
                    used.contains(uri.as_str())
                }
            });
        }
        dialect.namespaces = self.namespaces;
        dialect.root_namespace = root::take_namespace(&mut self.root);
        let version = |a: &tree::Attr| a.namespace.is_none() && a.name == dialect::VERSION;
        if let Some(at) = self.root.attrs.iter().position(version) {
            dialect.version = Some(self.root.attrs.remove(at).value);
        }
        self.source.dialect = Some(dialect);
        let mut document = Document {
            source: self.source,
            root: self.root,
        };
        tree::space::normalize(&mut document);
        dialect::normalize(&mut document);
        document
    }
}
