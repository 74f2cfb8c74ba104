//! The XML declaration.

use super::attributes::{Attributes, Raw};
use super::fault::{Fault, Step};

/// What it may say, in the order in which it may be said.
const PARTS: [&str; 3] = ["version", "encoding", "standalone"];

/// Checks a declaration, from its `<?xml` to its `?>`: the version that it states.
pub(super) fn check(markup: &str, at: usize) -> Step<&str> {
    let (open, close) = ("<?xml", "?>");
    let content = markup
        .strip_prefix(open)
        .and_then(|rest| rest.strip_suffix(close))
        .unwrap_or_default();
    let mut attributes = Attributes::new(content, at + open.len());
    let mut parts = PARTS.into_iter();
    let mut version = None;
    while let Some(raw) = attributes.next()? {
        let is_in_order = parts.any(|part| part == raw.name);
        version = version.or((raw.name == "version").then_some(raw.value));
        if !is_in_order || version.is_none() || !is_allowed(&raw) {
            let detail = format!("`{}=\"{}\"` in the XML declaration", raw.name, raw.value);
            return Err(Fault::malformed(raw.at, detail));
        }
    }
    version.ok_or_else(|| Fault::malformed(at, "XML declaration without a version"))
}

fn is_allowed(raw: &Raw<'_>) -> bool {
    match raw.name {
        // A later version is read as if it were the first, as XML wants it.
        "version" => raw
            .value
            .strip_prefix("1.")
            .is_some_and(|minor| !minor.is_empty() && minor.bytes().all(|b| b.is_ascii_digit())),
        "encoding" => {
            raw.value.starts_with(|c: char| c.is_ascii_alphabetic())
                && raw
                    .value
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || b"._-".contains(&b))
        }
        "standalone" => matches!(raw.value, "yes" | "no"),
        _ => false,
    }
}
