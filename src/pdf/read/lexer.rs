//! The tokens of a PDF: of the file, its object streams, its content and its maps.

/// A token.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token<'a> {
    /// A whole number.
    Int(i64),
    /// Any other number.
    Real(f64),
    /// A string.
    Str(Vec<u8>),
    /// A name.
    Name(Vec<u8>),
    /// `[`
    ArrayStart,
    /// `]`
    ArrayEnd,
    /// `<<`
    DictStart,
    /// `>>`
    DictEnd,
    /// An operator, `true`, `obj`, `R` and the like.
    Word(&'a [u8]),
}

/// Reads tokens one by one.
#[derive(Debug, Clone)]
pub(super) struct Lexer<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Lexer<'a> {
    /// Begins at a byte.
    pub(super) fn new(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at }
    }

    /// The place of the next byte.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// Goes on at a byte.
    pub(super) fn go(&mut self, at: usize) {
        self.at = at;
    }

    /// All that is left.
    pub(super) fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn take(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.at += 1;
        Some(byte)
    }

    fn skip_space(&mut self) {
        while let Some(byte) = self.peek() {
            if byte == b'%' {
                while !matches!(self.peek(), None | Some(b'\r' | b'\n')) {
                    self.at += 1;
                }
            } else if is_space(byte) {
                self.at += 1;
            } else {
                return;
            }
        }
    }

    /// The next token; none at the end.
    pub(super) fn token(&mut self) -> Option<Token<'a>> {
        self.skip_space();
        let start = self.at;
        let byte = self.take()?;
        Some(match byte {
            b'(' => Token::Str(self.literal()),
            b'/' => Token::Name(self.name()),
            b'[' => Token::ArrayStart,
            b']' => Token::ArrayEnd,
            b'<' if self.peek() == Some(b'<') => {
                self.at += 1;
                Token::DictStart
            }
            b'<' => Token::Str(self.hexadecimal()),
            b'>' if self.peek() == Some(b'>') => {
                self.at += 1;
                Token::DictEnd
            }
            // Alone they mean nothing; each is a word, so that reading goes on.
            b'>' | b')' | b'{' | b'}' => {
                Token::Word(self.bytes.get(start..self.at).unwrap_or_default())
            }
            _ => {
                while self.peek().is_some_and(is_regular) {
                    self.at += 1;
                }
                let word = self.bytes.get(start..self.at).unwrap_or_default();
                number(word).unwrap_or(Token::Word(word))
            }
        })
    }

    /// A string in parentheses, which may be nested.
    fn literal(&mut self) -> Vec<u8> {
        let mut string = Vec::new();
        let mut open = 1_usize;
        while let Some(byte) = self.take() {
            match byte {
                b'\\' => self.escape(&mut string),
                b'(' => {
                    open += 1;
                    string.push(byte);
                }
                b')' => {
                    open -= 1;
                    if open == 0 {
                        break;
                    }
                    string.push(byte);
                }
                b'\r' => {
                    if self.peek() == Some(b'\n') {
                        self.at += 1;
                    }
                    string.push(b'\n');
                }
                _ => string.push(byte),
            }
        }
        string
    }

    fn escape(&mut self, string: &mut Vec<u8>) {
        let Some(byte) = self.take() else { return };
        match byte {
            b'n' => string.push(b'\n'),
            b'r' => string.push(b'\r'),
            b't' => string.push(b'\t'),
            b'b' => string.push(8),
            b'f' => string.push(12),
            b'\n' => {}
            b'\r' => {
                if self.peek() == Some(b'\n') {
                    self.at += 1;
                }
            }
            b'0'..=b'7' => {
                let mut value = byte - b'0';
                for _ in 0..2 {
                    let Some(digit @ b'0'..=b'7') = self.peek() else {
                        break;
                    };
                    self.at += 1;
                    value = value.wrapping_mul(8).wrapping_add(digit - b'0');
                }
                string.push(value);
            }
            _ => string.push(byte),
        }
    }

    fn hexadecimal(&mut self) -> Vec<u8> {
        let mut string = Vec::new();
        let mut half = None;
        while let Some(byte) = self.take() {
            if byte == b'>' {
                break;
            }
            let Some(digit) = hex_digit(byte) else {
                continue;
            };
            match half.take() {
                None => half = Some(digit),
                Some(high) => string.push(high * 16 + digit),
            }
        }
        string.extend(half.map(|high| high * 16));
        string
    }

    fn name(&mut self) -> Vec<u8> {
        let mut name = Vec::new();
        while let Some(byte) = self.peek().filter(|b| is_regular(*b)) {
            self.at += 1;
            match self.digits().filter(|_| byte == b'#') {
                Some(code) => {
                    self.at += 2;
                    name.push(code);
                }
                None => name.push(byte),
            }
        }
        name
    }

    /// The byte that the next two hexadecimal digits stand for.
    fn digits(&self) -> Option<u8> {
        let high = self.peek().and_then(hex_digit)?;
        let low = self.bytes.get(self.at + 1).copied().and_then(hex_digit)?;
        Some(high * 16 + low)
    }
}

/// White space.
pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, b'\0' | b'\t' | b'\n' | 12 | b'\r' | b' ')
}

fn is_regular(byte: u8) -> bool {
    !is_space(byte) && !b"()<>[]{}/%".contains(&byte)
}

fn hex_digit(byte: u8) -> Option<u8> {
    char::from(byte)
        .to_digit(16)
        .and_then(|digit| u8::try_from(digit).ok())
}

/// A number, when the word is one: digits with at most one point and a sign before them.
fn number(word: &[u8]) -> Option<Token<'static>> {
    let digits = word
        .strip_prefix(b"-")
        .or_else(|| word.strip_prefix(b"+"))
        .unwrap_or(word);
    let mut points = 0;
    for byte in digits {
        match byte {
            b'.' => points += 1,
            b'0'..=b'9' => {}
            _ => return None,
        }
    }
    if points > 1 || digits.len() == points {
        return None;
    }
    let text = std::str::from_utf8(word).ok()?;
    match text.parse() {
        Ok(value) if points == 0 => Some(Token::Int(value)),
        _ => text.parse().ok().map(Token::Real),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(text: &str) -> Vec<Token<'_>> {
        let mut lexer = Lexer::new(text.as_bytes(), 0);
        std::iter::from_fn(|| lexer.token()).collect()
    }

    #[test]
    fn strings_keep_their_bytes() {
        assert_eq!(
            tokens(r"(a\(b(c)\053\n\q)"),
            [Token::Str(b"a(b(c)+\nq".to_vec())]
        );
        assert_eq!(tokens("<48 6>"), [Token::Str(b"H`".to_vec())]);
    }

    #[test]
    fn names_numbers_and_words_are_told_apart() {
        assert_eq!(
            tokens("/a#20b -1 .5 1.2.3 R% comment\n>"),
            [
                Token::Name(b"a b".to_vec()),
                Token::Int(-1),
                Token::Real(0.5),
                Token::Word(b"1.2.3"),
                Token::Word(b"R"),
                Token::Word(b">"),
            ]
        );
    }
}
