//! The images of an article: asked for once, told by their content, measured by their header.

use std::collections::BTreeMap;

use crate::error::{Error, Result};
use crate::limits::Limits;
use crate::pdf::image;
use crate::pdf::page::ImageBytes;
use crate::report::{Effect, Finding, Report, Stage};
use crate::resources::{ImageKind, Resources};

/// Points for a pixel, where nothing says how large a pixel is: 96 to the inch.
const PIXEL: f32 = 0.75;

/// An image and its natural size in points.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sized {
    /// Index into the images.
    pub(super) image: usize,
    /// Its width.
    pub(super) width: f32,
    /// Its height.
    pub(super) height: f32,
}

/// The images of an article.
pub(super) struct Images<'r> {
    resources: &'r dyn Resources,
    limits: &'r Limits,
    known: BTreeMap<String, Option<Sized>>,
    /// The images that are there.
    pub(super) bytes: Vec<ImageBytes>,
    findings: Vec<Finding>,
    failure: Option<Error>,
}

impl<'r> Images<'r> {
    /// No image asked for yet.
    pub(super) fn new(resources: &'r dyn Resources, limits: &'r Limits) -> Self {
        Self {
            resources,
            limits,
            known: BTreeMap::new(),
            bytes: Vec::new(),
            findings: Vec::new(),
            failure: None,
        }
    }

    /// The image behind an address; `None` for one that cannot be painted, which becomes a finding.
    pub(super) fn get(&mut self, href: &str) -> Option<Sized> {
        if let Some(known) = self.known.get(href) {
            return *known;
        }
        let found = self.find(href);
        self.known.insert(href.to_owned(), found);
        found
    }

    /// The images, with what was found out about them.
    ///
    /// # Errors
    /// When bytes were there and could not be had.
    pub(super) fn finish(self, report: &mut Report) -> Result<Vec<ImageBytes>> {
        for finding in self.findings {
            report.push(finding);
        }
        match self.failure {
            Some(error) => Err(error),
            None => Ok(self.bytes),
        }
    }

    fn find(&mut self, href: &str) -> Option<Sized> {
        let resource = match self.resources.get(href) {
            Ok(resource) => resource,
            Err(error) => {
                self.failure.get_or_insert(error);
                return None;
            }
        };
        let Some(resource) = resource else {
            self.note(
                "pdf.image-missing",
                format!("no bytes for the image \"{href}\""),
            );
            return None;
        };
        if let Some(found_as) = &resource.found_as {
            let detail = format!("the image \"{href}\" was found as \"{found_as}\"");
            self.note("pdf.image-found-as", detail);
        }
        let painted = matches!(
            ImageKind::of(&resource.data),
            Some(ImageKind::Png | ImageKind::Jpeg | ImageKind::Gif | ImageKind::Tiff)
        );
        let size = imagesize::blob_size(&resource.data).ok();
        let Some(size) = size.filter(|size| painted && size.width > 0 && size.height > 0) else {
            self.note(
                "pdf.image-kind",
                format!("the image \"{href}\" is of no kind that is painted"),
            );
            return None;
        };
        let limits = self.limits;
        let pixels = (size.width as u64).saturating_mul(size.height as u64);
        if pixels > limits.image_pixels || resource.data.len() as u64 > limits.image_bytes {
            self.note(
                "pdf.image-size",
                format!("the image \"{href}\" is too large to be painted"),
            );
            return None;
        }
        // The header may promise what the rest does not hold.
        if image::supported(&resource.data, limits).is_none() {
            self.note(
                "pdf.image-damaged",
                format!("the image \"{href}\" cannot be decoded"),
            );
            return None;
        }
        self.bytes.push(ImageBytes {
            data: resource.data,
            href: href.to_owned(),
        });
        Some(Sized {
            image: self.bytes.len() - 1,
            width: points(size.width),
            height: points(size.height),
        })
    }

    fn note(&mut self, code: &'static str, detail: String) {
        let finding = Finding::new(code, Effect::Noted, Stage::Write, detail);
        self.findings.push(finding);
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a size in pixels below 100 million needs no more"
)]
fn points(pixels: usize) -> f32 {
    pixels as f32 * PIXEL
}
