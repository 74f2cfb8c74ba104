//! The model as JSON: what programs in other languages read, and what digests are made of.
//!
//! ```
//! use separatum::{Article, json};
//! # fn main() -> separatum::Result<()> {
//! let article = Article::new("Water and salt");
//! let text = json::to_string(&article)?.into_lossless()?;
//! assert_eq!(json::from_str(&text)?.into_lossless()?, article.normal());
//! # Ok(()) }
//! ```

use std::io::{Read, Write};

use serde::{Deserialize, Serialize};

use crate::codec;
use crate::error::{Error, Result};
use crate::limits::Limits;
use crate::model::Article;
use crate::report::{Location, Outcome, Report};

/// The version of the shape, written at the top.
const SCHEMA_VERSION: u32 = 1;

/// How many brackets of JSON one element of the tree costs at most: its list, its two tags, its own object.
const BRACKETS_PER_ELEMENT: usize = 4;

#[derive(Serialize)]
struct Written<'a> {
    schema_version: u32,
    article: &'a Article,
}

/// Fields that the model does not have are refused, here and in all of it: to leave them out would lose what they say.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Stored {
    schema_version: u32,
    article: Article,
}

/// Reads an article from a string.
///
/// ```
/// let read = separatum::json::from_str(r#"{"schema_version":1,"article":{"kind":"news"}}"#)?;
/// assert_eq!(read.value.kind.as_deref(), Some("news"));
/// # Ok::<(), separatum::Error>(())
/// ```
///
/// # Errors
/// When it is no JSON, not an article of this schema version, too large or too deep.
pub fn from_str(text: &str) -> Result<Outcome<Article>> {
    ReadOptions::new().read_str(text)
}

/// Reads an article from bytes.
///
/// ```
/// let error = separatum::json::from_slice(b"{").unwrap_err();
/// assert!(error.to_string().starts_with("malformed JSON"));
/// ```
///
/// # Errors
/// As [`from_str`].
pub fn from_slice(bytes: &[u8]) -> Result<Outcome<Article>> {
    ReadOptions::new().read_slice(bytes)
}

/// Reads an article from a reader, to its end.
///
/// ```
/// let file: &[u8] = br#"{"schema_version":1,"article":{}}"#;
/// assert_eq!(separatum::json::from_reader(file)?.value, separatum::Article::default());
/// # Ok::<(), separatum::Error>(())
/// ```
///
/// # Errors
/// As [`from_str`], and when the reader fails.
pub fn from_reader(reader: impl Read) -> Result<Outcome<Article>> {
    ReadOptions::new().read_reader(reader)
}

/// Writes an article to a string, in its normal form.
///
/// ```
/// let text = separatum::json::to_string(&separatum::Article::default())?.value;
/// assert_eq!(text, r#"{"schema_version":1,"article":{}}"#);
/// # Ok::<(), separatum::Error>(())
/// ```
///
/// # Errors
/// When the article holds what no output can: see [`Article::check`].
pub fn to_string(article: &Article) -> Result<Outcome<String>> {
    let normal = codec::from_document(codec::to_document(article)?);
    let written = Written {
        schema_version: SCHEMA_VERSION,
        article: &normal,
    };
    let mut bytes = Vec::new();
    let mut serializer = serde_json::Serializer::new(&mut bytes);
    written
        .serialize(serde_stacker::Serializer::new(&mut serializer))
        .map_err(|e| Error::invalid(e.to_string()))?;
    let text = String::from_utf8(bytes).map_err(|e| Error::invalid(e.to_string()))?;
    Ok(Outcome::new(text, Report::new()))
}

/// Writes an article to bytes.
///
/// ```
/// let article = separatum::Article::new("Tides");
/// let bytes = separatum::json::to_vec(&article)?.value;
/// assert_eq!(separatum::json::from_slice(&bytes)?.value, article);
/// # Ok::<(), separatum::Error>(())
/// ```
///
/// # Errors
/// As [`to_string`].
pub fn to_vec(article: &Article) -> Result<Outcome<Vec<u8>>> {
    Ok(to_string(article)?.map(String::into_bytes))
}

/// Writes an article to a writer. Nothing is written when the article cannot be.
///
/// ```
/// let article = separatum::Article::new("Tides");
/// let mut file = Vec::new();
/// separatum::json::to_writer(&article, &mut file)?.into_lossless()?;
/// assert!(file.ends_with(b"}"));
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

