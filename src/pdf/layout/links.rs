//! Links: an area for each line that a link stands in.

use super::pages::Builder;
use crate::pdf::page::{Link, Run, TagId, Target};
use crate::pdf::tags::plan::{LinkTo, Plan};

/// A tag's area in a row, and the text in it.
pub(super) type Area = (TagId, [f32; 4], String);

impl Builder<'_, '_> {
    /// Puts a link on the page.
    pub(super) fn link(&mut self, tag: TagId, area: [f32; 4], text: &str) {
        let Some(planned) = self.plan.get(tag) else {
            return;
        };
        let text = text.trim();
        let (target, description) = match &planned.link {
            Some(LinkTo::Address(address)) => {
                let description = if text.is_empty() || text == address {
                    address.to_string()
                } else {
                    format!("{text} ({address})")
                };
                (Target::Address(address.to_string()), description)
            }
            Some(LinkTo::Id(id)) => match self.plan.by_id.get(id) {
                Some(target) if text.is_empty() => (Target::Tag(*target), (*id).to_owned()),
                Some(target) => (Target::Tag(*target), text.to_owned()),
                None => return,
            },
            None => return,
        };
        let number = self.painted.pages.pages.len().saturating_sub(1);
        if let Some(page) = self.painted.pages.pages.last_mut() {
            page.links.push(Link {
                area,
                target,
                tag,
                description,
            });
            let index = page.links.len() - 1;
            self.painted.links.push((tag, number, index));
        }
    }
}

/// The link that each slot stands in, if any.
pub(super) fn links(plan: &Plan<'_>) -> Vec<Option<TagId>> {
    let mut inside: Vec<Option<TagId>> = vec![None; plan.tags.len()];
    for (id, planned) in plan.tags.iter().enumerate() {
        let around = inside.get(id).copied().flatten();
        let link = planned.link.as_ref().map(|_| id).or(around);
        if link.is_none() {
            continue;
        }
        if let Some(own) = inside.get_mut(id) {
            *own = link;
        }
        for kid in plan.tags_in(id) {
            if let Some(kid) = inside.get_mut(kid) {
                *kid = link;
            }
        }
    }
    let tags = plan.slots.iter();
    tags.map(|tag| inside.get(*tag).copied().flatten())
        .collect()
}

/// The area of glyphs.
pub(super) fn area_of(run: &Run, width: f32) -> [f32; 4] {
    let (upper, lower) = (run.y - run.size * 0.78, run.y + run.size * 0.24);
    [run.x, upper, run.x + width, lower]
}

/// Adds an area to the tag's area in the same row.
pub(super) fn grow(areas: &mut Vec<Area>, tag: TagId, area: [f32; 4], text: &str) {
    let [left, upper, right, lower] = area;
    match areas.iter_mut().find(|(owner, ..)| *owner == tag) {
        Some((_, [l, u, r, b], all)) => {
            (*l, *u) = (l.min(left), u.min(upper));
            (*r, *b) = (r.max(right), b.max(lower));
            all.push_str(text);
        }
        None => areas.push((tag, area, text.to_owned())),
    }
}
