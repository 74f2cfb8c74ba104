//! JATS XML, read and written.
//!
//! Read is any version from NLM 2 to JATS 1.4 in any tag set, by its names; written is the dialect that was read, else JATS
//! 1.3. White space, prefixes, entities and encoding are spelling; everything else comes back as it was.
//!
//! ```
//! let xml = r#"<article><front><article-meta><title-group>
//!     <article-title>Tides</article-title></title-group></article-meta></front></article>"#;
//! let article = separatum::jats::from_str(xml)?.into_lossless()?;
//! let written = separatum::jats::to_string(&article)?.into_lossless()?;
//! assert!(written.contains("<article-title>Tides</article-title>"));
//! # Ok::<(), separatum::Error>(())
//! ```

mod convert;
mod dialect;
mod grammar;
mod options;
mod place;
mod pretty;
mod read;
mod root;
mod target;
mod validity;
mod write;

use std::io::{Read, Write};

pub(crate) use dialect::normalize;
pub use options::{ReadOptions, WriteOptions};
pub use read::Articles;
pub(crate) use read::read_document;
pub use target::{TagSet, Target, UnknownTarget, Version};
pub(crate) use write::write_document;

use crate::error::Result;
use crate::model::Article;
use crate::report::Outcome;

/// Reads an article from text, whatever encoding the text declares.
///
/// ```
/// let read = separatum::jats::from_str("<article><body><p>Low tide.</p></body></article>")?;
/// assert!(read.report.is_lossless());
/// # Ok::<(), separatum::Error>(())
/// ```
///
/// # Errors
/// When the text is not well-formed XML, is no JATS, holds several articles, or passes a limit; with the place.
pub fn from_str(xml: &str) -> Result<Outcome<Article>> {
    ReadOptions::new().read_str(xml)
}

/// Reads an article from bytes, in the encoding that their byte order mark or XML declaration names, else UTF-8.
///
/// ```
/// let latin1 = b"<?xml version='1.0' encoding='ISO-8859-1'?><article><body><p>\xE9t\xE9</p></body></article>";
/// let article = separatum::jats::from_slice(latin1)?.value;
/// assert!(separatum::jats::to_string(&article)?.value.contains("été"));
/// # Ok::<(), separatum::Error>(())
/// ```
///
/// # Errors
/// As [`from_str`], and when the bytes are not of the encoding that they declare.
pub fn from_slice(xml: &[u8]) -> Result<Outcome<Article>> {
    ReadOptions::new().read_slice(xml)
}

/// Reads an article from a reader, to its end.
///
/// ```
/// let file: &[u8] = b"<article><body><p>Low tide.</p></body></article>";
/// let article = separatum::jats::from_reader(file)?.value;
/// # Ok::<(), separatum::Error>(())
/// ```
///
/// # Errors
/// As [`from_slice`], and when the reader fails.
pub fn from_reader(reader: impl Read) -> Result<Outcome<Article>> {
    ReadOptions::new().read_reader(reader)
}

/// Reads every article of an input, one after another: of one that wraps several, such as a `pmc-articleset` or the records
/// of an OAI response, or the one that it is.
///
/// The input may be far larger than the memory: no more of it is held than the article at hand. So the ceilings of
/// [`Limits`](crate::Limits) hold for each article, together with what stands between it and the one before; the whole has
/// none, and whoever wants one takes it from the reader ([`Read::take`]). Places count from the start of the input.
///
/// ```
/// let set = "<pmc-articleset><article><front/></article><article><front/></article></pmc-articleset>";
/// let articles: Result<Vec<_>, _> = separatum::jats::articles(set.as_bytes()).collect();
/// assert_eq!(articles?.len(), 2);
/// # Ok::<(), separatum::Error>(())
/// ```
///
/// # Errors
/// As items: as [`from_reader`], but for several articles. An error is the last item, since behind what is not well-formed
/// nobody can tell where an article begins.
pub fn articles<R: Read>(reader: R) -> Articles<R> {
    ReadOptions::new().articles(reader)
}

/// Writes an article as text.
///
/// ```
/// let article = separatum::jats::from_str("<article><body><p>5 &lt; 6</p></body></article>")?.value;
/// let xml = separatum::jats::to_string(&article)?.value;
/// assert!(xml.ends_with("<article><body><p>5 &lt; 6</p></body></article>\n"));
/// # Ok::<(), separatum::Error>(())
/// ```
///
/// # Errors
/// When the article holds what XML cannot: a character or a name that it does not allow, nesting that is too deep.
pub fn to_string(article: &Article) -> Result<Outcome<String>> {
    WriteOptions::new().to_string(article)
}

/// Writes an article as bytes in UTF-8.
///
/// ```
/// let article = separatum::jats::from_str("<article><front/></article>")?.value;
/// assert!(separatum::jats::to_vec(&article)?.value.starts_with(b"<?xml "));
/// # Ok::<(), separatum::Error>(())
/// ```
///
/// # Errors
/// As [`to_string`].
pub fn to_vec(article: &Article) -> Result<Outcome<Vec<u8>>> {
    WriteOptions::new().to_vec(article)
}

/// Writes an article to a writer, in UTF-8. Nothing is written when the article cannot be.
///
/// ```
/// let article = separatum::jats::from_str("<article><front/></article>")?.value;
/// let mut file = Vec::new();
/// let report = separatum::jats::to_writer(&article, &mut file)?.report;
/// assert!(report.is_lossless() && !file.is_empty());
/// # Ok::<(), separatum::Error>(())
/// ```
///
/// # Errors
/// As [`to_string`], and when the writer fails.
pub fn to_writer(article: &Article, writer: impl Write) -> Result<Outcome<()>> {
    WriteOptions::new().to_writer(article, writer)
}

#[cfg(test)]
mod tests;