/// How to read JSON.
///
/// ```
/// use separatum::{Limits, json};
/// let small = json::ReadOptions::new().limits(Limits { input_bytes: 4, ..Limits::default() });
/// assert!(small.read_slice(br#"{"schema_version":1,"article":{}}"#).is_err());
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

    /// The ceilings that the reader keeps: `input_bytes` and `depth`.
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
    /// As [`from_str`], and when the reader fails.
    pub fn read_reader(&self, reader: impl Read) -> Result<Outcome<Article>> {
        self.read_slice(&self.limits.read_input(reader)?)
    }

    /// Reads an article from bytes.
    ///
    /// # Errors
    /// As [`from_str`].
    pub fn read_slice(&self, bytes: &[u8]) -> Result<Outcome<Article>> {
        if bytes.len() as u64 > self.limits.input_bytes {
            return Err(Error::limit("input_bytes", self.limits.input_bytes));
        }
        let depth = self.limits.depth.min(Limits::DEPTH);
        if brackets(bytes) > depth.saturating_mul(BRACKETS_PER_ELEMENT) {
            return Err(Error::limit("depth", depth as u64));
        }
        let mut deserializer = serde_json::Deserializer::from_slice(bytes);
        // The depth is bounded above, by what the model can hold; serde_json's own bound is below that. Derived code needs
        // more stack a level than a small thread has for all of them, so the stack grows.
        deserializer.disable_recursion_limit();
        let growing = serde_stacker::Deserializer::new(&mut deserializer);
        let stored = Stored::deserialize(growing).map_err(|e| place(&e))?;
        deserializer.end().map_err(|e| place(&e))?;
        if stored.schema_version != SCHEMA_VERSION {
            let version = stored.schema_version;
            return Err(Error::unsupported(format!(
                "schema version {version} of the model's JSON"
            )));
        }
        let document = codec::to_document(&stored.article)?;
        Ok(Outcome::new(codec::from_document(document), Report::new()))
    }
}

/// The error with its place.
fn place(error: &serde_json::Error) -> Error {
    let text = error.to_string();
    let detail = text.split(" at line ").next().unwrap_or_default();
    Error::malformed("JSON", detail)
        .at(Location::new().line_column(error.line() as u64, error.column() as u64))
}

/// The deepest nesting of brackets outside of strings.
fn brackets(bytes: &[u8]) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0_usize);
    let mut in_string = false;
    let mut is_escaped = false;
    for byte in bytes {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' if in_string => is_escaped = true,
            b'"' => in_string = !in_string,
            b'{' | b'[' if !in_string => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b'}' | b']' if !in_string => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Block, Body, Emphasis, EmphasisKind, Inline, Nested, Paragraph, Section};

    #[test]
    fn fields_that_the_model_does_not_have_are_refused() {
        for (json, field) in [
            (r#"{"schema_version":1,"article":{},"more":1}"#, "more"),
            (
                r#"{"schema_version":1,"article":{"headlin":{}}}"#,
                "headlin",
            ),
            (
                r#"{"schema_version":1,"article":{"headline":{"titel":{}}}}"#,
                "titel",
            ),
            (
                r#"{"schema_version":1,"article":{"body":{"content":[{"paragraph":{"text":"x"}}]}}}"#,
                "text",
            ),
            (
                r#"{"schema_version":1,"article":{"extra":{"attrs":[{"name":"a","value":"b","prefix":"c"}]}}}"#,
                "prefix",
            ),
        ] {
            let error = from_str(json).unwrap_err().to_string();
            assert!(
                error.contains(&format!("unknown field `{field}`")),
                "{error}"
            );
        }
    }

    fn nested_sections(depth: usize) -> Article {
        let mut inner = Section::new("innermost");
        for _ in 1..depth {
            let mut outer = Section::new("outer");
            outer.content.push(inner.into());
            inner = outer;
        }
        let mut article = Article::new("deep");
        article.body = Some(Body::from(vec![Block::from(inner)]));
        article
    }

    #[test]
    fn every_article_that_is_written_is_read_again() {
        let mut inline = Inline::from("x");
        for _ in 0..Limits::DEPTH - 4 {
            inline = Inline::Emphasis(Nested::new(Emphasis::new(
                EmphasisKind::Italic,
                vec![inline],
            )));
        }
        let mut emphasised = Article::new("deep");
        emphasised.body = Some(Body::from(vec![Paragraph::new([inline]).into()]));
        for article in [emphasised, nested_sections(Limits::DEPTH - 4)] {
            let text = to_string(&article).unwrap().into_lossless().unwrap();
            assert_eq!(from_str(&text).unwrap().value, article.normal());
        }
    }

    #[test]
    fn what_is_too_deep_is_refused_on_both_sides() {
        assert!(to_string(&nested_sections(Limits::DEPTH + 1)).is_err());
        let brackets = "[".repeat(1_000_000);
        let error = from_str(&brackets).unwrap_err();
        assert_eq!(error.to_string(), "limit `depth` of 128 passed");
    }

    #[test]
    fn an_error_has_its_place() {
        let error = from_str("{\"schema_version\":1,\n\"article\":{\"kind\":7}}").unwrap_err();
        assert!(error.to_string().contains("at 2:"), "{error}");
        assert!(from_str("{\"schema_version\":2,\"article\":{}}").is_err());
    }
}
