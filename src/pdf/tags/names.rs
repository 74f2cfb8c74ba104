//! Which standard type a name is mapped to, and which names break the flow of a line.

use super::role;
use crate::tree::{Element, ns};

/// The name by which an element is known here: JATS's own and OASIS's for tables; empty for all others.
pub(crate) fn local(element: &Element) -> &str {
    match element.namespace.as_deref() {
        None | Some(ns::OASIS | ns::OASIS_OPEN) => &element.name,
        Some(_) => "",
    }
}

/// True for the root of a formula in MathML.
pub(crate) fn is_math(element: &Element) -> bool {
    element.namespace.as_deref() == Some(ns::MATHML) && element.name == "math"
}

/// True when the name can be a role: not one of the helpers', no dot, never like a standard type.
pub(super) fn can_be_role(element: &Element) -> bool {
    let name = element.name.as_ref();
    let reserved = [
        role::GEN,
        role::RUN,
        role::PAD,
        role::COMMENT,
        role::INSTRUCTION,
        role::FOREIGN,
        role::MATH,
    ];
    element.namespace.is_none()
        && name.len() <= 64
        && name.starts_with(|c: char| c.is_ascii_lowercase())
        && name
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
        && !reserved.contains(&name)
}

/// The standard type of PDF 1.7 for a role without a variant.
pub(super) fn standard(base: &str) -> &'static str {
    match base {
        "article" => "Document",
        "sub-article" | "response" => "Art",
        "sec"
        | "abstract"
        | "trans-abstract"
        | "ack"
        | "app"
        | "bio"
        | "boxed-text"
        | "glossary"
        | "notes"
        | "ref-list"
        | "fn-group"
        | "table-wrap"
        | "floats-group"
        | "app-group"
        | "statement"
        | "supplementary-material" => "Sect",
        "p" | "title" | "attrib" | "verse-line" => "P",
        "list" | "def-list" => "L",
        "list-item" | "def-item" | "ref" => "LI",
        "label" => "Lbl",
        "def" => "LBody",
        "table" => "Table",
        "thead" => "THead",
        "tbody" => "TBody",
        "tfoot" => "TFoot",
        "tr" => "TR",
        "th" => "TH",
        "td" => "TD",
        "caption" => "Caption",
        "fn" => "Note",
        "graphic" | "inline-graphic" => "Figure",
        "code" | "preformat" => "Code",
        "disp-quote" => "BlockQuote",
        "mixed-citation" | "element-citation" | "citation" | "nlm-citation" => "BibEntry",
        role::MATH => "Formula",
        role::COMMENT | role::INSTRUCTION => "NonStruct",
        role::PAD => "TD",
        role::RUN => "P",
        "xref" | "ext-link" | "uri" | "email" | "self-uri" => "Link",
        name if is_group(name) => "Div",
        _ => "Span",
    }
}

/// Blocks that hold blocks and have no type of their own.
fn is_group(name: &str) -> bool {
    matches!(
        name,
        "front"
            | "body"
            | "back"
            | "front-stub"
            | "processing-meta"
            | "journal-meta"
            | "article-meta"
            | "journal-title-group"
            | "article-categories"
            | "subj-group"
            | "title-group"
            | "contrib-group"
            | "aff"
            | "author-notes"
            | "corresp"
            | "history"
            | "permissions"
            | "license"
            | "funding-group"
            | "custom-meta-group"
            | "counts"
            | "kwd-group"
            | "fig"
            | "fig-group"
            | "table-wrap-group"
            | "table-wrap-foot"
            | "disp-formula"
            | "disp-formula-group"
            | "verse-group"
            | "speech"
            | "sig-block"
            | "array"
            | "question"
            | "answer"
            | "answer-set"
            | "explanation"
            | "question-wrap"
            | "question-preamble"
            | "block-alternatives"
            | "chem-struct-wrap"
            | "media"
            | "aff-alternatives"
    )
}

/// True when a title stands at the head of something that the outline lists.
pub(super) fn heads(parent: &str) -> bool {
    matches!(
        parent,
        "sec"
            | "abstract"
            | "trans-abstract"
            | "ack"
            | "app"
            | "bio"
            | "boxed-text"
            | "glossary"
            | "notes"
            | "ref-list"
            | "fn-group"
            | "back"
            | "app-group"
            | "statement"
            | "def-list"
            | "body"
            | "floats-group"
            | "supplementary-material"
    )
}

/// True when the element's text is kept to the letter and set in a fixed pitch.
pub(crate) fn is_code(name: &str) -> bool {
    matches!(name, "code" | "preformat")
}

/// True for what is painted as a picture.
pub(crate) fn is_picture(name: &str) -> bool {
    matches!(name, "graphic" | "inline-graphic")
}

/// Heading types by level, from 1.
pub(super) fn heading(level: u8) -> &'static str {
    match level {
        0 | 1 => "H1",
        2 => "H2",
        3 => "H3",
        4 => "H4",
        5 => "H5",
        _ => "H6",
    }
}
