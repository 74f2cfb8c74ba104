//! The index of a file: cross-reference tables and streams, from the newest to the oldest.

use std::collections::{BTreeMap, BTreeSet};

use super::file::{Entry, File, malformed};
use super::lexer::{Lexer, Token};
use super::object::{Dict, Id, Object};
use super::parse::{self, Next};
use crate::error::{Error, Result};

/// The entries, newest first wins, and the newest trailer.
type Index = (BTreeMap<Id, Entry>, Dict);

/// Reads the chain of indices that `startxref` begins.
pub(super) fn read(file: &File<'_>) -> Result<Index> {
    let mut entries = BTreeMap::new();
    let mut trailer: Option<Dict> = None;
    let mut seen = BTreeSet::new();
    let mut next = vec![start(file.bytes())?];
    while let Some(at) = next.pop() {
        if !seen.insert(at) {
            return Err(malformed(at, "the cross-reference tables go in a circle"));
        }
        let section = section(file, at, &mut entries)?;
        let older = |key| section.get(key).and_then(Object::size);
        // The table's own stream comes before the older table.
        next.extend(older("Prev"));
        next.extend(older("XRefStm"));
        trailer.get_or_insert(section);
        if entries.len() > file.limits().objects {
            return Err(Error::limit("objects", file.limits().objects as u64));
        }
    }
    let trailer = trailer.unwrap_or_default();
    let entries = entries
        .into_iter()
        .filter_map(|(id, entry)| Some((id, entry?)))
        .collect();
    Ok((entries, trailer))
}

/// The place that `startxref` names.
fn start(bytes: &[u8]) -> Result<usize> {
    const KEYWORD: &[u8] = b"startxref";
    let from = bytes.len().saturating_sub(4_096);
    let tail = bytes.get(from..).unwrap_or_default();
    let at = tail
        .windows(KEYWORD.len())
        .rposition(|window| window == KEYWORD)
        .ok_or_else(|| malformed(bytes.len(), "no startxref at the end: the file is cut off"))?;
    let mut lexer = Lexer::new(bytes, from + at + KEYWORD.len());
    match lexer.token() {
        Some(Token::Int(place)) => usize::try_from(place).ok(),
        _ => None,
    }
    .filter(|place| *place < bytes.len())
    .ok_or_else(|| malformed(from + at, "startxref names no place in the file"))
}

/// Free entries are remembered as none, so that an older entry does not bring the object back.
type Entries = BTreeMap<Id, Option<Entry>>;

/// One table or stream; the result is its trailer.
fn section(file: &File<'_>, at: usize, entries: &mut Entries) -> Result<Dict> {
    let mut lexer = Lexer::new(file.bytes(), at);
    if lexer.token() == Some(Token::Word(b"xref")) {
        return table(&mut lexer, entries, file.limits().objects);
    }
    let object = file.at(at, None)?;
    let dict = object
        .dict()
        .filter(|dict| dict.get("Type").and_then(Object::name) == Some("XRef"))
        .ok_or_else(|| malformed(at, "no cross-reference table here"))?
        .clone();
    let data = file.data(&object)?;
    stream(&dict, &data, entries)
        .ok_or_else(|| malformed(at, "the cross-reference stream is damaged"))?;
    Ok(dict)
}

fn table(lexer: &mut Lexer<'_>, entries: &mut Entries, most: usize) -> Result<Dict> {
    loop {
        let at = lexer.at();
        match (lexer.token(), at) {
            (Some(Token::Word(b"trailer")), _) => break,
            (Some(Token::Int(first)), at) => {
                let wrong = || malformed(at, "the cross-reference table is damaged");
                let Some(Token::Int(count)) = lexer.token() else {
                    return Err(wrong());
                };
                for number in first..first.saturating_add(count) {
                    let (Some(Token::Int(place)), Some(Token::Int(_)), Some(Token::Word(kind))) =
                        (lexer.token(), lexer.token(), lexer.token())
                    else {
                        return Err(wrong());
                    };
                    let id = Id::try_from(number).map_err(|_| wrong())?;
                    let entry = usize::try_from(place)
                        .ok()
                        .filter(|_| kind == b"n")
                        .map(Entry::At);
                    entries.entry(id).or_insert(entry);
                    if entries.len() > most {
                        return Err(Error::limit("objects", most as u64));
                    }
                }
            }
            (_, at) => return Err(malformed(at, "the cross-reference table is damaged")),
        }
    }
    match parse::next(lexer, true) {
        Ok(Next::Object(Object::Dict(trailer))) => Ok(trailer),
        _ => Err(malformed(lexer.at(), "the trailer is no dictionary")),
    }
}

/// The entries of a cross-reference stream; none when its fields do not fit.
fn stream(dict: &Dict, data: &[u8], entries: &mut Entries) -> Option<()> {
    let widths: Vec<usize> = dict
        .get("W")?
        .array()?
        .iter()
        .map(Object::size)
        .collect::<Option<_>>()?;
    let &[kind, second, third] = widths.as_slice() else {
        return None;
    };
    if kind > 8 || second > 8 || third > 8 || kind + second + third == 0 {
        return None;
    }
    let whole = [Object::Int(0), dict.get("Size")?.clone()];
    let sections = dict
        .get("Index")
        .map_or(Some(whole.as_slice()), Object::array)?;
    let mut rows = data.chunks_exact(kind + second + third);
    for pair in sections.chunks(2) {
        let [first, count] = pair else { return None };
        let first = Id::try_from(first.int()?).ok()?;
        // As many as there are data for, whatever the count says.
        for (number, row) in (first..).zip(rows.by_ref().take(count.size()?)) {
            let (head, tail) = row.split_at(kind);
            let place = field(tail.get(..second)?);
            let entry = match if kind == 0 { 1 } else { field(head) } {
                1 => usize::try_from(place).ok().map(Entry::At),
                2 => Id::try_from(place).ok().map(Entry::In),
                _ => None,
            };
            entries.entry(number).or_insert(entry);
        }
    }
    Some(())
}

fn field(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0, |value, byte| (value << 8) | u64::from(*byte))
}
