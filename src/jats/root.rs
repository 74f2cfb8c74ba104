//! The articles of a document, and the namespace of their vocabulary.

use std::borrow::Cow;

use crate::tree::{Element, Node};

/// The name of an article's root.
pub(super) const ARTICLE: &str = "article";

/// True for an element of that name that is an article of JATS, whatever stands around it: it shows by its front, body or
/// back, of which HTML's has none.
pub(super) fn is_article(element: &Element) -> bool {
    let mut children = element.elements();
    children.any(|e| matches!(e.name.as_ref(), "front" | "body" | "back"))
}

/// Takes the namespace that the root stands in for that of the vocabulary, which is none: its elements lose it, and those
/// that truly have none get the empty one.
pub(super) fn take_namespace(root: &mut Element) -> Option<String> {
    let namespace = root.namespace.take()?;
    rename(root, &namespace);
    // The root had it, and has it no more.
    root.namespace = None;
    Some(namespace.into_owned())
}

fn rename(element: &mut Element, vocabulary: &str) {
    element.namespace = match element.namespace.take() {
        None => Some(Cow::Borrowed("")),
        Some(namespace) if namespace == vocabulary => None,
        other => other,
    };
    for node in &mut element.content {
        if let Node::Element(child) = node {
            rename(child, vocabulary);
        }
    }
}
