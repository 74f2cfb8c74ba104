//! The planned tag tree: tags with the article's texts in their places, before anything is painted.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::pdf::page::{Tag, TagId};
use crate::present::GeneratedKind;
use crate::tree::Element;

/// The tags of an article and the texts in them.
#[derive(Debug, Default)]
pub(crate) struct Plan<'s> {
    /// The tags; the first is the root, parents stand before their children.
    pub(crate) tags: Vec<Planned<'s>>,
    /// The places of what is painted: the tag that each belongs to.
    pub(crate) slots: Vec<TagId>,
    /// Ids as spelled, with the first tag that has them.
    pub(crate) by_id: BTreeMap<&'s str, TagId>,
    /// The pictures of which the article says nothing.
    pub(crate) unnamed: Vec<TagId>,
}

/// A tag before it is painted.
#[derive(Debug)]
pub(crate) struct Planned<'s> {
    /// The tag; its kids come when it is painted.
    pub(crate) tag: Tag,
    /// What it holds, in order.
    pub(crate) kids: Vec<PlanKid<'s>>,
    /// The element it stands for.
    pub(crate) element: Option<&'s Element>,
    /// How it stands in the flow.
    pub(crate) flow: Flow,
    /// What a generated text is for.
    pub(crate) generated: Option<GeneratedKind>,
    /// Where it leads.
    pub(crate) link: Option<LinkTo<'s>>,
    /// Set as a superscript (1), a subscript (-1), or neither (0).
    pub(crate) script: i8,
    /// A letter of a formula that is set in italics.
    pub(crate) slanted: bool,
}

/// A child of a planned tag.
#[derive(Debug)]
pub(crate) enum PlanKid<'s> {
    /// A tag.
    Tag(TagId),
    /// Text, and its place in [`Plan::slots`].
    Text(usize, Cow<'s, str>),
    /// The picture of a figure, and its place in [`Plan::slots`].
    Picture(usize),
}

/// How a tag stands in the flow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Flow {
    /// It holds blocks.
    Blocks,
    /// It is a block and holds lines.
    Lines,
    /// It stands in a line.
    Inline,
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum LinkTo<'s> {
    /// An address.
    Address(Cow<'s, str>),
    /// The element of that id.
    Id(&'s str),
}

impl<'s> Plan<'s> {
    /// The tag.
    pub(crate) fn get(&self, id: TagId) -> Option<&Planned<'s>> {
        self.tags.get(id)
    }

    /// The tags in a tag.
    pub(crate) fn tags_in(&self, id: TagId) -> impl Iterator<Item = TagId> {
        let kids = self.tags.get(id).map_or(&[][..], |t| t.kids.as_slice());
        kids.iter().filter_map(|kid| match kid {
            PlanKid::Tag(tag) => Some(*tag),
            _ => None,
        })
    }
}
