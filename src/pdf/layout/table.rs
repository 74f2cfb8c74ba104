//! Tables at a width: columns from what the cells hold, rows as high as their highest cell.

use super::Typeset;
use super::block::{Block, Cell, Table};
use super::columns::{Columns, PADS, Want, count_of, pads};
use super::galley::{Galley, Placed, Row};

/// Space above and below a cell's content.
const LIFT: f32 = 2.2;

/// The weight of the rules inside a table.
const FINE: f32 = 0.3;

/// What a wide table leaves of the page at each side.
const EDGE: f32 = 40.0;

/// A row of the table on its way: its cells as rows of their own, and its height.
struct Strip {
    cells: Vec<(usize, Vec<Row>)>,
    height: f32,
    /// Bound to the next by a cell that covers both.
    bound: bool,
    /// Left edge and width of the rules below heads of several columns.
    rules: Vec<[f32; 2]>,
}

impl<T: Typeset> Galley<'_, T> {
    /// The rows of a table.
    pub(super) fn table(&mut self, table: &Table<'_>, x: f32, width: f32) -> Vec<Row> {
        let frame = &table.frame;
        let wants = self.wants(table);
        let least: f32 = wants.iter().map(|want| want.least).sum();
        let (normal, smallest) = self.theme.table;
        let column = (width - frame.left - frame.right).max(10.0);
        let room = self.room(column, least, table.columns);
        let (origin, x) = (x, x + frame.left - (room - column) / 2.0);
        let given = room - pads(table.columns, PADS[0]);
        let factor = (given / least.max(1.0)).clamp(smallest / normal, 1.0);
        let mut narrowed;
        let table = if factor < 1.0 {
            narrowed = table.clone();
            let cells = narrowed.rows.iter_mut().flat_map(|row| &mut row.cells);
            cells
                .flat_map(|cell| &mut cell.blocks)
                .for_each(|block| block.scale(factor));
            &narrowed
        } else {
            table
        };
        let columns = Columns::of(&wants, factor, room);
        let strips = self.strips(table, &columns, x);
        let end = columns.edges.last().copied().unwrap_or(room);
        let mut rows = self.assemble(table, strips, [x, end]);
        if let Some(first) = rows.first_mut() {
            first.before = frame.before;
        }
        let height: f32 = rows.iter().map(|row| row.before + row.height).sum();
        let final_row = rows.len().saturating_sub(1);
        for (index, row) in rows.iter_mut().enumerate() {
            row.bar = frame.bar.map(|bar| origin + bar);
            // A short table is not divided.
            row.keep |= index < final_row && height < self.theme.depth() * 0.35;
        }
        rows
    }

    /// The room of a table: the column, and for one in the page's own column whose words would get too small, as much of the
    /// margins as it needs.
    fn room(&self, column: f32, least: f32, columns: usize) -> f32 {
        let (normal, smallest) = self.theme.table;
        let readable = f32::midpoint(normal, smallest);
        if column < self.theme.measure() - 1.0 {
            return column;
        }
        let widest = self.theme.width - 2.0 * EDGE;
        (least * readable / normal + pads(columns, PADS[0])).clamp(column, widest.max(column))
    }

    /// What each column asks for.
    fn wants(&mut self, table: &Table<'_>) -> Vec<Want> {
        let mut wants = vec![Want::default(); table.columns];
        let mut wide = Vec::new();
        for row in &table.rows {
            for cell in &row.cells {
                let mut want = self.want(&cell.blocks);
                if row.head {
                    // Heads are broken before what stands below them.
                    want.most = want.least;
                }
                if cell.columns > 1 {
                    wide.push((cell.column, cell.columns, want));
                } else if let Some(column) = wants.get_mut(cell.column) {
                    column.least = column.least.max(want.least);
                    column.most = column.most.max(want.most);
                    column.whole = column.whole.max(want.whole);
                }
            }
        }
        for (first, count, want) in wide {
            if let Some(columns) = wants.get_mut(first..first + count) {
                widen(columns, want);
            }
        }
        for want in &mut wants {
            want.most = want.most.max(want.least);
            want.whole = want.whole.max(want.most);
        }
        wants
    }

    /// What blocks in a cell ask for.
    fn want(&mut self, blocks: &[Block<'_>]) -> Want {
        let mut want = Want::default();
        for block in blocks {
            let (least, most, indent) = match block {
                Block::Paragraph(paragraph) => {
                    let (least, most) = self.natural(paragraph);
                    let indent = paragraph.first.max(0.0);
                    (least, most, paragraph.frame.left + indent)
                }
                Block::Picture(picture) => (24.0, picture.width, picture.frame.left),
                Block::Table(inner) => {
                    let wants = self.wants(inner);
                    let given = pads(inner.columns, PADS[0]);
                    let least = wants.iter().map(|want| want.least).sum::<f32>();
                    let most = wants.iter().map(|want| want.whole).sum::<f32>();
                    (least + given, most + given, 0.0)
                }
                Block::Rule(_) => (0.0, 0.0, 0.0),
            };
            want.least = want.least.max(least + indent);
            want.most = want.most.max(most + indent);
        }
        Want {
            least: want.least + 0.1,
            most: want.most + 0.1,
            whole: want.most + 0.1,
        }
    }

    /// The rows with their cells set, as high as they must be.
    fn strips(&mut self, table: &Table<'_>, columns: &Columns, x: f32) -> Vec<Strip> {
        let mut strips: Vec<Strip> = Vec::with_capacity(table.rows.len());
        let mut tall: Vec<(usize, usize, f32)> = Vec::new();
        for (index, row) in table.rows.iter().enumerate() {
            let mut strip = Strip {
                cells: Vec::new(),
                height: self.theme.table.0 * 0.5,
                bound: false,
                rules: Vec::new(),
            };
            for cell in &row.cells {
                let edge = |column: usize| columns.edges.get(column).copied().unwrap_or(0.0);
                let left = edge(cell.column) + columns.pad;
                let right = edge(cell.column + cell.columns) - columns.pad;
                let mut rows = self.rows(&cell.blocks, x + left, (right - left).max(4.0));
                if let Some(first) = rows.first_mut() {
                    first.before = 0.0;
                }
                let height: f32 = rows.iter().map(|row| row.before + row.height).sum();
                if cell.rows > 1 {
                    tall.push((index, cell.rows, height));
                } else {
                    strip.height = strip.height.max(height);
                }
                if !rows.is_empty() && heads_columns(table, index, cell) {
                    strip.rules.push([x + left, right - left]);
                }
                strip.cells.push((cell.rows, rows));
            }
            strips.push(strip);
        }
        for (first, count, height) in tall {
            let Some(covered) = strips.get_mut(first..first + count) else {
                continue;
            };
            let given: f32 = covered.iter().map(|strip| strip.height + 2.0 * LIFT).sum();
            let lacking = (height + 2.0 * LIFT - given).max(0.0);
            let last = covered.len().saturating_sub(1);
            for (index, strip) in covered.iter_mut().enumerate() {
                strip.bound |= index < last && count <= 12;
                if index == last {
                    strip.height += lacking;
                }
            }
        }
        strips
    }

    /// The rows of the page: rules, heads, bodies.
    fn assemble(&mut self, table: &Table<'_>, strips: Vec<Strip>, [x, end]: [f32; 2]) -> Vec<Row> {
        let rule = |weight: f32, keep: bool| Row {
            height: weight,
            keep,
            items: vec![Placed::Rule([x, 0.0, end, weight])],
            ..Row::default()
        };
        let mut rows = vec![rule(0.8, true)];
        let mut head = None;
        let mut in_head = false;
        let depth = self.theme.depth();
        let count = strips.len();
        for (index, (row, strip)) in table.rows.iter().zip(strips).enumerate() {
            if row.ruled {
                if in_head && !row.head {
                    rows.push(rule(0.5, true));
                    head = self.repeat(&rows);
                } else {
                    rows.push(rule(FINE, true));
                }
            }
            in_head = row.head;
            let last = index + 1 == count;
            // Neither the first row nor one or two of the last stand alone on a page.
            let keep = row.head || strip.bound || index == 0 || last || index + 3 >= count;
            let from = rows.len();
            if strip.height + 2.0 * LIFT > depth * 0.8 {
                rows.extend(divided(strip));
            } else {
                rows.push(whole(strip, keep));
            }
            for row in rows.get_mut(from..).unwrap_or_default() {
                row.table = if in_head { None } else { head };
            }
        }
        rows.push(rule(0.8, table.frame.keep));
        rows
    }

    /// Keeps a head to be repeated, unless it is so high that little room would be left.
    fn repeat(&mut self, rows: &[Row]) -> Option<usize> {
        let height: f32 = rows.iter().map(|row| row.before + row.height).sum();
        if height > self.theme.depth() * 0.3 {
            return None;
        }
        self.heads.push(rows.to_vec());
        Some(self.heads.len() - 1)
    }
}

