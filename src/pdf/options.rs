//! What a reader and a writer of PDF are told.

use std::fmt;
use std::io::{Read, Write};
use std::sync::Arc;

use super::layout::{LayoutOptions, lay_out};
use super::theme::Theme;
use super::{read, verify, write};
use crate::error::Result;
use crate::facts::Facts;
use crate::limits::Limits;
use crate::model::Article;
use crate::report::{Outcome, Report};
use crate::resources::{NoResources, Package, Resources};
use crate::tree::Document;
use crate::{codec, digest, present};

/// What to do with the JATS that is attached to a PDF.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Attachment {
    /// Read what is tagged and compare it with the attachment; a difference is a finding.
    #[default]
    Verify,
    /// Read what is tagged and nothing else.
    Ignore,
    /// Read the attachment in place of what people see on the pages.
    Only,
}

/// How to read PDF.
///
/// ```
/// use separatum::{Limits, pdf};
/// let options = pdf::ReadOptions::new()
///     .limits(Limits { pages: 100, ..Limits::default() })
///     .attachment(pdf::Attachment::Ignore);
/// assert!(options.read_slice(b"no PDF").is_err());
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadOptions {
    limits: Limits,
    attachment: Attachment,
}

impl ReadOptions {
    /// The defaults: the default limits, the attachment verified.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The ceilings that the reader keeps.
    #[must_use]
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// What to do with the attached JATS. Default [`Attachment::Verify`].
    #[must_use]
    pub fn attachment(mut self, attachment: Attachment) -> Self {
        self.attachment = attachment;
        self
    }

    /// Reads an article from bytes, as [`from_slice`](super::from_slice).
    ///
    /// # Errors
    /// As [`from_slice`](super::from_slice).
    pub fn read_slice(&self, pdf: &[u8]) -> Result<Outcome<Article>> {
        Ok(self.open_slice(pdf)?.map(|package| package.article))
    }

    /// Reads an article from a reader, to its end.
    ///
    /// # Errors
    /// As [`read_slice`](Self::read_slice), and when the reader fails.
    pub fn read_reader(&self, reader: impl Read) -> Result<Outcome<Article>> {
        self.read_slice(&self.limits.read_input(reader)?)
    }

    /// Reads an article and its images from a reader, as [`open`](super::open).
    ///
    /// # Errors
    /// As [`open`](super::open).
    pub fn open(&self, reader: impl Read) -> Result<Outcome<Package>> {
        self.open_slice(&self.limits.read_input(reader)?)
    }

    /// Reads an article and its images from bytes.
    ///
    /// # Errors
    /// As [`from_slice`](super::from_slice).
    pub fn open_slice(&self, pdf: &[u8]) -> Result<Outcome<Package>> {
        let source = read::open(pdf, &self.limits)?;
        let mut report = Report::new();
        let (document, images) = verify::read(&source, self.attachment, &self.limits, &mut report)?;
        let package = Package::new(codec::from_document(document), images);
        Ok(Outcome::new(package, report))
    }
}

/// How to write PDF.
///
/// ```
/// use separatum::{MapResources, pdf};
/// let mut figures = MapResources::new();
/// figures.insert("fig1.png", vec![0]);
/// let options = pdf::WriteOptions::new().resources(&figures);
/// ```
#[derive(Clone)]
pub struct WriteOptions<'a> {
    resources: &'a dyn Resources,
    limits: Limits,
    fonts: Vec<Arc<Vec<u8>>>,
}

impl Default for WriteOptions<'_> {
    fn default() -> Self {
        Self {
            resources: &NoResources,
            limits: Limits::default(),
            fonts: Vec::new(),
        }
    }
}

impl fmt::Debug for WriteOptions<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WriteOptions")
            .field("limits", &self.limits)
            .field("fonts", &self.fonts.len())
            .finish_non_exhaustive()
    }
}

impl<'a> WriteOptions<'a> {
    /// The defaults: no images, the bundled fonts.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Where the images of figures come from. Default: nowhere; each then is a placeholder and a finding.
    #[must_use]
    pub fn resources(mut self, resources: &'a dyn Resources) -> Self {
        self.resources = resources;
        self
    }

    /// The ceilings for images: `image_pixels` and `image_bytes`. A larger one is a placeholder and a finding.
    #[must_use]
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Further fonts, whole files, for characters that the bundled ones lack. Default: none.
    #[must_use]
    pub fn fonts(mut self, fonts: Vec<Vec<u8>>) -> Self {
        self.fonts = fonts.into_iter().map(Arc::new).collect();
        self
    }

    /// Writes an article as bytes, as [`to_vec`](super::to_vec).
    ///
    /// # Errors
    /// As [`to_vec`](super::to_vec).
    pub fn to_vec(&self, article: &Article) -> Result<Outcome<Vec<u8>>> {
        let document = codec::to_document(article)?;
        let facts = Facts::of_tree(&document.root);
        let mut report = Report::new();
        let layout = LayoutOptions {
            theme: &Theme::default(),
            fonts: &self.fonts,
            resources: self.resources,
            limits: &self.limits,
            facts: &facts,
            source: &document.source,
        };
        let pages = lay_out(&present::article(&document.root), &layout, &mut report)?;
        let jats = attachment(&document, &mut report)?;
        let about = write::About {
            facts: &facts,
            digest: &digest::digest(&document)?,
            jats: jats.as_deref(),
            limits: &self.limits,
        };
        Ok(Outcome::new(write::write(&pages, &about)?, report))
    }

    /// Writes an article to a writer. Nothing is written when the article cannot be.
    ///
    /// # Errors
    /// As [`to_writer`](super::to_writer).
    pub fn to_writer(&self, article: &Article, mut writer: impl Write) -> Result<Outcome<()>> {
        let pdf = self.to_vec(article)?;
        writer.write_all(&pdf.value)?;
        Ok(pdf.map(|_| ()))
    }
}

/// The article as JATS, to be attached.
#[cfg(feature = "jats")]
fn attachment(document: &Document, _report: &mut Report) -> Result<Option<String>> {
    crate::jats::write_document(document).map(Some)
}

/// Without JATS there is nothing to attach.
#[cfg(not(feature = "jats"))]
#[expect(clippy::unnecessary_wraps, reason = "with JATS it can fail")]
fn attachment(_document: &Document, report: &mut Report) -> Result<Option<String>> {
    use crate::report::{Effect, Finding, Stage};
    let detail = "built without the feature `jats`: no JATS is attached";
    report.push(Finding::new(
        "pdf.no-attachment",
        Effect::Noted,
        Stage::Write,
        detail,
    ));
    Ok(None)
}
