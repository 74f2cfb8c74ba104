//! The typed model as a tree, and back. Every format stands on this and on nothing else of the model.

mod article;
mod content;
mod front;
mod identifier;
pub(crate) mod slots;

use crate::error::{Error, Result};
use crate::limits::Limits;
use crate::model::Article;
use crate::tree::{Document, space};
use slots::Typed;

/// The article as a tree, in normal form.
///
/// # Errors
/// When the article nests deeper than [`Limits::DEPTH`]: its tree could not be dropped safely.
pub(crate) fn to_document(article: &Article) -> Result<Document> {
    if !article.fits(Limits::DEPTH) {
        return Err(Error::invalid(format!(
            "it nests deeper than {} elements",
            Limits::DEPTH
        )));
    }
    let mut document = Document {
        source: article.source.clone(),
        root: article.write("article"),
    };
    space::normalize(&mut document);
    Ok(document)
}

/// The tree as an article. The tree is in normal form.
pub(crate) fn from_document(document: Document) -> Article {
    let mut article = Article::read(document.root);
    article.source = document.source;
    article
}
