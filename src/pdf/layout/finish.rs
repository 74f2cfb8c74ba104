//! What has been painted → the kids of the tags, links, places and the outline.

use std::collections::BTreeSet;

use super::pages::Painted;
use super::style::is_heading_type;
use crate::pdf::page::{OutlineItem, Pages, Place, StandardAttr, Tag, TagId, TagKid};
use crate::pdf::tags::plan::{LinkTo, Plan, PlanKid};

/// The finished pages.
pub(super) fn finish(plan: Plan<'_>, painted: Painted) -> Pages {
    let starts = starts(&plan, &painted.starts);
    let mut pages = painted.pages;
    pages.places = places(&plan, &starts);
    pages.outline = outline(&plan, &starts);
    let slots = plan.slots;
    pages.tags = plan
        .tags
        .into_iter()
        .map(|planned| Tag {
            kids: kids(&planned.kids, &painted.contents),
            ..planned.tag
        })
        .collect();
    for (slot, area) in painted.areas {
        let tag = slots.get(slot).and_then(|tag| pages.tags.get_mut(*tag));
        if let Some(tag) = tag {
            tag.standard_attrs.push(StandardAttr::BBox(area));
        }
    }
    for (tag, page, link) in painted.links {
        if let Some(tag) = pages.tags.get_mut(tag) {
            tag.kids.push(TagKid::Link(page, link));
        }
    }
    pages
}

fn kids(planned: &[PlanKid<'_>], contents: &[Vec<(usize, usize)>]) -> Vec<TagKid> {
    let mut kids = Vec::with_capacity(planned.len());
    for kid in planned {
        match kid {
            PlanKid::Tag(tag) => kids.push(TagKid::Tag(*tag)),
            PlanKid::Text(slot, _) | PlanKid::Picture(slot) => {
                let contents = contents.get(*slot).into_iter().flatten();
                kids.extend(contents.map(|(page, chunk)| TagKid::Content(*page, *chunk)));
            }
        }
    }
    kids
}

/// Where each tag begins; one that paints nothing, where the next one does.
fn starts(plan: &Plan<'_>, slots: &[Option<(usize, f32)>]) -> Vec<Option<(usize, f32)>> {
    let mut starts: Vec<Option<(usize, f32)>> = vec![None; plan.tags.len()];
    for (tag, start) in plan.slots.iter().zip(slots) {
        if let Some(own) = starts.get_mut(*tag) {
            *own = own.or(*start);
        }
    }
    for id in (0..plan.tags.len()).rev() {
        let kids = plan.tags_in(id);
        let first = kids.filter_map(|kid| starts.get(kid).copied().flatten());
        let first = first.min_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
        if let Some(own) = starts.get_mut(id) {
            *own = own.or(first);
        }
    }
    let mut next = None;
    for start in starts.iter_mut().rev() {
        next = start.or(next);
        *start = next;
    }
    starts
}

/// A place for every tag that a link leads to.
fn places(plan: &Plan<'_>, starts: &[Option<(usize, f32)>]) -> Vec<Place> {
    let targets: BTreeSet<TagId> = plan
        .tags
        .iter()
        .filter_map(|planned| match planned.link {
            Some(LinkTo::Id(id)) => plan.by_id.get(id).copied(),
            _ => None,
        })
        .collect();
    targets
        .into_iter()
        .map(|tag| {
            let (page, y) = starts.get(tag).copied().flatten().unwrap_or_default();
            Place { tag, page, y }
        })
        .collect()
}

fn outline(plan: &Plan<'_>, starts: &[Option<(usize, f32)>]) -> Vec<OutlineItem> {
    let mut items = Vec::new();
    for (id, planned) in plan.tags.iter().enumerate() {
        if !is_heading_type(planned.tag.standard) {
            continue;
        }
        let mut title = String::new();
        text(plan, id, &mut title);
        let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
        let level = planned
            .tag
            .standard
            .as_bytes()
            .get(1)
            .map(|digit| digit - b'0');
        if let (false, Some(level), Some((page, y))) =
            (title.is_empty(), level, starts.get(id).copied().flatten())
        {
            items.push(OutlineItem {
                level,
                title,
                tag: id,
                page,
                y,
            });
        }
    }
    items
}

/// The text painted in a tag, notes apart.
fn text(plan: &Plan<'_>, id: TagId, out: &mut String) {
    let Some(planned) = plan
        .get(id)
        .filter(|planned| planned.tag.standard != "Note")
    else {
        return;
    };
    for kid in &planned.kids {
        match kid {
            PlanKid::Tag(kid) => text(plan, *kid, out),
            PlanKid::Text(_, text) => out.push_str(text),
            PlanKid::Picture(_) => {}
        }
    }
}
