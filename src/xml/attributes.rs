//! The attributes of a tag as they stand in it.

use super::chars;
use super::fault::{Fault, Step};

/// An attribute as it stands in a tag: references not resolved, white space not normalised.
#[derive(Debug, Clone, Copy)]
pub(super) struct Raw<'t> {
    pub(super) name: &'t str,
    pub(super) value: &'t str,
    /// Where the name begins.
    pub(super) at: usize,
    /// Where the value begins, behind its quotation mark.
    pub(super) value_at: usize,
}

/// The attributes in a tag, one after another.
#[derive(Debug, Clone)]
pub(super) struct Attributes<'t> {
    rest: &'t str,
    at: usize,
}

impl<'t> Attributes<'t> {
    /// What follows the name in a tag, and where that begins.
    pub(super) fn new(rest: &'t str, at: usize) -> Self {
        Self { rest, at }
    }

    /// The next one.
    pub(super) fn next(&mut self) -> Step<Option<Raw<'t>>> {
        let spaced = self.skip_space();
        if self.rest.is_empty() {
            return Ok(None);
        }
        if !spaced {
            return Err(self.fault("no white space between attributes"));
        }
        let at = self.at;
        let name = self.take_until(|b| b == b'=' || chars::is_space(b));
        self.skip_space();
        if !self.rest.starts_with('=') {
            return Err(Fault::malformed(
                at,
                format!("attribute `{name}` without a value"),
            ));
        }
        self.take(1);
        self.skip_space();
        let Some(&quote @ (b'"' | b'\'')) = self.rest.as_bytes().first() else {
            return Err(self.fault(format!(
                "value of attribute `{name}` without quotation marks"
            )));
        };
        self.take(1);
        let value_at = self.at;
        let value = self.take_until(|b| b == quote);
        if self.take(1).is_empty() {
            return Err(Fault::malformed(
                at,
                format!("value of attribute `{name}` not closed"),
            ));
        }
        Ok(Some(Raw {
            name,
            value,
            at,
            value_at,
        }))
    }

    fn skip_space(&mut self) -> bool {
        !self.take_until(|b| !chars::is_space(b)).is_empty()
    }

    /// Takes what stands before the first byte of a kind; that kind is one of ASCII characters.
    fn take_until(&mut self, is_end: impl Fn(u8) -> bool) -> &'t str {
        let end = self.rest.bytes().position(is_end);
        self.take(end.unwrap_or(self.rest.len()))
    }

    /// Takes that many bytes; the places asked for are those of ASCII characters.
    fn take(&mut self, bytes: usize) -> &'t str {
        let (taken, rest) = self.rest.split_at_checked(bytes).unwrap_or((self.rest, ""));
        self.rest = rest;
        self.at += taken.len();
        taken
    }

    fn fault(&self, detail: impl Into<String>) -> Fault {
        Fault::malformed(self.at, detail)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(tag: &str) -> Step<Vec<Raw<'_>>> {
        let mut attributes = Attributes::new(tag, 10);
        let mut found = Vec::new();
        while let Some(raw) = attributes.next()? {
            found.push(raw);
        }
        Ok(found)
    }

    #[test]
    fn values_and_places() {
        let found = all(" a='1\"' \n b = \"\" ").unwrap();
        let seen: Vec<_> = found
            .iter()
            .map(|r| (r.name, r.value, r.at, r.value_at))
            .collect();
        assert_eq!(seen, [("a", "1\"", 11, 14), ("b", "", 20, 25)]);
        assert!(all("  ").unwrap().is_empty());
    }

    #[test]
    fn faults_stand_where_they_are() {
        for (tag, at) in [
            ("a='1'", 10),
            (" a='1'b='2'", 16),
            (" a", 11),
            (" a=1", 13),
            (" a='1", 11),
            (" a= b='1'", 14),
        ] {
            assert_eq!(all(tag).unwrap_err().at, at, "{tag}");
        }
    }
}
