//! The objects that a PDF is made of.

use std::collections::BTreeMap;
use std::ops::Range;

/// The number of an indirect object.
pub(super) type Id = u32;

/// An object.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Object {
    /// Nothing.
    Null,
    /// True or false.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// Any other number.
    Real(f64),
    /// A string.
    Str(Vec<u8>),
    /// A name.
    Name(Vec<u8>),
    /// A list.
    Array(Vec<Object>),
    /// A dictionary.
    Dict(Dict),
    /// A reference.
    Ref(Id),
    /// A dictionary with data, which stand in the file between these bytes.
    Stream(Dict, Range<usize>),
}

impl Object {
    /// The whole number.
    pub(super) fn int(&self) -> Option<i64> {
        match self {
            Self::Int(value) => Some(*value),
            _ => None,
        }
    }

    /// The whole number as a count or place.
    pub(super) fn size(&self) -> Option<usize> {
        self.int().and_then(|value| usize::try_from(value).ok())
    }

    /// The name, when it is one of ASCII or UTF-8.
    pub(super) fn name(&self) -> Option<&str> {
        match self {
            Self::Name(name) => std::str::from_utf8(name).ok(),
            _ => None,
        }
    }

    /// The string as text.
    pub(super) fn text(&self) -> Option<String> {
        match self {
            Self::Str(bytes) => Some(text(bytes)),
            _ => None,
        }
    }

    /// The list.
    pub(super) fn array(&self) -> Option<&[Self]> {
        match self {
            Self::Array(items) => Some(items),
            _ => None,
        }
    }

    /// The dictionary, that of a stream too.
    pub(super) fn dict(&self) -> Option<&Dict> {
        match self {
            Self::Dict(dict) | Self::Stream(dict, _) => Some(dict),
            _ => None,
        }
    }

    /// The number referred to.
    pub(super) fn reference(&self) -> Option<Id> {
        match self {
            Self::Ref(id) => Some(*id),
            _ => None,
        }
    }
}

/// A dictionary.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Dict(BTreeMap<Vec<u8>, Object>);

impl Dict {
    /// The value of a key.
    pub(super) fn get(&self, key: &str) -> Option<&Object> {
        self.0.get(key.as_bytes())
    }

    /// Sets a value; of equal keys the first stands.
    pub(super) fn add(&mut self, key: Vec<u8>, value: Object) {
        self.0.entry(key).or_insert(value);
    }

    /// All keys with their values.
    #[allow(dead_code, reason = "the counterpart of `get`")]
    pub(super) fn iter(&self) -> impl Iterator<Item = (&[u8], &Object)> {
        self.0.iter().map(|(key, value)| (key.as_slice(), value))
    }
}

/// A text string: UTF-16 or UTF-8 with a byte order mark, else `PDFDocEncoding`.
pub(super) fn text(bytes: &[u8]) -> String {
    match bytes {
        [0xFE, 0xFF, rest @ ..] => utf16(rest),
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => bytes.iter().map(|&byte| document_char(byte)).collect(),
    }
}

/// UTF-16, big endian, without a mark.
pub(super) fn utf16(bytes: &[u8]) -> String {
    let units = bytes.chunks(2).map(|pair| match pair {
        [high, low] => u16::from_be_bytes([*high, *low]),
        _ => 0xFFFD,
    });
    char::decode_utf16(units)
        .map(|c| c.unwrap_or('\u{FFFD}'))
        .collect()
}

/// `PDFDocEncoding` where it is not Latin-1.
fn document_char(byte: u8) -> char {
    const FROM_18: [char; 8] = ['˘', 'ˇ', 'ˆ', '˙', '˝', '˛', '˚', '˜'];
    const FROM_80: [char; 31] = [
        '•', '†', '‡', '…', '—', '–', 'ƒ', '⁄', '‹', '›', '−', '‰', '„', '“', '”', '‘', '’', '‚',
        '™', 'ﬁ', 'ﬂ', 'Ł', 'Œ', 'Š', 'Ÿ', 'Ž', 'ı', 'ł', 'œ', 'š', 'ž',
    ];
    match byte {
        0x18..=0x1F => FROM_18.get(usize::from(byte - 0x18)).copied(),
        0x80..=0x9E => FROM_80.get(usize::from(byte - 0x80)).copied(),
        0xA0 => Some('€'),
        _ => None,
    }
    .unwrap_or(char::from(byte))
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn strings_are_read_in_all_their_encodings() {
        assert_eq!(text(b"plain"), "plain");
        assert_eq!(text(b"\x93x\xA0\xE9"), "ﬁx€é");
        assert_eq!(text(b"\xFE\xFF\x04\x9B\xD8\x3D\xDE\x00"), "қ😀");
        assert_eq!(text("\u{FEFF}қ".as_bytes()), "қ");
        assert_eq!(text(b"\xFE\xFF\xD8\x3D"), "\u{FFFD}");
    }
}
