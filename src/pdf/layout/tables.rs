//! Tables as blocks: rows of cells in columns.

use super::block::{Block, Cell, Table, TableRow};
use super::line::Align;
use super::style::{Look, Styler, frame};
use crate::pdf::page::{StandardAttr, TagId};
use crate::pdf::tags::plan::Planned;

impl<'p> Styler<'p, '_> {
    /// A table.
    pub(super) fn table(&mut self, id: TagId, look: Look<'p>) {
        self.flush(look);
        let mut look = look;
        look.text.size = self.theme.table.0;
        look.align = Align::Start;
        look.indents = false;
        look.gap = look.text.size * 0.25;
        let at = frame(look, self.theme.fine * 0.6);
        (look.left, look.right, look.bar, look.keep) = (0.0, 0.0, None, false);
        let mut rows = Vec::new();
        let plan = self.plan;
        let mut loose = Vec::new();
        for kid in plan.tags_in(id) {
            match plan.get(kid).map(|planned| planned.tag.standard) {
                Some("TR") => loose.push(kid),
                Some(group) => {
                    self.rows(&std::mem::take(&mut loose), "TBody", look, &mut rows);
                    let kids: Vec<TagId> = plan.tags_in(kid).collect();
                    self.rows(&kids, group, look, &mut rows);
                }
                None => {}
            }
        }
        self.rows(&loose, "TBody", look, &mut rows);
        find_head(&mut rows);
        let ends = rows.iter().flat_map(|row| &row.cells);
        let columns = ends.map(|cell| cell.column + cell.columns).max();
        let table = Table {
            frame: at,
            columns: columns.unwrap_or(0),
            rows,
        };
        if table.columns > 0 {
            self.push(Block::Table(table));
        }
        self.after_text = false;
    }

    /// The rows of a head, body or foot.
    fn rows(&mut self, rows: &[TagId], group: &str, look: Look<'p>, out: &mut Vec<TableRow<'p>>) {
        let mut busy: Vec<usize> = Vec::new();
        for (index, row) in rows.iter().enumerate() {
            let mut cells = Vec::new();
            let mut column = 0;
            let plan = self.plan;
            for tag in plan.tags_in(*row) {
                let Some(planned) = plan.get(tag) else {
                    continue;
                };
                let (columns, down) = spans(planned);
                while busy.get(column).is_some_and(|rows| *rows > 0) {
                    column += 1;
                }
                let end = column + columns;
                if busy.len() < end {
                    busy.resize(end, 0);
                }
                for rows in busy.get_mut(column..end).unwrap_or_default() {
                    *rows = down;
                }
                cells.push(Cell {
                    tag,
                    column,
                    columns,
                    rows: down,
                    blocks: self.cell(tag, planned, look),
                });
                column = end;
            }
            for rows in &mut busy {
                *rows = rows.saturating_sub(1);
            }
            out.push(TableRow {
                head: group == "THead",
                names: cells.iter().all(|cell| self.is_head(cell.tag)),
                ruled: index == 0 && !out.is_empty(),
                cells,
            });
        }
    }

    fn is_head(&self, cell: TagId) -> bool {
        let planned = self.plan.get(cell);
        planned.is_some_and(|planned| planned.tag.standard == "TH")
    }

    /// What a cell holds: a flow of its own.
    fn cell(&mut self, tag: TagId, planned: &'p Planned<'p>, look: Look<'p>) -> Vec<Block<'p>> {
        let mut look = look;
        if planned.tag.standard == "TH" {
            look.text.bold = true;
        }
        let align = planned.element.and_then(|element| element.attr("align"));
        look.align = match align {
            Some("right") => Align::End,
            Some("center") => Align::Center,
            _ => look.align,
        };
        self.apart(|styler| styler.tag(tag, look), look)
    }
}

/// The rows of heads that a table without a head begins with are its head.
fn find_head(rows: &mut [TableRow<'_>]) {
    let leading = rows.iter().take_while(|row| row.names).count();
    if leading == 0 || leading == rows.len() || rows.iter().any(|row| row.head) {
        return;
    }
    let (head, body) = rows.split_at_mut(leading);
    for row in head {
        row.head = true;
    }
    if let Some(first) = body.first_mut() {
        first.ruled = true;
    }
}

/// How many columns and rows a cell covers.
fn spans(planned: &Planned<'_>) -> (usize, usize) {
    let mut spans = (1, 1);
    for attr in &planned.tag.standard_attrs {
        match attr {
            StandardAttr::ColSpan(columns) => spans.0 = *columns as usize,
            StandardAttr::RowSpan(rows) => spans.1 = *rows as usize,
            _ => {}
        }
    }
    spans
}
