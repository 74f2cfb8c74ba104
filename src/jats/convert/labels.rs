//! Labels where the target has none: it expects them to be generated. What the article says stays in front of the text
//! that it labels.

use super::{Converter, excerpt};
use crate::jats::grammar::Model;
use crate::report::Effect;
use crate::tree::{Element, Node};

/// Where a label may go, in this order: the title, else the first paragraph, directly or in the caption.
const HOSTS: [&[&str]; 5] = [
    &["title"],
    &["caption", "title"],
    &["caption", "p"],
    &["p"],
    &["mixed-citation"],
];

impl Converter<'_> {
    /// Puts labels that have no place in front of the title, the caption or the text.
    pub(super) fn labels(&mut self, element: &mut Element, model: &Model) {
        let is_label = |node: &Node| matches!(node, Node::Element(e) if e.is("label"));
        if model.is_mixed() || model.mentions("label") || !element.content.iter().any(is_label) {
            return;
        }
        let (labels, content): (Vec<Node>, Vec<Node>) = std::mem::take(&mut element.content)
            .into_iter()
            .partition(is_label);
        element.content = content.into();
        for label in labels.into_iter().rev() {
            let Node::Element(mut label) = label else {
                continue;
            };
            // What has no place itself is no host.
            let stays = |path: &&[&str]| path.first().is_some_and(|name| model.mentions(name));
            let mut hosts = HOSTS.into_iter().filter(stays);
            let found = hosts.find(|path| host(element, path).is_some());
            let Some((path, host)) = found.and_then(|path| Some((path, host(element, path)?)))
            else {
                let detail = format!("the label of `{}`: {}", element.name, excerpt(&label));
                self.say("jats.element", Effect::Dropped, detail);
                continue;
            };
            label.content.push(Node::Text(" ".to_owned()));
            host.content.splice(0..0, label.content);
            let place = path.join("/");
            let detail = format!("the label of `{}` begins its `{place}`", element.name);
            self.say("jats.element", Effect::Approximated, detail);
        }
    }
}

/// The first element on that way down.
fn host<'e>(element: &'e mut Element, path: &[&str]) -> Option<&'e mut Element> {
    let mut at = element;
    for name in path {
        at = at.content.iter_mut().find_map(|node| match node {
            Node::Element(child) if child.is(name) => Some(child),
            _ => None,
        })?;
    }
    Some(at)
}
