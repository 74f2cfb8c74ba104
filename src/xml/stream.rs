//! The documents of an input, one after another, whether the input is at hand or still comes in.

use std::borrow::Cow;
use std::io::{Empty, Read};

use super::encoding::{self, Decoder};
use super::fault::{Fault, Source, Start, Step};
use super::read::{ReadOptions, Reader};
use super::{Parsed, chars};
use crate::error::{Error, Result};
use crate::report::{Finding, Location};

/// How many bytes are asked for at a time, at least.
const PIECE: usize = 64 << 10;

/// The documents of an input: those that its root wraps, and then the root itself, of which no more is kept when it is a
/// wrapper. Without wrapped documents it is one, the root.
///
/// Of an input that comes in, no more is in memory than the document at hand, and the text that is being looked at.
pub(crate) struct Documents<'t, R = Empty> {
    reader: Reader,
    text: Cow<'t, str>,
    /// How much of the text is read.
    read: usize,
    /// Where the rest of the text begins in the input.
    start: Start,
    incoming: Option<Incoming<R>>,
    root_location: Location,
    repaired: Vec<Finding>,
    is_done: bool,
}

impl<'t> Documents<'t> {
    /// The documents of bytes, in the encoding that their byte order mark or declaration names, else UTF-8.
    ///
    /// # Errors
    /// When the bytes are too many, or are not of their encoding.
    pub(crate) fn of_slice(bytes: &'t [u8], options: ReadOptions) -> Result<Self> {
        check_size(bytes.len() as u64, &options)?;
        let (text, start) = encoding::decode(bytes)?;
        Self::of_text(text, start, options)
    }

    /// The documents of text, whatever encoding it declares.
    ///
    /// # Errors
    /// When the text is too long.
    pub(crate) fn of_str(text: &'t str, options: ReadOptions) -> Result<Self> {
        check_size(text.len() as u64, &options)?;
        let body = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        let start = Start::new(encoding_rs::UTF_8, text.len() - body.len());
        Self::of_text(Cow::Borrowed(body), start, options)
    }

    fn of_text(text: Cow<'t, str>, start: Start, options: ReadOptions) -> Result<Self> {
        let mut documents = Self::new(text, start, options, None);
        documents.come_in(0, true)?;
        Ok(documents)
    }
}

impl<R: Read> Documents<'static, R> {
    /// The documents of a reader. The size of the input is bounded for each document, with what stands before it.
    pub(crate) fn of_reader(reader: R, options: ReadOptions) -> Self {
        Self::in_pieces(reader, PIECE, options)
    }

    /// The same, for which so many bytes are asked for at a time.
    fn in_pieces(reader: R, piece: usize, options: ReadOptions) -> Self {
        let incoming = Incoming {
            reader,
            piece,
            bytes: Vec::new(),
            decoder: None,
            size: 0,
            has_ended: false,
        };
        Self::new(
            Cow::Borrowed(""),
            Start::new(encoding_rs::UTF_8, 0),
            options,
            Some(incoming),
        )
    }
}

impl<'t, R: Read> Documents<'t, R> {
    fn new(
        text: Cow<'t, str>,
        start: Start,
        options: ReadOptions,
        incoming: Option<Incoming<R>>,
    ) -> Self {
        Self {
            reader: Reader::new(options),
            text,
            read: 0,
            start,
            incoming,
            root_location: Location::new(),
            repaired: Vec::new(),
            is_done: false,
        }
    }

    /// The next document; none behind the root, and none behind an error.
    ///
    /// # Errors
    /// Everything that is not well-formed, with line, column, byte and path; ceilings passed; external entities.
    pub(crate) fn next(&mut self) -> Result<Option<Parsed>> {
        if self.is_done {
            return Ok(None);
        }
        let parsed = self.advance();
        self.is_done = !matches!(&parsed, Ok(parsed) if parsed.wrapper.is_some());
        parsed.map(Some)
    }

    /// The root.
    ///
    /// # Errors
    /// As [`Documents::next`].
    pub(crate) fn last(mut self) -> Result<Parsed> {
        loop {
            let parsed = self.advance()?;
            if parsed.wrapper.is_none() {
                return Ok(parsed);
            }
        }
    }

    fn advance(&mut self) -> Result<Parsed> {
        loop {
            if let Some(parsed) = self.reader.ready() {
                return Ok(self.complete(parsed));
            }
            let is_last = self
                .incoming
                .as_ref()
                .is_none_or(|incoming| incoming.has_ended);
            let text = self.text.get(self.read..).unwrap_or_default();
            let read = self.reader.feed(text, is_last);
            let read = self.settle(read)?;
            if is_last && !self.reader.is_ready() {
                let parsed = self.reader.finish(read);
                let parsed = self.settle(parsed)?;
                return Ok(self.complete(parsed));
            }
            let passed = self.rest().get(..read).unwrap_or_default();
            self.start = self.start.behind(passed);
            self.read += read;
            if !is_last && !self.reader.is_ready() {
                self.more()?;
            }
        }
    }

