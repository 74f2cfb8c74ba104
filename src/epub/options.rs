//! What a reader and a writer of EPUB are told.

use std::fmt;
use std::io::{Read, Write};

use super::{read, write};
use crate::error::Result;
use crate::limits::Limits;
use crate::model::Article;
use crate::report::Outcome;
use crate::resources::{NoResources, Package, Resources};

/// How to read EPUB.
///
/// ```
/// use separatum::{Limits, epub};
/// let options = epub::ReadOptions::new().limits(Limits { archive_entries: 100, ..Limits::default() });
/// assert!(options.read_slice(b"not a ZIP archive").is_err());
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadOptions {
    limits: Limits,
}

impl ReadOptions {
    /// The defaults: the default limits.
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

    /// Reads an article with its images, as [`open`](super::open).
    ///
    /// # Errors
    /// As [`open`](super::open).
    pub fn open(&self, reader: impl Read) -> Result<Outcome<Package>> {
        read::package(&self.limits.read_input(reader)?, &self.limits)
    }

    /// Reads an article with its images from bytes, as [`open`](super::open).
    ///
    /// # Errors
    /// As [`open`](super::open).
    pub fn open_slice(&self, epub: &[u8]) -> Result<Outcome<Package>> {
        read::package(epub, &self.limits)
    }

    /// Reads an article from bytes, as [`from_slice`](super::from_slice).
    ///
    /// # Errors
    /// As [`open`](super::open).
    pub fn read_slice(&self, epub: &[u8]) -> Result<Outcome<Article>> {
        read::article(epub, &self.limits)
    }

    /// Reads an article from a reader, to its end.
    ///
    /// # Errors
    /// As [`open`](super::open).
    pub fn read_reader(&self, reader: impl Read) -> Result<Outcome<Article>> {
        self.read_slice(&self.limits.read_input(reader)?)
    }
}

/// How to write EPUB.
///
/// ```
/// use separatum::{MapResources, epub};
/// # let article = separatum::Article::new("Low tide");
/// let figures = MapResources::new();
/// let options = epub::WriteOptions::new().resources(&figures).modified("2026-03-05T12:00:00Z");
/// let epub = options.to_vec(&article)?.value;
/// # Ok::<(), separatum::Error>(())
/// ```
#[derive(Clone)]
pub struct WriteOptions<'r> {
    resources: &'r dyn Resources,
    limits: Limits,
    modified: Option<String>,
}

impl Default for WriteOptions<'_> {
    fn default() -> Self {
        Self {
            resources: &NoResources,
            limits: Limits::default(),
            modified: None,
        }
    }
}

impl fmt::Debug for WriteOptions<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WriteOptions")
            .field("limits", &self.limits)
            .field("modified", &self.modified)
            .finish_non_exhaustive()
    }
}

impl<'r> WriteOptions<'r> {
    /// The defaults: no images, modified on the latest date that the article states.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Where the bytes of images come from. Default: there are none, and their addresses stand in their place.
    #[must_use]
    pub fn resources(mut self, resources: &'r dyn Resources) -> Self {
        self.resources = resources;
        self
    }

    /// The ceilings for images that have to be converted or cleaned: `image_pixels` and `image_bytes` for a TIFF, those of XML
    /// for an SVG. Of a larger one the address stands in its place, with a finding.
    #[must_use]
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// When the publication was last changed, as in RFC 3339: `2026-03-05T12:00:00Z`. Default: the latest full date that
    /// the article states, else 1980-01-01; never the clock.
    ///
    /// ```
    /// use separatum::{Article, epub};
    /// let error = epub::WriteOptions::new().modified("yesterday").to_vec(&Article::new("Low tide")).unwrap_err();
    /// assert_eq!(error.to_string(), "unusable option: \"yesterday\" is no time as in RFC 3339");
    /// ```
    #[must_use]
    pub fn modified(mut self, time: impl Into<String>) -> Self {
        self.modified = Some(time.into());
        self
    }

    /// Writes an article, as [`to_vec`](super::to_vec).
    ///
    /// # Errors
    /// As [`to_vec`](super::to_vec), when a resource fails, and when the time of the change is none.
    pub fn to_vec(&self, article: &Article) -> Result<Outcome<Vec<u8>>> {
        let store = write::Store::new(self.resources, self.limits);
        write::article(article, store, self.modified.as_deref())
    }

    /// Writes an article to a writer.
    ///
    /// # Errors
    /// As [`Self::to_vec`], and when the writer fails.
    pub fn to_writer(&self, article: &Article, mut writer: impl Write) -> Result<Outcome<()>> {
        let epub = self.to_vec(article)?;
        writer.write_all(&epub.value)?;
        writer.flush()?;
        Ok(epub.map(|_| ()))
    }
}
