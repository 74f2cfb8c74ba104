//! What checkers of EPUB allow in MathML: presentation elements, and attributes with values of the right kind.

use crate::tree::{Element, Node};

/// True for an element that may stand in a formula.
pub(super) fn is_known(name: &str) -> bool {
    name != "math" && arity(name).is_some()
        || is_token(name)
        || matches!(name, "none" | "mprescripts" | "malignmark" | "maligngroup")
}

/// True for an element that holds text.
pub(super) fn is_token(name: &str) -> bool {
    matches!(name, "mi" | "mn" | "mo" | "mtext" | "ms" | "annotation")
}

/// How many elements an element holds.
fn arity(name: &str) -> Option<std::ops::RangeInclusive<usize>> {
    Some(match name {
        "mspace" => 0..=0,
        "mfrac" | "mroot" | "msub" | "msup" | "munder" | "mover" => 2..=2,
        "msubsup" | "munderover" => 3..=3,
        "semantics" | "mmultiscripts" => 1..=usize::MAX,
        "math" | "mrow" | "msqrt" | "mstyle" | "merror" | "mpadded" | "mphantom" | "mfenced"
        | "menclose" | "mtable" | "mtr" | "mtd" => 0..=usize::MAX,
        _ => return None,
    })
}

/// True when an element holds what it must.
pub(super) fn holds(name: &str, element: &Element) -> bool {
    let names: Vec<&str> = element.elements().map(|e| e.name.as_ref()).collect();
    if is_token(name) {
        return names.iter().all(|name| *name == "malignmark");
    }
    let has_text = element
        .content
        .iter()
        .any(|node| matches!(node, Node::Text(text) if !text.trim().is_empty()));
    let count = arity(name).unwrap_or(0..=0);
    !has_text
        && count.contains(&names.len())
        && match name {
            "mtable" => names.iter().all(|name| *name == "mtr"),
            "mtr" => names.iter().all(|name| *name == "mtd"),
            "semantics" => {
                names.first().is_some_and(|name| is_expression(name))
                    && names.iter().skip(1).all(|name| *name == "annotation")
            }
            "mmultiscripts" => scripts(&names),
            _ => names.iter().all(|name| is_expression(name)),
        }
}

/// True for an element that may stand where a formula wants an expression.
pub(super) fn is_expression(name: &str) -> bool {
    !matches!(
        name,
        "none" | "mprescripts" | "mtr" | "mtd" | "annotation" | "math"
    )
}

/// A base, pairs of scripts, and once `mprescripts` and more pairs.
fn scripts(names: &[&str]) -> bool {
    let is_script =
        |name: &&str| !matches!(*name, "mprescripts" | "mtr" | "mtd" | "annotation" | "math");
    let Some((base, rest)) = names.split_first() else {
        return false;
    };
    let mut halves = rest.split(|name| *name == "mprescripts");
    let post = halves.next().unwrap_or_default();
    let pre = halves.next().unwrap_or_default();
    *base != "none"
        && is_script(base)
        && halves.next().is_none()
        && [post, pre]
            .iter()
            .all(|half| half.len().is_multiple_of(2) && half.iter().all(is_script))
}

/// True when an element may have that attribute with that value.
pub(super) fn allows(element: &str, name: &str, value: &str) -> bool {
    let Some(kind) = kind(element, name) else {
        return false;
    };
    match kind {
        Kind::Text => true,
        Kind::Truth => matches!(value, "true" | "false"),
        Kind::Length => is_length(value),
        Kind::Lengths => value.split_ascii_whitespace().all(is_length) && !value.trim().is_empty(),
        Kind::Padding => is_padding(value),
        Kind::Number => value.parse::<i32>().is_ok(),
        Kind::Count => value.parse::<u16>().is_ok_and(|n| n > 0),
        Kind::Colour => is_colour(value),
        Kind::One(words) => words.contains(&value),
        Kind::Many(words) => {
            !value.trim().is_empty()
                && value
                    .split_ascii_whitespace()
                    .all(|word| words.contains(&word))
        }
    }
}

/// The kind of an attribute's value.
enum Kind {
    Text,
    Truth,
    Length,
    Lengths,
    Padding,
    Number,
    Count,
    Colour,
    One(&'static [&'static str]),
    Many(&'static [&'static str]),
}

const SIDES: &[&str] = &["left", "center", "right"];
const VARIANTS: &[&str] = &[
    "normal",
    "bold",
    "italic",
    "bold-italic",
    "double-struck",
    "bold-fraktur",
    "script",
    "bold-script",
    "fraktur",
    "sans-serif",
    "bold-sans-serif",
    "sans-serif-italic",
    "sans-serif-bold-italic",
    "monospace",
];
const ROWS: &[&str] = &["top", "bottom", "center", "baseline", "axis"];
const LINES: &[&str] = &["none", "solid", "dashed"];

