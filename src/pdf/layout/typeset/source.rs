//! The text of a whole paragraph, its pieces joined: where it may break, and in which direction it runs.

use unicode_bidi::{Level, ParagraphBidiInfo};
use unicode_linebreak::{BreakOpportunity, linebreaks};

use crate::pdf::layout::line::{Piece, TextPiece};
use crate::pdf::layout::typeset::character::is_layout_control;

/// Stands for a box in the joined text (OBJECT REPLACEMENT CHARACTER: breaks like one).
const BOX: &str = "\u{FFFC}";
/// Stands for a break that the article asks for (LINE SEPARATOR).
const BREAK: &str = "\u{2028}";

/// The joined text.
#[derive(Debug)]
pub(super) struct Source<'a> {
    /// The text; boxes and breaks are one character each.
    pub(super) text: String,
    /// The pieces with the byte where each begins.
    pub(super) spans: Vec<Span<'a>>,
    cuts: Vec<Cut>,
    levels: Option<Vec<Level>>,
    /// Whether the paragraph runs from right to left.
    pub(super) rtl: bool,
}

/// A piece in its place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Span<'a> {
    /// Its first byte.
    pub(super) start: usize,
    /// The byte after its last.
    pub(super) end: usize,
    /// Its number among the pieces.
    pub(super) number: usize,
    /// The piece.
    pub(super) piece: &'a Piece<'a>,
}

/// Whether a line may end at a place in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Cut {
    /// It must not.
    #[default]
    No,
    /// It may.
    Allowed,
    /// It may, behind a sign inside an address or another long string.
    Address,
    /// It does when nothing else helps.
    Emergency,
    /// It must.
    Forced,
}

impl<'a> Source<'a> {
    /// Joins pieces.
    pub(super) fn new(pieces: &'a [Piece<'a>]) -> Self {
        let mut text = String::new();
        let mut spans = Vec::with_capacity(pieces.len());
        for (number, piece) in pieces.iter().enumerate() {
            let start = text.len();
            text.push_str(match piece {
                Piece::Text(piece) => piece.text,
                Piece::Box(_) => BOX,
                Piece::Break => BREAK,
            });
            let end = text.len();
            if end > start {
                spans.push(Span {
                    start,
                    end,
                    number,
                    piece,
                });
            }
        }
        let plain = analysed(&text, &spans);
        let bidi = text
            .contains(runs_leftwards)
            .then(|| ParagraphBidiInfo::new(&plain, None));
        Self {
            cuts: cuts(&plain, &text),
            rtl: bidi
                .as_ref()
                .is_some_and(|bidi| bidi.paragraph_level.is_rtl()),
            levels: bidi.map(|bidi| bidi.levels),
            text,
            spans,
        }
    }

    /// What a line may do in front of a byte.
    pub(super) fn cut(&self, at: usize) -> Cut {
        self.cuts.get(at).copied().unwrap_or_default()
    }

    /// The embedding level of the character at a byte.
    pub(super) fn level(&self, at: usize) -> Level {
        let level = self.levels.as_ref().and_then(|levels| levels.get(at));
        level.copied().unwrap_or_else(|| self.base())
    }

    /// The paragraph's own level.
    pub(super) fn base(&self) -> Level {
        if self.rtl { Level::rtl() } else { Level::ltr() }
    }

    /// Whether a piece off the baseline begins at a byte.
    pub(super) fn is_raised(&self, at: usize) -> bool {
        let span = self.spans.binary_search_by_key(&at, |span| span.start);
        let piece = span.ok().and_then(|index| self.spans.get(index));
        piece.is_some_and(
            |span| matches!(span.piece, Piece::Text(text) if text.style.rise.abs() > 0.0),
        )
    }

    /// The language at a byte; none in kept text, which is not hyphenated.
    pub(super) fn language(&self, at: usize) -> Option<&'a str> {
        let after = self.spans.partition_point(|span| span.start <= at);
        match self.spans.get(after.checked_sub(1)?)?.piece {
            Piece::Text(TextPiece {
                lang, kept: false, ..
            }) => *lang,
            _ => None,
        }
    }
}

/// Whether a character alone makes the order of a line a question.
fn runs_leftwards(c: char) -> bool {
    // Every right-to-left letter and control stands beyond Cyrillic.
    c >= '\u{590}' && {
        use unicode_bidi::BidiClass::{AL, AN, FSI, LRE, LRI, LRO, R, RLE, RLI, RLO};
        let class = unicode_bidi::bidi_class(c);
        matches!(class, R | AL | AN | RLE | RLO | RLI | FSI | LRE | LRO | LRI)
    }
}

