//! Characters that cannot stand for themselves.

use super::chars;
use crate::error::{Error, Result};

/// Adds text as the content of an element.
///
/// # Errors
/// When it holds a character that XML does not allow.
pub(crate) fn escape_text(out: &mut String, text: &str) -> Result<()> {
    escape(out, text, |b| match b {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        b'\r' => Some("&#13;"),
        _ => None,
    })
}

/// Adds text as the value of an attribute in double quotation marks.
///
/// # Errors
/// When it holds a character that XML does not allow.
pub(crate) fn escape_attr(out: &mut String, value: &str) -> Result<()> {
    escape(out, value, |b| match b {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        b'"' => Some("&quot;"),
        b'\t' => Some("&#9;"),
        b'\n' => Some("&#10;"),
        b'\r' => Some("&#13;"),
        _ => None,
    })
}

fn escape(
    out: &mut String,
    text: &str,
    special: impl Fn(u8) -> Option<&'static str>,
) -> Result<()> {
    check(text)?;
    let mut rest = text;
    while let Some((i, escaped)) = rest
        .bytes()
        .enumerate()
        .find_map(|(i, b)| Some((i, special(b)?)))
    {
        // All special characters are one byte long.
        let (before, from) = rest.split_at_checked(i).unwrap_or((rest, ""));
        out.push_str(before);
        out.push_str(escaped);
        rest = from.get(1..).unwrap_or_default();
    }
    out.push_str(rest);
    Ok(())
}

/// Refuses characters that XML does not allow.
pub(super) fn check(text: &str) -> Result<()> {
    match chars::find_illegal(text) {
        Some((_, c)) => Err(Error::invalid(format!(
            "character U+{:04X}, which XML does not allow",
            u32::from(c)
        ))),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn special_characters() {
        let (mut text, mut attr) = (String::new(), String::new());
        let all = "a<b>&\"'é]]>\t\n\r\u{85}";
        escape_text(&mut text, all).unwrap();
        escape_attr(&mut attr, all).unwrap();
        assert_eq!(text, "a&lt;b&gt;&amp;\"'é]]&gt;\t\n&#13;\u{85}");
        assert_eq!(attr, "a&lt;b&gt;&amp;&quot;'é]]&gt;&#9;&#10;&#13;\u{85}");
        assert!(
            escape_text(&mut text, "\u{B}")
                .unwrap_err()
                .to_string()
                .contains("U+000B")
        );
    }
}
