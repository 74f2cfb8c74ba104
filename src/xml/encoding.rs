//! From bytes to text: byte order marks, declared encodings, and no guess beyond them.

#[cfg(test)]
mod tests;

use std::borrow::Cow;

use encoding_rs::{DecoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::chars::is_space;
use super::fault::{Source, Start};
use crate::error::{Error, Result};
use crate::report::Location;

/// How many bytes at the start of an input tell how it is encoded.
pub(super) const HEAD: usize = 1024;

/// Decodes a document by its byte order mark, else its declaration, else as UTF-8. What is UTF-8 already is not copied.
///
/// # Errors
/// When the encoding is not known, contradicts the mark, or when the bytes are not of it: no byte is ever guessed.
pub(super) fn decode(bytes: &[u8]) -> Result<(Cow<'_, str>, Start)> {
    let mut decoder = Decoder::of(bytes)?;
    let start = decoder.start();
    let body = bytes.get(decoder.mark..).unwrap_or_default();
    if decoder.is_utf8()
        && let Ok(text) = std::str::from_utf8(body)
    {
        return Ok((Cow::Borrowed(text), start));
    }
    let mut text = String::new();
    match decoder.decode(body, true, &mut text) {
        Ok(()) => {
            text.shrink_to_fit();
            Ok((Cow::Owned(text), start))
        }
        Err(wrong) => {
            let text = &*text;
            Err(wrong.at(Source { text, start }))
        }
    }
}

/// A decoder of one input.
pub(super) struct Decoder {
    kind: Kind,
    encoding: &'static Encoding,
    /// The encoding's name for messages.
    label: String,
    /// The length of the byte order mark, which is not to be decoded.
    pub(super) mark: usize,
    /// How many bytes went in, and the last of them.
    before: usize,
    tail: Vec<u8>,
}

enum Kind {
    Ascii,
    Latin1,
    Other(encoding_rs::Decoder),
}

/// A byte that is not of its encoding.
pub(super) struct Wrong {
    label: String,
    byte: u8,
    /// How many bytes stand before it, without the mark.
    before: usize,
}

impl Wrong {
    /// The error; the source is what was decoded before the byte.
    pub(super) fn at(self, decoded: Source<'_>) -> Error {
        let Self {
            label,
            byte,
            before,
        } = self;
        let mark = decoded.start.mark;
        let start = (mark + before) as u64;
        let place = decoded.location(decoded.text.len()).bytes(start, start + 1);
        Error::malformed(
            "XML",
            format!("byte 0x{byte:02X}, which is not valid {label}"),
        )
        .at(place)
    }
}

impl Decoder {
    /// The decoder for an input that begins with these bytes.
    ///
    /// # Errors
    /// When the encoding is not known, or contradicts the byte order mark.
    pub(super) fn of(bytes: &[u8]) -> Result<Self> {
        let head = bytes.get(..HEAD).unwrap_or(bytes);
        let (marked, mark) = mark(head)?;
        let body = head.get(mark..).unwrap_or_default();
        let family = match marked {
            Some(marked) => marked,
            None => unmarked_utf16(body)?.unwrap_or(UTF_8),
        };
        let (text, _) = family.decode_without_bom_handling(body);
        let label = declared(&text);
        if marked.is_some() || family != UTF_8 {
            agree(label, family)?;
        }
        let (kind, encoding) = match label {
            Some(label) if family == UTF_8 => by_label(label)?,
            _ => (
                Kind::Other(family.new_decoder_without_bom_handling()),
                family,
            ),
        };
        let label =
            label.filter(|_| encoding != UTF_8 && family == UTF_8 || matches!(kind, Kind::Ascii));
        Ok(Self {
            label: label.unwrap_or(encoding.name()).to_owned(),
            kind,
            encoding,
            mark,
            before: 0,
            tail: Vec::new(),
        })
    }

    /// Where the text begins.
    pub(super) fn start(&self) -> Start {
        Start::new(self.encoding, self.mark)
    }

    fn is_utf8(&self) -> bool {
        self.encoding == UTF_8 && matches!(self.kind, Kind::Other(_))
    }

    /// Adds the text of some bytes; a character that is cut at their end waits for more, unless they are the last.
    ///
    /// # Errors
    /// When the bytes are not of the encoding; the text before the first of those is added.
    pub(super) fn decode(
        &mut self,
        bytes: &[u8],
        is_last: bool,
        out: &mut String,
    ) -> Result<(), Wrong> {
        let wrong = match &mut self.kind {
            Kind::Latin1 => {
                out.push_str(&encoding_rs::mem::decode_latin1(bytes));
                None
            }
            Kind::Ascii => {
                let end = bytes.iter().position(|b| !b.is_ascii());
                let good = bytes.get(..end.unwrap_or(bytes.len())).unwrap_or_default();
                out.push_str(&encoding_rs::mem::decode_latin1(good));
                end.map(|end| (end, 0))
            }
            Kind::Other(decoder) => {
                let most = decoder.max_utf8_buffer_length_without_replacement(bytes.len());
                out.reserve(most.unwrap_or(bytes.len()));
                match decoder.decode_to_string_without_replacement(bytes, out, is_last) {
                    (DecoderResult::InputEmpty, _) => None,
                    (DecoderResult::OutputFull, read) => Some((read, 0)),
                    (DecoderResult::Malformed(bad, after), read) => {
                        Some((read, usize::from(bad) + usize::from(after)))
                    }
                }
            }
        };
        if let Some((read, back)) = wrong {
            return Err(self.wrong(bytes, read, back));
        }
        self.before += bytes.len();
        let kept = bytes.len().saturating_sub(8);
        bytes
            .get(kept..)
            .unwrap_or_default()
            .clone_into(&mut self.tail);
        Ok(())
    }

    /// The byte that stands `back` before the place up to which the bytes were read; it may be one of those before them.
    fn wrong(&self, bytes: &[u8], read: usize, back: usize) -> Wrong {
        let byte = match read.checked_sub(back) {
            Some(at) => bytes.get(at),
            None => self.tail.iter().rev().nth(back - read - 1),
        };
        Wrong {
            label: self.label.clone(),
            byte: byte.copied().unwrap_or_default(),
            before: (self.before + read).saturating_sub(back),
        }
    }
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

/// UTF-16 without a mark shows by the zero beside its first character, a `<` or white space.
///
/// # Errors
/// When it begins with another zero, as no text does.
fn unmarked_utf16(bytes: &[u8]) -> Result<Option<&'static Encoding>> {
    let is_start = |byte: &u8| *byte == b'<' || is_space(*byte);
    match bytes {
        [first, 0, 0, 0, ..] | [0, 0, 0, first, ..] if is_start(first) => Err(unknown("UTF-32")),
        [first, 0, ..] if is_start(first) => Ok(Some(UTF_16LE)),
        [0, first, ..] if is_start(first) => Ok(Some(UTF_16BE)),
        [0, ..] | [_, 0, ..] => {
            let detail = "a zero byte, and neither a byte order mark nor a `<` in UTF-16";
            let start = Location::new().line_column(1, 1).bytes(0, 2);
            Err(Error::malformed("XML", detail).at(start))
        }
        _ => Ok(None),
    }
}

/// The encoding that a label means in an input of the family of ASCII.
fn by_label(label: &str) -> Result<(Kind, &'static Encoding)> {
    let lower = label.to_ascii_lowercase();
    let known = Encoding::for_label_no_replacement(lower.as_bytes());
    // The web takes ASCII and Latin 1 for windows-1252; XML means what their names say.
    match lower.as_str() {
        "us-ascii" | "ascii" | "iso646-us" | "iso-646-us" | "ansi_x3.4-1968" => {
            return Ok((Kind::Ascii, UTF_8));
        }
        "latin-1" => return Ok((Kind::Latin1, WINDOWS_1252)),
        "windows-1252" | "cp1252" | "x-cp1252" => {}
        _ if known == Some(WINDOWS_1252) => return Ok((Kind::Latin1, WINDOWS_1252)),
        _ => {}
    }
    let encoding = known.ok_or_else(|| unknown(label))?;
    if encoding == UTF_16LE || encoding == UTF_16BE || encoding == encoding_rs::X_USER_DEFINED {
        let detail = format!("the declared encoding `{label}` is not that of the bytes");
        return Err(Error::malformed("XML", detail).at(Location::new().line_column(1, 1)));
    }
    Ok((
        Kind::Other(encoding.new_decoder_without_bom_handling()),
        encoding,
    ))
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
    // An instruction such as `<?xml-model …?>` may speak of the encoding of something else.
    declaration.bytes().next().filter(|&b| is_space(b))?;
    let rest = declaration
        .split_once("encoding")?
        .1
        .trim_start()
        .strip_prefix('=')?
        .trim_start();
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    rest.get(1..)?.split_once(quote).map(|(label, _)| label)
}
