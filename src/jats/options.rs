//! What a reader and a writer of JATS are told.

use std::io::{Read, Write};

use super::read::{self, Articles, Input};
use super::target::Target;
use super::{convert, dialect, pretty, write};
use crate::codec;
use crate::error::Result;
use crate::limits::Limits;
use crate::model::Article;
use crate::report::{Outcome, Report};

/// How to read JATS.
///
/// ```
/// use separatum::{Limits, jats};
/// let options = jats::ReadOptions::new().limits(Limits { input_bytes: 1 << 20, ..Limits::default() }).repair(true);
/// let xml = r#"<article><body><p><ext-link xlink:href="x">y</ext-link></p></body></article>"#;
/// let read = options.read_str(xml)?;
/// assert_eq!(read.report.findings()[0].code, "xml.unbound-prefix");
/// # Ok::<(), separatum::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadOptions {
    pub(super) limits: Limits,
    pub(super) repair: bool,
    pub(super) article: Option<usize>,
}

impl ReadOptions {
    /// The defaults: the default limits, no repairs, the only article.
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

    /// Whether to mend what is not well-formed and has only one meaning, each with a finding: the prefixes `xlink`, `mml`,
    /// `xsi`, `ali` and `oasis` without a declaration, and named characters of JATS in a document that names no DTD.
    #[must_use]
    pub fn repair(mut self, repair: bool) -> Self {
        self.repair = repair;
        self
    }

    /// Which article to read of a document that wraps several, from 1. By default there must be one alone.
    #[must_use]
    pub fn article(mut self, number: usize) -> Self {
        self.article = Some(number);
        self
    }

    /// Reads an article from text, as [`from_str`](super::from_str).
    ///
    /// # Errors
    /// As [`from_str`](super::from_str), and when there is no article of the number asked for.
    pub fn read_str(&self, xml: &str) -> Result<Outcome<Article>> {
        Ok(read::one(Input::Text(xml), self)?.map(codec::from_document))
    }

    /// Reads an article from bytes, as [`from_slice`](super::from_slice).
    ///
    /// # Errors
    /// As [`from_slice`](super::from_slice), and when there is no article of the number asked for.
    pub fn read_slice(&self, xml: &[u8]) -> Result<Outcome<Article>> {
        Ok(read::one(Input::Bytes(xml), self)?.map(codec::from_document))
    }

    /// Reads an article from a reader, to its end.
    ///
    /// # Errors
    /// As [`read_slice`](Self::read_slice), and when the reader fails.
    pub fn read_reader(&self, reader: impl Read) -> Result<Outcome<Article>> {
        Ok(read::from_reader(reader, self)?.map(codec::from_document))
    }

    /// Reads every article of an input, as [`articles`](super::articles); a number given by [`article`](Self::article) does
    /// not count here.
    pub fn articles<R: Read>(&self, reader: R) -> Articles<R> {
        Articles::new(reader, self)
    }
}

/// How to write JATS.
///
/// ```
/// let article = separatum::jats::from_str("<article><front/></article>")?.value;
/// let xml = separatum::jats::WriteOptions::new().to_string(&article)?.value;
/// assert!(xml.contains("<article><front/></article>"));
/// # Ok::<(), separatum::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WriteOptions {
    target: Option<Target>,
    pretty: bool,
}

impl WriteOptions {
    /// The defaults: the dialect that was read, else JATS 1.3.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The tag set and version to convert the article to. By default it is written in the dialect that it was read in.
    ///
    /// What the target says otherwise is said so, each with a finding. The output is valid by the DTD of the target, or
    /// findings `jats.invalid` say why it is not.
    ///
    /// ```
    /// use separatum::jats::{self, TagSet};
    /// let article = jats::from_str("<article><front><article-meta/></front><body><p>Low tide.</p></body></article>")?.value;
    /// let written = jats::WriteOptions::new().target(TagSet::Archiving).to_string(&article)?;
    /// assert!(written.value.contains("JATS-archivearticle1-3.dtd") && written.report.findings().is_empty());
    /// # Ok::<(), separatum::Error>(())
    /// ```
    #[must_use]
    pub fn target(mut self, target: impl Into<Target>) -> Self {
        self.target = Some(target.into());
        self
    }

    /// Whether to set elements on lines of their own, indented, wherever white space says nothing: never inside a paragraph
    /// or another element that holds text, never in what is kept to the letter. By default no white space is added.
    ///
    /// ```
    /// use separatum::jats;
    /// let article = jats::from_str("<article><body><p>Low <b>tide</b>.</p></body></article>")?.value;
    /// let written = jats::WriteOptions::new().pretty(true).to_string(&article)?.value;
    /// assert!(written.contains("\n  <body>\n    <p>Low <b>tide</b>.</p>\n  </body>\n</article>"));
    /// assert_eq!(jats::from_str(&written)?.value, article);
    /// # Ok::<(), separatum::Error>(())
    /// ```
    #[must_use]
    pub fn pretty(mut self, pretty: bool) -> Self {
        self.pretty = pretty;
        self
    }

    /// Writes an article as text, as [`to_string`](super::to_string).
    ///
    /// # Errors
    /// As [`to_string`](super::to_string).
    pub fn to_string(&self, article: &Article) -> Result<Outcome<String>> {
        let mut document = codec::to_document(article)?;
        let mut report = Report::new();
        let dialect = match (self.target, document.source.dialect.take()) {
            (Some(target), _) => {
                let converted = convert::convert(document, target);
                document = converted.value;
                report.extend(converted.report);
                document.source.dialect.take().unwrap_or_default()
            }
            (None, Some(dialect)) => dialect,
            (None, None) => {
                let (dialect, faults) = dialect::default_for(&document.root);
                report = faults;
                dialect
            }
        };
        if self.pretty {
            pretty::indent(&mut document.root);
        }
        let xml = write::write_in(&document, &dialect)?;
        Ok(Outcome::new(xml, report))
    }

    /// Writes an article as bytes in UTF-8.
    ///
    /// # Errors
    /// As [`to_string`](super::to_string).
    pub fn to_vec(&self, article: &Article) -> Result<Outcome<Vec<u8>>> {
        Ok(self.to_string(article)?.map(String::into_bytes))
    }

    /// Writes an article to a writer, in UTF-8.
    ///
    /// # Errors
    /// As [`to_writer`](super::to_writer).
    pub fn to_writer(&self, article: &Article, mut writer: impl Write) -> Result<Outcome<()>> {
        let xml = self.to_string(article)?;
        writer.write_all(xml.value.as_bytes())?;
        Ok(xml.map(|_| ()))
    }
}
