//! Children of which the target takes only so many: JATS 1.4 has several of what was one before.

use super::{Converter, excerpt};
use crate::jats::grammar::Model;
use crate::jats::validity::names_of;
use crate::report::Effect;
use crate::tree::{Element, Node};

impl Converter<'_> {
    /// Puts what one child too many holds into the first of its name.
    pub(super) fn surplus(&mut self, element: &mut Element, model: &Model) {
        let surplus = model.surplus(&names_of(element));
        if surplus.is_empty() {
            return;
        }
        let mut number = 0_usize;
        let mut content: Vec<Node> = Vec::with_capacity(element.content.len());
        for node in std::mem::take(&mut *element.content) {
            let Node::Element(child) = node else {
                content.push(node);
                continue;
            };
            let is_surplus = surplus.binary_search(&number).is_ok();
            number = number.saturating_add(1);
            if is_surplus {
                let settled = self.settle(&element.name, model, child, &mut content);
                content.extend(settled);
            } else {
                content.push(Node::Element(child));
            }
        }
        element.content = content.into();
    }

    /// What stands in the place of a child too many, if anything does.
    fn settle(
        &mut self,
        parent: &str,
        model: &Model,
        mut child: Element,
        before: &mut [Node],
    ) -> Option<Node> {
        let name = child.name.clone();
        // A second heading is text.
        if name == "title" && model.mentions("p") {
            child.name = "p".into();
            let detail = format!("a second `title` of `{parent}` is `p`");
            self.say("jats.element", Effect::Approximated, detail);
            return Some(Node::Element(child));
        }
        let first = before.iter_mut().find_map(|node| match node {
            Node::Element(first) if first.name == name && first.namespace == child.namespace => {
                Some(first)
            }
            _ => None,
        });
        if let Some(first) = first {
            self.merge(parent, first, child);
            return None;
        }
        if self.front > 0 {
            let detail = format!("`{name}` in `{parent}`: {}", excerpt(&child));
            self.say("jats.element", Effect::Dropped, detail);
            return None;
        }
        Some(Node::Element(child))
    }

    fn merge(&mut self, parent: &str, first: &mut Element, mut child: Element) {
        let detail = format!(
            "one `{}` of `{parent}` too many: what it holds is in the first",
            child.name
        );
        self.say("jats.merged", Effect::Approximated, detail);
        if child.is("title-group") {
            self.translate_titles(&mut child);
        } else {
            self.lose(&child, child.attrs.iter());
        }
        let holds_text = |element: &Element| {
            let is_text = |node: &Node| matches!(node, Node::Text(_));
            element.content.iter().any(is_text)
        };
        if holds_text(first) || holds_text(&child) {
            first.content.push(Node::Text(" ".to_owned()));
        }
        first.content.append(&mut child.content);
    }

    /// The titles of another group are those in another language.
    fn translate_titles(&mut self, group: &mut Element) {
        let mut translated = Element {
            attrs: std::mem::take(&mut group.attrs),
            ..Element::new("trans-title-group")
        };
        let mut rest = Vec::new();
        for node in std::mem::take(&mut *group.content) {
            let name = match &node {
                Node::Element(child) if child.is("article-title") => "trans-title",
                Node::Element(child) if child.is("subtitle") => "trans-subtitle",
                _ => {
                    rest.push(node);
                    continue;
                }
            };
            if let Node::Element(mut child) = node {
                let detail = format!("`{}` is `{name}`", child.name);
                self.note("jats.renamed", detail);
                child.name = name.into();
                translated.content.push(Node::Element(child));
            }
        }
        rest.insert(0, Node::Element(translated));
        group.content = rest.into();
    }
}
