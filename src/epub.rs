//! EPUB 3, read and written.
//!
//! The article is one XHTML document in semantic HTML; everything that HTML has no word for stands beside it in
//! attributes, so that the article comes back from the XHTML alone. The package document, the navigation and the table of
//! contents are views derived from it. Read are EPUBs that this library wrote, edited or not.
//!
//! ```
//! use separatum::model::{Block, Body};
//! let mut article = separatum::Article::new("Tides");
//! article.body = Some(Body::from(vec![Block::paragraph("High & low.")]));
//! let epub = separatum::epub::to_vec(&article)?.into_lossless()?;
//! assert_eq!(separatum::epub::from_slice(&epub)?.into_lossless()?, article);
//! # Ok::<(), separatum::Error>(())
//! ```

mod options;
mod read;
#[cfg(test)]
mod tests;
mod write;

use std::io::{Read, Write};

pub use options::{ReadOptions, WriteOptions};

use crate::error::Result;
use crate::model::Article;
use crate::report::Outcome;
use crate::resources::Package;

/// The name of the file that says what an archive is.
const MIMETYPE: &str = "mimetype";

/// What it says.
const MEDIA_TYPE: &[u8] = b"application/epub+zip";

/// Reads the article of an EPUB with its images.
///
/// ```
/// # let article = separatum::Article::new("Low tide");
/// # let epub = separatum::epub::to_vec(&article)?.value;
/// let package = separatum::epub::open(epub.as_slice())?.value;
/// assert_eq!(package.article, article);
/// assert!(package.resources.is_empty());
/// # Ok::<(), separatum::Error>(())
/// ```
///
/// # Errors
/// When the reader fails, the archive or a document in it is damaged or passes a limit, it is encrypted, or its article was
/// not written by this library.
pub fn open(reader: impl Read) -> Result<Outcome<Package>> {
    ReadOptions::new().open(reader)
}

/// Reads the article of an EPUB.
///
/// # Errors
/// As [`open`].
///
/// ```
/// let error = separatum::epub::from_slice(b"PK, and then nothing").unwrap_err();
/// assert!(error.to_string().starts_with("malformed ZIP"));
/// ```
pub fn from_slice(epub: &[u8]) -> Result<Outcome<Article>> {
    ReadOptions::new().read_slice(epub)
}

/// Reads the article of an EPUB from a reader, to its end.
///
/// ```
/// # let article = separatum::Article::new("Low tide");
/// # let epub = separatum::epub::to_vec(&article)?.value;
/// assert_eq!(separatum::epub::from_reader(epub.as_slice())?.value, article);
/// # Ok::<(), separatum::Error>(())
/// ```
///
/// # Errors
/// As [`open`].
pub fn from_reader(reader: impl Read) -> Result<Outcome<Article>> {
    ReadOptions::new().read_reader(reader)
}

/// Writes an article as an EPUB without images; [`WriteOptions::resources`] gives some.
///
/// ```
/// let article = separatum::Article::new("Low tide");
/// let epub = separatum::epub::to_vec(&article)?.value;
/// assert!(epub.starts_with(b"PK"));
/// # Ok::<(), separatum::Error>(())
/// ```
///
/// # Errors
/// When the article holds what XML cannot, or nests too deep.
pub fn to_vec(article: &Article) -> Result<Outcome<Vec<u8>>> {
    WriteOptions::new().to_vec(article)
}

/// Writes an article as an EPUB to a writer.
///
/// ```
/// # let article = separatum::Article::new("Low tide");
/// let mut epub = Vec::new();
/// separatum::epub::to_writer(&article, &mut epub)?.into_lossless()?;
/// # Ok::<(), separatum::Error>(())
/// ```
///
/// # Errors
/// As [`to_vec`], and when the writer fails.
pub fn to_writer(article: &Article, writer: impl Write) -> Result<Outcome<()>> {
    WriteOptions::new().to_writer(article, writer)
}
