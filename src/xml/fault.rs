//! A fault in a document, and its place in the words of a [`Location`].

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::chars;
use crate::error::Error;
use crate::report::Location;

/// An error and the byte of the decoded text at which it stands.
#[derive(Debug)]
pub(super) struct Fault {
    pub(super) at: usize,
    pub(super) error: Error,
}

/// The result of a step in reading.
pub(super) type Step<T> = Result<T, Fault>;

impl Fault {
    pub(super) fn new(at: usize, error: Error) -> Self {
        Self { at, error }
    }

    /// Something that is not well formed: what was found, what was expected.
    pub(super) fn malformed(at: usize, detail: impl Into<String>) -> Self {
        Self::new(at, Error::malformed("XML", detail))
    }

    /// What `quick-xml` has found, in our words.
    pub(super) fn of_scanner(error: &quick_xml::Error, at: usize) -> Self {
        use quick_xml::errors::IllFormedError as Ill;
        let detail = match error {
            quick_xml::Error::IllFormed(Ill::MismatchedEndTag { expected, found }) => {
                format!("end tag `</{found}>`, where `</{expected}>` was expected")
            }
            quick_xml::Error::IllFormed(Ill::UnmatchedEndTag(found)) => {
                format!("end tag `</{found}>` of an element that is not open")
            }
            quick_xml::Error::IllFormed(Ill::UnclosedReference) => {
                "`&` that begins no reference; a literal one is written `&amp;`".to_owned()
            }
            quick_xml::Error::Syntax(error) => error.to_string(),
            other => other.to_string(),
        };
        Self::malformed(at, detail)
    }
}

/// The decoded text and how it lay in the input.
#[derive(Debug, Clone, Copy)]
pub(super) struct Source<'t> {
    /// The text, without byte order mark.
    pub(super) text: &'t str,
    /// How it was encoded.
    pub(super) encoding: &'static Encoding,
    /// The bytes of the byte order mark.
    pub(super) skipped: usize,
}

impl Source<'_> {
    /// Line, column and byte of a place in the text.
    ///
    /// Counted when it is needed, which is once for most documents that need it at all.
    pub(super) fn location(&self, at: usize) -> Location {
        let before = self.before(at);
        let line_start = before.rfind(['\n', '\r']).map_or(0, |i| i + 1);
        let column = before.get(line_start..).unwrap_or_default().chars().count() + 1;
        let location = Location::new().line_column(lines(before) as u64 + 1, column as u64);
        match self.bytes(before) {
            Some(start) => {
                let end = start + self.width(at);
                location.bytes(start as u64, end as u64)
            }
            None => location,
        }
    }

    fn before(&self, at: usize) -> &str {
        let at = chars::boundary_before(self.text, at);
        self.text.get(..at).unwrap_or_default()
    }

    /// How many bytes of the input some text took; not known for the rarer encodings.
    fn bytes(&self, text: &str) -> Option<usize> {
        let length = if self.encoding == UTF_8 {
            text.len()
        } else if self.encoding == UTF_16LE || self.encoding == UTF_16BE {
            text.encode_utf16().count() * 2
        } else if self.encoding.is_single_byte() {
            text.chars().count()
        } else {
            return None;
        };
        Some(length + self.skipped)
    }

    /// How many bytes of the input the character at a place took; none at the end.
    fn width(&self, at: usize) -> usize {
        let Some(c) = self.text.get(at..).and_then(|rest| rest.chars().next()) else {
            return 0;
        };
        if self.encoding == UTF_8 {
            c.len_utf8()
        } else if self.encoding.is_single_byte() {
            1
        } else {
            c.len_utf16() * 2
        }
    }
}

/// How many line ends a text holds: LF, CR LF, or CR alone.
fn lines(text: &str) -> usize {
    let lf = text.bytes().filter(|&b| b == b'\n').count();
    let cr = text.bytes().filter(|&b| b == b'\r').count();
    if cr == 0 {
        lf
    } else {
        lf + cr - text.matches("\r\n").count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(
        text: &str,
        at: usize,
        encoding: &'static Encoding,
        skipped: usize,
    ) -> (u64, u64, Option<(u64, u64)>) {
        let location = Source {
            text,
            encoding,
            skipped,
        }
        .location(at);
        (
            location.line.unwrap(),
            location.column.unwrap(),
            location.bytes,
        )
    }

    #[test]
    fn columns_are_characters_and_every_kind_of_line_end_counts() {
        assert_eq!(place("", 0, UTF_8, 0), (1, 1, Some((0, 0))));
        assert_eq!(place("aé<", 3, UTF_8, 3), (1, 3, Some((6, 7))));
        assert_eq!(place("a\nb\r\nc\rd", 7, UTF_8, 0), (4, 1, Some((7, 8))));
        assert_eq!(place("a\n𝔄x", 6, UTF_16LE, 2), (2, 2, Some((10, 12))));
        assert_eq!(
            place("éx", 2, encoding_rs::WINDOWS_1252, 0),
            (1, 2, Some((1, 2)))
        );
        assert_eq!(place("日x", 3, encoding_rs::SHIFT_JIS, 0), (1, 2, None));
    }
}
