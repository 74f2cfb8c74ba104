//! The order in which the target wants children.

use super::Converter;
use crate::jats::grammar::Model;
use crate::jats::validity::{fits, names_of};
use crate::report::Effect;
use crate::tree::{Element, Node};

impl Converter<'_> {
    /// Brings children into an order in which they fit.
    ///
    /// Text is read in its order: what holds sections is not sorted. Blocks behind a section become one of their own.
    pub(super) fn order(&mut self, element: &mut Element, model: &Model) {
        if model.mentions("sec") && !element.is("back") {
            self.wrap_between_sections(element, model);
            self.empty_title(element, model);
        } else if let Some(order) = model.arrange(&names_of(element)) {
            arrange(element, &order);
            let detail = format!("the children of `{}` in the target's order", element.name);
            self.note("jats.reordered", detail);
        }
    }

    /// What stands behind or between sections, and may stand before them only, becomes a section.
    fn wrap_between_sections(&mut self, element: &mut Element, model: &Model) {
        let Some(section) = model.rank("sec") else {
            return;
        };
        let mut content: Vec<Node> = Vec::with_capacity(element.content.len());
        let mut reached = None;
        let mut open = false;
        let mut count = 0_usize;
        for node in std::mem::take(&mut element.content) {
            let rank = match &node {
                Node::Element(e) => e.jats().and_then(|name| model.rank(name)),
                _ => None,
            };
            let is_late = reached >= Some(section) && rank.is_some_and(|rank| Some(rank) < reached);
            match (rank, content.last_mut()) {
                // Comments, and what has no place at all.
                (None, _) => content.push(node),
                (Some(_), Some(Node::Element(wrapper))) if is_late && open => {
                    wrapper.content.push(node);
                }
                (Some(rank), _) if is_late => {
                    open = rank != section;
                    let wrapped = if open { wrap(node) } else { node };
                    count = count.saturating_add(usize::from(open));
                    // A section behind what ends the element: all that ends it moves into a section too.
                    if !open {
                        count = count.saturating_add(wrap_tail(&mut content, model, section));
                        reached = Some(section);
                    }
                    content.push(wrapped);
                    if open {
                        reached = Some(section);
                    }
                }
                (Some(rank), _) => {
                    open = false;
                    reached = reached.max(Some(rank));
                    content.push(node);
                }
            }
        }
        element.content = content;
        if count > 0 {
            let detail = format!(
                "what stood between sections of `{}` is a section",
                element.name
            );
            self.say("jats.wrapped", Effect::Approximated, detail);
        }
    }

    /// A section that the target wants a title of gets an empty one.
    fn empty_title(&mut self, element: &mut Element, model: &Model) {
        if !matches!(element.jats(), Some("sec" | "app")) || element.child("title").is_some() {
            return;
        }
        let at = element.content.iter().position(|node| {
            !matches!(node, Node::Element(e) if matches!(e.jats(), Some("sec-meta" | "label")))
        });
        let at = at.unwrap_or(element.content.len());
        element
            .content
            .insert(at, Node::Element(Element::new("title")));
        if fits(model, element) {
            let detail = format!("`{}` has no title: an empty one", element.name);
            self.say("jats.empty-title", Effect::Approximated, detail);
        } else {
            element.content.remove(at);
        }
    }
}

fn wrap(node: Node) -> Node {
    Node::Element(Element {
        content: vec![node],
        ..Element::new("sec")
    })
}

/// Puts each element at the end of the content that may stand behind sections only into a section; how many.
fn wrap_tail(content: &mut Vec<Node>, model: &Model, section: usize) -> usize {
    let is_tail = |node: &Node| match node {
        Node::Element(e) => e.jats().and_then(|name| model.rank(name)) > Some(section),
        _ => true,
    };
    let kept = content
        .iter()
        .rposition(|node| !is_tail(node))
        .map_or(0, |at| at.saturating_add(1));
    let tail = content.split_off(kept.min(content.len()));
    if tail.is_empty() {
        return 0;
    }
    content.push(Node::Element(Element {
        content: tail,
        ..Element::new("sec")
    }));
    1
}

/// Sorts the child elements as told. What is no element stays before the element that it stood before.
fn arrange(element: &mut Element, order: &[usize]) {
    let mut groups: Vec<Vec<Node>> = Vec::new();
    let mut waiting = Vec::new();
    for node in std::mem::take(&mut element.content) {
        let is_element = matches!(node, Node::Element(_));
        waiting.push(node);
        if is_element {
            groups.push(std::mem::take(&mut waiting));
        }
    }
    for at in order {
        if let Some(group) = groups.get_mut(*at) {
            element.content.append(group);
        }
    }
    element.content.append(&mut waiting);
}
