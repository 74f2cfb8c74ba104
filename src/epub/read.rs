//! From an EPUB of ours to its article.

mod container;
mod content;
mod package;

use crate::archive::{Archive, resolve};
use crate::codec;
use crate::digest::digest;
use crate::error::{Error, Result};
use crate::limits::Limits;
use crate::model::Article;
use crate::report::{Effect, Finding, Outcome, Report, Stage};
use crate::resources::{MapResources, Package};
use crate::tree::Document;
use crate::xml;

use content::Content;

const FORMAT: &str = "EPUB";

/// Reads the article.
pub(super) fn article(bytes: &[u8], limits: &Limits) -> Result<Outcome<Article>> {
    let mut archive = open(bytes, limits)?;
    let content = content::read(&mut archive, limits)?;
    Ok(Outcome::new(
        codec::from_document(content.document),
        content.report,
    ))
}

/// Reads the article and its images.
pub(super) fn package(bytes: &[u8], limits: &Limits) -> Result<Outcome<Package>> {
    let mut archive = open(bytes, limits)?;
    let mut content = content::read(&mut archive, limits)?;
    let resources = images(&mut archive, &mut content, limits)?;
    let article = codec::from_document(content.document);
    Ok(Outcome::new(
        Package::new(article, resources),
        content.report,
    ))
}

/// Opens the archive and makes sure that it is an EPUB.
fn open<'b>(bytes: &'b [u8], limits: &Limits) -> Result<Archive<'b>> {
    let mut archive = Archive::open(bytes, limits)?;
    if archive.has("META-INF/encryption.xml") || archive.has("META-INF/rights.xml") {
        return Err(Error::unsupported("the EPUB is encrypted or protected"));
    }
    let is_first = archive.starts_with(super::MIMETYPE);
    let says = archive.read(super::MIMETYPE)?.unwrap_or_default();
    if says.trim_ascii() != super::MEDIA_TYPE {
        return Err(Error::unsupported(
            "the ZIP archive is no EPUB: it has no file `mimetype` that says so",
        ));
    }
    if !is_first || says != super::MEDIA_TYPE {
        return Err(Error::malformed(
            FORMAT,
            "`mimetype` is not the first file, stored as it is and without spaces",
        ));
    }
    Ok(archive)
}

/// The images that the article shows, by its own addresses.
fn images(
    archive: &mut Archive<'_>,
    content: &mut Content,
    limits: &Limits,
) -> Result<MapResources> {
    let mut resources = MapResources::new();
    for (href, document, src) in std::mem::take(&mut content.images) {
        let name = resolve(&document, &src);
        let bytes = match &name {
            Some(name) => archive.read(name)?,
            None => None,
        };
        match bytes {
            Some(bytes) if bytes.len() as u64 > limits.image_bytes => {
                return Err(Error::limit("image_bytes", limits.image_bytes));
            }
            Some(bytes) => resources.insert(href, bytes),
            None => {
                let detail = format!(
                    "the image {href:?} should be {src:?} in the package, which has no such file"
                );
                content.report.push(Finding::new(
                    "epub.image-missing",
                    Effect::Dropped,
                    Stage::Read,
                    detail,
                ));
            }
        }
    }
    Ok(resources)
}

/// Says when an article is not the one that was written: someone edited it.
fn compare(document: &Document, stated: Option<&str>, report: &mut Report) -> Result<()> {
    if stated.is_some_and(|stated| !stated.is_empty()) && stated != Some(digest(document)?.as_str())
    {
        let detail = "the content was edited after it was written; it is read as it stands";
        report.push(Finding::new(
            "epub.edited",
            Effect::Noted,
            Stage::Read,
            detail,
        ));
    }
    Ok(())
}

/// Reads a document as XML.
fn parse(bytes: &[u8], limits: &Limits, name: &str) -> Result<xml::Parsed> {
    let options = xml::ReadOptions {
        limits,
        depth: crate::xhtml::DEPTH,
        entities: xml::Entities::Html,
        repair: false,
        scopes_of: None,
    };
    xml::read(bytes, &options).map_err(|error| {
        let location = error.location().cloned().unwrap_or_default();
        let path = location.path.clone().unwrap_or_default();
        error.at(location.path(format!("{name}{path}")))
    })
}
