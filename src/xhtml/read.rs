//! From XHTML of our profile to the tree.

mod attrs;
mod element;
mod order;

use crate::error::{Error, Result};
use crate::limits::Limits;
use crate::model::source::Source;
use crate::report::{Effect, Finding, Report, Stage};
use crate::tree::{Document, Element, Node, space};
use crate::xhtml::mark;

/// An article read from XHTML.
#[derive(Debug)]
pub(crate) struct Read {
    /// The article, in normal form.
    pub(crate) document: Document,
    /// The digest that stands in the document.
    pub(crate) digest: Option<String>,
    /// Images: the address as the article spells it, and the address in the package.
    pub(crate) images: Vec<(String, String)>,
    /// The generated words in it.
    pub(crate) generated: Vec<String>,
    /// What was found on the way.
    pub(crate) report: Report,
}

/// Takes the article of our profile out of a document, when it has one.
pub(crate) fn take_article(element: Element) -> Option<Element> {
    if crate::xhtml::is_html(&element) && element.attr(mark::PROFILE).is_some() {
        return Some(element);
    }
    element.content.into_iter().find_map(|node| match node {
        Node::Element(element) => take_article(element),
        _ => None,
    })
}

/// Puts a further piece of an article behind what is there: editors cut long documents and repeat the element.
pub(crate) fn stitch(article: &mut Element, piece: Element) {
    article.content.extend(piece.content);
}

/// Reads the article that an element of our profile holds.
///
/// # Errors
/// When the article nests too deep.
pub(crate) fn article(article: Element, limits: &Limits) -> Result<Read> {
    let mut reader = Reader {
        images: Vec::new(),
        inner_image: None,
        generated: Vec::new(),
        report: Report::new(),
    };
    let source = reader.source(&article);
    let digest = article.attr(mark::DIGEST).map(str::to_owned);
    let root = reader.element_named(article, "article");
    let depth = limits.depth.min(Limits::DEPTH);
    if !fits(&root, depth) {
        return Err(Error::limit("depth", depth as u64));
    }
    let mut document = Document { source, root };
    space::normalize(&mut document);
    Ok(Read {
        document,
        digest,
        images: reader.images,
        generated: reader.generated,
        report: reader.report,
    })
}

/// True when an element is at most that deep.
fn fits(element: &Element, depth: usize) -> bool {
    depth > 0 && element.elements().all(|child| fits(child, depth - 1))
}

/// The state of one run of the reader.
struct Reader {
    images: Vec<(String, String)>,
    /// The address in the package of the image that stands in the element at hand.
    inner_image: Option<String>,
    /// The generated words so far.
    generated: Vec<String>,
    report: Report,
}

impl Reader {
    /// How the article was spelled where it was read.
    fn source(&mut self, article: &Element) -> Source {
        let Some(json) = article.attr(mark::SOURCE) else {
            return Source::default();
        };
        serde_json::from_str(json).unwrap_or_else(|error| {
            self.found(
                "epub.source-unreadable",
                Effect::Dropped,
                format!("{}: {error}", mark::SOURCE),
            );
            Source::default()
        })
    }

    fn found(&mut self, code: &'static str, effect: Effect, detail: impl Into<String>) {
        self.report
            .push(Finding::new(code, effect, Stage::Read, detail));
    }
}
