//! The order of children that are shown in another one.

use crate::report::Effect;
use crate::tree::{Element, Node};
use crate::xhtml::mark;

use super::Reader;

impl Reader {
    /// Puts the children of an element back into the order in which they stand in the article.
    pub(super) fn restore_order(&mut self, out: &mut Element, order: &str) {
        let indices: Option<Vec<usize>> = order
            .split_ascii_whitespace()
            .map(|word| word.parse().ok())
            .collect();
        let Some(indices) = indices.filter(|indices| is_permutation(indices)) else {
            self.stale(order);
            return;
        };
        if out.content.len() != indices.len() {
            // White space between elements comes from an editor that indents.
            out.content
                .retain(|node| !matches!(node, Node::Text(text) if text.trim_ascii().is_empty()));
        }
        if out.content.len() != indices.len() {
            self.stale(order);
            return;
        }
        let mut placed: Vec<(usize, Node)> = indices
            .into_iter()
            .zip(std::mem::take(&mut out.content))
            .collect();
        placed.sort_by_key(|(index, _)| *index);
        out.content = placed.into_iter().map(|(_, node)| node).collect();
    }

    fn stale(&mut self, order: &str) {
        let detail = format!(
            "{} \"{order}\" does not fit the children any more; they stay as they are shown",
            mark::ORDER
        );
        self.found("epub.order-stale", Effect::Noted, detail);
    }
}

fn is_permutation(indices: &[usize]) -> bool {
    let mut sorted = indices.to_vec();
    sorted.sort_unstable();
    sorted.into_iter().eq(0..indices.len())
}
