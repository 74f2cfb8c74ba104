//! Line breaks and indents, where they say nothing.

use crate::tree::{Element, Node, space};
use crate::vocabulary::{self, Content};

/// One level of indent.
const INDENT: &str = "  ";

/// Sets each element that stands in element content on a line of its own. Mixed and kept content stays as it is.
pub(super) fn indent(root: &mut Element) {
    element(root, "\n");
}

/// `line`: a line break and the indent of the element itself.
fn element(element: &mut Element, line: &str) {
    if space::keeps_space(element) {
        return;
    }
    let inside = format!("{line}{INDENT}");
    for node in &mut element.content {
        if let Node::Element(child) = node {
            self::element(child, &inside);
        }
    }
    if !holds_elements_only(element) {
        return;
    }
    let nodes = std::mem::take(&mut element.content);
    for node in nodes {
        element.content.extend([Node::Text(inside.clone()), node]);
    }
    element.content.push(Node::Text(line.to_owned()));
}

/// True for an element that holds elements by the vocabulary and in fact. One that the vocabulary does not know might hold
/// text elsewhere: it is left alone.
fn holds_elements_only(element: &Element) -> bool {
    let by_name = element.jats().and_then(vocabulary::content) == Some(Content::Element);
    by_name
        && !element.content.is_empty()
        && !element
            .content
            .iter()
            .any(|node| matches!(node, Node::Text(_)))
}
