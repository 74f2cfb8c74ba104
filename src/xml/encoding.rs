//! From bytes to text: byte order marks, declared encodings, and no guess beyond them.

use std::borrow::Cow;

use encoding_rs::{DecoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::fault::Source;
use crate::error::{Error, Result};
use crate::report::Location;

/// Text decoded from bytes.
#[derive(Debug)]
pub(super) struct Decoded<'b> {
    text: Cow<'b, str>,
    encoding: &'static Encoding,
    skipped: usize,
}

impl<'b> Decoded<'b> {
    /// Text that is text already; a declared encoding says how it once was stored.
    pub(super) fn from_str(text: &'b str) -> Self {
        let stripped = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        Self {
            text: Cow::Borrowed(stripped),
            encoding: UTF_8,
            skipped: text.len() - stripped.len(),
        }
    }

    /// The text, and how it lay in the bytes.
    pub(super) fn source(&self) -> Source<'_> {
        Source {
            text: &self.text,
            encoding: self.encoding,
            skipped: self.skipped,
        }
    }
}

/// Decodes a document by its byte order mark, else its declaration, else as UTF-8.
///
/// # Errors
/// When the encoding is not known, contradicts the mark, or when the bytes are not of it: no byte is ever guessed.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded<'_>> {
    let (marked, skipped) = mark(bytes)?;
    let body = bytes.get(skipped..).unwrap_or_default();
    let family = marked.or_else(|| unmarked_utf16(body)).unwrap_or(UTF_8);
    if family != UTF_8 {
        let text = convert(body, family, family.name(), skipped)?;
        agree(declared(&text), family)?;
        return Ok(Decoded {
            text: Cow::Owned(text),
            encoding: family,
            skipped,
        });
    }
    let label = declared_in_bytes(body);
    if marked.is_some() {
        agree(label.as_deref(), UTF_8)?;
    }
    let (text, encoding) = by_label(body, label.as_deref(), skipped)?;
    Ok(Decoded {
        text,
        encoding,
        skipped,
    })
}

/// The encoding of a byte order mark, and its length.
fn mark(bytes: &[u8]) -> Result<(Option<&'static Encoding>, usize)> {
    match bytes {
        [0xFF, 0xFE, 0, 0, ..] | [0, 0, 0xFE, 0xFF, ..] => Err(unknown("UTF-32")),
        _ => Ok(match Encoding::for_bom(bytes) {
            Some((encoding, length)) => (Some(encoding), length),
            None => (None, 0),
        }),
    }
}

/// UTF-16 without a mark shows by the zero beside its first `<`.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    match bytes {
        [b'<', 0, next, 0, ..] if *next != 0 => Some(UTF_16LE),
        [0, b'<', 0, next, ..] if *next != 0 => Some(UTF_16BE),
        _ => None,
    }
}

/// Decodes bytes of the family of ASCII by the label that they declare.
fn by_label<'b>(
    body: &'b [u8],
    label: Option<&str>,
    skipped: usize,
) -> Result<(Cow<'b, str>, &'static Encoding)> {
    let Some(label) = label else {
        return Ok((Cow::Borrowed(utf8(body, skipped)?), UTF_8));
    };
    let lower = label.to_ascii_lowercase();
    match lower.as_str() {
        // The web takes these two for windows-1252; XML means what they say.
        "iso-8859-1" | "iso8859-1" | "iso_8859-1" | "latin1" | "latin-1" | "l1" => {
            return Ok((encoding_rs::mem::decode_latin1(body), WINDOWS_1252));
        }
        "us-ascii" | "ascii" | "iso646-us" | "iso-646-us" | "ansi_x3.4-1968" => {
            return match body.iter().position(|b| !b.is_ascii()) {
                Some(at) => Err(not_of(label, body, skipped, at)),
                None => Ok((Cow::Borrowed(utf8(body, skipped)?), UTF_8)),
            };
        }
        _ => {}
    }
    let encoding =
        Encoding::for_label_no_replacement(lower.as_bytes()).ok_or_else(|| unknown(label))?;
    if encoding == UTF_8 {
        return Ok((Cow::Borrowed(utf8(body, skipped)?), UTF_8));
    }
    if encoding == UTF_16LE || encoding == UTF_16BE || encoding == encoding_rs::X_USER_DEFINED {
        return Err(Error::malformed(
            "XML",
            format!("the declared encoding `{label}` is not that of the bytes"),
        )
        .at(Location::new().line_column(1, 1)));
    }
    Ok((
        Cow::Owned(convert(body, encoding, label, skipped)?),
        encoding,
    ))
}

fn utf8(body: &[u8], skipped: usize) -> Result<&str> {
    std::str::from_utf8(body).map_err(|error| not_of("UTF-8", body, skipped, error.valid_up_to()))
}

fn convert(
    body: &[u8],
    encoding: &'static Encoding,
    label: &str,
    skipped: usize,
) -> Result<String> {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let capacity = decoder.max_utf8_buffer_length_without_replacement(body.len());
    let mut text = String::with_capacity(capacity.unwrap_or(body.len()));
    match decoder.decode_to_string_without_replacement(body, &mut text, true) {
        (DecoderResult::InputEmpty, _) => {
            text.shrink_to_fit();
            Ok(text)
        }
        (DecoderResult::OutputFull, read) => Err(not_of(label, body, skipped, read)),
        (DecoderResult::Malformed(bad, after), read) => {
            let at = read.saturating_sub(usize::from(bad) + usize::from(after));
            Err(not_of(label, body, skipped, at))
        }
    }
}

