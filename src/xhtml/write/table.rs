//! Tables: those of HTML, those of CALS, and those that HTML cannot hold.

use std::collections::BTreeMap;

use crate::error::Result;
use crate::present::{Kid, Shown};
use crate::tree::{Element, Node, ns};
use crate::xhtml::mark;

use super::Writer;
use super::element::{Context, tagged};
use super::part::{self, Part};
use super::slot::Slots;

/// The columns of a CALS table: their numbers by name, and its named spans.
#[derive(Debug, Default)]
pub(super) struct Columns {
    by_name: BTreeMap<String, usize>,
    spans: BTreeMap<String, (String, String)>,
}

impl<'a> Writer<'a, '_> {
    /// A table of HTML; blocks when HTML cannot hold it.
    pub(super) fn table(
        &mut self,
        shown: &Shown<'a>,
        context: Context<'a>,
        id: Option<String>,
    ) -> Result<Element> {
        let is_table = context.slot.is_none() && !context.in_line && fits(shown, Slots::Table);
        self.rows(
            shown,
            context,
            id,
            if is_table { Slots::Table } else { Slots::Free },
        )
    }

    /// A CALS table group that HTML can hold as a table.
    pub(super) fn group(
        &mut self,
        shown: &Shown<'a>,
        context: Context<'a>,
        id: Option<String>,
    ) -> Result<Element> {
        let outer = std::mem::replace(&mut self.columns, Columns::of(shown.element));
        let out = self.rows(shown, context, id, Slots::Group);
        self.columns = outer;
        out
    }

    fn rows(
        &mut self,
        shown: &Shown<'a>,
        context: Context<'a>,
        id: Option<String>,
        slots: Slots,
    ) -> Result<Element> {
        let inside = Context {
            slots,
            ..context.inside(shown)
        };
        let mut parts = self.parts(shown, inside)?;
        let tag = if slots == Slots::Free { "div" } else { "table" };
        let mut out = tagged(context.slot.map_or(tag, |slot| slot.tag), id);
        meaning(shown.element, &mut out, context, &self.columns);
        Self::carry(shown.element, &mut out);
        if slots != Slots::Free {
            foot_last(&mut parts);
            if columns(shown.element) > NARROW {
                out.set("class", "wide");
            }
        }
        part::mark_order(&mut out, &mut parts);
        if slots != Slots::Free {
            parts = grouped(parts);
        }
        part::put(&mut out, parts, inside.breaks(shown));
        Ok(out)
    }
}

/// A table of more columns is set smaller: few screens hold it otherwise.
const NARROW: usize = 7;

/// How many columns the widest row of a table asks for.
fn columns(table: &Element) -> usize {
    let is_row = |element: &Element| matches!(element.name.as_ref(), "tr" | "row");
    let wide = |cell: &Element| match cell.attr("colspan").map(str::parse) {
        Some(Ok(columns)) => std::cmp::max(columns, 1_usize),
        _ => 1,
    };
    let of = |element: &Element| {
        let cells = element.elements().filter(|_| is_row(element));
        cells.map(wide).fold(0, usize::saturating_add)
    };
    let rows = table
        .elements()
        .flat_map(|part| std::iter::once(part).chain(part.elements()));
    rows.map(of).max().unwrap_or_default()
}

/// True for a table group of CALS, in whatever namespace.
pub(super) fn is_group(element: &Element) -> bool {
    element.name == "tgroup"
        && matches!(
            element.namespace.as_deref(),
            None | Some(ns::OASIS | ns::OASIS_OPEN)
        )
}

/// True when HTML can hold the group as a table.
pub(super) fn group_fits(shown: &Shown<'_>) -> bool {
    fits(shown, Slots::Group)
}

/// True when HTML can hold the table: parts, rows and cells where they belong, and nothing else.
fn fits(table: &Shown<'_>, slots: Slots) -> bool {
    let mut stage = 0;
    table.kids.iter().all(|kid| {
        let Kid::Element(kid) = kid else {
            return matches!(kid, Kid::Comment(_) | Kid::Instruction(_));
        };
        let Some(slot) = slots.of(kid.element) else {
            return false;
        };
        // Columns, one head, then bodies; one foot anywhere: it is moved to the end.
        let (place, holds) = match slot.tag {
            "col" => (0, &[][..]),
            "colgroup" => (0, &["col"][..]),
            "thead" => (1, &["tr"][..]),
            "tfoot" => (stage, &["tr"][..]),
            "tr" => (2, &["td", "th"][..]),
            "tbody" => (2, &["tr"][..]),
            _ => return false,
        };
        let is_second =
            slot.tag == "thead" && stage == 1 || slot.tag == "tfoot" && count(table, "tfoot") > 1;
        let is_late = place < stage;
        stage = place;
        !is_late && !is_second && part_fits(kid, slot.inner, holds)
    })
}

