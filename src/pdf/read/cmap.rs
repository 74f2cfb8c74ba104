//! `ToUnicode` maps: which code stands for which text.

use std::collections::BTreeMap;

use super::lexer::{Lexer, Token};
use super::object::utf16;

/// Most entries of one map.
const ENTRIES: usize = 200_000;

/// A map from codes of two bytes to text.
#[derive(Debug, Default)]
pub(super) struct CMap {
    chars: BTreeMap<u16, String>,
    /// Ranges by their first code, with the last one and the text of the first.
    ranges: BTreeMap<u16, (u16, Vec<u8>)>,
}

impl CMap {
    /// Reads a map. What is not understood in it is passed over; codes without a text read as U+FFFD.
    pub(super) fn parse(data: &[u8]) -> Self {
        let mut map = Self::default();
        let mut lexer = Lexer::new(data, 0);
        while let Some(token) = lexer.token() {
            match token {
                Token::Word(b"beginbfchar") => map.chars(&mut lexer),
                Token::Word(b"beginbfrange") => map.ranges(&mut lexer),
                _ => {}
            }
        }
        map
    }

    /// Adds the text of a shown string.
    pub(super) fn decode(&self, string: &[u8], out: &mut String) {
        for pair in string.chunks(2) {
            let code = match pair {
                [high, low] => u16::from_be_bytes([*high, *low]),
                _ => 0,
            };
            match self.chars.get(&code) {
                Some(text) => out.push_str(text),
                None => out.push_str(&self.in_range(code).unwrap_or_else(|| "\u{FFFD}".to_owned())),
            }
        }
    }

    fn in_range(&self, code: u16) -> Option<String> {
        let (first, (last, text)) = self.ranges.range(..=code).next_back()?;
        let (rest, unit) = text.split_last_chunk::<2>().filter(|_| code <= *last)?;
        let unit = u16::from_be_bytes(*unit).wrapping_add(code - first);
        Some(utf16(&[rest, &unit.to_be_bytes()].concat()))
    }

    fn full(&self) -> bool {
        self.chars.len() + self.ranges.len() >= ENTRIES
    }

    fn chars(&mut self, lexer: &mut Lexer<'_>) {
        while let (Some(Token::Str(code)), false) = (lexer.token(), self.full()) {
            let Some(Token::Str(text)) = lexer.token() else {
                return;
            };
            if let Some(code) = code_of(&code) {
                self.chars.insert(code, utf16(&text));
            }
        }
    }

    fn ranges(&mut self, lexer: &mut Lexer<'_>) {
        while let (Some(Token::Str(first)), false) = (lexer.token(), self.full()) {
            let Some(Token::Str(last)) = lexer.token() else {
                return;
            };
            let (Some(first), Some(last)) = (code_of(&first), code_of(&last)) else {
                return;
            };
            match lexer.token() {
                Some(Token::Str(text)) => {
                    self.ranges.insert(first, (last, text));
                }
                Some(Token::ArrayStart) => {
                    for code in first..=last {
                        let Some(Token::Str(text)) = lexer.token() else {
                            break;
                        };
                        self.chars.insert(code, utf16(&text));
                    }
                    lexer.token();
                }
                _ => return,
            }
        }
    }
}

fn code_of(bytes: &[u8]) -> Option<u16> {
    match bytes {
        [low] => Some(u16::from(*low)),
        [high, low] => Some(u16::from_be_bytes([*high, *low])),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::CMap;

    #[test]
    fn characters_and_ranges_are_decoded() {
        let map = CMap::parse(
            b"2 beginbfchar <0001> <00660069> <0002> <D83DDE00> endbfchar
              2 beginbfrange <0003> <0005> <0041> <0006> <0007> [<0031> <0032>] endbfrange",
        );
        let mut text = String::new();
        map.decode(&[0, 1, 0, 2, 0, 3, 0, 5, 0, 6, 0, 7, 0, 8], &mut text);
        assert_eq!(text, "fi😀AC12\u{FFFD}");
    }
}
