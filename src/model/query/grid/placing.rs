//! Cells into places. Knows nothing of the kind of table: each kind gives its rows as cells with spans.

use std::collections::BTreeMap;

use super::view::Spanning;
use super::{CellGrid, GridCell, GridRow, TablePart};

/// The widest span, as in browsers.
const WIDEST: usize = 1_000;

/// How many places below their first row all cells of a table may cover together.
const MOST: usize = 1 << 18;

/// A grid as it fills.
pub(super) struct Placing<'a> {
    pub(super) grid: CellGrid<'a>,
    /// How many places below their first row may still be covered.
    left: usize,
}

impl Default for Placing<'_> {
    fn default() -> Self {
        Self {
            grid: CellGrid::default(),
            left: MOST,
        }
    }
}

impl<'a> Placing<'a> {
    /// Adds rows that belong together; no cell goes beyond them.
    pub(super) fn group(&mut self, part: TablePart, rows: Vec<Vec<Spanning<'a>>>) {
        let first = self.grid.rows.len();
        let end = first.saturating_add(rows.len());
        self.grid.rows.extend(rows.iter().map(|_| GridRow {
            part,
            covered: BTreeMap::new(),
        }));
        for (row, cells) in (first..).zip(rows) {
            let mut column = 0;
            for cell in cells {
                column = self.cell(row, column, end, &cell);
            }
        }
    }

    /// Places a cell at a column or behind it; gives the column after it.
    fn cell(&mut self, row: usize, column: usize, end: usize, cell: &Spanning<'a>) -> usize {
        let column = self.free(row, cell.column.map_or(column, |named| named.min(WIDEST)));
        let columns = cell.columns.clamp(1, WIDEST);
        let below = self.grid.rows.get(row);
        let next = below
            .and_then(|row| row.covered.range(column..).next())
            .map(|(next, _)| *next);
        let after = next
            .unwrap_or(usize::MAX)
            .min(column.saturating_add(columns));
        let rows = self.rows(cell.rows, end.saturating_sub(row));
        let number = self.grid.cells.len();
        for row in self.grid.rows.iter_mut().skip(row).take(rows) {
            row.covered.insert(column, (after, number));
        }
        self.grid.columns = self.grid.columns.max(after);
        self.grid.cells.push(GridCell {
            content: cell.content,
            is_head: cell.is_head,
            row,
            column,
            rows,
            columns: after.saturating_sub(column),
        });
        after
    }

    /// The first free column of a row, from one on.
    fn free(&self, row: usize, mut column: usize) -> usize {
        let row = self.grid.rows.get(row);
        while let Some((end, _)) = row.and_then(|row| row.at(column)) {
            column = end;
        }
        column
    }

    /// Over how many rows a cell goes: as many as it says, as there are, and as may be covered.
    fn rows(&mut self, wanted: usize, most: usize) -> usize {
        let rows = if wanted == 0 { most } else { wanted.min(most) };
        match self.left.checked_sub(rows.saturating_sub(1)) {
            Some(left) => {
                self.left = left;
                rows.max(1)
            }
            None => 1,
        }
    }
}
