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

/// True when an error may come of nothing but the end of the text at hand; `rest` is what the scanner could not read.
pub(super) fn may_be_cut(error: &quick_xml::Error, rest: &str) -> bool {
    use quick_xml::errors::{IllFormedError, SyntaxError};
    match error {
        quick_xml::Error::Syntax(SyntaxError::InvalidBangMarkup) => rest.len() < "<![CDATA[".len(),
        quick_xml::Error::Syntax(_) => true,
        quick_xml::Error::IllFormed(IllFormedError::UnclosedReference) => {
            !rest.get(1..).unwrap_or_default().contains(['<', '&'])
        }
        _ => false,
    }
}

/// Text decoded from an input, and where it lay in that.
#[derive(Debug, Clone, Copy)]
pub(super) struct Source<'t> {
    /// The text, without byte order mark.
    pub(super) text: &'t str,
    /// Where it begins.
    pub(super) start: Start,
}

/// A place between two pieces of an input.
#[derive(Debug, Clone, Copy)]
pub(super) struct Start {
    /// How the input is encoded.
    encoding: &'static Encoding,
    /// The bytes of its byte order mark.
    pub(super) mark: usize,
    /// The bytes before it: the byte order mark, and what was read.
    bytes: usize,
    /// The line ends before it.
    lines: usize,
    /// The characters before it in its line.
    columns: usize,
}

impl Start {
    /// The start of an input, behind a byte order mark of that many bytes.
    pub(super) fn new(encoding: &'static Encoding, mark: usize) -> Self {
        Self {
            encoding,
            mark,
            bytes: mark,
            lines: 0,
            columns: 0,
        }
    }

    /// The place behind some text that begins here.
    pub(super) fn behind(self, text: &str) -> Self {
        let line = text.rfind(['\n', '\r']);
        let rest = line.map_or(text, |at| text.get(at + 1..).unwrap_or_default());
        let before = if line.is_some() { 0 } else { self.columns };
        Self {
            encoding: self.encoding,
            mark: self.mark,
            bytes: self.bytes + self.width(text).unwrap_or_default(),
            lines: self.lines + lines(text),
            columns: before + rest.chars().count(),
        }
    }

    /// How many bytes of the input some text took; not known for the rarer encodings.
    fn width(self, text: &str) -> Option<usize> {
        if self.encoding == UTF_8 {
            Some(text.len())
        } else if self.encoding == UTF_16LE || self.encoding == UTF_16BE {
            Some(text.encode_utf16().count() * 2)
        } else {
            self.encoding.is_single_byte().then(|| text.chars().count())
        }
    }

    /// The place, with the text that stands there.
    fn location(self, there: &str) -> Location {
        let location = Location::new().line_column(self.lines as u64 + 1, self.columns as u64 + 1);
        match self.width(there) {
            Some(width) => location.bytes(self.bytes as u64, (self.bytes + width) as u64),
            None => location,
        }
    }
}

impl Source<'_> {
    /// The source from a place in it on.
    pub(super) fn from(self, at: usize) -> Self {
        let (before, text) = self.text.split_at_checked(at).unwrap_or((self.text, ""));
        Self {
            text,
            start: self.start.behind(before),
        }
    }

    /// Line, column and byte of a place in the text.
    ///
    /// Counted when it is needed, which is once for most documents that need it at all.
    pub(super) fn location(&self, at: usize) -> Location {
        let at = chars::boundary_before(self.text, at);
        let (before, rest) = self.text.split_at_checked(at).unwrap_or((self.text, ""));
        let there = rest.chars().next().map_or(0, char::len_utf8);
        self.start
            .behind(before)
            .location(rest.get(..there).unwrap_or_default())
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
        let start = Start::new(encoding, skipped);
        let location = Source { text, start }.location(at);
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
        let pieces = ["a\nb", "é\r\n", "x"].into_iter();
        let end = pieces.fold(Start::new(UTF_8, 3), Start::behind);
        assert_eq!((end.lines, end.columns, end.bytes), (2, 1, 11));
        assert_eq!(place("日x", 3, encoding_rs::SHIFT_JIS, 0), (1, 2, None));
    }
}
