//! The document type declaration: identifiers, and what an internal subset declares. Nothing external is ever opened.

mod content;
mod cursor;

use std::collections::BTreeMap;
use std::sync::Arc;

use cursor::Cursor;

use super::chars::{self, line_ends};
use super::entities::predefined;
use super::fault::{Fault, Step};
use crate::error::Error;
use crate::model::source::Doctype;

/// The most entities and attributes that an internal subset may declare.
const DECLARATIONS: usize = 10_000;

/// What a document type declaration says.
#[derive(Debug, Default)]
pub(super) struct Declared {
    pub(super) doctype: Doctype,
    /// The replacement text of general entities, by name; none for one that stands outside the document.
    entities: BTreeMap<String, Option<Arc<str>>>,
    /// What is declared of attributes, by element and attribute.
    attributes: BTreeMap<String, BTreeMap<String, DeclaredAttribute>>,
    /// How many declarations there are of both kinds.
    count: usize,
}

/// The declaration of an attribute.
#[derive(Debug)]
pub(super) struct DeclaredAttribute {
    /// Whether its value is a list of tokens, in which white space only separates.
    pub(super) is_tokens: bool,
    /// The value that it has when a tag does not give it, as it stands between its quotation marks, and where.
    pub(super) default: Option<(String, usize)>,
}

impl Declared {
    /// True when the document names declarations outside itself.
    pub(super) fn is_external(&self) -> bool {
        self.doctype.public.is_some() || self.doctype.system.is_some()
    }

    /// The replacement text of the entity of that name; `Some(None)` for one that stands outside the document.
    pub(super) fn entity(&self, name: &str) -> Option<&Option<Arc<str>>> {
        self.entities.get(name)
    }

    /// What is declared of the attributes of an element.
    pub(super) fn attributes(&self, element: &str) -> Option<&BTreeMap<String, DeclaredAttribute>> {
        self.attributes.get(element)
    }

    /// All default values of attributes, and where they are declared.
    pub(super) fn defaults(&self) -> impl Iterator<Item = &(String, usize)> {
        let attributes = self.attributes.values().flat_map(BTreeMap::values);
        attributes.filter_map(|attribute| attribute.default.as_ref())
    }

    /// Reads a declaration, from `<!DOCTYPE` to its `>`.
    pub(super) fn parse(markup: &str, at: usize) -> Step<Self> {
        let mut cursor = Cursor::new(markup, at);
        let mut declared = Self::default();
        cursor.expect("<!DOCTYPE")?;
        cursor.space()?;
        declared.doctype.name = cursor.qname()?.to_owned();
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
            cursor.content_model()?;
            cursor.skip_space();
            cursor.expect(">")
        } else if cursor.eat("<!NOTATION") {
            cursor.space()?;
            cursor.ncname()?;
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
        let name = cursor.ncname()?.to_owned();
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
            self.count += 1;
            if self.count > DECLARATIONS {
                return Err(Fault::new(
                    at,
                    Error::limit("entity_bytes", DECLARATIONS as u64),
                ));
            }
            self.entities.entry(name).or_insert(text);
        }
        Ok(())
    }

    fn attribute_list(&mut self, cursor: &mut Cursor<'_>) -> Step<()> {
        cursor.space()?;
        let element = cursor.name()?;
        loop {
            let spaced = cursor.skip_space();
            if cursor.eat(">") {
                return Ok(());
            }
            if !spaced {
                return Err(cursor.fault("no white space before an attribute's declaration"));
            }
            let attribute = cursor.name()?;
            cursor.space()?;
            let is_tokens = cursor.attribute_type()?;
            cursor.space()?;
            let at = cursor.at();
            let default = cursor.default_value()?;
            if let Some((value, at)) = default {
                self.check_default(value, at)?;
            }
            self.count += 1;
            if self.count > DECLARATIONS {
                return Err(Fault::new(
                    at,
                    Error::limit("attributes", DECLARATIONS as u64),
                ));
            }
            let of_element = self.attributes.entry(element.to_owned()).or_default();
            of_element
                .entry(attribute.to_owned())
                .or_insert_with(|| DeclaredAttribute {
                    is_tokens,
                    default: default.map(|(value, at)| (value.to_owned(), at)),
                });
        }
    }

    /// Checks that what a default value refers to is declared before it, unless that may be elsewhere.
    fn check_default(&self, value: &str, at: usize) -> Step<()> {
        if self.is_external() {
            return Ok(());
        }
        for part in value.split('&').skip(1) {
            let name = part.split_once(';').map_or("", |(name, _)| name);
            let is_declared = self.entities.get(name).is_some_and(Option::is_some);
            if !name.starts_with('#') && predefined(name).is_none() && !is_declared {
                return Err(Fault::malformed(
                    at,
                    format!("entity `{name}`, which is not declared before"),
                ));
            }
        }
        Ok(())
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
        .find([' ', '\t', '\n', '\r'])
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