    fn rest(&self) -> &str {
        self.text.get(self.read..).unwrap_or_default()
    }

    /// Gives what was found in the rest of the text its place.
    fn settle<T>(&mut self, step: Step<T>) -> Result<T> {
        let mut source = Source {
            text: self.text.get(self.read..).unwrap_or_default(),
            start: self.start,
        };
        if let Some(at) = self.reader.root_at.take() {
            self.root_location = source.location(at);
        }
        let mut passed = 0;
        for (at, mut finding) in self.reader.repaired.drain(..) {
            source = source.from(at - passed);
            passed = at;
            let mut location = source.location(0);
            location.path = finding.location.path.take();
            self.repaired.push(finding.at(location));
        }
        step.map_err(|Fault { at, error }| {
            let location = source.location(at.saturating_sub(passed));
            error.at(match self.reader.nest.path() {
                Some(path) => location.path(path),
                None => location,
            })
        })
    }

    fn complete(&mut self, parsed: Parsed) -> Parsed {
        if let Some(incoming) = &mut self.incoming {
            incoming.size = 0;
        }
        Parsed {
            root_location: self.root_location.clone(),
            repaired: std::mem::take(&mut self.repaired),
            ..parsed
        }
    }

    /// Brings in more text.
    fn more(&mut self) -> Result<()> {
        let Some(incoming) = &mut self.incoming else {
            return Ok(());
        };
        let text = self.text.to_mut();
        text.drain(..self.read);
        self.read = 0;
        let (from, options) = (text.len(), &self.reader.options);
        if from > options.limits.text_bytes {
            let limit = Error::limit("text_bytes", options.limits.text_bytes as u64);
            return Err(limit.at(Source {
                text,
                start: self.start,
            }
            .location(0)));
        }
        // As much as there is already, so that what is long is not looked at again and again.
        let is_first = incoming.decoder.is_none();
        let decoded = incoming.decode(text, from, &mut self.start)?;
        if let Err(wrong) = decoded {
            return Err(wrong.at(Source {
                text,
                start: self.start,
            }));
        }
        check_size(incoming.size, options)?;
        self.come_in(from, is_first)
    }

    /// Checks text that has come in.
    fn come_in(&mut self, from: usize, is_first: bool) -> Result<()> {
        let (text, start) = (&*self.text, self.start);
        let new = text.get(from..).unwrap_or_default();
        self.reader.expansion.came_in(new.len());
        let fault = |at, detail: String| {
            Err(Error::malformed("XML", detail).at(Source { text, start }.location(at)))
        };
        if let Some((at, c)) = chars::find_illegal(new) {
            return fault(
                from + at,
                format!("character U+{:04X}, which XML does not allow", u32::from(c)),
            );
        }
        if is_first && new.starts_with('\u{FEFF}') {
            return fault(0, "second byte order mark".to_owned());
        }
        Ok(())
    }
}

/// An input that comes in.
struct Incoming<R> {
    reader: R,
    /// How many bytes are asked for at a time, at least.
    piece: usize,
    /// The bytes that came in last.
    bytes: Vec<u8>,
    decoder: Option<Decoder>,
    /// How many bytes came in since the last document.
    size: u64,
    has_ended: bool,
}

impl<R: Read> Incoming<R> {
    /// Adds the text of so many bytes, or of the usual number of them when that is more.
    fn decode(
        &mut self,
        text: &mut String,
        wanted: usize,
        start: &mut Start,
    ) -> Result<Result<(), encoding::Wrong>> {
        let least = if self.decoder.is_none() {
            encoding::HEAD
        } else {
            0
        };
        let wanted = wanted.max(self.piece).max(least);
        self.bytes.clear();
        let read = (&mut self.reader)
            .take(wanted as u64)
            .read_to_end(&mut self.bytes)?;
        self.has_ended = read < wanted;
        self.size += read as u64;
        let (decoder, mark) = match &mut self.decoder {
            Some(decoder) => (decoder, 0),
            none => {
                let decoder = none.insert(Decoder::of(&self.bytes)?);
                *start = decoder.start();
                let mark = decoder.mark;
                (decoder, mark)
            }
        };
        Ok(decoder.decode(
            self.bytes.get(mark..).unwrap_or_default(),
            self.has_ended,
            text,
        ))
    }
}

fn check_size(bytes: u64, options: &ReadOptions) -> Result<()> {
    let limit = options.limits.input_bytes;
    if bytes > limit {
        Err(Error::limit("input_bytes", limit))
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests;
