//! The document type declaration: identifiers, and what an internal subset declares. Nothing external is ever opened.

mod cursor;

use std::rc::Rc;

use cursor::Cursor;

use super::chars::{self, line_ends};
use super::fault::{Fault, Step};
use crate::error::Error;
use crate::model::source::Doctype;

/// The most entities that an internal subset may declare.
const ENTITIES: usize = 10_000;

/// What a document type declaration says.
#[derive(Debug, Default)]
pub(super) struct Declared {
    pub(super) doctype: Doctype,
    /// General entities, by name; the first declaration of a name counts.
    pub(super) entities: Vec<Entity>,
    /// Values that attributes have when a tag does not give them.
    pub(super) defaults: Vec<DefaultValue>,
}

/// A general entity.
#[derive(Debug)]
pub(super) struct Entity {
    pub(super) name: String,
    /// Its replacement text; `None` when it stands outside the document.
    pub(super) text: Option<Rc<str>>,
}

/// The default value of an attribute.
#[derive(Debug)]
pub(super) struct DefaultValue {
    pub(super) element: String,
    pub(super) attribute: String,
    /// As it stands between its quotation marks.
    pub(super) value: String,
}

impl Declared {
    /// True when the document names declarations outside itself.
    pub(super) fn is_external(&self) -> bool {
        self.doctype.public.is_some() || self.doctype.system.is_some()
    }

    /// The entity of that name.
    pub(super) fn entity(&self, name: &str) -> Option<&Entity> {
        self.entities
            .binary_search_by(|e| e.name.as_str().cmp(name))
            .ok()
            .and_then(|i| self.entities.get(i))
    }

    /// Reads a declaration, from `<!DOCTYPE` to its `>`.
    pub(super) fn parse(markup: &str, at: usize) -> Step<Self> {
        let mut cursor = Cursor::new(markup, at);
        let mut declared = Self::default();
        cursor.expect("<!DOCTYPE")?;
        cursor.space()?;
        declared.doctype.name = cursor.name()?.to_owned();
        if cursor.skip_space() {
            (declared.doctype.public, declared.doctype.system) =
                cursor.external_id()?.unwrap_or_default();
            cursor.skip_space();
        }
        if cursor.eat("[") {
            while !cursor.eat("]") {
                declared.declaration(&mut cursor)?;
            }
            cursor.skip_space();
        }
        cursor.expect(">")?;
        if !cursor.rest().is_empty() {
            return Err(
                cursor.fault("document type declaration that does not end where it seems to")
            );
        }
        // Stable, so that the first of a name stays first.
        declared.entities.sort_by(|a, b| a.name.cmp(&b.name));
        declared
            .entities
            .dedup_by(|later, first| later.name == first.name);
        Ok(declared)
    }

    /// One declaration of an internal subset, or what may stand between.
    fn declaration(&mut self, cursor: &mut Cursor<'_>) -> Step<()> {
        if cursor.skip_space() {
            return Ok(());
        }
        let at = cursor.at();
        if cursor.eat("<!ENTITY") {
            self.entity_declaration(cursor)
        } else if cursor.eat("<!ATTLIST") {
            self.attribute_list(cursor)
        } else if cursor.eat("<!ELEMENT") {
            cursor.space()?;
            cursor.name()?;
            cursor.space()?;
            let content = cursor.until(">")?;
            if content.contains(['<', '"', '\'', '&', '%']) || content.is_empty() {
                return Err(Fault::malformed(at, "element declaration that is not one"));
            }
            Ok(())
        } else if cursor.eat("<!NOTATION") {
            cursor.space()?;
            cursor.name()?;
            cursor.space()?;
            cursor.notation_id()?;
            cursor.skip_space();
            cursor.expect(">")
        } else if cursor.eat("<!--") {
            let comment = cursor.until("-->")?;
            check_comment(comment, at)
        } else if cursor.eat("<?") {
            let instruction = cursor.until("?>")?;
            split_instruction(instruction, at).map(|_| ())
        } else if cursor.rest().starts_with('%') {
            Err(Fault::new(
                at,
                Error::unsupported("parameter entity in a document type declaration"),
            ))
        } else if cursor.rest().is_empty() {
            Err(cursor.fault("internal subset that is not closed with `]`"))
        } else {
            Err(cursor.fault("no declaration of a document type, where one was expected"))
        }
    }

