//! The content documents: the article in them, put together when an editor cut it.

use crate::archive::Archive;
use crate::error::{Error, Result};
use crate::limits::Limits;
use crate::report::Report;
use crate::tree::{Document, Element};
use crate::xhtml::{mark, read as xhtml};

use super::{compare, container, package, parse};

/// What the content documents hold.
pub(super) struct Content {
    /// The article.
    pub(super) document: Document,
    /// Its images: the article's address, the document, the address in it.
    pub(super) images: Vec<(String, String, String)>,
    /// What was found on the way.
    pub(super) report: Report,
}

/// Reads the article out of the content documents.
pub(super) fn read(archive: &mut Archive<'_>, limits: &Limits) -> Result<Content> {
    let package = container::package_document(archive, limits)?;
    let mut found: Option<(String, Element)> = None;
    for name in package::spine(archive, &package, limits)? {
        let Some(bytes) = archive.read(&name)? else {
            return Err(Error::malformed(
                super::FORMAT,
                format!("the document {name:?} is missing"),
            ));
        };
        let Some(piece) = xhtml::take_article(parse(&bytes, limits, &name)?.root) else {
            continue;
        };
        check_profile(&piece)?;
        match &mut found {
            None => found = Some((name, piece)),
            Some((_, article)) if article.attr("id") == piece.attr("id") => {
                xhtml::stitch(article, piece);
            }
            Some(_) => return Err(Error::unsupported("the EPUB holds several articles")),
        }
    }
    let Some((name, article)) = found else {
        return Err(Error::unsupported(
            "the EPUB was not written by separatum; reading other EPUBs is not supported yet",
        ));
    };
    let mut read = xhtml::article(article, limits)?;
    compare(&mut read)?;
    Ok(Content {
        document: read.document,
        images: read
            .images
            .into_iter()
            .map(|(href, src)| (href, name.clone(), src))
            .collect(),
        report: read.report,
    })
}

/// Refuses what a later version wrote.
fn check_profile(article: &Element) -> Result<()> {
    match article.attr(mark::PROFILE) {
        Some(crate::xhtml::PROFILE) => Ok(()),
        other => Err(Error::unsupported(format!(
            "profile {:?} of the article, which this version does not know",
            other.unwrap_or_default()
        ))),
    }
}
