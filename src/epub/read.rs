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
use crate::present::{self, Kid, Shown};
use crate::report::{Effect, Finding, Outcome, Stage};
use crate::resources::{MapResources, Package};
use crate::xhtml::read::Read;
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

/// Says when an article is not the one that was written: someone edited it, or words that are not of it.
fn compare(read: &mut Read) -> Result<()> {
    let Some(stated) = read.digest.take().filter(|stated| !stated.is_empty()) else {
        return Ok(());
    };
    let note = |code, detail: &str| Finding::new(code, Effect::Noted, Stage::Read, detail);
    if stated != digest(&read.document)? {
        let detail = "the content was edited after it was written; it is read as it stands";
        read.report.push(note("epub.edited", detail));
    } else if has_edited_words(read) {
        let detail = "generated words were edited; they are no part of the article, and the edit is not read";
        read.report.push(note("epub.generated-edited", detail));
    }
    Ok(())
}

/// True when a generated word of a whole article is not in its presentation any more. Spaces do not count: editors indent.
fn has_edited_words(read: &mut Read) -> bool {
    let mut expected = Vec::new();
    collect(&present::article(&read.document.root), &mut expected);
    let word = |text: &String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut found: Vec<String> = read
        .generated
        .iter()
        .map(word)
        .filter(|text| !text.is_empty())
        .collect();
    let mut expected: Vec<String> = expected
        .iter()
        .map(word)
        .filter(|text| !text.is_empty())
        .collect();
    found.sort_unstable();
    expected.sort_unstable();
    found != expected
}

fn collect(shown: &Shown<'_>, out: &mut Vec<String>) {
    for kid in &shown.kids {
        match kid {
            Kid::Element(kid) => collect(kid, out),
            Kid::Generated(generated) => out.push(generated.text.clone()),
            Kid::Text(_) | Kid::Comment(_) | Kid::Instruction(_) => {}
        }
    }
}

/// Reads a document as XML.
fn parse(bytes: &[u8], limits: &Limits, name: &str) -> Result<xml::Parsed> {
    let options = xml::ReadOptions {
        limits: *limits,
        depth: crate::xhtml::DEPTH,
        entities: xml::Entities::Html,
        repair: false,
        wrapped: None,
    };
    xml::read(bytes, options).map_err(|error| {
        let location = error.location().cloned().unwrap_or_default();
        let path = location.path.clone().unwrap_or_default();
        error.at(location.path(format!("{name}{path}")))
    })
}
