//! The images of a package: each once, under a name of ours, in a format that every reading system takes.

mod svg;

use std::collections::BTreeMap;
use std::io::Cursor;
use std::sync::Arc;

use image::{ImageFormat, ImageReader};
use sha2::{Digest as _, Sha256};

use crate::digest::hex;
use crate::error::Result;
use crate::limits::Limits;
use crate::report::{Effect, Finding, Report, Stage};
use crate::resources::{ImageKind, Resource, Resources};
use crate::xhtml::write::Images;

/// An image in the package.
#[derive(Debug, Clone)]
pub(super) struct Packed {
    /// Its name, beside the documents.
    pub(super) name: String,
    /// What it is.
    pub(super) kind: ImageKind,
    /// Its bytes.
    pub(super) bytes: Arc<Vec<u8>>,
}

/// The images asked for so far.
pub(in crate::epub) struct Store<'r> {
    resources: &'r dyn Resources,
    limits: Limits,
    /// The name of each image by the article's address; `None` for one that cannot be had.
    by_href: BTreeMap<String, Option<String>>,
    /// The name of each image by the digest of its bytes.
    by_digest: BTreeMap<String, String>,
    packed: Vec<Packed>,
    report: Report,
}

impl<'r> Store<'r> {
    /// No images yet.
    pub(in crate::epub) fn new(resources: &'r dyn Resources, limits: Limits) -> Self {
        Self {
            resources,
            limits,
            by_href: BTreeMap::new(),
            by_digest: BTreeMap::new(),
            packed: Vec::new(),
            report: Report::new(),
        }
    }

    /// The images, and what happened to them.
    pub(super) fn finish(self) -> (Vec<Packed>, Report) {
        (self.packed, self.report)
    }

    fn fetch(&mut self, href: &str) -> Result<Option<String>> {
        let Some(resource) = self.resources.get(href)? else {
            return Ok(None);
        };
        if let Some(found_as) = &resource.found_as {
            self.note(
                Effect::Noted,
                "epub.image-found-as",
                format!("{href:?} was found as {found_as:?}"),
            );
        }
        let Some((kind, bytes)) = self.prepare(href, &resource) else {
            return Ok(None);
        };
        let digest = hex(&Sha256::digest(bytes.as_slice()));
        if let Some(name) = self.by_digest.get(&digest) {
            return Ok(Some(name.clone()));
        }
        let name = format!("images/i{}.{}", self.packed.len() + 1, kind.extension());
        self.by_digest.insert(digest, name.clone());
        self.packed.push(Packed {
            name: name.clone(),
            kind,
            bytes,
        });
        Ok(Some(name))
    }

    /// The image as it goes into the package; `None` when it is none that can.
    fn prepare(&mut self, href: &str, resource: &Resource) -> Option<(ImageKind, Arc<Vec<u8>>)> {
        let bytes = &resource.data;
        let kind = ImageKind::of(bytes);
        let prepared = match kind {
            Some(ImageKind::Svg) => svg::harmless(bytes, &self.limits).map(|(svg, is_changed)| {
                if is_changed {
                    let detail =
                        format!("scripts and outside references were taken out of {href:?}");
                    self.note(Effect::Noted, "epub.image-sanitised", detail);
                }
                (ImageKind::Svg, Arc::new(svg))
            }),
            Some(ImageKind::Tiff) => self.converted(href, bytes),
            Some(kind) if imagesize::blob_size(bytes).is_ok() => Some((kind, Arc::clone(bytes))),
            _ => None,
        };
        if prepared.is_none() {
            let detail = format!(
                "{href:?} is no image that an EPUB can hold, or too large; its address stands in its place"
            );
            self.note(Effect::Noted, "epub.image-unusable", detail);
        }
        prepared
    }

    /// A TIFF as PNG, pixel by pixel.
    fn converted(&mut self, href: &str, bytes: &[u8]) -> Option<(ImageKind, Arc<Vec<u8>>)> {
        let size = imagesize::blob_size(bytes).ok()?;
        let pixels = (size.width as u64).saturating_mul(size.height as u64);
        if pixels > self.limits.image_pixels || bytes.len() as u64 > self.limits.image_bytes {
            return None;
        }
        let mut reader = ImageReader::with_format(Cursor::new(bytes), ImageFormat::Tiff);
        let mut memory = image::Limits::default();
        memory.max_alloc = Some(self.limits.image_pixels.saturating_mul(8));
        reader.limits(memory);
        let image = reader.decode().ok()?;
        let mut png = Vec::new();
        image
            .write_to(&mut Cursor::new(&mut png), ImageFormat::Png)
            .ok()?;
        self.note(
            Effect::Noted,
            "epub.image-converted",
            format!("{href:?} was converted from TIFF to PNG"),
        );
        Some((ImageKind::Png, Arc::new(png)))
    }

    fn note(&mut self, effect: Effect, code: &'static str, detail: String) {
        self.report
            .push(Finding::new(code, effect, Stage::Write, detail));
    }
}

impl Images for Store<'_> {
    fn place(&mut self, href: &str) -> Result<Option<String>> {
        if let Some(name) = self.by_href.get(href) {
            return Ok(name.clone());
        }
        let name = self.fetch(href)?;
        self.by_href.insert(href.to_owned(), name.clone());
        Ok(name)
    }
}
