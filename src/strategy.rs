//! Strategies that generate whole articles, for property tests of programs that use this library.
//!
//! An article grows from a tape of numbers along the content models of JATS: every kind of node, nasty Unicode, deep nesting,
//! colliding identifiers, foreign nodes, comments, instructions. Shrinking the tape shrinks the article.
//!
//! ```
//! use proptest::prelude::*;
//! use separatum::{json, strategy};
//! proptest!(ProptestConfig::with_cases(4), |(article in strategy::article())| {
//!     let text = json::to_string(&article).unwrap().value;
//!     prop_assert_eq!(json::from_str(&text).unwrap().value, article.normal());
//! });
//! ```

mod grammar;
mod grow;
mod stock;

use proptest::collection::vec;
use proptest::prelude::{Strategy, any};

use crate::codec;
use crate::model::Article;

/// The longest tape: about as many nodes.
const TAPE: usize = 600;

/// Whole articles, not in normal form: white space, attribute order and adjacent texts are as they come.
pub fn article() -> impl Strategy<Value = Article> {
    article_of(TAPE)
}

/// Articles that grow from a tape of at most `tape` numbers: smaller ones for slower tests.
pub fn article_of(tape: usize) -> impl Strategy<Value = Article> {
    vec(any::<u16>(), 0..=tape).prop_map(|tape| from_tape(&tape))
}

/// The article that grows from a tape, for fuzzers, which bring their own numbers. The empty tape is the empty article.
///
/// ```
/// use separatum::{Article, strategy};
/// assert_eq!(strategy::from_tape(&[]), Article::default());
/// ```
#[must_use]
pub fn from_tape(tape: &[u16]) -> Article {
    codec::from_document(grow::document(tape))
}

/// The trees of such articles.
#[cfg(test)]
pub(crate) fn tree(tape: usize) -> impl Strategy<Value = crate::tree::Document> {
    vec(any::<u16>(), 0..=tape).prop_map(|tape| grow::document(&tape))
}

#[cfg(test)]
mod tests;
