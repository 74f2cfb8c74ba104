//! Numbers of references that are raised. Some publishers set them right behind a word, and print them so without saying it.
//! And signs that need not be.

use std::borrow::Cow;

use super::{Kid, Shown};
use crate::tree::Element;

/// Signs that stand high and small by themselves: made smaller once more they are specks.
const HIGH: &[char] = &['*', '°', 'º', 'ª', '′', '″', '‴', '™', '℠'];

/// True for a text of nothing but signs that stand high by themselves.
pub(crate) fn stands_high(text: &str) -> bool {
    let text = text.trim();
    !text.is_empty() && text.chars().all(|c| HIGH.contains(&c))
}

/// Marks the numbers among the children of an element. What the author raised, or put into brackets, stays as it is.
pub(super) fn mark(parent: &Element, kids: &mut [Kid<'_>]) {
    let is_one = |kid: &Kid<'_>| matches!(kid, Kid::Element(shown) if is_number(shown));
    if parent.is("sup") || !kids.iter().any(is_one) {
        return;
    }
    let mut line = Line::default();
    for kid in kids {
        let number = match kid {
            Kid::Element(shown) if is_number(shown) => {
                shown.raised = line.run.unwrap_or_else(|| line.ends_in_a_word());
                Some(shown.raised)
            }
            _ => None,
        };
        line.read(&text(kid), number);
    }
}

/// The end of the line so far.
#[derive(Default)]
struct Line {
    /// Whether the last of the numbers that it ends with is raised; the next of them is as that one.
    run: Option<bool>,
    /// Whether no space ends it.
    is_close: bool,
    /// Its last character, numbers, what stands between them, and spaces aside.
    last: Option<char>,
}

impl Line {
    /// The line with this text, or with this number and whether it is raised.
    fn read(&mut self, text: &str, number: Option<bool>) {
        self.run = number.or(self.run.filter(|_| text.chars().all(parts_numbers)));
        if let Some(end) = text.chars().next_back() {
            self.is_close = !end.is_whitespace();
        }
        let is_last = |c: char| !between_numbers(c) && c != ' ';
        self.last = text.chars().rfind(|c| is_last(*c)).or(self.last);
    }

    /// True when the line ends with a word or its punctuation, numbers aside.
    fn ends_in_a_word(&self) -> bool {
        let ends_a_word =
            |c: char| c.is_alphabetic() || matches!(c, '.' | ';' | ':' | ')' | '”' | '"' | '’');
        self.is_close && self.last.is_some_and(ends_a_word)
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

fn between_numbers(c: char) -> bool {
    c.is_ascii_digit() || parts_numbers(c)
}

fn parts_numbers(c: char) -> bool {
    matches!(c, ',' | '-' | '–')
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

    #[test]
    fn the_numbers_of_a_run_are_as_its_first() {
        assert_eq!(raised("as in [1],[2] and refs. [1]–[2]."), [""; 0]);
        assert_eq!(raised("as in [1][2], [1]-[2]"), [""; 0]);
        assert_eq!(raised("shown [1], before.[2],[1]"), ["2", "1"]);
    }

    /// Looking back from every number would take minutes.
    #[test]
    #[expect(clippy::disallowed_methods, reason = "what is tested is time")]
    fn many_numbers_are_marked_in_one_walk() {
        let (start, long) = (std::time::Instant::now(), "word ".repeat(50_000));
        let content = format!("{long}shown{}", "[1],[2] ,".repeat(10_000));
        assert_eq!(raised(&content).len(), 20_000);
        assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
    }
}
