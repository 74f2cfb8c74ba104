//! The order in which the target wants children.

use super::Converter;
use crate::jats::grammar::Model;
use crate::jats::validity::names_of;
use crate::report::Effect;
use crate::tree::{Element, Node};

impl Converter<'_> {
    /// Brings children into an order in which they fit.
    ///
    /// Text is read in its order: what holds sections is not sorted. Blocks behind a section become one of their own.
    pub(super) fn order(&mut self, element: &mut Element, model: &Model) {
        if model.mentions("sec") && !element.is("back") {
            self.heads(element, model);
            self.wrap_between_sections(element, model);
            self.empty_title(element, model);
        } else if let Some(order) = model.arrange(&names_of(element))
            // What is in order already is at fault otherwise.
            && !order.is_sorted()
        {
            arrange(element, &order);
            let detail = format!("the children of `{}` in the target's order", element.name);
            self.note("jats.reordered", detail);
        }
    }

    /// What stands above the text stands first.
    fn heads(&mut self, element: &mut Element, model: &Model) {
        let Some(text) = model.rank("p") else { return };
        let rank = |node: &Node| match node {
            Node::Element(child) => model.rank(child.jats()?).filter(|rank| *rank < text),
            _ => None,
        };
        let first = |node: &Node| rank(node).unwrap_or(text);
        let elements = || {
            let is_element = |node: &&Node| matches!(node, Node::Element(_));
            element.content.iter().filter(is_element)
        };
        if elements().map(first).is_sorted() {
            return;
        }
        let (mut heads, rest): (Vec<Node>, Vec<Node>) = std::mem::take(&mut *element.content)
            .into_iter()
            .partition(|node| rank(node).is_some());
        heads.sort_by_key(first);
        heads.extend(rest);
        element.content = heads.into();
        let detail = format!("what stands above the text of `{}`, first", element.name);
        self.note("jats.reordered", detail);
    }

    /// What stands behind or between sections, and may stand before them only, becomes a section.
    fn wrap_between_sections(&mut self, element: &mut Element, model: &Model) {
        let Some(section) = model.rank("sec") else {
            return;
        };
        let mut row = Sections {
            model,
            section,
            reached: 0,
            content: Vec::with_capacity(element.content.len()),
            late: Vec::new(),
            wrapped: false,
        };
        for node in std::mem::take(&mut element.content) {
            row.push(node);
        }
        row.close();
        element.content = row.content.into();
        if row.wrapped {
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
        let wants_title = model.fit(&[]).is_err() && model.fit(&[Some("title".into())]).is_ok();
        let has_label = element.child("label").is_some() && model.mentions("label");
        if !wants_title || has_label {
            return;
        }
        let at = element.content.iter().position(|node| {
            !matches!(node, Node::Element(e) if matches!(e.jats(), Some("sec-meta" | "label")))
        });
        let at = at.unwrap_or(element.content.len());
        element
            .content
            .insert(at, Node::Element(Element::new("title")));
        let detail = format!("`{}` has no title: an empty one", element.name);
        self.say("jats.empty-title", Effect::Approximated, detail);
    }
}

/// Blocks, sections, and what may stand behind sections, in the making.
struct Sections<'m> {
    model: &'m Model,
    /// In which part of the model sections stand.
    section: usize,
    /// The furthest part of the model that was reached.
    reached: usize,
    content: Vec<Node>,
    /// Blocks that come too late to stand before the sections.
    late: Vec<Node>,
    wrapped: bool,
}

impl Sections<'_> {
    fn push(&mut self, node: Node) {
        let rank = self.rank(&node);
        match rank {
            None if self.late.is_empty() => self.content.push(node),
            None => self.late.push(node),
            Some(rank) if self.is_late(rank) => self.late.push(node),
            Some(rank) => {
                self.close();
                if rank == self.section {
                    self.wrap_tail();
                }
                self.reached = self.reached.max(rank);
                self.content.push(node);
            }
        }
    }

    /// True for what stands behind sections and may stand before them, or further before only.
    fn is_late(&self, rank: usize) -> bool {
        self.reached >= self.section && rank < self.reached && rank != self.section
    }

    /// Puts the late blocks into a section.
    fn close(&mut self) {
        if !self.late.is_empty() {
            self.wrap_tail();
            let late = std::mem::take(&mut self.late);
            self.wrap(late);
        }
    }

    /// Puts what stands behind the sections into a section, since another one follows.
    fn wrap_tail(&mut self) {
        if self.reached <= self.section {
            return;
        }
        let ends = |node: &Node| self.rank(node).is_some_and(|rank| rank <= self.section);
        let kept = self.content.iter().rposition(ends);
        let tail = self
            .content
            .split_off(kept.map_or(0, |at| at.saturating_add(1)));
        self.wrap(tail);
    }

    fn wrap(&mut self, content: Vec<Node>) {
        self.content.push(Node::Element(Element {
            content: content.into(),
            ..Element::new("sec")
        }));
        self.reached = self.section;
        self.wrapped = true;
    }

    fn rank(&self, node: &Node) -> Option<usize> {
        match node {
            Node::Element(element) => self.model.rank(element.jats()?),
            _ => None,
        }
    }
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