    fn entity_declaration(&mut self, cursor: &mut Cursor<'_>) -> Step<()> {
        cursor.space()?;
        let is_parameter = cursor.eat("%");
        if is_parameter {
            cursor.space()?;
        }
        let at = cursor.at();
        let name = cursor.name()?.to_owned();
        if name.contains(':') {
            return Err(Fault::malformed(
                at,
                format!("entity name `{name}` with a colon"),
            ));
        }
        cursor.space()?;
        let text = if cursor.external_id()?.is_some() {
            if cursor.skip_space() && !is_parameter && cursor.eat("NDATA") {
                cursor.space()?;
                cursor.name()?;
            }
            None
        } else {
            let value_at = cursor.at();
            Some(replacement(cursor.literal()?, value_at + 1)?.into())
        };
        cursor.skip_space();
        cursor.expect(">")?;
        if !is_parameter {
            if self.entities.len() >= ENTITIES {
                return Err(Fault::new(
                    at,
                    Error::limit("entity_bytes", ENTITIES as u64),
                ));
            }
            self.entities.push(Entity { name, text });
        }
        Ok(())
    }

    fn attribute_list(&mut self, cursor: &mut Cursor<'_>) -> Step<()> {
        cursor.space()?;
        let element = cursor.name()?.to_owned();
        loop {
            let spaced = cursor.skip_space();
            if cursor.eat(">") {
                return Ok(());
            }
            if !spaced {
                return Err(cursor.fault("no white space before an attribute's declaration"));
            }
            let attribute = cursor.name()?.to_owned();
            cursor.space()?;
            cursor.attribute_type()?;
            cursor.space()?;
            if let Some(value) = cursor.default_value()? {
                let known = |d: &DefaultValue| d.element == element && d.attribute == attribute;
                if self.defaults.len() >= ENTITIES {
                    return Err(cursor.fault("more default values than any document needs"));
                }
                if !self.defaults.iter().any(known) {
                    let (element, value) = (element.clone(), value.to_owned());
                    self.defaults.push(DefaultValue {
                        element,
                        attribute,
                        value,
                    });
                }
            }
        }
    }
}

/// The replacement text of an entity: its value with references to characters resolved, and no others.
fn replacement(value: &str, at: usize) -> Step<String> {
    let mut text = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(i) = rest.find(['&', '%']) {
        let here = at + value.len() - rest.len() + i;
        let (before, from) = rest.split_at_checked(i).unwrap_or((rest, ""));
        text.push_str(&line_ends(before));
        let Some(reference) = from.strip_prefix('&') else {
            return Err(Fault::malformed(here, "`%` in the value of an entity"));
        };
        let Some((name, after)) = reference.split_once(';') else {
            return Err(Fault::malformed(here, "`&` that begins no reference"));
        };
        if let Some(number) = name.strip_prefix('#') {
            text.push(super::references::character(number, here)?);
        } else if chars::is_name(name) {
            text.extend(["&", name, ";"]);
        } else {
            return Err(Fault::malformed(here, "`&` that begins no reference"));
        }
        rest = after;
    }
    text.push_str(&line_ends(rest));
    Ok(text)
}

/// Checks what stands between `<!--` and `-->`.
pub(super) fn check_comment(text: &str, at: usize) -> Step<()> {
    if let Some(i) = text.find("--") {
        return Err(Fault::malformed(at + "<!--".len() + i, "`--` in a comment"));
    }
    if text.ends_with('-') {
        return Err(Fault::malformed(
            at + "<!--".len() + text.len() - 1,
            "comment that ends with `--->`",
        ));
    }
    Ok(())
}

/// Target and text of what stands between `<?` and `?>`.
pub(super) fn split_instruction(content: &str, at: usize) -> Step<(&str, &str)> {
    let at = at + "<?".len();
    let end = content
        .find(|c: char| matches!(c, ' ' | '\t' | '\n' | '\r'))
        .unwrap_or(content.len());
    let (target, text) = content.split_at_checked(end).unwrap_or((content, ""));
    if target.eq_ignore_ascii_case("xml") {
        return Err(Fault::malformed(
            at,
            "XML declaration that is not at the very start, or not spelled `xml`",
        ));
    }
    if !chars::is_ncname(target) {
        return Err(Fault::malformed(
            at,
            format!("processing instruction with the target `{target}`, which is no name"),
        ));
    }
    Ok((target, chars::trim_start(text)))
}
