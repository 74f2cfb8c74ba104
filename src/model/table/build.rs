//! Tables made by a program: cells, rows, grids.

use super::{Cell, Grid, Row, RowCell, RowGroup, Table};
use crate::model::figure::Caption;
use crate::model::flow::Flow;

impl Table {
    /// A table of one grid.
    #[must_use]
    pub fn new(grid: Grid) -> Self {
        Self {
            content: vec![grid.into()],
            ..Self::default()
        }
    }

    /// The table with a caption of one paragraph.
    #[must_use]
    pub fn with_caption(mut self, text: &str) -> Self {
        self.caption = Some(Caption::new(text));
        self
    }
}

impl Grid {
    /// A grid of the rows of its head and those of its body, in the XHTML manner; without rows there is no head or body.
    ///
    /// ```
    /// use separatum::model::{Cell, Grid, Row, RowCell, Table};
    /// let season = RowCell::head(Cell::from("Season").with_span(2, 1));
    /// let grease = RowCell::head(Cell::from("Grease").with_span(1, 2));
    /// let head = [Row::new([season, grease]), Row::head(["2024", "2025"])];
    /// let body = [Row::new([RowCell::head("Spring"), "1.8".into(), "1.6".into()])];
    /// let table = Table::new(Grid::new(head, body)).with_caption("Grease by season.");
    ///
    /// let grid = table.grid().unwrap();
    /// assert_eq!((grid.rows(), grid.columns()), (3, 3));
    /// assert_eq!(grid.cell(1, 0).unwrap().text(), "Season");
    /// assert_eq!(grid.cell(2, 1).unwrap().text(), "1.8");
    /// ```
    #[must_use]
    pub fn new(head: impl IntoIterator<Item = Row>, body: impl IntoIterator<Item = Row>) -> Self {
        Self {
            heads: RowGroup::of(head),
            bodies: RowGroup::of(body),
            ..Self::default()
        }
    }
}

impl RowGroup {
    /// One group of these rows, if there are any.
    fn of(rows: impl IntoIterator<Item = Row>) -> Vec<Self> {
        let rows: Vec<Row> = rows.into_iter().collect();
        if rows.is_empty() {
            return Vec::new();
        }
        vec![Self {
            rows,
            ..Self::default()
        }]
    }
}

impl Row {
    /// A row of these cells; a text or a [`Cell`] is a cell of data.
    #[must_use]
    pub fn new<T: Into<RowCell>>(cells: impl IntoIterator<Item = T>) -> Self {
        Self {
            cells: cells.into_iter().map(Into::into).collect(),
            ..Self::default()
        }
    }

    /// A row of cells that all are heads.
    #[must_use]
    pub fn head<T: Into<Cell>>(cells: impl IntoIterator<Item = T>) -> Self {
        Self::new(cells.into_iter().map(RowCell::head))
    }
}

impl RowCell {
    /// The head of a row or column.
    #[must_use]
    pub fn head(cell: impl Into<Cell>) -> Self {
        Self::Head(cell.into().into())
    }
}

impl From<Cell> for RowCell {
    /// A cell of data.
    fn from(cell: Cell) -> Self {
        Self::Data(cell.into())
    }
}

impl From<&str> for RowCell {
    /// A cell of data that holds a text.
    fn from(text: &str) -> Self {
        Cell::from(text).into()
    }
}

impl Cell {
    /// A cell that holds text with markup, or blocks.
    #[must_use]
    pub fn new<T: Into<Flow>>(content: impl IntoIterator<Item = T>) -> Self {
        Self {
            content: content.into_iter().map(Into::into).collect(),
            ..Self::default()
        }
    }

    /// The cell over so many rows and columns.
    #[must_use]
    pub fn with_span(mut self, rows: usize, columns: usize) -> Self {
        let spelled = |span: usize| (span > 1).then(|| span.to_string());
        self.rowspan = spelled(rows);
        self.colspan = spelled(columns);
        self
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::new([text])
    }
}
