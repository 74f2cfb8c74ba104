//! Every text that bytes may hold: as they stand, compressed, or encoded in one of the usual ways, one in the other.

use std::io::Read;

use flate2::read::{DeflateDecoder, GzDecoder, ZlibDecoder};
use serde_json::Value;

/// How many encodings are undone one after the other.
const DEPTH: usize = 3;
/// Shorter tokens are not taken for encoded text: they cannot hold four words.
const TOKEN: usize = 16;

/// Every text that these bytes may hold.
pub(crate) fn texts(bytes: &[u8]) -> Vec<String> {
    let mut found = Vec::new();
    undo(bytes, DEPTH, &mut found);
    found
}

fn undo(bytes: &[u8], depth: usize, found: &mut Vec<String>) {
    let text = text(bytes);
    if depth > 0 {
        for inner in inflated(bytes).iter().chain(&decoded(&text)) {
            undo(inner, depth - 1, found);
        }
        if let Ok(value) = serde_json::from_str(&text) {
            strings(&value, depth - 1, found);
        }
    }
    found.push(text);
}

/// UTF-16 with its mark, UTF-8, else one byte a character.
fn text(bytes: &[u8]) -> String {
    if let Some(wide) = bytes.strip_prefix(&[0xFE, 0xFF]) {
        let units = wide
            .chunks_exact(2)
            .map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
        return char::decode_utf16(units)
            .map(|c| c.unwrap_or('\u{FFFD}'))
            .collect();
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => bytes.iter().map(|byte| char::from(*byte)).collect(),
    }
}

fn inflated(bytes: &[u8]) -> Vec<Vec<u8>> {
    if bytes.len() < TOKEN {
        return Vec::new();
    }
    let readers: [Box<dyn Read + '_>; 3] = [
        Box::new(ZlibDecoder::new(bytes)),
        Box::new(GzDecoder::new(bytes)),
        Box::new(DeflateDecoder::new(bytes)),
    ];
    let read = readers.into_iter().map(|mut reader| {
        let mut out = Vec::new();
        reader.read_to_end(&mut out).is_ok().then_some(out)
    });
    read.flatten().filter(|out| !out.is_empty()).collect()
}

fn decoded(text: &str) -> Vec<Vec<u8>> {
    let mut found = Vec::new();
    if text.contains('%') || text.contains('+') {
        found.extend(percent(&text.replace('+', " ")));
        found.extend(percent(text));
    }
    if text.contains("\\u") || text.contains("\\\"") {
        found
            .extend(serde_json::from_str::<String>(&format!("\"{text}\"")).map(String::into_bytes));
    }
    if text.contains('&') {
        found.push(references(text).into_bytes());
    }
    let is_token = |c: char| c.is_ascii_alphanumeric() || "+/-_=".contains(c);
    for token in text
        .split(|c: char| !is_token(c))
        .filter(|token| token.len() >= TOKEN)
    {
        found.extend(hexadecimal(token));
        found.extend(base64(token));
    }
    found.retain(|inner| inner != text.as_bytes());
    found
}

fn percent(text: &str) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let mut parts = text.split('%');
    out.extend(parts.next()?.bytes());
    for part in parts {
        let code = part
            .get(..2)
            .and_then(|code| u8::from_str_radix(code, 16).ok())?;
        out.push(code);
        out.extend(part[2..].bytes());
    }
    Some(out)
}

fn references(text: &str) -> String {
    let mut out = String::new();
    let mut parts = text.split('&');
    out.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let (name, rest) = part.split_once(';').unwrap_or(("", part));
        let number = name
            .strip_prefix("#x")
            .map(|hex| u32::from_str_radix(hex, 16));
        let number = number.or_else(|| name.strip_prefix('#').map(str::parse));
        match number.and_then(Result::ok).and_then(char::from_u32) {
            Some(c) => out.push(c),
            None => out.push(' '),
        }
        out.push_str(rest);
    }
    out
}

fn hexadecimal(token: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u8>> = token
        .chars()
        .map(|c| c.to_digit(16).and_then(|d| u8::try_from(d).ok()))
        .collect();
    let digits = digits.filter(|digits| digits.len() % 2 == 0)?;
    Some(
        digits
            .chunks(2)
            .map(|pair| pair[0] * 16 + pair[1])
            .collect(),
    )
}

/// Both alphabets, with or without padding.
fn base64(token: &str) -> Option<Vec<u8>> {
    let (mut bits, mut count, mut out) = (0_u32, 0, Vec::new());
    for c in token.trim_end_matches('=').bytes() {
        let six = match c {
            b'A'..=b'Z' => c - b'A',
            b'a'..=b'z' => c - b'a' + 26,
            b'0'..=b'9' => c - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            _ => return None,
        };
        bits = bits << 6 | u32::from(six);
        count += 6;
        if count >= 8 {
            count -= 8;
            out.push(u8::try_from(bits >> count & 0xFF).ok()?);
        }
    }
    Some(out)
}

fn strings(value: &Value, depth: usize, found: &mut Vec<String>) {
    match value {
        Value::String(text) => undo(text.as_bytes(), depth, found),
        Value::Array(items) => items.iter().for_each(|item| strings(item, depth, found)),
        Value::Object(fields) => {
            for (key, inner) in fields {
                found.push(key.clone());
                strings(inner, depth, found);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    const WORDS: &str = "four words \"in\" a row: ж";

    #[track_caller]
    fn seen(bytes: &[u8]) {
        let found = texts(bytes);
        assert!(found.iter().any(|text| text.contains(WORDS)), "{found:?}");
    }

    fn zlib(bytes: &[u8]) -> Vec<u8> {
        let mut out = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        out.write_all(bytes).unwrap();
        out.finish().unwrap()
    }

    fn hex(bytes: &[u8]) -> String {
        bytes
            .iter()
            .fold(String::new(), |out, byte| format!("{out}{byte:02x}"))
    }

    #[test]
    fn text_is_seen_through_each_encoding() {
        seen(WORDS.as_bytes());
        let wide: Vec<u8> = WORDS.encode_utf16().flat_map(u16::to_be_bytes).collect();
        seen(&[&[0xFE, 0xFF], wide.as_slice()].concat());
        seen(&zlib(WORDS.as_bytes()));
        seen(serde_json::json!([{ "a": WORDS }]).to_string().as_bytes());
        seen(
            serde_json::to_string(WORDS)
                .unwrap()
                .trim_matches('"')
                .as_bytes(),
        );
        seen(hex(WORDS.as_bytes()).as_bytes());
        seen(hex(&zlib(WORDS.as_bytes())).as_bytes());
        seen(b"four%20words%20%22in%22%20a%20row:%20%D0%B6");
        seen(b"four+words+%22in%22+a+row:+%D0%B6");
        seen(b"Zm91ciB3b3JkcyAiaW4iIGEgcm93OiDQtg==");
        seen(b"x Zm91ciB3b3JkcyAiaW4iIGEgcm93OiDQtg y");
        seen("four words &#34;in&#x22; a row: &#1078;".as_bytes());
        seen(
            serde_json::json!({ "a": "Zm91ciB3b3JkcyAiaW4iIGEgcm93OiDQtg" })
                .to_string()
                .as_bytes(),
        );
    }
}
