//! The small values of PDF: text strings, names, numbers, dates.

use lopdf::{Object, StringFormat};

/// Most UTF-16 units in one string: PDF/A allows 32,767 bytes.
const UNITS: usize = 16_000;

/// A text string: ASCII as it is, all else as UTF-16 with a byte order mark.
pub(super) fn text_string(text: &str) -> Object {
    if text.bytes().all(|b| (0x20..0x7F).contains(&b)) {
        // Balanced or not, parentheses cost lopdf quadratic time; hexadecimal digits do not.
        let format = if text.bytes().any(|b| matches!(b, b'(' | b')' | b'\\')) {
            StringFormat::Hexadecimal
        } else {
            StringFormat::Literal
        };
        return Object::String(text.as_bytes().to_vec(), format);
    }
    Object::String(utf16(text), StringFormat::Hexadecimal)
}

/// UTF-16, big endian, with a byte order mark.
pub(super) fn utf16(text: &str) -> Vec<u8> {
    let mut bytes = vec![0xFE, 0xFF];
    bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    bytes
}

/// The text in pieces that each fit into one string; at least one.
pub(super) fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = text;
    let mut units = 0;
    let mut at = 0;
    while let Some(c) = rest.get(at..).and_then(|tail| tail.chars().next()) {
        if units + c.len_utf16() > UNITS {
            let (head, tail) = rest.split_at(at);
            pieces.push(head);
            rest = tail;
            (units, at) = (0, 0);
        }
        units += c.len_utf16();
        at += c.len_utf8();
    }
    pieces.push(rest);
    pieces
}

/// A name.
pub(super) fn name(text: &str) -> Object {
    Object::Name(text.as_bytes().to_vec())
}

/// A length, to a thousandth of a point.
pub(super) fn real(value: f32) -> Object {
    Object::Real(rounded(value))
}

/// A length to a thousandth of a point; what is no number is 0.
pub(super) fn rounded(value: f32) -> f32 {
    if value.is_finite() {
        (value * 1000.0).round() / 1000.0
    } else {
        0.0
    }
}

/// A date as PDF and as XMP spell it, from a full ISO date; 1980-01-01 when there is none.
pub(super) fn dates(iso: Option<&str>) -> (String, String) {
    let day = iso.filter(|day| is_full_date(day)).unwrap_or("1980-01-01");
    let digits: String = day.chars().filter(char::is_ascii_digit).collect();
    (format!("D:{digits}000000Z"), format!("{day}T00:00:00Z"))
}

fn is_full_date(day: &str) -> bool {
    day.len() == 10
        && day.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_are_cut_between_characters() {
        let text = "a😀".repeat(UNITS);
        let pieces = pieces(&text);
        assert!(pieces.len() > 2);
        assert_eq!(pieces.concat(), text);
        assert!(pieces.iter().all(|p| utf16(p).len() <= 32_767));
        assert_eq!(super::pieces(""), [""]);
    }

    #[test]
    fn a_partial_date_is_no_date() {
        assert_eq!(dates(Some("2026-03")).0, "D:19800101000000Z");
        assert_eq!(
            dates(Some("2026-03-05")),
            ("D:20260305000000Z".into(), "2026-03-05T00:00:00Z".into())
        );
    }
}
