//! What XML can hold at all: characters, names, comments, instructions.

use super::{Element, Instruction, Node};

/// True when all of an element can be written as XML.
pub(crate) fn is_legal(element: &Element) -> bool {
    is_name(&element.name)
        && element
            .attrs
            .iter()
            .all(|attr| is_name(&attr.name) && is_text(&attr.value))
        && element.content.iter().all(|node| match node {
            Node::Element(child) => is_legal(child),
            Node::Text(text) => is_text(text),
            Node::Comment(text) => is_text(text) && is_comment(text),
            Node::Instruction(instruction) => {
                is_text(&instruction.text) && is_instruction(instruction)
            }
        })
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
    !text.contains("--") && !text.ends_with('-')
}

/// True for a processing instruction that can be written.
pub(crate) fn is_instruction(instruction: &Instruction) -> bool {
    is_name(&instruction.target)
        && !instruction.target.eq_ignore_ascii_case("xml")
        && !instruction.text.contains("?>")
        && !instruction.text.starts_with([' ', '\t', '\n', '\r'])
}
