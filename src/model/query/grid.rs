//! Tables as grids: each place of a row and column with the cell that covers it.

mod placing;
mod view;

use std::collections::BTreeMap;

use crate::model::block::Block;
use crate::model::flow::Flow;
use crate::model::plain;
use crate::model::table::{Grid, Table};
use crate::model::{Article, Visitor};

use placing::Placing;
use view::Names;

/// A table with its spans resolved.
///
/// A cell that spans several rows or columns covers as many places. No place is covered twice: where spans collide the
/// earlier cell stays, and the later one is narrower or stands in the next free place. Spans end with their part of the
/// table, and none is wider than 1,000 columns; in a table whose row spans alone cover more than a quarter of a million
/// places the later ones cover one row each. So an absurd span costs nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct CellGrid<'a> {
    cells: Vec<GridCell<'a>>,
    rows: Vec<GridRow>,
    columns: usize,
}

/// A row of a grid.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct GridRow {
    part: TablePart,
    /// The cells that cover its places: for each the first column, the column after the last, its number.
    covered: BTreeMap<usize, (usize, usize)>,
}

impl GridRow {
    /// The cell that covers a column: the column after its last one, and its number.
    fn at(&self, column: usize) -> Option<(usize, usize)> {
        let (_, &(end, cell)) = self.covered.range(..=column).next_back()?;
        (column < end).then_some((end, cell))
    }
}

/// The part of a table that a row is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TablePart {
    /// Its head.
    Head,
    /// One of its bodies.
    Body,
    /// Its foot.
    Foot,
}

/// A cell in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GridCell<'a> {
    /// What it holds.
    pub content: &'a [Flow],
    /// True for the head of a row or column.
    pub is_head: bool,
    /// Its first row, counted from 0.
    pub row: usize,
    /// Its first column, counted from 0.
    pub column: usize,
    /// Over how many rows it goes.
    pub rows: usize,
    /// Over how many columns it goes.
    pub columns: usize,
}

impl GridCell<'_> {
    /// The text without markup, in lines.
    #[must_use]
    pub fn text(&self) -> String {
        plain::flows(self.content)
    }
}

impl<'a> CellGrid<'a> {
    /// How many rows it has.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.rows.len()
    }

    /// How many columns it has.
    #[must_use]
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// The part of the table that a row is of.
    #[must_use]
    pub fn part(&self, row: usize) -> Option<TablePart> {
        self.rows.get(row).map(|row| row.part)
    }

    /// The cell that covers a place; `None` beyond the grid and where a row ends early.
    #[must_use]
    pub fn cell(&self, row: usize, column: usize) -> Option<&GridCell<'a>> {
        let (_, cell) = self.rows.get(row)?.at(column)?;
        self.cells.get(cell)
    }

    /// The cells in reading order, each once.
    pub fn cells(&self) -> impl Iterator<Item = &GridCell<'a>> {
        self.cells.iter()
    }
}

impl Table {
    /// Its grid, of several the first; `None` for a table that is an image.
    ///
    /// ```
    /// # #[cfg(feature = "jats")] {
    /// use separatum::jats;
    /// use separatum::model::TablePart;
    /// let xml = "<article><body><table-wrap><table><thead><tr><th rowspan='2'>Season</th><th colspan='2'>Grease</th></tr>\
    ///   <tr><th>2024</th><th>2025</th></tr></thead><tbody><tr><th>Spring</th><td>1.8</td><td>1.6</td></tr></tbody></table>\
    ///   </table-wrap></body></article>";
    /// let article = jats::from_str(xml)?.value;
    /// let grid = article.tables()[0].grid().unwrap();
    /// assert_eq!((grid.rows(), grid.columns()), (3, 3));
    /// assert_eq!(grid.cell(1, 0).unwrap().text(), "Season");
    /// assert_eq!(grid.cell(0, 2).unwrap().text(), "Grease");
    /// assert_eq!(grid.cell(2, 2).unwrap().text(), "1.6");
    /// assert_eq!(grid.part(2), Some(TablePart::Body));
    /// # }
    /// # Ok::<(), separatum::Error>(())
    /// ```
    #[must_use]
    pub fn grid(&self) -> Option<CellGrid<'_>> {
        self.grids().into_iter().next()
    }

    /// Its grids in order, one for each table in it.
    #[must_use]
    pub fn grids(&self) -> Vec<CellGrid<'_>> {
        let mut found = Vec::new();
        for block in &self.content {
            gather(block, &mut found);
        }
        found
    }
}

fn gather<'a>(block: &'a Block, found: &mut Vec<CellGrid<'a>>) {
    match block {
        Block::Grid(grid) => found.push(grid.cells()),
        Block::Alternatives(forms) => {
            for form in &forms.content {
                if let Flow::Block(form) = form {
                    gather(form, found);
                }
            }
        }
        _ => {}
    }
}

impl Grid {
    /// Its cells with their spans resolved: heads, bodies, feet; of a CALS table, group after group.
    #[must_use]
    pub fn cells(&self) -> CellGrid<'_> {
        let mut placing = Placing::default();
        for head in &self.heads {
            placing.group(TablePart::Head, view::rows(&head.rows));
        }
        for body in &self.bodies {
            placing.group(TablePart::Body, view::rows(&body.rows));
        }
        placing.group(TablePart::Body, view::rows(&self.rows));
        for foot in &self.feet {
            placing.group(TablePart::Foot, view::rows(&foot.rows));
        }
        for group in &self.groups {
            let names = Names::of(group);
            for head in &group.heads {
                placing.group(TablePart::Head, names.rows(&head.rows, true));
            }
            for body in &group.bodies {
                placing.group(TablePart::Body, names.rows(&body.rows, false));
            }
            for foot in &group.feet {
                placing.group(TablePart::Foot, names.rows(&foot.rows, false));
            }
        }
        placing.grid
    }
}

impl Article {
    /// The tables, wherever they stand: in the text, in groups, among the floats, in articles inside this one.
    #[must_use]
    pub fn tables(&self) -> Vec<&Table> {
        let mut tables = Tables(Vec::new());
        self.visit(&mut tables);
        tables.0
    }
}

/// Gathers tables.
struct Tables<'a>(Vec<&'a Table>);

impl<'a> Visitor<'a> for Tables<'a> {
    fn block(&mut self, block: &'a Block) -> bool {
        if let Block::Table(table) = block {
            self.0.push(table);
        }
        true
    }
}

#[cfg(test)]
mod tests;
