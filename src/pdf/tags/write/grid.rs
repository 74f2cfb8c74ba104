//! The grid of a table: which cell covers what, so that every row is as wide as every other.

use crate::pdf::tags::names::local;
use crate::present::{Kid, Shown};

use super::sketch::Sketch;

/// The widest span that is taken at its word.
const WIDEST: u32 = 1_000;

/// The spans of all cells, in the order in which they are shown, and the padding of all rows.
#[derive(Debug, Default)]
pub(super) struct Grid {
    /// Column span and row span of each cell.
    spans: Vec<(u32, u32)>,
    /// How many columns each row covers; then, how many it lacks.
    rows: Vec<u32>,
    /// Columns by name, for the tables of OASIS.
    names: Vec<(String, u32)>,
    /// Whether rows stand in heads, bodies and feet.
    pub(super) grouped: bool,
    /// Whether there is a body.
    pub(super) bodied: bool,
}

/// What a part of a table is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// A head, body or foot.
    Group,
    /// A row.
    Row,
    /// A cell.
    Cell,
    /// Something that paints nothing: a comment, the description of a column.
    Silent,
}

/// What a child of a table is; `None` for what has no place in a table.
pub(super) fn part(kid: &Kid<'_>, outline: &Sketch) -> Option<Part> {
    match kid {
        Kid::Comment(_) | Kid::Instruction(_) => Some(Part::Silent),
        Kid::Text(_) | Kid::Generated(_) => None,
        Kid::Element(child) => match local(child.element) {
            "thead" | "tbody" | "tfoot" => Some(Part::Group),
            "tr" | "row" => Some(Part::Row),
            "td" | "th" | "entry" => Some(Part::Cell),
            _ if !outline.shows && outline.depth <= 8 => Some(Part::Silent),
            _ => None,
        },
    }
}

impl Grid {
    /// The grid of a table; `None` when something in it has no place in a table.
    pub(super) fn of(shown: &Shown<'_>, outline: &Sketch) -> Option<Self> {
        let mut grid = Self::default();
        let mut loose: Vec<(&Shown<'_>, &Sketch)> = Vec::new();
        for (kid, kid_outline) in shown.kids.iter().zip(&outline.kids) {
            let Kid::Element(child) = kid else {
                part(kid, kid_outline)?;
                continue;
            };
            match part(kid, kid_outline)? {
                Part::Group => {
                    grid.group(&loose)?;
                    loose.clear();
                    grid.grouped = true;
                    grid.bodied |= local(child.element) == "tbody";
                    grid.group(&rows(child, kid_outline)?)?;
                }
                Part::Row => loose.push((child, kid_outline)),
                Part::Silent => grid.column(child),
                Part::Cell => return None,
            }
        }
        grid.bodied |= !loose.is_empty();
        grid.group(&loose)?;
        let width = grid.rows.iter().copied().max().unwrap_or(0).max(1);
        for row in &mut grid.rows {
            *row = width - *row;
        }
        let pads: u64 = grid.rows.iter().map(|pads| u64::from(*pads)).sum();
        (pads <= 4_096 + 4 * grid.spans.len() as u64).then(|| {
            grid.spans.reverse();
            grid.rows.reverse();
            grid
        })
    }

    /// The spans of the next cell.
    pub(super) fn next_cell(&mut self) -> (u32, u32) {
        self.spans.pop().unwrap_or((1, 1))
    }

    /// How many cells the next row lacks.
    pub(super) fn next_row(&mut self) -> u32 {
        self.rows.pop().unwrap_or(0)
    }

    /// Notes the name of a column.
    fn column(&mut self, shown: &Shown<'_>) {
        if local(shown.element) == "colspec" {
            let next = self.names.last().map_or(1, |(_, number)| number + 1);
            let number = number(shown, "colnum").unwrap_or(next);
            let name = shown.element.attr("colname").unwrap_or_default();
            self.names.push((name.to_owned(), number));
        }
    }

    /// The rows of a group, or the rows between two groups. No cell reaches out of it.
    fn group(&mut self, rows: &[(&Shown<'_>, &Sketch)]) -> Option<()> {
        let mut busy: Vec<u32> = Vec::new();
        let mut left = u32::try_from(rows.len()).ok()?;
        for (row, outline) in rows {
            let mut column = 0;
            for (kid, kid_outline) in row.kids.iter().zip(&outline.kids) {
                match (part(kid, kid_outline)?, kid) {
                    (Part::Cell, Kid::Element(cell)) => {
                        let spans = self.spans_of(cell, left);
                        self.spans.push(place(&mut busy, &mut column, spans));
                    }
                    (Part::Silent, _) => {}
                    _ => return None,
                }
            }
            let covered = busy.iter().filter(|rows| **rows > 0).count();
            self.rows.push(u32::try_from(covered).ok()?);
            for rows in &mut busy {
                *rows = rows.saturating_sub(1);
            }
            left = left.saturating_sub(1);
        }
        Some(())
    }

    /// The spans that a cell asks for, within reason.
    fn spans_of(&self, cell: &Shown<'_>, left: u32) -> (u32, u32) {
        let column_of = |key: &str| {
            let name = cell.element.attr(key)?;
            let found = self.names.iter().find(|(n, _)| n == name)?;
            Some(found.1)
        };
        let columns = match (column_of("namest"), column_of("nameend")) {
            (Some(first), Some(last)) => last.saturating_sub(first).saturating_add(1),
            _ => number(cell, "colspan").unwrap_or(1),
        };
        let rows = match number(cell, "morerows") {
            Some(more) => more.saturating_add(1),
            None => match number(cell, "rowspan") {
                Some(0) => left,
                Some(rows) => rows,
                None => 1,
            },
        };
        (columns.clamp(1, WIDEST), rows.clamp(1, left.max(1)))
    }
}

/// Puts a cell into the first free columns and returns the spans that it got.
fn place(busy: &mut Vec<u32>, column: &mut usize, (columns, rows): (u32, u32)) -> (u32, u32) {
    while busy.get(*column).is_some_and(|rows| *rows > 0) {
        *column += 1;
    }
    let mut got = 0;
    while got < columns {
        match busy.get_mut(*column) {
            Some(0) => {
                if let Some(free) = busy.get_mut(*column) {
                    *free = rows;
                }
            }
            Some(_) => break,
            None => busy.push(rows),
        }
        *column += 1;
        got += 1;
    }
    (got, rows)
}

/// The rows of a head, body or foot.
fn rows<'a>(shown: &'a Shown<'a>, outline: &'a Sketch) -> Option<Vec<(&'a Shown<'a>, &'a Sketch)>> {
    let mut rows = Vec::new();
    for (kid, kid_outline) in shown.kids.iter().zip(&outline.kids) {
        match (part(kid, kid_outline)?, kid) {
            (Part::Row, Kid::Element(row)) => rows.push((row, kid_outline)),
            (Part::Silent, _) => {}
            _ => return None,
        }
    }
    Some(rows)
}

fn number(shown: &Shown<'_>, key: &str) -> Option<u32> {
    shown.element.attr(key)?.trim().parse().ok()
}
