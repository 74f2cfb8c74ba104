//! The shown tree → tags.
//!
//! A block that holds lines only is one tag (`P`, a heading, a cell …). A block that holds blocks is a group (`Sect`, `Div`,
//! …) in which each stretch of text between two blocks stands in a `run`, since a group holds no text itself.

mod attrs;
mod figure;
mod grid;
mod inline;
mod list;
mod math;
mod numbering;
mod sketch;
mod table;

pub(super) use self::attrs::OWN_ID;

use std::borrow::Cow;
use std::collections::BTreeSet;

use self::sketch::{Sketch, is_heading, sketch};
use super::names::{self, is_picture, local};
use super::plan::{Flow, Plan, PlanKid, Planned};
use super::{PROFILE, key, role};
use crate::model::source::Source;
use crate::pdf::page::{Tag, TagId};
use crate::present::{self, Generated, GeneratedKind, Kid, Shown, Words};
use crate::tree::Element;

/// The tags of the shown article.
pub(crate) fn plan<'s>(shown: &'s Shown<'s>, source: &Source) -> Plan<'s> {
    let mut ids = BTreeSet::new();
    let outline = sketch(shown, &mut ids);
    let mut writer = Writer {
        plan: Plan::default(),
        targets: ids,
        ids: BTreeSet::new(),
        heading: 0,
        notes: 0,
        called: 0,
        moved: Vec::new(),
        caption: None,
        words: present::words(shown.element),
    };
    writer.block(
        None,
        shown,
        &outline,
        Place {
            parent: "",
            titled: 0,
            cell: false,
        },
    );
    writer.data(0, key::PROFILE, PROFILE.to_owned());
    if !source.is_empty() {
        let json = serde_json::to_string(source).unwrap_or_default();
        writer.data(0, key::SOURCE, json);
    }
    writer.plan
}

/// Where a block stands.
#[derive(Debug, Clone, Copy)]
struct Place<'s> {
    /// The name of the element around it.
    parent: &'s str,
    /// How many headings stand above it.
    titled: u8,
    /// Directly in a table cell, where a block quotation may not stand.
    cell: bool,
}

struct Writer<'s> {
    plan: Plan<'s>,
    /// Every id of the article.
    targets: BTreeSet<&'s str>,
    /// The ids that tags have.
    ids: BTreeSet<&'s str>,
    /// The level of the last heading, so that none is skipped.
    heading: u8,
    /// How many notes have got an id of ours.
    notes: usize,
    /// How many notes stand in running text.
    called: usize,
    /// The `alt-text` elements whose text stands in the tag around them.
    moved: Vec<&'s Element>,
    words: &'static Words,
    /// What the figure around says of its pictures.
    caption: Option<Cow<'s, str>>,
}

impl<'s> Writer<'s> {
    /// A block: its tag and everything in it.
    fn block(
        &mut self,
        parent: Option<TagId>,
        shown: &'s Shown<'s>,
        outline: &Sketch,
        place: Place<'s>,
    ) -> TagId {
        let name = local(shown.element);
        match name {
            "table" | "tgroup" => {
                if let Some(grid) = grid::Grid::of(shown, outline) {
                    return self.table(parent, shown, outline, grid);
                }
            }
            "list" | "def-list" => return self.list(parent, shown, outline, place),
            _ if is_picture(name) && !shown.hidden => {
                return self.picture(parent, shown, outline, Flow::Blocks);
            }
            _ => {}
        }
        let (standard, flow) = self.block_type(name, outline, place);
        let id = self.open(parent, Some(shown), standard, flow);
        if standard == "Note" && !place.parent.is_empty() && !shown.block {
            self.note_mark(id, shown, flow);
        }
        let around = figure::caption(shown).map(|caption| self.caption.replace(caption));
        if flow == Flow::Lines {
            self.inline_kids(id, shown, outline);
        } else {
            let inner = Place {
                parent: name,
                titled: place.titled + u8::from(has_heading(name, shown)),
                cell: place.cell && matches!(standard, "Div" | "P"),
            };
            self.block_kids(id, shown, outline, inner);
        }
        if let Some(around) = around {
            self.caption = around;
        }
        id
    }