/// The error for bytes that are not of their encoding.
fn not_of(label: &str, body: &[u8], skipped: usize, at: usize) -> Error {
    let before = String::from_utf8_lossy(body.get(..at).unwrap_or_default());
    let place = Source {
        text: &before,
        encoding: UTF_8,
        skipped,
    }
    .location(before.len());
    let start = (skipped + at) as u64;
    let byte = body.get(at).copied().unwrap_or_default();
    Error::malformed(
        "XML",
        format!("byte 0x{byte:02X}, which is not valid {label}"),
    )
    .at(place.bytes(start, start + 1))
}

fn unknown(label: &str) -> Error {
    Error::unsupported(format!("encoding `{label}`")).at(Location::new().line_column(1, 1))
}

/// Refuses a declaration that contradicts what the bytes are.
fn agree(label: Option<&str>, is: &'static Encoding) -> Result<()> {
    let Some(label) = label else { return Ok(()) };
    let agrees = match label.to_ascii_lowercase().as_str() {
        "utf-16" | "iso-10646-ucs-2" => is != UTF_8,
        lower => Encoding::for_label(lower.as_bytes()) == Some(is),
    };
    if agrees {
        Ok(())
    } else {
        Err(Error::malformed(
            "XML",
            format!(
                "declared encoding `{label}`, but the bytes are {}",
                is.name()
            ),
        )
        .at(Location::new().line_column(1, 1)))
    }
}

/// The label in an XML declaration. Whether the declaration is right is not asked here.
fn declared(text: &str) -> Option<&str> {
    let declaration = text.strip_prefix("<?xml")?.split_once("?>")?.0;
    let rest = declaration
        .split_once("encoding")?
        .1
        .trim_start()
        .strip_prefix('=')?
        .trim_start();
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    rest.get(1..)?.split_once(quote).map(|(label, _)| label)
}

fn declared_in_bytes(body: &[u8]) -> Option<String> {
    let head = body.get(..body.len().min(1024))?;
    declared(&String::from_utf8_lossy(head)).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> String {
        decode(bytes).unwrap().source().text.to_owned()
    }

    fn error(bytes: &[u8]) -> String {
        decode(bytes).unwrap_err().to_string()
    }

    fn utf16(text: &str, big: bool) -> Vec<u8> {
        text.encode_utf16()
            .flat_map(|unit| {
                if big {
                    unit.to_be_bytes()
                } else {
                    unit.to_le_bytes()
                }
            })
            .collect()
    }

    #[test]
    fn marks_and_declarations() {
        assert_eq!(text("<é/>".as_bytes()), "<é/>");
        assert_eq!(text("\u{FEFF}<é/>".as_bytes()), "<é/>");
        let declared = "<?xml version='1.0' encoding='UTF-16'?><é/>";
        assert_eq!(text(&utf16(&format!("\u{FEFF}{declared}"), true)), declared);
        assert_eq!(
            text(&utf16(&format!("\u{FEFF}{declared}"), false)),
            declared
        );
        assert_eq!(text(&utf16(declared, true)), declared);
        assert_eq!(text(&utf16("<é/>", false)), "<é/>");
        assert_eq!(
            text(b"<?xml version='1.0' encoding=\"ISO-8859-1\"?><a>\xE9\x80</a>")
                .matches("é\u{80}")
                .count(),
            1
        );
        assert_eq!(
            text(b"<?xml version='1.0' encoding='windows-1252'?><a>\x80</a>")
                .matches('€')
                .count(),
            1
        );
        assert_eq!(
            text(b"<?xml version='1.0' encoding='Shift_JIS'?><a>\x93\xfa</a>")
                .matches('日')
                .count(),
            1
        );
    }

    #[test]
    fn a_wrong_declaration_is_an_error() {
        assert_eq!(
            error(b"<a>\n\xE9</a>"),
            "malformed XML: byte 0xE9, which is not valid UTF-8 at 2:1"
        );
        assert!(
            error(b"<?xml version='1.0' encoding='us-ascii'?><a>\xE9</a>")
                .contains("not valid us-ascii at 1:45")
        );
        assert!(
            error(b"<?xml version='1.0' encoding='UTF-16'?><a/>").contains("not that of the bytes")
        );
        assert!(
            error(b"\xEF\xBB\xBF<?xml version='1.0' encoding='windows-1252'?><a/>")
                .contains("bytes are UTF-8")
        );
        assert!(
            error(b"<?xml version='1.0' encoding='x-none'?><a/>").contains("encoding `x-none`")
        );
        assert!(error(b"<?xml version='1.0' encoding='utf-7'?><a/>").contains("encoding `utf-7`"));
        assert!(
            error(b"<?xml version='1.0' encoding='Shift_JIS'?><a>\x93\xff</a>")
                .contains("byte 0x93")
        );
        assert!(error(&[0xFF, 0xFE, b'<', 0, 0]).contains("not valid UTF-16LE"));
    }
}
