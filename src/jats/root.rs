//! The articles of a document, and the namespace of their vocabulary.

use std::borrow::Cow;

use crate::tree::{Element, Node};

/// The name of an article's root.
pub(super) const ARTICLE: &str = "article";

/// Takes the articles out of a root that wraps them, each with its number among all elements named `article` that stand
/// in no other.
///
/// Whatever the wrapper is called, an article of JATS shows by its front, body or back: HTML's has none of them.
pub(super) fn unwrap(root: Element) -> Vec<(usize, Element)> {
    let (mut found, mut count) = (Vec::new(), 0);
    collect(root, &mut count, &mut found);
    found
}

fn collect(element: Element, count: &mut usize, found: &mut Vec<(usize, Element)>) {
    for node in element.content {
        let Node::Element(child) = node else { continue };
        if child.name != ARTICLE {
            collect(child, count, found);
            continue;
        }
        if child
            .elements()
            .any(|e| matches!(e.name.as_ref(), "front" | "body" | "back"))
        {
            found.push((*count, child));
        }
        *count += 1;
    }
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
