//! What XML can hold at all: characters, names, attributes, comments, instructions.

use std::collections::BTreeSet;

use super::{Attr, Element, Instruction, Node};
use crate::model::source::{Doctype, Source};

/// True when all of an element can be written as XML.
pub(crate) fn is_legal(element: &Element) -> bool {
    is_markup(element)
        && element.attrs.iter().all(|attr| is_text(&attr.value))
        && element.content.iter().all(|node| match node {
            Node::Element(child) => is_legal(child),
            Node::Text(text) => is_text(text),
            invisible => is_invisible(invisible),
        })
}

/// True when name, namespace and attributes of an element can be written, values aside: no attribute stands twice, and none
/// looks like a declaration.
pub(crate) fn is_markup(element: &Element) -> bool {
    let is_attr = |attr: &Attr| {
        is_name(&attr.name)
            && is_namespace(attr.namespace.as_deref())
            && (attr.name != "xmlns" || space(attr).is_some())
    };
    is_name(&element.name)
        && is_namespace(element.namespace.as_deref())
        && element.attrs.iter().all(is_attr)
        && !has_twice(&element.attrs)
}

/// True when an attribute stands twice. In the normal form, in which most come, they are sorted.
fn has_twice(attrs: &[Attr]) -> bool {
    if attrs
        .windows(2)
        .all(|pair| matches!(pair, [a, b] if key(a) < key(b)))
    {
        return false;
    }
    let mut seen = BTreeSet::new();
    !attrs.iter().all(|attr| seen.insert(key(attr)))
}

fn key(attr: &Attr) -> (Option<&str>, &str) {
    (space(attr), &attr.name)
}

/// The namespace of an attribute: an empty one is none.
fn space(attr: &Attr) -> Option<&str> {
    attr.namespace.as_deref().filter(|uri| !uri.is_empty())
}

fn is_namespace(uri: Option<&str>) -> bool {
    uri.is_none_or(|uri| is_text(uri) && uri != XMLNS)
}

/// The namespace of declarations, in which nothing else stands.
const XMLNS: &str = "http://www.w3.org/2000/xmlns/";

/// True for a comment or an instruction that can be written.
fn is_invisible(node: &Node) -> bool {
    match node {
        Node::Comment(text) => is_text(text) && is_comment(text),
        Node::Instruction(instruction) => is_text(&instruction.text) && is_instruction(instruction),
        Node::Element(_) | Node::Text(_) => false,
    }
}

/// True when what stands around the root can be written: nothing but comments and instructions, and a dialect that XML can
/// state.
pub(crate) fn is_source(source: &Source) -> bool {
    let is_dialect = source.dialect.as_ref().is_none_or(|dialect| {
        let namespaces = dialect.namespaces.iter();
        dialect.doctype.as_ref().is_none_or(is_doctype)
            && dialect.version.as_deref().is_none_or(is_text)
            && dialect
                .root_namespace
                .as_deref()
                .is_none_or(|uri| !uri.is_empty() && is_text(uri))
            && namespaces
                .clone()
                .all(|(prefix, uri)| is_text(prefix) && is_text(uri))
    });
    is_dialect && source.prolog.iter().chain(&source.epilog).all(is_invisible)
}

fn is_doctype(doctype: &Doctype) -> bool {
    let is_public = |c: char| c.is_ascii_alphanumeric() || " \n-'()+,./:=?;!*#@$_%".contains(c);
    let is_system =
        |id: &str| is_text(id) && !id.contains('\r') && !(id.contains('"') && id.contains('\''));
    doctype.name.split(':').all(is_name)
        && doctype
            .public
            .as_deref()
            .is_none_or(|id| id.chars().all(is_public))
        && doctype.system.as_deref().is_none_or(is_system)
}

/// True for the characters that XML 1.0 may hold.
pub(crate) fn is_xml_char(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..)
}

fn is_text(text: &str) -> bool {
    // Almost no text has a byte with which a character begins that is not allowed.
    let is_suspect = |b: u8| (b < b' ' && !matches!(b, b'\t' | b'\n' | b'\r')) || b == 0xEF;
    !text.bytes().any(is_suspect) || text.chars().all(is_xml_char)
}

/// True for a name without a colon that XML may hold.
pub(crate) fn is_name(name: &str) -> bool {
    let is_start =
        |c: char| c == '_' || c.is_ascii_alphabetic() || (!c.is_ascii() && is_name_start(c));
    let is_further = |c: char| {
        is_start(c)
            || c.is_ascii_digit()
            || matches!(c, '-' | '.' | '\u{B7}' | '\u{300}'..='\u{36F}' | '\u{203F}'..='\u{2040}')
    };
    let mut chars = name.chars();
    chars.next().is_some_and(is_start) && chars.all(is_further)
}

/// `NameStartChar` of XML 1.0 beyond ASCII.
fn is_name_start(c: char) -> bool {
    matches!(c,
        '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{F6}' | '\u{F8}'..='\u{2FF}' | '\u{370}'..='\u{37D}'
        | '\u{37F}'..='\u{1FFF}' | '\u{200C}'..='\u{200D}' | '\u{2070}'..='\u{218F}' | '\u{2C00}'..='\u{2FEF}'
        | '\u{3001}'..='\u{D7FF}' | '\u{F900}'..='\u{FDCF}' | '\u{FDF0}'..='\u{FFFD}' | '\u{10000}'..='\u{EFFFF}')
}

/// True for the text of a comment that can be written.
pub(crate) fn is_comment(text: &str) -> bool {
    !text.contains("--") && !text.ends_with('-') && !text.contains('\r')
}

/// True for a processing instruction that can be written.
pub(crate) fn is_instruction(instruction: &Instruction) -> bool {
    is_name(&instruction.target)
        && !instruction.target.eq_ignore_ascii_case("xml")
        && !instruction.text.contains("?>")
        && !instruction.text.contains('\r')
        && !instruction.text.starts_with([' ', '\t', '\n', '\r'])
}
