//! The characters and names that XML allows.

use std::borrow::Cow;

/// True for the characters of an XML document (production `Char`).
pub(crate) fn is_char(c: char) -> bool {
    !matches!(c, '\u{0}'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}')
}

/// The first character that XML does not allow, with its byte offset.
pub(crate) fn find_illegal(text: &str) -> Option<(usize, char)> {
    const CHUNK: usize = 4096;
    // Almost all text is clean, and looking at bytes is much faster than at characters.
    let suspect = |b: u8| (b < 0x20 && !is_space(b)) || b == 0xEF;
    for (i, chunk) in text.as_bytes().chunks(CHUNK).enumerate() {
        if chunk.iter().fold(false, |found, &b| found | suspect(b)) {
            let start = boundary_before(text, i * CHUNK);
            let end = i * CHUNK + chunk.len();
            let end = (end..text.len()).find(|&end| text.is_char_boundary(end));
            let end = end.unwrap_or(text.len());
            let part = text.get(start..end).unwrap_or_default();
            if let Some((at, c)) = part.char_indices().find(|&(_, c)| !is_char(c)) {
                return Some((start + at, c));
            }
        }
    }
    None
}

/// The last place at or before another at which no character is cut.
pub(crate) fn boundary_before(text: &str, at: usize) -> usize {
    (0..=at.min(text.len()))
        .rev()
        .find(|&at| text.is_char_boundary(at))
        .unwrap_or_default()
}

/// True for the white space of XML.
pub(crate) fn is_space(b: u8) -> bool {
    matches!(b, b' ' | b'\t' | b'\n' | b'\r')
}

/// The text without white space at its start.
pub(crate) fn trim_start(text: &str) -> &str {
    text.trim_start_matches(|c: char| u8::try_from(c).is_ok_and(is_space))
}

/// True for text of white space only.
pub(crate) fn is_blank(text: &str) -> bool {
    text.bytes().all(is_space)
}

/// The text with every line end, CR LF or CR, as the LF that XML reads it as.
pub(crate) fn line_ends(text: &str) -> Cow<'_, str> {
    if !text.contains('\r') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((line, following)) = rest.split_once('\r') {
        out.extend([line, "\n"]);
        rest = following.strip_prefix('\n').unwrap_or(following);
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// True for the characters of a public identifier.
pub(crate) fn is_public_id(c: char) -> bool {
    c.is_ascii_alphanumeric() || " \r\n-'()+,./:=?;!*#@$_%".contains(c)
}

/// True for a name that may contain colons (production `Name`).
pub(crate) fn is_name(name: &str) -> bool {
    let mut chars = name.chars();
    chars.next().is_some_and(|c| c == ':' || is_name_start(c))
        && chars.all(|c| c == ':' || is_name_char(c))
}

/// True for a name without colon (production `NCName`).
pub(crate) fn is_ncname(name: &str) -> bool {
    let mut chars = name.chars();
    chars.next().is_some_and(is_name_start) && chars.all(is_name_char)
}

fn is_name_start(c: char) -> bool {
    matches!(c,
        'a'..='z' | 'A'..='Z' | '_'
        | '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{F6}' | '\u{F8}'..='\u{2FF}'
        | '\u{370}'..='\u{37D}' | '\u{37F}'..='\u{1FFF}' | '\u{200C}'..='\u{200D}'
        | '\u{2070}'..='\u{218F}' | '\u{2C00}'..='\u{2FEF}' | '\u{3001}'..='\u{D7FF}'
        | '\u{F900}'..='\u{FDCF}' | '\u{FDF0}'..='\u{FFFD}' | '\u{10000}'..='\u{EFFFF}')
}

/// True for the characters of a name behind its first, the colon left aside.
pub(crate) fn is_name_char(c: char) -> bool {
    is_name_start(c)
        || matches!(c, '-' | '.' | '0'..='9' | '\u{B7}' | '\u{300}'..='\u{36F}' | '\u{203F}'..='\u{2040}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        for name in ["a", "_", "été", "a-b.c1", "数", "x·"] {
            assert!(is_ncname(name), "{name}");
        }
        for name in ["", "1", "-a", ".a", "a b", "a:b", "a/", "×", "a\u{FFFE}"] {
            assert!(!is_ncname(name), "{name}");
        }
        assert!(is_name("a:b") && is_name(":") && !is_name("1:b"));
    }

    #[test]
    fn every_line_end_is_one_line_feed() {
        assert!(matches!(line_ends("a\nb"), Cow::Borrowed("a\nb")));
        assert_eq!(
            line_ends("\ra\r\n\r\nb\r\rc\n\r\n\r"),
            "\na\n\nb\n\nc\n\n\n"
        );
    }

    #[test]
    fn illegal_characters_are_found_wherever_they_stand() {
        assert_eq!(
            find_illegal("a\tb\r\n\u{85}\u{FFFD}\u{10FFFF}\u{FF01}"),
            None
        );
        assert_eq!(find_illegal(&"x\u{FF01}".repeat(10_000)), None);
        for c in ['\0', '\u{1}', '\u{B}', '\u{1F}', '\u{FFFE}', '\u{FFFF}'] {
            // Around the edge of a chunk, where a character may be cut.
            for before in [0, 1, 4093, 4094, 4095, 4096, 4097, 9000] {
                let text = format!("{}{c}z", "ü".repeat(before / 2) + &"a".repeat(before % 2));
                assert_eq!(find_illegal(&text), Some((before, c)));
            }
        }
    }
}
