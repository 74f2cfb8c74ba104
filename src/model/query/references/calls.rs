//! Where an article cites, ranges included: "3–7" names two works and cites five.

use std::collections::HashMap;
use std::ops::Range;

use super::Call;
use crate::codec::slots::{ChildField, RestField, Typed};
use crate::model::inline::{Inline, Xref};
use crate::model::{AppendixGroup, Back, Block, Section, Visitor, plain};

/// What stands between the ends of a range.
const DASHES: &[char] = &[
    '-', '\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}', '\u{2014}', '\u{2212}',
];

/// What may stand around a number, inside or outside of its mark.
const BRACKETS: &str = "[](){}";

/// More text between two calls is no dash.
const LONGEST: usize = 12;

/// The most places that ranges add; no article calls hundreds of works from hundreds of places by ranges.
pub(super) const MOST_BETWEEN: usize = 1 << 18;

/// Gathers references to other places, each with its section.
#[derive(Default)]
pub(super) struct Calls<'a> {
    /// All of them, in order.
    pub(super) found: Vec<Call<'a>>,
    /// By number: those behind which a dash and then the next one stand.
    dashed: HashMap<usize, &'a Xref>,
    section: Option<&'a Section>,
    /// The number of the call that stands right before, and the text since.
    last: Option<(usize, String)>,
    /// True in a row of cells, where a dash between two calls is a cell.
    in_row: bool,
}

impl<'a> Calls<'a> {
    /// The places of the references that lie between the ends of a range which this call begins, or holds. References are
    /// given by their places in order.
    pub(super) fn between(
        &self,
        number: usize,
        named: &[usize],
        by_id: &HashMap<&str, usize>,
    ) -> Range<usize> {
        self.range(number, named, by_id).unwrap_or_default()
    }

    fn range(
        &self,
        number: usize,
        named: &[usize],
        by_id: &HashMap<&str, usize>,
    ) -> Option<Range<usize>> {
        let text = plain::inlines(&self.found.get(number)?.xref.content);
        let (first, last, numbers) = match (named, text.split_once(DASHES)) {
            // One mark with both ends: "3–7".
            ([first, last], Some((from, to))) => (*first, *last, (counted(from)?, counted(to)?)),
            ([first], None) => {
                let end = self.dashed.get(&number)?;
                let mut targets = end.targets();
                let last = *by_id.get(targets.next()?)?;
                let to = plain::inlines(&end.content);
                (*first, last, (counted(&text)?, counted(&to)?))
            }
            _ => return None,
        };
        let is_range = last.checked_sub(first)? == numbers.1.checked_sub(numbers.0)?;
        is_range.then_some(first.saturating_add(1)..last)
    }

    /// Goes into a section itself, so as to know when it ends.
    fn section(&mut self, section: &'a Section) -> bool {
        let around = self.section.replace(section);
        section.walk(self);
        self.section = around;
        false
    }

    /// Goes into a group of appendices: each is a section.
    fn appendices(&mut self, group: &'a AppendixGroup) -> bool {
        group.label.walk(self);
        group.title.walk(self);
        RestField::walk(&group.content, self);
        for appendix in &group.appendices {
            self.section(appendix);
        }
        false
    }

    /// Goes into a block itself, so as to know whether text in it runs on.
    fn within(&mut self, block: &'a Block, in_row: bool) -> bool {
        let around = std::mem::replace(&mut self.in_row, in_row);
        block.walk_element(self);
        self.in_row = around;
        self.last = None;
        false
    }

    /// A call, and whether a range ends here.
    fn call(&mut self, xref: &'a Xref) -> bool {
        let number = self.found.len();
        if let Some((before, text)) = self.last.take()
            && is_dash(&text)
        {
            self.dashed.insert(before, xref);
        }
        let section = self.section;
        self.found.push(Call {
            xref,
            section,
            in_range: false,
        });
        xref.walk(self);
        self.last = (!self.in_row).then(|| (number, String::new()));
        false
    }
}

impl<'a> Visitor<'a> for Calls<'a> {
    fn block(&mut self, block: &'a Block) -> bool {
        self.last = None;
        match block {
            Block::Section(section) | Block::TreatmentSection(section) => self.section(section),
            Block::Table(_) | Block::Grid(_) | Block::Array(_) => self.within(block, true),
            Block::Paragraph(_) => self.within(block, false),
            _ => true,
        }
    }

    fn inline(&mut self, inline: &'a Inline) -> bool {
        match inline {
            Inline::Xref(xref) => return self.call(xref),
            Inline::Text(text) => {
                if text.len() > LONGEST {
                    self.last = None;
                } else if let Some((_, between)) = &mut self.last {
                    between.push_str(text);
                }
            }
            Inline::Emphasis(_)
            | Inline::Datum(_)
            | Inline::Comment(_)
            | Inline::Instruction(_) => {}
            _ => self.last = None,
        }
        true
    }

    fn back(&mut self, back: &'a Back) -> bool {
        self.last = None;
        match back {
            Back::Acknowledgements(section)
            | Back::Appendix(section)
            | Back::Biography(section)
            | Back::Notes(section)
            | Back::Section(section) => self.section(section),
            Back::Appendices(group) => self.appendices(group),
            _ => true,
        }
    }
}

fn is_dash(text: &str) -> bool {
    let bare = text.trim_matches(|c: char| c.is_whitespace() || BRACKETS.contains(c));
    let mut letters = bare.chars();
    matches!((letters.next(), letters.next()), (Some(letter), None) if DASHES.contains(&letter))
}

/// The number of a call, which may stand in brackets.
fn counted(text: &str) -> Option<usize> {
    let digits = text.trim_matches(|c: char| c.is_whitespace() || BRACKETS.contains(c));
    digits.parse().ok()
}
