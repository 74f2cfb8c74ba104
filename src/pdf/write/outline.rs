//! The outline: headings, nested by their level.

use lopdf::{Dictionary, ObjectId, dictionary};

use super::pass::Pass;
use super::text::text_string;
use crate::error::Result;
use crate::pdf::page::OutlineItem;

/// An entry's place among the others.
#[derive(Default, Clone)]
struct Node {
    parent: Option<usize>,
    kids: Vec<usize>,
    /// Entries below it at any depth.
    below: i64,
}

/// Writes the outline; nothing when there are no headings.
pub(super) fn write(pass: &mut Pass<'_>) -> Result<Option<ObjectId>> {
    let items = &pass.pages.outline;
    if items.is_empty() {
        return Ok(None);
    }
    let (nodes, top) = nest(items);
    let root = pass.document.new_object_id();
    let ids: Vec<ObjectId> = items
        .iter()
        .map(|_| pass.document.new_object_id())
        .collect();
    let id = |index: usize| ids.get(index).copied().unwrap_or(root);
    for (index, (item, node)) in items.iter().zip(&nodes).enumerate() {
        let siblings = node
            .parent
            .and_then(|p| nodes.get(p))
            .map_or(&top, |p| &p.kids);
        let mut entry = dictionary! {
            "Title" => text_string(&item.title),
            "Parent" => node.parent.map_or(root, id),
            "Dest" => pass.destination(item.page, item.y)?,
            "SE" => pass.element(item.tag)?,
        };
        let at = siblings.iter().position(|s| *s == index).unwrap_or(0);
        if let Some(before) = at.checked_sub(1).and_then(|at| siblings.get(at)) {
            entry.set("Prev", id(*before));
        }
        if let Some(after) = siblings.get(at + 1) {
            entry.set("Next", id(*after));
        }
        ends(&mut entry, &node.kids, node.below, id);
        pass.document.set_object(id(index), entry);
    }
    let mut outline = dictionary! { "Type" => "Outlines" };
    ends(
        &mut outline,
        &top,
        i64::try_from(items.len()).unwrap_or(i64::MAX),
        id,
    );
    pass.document.set_object(root, outline);
    Ok(Some(root))
}

fn ends(entry: &mut Dictionary, kids: &[usize], count: i64, id: impl Fn(usize) -> ObjectId) {
    if let (Some(first), Some(last)) = (kids.first(), kids.last()) {
        entry.set("First", id(*first));
        entry.set("Last", id(*last));
        entry.set("Count", count);
    }
}

/// The entries with their kids, and those on top.
fn nest(items: &[OutlineItem]) -> (Vec<Node>, Vec<usize>) {
    let mut nodes = vec![Node::default(); items.len()];
    let mut top = Vec::new();
    let mut open: Vec<(u8, usize)> = Vec::new();
    for (index, item) in items.iter().enumerate() {
        open.retain(|(level, _)| *level < item.level);
        let parent = open.last().map(|(_, parent)| *parent);
        match parent.and_then(|p| nodes.get_mut(p)) {
            Some(node) => node.kids.push(index),
            None => top.push(index),
        }
        for (_, above) in &open {
            if let Some(node) = nodes.get_mut(*above) {
                node.below += 1;
            }
        }
        if let Some(node) = nodes.get_mut(index) {
            node.parent = parent;
        }
        open.push((item.level, index));
    }
    (nodes, top)
}
