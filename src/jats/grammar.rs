//! What the DTDs of JATS 1.2, 1.3 and 1.4 allow: one table, made from them by `tools/grammar.py`.

mod model;
mod parse;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::OnceLock;

pub(super) use model::{Misfit, Model};

use super::target::Target;
use crate::tree::{Attr, Element, ns};

/// A DTD: a tag set in a version, with one kind of tables and one version of MathML.
#[derive(Debug)]
pub(super) struct Dtd {
    /// The tag set and version.
    pub(super) target: Target,
    /// Whether it has CALS tables beside those of XHTML.
    pub(super) cals: bool,
    /// Whether its formulas are MathML 3, else 2.
    pub(super) mathml3: bool,
    /// The public identifier.
    pub(super) public: &'static str,
    /// The system identifier.
    pub(super) system: &'static str,
    /// The bit of the table's rows.
    bit: u32,
}

/// What a DTD allows in an element.
#[derive(Debug, Clone, Copy)]
pub(super) struct Declaration {
    /// Its content.
    pub(super) model: &'static Model,
    /// Its attributes, sorted by name.
    pub(super) attributes: &'static [Attribute],
}

/// An attribute that an element may have.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Attribute {
    /// The name with its usual prefix.
    pub(super) name: &'static str,
    /// Whether it must be there.
    pub(super) required: bool,
    /// What it may say.
    pub(super) values: Values,
}

/// What an attribute may say.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Values {
    /// Any text.
    Text,
    /// An identifier of its own.
    Id,
    /// The identifier of another element; several when so told.
    Reference { several: bool },
    /// A name token; several when so told.
    Token { several: bool },
    /// One of these.
    OneOf(Vec<&'static str>),
}

impl Dtd {
    /// The DTDs of a tag set and version, in the order in which they are preferred.
    pub(super) fn all(target: Target) -> impl Iterator<Item = &'static Self> {
        table().dtds.iter().filter(move |dtd| dtd.target == target)
    }

    /// What it allows in the element of that name, prefix included; `None` when it has no such element.
    pub(super) fn declaration(&self, name: &str) -> Option<Declaration> {
        let table = table();
        let rows = table.elements.get(name)?;
        let row = rows.iter().find(|row| row.bits & self.bit != 0)?;
        Some(Declaration {
            model: table.models.get(row.model)?,
            attributes: table.attributes.get(&row.attributes)?,
        })
    }
}

impl Declaration {
    /// The attribute of that name.
    pub(super) fn attribute(&self, name: &str) -> Option<&'static Attribute> {
        let at = self
            .attributes
            .binary_search_by_key(&name, |attribute| attribute.name);
        self.attributes.get(at.ok()?)
    }
}

/// The name by which a DTD knows an element: with the prefix that its namespace has there. `None` for other namespaces.
pub(super) fn name(element: &Element) -> Option<Cow<'_, str>> {
    qualified(element.namespace.as_deref(), &element.name)
}

/// The name by which a DTD knows an attribute.
pub(super) fn attribute_name(attr: &Attr) -> Option<Cow<'_, str>> {
    qualified(attr.namespace.as_deref(), &attr.name)
}

fn qualified<'n>(namespace: Option<&str>, name: &'n str) -> Option<Cow<'n, str>> {
    let prefix = match namespace {
        None => return Some(Cow::Borrowed(name)),
        Some(ns::MATHML) => "mml",
        Some(ns::ALI) => "ali",
        Some(ns::OASIS) => "oasis",
        Some(ns::XLINK) => "xlink",
        Some(ns::XSI) => "xsi",
        Some(ns::XML) => "xml",
        Some(_) => return None,
    };
    Some(Cow::Owned(format!("{prefix}:{name}")))
}

/// The table, read once.
#[derive(Debug, Default)]
struct Table {
    dtds: Vec<Dtd>,
    models: Vec<Model>,
    /// The attributes by the number of their set.
    attributes: BTreeMap<usize, Vec<Attribute>>,
    elements: BTreeMap<&'static str, Vec<Row>>,
}

/// An element in some DTDs.
#[derive(Debug)]
struct Row {
    model: usize,
    attributes: usize,
    bits: u32,
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| parse::table(include_str!("grammar/table.txt")).unwrap_or_default())
}