/// Makes columns so wide together as a cell over all of them asks for; the padding between them is its own as well.
fn widen(columns: &mut [Want], want: Want) {
    let count = count_of(columns.len());
    let given = (count - 1.0) * 2.0 * PADS[0];
    let mut sum = Want::default();
    for column in &*columns {
        sum.least += column.least;
        sum.most += column.most;
        sum.whole += column.whole;
    }
    let lacking = |asked: f32, sum: f32| (asked - given - sum).max(0.0) / count;
    for column in columns {
        column.least += lacking(want.least, sum.least);
        column.most += lacking(want.most, sum.most);
        column.whole += lacking(want.whole, sum.whole);
    }
}

/// True for a cell in the head that names some of the columns below it.
fn heads_columns(table: &Table<'_>, row: usize, cell: &Cell<'_>) -> bool {
    let is_head = |row: usize| table.rows.get(row).is_some_and(|row| row.head);
    let is_wide = cell.columns > 1 && cell.columns < table.columns;
    is_wide && cell.rows == 1 && is_head(row) && is_head(row + 1)
}

/// A row of the table as one row of the page.
fn whole(strip: Strip, keep: bool) -> Row {
    let height = strip.height + 2.0 * LIFT;
    let rules = strip.rules.iter();
    let mut items: Vec<Placed> = rules
        .map(|[x, width]| Placed::Rule([*x, height - FINE, *width, FINE]))
        .collect();
    let mut notes = Vec::new();
    for (_, rows) in strip.cells {
        let mut y = LIFT;
        for row in rows {
            notes.extend(row.notes);
            y += row.before;
            for mut item in row.items {
                item.lower(y);
                items.push(item);
            }
            y += row.height;
        }
    }
    Row {
        height,
        keep,
        items,
        notes,
        ..Row::default()
    }
}

/// A row of the table that no page holds: its cells' rows side by side, one after the other.
fn divided(strip: Strip) -> Vec<Row> {
    let mut out: Vec<Row> = Vec::new();
    for (_, rows) in strip.cells {
        for (index, row) in rows.into_iter().enumerate() {
            let top = row.before;
            let height = row.before + row.height;
            if out.len() <= index {
                out.push(Row::default());
            }
            if let Some(shared) = out.get_mut(index) {
                shared.height = shared.height.max(height);
                shared.notes.extend(row.notes);
                for mut item in row.items {
                    item.lower(top);
                    shared.items.push(item);
                }
            }
        }
    }
    if let Some(first) = out.first_mut() {
        first.before = LIFT;
    }
    if let Some(last) = out.last_mut() {
        last.height += LIFT;
    }
    out
}
