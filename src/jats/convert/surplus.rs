//! Children of which the target takes only so many: JATS 1.4 has several of what was one before.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::{Converter, excerpt};
use crate::jats::grammar::Model;
use crate::jats::validity::names_of;
use crate::report::Effect;
use crate::tree::{Element, Node};

/// Children in their order, with the place of the first of each name.
#[derive(Default)]
struct Row {
    content: Vec<Node>,
    firsts: BTreeMap<(Option<Text>, Text), usize>,
}

/// A name or a namespace.
type Text = Cow<'static, str>;

impl Row {
    fn push(&mut self, child: Element) {
        let at = self.content.len();
        let key = (child.namespace.clone(), child.name.clone());
        self.firsts.entry(key).or_insert(at);
        self.content.push(Node::Element(child));
    }

    /// The first of the name that an element has.
    fn first(&mut self, like: &Element) -> Option<&mut Element> {
        let key = (like.namespace.clone(), like.name.clone());
        match self.content.get_mut(*self.firsts.get(&key)?) {
            Some(Node::Element(first)) => Some(first),
            _ => None,
        }
    }
}

impl Converter<'_> {
    /// Puts what one child too many holds into the first of its name.
    pub(super) fn surplus(&mut self, element: &mut Element, model: &Model) {
        let surplus = model.surplus(&names_of(element));
        if surplus.is_empty() {
            return;
        }
        let mut surplus = surplus.into_iter().peekable();
        let mut number = 0_usize;
        let mut row = Row::default();
        for node in std::mem::take(&mut *element.content) {
            let Node::Element(child) = node else {
                row.content.push(node);
                continue;
            };
            if surplus.next_if_eq(&number).is_some() {
                self.settle(&element.name, model, child, &mut row);
            } else {
                row.push(child);
            }
            number = number.saturating_add(1);
        }
        element.content = row.content.into();
    }

    fn settle(&mut self, parent: &str, model: &Model, mut child: Element, row: &mut Row) {
        // A second heading is text.
        if child.is("title") && model.mentions("p") {
            child.name = "p".into();
            let detail = format!("a second `title` of `{parent}` is `p`");
            self.say("jats.element", Effect::Approximated, detail);
            return row.content.push(Node::Element(child));
        }
        if let Some(first) = row.first(&child) {
            return self.merge(parent, first, child);
        }
        if self.front > 0 {
            let detail = format!("`{}` in `{parent}`: {}", child.name, excerpt(&child));
            self.say("jats.element", Effect::Dropped, detail);
        } else {
            row.push(child);
        }
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
