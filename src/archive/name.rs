//! Names of files in an archive.

/// The name of the file that `href` means in the document `base`; `None` for one outside the archive or a URL.
pub(crate) fn resolve(base: &str, href: &str) -> Option<String> {
    let path = href.split(['#', '?']).next().unwrap_or_default();
    let is_url = path
        .split('/')
        .next()
        .is_some_and(|first| first.contains(':'));
    if is_url || path.starts_with('/') {
        return None;
    }
    let decoded = decode(path)?;
    let folder = base.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in decoded.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop()?;
            }
            step => steps.push(step),
        }
    }
    Some(steps.join("/")).filter(|name| !name.is_empty())
}

/// Percent escapes as the characters they stand for.
fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((&byte, tail)) = rest.split_first() {
        rest = tail;
        let escaped = (byte == b'%').then(|| tail.get(..2)).flatten();
        match escaped
            .and_then(|digits| u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok())
        {
            Some(byte) => {
                bytes.push(byte);
                rest = tail.get(2..).unwrap_or_default();
            }
            None => bytes.push(byte),
        }
    }
    String::from_utf8(bytes).ok()
}

/// True for a name that stays in the archive and means the same on every system.
pub(super) fn is_safe(name: &str) -> bool {
    !name.is_empty()
        && !name.starts_with('/')
        && !name.contains(['\\', '\0'])
        && !name.split('/').any(|step| step == "..")
        && !name
            .split('/')
            .next()
            .is_some_and(|first| first.contains(':'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_resolved_as_on_the_web() {
        assert_eq!(
            resolve("OEBPS/a.xhtml", "images/i%201.png#x").as_deref(),
            Some("OEBPS/images/i 1.png")
        );
        assert_eq!(
            resolve("OEBPS/text/a.xhtml", "../i.png").as_deref(),
            Some("OEBPS/i.png")
        );
        assert_eq!(resolve("", "./a//b").as_deref(), Some("a/b"));
        for href in ["../../x", "/etc/passwd", "http://example.org/x", "", "#a"] {
            assert_eq!(
                resolve("OEBPS/a.xhtml", href).filter(|name| name != "OEBPS"),
                None,
                "{href}"
            );
        }
    }

    #[test]
    fn names_that_leave_the_archive_are_unsafe() {
        for name in ["", "/a", "a/../b", "..", "a\\b", "C:/a"] {
            assert!(!is_safe(name), "{name}");
        }
        assert!(is_safe("OEBPS/a..b.xhtml"));
    }
}
