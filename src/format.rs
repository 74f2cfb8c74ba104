//! The formats by name, extension and content.

use std::fmt;
use std::path::Path;
use std::str::FromStr;

/// A format that articles are read from and written to.
///
/// ```
/// use separatum::Format;
/// assert_eq!(Format::detect(b"<article/>"), Some(Format::Jats));
/// assert_eq!(Format::from_extension("nxml"), Some(Format::Jats));
/// assert_eq!("epub".parse(), Ok(Format::Epub));
/// assert_eq!(Format::Pdf.media_type(), "application/pdf");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Format {
    /// JATS XML.
    Jats,
    /// EPUB 3.
    Epub,
    /// Tagged PDF.
    Pdf,
    /// The model itself as JSON.
    Json,
    /// Plain text.
    Text,
}

impl Format {
    /// All formats.
    pub const ALL: [Self; 5] = [Self::Jats, Self::Epub, Self::Pdf, Self::Json, Self::Text];

    /// The format that these bytes look like; `None` when they are none known here.
    ///
    /// Says what to try, not that the bytes are sound: every ZIP archive looks like an EPUB and all XML like JATS, so
    /// that their readers can say what they found instead.
    #[must_use]
    pub fn detect(bytes: &[u8]) -> Option<Self> {
        let unmarked = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        let start = unmarked.trim_ascii_start();
        if start.starts_with(b"%PDF-") {
            Some(Self::Pdf)
        } else if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
            Some(Self::Epub)
        } else if starts_as_xml(start) || starts_as_wide_xml(bytes) {
            Some(Self::Jats)
        } else if starts_as_json(start) {
            Some(Self::Json)
        } else {
            is_plain_text(bytes).then_some(Self::Text)
        }
    }

    /// The format that a file of this extension claims to be, in any case and without the dot: `xml`, `nxml` and `jats`,
    /// `epub`, `pdf`, `json`, `txt`.
    #[must_use]
    pub fn from_extension(extension: &str) -> Option<Self> {
        match extension.to_ascii_lowercase().as_str() {
            "xml" | "nxml" | "jats" => Some(Self::Jats),
            "epub" => Some(Self::Epub),
            "pdf" => Some(Self::Pdf),
            "json" => Some(Self::Json),
            "txt" => Some(Self::Text),
            _ => None,
        }
    }

    /// The format that this file's name claims.
    #[must_use]
    pub fn from_path(path: impl AsRef<Path>) -> Option<Self> {
        Self::from_extension(path.as_ref().extension()?.to_str()?)
    }

    /// The name, as `Display` prints it and `FromStr` takes it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Jats => "jats",
            Self::Epub => "epub",
            Self::Pdf => "pdf",
            Self::Json => "json",
            Self::Text => "text",
        }
    }

    /// The media type.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Jats => "application/jats+xml",
            Self::Epub => "application/epub+zip",
            Self::Pdf => "application/pdf",
            Self::Json => "application/json",
            Self::Text => "text/plain",
        }
    }

    /// True when its bytes are no text.
    #[must_use]
    pub fn is_binary(self) -> bool {
        self.is_package()
    }

    /// True when a file of it holds the article's images too.
    #[must_use]
    pub fn is_package(self) -> bool {
        matches!(self, Self::Epub | Self::Pdf)
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl FromStr for Format {
    type Err = UnknownFormat;

    fn from_str(name: &str) -> Result<Self, UnknownFormat> {
        Self::ALL
            .into_iter()
            .find(|format| format.name() == name)
            .ok_or(UnknownFormat)
    }
}

/// A name that is no [`Format`]'s.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
#[error("not one of jats, epub, pdf, json, text")]
#[non_exhaustive]
pub struct UnknownFormat;

/// A `<` and what may follow it in XML.
fn starts_as_xml(bytes: &[u8]) -> bool {
    match bytes {
        [b'<', next, ..] => {
            matches!(next, b'?' | b'!' | b'_' | b':' | 0x80..) || next.is_ascii_alphabetic()
        }
        _ => false,
    }
}

/// A `<` in UTF-16 or UTF-32, with a byte order mark or without.
fn starts_as_wide_xml(bytes: &[u8]) -> bool {
    let marked = bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF");
    let mut head = bytes
        .iter()
        .filter(|&&byte| byte != 0 && byte < 0xFE && !byte.is_ascii_whitespace());
    (marked || bytes.iter().take(2).any(|&byte| byte == 0)) && head.next() == Some(&b'<')
}

/// An opening brace and a string or the closing brace.
fn starts_as_json(bytes: &[u8]) -> bool {
    bytes
        .strip_prefix(b"{")
        .is_some_and(|rest| matches!(rest.trim_ascii_start(), [b'"' | b'}', ..]))
}

/// UTF-8 without control characters other than white space; not empty.
fn is_plain_text(bytes: &[u8]) -> bool {
    !bytes.is_empty()
        && std::str::from_utf8(bytes).is_ok_and(|text| {
            text.chars()
                .all(|c| !c.is_control() || matches!(c, '\t' | '\n' | '\r' | '\u{c}'))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_tells_the_format() {
        let cases: [(&[u8], Option<Format>); 14] = [
            (b"%PDF-1.7\n", Some(Format::Pdf)),
            (b"PK\x03\x04rest", Some(Format::Epub)),
            (b"\xEF\xBB\xBF\n<?xml version='1.0'?>", Some(Format::Jats)),
            (b"<!DOCTYPE article>", Some(Format::Jats)),
            (b"\xFF\xFE<\0a\0", Some(Format::Jats)),
            (b"\0<\0a", Some(Format::Jats)),
            (b"\n\0 \0<\0a\0", Some(Format::Jats)),
            (b"{ \"schema_version\": 1 }", Some(Format::Json)),
            (b"Headline\n\nText.", Some(Format::Text)),
            (b"< 5 % of all", Some(Format::Text)),
            (b"{sic} it began", Some(Format::Text)),
            (b"\x89PNG\r\n\x1a\n", None),
            (b"a\0b", None),
            (b"", None),
        ];
        for (bytes, format) in cases {
            assert_eq!(Format::detect(bytes), format, "{:?}", bytes.escape_ascii());
        }
    }

    #[test]
    fn names_go_both_ways() {
        for format in Format::ALL {
            assert_eq!(format.to_string().parse(), Ok(format));
        }
        assert_eq!("docx".parse::<Format>(), Err(UnknownFormat));
        assert_eq!(Format::from_path("dir.pdf/a.NXML"), Some(Format::Jats));
        assert_eq!(Format::from_path("article"), None);
    }
}
