//! The article.

pub(crate) mod extra;
pub(crate) mod source;

/// An article. (A stand-in while the typed model is being written.)
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Article {
    pub(crate) document: crate::tree::Document,
}
