//! A place in a document type declaration, and the words of its grammar.

use crate::xml::chars::{self, line_ends};
use crate::xml::fault::{Fault, Step};
use crate::xml::value::split_name;

/// The identifiers of something outside the document: public and system.
pub(super) type ExternalId = (Option<String>, Option<String>);

/// What is still to be read, and where it begins.
#[derive(Debug)]
pub(super) struct Cursor<'t> {
    rest: &'t str,
    at: usize,
}

impl<'t> Cursor<'t> {
    pub(super) fn new(rest: &'t str, at: usize) -> Self {
        Self { rest, at }
    }

    pub(super) fn at(&self) -> usize {
        self.at
    }

    pub(super) fn rest(&self) -> &'t str {
        self.rest
    }

    pub(super) fn fault(&self, detail: impl Into<String>) -> Fault {
        Fault::malformed(self.at, detail)
    }

    /// Skips white space; true when there was some.
    pub(super) fn skip_space(&mut self) -> bool {
        let skipped = self.rest.len() - chars::trim_start(self.rest).len();
        self.take(skipped);
        skipped > 0
    }

    /// White space that must be there.
    pub(super) fn space(&mut self) -> Step<()> {
        if self.skip_space() {
            Ok(())
        } else {
            Err(self.fault("no white space, where some was expected"))
        }
    }

    /// Takes the word when it stands here.
    pub(super) fn eat(&mut self, word: &str) -> bool {
        let found = self.rest.starts_with(word);
        if found {
            self.take(word.len());
        }
        found
    }

    /// The word that must stand here.
    pub(super) fn expect(&mut self, word: &str) -> Step<()> {
        if self.eat(word) {
            Ok(())
        } else {
            Err(self.fault(format!(
                "document type declaration without `{word}`, where it was expected"
            )))
        }
    }

    /// What stands before the word, which is taken too.
    pub(super) fn until(&mut self, word: &str) -> Step<&'t str> {
        let Some(end) = self.rest.find(word) else {
            return Err(self.fault(format!("declaration that is not closed with `{word}`")));
        };
        let taken = self.take(end);
        self.take(word.len());
        Ok(taken)
    }

    /// A name.
    pub(super) fn name(&mut self) -> Step<&'t str> {
        let at = self.at;
        let name = self.token();
        if chars::is_name(name) {
            Ok(name)
        } else {
            Err(Fault::malformed(at, "no name, where one was expected"))
        }
    }

    /// A name without a colon.
    pub(super) fn ncname(&mut self) -> Step<&'t str> {
        let at = self.at;
        let name = self.name()?;
        if chars::is_ncname(name) {
            Ok(name)
        } else {
            Err(Fault::malformed(
                at,
                format!("name `{name}` with a colon, where none may be"),
            ))
        }
    }

    /// A name with at most one colon, inside of it.
    pub(super) fn qname(&mut self) -> Step<&'t str> {
        let at = self.at;
        let name = self.name()?;
        split_name(name, name.len(), at).map(|_| name)
    }

    fn token(&mut self) -> &'t str {
        let ends = |c: char| {
            c.is_ascii() && !c.is_ascii_alphanumeric() && !matches!(c, '.' | '-' | '_' | ':')
        };
        let end = self.rest.find(ends).unwrap_or(self.rest.len());
        self.take(end)
    }

    /// Text in quotation marks, without them.
    pub(super) fn literal(&mut self) -> Step<&'t str> {
        for quote in ["\"", "'"] {
            if self.eat(quote) {
                return self.until(quote);
            }
        }
        Err(self.fault("no text in quotation marks, where some was expected"))
    }

    /// `SYSTEM "…"` or `PUBLIC "…" "…"`, when it stands here.
    pub(super) fn external_id(&mut self) -> Step<Option<ExternalId>> {
        if self.eat("SYSTEM") {
            self.space()?;
            return Ok(Some((None, Some(line_ends(self.literal()?).into_owned()))));
        }
        if self.eat("PUBLIC") {
            self.space()?;
            let public = self.public_literal()?;
            self.space()?;
            return Ok(Some((
                Some(public),
                Some(line_ends(self.literal()?).into_owned()),
            )));
        }
        Ok(None)
    }

    /// The identifiers of a notation, which may have a public one alone.
    pub(super) fn notation_id(&mut self) -> Step<()> {
        if self.eat("PUBLIC") {
            self.space()?;
            self.public_literal()?;
            if self.skip_space() && self.rest.starts_with(['"', '\'']) {
                self.literal()?;
            }
            return Ok(());
        }
        match self.external_id()? {
            Some(_) => Ok(()),
            None => Err(self.fault("no `SYSTEM` or `PUBLIC`, where one was expected")),
        }
    }

    fn public_literal(&mut self) -> Step<String> {
        let at = self.at;
        let public = self.literal()?;
        match public.find(|c| !chars::is_public_id(c)) {
            Some(i) => Err(Fault::malformed(
                at + 1 + i,
                "character that a public identifier cannot have",
            )),
            None => Ok(line_ends(public).into_owned()),
        }
    }

    /// The type of an attribute: whether it is one of tokens. What else the types mean is for validators.
    pub(super) fn attribute_type(&mut self) -> Step<bool> {
        let at = self.at;
        let mut is_notation = false;
        if !self.rest.starts_with('(') {
            let name = self.token();
            match name {
                "CDATA" => return Ok(false),
                "ID" | "IDREF" | "IDREFS" | "ENTITY" | "ENTITIES" | "NMTOKEN" | "NMTOKENS" => {
                    return Ok(true);
                }
                "NOTATION" => {
                    self.space()?;
                    is_notation = true;
                }
                _ => {
                    return Err(Fault::malformed(
                        at,
                        "no type of an attribute, where one was expected",
                    ));
                }
            }
        }
        self.expect("(")?;
        loop {
            self.skip_space();
            if is_notation {
                self.ncname()?;
            } else if self.token().is_empty() {
                return Err(self.fault("no value in an enumeration, where one was expected"));
            }
            self.skip_space();
            if self.eat(")") {
                return Ok(true);
            }
            self.expect("|")?;
        }
    }

    /// The default value of an attribute, when it has one, and where that begins.
    pub(super) fn default_value(&mut self) -> Step<Option<(&'t str, usize)>> {
        if self.eat("#REQUIRED") || self.eat("#IMPLIED") {
            return Ok(None);
        }
        if self.eat("#FIXED") {
            self.space()?;
        }
        let at = self.at + 1;
        self.literal().map(|value| Some((value, at)))
    }

    /// Takes that many bytes; the places asked for are those of ASCII characters.
    fn take(&mut self, bytes: usize) -> &'t str {
        let (taken, rest) = self.rest.split_at_checked(bytes).unwrap_or((self.rest, ""));
        self.rest = rest;
        self.at += taken.len();
        taken
    }
}
