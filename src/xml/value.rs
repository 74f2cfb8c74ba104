//! The values of attributes: references resolved, white space normalised.

use super::chars;
use super::fault::{Fault, Step};
use super::read::Reader;
use super::references::Meaning;
use crate::error::Error;

impl Reader {
    /// The value of an attribute, from what stands between its quotation marks.
    pub(super) fn value(&mut self, raw: &str, at: usize) -> Step<String> {
        if raw.len() > self.options.limits.text_bytes {
            return Err(Fault::new(
                at,
                Error::limit("text_bytes", self.options.limits.text_bytes as u64),
            ));
        }
        if !raw
            .bytes()
            .any(|b| matches!(b, b'&' | b'<' | b'\t' | b'\n' | b'\r'))
        {
            return Ok(raw.to_owned());
        }
        let mut value = String::with_capacity(raw.len());
        self.push_value(&mut value, raw, at)?;
        Ok(value)
    }

    fn push_value(&mut self, value: &mut String, raw: &str, at: usize) -> Step<()> {
        let mut rest = raw;
        while let Some(i) = rest.find(['&', '<', '\t', '\n', '\r']) {
            let here = at + raw.len() - rest.len() + i;
            let (before, from) = rest.split_at_checked(i).unwrap_or((rest, ""));
            value.push_str(before);
            rest = if let Some(reference) = from.strip_prefix('&') {
                let Some((name, after)) = reference.split_once(';') else {
                    return Err(Fault::malformed(
                        here,
                        "`&` that begins no reference; a literal one is written `&amp;`",
                    ));
                };
                self.push_value_of(value, name, here)?;
                after
            } else if from.starts_with('<') {
                return Err(Fault::malformed(
                    here,
                    "`<` in the value of an attribute; it is written `&lt;`",
                ));
            } else {
                value.push(' ');
                let crlf = from
                    .strip_prefix("\r\n")
                    .filter(|_| !self.expansion.is_inside());
                crlf.or_else(|| from.get(1..)).unwrap_or_default()
            };
        }
        value.push_str(rest);
        Ok(())
    }

    fn push_value_of(&mut self, value: &mut String, name: &str, at: usize) -> Step<()> {
        match self.meaning(name, at)? {
            Meaning::Char(c) => value.push(c),
            Meaning::Text(text) | Meaning::Undeclared(text) => value.push_str(text),
            Meaning::Replacement(text) => {
                self.expansion.enter(name, &text, at)?;
                self.push_value(value, &text, at)
                    .map_err(|fault| Fault::new(at, fault.error))?;
                self.expansion.leave();
            }
        }
        Ok(())
    }
}

/// Checks that a name fits into a limit and is one, and splits it at its colon: prefix, empty for none, and local name.
pub(super) fn split_name(name: &str, limit: usize, at: usize) -> Step<(&str, &str)> {
    if name.len() > limit {
        return Err(Fault::new(at, Error::limit("name_bytes", limit as u64)));
    }
    let (prefix, local) = match name.split_once(':') {
        Some((prefix, local)) => (prefix, local),
        None => ("", name),
    };
    let good = chars::is_ncname(local)
        && (prefix.len() + local.len() == name.len() || chars::is_ncname(prefix));
    if good {
        Ok((prefix, local))
    } else {
        Err(Fault::malformed(
            at,
            format!("`{}`, which is no name", shortened(name)),
        ))
    }
}

/// A name for a message, cut where it is absurdly long.
fn shortened(name: &str) -> String {
    let mut cut: String = name.chars().take(60).collect();
    if cut.len() < name.len() {
        cut.push('…');
    }
    cut.escape_debug().to_string()
}
