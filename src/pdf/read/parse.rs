//! Objects from tokens: nesting is counted, not recursed into.

use super::lexer::{Lexer, Token};
use super::object::{Dict, Object};

/// Deepest nesting of lists and dictionaries.
const DEPTH: usize = 64;

/// What stands next.
#[derive(Debug, PartialEq)]
pub(super) enum Next<'a> {
    /// An object.
    Object(Object),
    /// An operator or another word.
    Word(&'a [u8]),
    /// Nothing.
    End,
}

/// An open list or dictionary.
struct Open {
    dict: bool,
    items: Vec<Object>,
}

/// Reads the next object or word. References are known when `references` says so: content has none.
///
/// The error is what is wrong; where is known by the lexer.
pub(super) fn next<'a>(lexer: &mut Lexer<'a>, references: bool) -> Result<Next<'a>, &'static str> {
    let mut open: Vec<Open> = Vec::new();
    loop {
        let Some(token) = lexer.token() else {
            return if open.is_empty() {
                Ok(Next::End)
            } else {
                Err("a list or dictionary is not closed")
            };
        };
        let object = match token {
            Token::ArrayStart | Token::DictStart => {
                if open.len() == DEPTH {
                    return Err("lists and dictionaries are nested too deep");
                }
                open.push(Open {
                    dict: token == Token::DictStart,
                    items: Vec::new(),
                });
                continue;
            }
            Token::ArrayEnd | Token::DictEnd => close(open.pop(), token == Token::DictEnd)?,
            Token::Int(value) => match reference(lexer, value).filter(|_| references) {
                Some(reference) => reference,
                None => Object::Int(value),
            },
            Token::Real(value) => Object::Real(value),
            Token::Str(bytes) => Object::Str(bytes),
            Token::Name(name) => Object::Name(name),
            Token::Word(b"true") => Object::Bool(true),
            Token::Word(b"false") => Object::Bool(false),
            Token::Word(b"null") => Object::Null,
            Token::Word(word) if open.is_empty() => return Ok(Next::Word(word)),
            Token::Word(_) => return Err("a word stands in a list or dictionary"),
        };
        match open.last_mut() {
            Some(open) => open.items.push(object),
            None => return Ok(Next::Object(object)),
        }
    }
}

/// The object that a closing bracket completes.
fn close(open: Option<Open>, dict: bool) -> Result<Object, &'static str> {
    let open = open
        .filter(|open| open.dict == dict)
        .ok_or("a bracket closes what is not open")?;
    if !dict {
        return Ok(Object::Array(open.items));
    }
    let mut entries = Dict::default();
    let mut items = open.items.into_iter();
    while let Some(key) = items.next() {
        match (key, items.next()) {
            (Object::Name(key), Some(value)) => entries.add(key, value),
            _ => return Err("a dictionary does not pair names with values"),
        }
    }
    Ok(Object::Dict(entries))
}

/// `12 0 R` after its first number; the lexer stays where it is when there is none.
fn reference(lexer: &mut Lexer<'_>, number: i64) -> Option<Object> {
    let id = u32::try_from(number).ok()?;
    let mut ahead = lexer.clone();
    if !matches!(ahead.token(), Some(Token::Int(0..=65_535)))
        || ahead.token() != Some(Token::Word(b"R"))
    {
        return None;
    }
    *lexer = ahead;
    Some(Object::Ref(id))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn object(text: &str) -> Result<Next<'_>, &'static str> {
        next(&mut Lexer::new(text.as_bytes(), 0), true)
    }

    #[test]
    fn objects_nest() {
        let Ok(Next::Object(object)) = object("<</A [1 2 0 R (x)] /B <</C null>>>>") else {
            panic!()
        };
        let dict = object.dict().unwrap();
        assert_eq!(
            dict.get("A").unwrap().array().unwrap(),
            [Object::Int(1), Object::Ref(2), Object::Str(b"x".to_vec())]
        );
        assert!(dict.get("B").unwrap().dict().is_some());
    }

    #[test]
    fn what_is_broken_is_refused() {
        for text in [
            "[1",
            "<</A>>",
            "<<1 2>>",
            "[1>>",
            "]",
            "[obj]",
            &"[".repeat(1_000_000),
        ] {
            assert!(object(text).is_err(), "{}", text.get(..10).unwrap_or(text));
        }
    }
}
