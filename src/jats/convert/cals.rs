//! CALS tables for a target that has only those of XHTML: the same rows and cells, with spans in numbers in place of names.

use std::borrow::Cow;

use super::Converter;
use super::names::attribute;
use crate::report::Effect;
use crate::tree::{Attr, Element, Node, ns};

/// The widest table, as in browsers.
const WIDEST: usize = 1_000;

/// How many empty cells a head, body or foot gets at most, before cells that name a later column.
const MOST: usize = 1 << 16;

/// What the names and numbers of a CALS table mean is said by the spans and the order of cells.
const SPOKEN: &[&str] = &[
    "cols", "colname", "colnum", "namest", "nameend", "spanname", "morerows",
];

/// Lines, which XHTML lacks; and what a CALS table has no attributes for, but XHTML has, where they would say something else.
const UNSPOKEN: &[&str] = &["colsep", "rowsep", "colspan", "rowspan", "width"];

/// The names of the columns of a group, and those of its spans: first and last column.
struct Columns<'a> {
    names: Vec<&'a str>,
    spans: Vec<(&'a str, usize, usize)>,
}

impl Converter<'_> {
    /// The tables of XHTML that say what a CALS table says, one a group.
    pub(super) fn table(&mut self, table: Element) -> Vec<Node> {
        let detail = "a CALS table is one of XHTML".to_owned();
        self.say("jats.element", Effect::Approximated, detail);
        let mut attrs = self.framed(&table);
        let mut content = Vec::with_capacity(table.content.len());
        for node in table.content {
            match node {
                Node::Element(group) if is_cals(&group, "tgroup") => {
                    let mut table = self.group(group);
                    let own = std::mem::take(&mut attrs);
                    let is_new = |attr: &Attr| table.attrs.iter().all(|a| a.name != attr.name);
                    let (own, lost): (Vec<Attr>, Vec<Attr>) = own.into_iter().partition(is_new);
                    self.lose(&table, lost.iter());
                    table.attrs.extend(own);
                    content.push(Node::Element(table));
                }
                other => content.push(other),
            }
        }
        content
    }

    /// The rows of an array, which has no columns with names.
    pub(super) fn rows(&mut self, body: Element) -> Element {
        let detail = "rows of a CALS table are those of XHTML".to_owned();
        self.say("jats.element", Effect::Approximated, detail);
        self.part(body, &Columns::of(&[]))
    }

    /// The attributes of a table in the words of XHTML.
    fn framed(&mut self, table: &Element) -> Vec<Attr> {
        let (mut kept, mut lost) = (Vec::new(), Vec::new());
        for attr in &table.attrs {
            match (&*attr.name, frame(&attr.value)) {
                ("frame", Some(frame)) => kept.push(attribute("frame", frame)),
                ("frame" | "colsep" | "rowsep" | "orient" | "pgwide", _) => lost.push(attr),
                _ => kept.push(attr.clone()),
            }
        }
        self.lose(table, lost.into_iter());
        kept
    }

    fn group(&mut self, group: Element) -> Element {
        let mut table = self.renamed(group, "table");
        let specs: Vec<Element> = table
            .elements()
            .filter(|child| is_cals(child, "colspec") || is_cals(child, "spanspec"))
            .cloned()
            .collect();
        let columns = Columns::of(&specs);
        let mut content = Vec::with_capacity(table.content.len());
        for node in std::mem::take(&mut *table.content) {
            content.push(match node {
                Node::Element(child) if is_cals(&child, "spanspec") => {
                    // The cells say it; what stands in it all the same stays.
                    let spec = self.renamed(child, "col");
                    self.lose(&spec, spec.attrs.iter());
                    content.extend(spec.content);
                    continue;
                }
                Node::Element(child) if is_cals(&child, "colspec") => {
                    Node::Element(self.renamed(child, "col"))
                }
                Node::Element(child) => Node::Element(self.part(child, &columns)),
                other => other,
            });
        }
        table.content = content.into();
        table
    }

    /// The rows of a head, body or foot.
    fn part(&mut self, part: Element, columns: &Columns<'_>) -> Element {
        let (name, cell) = match &*part.name {
            "thead" if is_cals(&part, "thead") => ("thead", "th"),
            "tbody" if is_cals(&part, "tbody") => ("tbody", "td"),
            "tfoot" if is_cals(&part, "tfoot") => ("tfoot", "td"),
            _ => return part,
        };
        let mut part = self.renamed(part, name);
        let mut covered = Covered::default();
        for node in &mut part.content {
            if let Node::Element(row) = node
                && is_cals(row, "row")
            {
                let cells = self.renamed(std::mem::take(row), "tr");
                *row = self.row(cells, cell, columns, &mut covered);
                covered.next_row();
            }
        }
        part
    }

    fn row(
        &mut self,
        mut row: Element,
        name: &'static str,
        columns: &Columns<'_>,
        covered: &mut Covered,
    ) -> Element {
        let mut column = 0_usize;
        let mut content = Vec::with_capacity(row.content.len());
        for node in std::mem::take(&mut *row.content) {
            let entry = match node {
                Node::Element(entry) if is_cals(&entry, "entry") => entry,
                other => {
                    content.push(other);
                    continue;
                }
            };
            let place = columns.of_entry(&entry);
            let rows = number(&entry, "morerows").saturating_add(1);
            let first = place.map_or(0, |(first, _)| first);
            // Up to its column stand empty cells, where none from above does.
            while let Some(gap) = covered.gap(&mut column, first) {
                let mut empty = Element::new(name);
                empty.attrs.extend(spans(gap, 1));
                content.push(Node::Element(empty));
            }
            let wide = place.map_or(1, |(first, last)| {
                last.saturating_sub(first).saturating_add(1)
            });
            covered.cover(&mut column, wide, rows);
            let mut cell = self.renamed(entry, name);
            cell.attrs.extend(spans(wide, rows));
            content.push(Node::Element(cell));
        }
        row.content = content.into();
        row
    }

    /// The element under its name in XHTML, without the names of columns; lines and what else it lacks are lost.
    fn renamed(&mut self, mut element: Element, name: &'static str) -> Element {
        let attrs = std::mem::take(&mut element.attrs).into_iter();
        let attrs = attrs.filter(|attr| !SPOKEN.contains(&&*attr.name));
        let (lost, mut kept): (Vec<Attr>, Vec<Attr>) =
            attrs.partition(|attr| UNSPOKEN.contains(&&*attr.name));
        self.lose(&element, lost.iter());
        for attr in &mut kept {
            if attr.name == "colwidth" {
                attr.name = Cow::Borrowed("width");
            }
        }
        element.attrs = kept;
        element.namespace = None;
        element.name = Cow::Borrowed(name);
        element
    }
}

