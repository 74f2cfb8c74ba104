//! Tags → tree.

use super::ReadTag;
use crate::error::Result;
use crate::report::Report;
use crate::tree::Document;

/// The tree that the tags stand for; the first tag is the root.
///
/// # Errors
/// When there is no tag, or they are nested too deep for an article.
pub(crate) fn to_document(tags: &[ReadTag], report: &mut Report) -> Result<Document> {
    let _ = (tags, report);
    Err(crate::Error::unsupported("tags are not read yet"))
}
