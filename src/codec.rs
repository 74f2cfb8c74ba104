//! The typed model as a tree, and back. Every format stands on this and on nothing else of the model.

mod article;
mod cals;
pub(crate) mod content;
pub(crate) mod front;
mod identifier;
#[cfg(test)]
mod kinds;
pub(crate) mod slots;

use crate::error::{Error, Result};
use crate::limits::Limits;
use crate::model::{Article, Problem, sources_are_legal};
use crate::tree::{Document, legal, space};
use slots::Typed;

/// The article as a tree, in normal form.
///
/// # Errors
/// When the article holds what no output can: see [`Article::check`].
pub(crate) fn to_document(article: &Article) -> Result<Document> {
    if !article.fits(Limits::DEPTH) {
        return Err(Error::invalid(format!(
            "it nests deeper than {} elements",
            Limits::DEPTH
        )));
    }
    let root = article.write("article");
    if !legal::is_legal(&root) || !sources_are_legal(article) {
        let problem = article.problems(&root).into_iter().find(Problem::is_fatal);
        return Err(problem.map_or_else(|| Error::invalid("it cannot be written"), Error::from));
    }
    let source = article.source.clone();
    let mut document = Document { source, root };
    space::normalize(&mut document);
    // A dialect is a matter of JATS alone: without it none can be chosen, and what is stated stays.
    #[cfg(feature = "jats")]
    crate::jats::normalize(&mut document);
    Ok(document)
}

/// The tree as an article. The tree is in normal form.
pub(crate) fn from_document(document: Document) -> Article {
    let mut article = Article::read(document.root);
    article.source = document.source;
    article
}
