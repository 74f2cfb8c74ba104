//! Tagged PDF, written and read back.
//!
//! Written are PDF 1.7 files that follow PDF/UA-1 and PDF/A-3a. Everything in an article stands in the tags of the file, so
//! that an article is read back from what is tagged alone; the attached JATS only confirms it. PDFs of others are not read
//! yet.
//!
//! ```
//! let article = separatum::Article::new("Tides");
//! let pdf = separatum::pdf::to_vec(&article)?.into_lossless()?;
//! let read = separatum::pdf::from_slice(&pdf)?.into_lossless()?;
//! assert_eq!(read, article);
//! # Ok::<(), separatum::Error>(())
//! ```

pub(crate) mod image;
mod keys;
pub(crate) mod layout;
mod options;
pub(crate) mod page;
mod read;
#[cfg(test)]
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "samples are small"
)]
pub(crate) mod sample;
pub(crate) mod tags;
#[cfg(test)]
#[cfg(feature = "jats")]
mod tests;
pub(crate) mod theme;
mod verify;
mod write;

use std::io::{Read, Write};

pub use options::{Attachment, ReadOptions, WriteOptions};

use crate::error::Result;
use crate::model::Article;
use crate::report::Outcome;
use crate::resources::Package;

/// Reads an article from bytes.
///
/// ```
/// let article = separatum::Article::new("Tides");
/// let pdf = separatum::pdf::to_vec(&article)?.value;
/// assert_eq!(separatum::pdf::from_slice(&pdf)?.value, article);
/// # Ok::<(), separatum::Error>(())
/// ```
///
/// # Errors
/// When the bytes are no PDF, are cut off, damaged or encrypted, with the place where it is known; when the PDF is not one of
/// this library; when a limit is passed.
pub fn from_slice(pdf: &[u8]) -> Result<Outcome<Article>> {
    ReadOptions::new().read_slice(pdf)
}

/// Reads an article from a reader, to its end.
///
/// ```
/// let file: &[u8] = b"no PDF at all";
/// assert!(separatum::pdf::from_reader(file).is_err());
/// ```
///
/// # Errors
/// As [`from_slice`], and when the reader fails.
pub fn from_reader(reader: impl Read) -> Result<Outcome<Article>> {
    ReadOptions::new().read_reader(reader)
}

/// Reads an article and the images that are in the same file. The images answer to the article's own spelling of their
/// addresses.
///
/// ```
/// let article = separatum::Article::new("Tides");
/// let pdf = separatum::pdf::to_vec(&article)?.value;
/// let package = separatum::pdf::open(pdf.as_slice())?.value;
/// assert!(package.resources.is_empty());
/// # Ok::<(), separatum::Error>(())
/// ```
///
/// # Errors
/// As [`from_reader`].
pub fn open(reader: impl Read) -> Result<Outcome<Package>> {
    ReadOptions::new().open(reader)
}

/// Writes an article as bytes. The same article gives the same bytes.
///
/// ```
/// let article = separatum::Article::new("Tides");
/// assert!(separatum::pdf::to_vec(&article)?.value.starts_with(b"%PDF-1.7"));
/// # Ok::<(), separatum::Error>(())
/// ```
///
/// # Errors
/// When the article holds what no output can, see [`Article::check`]; when a font or image cannot be used.
pub fn to_vec(article: &Article) -> Result<Outcome<Vec<u8>>> {
    WriteOptions::new().to_vec(article)
}

/// Writes an article to a writer. Nothing is written when the article cannot be.
///
/// ```
/// let article = separatum::Article::new("Tides");
/// let mut file = Vec::new();
/// separatum::pdf::to_writer(&article, &mut file)?.into_lossless()?;
/// # Ok::<(), separatum::Error>(())
/// ```
///
/// # Errors
/// As [`to_vec`], and when the writer fails.
pub fn to_writer(article: &Article, writer: impl Write) -> Result<Outcome<()>> {
    WriteOptions::new().to_writer(article, writer)
}
