//! Tags → tree.

mod attrs;
mod kids;

use super::{DEPTH, ReadTag, key, markup, role};
use crate::error::{Error, Result};
use crate::report::{Effect, Finding, Report, Stage};
use crate::tree::{Document, Element, Instruction, Node, space};
use crate::{Limits, vocabulary};

/// The tree that the tags stand for; the first tag is the root.
///
/// # Errors
/// When there is no root, or the tags are nested too deep for an article.
pub(crate) fn to_document(tags: &[ReadTag], report: &mut Report) -> Result<Document> {
    let root = tags
        .first()
        .ok_or_else(|| Error::malformed("PDF", "no structure elements"))?;
    let mut reader = Reader {
        tags,
        seen: vec![false; tags.len()],
        report,
    };
    let source = reader.source(root);
    let Some(Node::Element(element)) = reader.node(0, Depth::default(), None)? else {
        return Err(Error::malformed("PDF", "the structure root is no article"));
    };
    let mut document = Document {
        source,
        root: element,
    };
    space::normalize(&mut document);
    Ok(document)
}

/// How deep a tag stands.
#[derive(Debug, Clone, Copy, Default)]
struct Depth {
    tags: usize,
    elements: usize,
}

impl Depth {
    fn deeper(self, element: bool) -> Result<Self> {
        let depth = Self {
            tags: self.tags + 1,
            elements: self.elements + usize::from(element),
        };
        if depth.tags > DEPTH || depth.elements > Limits::DEPTH {
            return Err(Error::limit("depth", Limits::DEPTH as u64));
        }
        Ok(depth)
    }

    /// Refuses a node that reaches too deep from here.
    fn admit(self, node: &Node) -> Result<()> {
        let Node::Element(element) = node else {
            return Ok(());
        };
        let depth = self.deeper(true)?;
        element.content.iter().try_for_each(|kid| depth.admit(kid))
    }
}

struct Reader<'a> {
    tags: &'a [ReadTag],
    /// Every tag stands in one place only.
    seen: Vec<bool>,
    report: &'a mut Report,
}

impl<'a> Reader<'a> {
    /// The tag, the first time that it is asked for.
    fn take(&mut self, index: usize) -> Option<&'a ReadTag> {
        let seen = self.seen.get_mut(index)?;
        if std::mem::replace(seen, true) {
            return None;
        }
        self.tags.get(index)
    }

    /// The node that a tag stands for; `alt` is the alternative of the tag around it. Helpers stand for none.
    fn node(&mut self, index: usize, depth: Depth, alt: Option<&str>) -> Result<Option<Node>> {
        let Some(tag) = self.take(index) else {
            return Ok(None);
        };
        Ok(match tag.base() {
            role::GEN | role::PAD | role::RUN => None,
            role::COMMENT => Some(Node::Comment(text_of(tag))),
            role::INSTRUCTION => Some(Node::Instruction(Instruction {
                target: tag.get(key::TARGET).unwrap_or_default().to_owned(),
                text: text_of(tag),
            })),
            role::MATH => self.formula(tag, depth)?,
            _ => Some(Node::Element(self.element(tag, depth, alt)?)),
        })
    }

    fn element(&mut self, tag: &'a ReadTag, depth: Depth, alt: Option<&str>) -> Result<Element> {
        let depth = depth.deeper(true)?;
        let mut element = match tag.base() {
            role::FOREIGN => Element {
                namespace: tag.get(key::NS).map(|ns| ns.to_owned().into()),
                ..named(tag.get(key::NAME).unwrap_or_default())
            },
            base => named(base),
        };
        self.attributes(tag, &mut element);
        element.content = self.children(tag, depth)?.into();
        if tag.get(key::ALT_OF).is_some() {
            element
                .content
                .insert(0, Node::Text(alt.unwrap_or_default().to_owned()));
        } else if let Some(text) = tag.get(key::TEXT) {
            element.content.insert(0, Node::Text(text.to_owned()));
        } else if let Some(tex) = file(tag, markup::TEX) {
            let tex = String::from_utf8_lossy(tex).into_owned();
            element.content.insert(0, Node::Text(tex));
        }
        Ok(element)
    }

    /// A formula in MathML: its file.
    fn formula(&mut self, tag: &ReadTag, depth: Depth) -> Result<Option<Node>> {
        let element = file(tag, markup::MATHML).and_then(markup::from_slice);
        let Some(element) = element else {
            self.lost("pdf.formula", "a formula without a readable MathML file");
            return Ok(None);
        };
        let node = Node::Element(element);
        depth.admit(&node)?;
        Ok(Some(node))
    }

    fn approximated(&mut self, code: &'static str, detail: &str) {
        let finding = Finding::new(code, Effect::Approximated, Stage::Read, detail);
        self.report.push(finding);
    }

    fn lost(&mut self, code: &'static str, detail: &str) {
        let finding = Finding::new(code, Effect::Dropped, Stage::Read, detail);
        self.report.push(finding);
    }
}

fn named(name: &str) -> Element {
    match vocabulary::interned(name) {
        Some(name) => Element::new(name),
        None => Element::new(name.to_owned()),
    }
}

fn text_of(tag: &ReadTag) -> String {
    tag.get(key::TEXT).unwrap_or_default().to_owned()
}

fn file<'a>(tag: &'a ReadTag, media_type: &str) -> Option<&'a [u8]> {
    tag.files
        .iter()
        .find(|(_, kind, _)| kind == media_type)
        .map(|(_, _, bytes)| bytes.as_slice())
}
