//! References to characters and entities, and what they may cost.

use std::sync::Arc;

use super::chars;
use super::doctype::Declared;
use super::entities::{Entities, predefined};
use super::fault::{Fault, Step};
use crate::error::Error;

/// How deep entities may stand in one another.
const NESTED: usize = 20;
/// How many times its own size a document may grow to by its entities …
const AMPLIFICATION: usize = 100;
/// … when that is more than this.
const ALWAYS_ALLOWED: usize = 64 << 10;

/// What a reference stands for.
#[derive(Debug)]
pub(super) enum Meaning {
    /// One character.
    Char(char),
    /// Text that is never looked at again: the value of an entity of the built-in table.
    Text(&'static str),
    /// The replacement text of an entity of the internal subset, which may hold markup.
    Replacement(Arc<str>),
    /// A name of the built-in table in a document that declares it nowhere.
    Undeclared(&'static str),
}

/// What the name between `&` and `;` stands for.
pub(super) fn resolve(
    name: &str,
    declared: Option<&Declared>,
    table: Entities,
    at: usize,
) -> Step<Meaning> {
    if let Some(number) = name.strip_prefix('#') {
        return character(number, at).map(Meaning::Char);
    }
    if let Some(c) = predefined(name) {
        return Ok(Meaning::Char(c));
    }
    if !chars::is_name(name) {
        return Err(Fault::malformed(
            at,
            "`&` that begins no reference; a literal one is written `&amp;`",
        ));
    }
    match declared.and_then(|d| d.entity(name)) {
        Some(Some(text)) => Ok(Meaning::Replacement(Arc::clone(text))),
        Some(None) => Err(Fault::new(
            at,
            Error::unsupported(format!("external entity `{name}`")),
        )),
        None => match table.get(name) {
            Some(text) if declared.is_some_and(Declared::is_external) => Ok(Meaning::Text(text)),
            Some(text) => Ok(Meaning::Undeclared(text)),
            None => Err(undeclared(name, at)),
        },
    }
}

/// The error for an entity that nothing declares.
pub(super) fn undeclared(name: &str, at: usize) -> Fault {
    Fault::malformed(at, format!("entity `{name}`, which is not declared"))
}

/// The character of a reference such as `&#233;`, from what stands between `#` and `;`.
pub(super) fn character(number: &str, at: usize) -> Step<char> {
    let (digits, radix) = match number.strip_prefix('x') {
        Some(digits) => (digits, 16),
        None => (number, 10),
    };
    if digits.is_empty() || !digits.chars().all(|c| c.is_digit(radix)) {
        return Err(Fault::malformed(
            at,
            format!("reference `&#{number};`, which is no number"),
        ));
    }
    u32::from_str_radix(digits, radix)
        .ok()
        .and_then(char::from_u32)
        .filter(|&c| chars::is_char(c))
        .ok_or_else(|| {
            Fault::malformed(
                at,
                format!("reference `&#{number};` to a character that XML does not allow"),
            )
        })
}

/// What expanding entities has cost so far, and which are being expanded.
#[derive(Debug)]
pub(super) struct Expansion {
    spent: usize,
    /// How much of the document has come in.
    input: usize,
    /// The most that any document may spend.
    most: usize,
    /// The entities being expanded, outermost first, and where the references to them stand.
    open: Vec<(String, usize)>,
}

impl Expansion {
    /// No cost so far, and a ceiling for documents of any size.
    pub(super) fn new(most: usize) -> Self {
        Self {
            spent: 0,
            input: 0,
            most,
            open: Vec::new(),
        }
    }

    /// Counts what has come in: the more there is, the more may be spent.
    pub(super) fn came_in(&mut self, bytes: usize) {
        self.input = self.input.saturating_add(bytes);
    }

    /// Begins the account of another document.
    pub(super) fn reset(&mut self) {
        (self.spent, self.input) = (0, 0);
    }

    /// True when the text at hand is that of an entity.
    pub(super) fn is_inside(&self) -> bool {
        !self.open.is_empty()
    }

    /// Where the reference stands in the document whose expansion is at hand.
    pub(super) fn at(&self) -> Option<usize> {
        self.open.first().map(|(_, at)| *at)
    }

    /// Begins to expand an entity.
    pub(super) fn enter(&mut self, name: &str, text: &str, at: usize) -> Step<()> {
        if self.open.iter().any(|(open, _)| open == name) {
            return Err(Fault::malformed(
                at,
                format!("entity `{name}` that contains itself"),
            ));
        }
        // Empty ones cost something too: there may be very many.
        self.spend(text.len().saturating_add(name.len()), at)?;
        if self.open.len() >= NESTED {
            return Err(self.passed(at));
        }
        self.open.push((name.to_owned(), at));
        Ok(())
    }

    /// Counts bytes that the document holds beyond those written in it.
    pub(super) fn spend(&mut self, bytes: usize, at: usize) -> Step<()> {
        self.spent = self.spent.saturating_add(bytes);
        if self.spent > self.ceiling() {
            return Err(self.passed(at));
        }
        Ok(())
    }

    /// Ends what was entered last.
    pub(super) fn leave(&mut self) {
        self.open.pop();
    }

    fn ceiling(&self) -> usize {
        let grown = self.input.saturating_mul(AMPLIFICATION);
        self.most.min(grown.max(ALWAYS_ALLOWED))
    }

    fn passed(&self, at: usize) -> Fault {
        Fault::new(at, Error::limit("entity_bytes", self.ceiling() as u64))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_by_number() {
        for (number, c) in [
            ("233", 'é'),
            ("xE9", 'é'),
            ("xe9", 'é'),
            ("x10FFFF", '\u{10FFFF}'),
            ("9", '\t'),
            ("00065", 'A'),
        ] {
            assert_eq!(character(number, 0).unwrap(), c);
        }
        for number in [
            "",
            "x",
            "X41",
            "+65",
            "-1",
            "0",
            "1",
            "xFFFE",
            "xD800",
            "x110000",
            "99999999999",
            "6 5",
            "e",
        ] {
            assert!(character(number, 0).is_err(), "{number}");
        }
    }
}