fn kind(element: &str, name: &str) -> Option<Kind> {
    let of = |elements: &[&str]| elements.contains(&element);
    Some(match name {
        "class" if element == "math" => return None,
        "mathcolor" => Kind::Colour,
        "mathvariant" if is_token(element) || of(&["mstyle", "mspace"]) => Kind::One(VARIANTS),
        "mathsize" if is_token(element) || of(&["mstyle"]) => Kind::Length,
        "dir" if is_token(element) || of(&["mrow", "mstyle", "math"]) => Kind::One(&["ltr", "rtl"]),
        "display" if of(&["math"]) => Kind::One(&["block", "inline"]),
        "alttext" if of(&["math"]) => Kind::Text,
        "overflow" if of(&["math"]) => {
            Kind::One(&["linebreak", "scroll", "elide", "truncate", "scale"])
        }
        "form" if of(&["mo"]) => Kind::One(&["prefix", "infix", "postfix"]),
        "stretchy" | "fence" | "separator" | "symmetric" | "largeop" | "movablelimits"
            if of(&["mo"]) =>
        {
            Kind::Truth
        }
        "accent" if of(&["mo", "mover", "munderover"]) => Kind::Truth,
        "accentunder" if of(&["munder", "munderover"]) => Kind::Truth,
        "align" if of(&["munder", "mover", "munderover"]) => Kind::One(SIDES),
        "lspace" | "rspace" | "minsize" | "maxsize" if of(&["mo"]) => Kind::Length,
        "linebreak" if of(&["mo", "mspace"]) => {
            Kind::One(&["auto", "newline", "nobreak", "goodbreak", "badbreak"])
        }
        "width" | "height" | "depth" if of(&["mspace"]) => Kind::Length,
        "width" | "height" | "depth" | "lspace" | "voffset" if of(&["mpadded"]) => Kind::Padding,
        "linethickness" if of(&["mfrac"]) => Kind::Length,
        "numalign" | "denomalign" if of(&["mfrac"]) => Kind::One(SIDES),
        "bevelled" if of(&["mfrac"]) => Kind::Truth,
        "displaystyle" if of(&["mstyle", "mtable", "math"]) => Kind::Truth,
        "scriptlevel" if of(&["mstyle"]) => Kind::Number,
        "open" | "close" | "separators" if of(&["mfenced"]) => Kind::Text,
        "notation" if of(&["menclose"]) => Kind::Text,
        "lquote" | "rquote" if of(&["ms"]) => Kind::Text,
        "subscriptshift" if of(&["msub", "msubsup", "mmultiscripts"]) => Kind::Length,
        "superscriptshift" if of(&["msup"]) => Kind::Length,
        "columnalign" if of(&["mtable", "mtr"]) => Kind::Many(SIDES),
        "columnalign" if of(&["mtd"]) => Kind::One(SIDES),
        "rowalign" if of(&["mtable"]) => Kind::Many(ROWS),
        "rowalign" if of(&["mtr", "mtd"]) => Kind::One(ROWS),
        "rowspan" | "columnspan" if of(&["mtd"]) => Kind::Count,
        "rowspacing" | "columnspacing" if of(&["mtable"]) => Kind::Lengths,
        "rowlines" | "columnlines" if of(&["mtable"]) => Kind::Many(LINES),
        "frame" if of(&["mtable"]) => Kind::One(LINES),
        "equalrows" | "equalcolumns" if of(&["mtable"]) => Kind::Truth,
        "encoding" if of(&["annotation"]) => Kind::Text,
        _ => return None,
    })
}

/// A number with a unit, or a named space.
fn is_length(value: &str) -> bool {
    let value = value.trim();
    if value.ends_with("mathspace") {
        let name = value
            .trim_end_matches("mathspace")
            .trim_start_matches("negative");
        return matches!(
            name,
            "veryverythin"
                | "verythin"
                | "thin"
                | "medium"
                | "thick"
                | "verythick"
                | "veryverythick"
        );
    }
    let number = value.strip_prefix('-').unwrap_or(value);
    let unit = number.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    is_number(number.strip_suffix(unit).unwrap_or(number))
        && matches!(
            unit,
            "" | "em" | "ex" | "in" | "cm" | "mm" | "px" | "pt" | "pc" | "%"
        )
}

fn is_number(digits: &str) -> bool {
    digits.bytes().any(|b| b.is_ascii_digit()) && digits.matches('.').count() <= 1
}

/// A length, or a change of one.
fn is_padding(value: &str) -> bool {
    let value = value.trim();
    let change = value.strip_prefix(['+', '-']).unwrap_or(value);
    let unit = change.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let is_relative = matches!(
        unit.trim_start_matches('%').trim(),
        "height" | "depth" | "width"
    );
    is_length(change) && !change.starts_with('-')
        || is_relative && is_number(change.strip_suffix(unit).unwrap_or_default())
}

/// A colour in digits, or one of the few names that MathML has.
fn is_colour(value: &str) -> bool {
    const NAMES: &[&str] = &[
        "aqua", "black", "blue", "fuchsia", "gray", "green", "lime", "maroon", "navy", "olive",
        "purple", "red", "silver", "teal", "white", "yellow",
    ];
    match value.strip_prefix('#') {
        Some(digits) => {
            matches!(digits.len(), 3 | 6) && digits.bytes().all(|b| b.is_ascii_hexdigit())
        }
        None => NAMES.contains(&value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_told_from_words() {
        for value in [
            "1em",
            "-.5ex",
            "2.",
            "0",
            "50%",
            "thinmathspace",
            "negativeverythinmathspace",
        ] {
            assert!(is_length(value), "{value}");
        }
        for value in ["", "em", "1 em", "1.2.3", "wide", "1rem"] {
            assert!(!is_length(value), "{value}");
        }
        assert!(is_padding("+5pt") && is_padding("-1width") && !is_padding("+wide"));
    }
}
