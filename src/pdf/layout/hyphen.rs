//! Where words may be divided.

use hypher::Lang;

/// The letters before the first division, and after the last.
const LEAST: (usize, usize) = (2, 3);
/// Shorter words are not divided.
const SHORTEST: usize = 5;
/// Longer ones are no words.
const LONGEST: usize = 100;
/// A part of a word with an author's hyphen in it is divided from this length on only.
const SHORTEST_PART: usize = 8;

/// The byte positions in a text where a hyphen may divide a word, in order. `language` tells the language at a position;
/// `is_raised` whether superscripts or subscripts begin there, which are no part of the word before them.
pub(crate) fn points<'a>(
    text: &str,
    language: impl Fn(usize) -> Option<&'a str>,
    is_raised: impl Fn(usize) -> bool,
) -> Vec<usize> {
    let mut points = Vec::new();
    for (start, word) in words(text) {
        let Some(lang) = language(start).and_then(known) else {
            continue;
        };
        let end = start + word.len();
        let seen = if is_raised(end) {
            text.get(..end).unwrap_or(text)
        } else {
            text
        };
        let part = stands_in_compound(seen, start, end);
        if part == Neighbour::Forbids || !divides(word, part) {
            continue;
        }
        let (left, right) = lang.bounds();
        let mut at = start;
        let syllables =
            hypher::hyphenate_bounded(word, lang, left.max(LEAST.0), right.max(LEAST.1));
        for syllable in syllables {
            at += syllable.len();
            if at < end {
                points.push(at);
            }
        }
    }
    points
}

/// The language of a tag, when there are patterns for it and its divisions show a hyphen.
fn known(tag: &str) -> Option<Lang> {
    let primary = tag.split(['-', '_']).next()?.as_bytes();
    let [first, second] = primary else {
        return None;
    };
    let lang = Lang::from_iso([first.to_ascii_lowercase(), second.to_ascii_lowercase()])?;
    lang.hyphenation_character().is_some().then_some(lang)
}

/// What stands beside a run of letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Neighbour {
    /// Nothing that matters.
    Free,
    /// An author's hyphen: the run is a part of a word.
    Hyphen,
    /// A digit, a soft hyphen, a sign of an address: the run is not divided.
    Forbids,
}

/// Runs of letters.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut rest = 0;
    std::iter::from_fn(move || {
        let start = rest + text.get(rest..)?.find(char::is_alphabetic)?;
        let tail = text.get(start..)?;
        let length = tail
            .find(|c: char| !c.is_alphabetic())
            .unwrap_or(tail.len());
        rest = start + length;
        Some((start, tail.get(..length)?))
    })
}

fn stands_in_compound(text: &str, start: usize, end: usize) -> Neighbour {
    let before = text
        .get(..start)
        .and_then(|before| before.chars().next_back());
    let after = text.get(end..).unwrap_or("");
    let mut following = after.chars();
    let (next, second) = (following.next(), following.next());
    let letter_follows = second.is_some_and(char::is_alphanumeric);
    let mut result = Neighbour::Free;
    for (c, joins) in [(before, true), (next, letter_follows)] {
        match c {
            Some('-' | '\u{2010}' | '\u{2011}') if joins => result = Neighbour::Hyphen,
            Some('/' | '.' | ':' | '\\' | '=' | '&' | '#' | '+') if joins => {
                return Neighbour::Forbids;
            }
            Some('@' | '_' | '\u{AD}') => return Neighbour::Forbids,
            Some(c) if c.is_numeric() || is_joining_mark(c) => return Neighbour::Forbids,
            _ => {}
        }
    }
    result
}

/// A mark that the patterns do not know of.
fn is_joining_mark(c: char) -> bool {
    unicode_linebreak::break_property(u32::from(c)) == unicode_linebreak::BreakClass::CombiningMark
        && !c.is_control()
}

/// Whether a run of letters is a word that may be divided: long enough, and no capitals but the first.
fn divides(word: &str, part: Neighbour) -> bool {
    let least = if part == Neighbour::Hyphen {
        SHORTEST_PART
    } else {
        SHORTEST
    };
    let length = word.chars().count();
    (least..=LONGEST).contains(&length) && !word.chars().skip(1).any(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn divided(text: &str, lang: &'static str) -> String {
        let mut result = text.to_owned();
        for at in points(text, |_| Some(lang), |_| false).into_iter().rev() {
            result.insert(at, '|');
        }
        result
    }

    #[test]
    fn words_are_divided_by_their_language() {
        assert_eq!(
            divided("An extensive (algorithm),", "en"),
            "An ex|ten|sive (al|go|rithm),"
        );
        assert_eq!(divided("Silbentrennung", "de-AT"), "Sil|ben|tren|nung");
        assert_eq!(divided("extensive", "xx"), "extensive");
        assert_eq!(divided("extensive", "eng"), "extensive");
    }

    #[test]
    fn short_words_and_edges_stay_whole() {
        assert_eq!(divided("also into above", "en"), "also into above");
    }

    #[test]
    fn what_is_no_plain_word_stays_whole() {
        for text in [
            "EXTENSIVE",
            "extensive2",
            "2extensive",
            "example.organisation",
            "someone@organisation",
            "exten\u{AD}sively",
            "mRNAextensive",
            "snake_extensive",
        ] {
            assert_eq!(divided(text, "en"), text);
        }
    }

    #[test]
    fn a_raised_number_is_no_part_of_the_word() {
        let raised = |at: usize| at == "extensive".len();
        assert_eq!(points("extensive2", |_| Some("en"), raised), [2, 5]);
    }

    #[test]
    fn a_part_beside_an_authors_hyphen_is_divided_when_long() {
        assert_eq!(divided("well-extensive", "en"), "well-ex|ten|sive");
        assert_eq!(divided("number-number", "en"), "number-number");
    }
}