    /// The standard type of a block, and whether it holds lines or blocks.
    fn block_type(
        &mut self,
        name: &str,
        outline: &Sketch,
        place: Place<'_>,
    ) -> (&'static str, Flow) {
        let standard = names::standard(name);
        match standard {
            "Document" | "Art" | "Sect" => (standard, Flow::Blocks),
            "BlockQuote" if !place.cell => (standard, Flow::Blocks),
            "Caption" | "Note" if outline.deep => (standard, Flow::Blocks),
            _ if outline.deep || standard == "BlockQuote" => ("Div", Flow::Blocks),
            "Div" if !outline.shows => ("Div", Flow::Blocks),
            _ if is_title(name, place.parent) && outline.shows => {
                (self.heading_type(place.titled.max(1)), Flow::Lines)
            }
            "P" | "Lbl" | "Caption" | "Note" | "Code" | "BibEntry" => (standard, Flow::Lines),
            _ => ("P", Flow::Lines),
        }
    }

    /// The heading type for a level; never more than one below the last heading.
    fn heading_type(&mut self, level: u8) -> &'static str {
        self.heading = level.min(self.heading + 1).clamp(1, 6);
        names::heading(self.heading)
    }

    /// The children of a group: blocks as they are, what stands between them in runs.
    fn block_kids(&mut self, id: TagId, shown: &'s Shown<'s>, outline: &Sketch, place: Place<'s>) {
        let mut run = None;
        let refs = place.parent == "ref-list";
        let mut list = None;
        for (kid, kid_outline) in shown.kids.iter().zip(&outline.kids) {
            match kid {
                Kid::Element(child) if refs && child.element.is("ref") => {
                    run = None;
                    let list = *list.get_or_insert_with(|| self.references(id));
                    self.item(list, child, kid_outline, place, None);
                }
                _ => {
                    list = None;
                    self.block_kid(id, &mut run, kid, kid_outline, place);
                }
            }
        }
    }

    /// A child of a group; `run` is the open run in it.
    fn block_kid(
        &mut self,
        id: TagId,
        run: &mut Option<TagId>,
        kid: &'s Kid<'s>,
        outline: &Sketch,
        place: Place<'s>,
    ) {
        match kid {
            Kid::Element(child) if outline.block => {
                *run = None;
                self.block(Some(id), child, outline, place);
            }
            Kid::Generated(generated) if is_heading(generated) => {
                *run = None;
                self.generated_heading(id, generated, place);
            }
            Kid::Comment(_) | Kid::Instruction(_) => {
                self.inline_kid(run.unwrap_or(id), kid, outline, place.parent);
            }
            _ => {
                let open = *run.get_or_insert_with(|| self.helper(id, role::RUN, "P", Flow::Lines));
                self.inline_kid(open, kid, outline, place.parent);
            }
        }
    }

    fn inline_kids(&mut self, id: TagId, shown: &'s Shown<'s>, outline: &Sketch) {
        let parent = local(shown.element);
        for (kid, kid_outline) in shown.kids.iter().zip(&outline.kids) {
            self.inline_kid(id, kid, kid_outline, parent);
        }
    }

    /// A child that stands in a line.
    fn inline_kid(&mut self, id: TagId, kid: &'s Kid<'s>, outline: &Sketch, parent: &'s str) {
        match kid {
            Kid::Element(child) => self.inline(id, child, outline, parent),
            Kid::Text(text) => self.text(id, Cow::Borrowed(text)),
            Kid::Comment(text) => {
                let tag = self.helper(id, role::COMMENT, "NonStruct", Flow::Inline);
                self.data(tag, key::TEXT, (*text).to_owned());
            }
            Kid::Instruction(instruction) => {
                let tag = self.helper(id, role::INSTRUCTION, "NonStruct", Flow::Inline);
                self.data(tag, key::TARGET, instruction.target.clone());
                self.data(tag, key::TEXT, instruction.text.clone());
            }
            Kid::Generated(generated) => {
                self.generated(id, generated, "Span", Flow::Inline);
            }
        }
    }

    /// A tag for an element, or for one of our helpers, added to its parent.
    fn open(
        &mut self,
        parent: Option<TagId>,
        shown: Option<&'s Shown<'s>>,
        standard: &'static str,
        flow: Flow,
    ) -> TagId {
        let id = self.plan.tags.len();
        let mut tag = match shown {
            Some(shown) => attrs::tag(shown.element, standard, &mut self.ids),
            None => Tag {
                standard,
                ..Tag::default()
            },
        };
        if standard == "Note" && tag.id.is_none() {
            self.notes += 1;
            tag.id = Some(format!("{}note-{}", OWN_ID, self.notes));
        }
        let element = shown.map(|shown| shown.element);
        if let Some(shown) = shown.filter(|shown| !shown.order.is_empty()) {
            let order: Vec<String> = shown.order.iter().map(u32::to_string).collect();
            tag.data.push((key::ORDER, order.join(" ")));
        }
        if let Some(spelled) = element.and_then(|element| element.attr("id")) {
            self.plan.by_id.entry(spelled).or_insert(id);
        }
        self.plan.tags.push(Planned {
            tag,
            kids: Vec::new(),
            element,
            flow,
            generated: None,
            link: None,
            script: 0,
            slanted: false,
        });
        if let Some(parent) = parent.and_then(|parent| self.plan.tags.get_mut(parent)) {
            parent.kids.push(PlanKid::Tag(id));
        }
        id
    }

    /// A tag that stands for no element.
    fn helper(
        &mut self,
        parent: TagId,
        base: &'static str,
        standard: &'static str,
        flow: Flow,
    ) -> TagId {
        let id = self.open(Some(parent), None, standard, flow);
        if let Some(planned) = self.plan.tags.get_mut(id) {
            planned.tag.role = attrs::variant(base, standard);
        }
        id
    }

    fn generated_heading(&mut self, id: TagId, generated: &'s Generated, place: Place<'_>) {
        let standard = if names::heads(place.parent) || place.parent == "article" {
            self.heading_type(place.titled.max(1))
        } else {
            "P"
        };
        self.generated(id, generated, standard, Flow::Lines);
    }

    fn generated(
        &mut self,
        parent: TagId,
        generated: &'s Generated,
        standard: &'static str,
        flow: Flow,
    ) -> TagId {
        let id = self.helper(parent, role::GEN, standard, flow);
        if let Some(planned) = self.plan.tags.get_mut(id) {
            planned.generated = Some(generated.kind);
        }
        self.text(id, Cow::Borrowed(&generated.text));
        id
    }

    /// Adds text to a tag. Two texts of the article that meet only in the order shown are kept apart.
    fn text(&mut self, id: TagId, text: Cow<'s, str>) {
        let meets = |planned: &Planned<'_>| matches!(planned.kids.last(), Some(PlanKid::Text(..)));
        if self.plan.get(id).is_some_and(meets) {
            let apart = self.helper(id, role::GEN, "Span", Flow::Inline);
            if let Some(planned) = self.plan.tags.get_mut(apart) {
                planned.generated = Some(GeneratedKind::Punctuation);
            }
        }
        let slot = self.slot(id);
        if let Some(planned) = self.plan.tags.get_mut(id) {
            planned.kids.push(PlanKid::Text(slot, text));
        }
    }

    fn slot(&mut self, id: TagId) -> usize {
        self.plan.slots.push(id);
        self.plan.slots.len() - 1
    }

    fn data(&mut self, id: TagId, key: &'static str, value: String) {
        if let Some(planned) = self.plan.tags.get_mut(id) {
            planned.tag.data.push((key, value));
        }
    }
}

/// True for a name that is a heading there.
fn is_title(name: &str, parent: &str) -> bool {
    match name {
        "title" => names::heads(parent),
        "article-title" => parent == "title-group",
        _ => false,
    }
}

/// True when the element has a heading that stands above what it holds.
fn has_heading(name: &str, shown: &Shown<'_>) -> bool {
    if name == "article" {
        return true;
    }
    names::heads(name)
        && shown.kids.iter().any(|kid| match kid {
            Kid::Element(child) => child.element.is("title") && !child.kids.is_empty(),
            Kid::Generated(generated) => is_heading(generated),
            _ => false,
        })
}