/// The text as the algorithms of Unicode shall see it: outside kept text, tabs and line feeds are spaces.
fn analysed(text: &str, spans: &[Span<'_>]) -> String {
    let mut plain = String::with_capacity(text.len());
    for span in spans {
        let part = text.get(span.start..span.end).unwrap_or("");
        match span.piece {
            Piece::Text(piece) if !piece.kept && part.contains(is_layout_control) => {
                plain.extend(
                    part.chars()
                        .map(|c| if is_layout_control(c) { ' ' } else { c }),
                );
            }
            _ => plain.push_str(part),
        }
    }
    plain
}

/// Line-break opportunities by byte (UAX #14), and those inside addresses.
fn cuts(plain: &str, text: &str) -> Vec<Cut> {
    let mut cuts = vec![Cut::No; text.len()];
    for at in address_cuts(plain) {
        if let Some(cut) = cuts.get_mut(at) {
            *cut = Cut::Address;
        }
    }
    for (at, opportunity) in linebreaks(plain) {
        if let Some(cut) = cuts.get_mut(at) {
            *cut = match opportunity {
                BreakOpportunity::Mandatory => Cut::Forced,
                // A dash ends a line and begins none.
                BreakOpportunity::Allowed if begins_with_dash(plain, at) => Cut::No,
                BreakOpportunity::Allowed => Cut::Allowed,
            };
        }
    }
    cuts
}

/// Whether a dash follows a word at a byte.
fn begins_with_dash(text: &str, at: usize) -> bool {
    let is_dash = text
        .get(at..)
        .is_some_and(|rest| rest.starts_with('\u{2014}'));
    is_dash
        && text
            .get(..at)
            .is_some_and(|before| !before.ends_with(char::is_whitespace))
}

/// Strings without spaces that are longer are treated like addresses.
const LONG: usize = 28;

/// The places behind signs inside addresses and other long strings.
fn address_cuts(text: &str) -> Vec<usize> {
    let mut cuts = Vec::new();
    let mut start = 0;
    for token in text.split_inclusive(char::is_whitespace) {
        let base = start;
        start += token.len();
        let word = token.trim_end();
        if !is_address(word) {
            continue;
        }
        // The first part of a DOI says nothing alone.
        let least = if word.starts_with("10.") { 3 } else { 1 };
        let mut chars = word.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let next = chars.peek().map(|(_, next)| *next);
            // Two characters at least stay on the first line and go to the next; what follows a sign must not be another.
            let rest = chars.clone().filter(|(_, c)| c.is_alphanumeric());
            let is_cut = at > least && is_sign(c) && next.is_some_and(char::is_alphanumeric);
            if is_cut && rest.take(2).count() == 2 {
                cuts.push(base + at + c.len_utf8());
            }
        }
    }
    cuts
}

fn is_address(word: &str) -> bool {
    word.contains("://")
        || word.contains("www.")
        || word.contains('@')
        || (word.contains("10.") && word.contains('/'))
        || (word.len() > LONG && word.chars().nth(LONG).is_some())
}

fn is_sign(c: char) -> bool {
    matches!(
        c,
        '/' | '.' | '-' | '_' | '?' | '&' | '=' | '#' | ':' | '@' | '+' | '~' | '%' | ',' | ';'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_break_behind_their_signs() {
        let text = "see https://example.org/a-b?c=d. End";
        let parts: Vec<&str> = address_cuts(text)
            .into_iter()
            .map(|at| text.get(..at).unwrap())
            .collect();
        assert_eq!(
            parts,
            [
                "see https://",
                "see https://example.",
                "see https://example.org/",
                "see https://example.org/a-",
                "see https://example.org/a-b?",
            ]
        );
        assert!(address_cuts("and/or e.g. well-known").is_empty());
        // No line begins with one letter of an address.
        assert_eq!(address_cuts("10.1111/tb02596.x."), [8]);
    }

    #[test]
    fn the_first_strong_character_decides_the_direction() {
        let text = |text| TextPiece {
            text,
            style: crate::pdf::layout::typeset::tests::SERIF,
            lang: None,
            owner: 0,
            kept: false,
        };
        for (sample, rtl) in [
            ("\u{5D0} a", true),
            ("a \u{5D0}", false),
            ("1 \u{627}", true),
            ("", false),
        ] {
            let pieces = [Piece::Text(text(sample))];
            assert_eq!(Source::new(&pieces).rtl, rtl, "{sample}");
        }
    }
}
