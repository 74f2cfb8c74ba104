//! What is only spelling in XML: encodings, line ends, references, attribute values, the document type.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The text that libxml2 expands each entity name of JATS to.
static NAMES: LazyLock<BTreeMap<&str, String>> = LazyLock::new(|| {
    let rows = include_str!("../../data/entities.tsv")
        .lines()
        .filter_map(|line| line.split_once('\t'));
    rows.map(|(name, codes)| {
        let chars = codes
            .split(' ')
            .map(|code| u32::from_str_radix(code, 16).ok().and_then(char::from_u32));
        (
            name,
            chars.map(|char| char.expect("a code point")).collect(),
        )
    })
    .collect()
});

/// The entities of one file: those of its internal subset, then those of JATS.
#[derive(Default)]
pub(crate) struct Entities {
    internal: BTreeMap<String, String>,
}

impl Entities {
    /// What a reference stands for; `name` as between `&` and `;`.
    pub(crate) fn expand(&self, name: &str, depth: usize) -> Result<String, String> {
        if let Some(code) = name.strip_prefix('#') {
            let number = match code.strip_prefix('x') {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => code.parse(),
            };
            let char = number.ok().and_then(char::from_u32);
            return char
                .map(String::from)
                .ok_or_else(|| format!("&{name}; is no character"));
        }
        if let Some(text) = self.internal.get(name) {
            if depth > 20 || text.contains('<') {
                return Err(format!("&{name}; is beyond this comparison"));
            }
            return self.replace(text, depth + 1, |char| char);
        }
        NAMES
            .get(name)
            .cloned()
            .ok_or_else(|| format!("&{name}; is not declared"))
    }

    /// An attribute's value by §3.3.3 of XML 1.0, as a reader without the declarations takes it.
    pub(crate) fn attribute(&self, raw: &str) -> Result<String, String> {
        self.replace(
            raw,
            0,
            |char| if "\t\r\n".contains(char) { ' ' } else { char },
        )
    }

    /// Text with its references resolved; `literal` is applied to all characters but those of references.
    fn replace(
        &self,
        raw: &str,
        depth: usize,
        literal: impl Fn(char) -> char,
    ) -> Result<String, String> {
        let mut out = String::new();
        let mut parts = raw.split('&');
        out.extend(parts.next().unwrap_or_default().chars().map(&literal));
        for part in parts {
            let (name, rest) = part
                .split_once(';')
                .ok_or_else(|| format!("a bare & in {raw:?}"))?;
            out.push_str(&self.expand(name, depth)?);
            out.extend(rest.chars().map(&literal));
        }
        Ok(out)
    }
}

/// Name, public and system identifier; the entities of the internal subset are added.
pub(crate) fn doctype(
    text: &str,
    entities: &mut Entities,
) -> Result<(String, Option<String>, Option<String>), String> {
    let (outer, subset) = text.split_once('[').unwrap_or((text, ""));
    let mut words = outer
        .trim()
        .splitn(2, |char: char| char.is_ascii_whitespace());
    let name = words.next().unwrap_or_default().to_owned();
    let rest = words.next().unwrap_or_default().trim();
    let literals = literals(rest);
    let public = rest.starts_with("PUBLIC");
    for declaration in subset.split("<!ENTITY").skip(1) {
        let declaration = declaration.trim_start();
        let Some((name, value)) = declaration.split_once(|char: char| char.is_ascii_whitespace())
        else {
            return Err(format!("an entity without a value: {declaration:?}"));
        };
        let value = value.trim_start();
        if let Some(quote) = value.chars().next().filter(|char| "'\"".contains(*char)) {
            let value = value[1..].split(quote).next().unwrap_or_default();

            entities
                .internal
                .entry(name.to_owned())
                .or_insert_with(|| value.to_owned());
        }
    }
    let words = |text: &str| text.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
    Ok(match literals.as_slice() {
        [] => (name, None, None),
        [one] if public => (name, Some(words(one)), None),
        [one] => (name, None, Some(one.clone())),
        [one, two, ..] => (name, Some(words(one)), Some(two.clone())),
    })
}

fn literals(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['"', '\'']) {
        let quote = &rest[at..=at];
        let (literal, after) = rest[at + 1..]
            .split_once(quote)
            .unwrap_or((&rest[at + 1..], ""));
        found.push(literal.to_owned());
        rest = after;
    }
    found
}

/// The text of a file in Unicode, with LF as its only line end.
pub(crate) fn decode(bytes: &[u8]) -> Result<String, String> {
    let text = match bytes {
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes)?,
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes)?,
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(rest)?,
        [0x00, b'<', ..] => utf16(bytes, u16::from_be_bytes)?,
        [b'<', 0x00, ..] => utf16(bytes, u16::from_le_bytes)?,
        _ => match declared(bytes).as_str() {
            "" | "utf-8" | "utf8" | "us-ascii" | "ascii" => utf8(bytes)?,
            "iso-8859-1" | "latin1" => bytes.iter().map(|byte| char::from(*byte)).collect(),
            other => return Err(format!("the encoding {other} is beyond this comparison")),
        },
    };
    Ok(text.replace("\r\n", "\n").replace('\r', "\n"))
}

fn declared(bytes: &[u8]) -> String {
    let head: String = bytes
        .iter()
        .take(200)
        .map(|byte| char::from(*byte))
        .collect();
    let declaration = head
        .strip_prefix("<?xml")
        .and_then(|rest| rest.split_once("?>"));
    let encoding = declaration.and_then(|(declaration, _)| declaration.split_once("encoding"));
    let value = encoding.and_then(|(_, rest)| literals(rest).into_iter().next());
    value.unwrap_or_default().to_ascii_lowercase()
}

fn utf8(bytes: &[u8]) -> Result<String, String> {
    String::from_utf8(bytes.to_vec()).map_err(|error| error.to_string())
}

fn utf16(bytes: &[u8], unit: impl Fn([u8; 2]) -> u16) -> Result<String, String> {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units)
        .collect::<Result<_, _>>()
        .map_err(|error| error.to_string())
}
