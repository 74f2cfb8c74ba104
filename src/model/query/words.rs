//! How many words the text has.

use crate::codec::slots::Typed;
use crate::limits::Limits;
use crate::model::{Article, plain};

/// What is no running text, though it stands in the body.
const NOT_COUNTED: &[&str] = &[
    "fig",
    "fig-group",
    "graphic",
    "table-wrap",
    "table-wrap-group",
    "table",
    "disp-formula",
    "disp-formula-group",
    "code",
    "preformat",
    "media",
    "supplementary-material",
    "ref-list",
    "fn",
    "fn-group",
    "chem-struct-wrap",
    "chem-struct-wrapper",
    "inline-graphic",
];

impl Article {
    /// The number of words of the body: of its headings, paragraphs, lists, quotations, verse, boxes.
    ///
    /// Figures, tables, displayed formulas, code, media, notes and reference lists are not counted, nor are the front
    /// matter, the back matter and articles inside this one. A word is what white space parts from other words and holds a
    /// letter or a digit. What the article itself states is in `publication.counts`.
    ///
    /// ```
    /// use separatum::Article;
    /// use separatum::model::{Block, Body};
    /// let mut article = Article::new("Not counted");
    /// article.body = Some(Body::from(vec![Block::paragraph("Four words – of text.")]));
    /// assert_eq!(article.word_count(), 4);
    /// ```
    #[must_use]
    pub fn word_count(&self) -> usize {
        let body = self.body.as_ref().filter(|body| body.fits(Limits::DEPTH));
        let text = body
            .map(|body| plain::without(body, "body", NOT_COUNTED))
            .unwrap_or_default();
        let words = text.split_whitespace();
        words
            .filter(|word| word.contains(char::is_alphanumeric))
            .count()
    }
}
