//! The rows of a table of either kind as cells with spans.

use std::collections::HashMap;

use crate::model::flow::Flow;
use crate::model::table::{Cell, GridGroup, Row, RowCell};

/// A cell as a table of either kind gives it.
pub(super) struct Spanning<'a> {
    pub(super) content: &'a [Flow],
    pub(super) is_head: bool,
    /// The column that it begins in, for tables that name it; else the next free one.
    pub(super) column: Option<usize>,
    /// Over how many rows it goes; 0 to the end of its part of the table.
    pub(super) rows: usize,
    /// Over how many columns it goes.
    pub(super) columns: usize,
}

/// The rows of a table in the XHTML manner.
pub(super) fn rows(rows: &[Row]) -> Vec<Vec<Spanning<'_>>> {
    of_rows(rows, &|is_head, cell| Spanning {
        content: &cell.content,
        is_head,
        column: None,
        rows: number(cell.rowspan.as_deref()).unwrap_or(1),
        columns: number(cell.colspan.as_deref()).unwrap_or(1),
    })
}

fn of_rows<'a>(
    rows: &'a [Row],
    spanning: &dyn Fn(bool, &'a Cell) -> Spanning<'a>,
) -> Vec<Vec<Spanning<'a>>> {
    let cell = |cell: &'a RowCell| match cell {
        RowCell::Head(cell) => spanning(true, cell),
        RowCell::Data(cell) => spanning(false, cell),
    };
    rows.iter()
        .map(|row| row.cells.iter().map(cell).collect())
        .collect()
}

fn number(spelled: Option<&str>) -> Option<usize> {
    spelled?.trim().parse().ok()
}

/// The columns of a group of a CALS table by their names, and its spans by theirs.
#[derive(Default)]
pub(super) struct Names<'a> {
    columns: HashMap<&'a str, usize>,
    /// For each span the names of its first and last column.
    spans: HashMap<&'a str, (Option<&'a str>, Option<&'a str>)>,
}

impl<'a> Names<'a> {
    pub(super) fn of(group: &'a GridGroup) -> Self {
        let mut names = Self::default();
        let mut next: usize = 0;
        for column in &group.columns {
            let Some(cals) = &column.cals else {
                next = next.saturating_add(1);
                continue;
            };
            // Numbers are counted from 1; a column without one follows the one before it.
            let stated = number(cals.number.as_deref()).and_then(|number| number.checked_sub(1));
            let at = stated.unwrap_or(next);
            next = at.saturating_add(1);
            if let Some(name) = &cals.name {
                names.columns.entry(name).or_insert(at);
            }
        }
        for span in &group.spans {
            if let Some(name) = &span.name {
                let ends = (span.first.as_deref(), span.last.as_deref());
                names.spans.entry(name).or_insert(ends);
            }
        }
        names
    }

    /// The rows of a part of the group. Every cell of a head is one.
    pub(super) fn rows(&self, rows: &'a [Row], is_head: bool) -> Vec<Vec<Spanning<'a>>> {
        of_rows(rows, &|_, cell| self.spanning(cell, is_head))
    }

    fn spanning(&self, cell: &'a Cell, is_head: bool) -> Spanning<'a> {
        let one = Spanning {
            content: &cell.content,
            is_head,
            column: None,
            rows: 1,
            columns: 1,
        };
        let Some(cals) = &cell.cals else {
            return one;
        };
        let named = cals
            .span
            .as_deref()
            .and_then(|name| self.spans.get(name).copied());
        let (first, last) = named.unwrap_or((cals.first.as_deref(), cals.last.as_deref()));
        let at = |name: Option<&str>| self.columns.get(name?).copied();
        let column = at(first).or_else(|| at(cals.column.as_deref()));
        let width = at(last)
            .zip(column)
            .and_then(|(last, first)| last.checked_sub(first));
        Spanning {
            column,
            rows: number(cals.more_rows.as_deref())
                .unwrap_or(0)
                .saturating_add(1),
            columns: width.unwrap_or(0).saturating_add(1),
            ..one
        }
    }
}
