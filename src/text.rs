//! Plain text: the text of a news article as found on a page or in a scrape, and the plain text of any article.
//!
//! The reader takes one block a line, blocks separated by blank lines: section label, headline, page furniture, kicker,
//! standfirst, caption, credit, paragraphs. Every decision it takes stands in the report with its line; it never recognises
//! people, outlets or dates inside prose, for that would be invention.
//!
//! ```
//! use separatum::text;
//! # fn main() -> separatum::Result<()> {
//! let scrape = "Science\n\nWater and salt in the basin\n\nWhy some desert trees keep their cool in the hottest summer.\n\n\
//!     Saxaul closes its stomata early.\n";
//! let read = text::from_str(scrape)?;
//! assert_eq!(read.value.section().as_deref(), Some("Science"));
//! assert_eq!(read.value.headline.text(), "Water and salt in the basin");
//! let written = text::to_string(&read.value)?.value;
//! assert!(written.contains("Saxaul closes its stomata early."));
//! # Ok(()) }
//! ```

mod losses;
mod read;
mod write;

use std::io::{Read, Write};

use crate::codec;
use crate::error::{Error, Result};
use crate::limits::Limits;
use crate::model::Article;
use crate::report::{Location, Outcome, Report};

/// Reads an article from a string.
///
/// ```
/// let read = separatum::text::from_str("Tides\n\nThe sea came back at noon.\n")?;
/// assert_eq!(read.value.headline.text(), "Tides");
/// // What the reader took for what stands in its report.
/// assert_eq!(read.report.findings()[0].code, "text.headline");
/// # Ok::<(), separatum::Error>(())
/// ```
///
/// # Errors
/// When the text is empty or passes a limit.
pub fn from_str(text: &str) -> Result<Outcome<Article>> {
    ReadOptions::new().read_str(text)
}

/// Reads an article from bytes in UTF-8.
///
/// ```
/// let error = separatum::text::from_slice(b"Tides\n\xFF").unwrap_err();
/// assert_eq!(error.to_string(), "malformed text: bytes that are not UTF-8 at line 2");
/// ```
///
/// # Errors
/// As [`from_str`], and when the bytes are not UTF-8.
pub fn from_slice(bytes: &[u8]) -> Result<Outcome<Article>> {
    ReadOptions::new().read_slice(bytes)
}

/// Reads an article from a reader, to its end.
///
/// ```
/// let file: &[u8] = b"Tides\n\nThe sea came back at noon.\n";
/// assert_eq!(separatum::text::from_reader(file)?.value.headline.text(), "Tides");
/// # Ok::<(), separatum::Error>(())
/// ```
///
/// # Errors
/// As [`from_slice`], and when the reader fails.
pub fn from_reader(reader: impl Read) -> Result<Outcome<Article>> {
    ReadOptions::new().read_reader(reader)
}

/// Writes the plain text of an article. What text does not hold is in the report.
///
/// ```
/// use separatum::model::{Block, Body};
/// let mut article = separatum::Article::new("Tides");
/// article.body = Some(Body::from(vec![Block::paragraph("The sea came back.")]));
/// let text = separatum::text::to_string(&article)?.value;
/// assert_eq!(text, "Tides\n\nThe sea came back.\n");
/// # Ok::<(), separatum::Error>(())
/// ```
///
/// # Errors
/// When the article holds what no output can: see [`Article::check`].
pub fn to_string(article: &Article) -> Result<Outcome<String>> {
    let document = codec::to_document(article)?;
    let text = write::text(&document);
    let report = write::losses(&document, &text);
    Ok(Outcome::new(text, report))
}

/// Writes the plain text of an article as bytes in UTF-8.
///
/// ```
/// let article = separatum::Article::new("Tides");
/// assert!(separatum::text::to_vec(&article)?.value.starts_with(b"Tides"));
/// # Ok::<(), separatum::Error>(())
/// ```
///
/// # Errors
/// As [`to_string`].
pub fn to_vec(article: &Article) -> Result<Outcome<Vec<u8>>> {
    Ok(to_string(article)?.map(String::into_bytes))
}

/// Writes the plain text of an article to a writer, in UTF-8. Nothing is written when the article cannot be.
///
/// ```
/// let mut article = separatum::Article::new("Tides");
/// article.kind = Some("news".to_owned());
/// let mut file = Vec::new();
/// let report = separatum::text::to_writer(&article, &mut file)?.report;
/// assert!(!file.is_empty() && report.losses().any(|loss| loss.code == "text.attribute"));
/// # Ok::<(), separatum::Error>(())
/// ```
///
/// # Errors
/// As [`to_string`], and when the writer fails.
pub fn to_writer(article: &Article, mut writer: impl Write) -> Result<Outcome<()>> {
    let written = to_string(article)?;
    writer.write_all(written.value.as_bytes())?;
    Ok(written.map(|_| ()))
}

/// How to read plain text.
///
/// ```
/// use separatum::{Limits, text};
/// let small = text::ReadOptions::new().limits(Limits { input_bytes: 4, ..Limits::default() });
/// assert!(small.read_slice(b"Too long").is_err());
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

    /// The ceilings that the reader keeps: `input_bytes`.
    #[must_use]
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Reads an article from a string, as [`from_str`].
    ///
    /// # Errors
    /// As [`from_str`].
    pub fn read_str(&self, text: &str) -> Result<Outcome<Article>> {
        self.read_slice(text.as_bytes())
    }

    /// Reads an article from a reader, to its end.
    ///
    /// # Errors
    /// As [`from_slice`], and when the reader fails.
    pub fn read_reader(&self, reader: impl Read) -> Result<Outcome<Article>> {
        self.read_slice(&self.limits.read_input(reader)?)
    }

    /// Reads an article from bytes in UTF-8.
    ///
    /// # Errors
    /// As [`from_slice`].
    pub fn read_slice(&self, bytes: &[u8]) -> Result<Outcome<Article>> {
        if bytes.len() as u64 > self.limits.input_bytes {
            return Err(Error::limit("input_bytes", self.limits.input_bytes));
        }
        let text = std::str::from_utf8(bytes).map_err(|e| {
            let at = e.valid_up_to();
            let before = String::from_utf8_lossy(bytes.get(..at).unwrap_or_default());
            let line = before.matches('\n').count() as u64 + 1;
            Error::malformed("text", "bytes that are not UTF-8").at(Location {
                line: Some(line),
                bytes: Some((at as u64, at as u64 + 1)),
                ..Location::default()
            })
        })?;
        let mut report = Report::new();
        let article = read::article(text, &mut report)?;
        let normal = codec::from_document(codec::to_document(&article)?);
        Ok(Outcome::new(normal, report))
    }
}
