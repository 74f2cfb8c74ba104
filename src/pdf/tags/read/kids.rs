//! The children of an element: groups dissolved, what is generated dropped, the article's order restored.

use super::{Depth, Reader};
use crate::error::Result;
use crate::pdf::tags::{ReadKid, ReadTag, key, role};
use crate::tree::Node;

impl<'a> Reader<'a> {
    /// The children of an element in the article's order.
    pub(super) fn children(&mut self, tag: &'a ReadTag, depth: Depth) -> Result<Vec<Node>> {
        let mut shown = Vec::new();
        self.gather(tag, depth, tag.alt.as_deref(), &mut shown)?;
        let shown = self.between(tag, depth, shown)?;
        Ok(self.reorder(tag, shown))
    }

    /// Adds what a tag holds. Texts join only where nothing at all stands between them.
    fn gather(
        &mut self,
        tag: &'a ReadTag,
        depth: Depth,
        alt: Option<&str>,
        out: &mut Vec<Node>,
    ) -> Result<()> {
        let mut joins = false;
        for kid in &tag.kids {
            match kid {
                ReadKid::Text(text) => match out.last_mut() {
                    Some(Node::Text(open)) if joins => open.push_str(text),
                    _ => out.push(Node::Text(text.clone())),
                },
                ReadKid::Tag(index) if self.is_run(*index) => {
                    if let Some(run) = self.take(*index) {
                        self.gather(run, depth.deeper(false)?, alt, out)?;
                    }
                }
                ReadKid::Tag(index) => out.extend(self.node(*index, depth, alt)?),
            }
            joins = matches!(kid, ReadKid::Text(_));
        }
        Ok(())
    }

    fn is_run(&self, index: usize) -> bool {
        self.tags
            .get(index)
            .is_some_and(|tag| tag.base() == role::RUN)
    }

    /// Puts back what the standard type had no place for.
    fn between(&mut self, tag: &ReadTag, depth: Depth, shown: Vec<Node>) -> Result<Vec<Node>> {
        let Some(json) = tag.get(key::BETWEEN) else {
            return Ok(shown);
        };
        let Ok(nodes) = serde_json::from_str::<Vec<(usize, Node)>>(json) else {
            self.lost(
                "pdf.between",
                "what stands between the parts of a table cannot be read",
            );
            return Ok(shown);
        };
        let mut all = Vec::with_capacity(shown.len() + nodes.len());
        let mut shown = shown.into_iter();
        for (index, node) in nodes {
            depth.admit(&node)?;
            while all.len() < index
                && let Some(next) = shown.next()
            {
                all.push(next);
            }
            all.push(node);
        }
        all.extend(shown);
        Ok(all)
    }

    /// Restores the article's order.
    fn reorder(&mut self, tag: &ReadTag, shown: Vec<Node>) -> Vec<Node> {
        let Some(order) = tag.get(key::ORDER) else {
            return shown;
        };
        let mut places: Vec<Option<Node>> = shown.iter().map(|_| None).collect();
        let indices: Option<Vec<usize>> =
            order.split(' ').map(|index| index.parse().ok()).collect();
        let mut free = vec![true; shown.len()];
        let fits = indices.as_ref().is_some_and(|indices| {
            indices.len() == shown.len()
                && indices
                    .iter()
                    .all(|index| free.get_mut(*index).is_some_and(std::mem::take))
        });
        let Some(indices) = indices.filter(|_| fits) else {
            self.approximated(
                "pdf.order",
                "an order that does not fit the children is ignored",
            );
            return shown;
        };
        for (index, node) in indices.into_iter().zip(shown) {
            if let Some(place) = places.get_mut(index) {
                *place = Some(node);
            }
        }
        places.into_iter().flatten().collect()
    }
}