fn count(table: &Shown<'_>, name: &str) -> usize {
    table
        .kids
        .iter()
        .filter(|kid| matches!(kid, Kid::Element(kid) if kid.element.name == name))
        .count()
}

/// True when everything in a part of a table has one of those tags.
fn part_fits(part: &Shown<'_>, slots: Slots, tags: &[&str]) -> bool {
    part.kids.iter().all(|kid| match kid {
        Kid::Element(kid) => slots.of(kid.element).is_some_and(|slot| {
            let is_cell = matches!(slot.tag, "td" | "th");
            let holds: &[&str] = if slot.tag == "tr" { &["td", "th"] } else { &[] };
            tags.contains(&slot.tag) && (is_cell || part_fits(kid, slot.inner, holds))
        }),
        Kid::Comment(_) | Kid::Instruction(_) => true,
        Kid::Text(_) | Kid::Generated(_) => false,
    })
}

/// HTML wants the foot last.
fn foot_last(parts: &mut Vec<Part<'_>>) {
    if let Some(at) = parts.iter().position(|part| part.is_tag("tfoot")) {
        let foot = parts.remove(at);
        parts.push(foot);
    }
}

/// Columns into column groups, rows into bodies; a comment goes with what stands around it.
fn grouped(parts: Vec<Part<'_>>) -> Vec<Part<'_>> {
    let mut in_rows = false;
    let mut out: Vec<Part<'_>> = Vec::new();
    for part in parts {
        in_rows |= ["thead", "tbody", "tfoot", "tr"]
            .iter()
            .any(|tag| part.is_tag(tag));
        let wrapper = match &part.node {
            Node::Element(e) if e.name == "template" && in_rows => "tbody",
            Node::Element(e) if e.name == "template" => "colgroup",
            _ if part.is_tag("col") => "colgroup",
            _ if part.is_tag("tr") => "tbody",
            _ => {
                out.push(part);
                continue;
            }
        };
        match out.last_mut().map(|part| &mut part.node) {
            Some(Node::Element(last))
                if last.name == wrapper && last.attr(mark::WRAP).is_some() =>
            {
                last.content.push(part.node);
            }
            _ => {
                let element = part::wrap(wrapper, "rows").holding(vec![part.node]);
                out.push(part::wrapped(element));
            }
        }
    }
    out
}

/// What a part of a table is for those who do not see it, and how it is aligned.
pub(super) fn meaning(
    element: &Element,
    out: &mut Element,
    context: Context<'_>,
    columns: &Columns,
) {
    if context.slot.is_some() {
        if element.name == "entry" {
            columns.span(element, out);
        }
        align(element, out);
    } else if out.name == "div" {
        let role = match element.jats() {
            Some("table") => "table",
            Some("thead" | "tbody" | "tfoot") => "rowgroup",
            Some("tr") => "row",
            Some("td") => "cell",
            Some("th") => "columnheader",
            _ => return,
        };
        out.set("role", role);
    }
}

/// The alignment of a cell, as a class for the stylesheet.
fn align(element: &Element, out: &mut Element) {
    let class = match element.attr("align") {
        Some("center") => "center",
        Some("right") => "end",
        Some("char") => "char",
        _ => return,
    };
    if matches!(out.name.as_ref(), "td" | "th") {
        out.set("class", class);
    }
}

impl Columns {
    /// The columns of a group.
    fn of(group: &Element) -> Self {
        let mut columns = Self::default();
        let mut number = 0;
        for spec in group.elements() {
            let attr = |name| spec.attr(name).map(str::to_owned);
            match spec.name.as_ref() {
                "colspec" => {
                    number = attr("colnum")
                        .and_then(|n| n.parse().ok())
                        .unwrap_or(number + 1);
                    columns
                        .by_name
                        .extend(attr("colname").map(|name| (name, number)));
                }
                "spanspec" => {
                    if let (Some(name), Some(start), Some(end)) =
                        (attr("spanname"), attr("namest"), attr("nameend"))
                    {
                        columns.spans.insert(name, (start, end));
                    }
                }
                _ => {}
            }
        }
        columns
    }

    /// Says how many columns and rows an entry spans.
    fn span(&self, entry: &Element, out: &mut Element) {
        let named = entry.attr("spanname").and_then(|name| self.spans.get(name));
        let ends = match named {
            Some((start, end)) => Some((start.as_str(), end.as_str())),
            None => entry.attr("namest").zip(entry.attr("nameend")),
        };
        let number = |name: &str| self.by_name.get(name).copied();
        if let Some((start, end)) = ends.and_then(|(start, end)| number(start).zip(number(end)))
            && let Some(columns @ 1..1_000) = end.checked_sub(start)
        {
            out.set("colspan", (columns + 1).to_string());
        }
        if let Some(rows @ 1..1_000) = entry
            .attr("morerows")
            .and_then(|rows| rows.parse::<u16>().ok())
        {
            out.set("rowspan", (rows + 1).to_string());
        }
    }
}
