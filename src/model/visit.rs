//! Walking over an article: every block and every piece of running text, in the order of the fields.

use super::{Article, Back, Block, Inline};
use crate::codec::slots::{ChildField, RestField, Typed};
use crate::limits::Limits;

/// Sees the nodes of an article one after another. Every method's answer says whether to go into the node.
///
/// What it sees lives as long as the article, so it may keep it.
///
/// ```
/// use separatum::Article;
/// use separatum::model::{Block, Body, Figure, Image, Visitor};
///
/// #[derive(Default)]
/// struct Figures(usize);
///
/// impl Visitor<'_> for Figures {
///     fn block(&mut self, block: &Block) -> bool {
///         self.0 += usize::from(matches!(block, Block::Figure(_)));
///         true
///     }
/// }
///
/// let mut article = Article::new("Two pictures");
/// let figure = || Block::from(Figure::new(Image::new("harbour.jpg")));
/// article.body = Some(Body::from(vec![figure(), Block::paragraph("Between."), figure()]));
/// let mut figures = Figures::default();
/// article.visit(&mut figures);
/// assert_eq!(figures.0, 2);
/// ```
pub trait Visitor<'a> {
    /// A block, wherever it stands.
    fn block(&mut self, block: &'a Block) -> bool {
        let _ = block;
        true
    }

    /// A piece of running text, wherever it stands: in paragraphs, titles, names, citations.
    fn inline(&mut self, inline: &'a Inline) -> bool {
        let _ = inline;
        true
    }

    /// A piece of back matter.
    fn back(&mut self, back: &'a Back) -> bool {
        let _ = back;
        true
    }
}

impl Article {
    /// Shows every node to a visitor: front matter, body, back matter, floats, articles inside this one.
    ///
    /// An article that nests too deeply for any writer ([`Article::check`] says so) is not walked: no stack would hold it.
    pub fn visit<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        if self.fits(Limits::DEPTH) {
            self.walk(visitor);
        }
    }

    /// Shows the nodes of body and back matter to a visitor.
    pub(crate) fn visit_text<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        if self.fits(Limits::DEPTH) {
            self.body.walk(visitor);
            self.back.walk(visitor);
        }
    }
}
