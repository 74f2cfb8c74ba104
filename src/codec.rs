//! The typed model as a tree, and back.

use crate::model::Article;
use crate::tree::Document;

/// The article as a tree, in normal form.
pub(crate) fn to_document(article: &Article) -> Document {
    article.document.clone()
}

/// The tree as an article. The tree is in normal form.
pub(crate) fn from_document(document: Document) -> Article {
    Article { document }
}
