//! What a part of a formula is where it stands beside others: one sign, a fraction, a factor, a letter with an accent.

use crate::tree::Element;

/// True for a fraction, in whatever groups it stands.
pub(super) fn is_fraction(element: &Element) -> bool {
    match element.name.as_ref() {
        "mfrac" => true,
        "mrow" | "mstyle" | "mpadded" => {
            let mut kids = element.elements();
            kids.next().is_some_and(is_fraction) && kids.next().is_none()
        }
        _ => false,
    }
}

/// True for what is a factor beside another, or that bracket of one.
pub(super) fn is_operand(element: &Element, bracket: char) -> bool {
    match element.name.as_ref() {
        "mo" => {
            let text = element.text();
            let invisible = ['\u{2061}', '\u{2062}'];
            text.trim()
                .chars()
                .any(|c| c == bracket || invisible.contains(&c))
        }
        "mtext" | "mspace" | "mphantom" => false,
        _ => !element.text().trim().is_empty(),
    }
}

/// True for a single sign, in whatever groups it stands.
pub(super) fn is_simple(element: &Element) -> bool {
    match element.name.as_ref() {
        "mi" | "mn" | "mtext" | "msub" | "msup" | "msubsup" | "mfenced" => true,
        "mover" => accent(&element.elements().collect::<Vec<_>>()).is_some(),
        "mrow" | "mstyle" | "mpadded" => {
            let kids: Vec<&Element> = element.elements().collect();
            match kids.as_slice() {
                [kid] => is_simple(kid),
                kids => is_fenced(kids),
            }
        }
        _ => false,
    }
}

/// True for what one pair of brackets encloses.
fn is_fenced(kids: &[&Element]) -> bool {
    let mut depth = 0_usize;
    for (index, kid) in kids.iter().enumerate() {
        match kid.text().trim() {
            "(" | "[" | "{" if kid.name == "mo" => depth += 1,
            ")" | "]" | "}" if kid.name == "mo" => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 && index + 1 < kids.len() {
            return false;
        }
    }
    depth == 0 && kids.len() > 1
}

/// The accent over a single letter, as the character that combines with it.
pub(super) fn accent(kids: &[&Element]) -> Option<char> {
    let [base, over] = kids else {
        return None;
    };
    if base.name != "mi" || base.text().trim().chars().count() != 1 {
        return None;
    }
    Some(match over.text().trim() {
        "¯" | "ˉ" | "‾" | "―" | "_" | "\u{304}" | "\u{305}" => '\u{304}',
        "^" | "ˆ" | "\u{302}" => '\u{302}',
        "~" | "˜" | "∼" | "\u{303}" => '\u{303}',
        "˙" | "." | "\u{307}" => '\u{307}',
        "¨" | "\u{308}" => '\u{308}',
        _ => return None,
    })
}
