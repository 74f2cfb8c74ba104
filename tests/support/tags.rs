//! A PDF as its tags alone say it.

use separatum::{Article, Outcome, Result, pdf};

/// Reads a PDF without a look at the JATS that is attached to it.
pub(crate) fn from_tags(bytes: &[u8]) -> Result<Outcome<Article>> {
    pdf::ReadOptions::new()
        .attachment(pdf::Attachment::Ignore)
        .read_slice(bytes)
}
