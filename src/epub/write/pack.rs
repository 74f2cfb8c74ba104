//! The package: a draft by `epub-builder`, then every file under its final name, once, in a fixed order.
//!
//! `epub-builder` can neither be given a package document nor manifest properties, and its files carry the time of day. So
//! it lays out the archive with empty bodies; what is kept of the draft is its container and its list of files.

use std::io::Read as _;

use epub_builder::{EpubBuilder, EpubContent, EpubVersion, ZipLibrary};
use uuid::Uuid;

use crate::archive::{Archive, Compression, Writer};
use crate::epub::{MEDIA_TYPE, MIMETYPE};
use crate::error::{Error, Result};
use crate::limits::Limits;
use crate::resources::ImageKind;

use super::{ARTICLE, NAV, NCX, PACKAGE, Publication, STYLESHEET, nav, ncx, package};

const CONTAINER: &str = "META-INF/container.xml";
/// The folder that `epub-builder` puts everything into.
const FOLDER: &str = "OEBPS";

/// The bytes of the EPUB.
pub(super) fn pack(publication: &Publication, content: &str) -> Result<Vec<u8>> {
    let draft = draft(publication)?;
    let mut draft = Archive::open(&draft, &Limits::default())?;
    let container = draft
        .read(CONTAINER)?
        .ok_or_else(|| failed("it has no container"))?;
    let package = package::document(publication)?;
    let (nav, ncx) = (nav::document(publication)?, ncx::document(publication)?);
    let texts = [
        (PACKAGE, package.as_str()),
        (NAV, &nav),
        (NCX, &ncx),
        (ARTICLE, content),
        (STYLESHEET, include_str!("style.css")),
    ];
    let mut writer = Writer::new();
    writer.add(MIMETYPE, MEDIA_TYPE, Compression::Stored)?;
    writer.add(CONTAINER, &container, Compression::Deflated)?;
    for (name, text) in texts {
        let name = format!("{FOLDER}/{name}");
        if !draft.has(&name) {
            return Err(failed(&format!("it has no {name}")));
        }
        writer.add(&name, text.as_bytes(), Compression::Deflated)?;
    }
    for image in &publication.images {
        writer.add(
            &format!("{FOLDER}/{}", image.name),
            &image.bytes,
            compression(image.kind),
        )?;
    }
    writer.finish()
}

/// What is packed already is stored.
fn compression(kind: ImageKind) -> Compression {
    match kind {
        ImageKind::Svg => Compression::Deflated,
        _ => Compression::Stored,
    }
}

/// The layout: every file under its final name, with an empty body.
fn draft(publication: &Publication) -> Result<Vec<u8>> {
    let wrong = |error: epub_builder::Error| failed(&error.to_string());
    let mut builder = EpubBuilder::new(ZipLibrary::new().map_err(wrong)?).map_err(wrong)?;
    builder.epub_version(EpubVersion::V33);
    builder.set_uuid(Uuid::nil());
    builder.set_modified_date(publication.modified);
    builder.stylesheet(std::io::empty()).map_err(wrong)?;
    for image in &publication.images {
        builder
            .add_resource(&image.name, std::io::empty(), image.kind.media_type())
            .map_err(wrong)?;
    }
    builder
        .add_content(EpubContent::new(ARTICLE, std::io::empty().take(0)))
        .map_err(wrong)?;
    let mut draft = Vec::new();
    builder.generate(&mut draft).map_err(wrong)?;
    Ok(draft)
}

fn failed(detail: &str) -> Error {
    Error::from(std::io::Error::other(format!(
        "the layout of the EPUB failed: {detail}"
    )))
}
