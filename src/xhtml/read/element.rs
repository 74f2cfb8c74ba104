//! Any element: what it stands for, and what it holds.

use std::borrow::Cow;

use crate::report::Effect;
use crate::tree::{Attr, Element, Instruction, Node, ns};
use crate::vocabulary;
use crate::xhtml::{BACK, is_html, mark, profile};

use super::Reader;
use super::attrs::take;

impl Reader {
    /// An element whose name is known where it does not say it itself.
    pub(super) fn element_named(&mut self, mut element: Element, implied: &str) -> Element {
        let name = named(&mut element).unwrap_or_else(|| (None, static_name(implied.to_owned())));
        self.element(element, name)
    }

    /// The element of the article that an element of XHTML stands for.
    fn element(&mut self, mut element: Element, (namespace, name): Name) -> Element {
        let mut out = Element {
            namespace,
            name,
            ..Element::default()
        };
        let order = take(&mut element.attrs, mark::ORDER);
        let alt = take(&mut element.attrs, mark::ALT).and(take(&mut element.attrs, "alt"));
        let src = take(&mut element.attrs, "src");
        let outer = self.inner_image.take();
        self.nodes(element.content.into_inner(), &mut out.content);
        let inner = std::mem::replace(&mut self.inner_image, outer);
        self.attributes(&element.name, element.attrs, &mut out);
        if let Some(alt) = alt {
            out.content.insert(
                0,
                Node::Element(Element::new("alt-text").holding(vec![Node::Text(alt)])),
            );
        }
        if let Some(order) = order {
            self.restore_order(&mut out, &order);
        }
        if let (Some(src), Some(href)) = (src.or(inner), out.attr_ns(Some(ns::XLINK), "href")) {
            self.images.push((href.to_owned(), src));
        }
        out
    }

    /// The nodes of the article among the nodes of XHTML.
    fn nodes(&mut self, content: Vec<Node>, out: &mut Vec<Node>) {
        for node in content {
            match node {
                Node::Text(text) => out.push(Node::Text(text)),
                Node::Element(element) => self.node(element, out),
                // Comments and instructions of the document are an editor's, not the article's.
                Node::Comment(_) | Node::Instruction(_) => {}
            }
        }
    }

    fn node(&mut self, mut element: Element, out: &mut Vec<Node>) {
        if element.namespace.as_deref() == Some(ns::MATHML) {
            out.push(Node::Element(element));
        } else if let Some(kind) = element.attr(mark::GEN) {
            // The place of a missing image and the way back from a note are the writer's, not the presentation's.
            if kind != "placeholder" && kind != BACK {
                self.generated.push(element.text());
            }
        } else if let Some(node) = take(&mut element.attrs, mark::NODE) {
            out.push(invisible(&node, &mut element));
        } else if let Some(math) = take(&mut element.attrs, mark::MATH) {
            self.math(&math, element, out);
        } else if element.attr(mark::WRAP).is_some() {
            if let Some(src) = take(&mut element.attrs, "src") {
                self.inner_image = Some(src);
            }
            self.nodes(element.content.into_inner(), out);
        } else if let Some(name) = named(&mut element) {
            out.push(Node::Element(self.element(element, name)));
        } else {
            self.unknown(element, out);
        }
    }

    /// The exact formula behind one that had to be simplified.
    fn math(&mut self, math: &str, element: Element, out: &mut Vec<Node>) {
        match serde_json::from_str::<Element>(math) {
            Ok(math) => out.push(Node::Element(math)),
            Err(error) => {
                let detail = format!(
                    "{}: {error}; the formula is read as it is shown",
                    mark::MATH
                );
                self.found("epub.formula-unreadable", Effect::Approximated, detail);
                self.nodes(element.content.into_inner(), out);
            }
        }
    }

    /// An element that an editor put there and that stands for nothing: its content counts.
    fn unknown(&mut self, element: Element, out: &mut Vec<Node>) {
        let (effect, what) = if element.content.is_empty() {
            (Effect::Dropped, "it is left out")
        } else {
            (Effect::Flattened, "its content is kept without it")
        };
        let detail = format!(
            "<{}> stands for nothing in an article; {what}",
            element.name
        );
        self.found("epub.unknown-element", effect, detail);
        self.nodes(element.content.into_inner(), out);
    }
}

/// A namespace and a name.
type Name = (Option<Cow<'static, str>>, Cow<'static, str>);

/// What an element stands for: what it says, else what its tag implies.
fn named(element: &mut Element) -> Option<Name> {
    if let Some(name) = take(&mut element.attrs, mark::EL) {
        return Some((None, static_name(name)));
    }
    if let Some(name) = take(&mut element.attrs, mark::NAME) {
        let namespace = take(&mut element.attrs, mark::NS).map(Cow::Owned);
        return Some((namespace, Cow::Owned(name)));
    }
    let name = is_html(element).then(|| profile::implied(&element.name))??;
    Some((None, Cow::Borrowed(name)))
}

fn static_name(name: String) -> Cow<'static, str> {
    vocabulary::interned(&name).map_or(Cow::Owned(name), Cow::Borrowed)
}

/// A comment or an instruction.
fn invisible(node: &str, element: &mut Element) -> Node {
    let text = take(&mut element.attrs, mark::TEXT).unwrap_or_default();
    match node {
        "instruction" => Node::Instruction(Instruction {
            target: take(&mut element.attrs, mark::TARGET).unwrap_or_default(),
            text,
        }),
        _ => Node::Comment(text),
    }
}

/// The attribute as the tree holds it.
pub(super) fn attr(namespace: Option<&'static str>, name: &'static str, value: String) -> Attr {
    Attr {
        namespace: namespace.map(Cow::Borrowed),
        name: Cow::Borrowed(name),
        value,
    }
}
