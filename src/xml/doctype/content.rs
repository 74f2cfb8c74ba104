//! The grammar of content models. What they demand is for validators; here they only must be well-formed.

use super::cursor::Cursor;
use crate::xml::fault::Step;

impl Cursor<'_> {
    /// A content model: `EMPTY`, `ANY`, `(#PCDATA | em)*`, `(title?, (p | list)+)`.
    pub(super) fn content_model(&mut self) -> Step<()> {
        if self.eat("EMPTY") || self.eat("ANY") {
            return Ok(());
        }
        self.expect("(")?;
        self.skip_space();
        if self.eat("#PCDATA") {
            self.mixed()
        } else {
            self.children()
        }
    }

    fn mixed(&mut self) -> Step<()> {
        let mut has_names = false;
        loop {
            self.skip_space();
            if self.eat(")") {
                break;
            }
            self.expect("|")?;
            self.skip_space();
            self.name()?;
            has_names = true;
        }
        if has_names {
            self.expect("*")
        } else {
            self.eat("*");
            Ok(())
        }
    }

    /// The rest of a group that is open, with all groups in it.
    fn children(&mut self) -> Step<()> {
        // The separator of each open group, once it is known.
        let mut open: Vec<Option<&str>> = vec![None];
        while !open.is_empty() {
            self.skip_space();
            if self.eat("(") {
                open.push(None);
                continue;
            }
            self.name()?;
            self.occurrence();
            while let Some(separator) = open.last_mut() {
                self.skip_space();
                if self.eat(")") {
                    self.occurrence();
                    open.pop();
                    continue;
                }
                let found = if self.rest().starts_with('|') {
                    "|"
                } else {
                    ","
                };
                self.expect(separator.get_or_insert(found))?;
                break;
            }
        }
        Ok(())
    }

    fn occurrence(&mut self) {
        let _ = self.eat("?") || self.eat("*") || self.eat("+");
    }
}