/// How many rows more each column is covered by a cell from above, this one included.
#[derive(Default)]
struct Covered {
    left: Vec<usize>,
    /// The empty cells that were needed so far.
    empty: usize,
}

impl Covered {
    fn is_free(&self, column: usize) -> bool {
        self.left.get(column).is_none_or(|left| *left == 0)
    }

    /// Goes to the next free column; when it is before the first that is wanted, behind the gap, whose width it is.
    fn gap(&mut self, column: &mut usize, first: usize) -> Option<usize> {
        while !self.is_free(*column) {
            *column = column.saturating_add(1);
        }
        let start = *column;
        if start >= first || self.empty >= MOST {
            return None;
        }
        while *column < first && self.is_free(*column) {
            *column = column.saturating_add(1);
        }
        self.empty = self.empty.saturating_add(1);
        Some(column.saturating_sub(start))
    }

    /// Covers columns from one on.
    fn cover(&mut self, column: &mut usize, wide: usize, rows: usize) {
        let end = column.saturating_add(wide).min(WIDEST).max(*column);
        if self.left.len() < end {
            self.left.resize(end, 0);
        }
        let columns = self.left.iter_mut().take(end).skip(*column);
        columns.for_each(|left| *left = rows);
        *column = end;
    }

    fn next_row(&mut self) {
        for left in &mut self.left {
            *left = left.saturating_sub(1);
        }
    }
}

/// The attributes of a cell that covers more than one place.
fn spans(columns: usize, rows: usize) -> impl Iterator<Item = Attr> {
    let spans = [("colspan", columns), ("rowspan", rows)];
    let spans = spans.into_iter().filter(|(_, number)| *number > 1);
    spans.map(|(name, number)| attribute(name, number.to_string()))
}

impl<'a> Columns<'a> {
    fn of(specs: &'a [Element]) -> Self {
        let columns = specs.iter().filter(|spec| spec.name == "colspec");
        let names = columns.map(|spec| spec.attr("colname").unwrap_or_default());
        let mut known = Self {
            names: names.take(WIDEST).collect(),
            spans: Vec::new(),
        };
        for spec in specs.iter().filter(|spec| spec.name == "spanspec") {
            if let (Some(name), Some((first, last))) = (spec.attr("spanname"), known.range(spec)) {
                known.spans.push((name, first, last));
            }
        }
        known
    }

    /// The first and the last column of an entry that names them.
    fn of_entry(&self, entry: &Element) -> Option<(usize, usize)> {
        if let Some(span) = entry.attr("spanname") {
            let known = self.spans.iter().find(|(name, _, _)| *name == span);
            return known.map(|(_, first, last)| (*first, *last));
        }
        let single = || entry.attr("colname").and_then(|name| self.number(name));
        self.range(entry).or_else(|| single().map(|at| (at, at)))
    }

    fn range(&self, element: &Element) -> Option<(usize, usize)> {
        let first = self.number(element.attr("namest")?)?;
        let last = element.attr("nameend").and_then(|name| self.number(name));
        Some((first, last.unwrap_or(first).max(first)))
    }

    fn number(&self, name: &str) -> Option<usize> {
        self.names.iter().position(|known| *known == name)
    }
}

pub(super) fn is_cals(element: &Element, name: &str) -> bool {
    element.name == name && element.namespace.as_deref() == Some(ns::OASIS)
}

fn number(element: &Element, name: &str) -> usize {
    let value = element
        .attr(name)
        .and_then(|value| value.trim().parse().ok());
    value.unwrap_or_default()
}

/// The sides that have lines, in XHTML.
fn frame(cals: &str) -> Option<&'static str> {
    Some(match cals {
        "all" => "box",
        "top" => "above",
        "bottom" => "below",
        "topbot" => "hsides",
        "sides" => "vsides",
        "none" => "void",
        _ => return None,
    })
}
