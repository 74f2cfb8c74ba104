//! The digest of an article: what a package states of its content, so that an edit of the content shows.

use sha2::{Digest, Sha256};

use crate::tree::Document;

/// SHA-256 over the article's normal form as JSON, in hexadecimal digits.
pub(crate) fn digest(document: &Document) -> String {
    let mut hasher = Sha256::new();
    // Writing into a hasher does not fail, and neither has anything that JSON could not hold.
    let _ = serde_json::to_writer(Sink(&mut hasher), &(&document.root, &document.source));
    hasher
        .finalize()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

struct Sink<'a>(&'a mut Sha256);

impl std::io::Write for Sink<'_> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::{Element, Node};

    #[test]
    fn a_changed_word_changes_the_digest() {
        let mut document = Document {
            root: Element::new("article"),
            ..Document::default()
        };
        let before = digest(&document);
        assert_eq!(before.len(), 64);
        assert_eq!(before, digest(&document.clone()));
        document.root.content.push(Node::Text("word".to_owned()));
        assert_ne!(before, digest(&document));
    }
}
