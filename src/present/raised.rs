//! Numbers of references that are raised. Some publishers set them right behind a word, and print them so without saying it.

use std::borrow::Cow;

use super::{Kid, Shown};
use crate::tree::Element;

/// Marks the numbers among the children of an element. What the author raised, or put into brackets, stays as it is.
pub(super) fn mark(parent: &Element, kids: &mut [Kid<'_>]) {
    if parent.is("sup") {
        return;
    }
    for index in 0..kids.len() {
        let Some((Kid::Element(shown), before)) =
            kids.get_mut(..=index).and_then(<[_]>::split_last_mut)
        else {
            continue;
        };
        shown.raised = is_number(shown) && follows_a_word(before);
    }
}

fn is_number(shown: &Shown<'_>) -> bool {
    let element = shown.element;
    if !element.is("xref")
        || element.attr("ref-type") != Some("bibr")
        || element.elements().next().is_some()
    {
        return false;
    }
    let text = element.text();
    text.starts_with(|c: char| c.is_ascii_digit()) && text.chars().all(between_numbers)
}

/// True when the line so far ends with a word or its punctuation, numbers of other references aside.
fn follows_a_word(before: &[Kid<'_>]) -> bool {
    let texts = before.iter().rev().map(text);
    let mut chars = texts
        .flat_map(|text| text.chars().rev().collect::<Vec<_>>())
        .peekable();
    let is_close = chars.peek().is_some_and(|c| !c.is_whitespace());
    let last = chars.find(|c| !between_numbers(*c) && *c != ' ');
    let ends_a_word =
        |c: char| c.is_alphabetic() || matches!(c, '.' | ';' | ':' | ')' | '”' | '"' | '’');
    is_close && last.is_some_and(ends_a_word)
}

fn between_numbers(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, ',' | '-' | '–')
}

/// The text of a child as it is read in the line; a block ends the line.
fn text<'k>(kid: &'k Kid<'_>) -> Cow<'k, str> {
    match kid {
        Kid::Text(text) => Cow::Borrowed(text),
        Kid::Generated(generated) => Cow::Borrowed(&generated.text),
        Kid::Element(shown) if shown.block => Cow::Borrowed(" "),
        Kid::Element(shown) if shown.speaks => Cow::Owned(shown.element.text()),
        _ => Cow::Borrowed(""),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::tree;
    use super::*;

    /// The numbers that are raised.
    fn raised(content: &str) -> Vec<String> {
        let xref = |number: &str| format!("<xref ref-type='bibr'>{number}</xref>");
        let mut xml = content.to_owned();
        for number in ["1", "2", "3–5"] {
            xml = xml.replace(&format!("[{number}]"), &xref(number));
        }
        let root = tree(&format!("<p>{xml}</p>"));
        let shown = super::super::article(&root);
        let kids = shown.kids.iter().filter_map(|kid| match kid {
            Kid::Element(shown) if shown.raised => Some(shown.element.text()),
            _ => None,
        });
        kids.collect()
    }

    #[test]
    fn a_number_behind_a_word_is_raised() {
        assert_eq!(
            raised("as shown[1] before.[2],[3–5] But"),
            ["1", "2", "3–5"]
        );
        assert_eq!(raised("<italic>Felt</italic>[1]"), ["1"]);
    }

    #[test]
    fn a_number_in_a_bracket_or_after_a_space_is_not() {
        assert_eq!(raised("shown ([1],[2]), in [1] and ref. [2]"), [""; 0]);
        assert_eq!(raised("shown<sup>[1]</sup> [2]"), [""; 0]);
        assert_eq!(raised("[1]"), [""; 0]);
    }
}
