//! The digest of an article: what a file of ours states, so that its reader can tell whether someone edited it.

use std::fmt::Write as _;
use std::io::{self, BufWriter, Write as _};

use sha2::{Digest as _, Sha256};

use crate::error::{Error, Result};
use crate::tree::Document;

/// SHA-256, in hexadecimal, of an article in normal form.
///
/// # Errors
/// When the article has no JSON form; no article is known to.
pub(crate) fn digest(document: &Document) -> Result<String> {
    let mut digest = Sha256::new();
    // JSON comes in words, which a digest takes best by the thousand.
    let mut sink = BufWriter::with_capacity(1 << 14, Sink(&mut digest));
    let failed = |error: serde_json::Error| Error::invalid(error.to_string());
    serde_json::to_writer(&mut sink, &document.source).map_err(failed)?;
    serde_json::to_writer(&mut sink, &document.root).map_err(failed)?;
    sink.flush()?;
    drop(sink);
    Ok(hex(&digest.finalize()))
}

/// Bytes in hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        // Writing to a string does not fail.
        let _ = write!(out, "{byte:02x}");
    }
    out
}

/// A digest as something to write to.
struct Sink<'d>(&'d mut Sha256);

impl io::Write for Sink<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::{Element, Node};

    #[test]
    fn the_digest_tells_articles_apart() {
        let mut document = Document {
            root: Element::new("article"),
            ..Document::default()
        };
        let empty = digest(&document).unwrap();
        assert_eq!(empty.len(), 64);
        assert_eq!(empty, digest(&document.clone()).unwrap());
        document.root.content.push(Node::Text(" ".to_owned()));
        assert_ne!(empty, digest(&document).unwrap());
    }
}
