//! Pages: rows fill them from top to bottom. Only heights and bindings count here, no text.

use std::collections::VecDeque;

use super::NOBODY;
use super::galley::{Placed, Row};
use super::links::links;
use super::paint::rule;
use crate::pdf::page::{Owner, Page, Pages, TagId};
use crate::pdf::tags::plan::Plan;
use crate::pdf::theme::Theme;

/// Space above the notes of a page, with the rule in it.
const ABOVE_NOTES: f32 = 12.0;

/// What has been painted.
#[derive(Debug, Default)]
pub(super) struct Painted {
    /// The pages; no tags yet.
    pub(super) pages: Pages,
    /// The content of each slot: page and chunk.
    pub(super) contents: Vec<Vec<(usize, usize)>>,
    /// The links of tags: tag, page, index.
    pub(super) links: Vec<(TagId, usize, usize)>,
    /// Where each slot begins: page and upper edge.
    pub(super) starts: Vec<Option<(usize, f32)>>,
    /// Where the picture of a slot stands.
    pub(super) areas: Vec<(usize, [f32; 4])>,
}

/// Fills pages.
pub(super) struct Builder<'t, 'p> {
    pub(super) theme: &'t Theme,
    pub(super) plan: &'t Plan<'p>,
    /// The heads of tables.
    heads: Vec<Vec<Row>>,
    /// The notes; each is taken when it is placed.
    notes: Vec<Vec<Row>>,
    /// What waits for the next page.
    floats: VecDeque<Vec<Row>>,
    pub(super) painted: Painted,
    /// The link that each slot stands in.
    pub(super) link_of: Vec<Option<TagId>>,
    /// Where the next row goes.
    pub(super) y: f32,
    /// The notes at the foot of this page, and their height.
    foot: Vec<Row>,
    foot_height: f32,
    /// The slot of the last chunk of the page.
    pub(super) last: Option<usize>,
    /// The rule that runs along the rows: left edge, upper edge, lower edge.
    pub(super) bar: Option<[f32; 3]>,
}

impl<'t, 'p> Builder<'t, 'p> {
    /// No page yet.
    pub(super) fn new(
        theme: &'t Theme,
        plan: &'t Plan<'p>,
        heads: Vec<Vec<Row>>,
        notes: Vec<Vec<Row>>,
    ) -> Self {
        let slots = plan.slots.len();
        let mut builder = Self {
            theme,
            plan,
            heads,
            notes,
            floats: VecDeque::new(),
            painted: Painted {
                contents: vec![Vec::new(); slots],
                starts: vec![None; slots],
                ..Painted::default()
            },
            link_of: links(plan),
            y: 0.0,
            foot: Vec::new(),
            foot_height: 0.0,
            last: None,
            bar: None,
        };
        builder.turn();
        builder
    }

    /// True when something of the slot stands on a page, or waits for the foot of this one.
    pub(super) fn is_painted(&self, slot: usize) -> bool {
        let stands = self
            .painted
            .contents
            .get(slot)
            .is_some_and(|contents| !contents.is_empty());
        let waits = |row: &Row| {
            row.items
                .iter()
                .any(|item| matches!(item, Placed::Run(own, ..) if *own == slot))
        };
        stands || self.foot.iter().any(waits)
    }

    /// Places rows; those that are bound stay on one page, if one page holds them. Floats that do not fit wait for the
    /// next page, and the text goes on before them.
    pub(super) fn place(&mut self, rows: Vec<Row>) {
        let mut rows = rows.into_iter().peekable();
        while let Some(first) = rows.next() {
            if first.clears {
                self.clear();
            }
            if first.float != 0 {
                let unit = rest_of_float(first, &mut rows);
                self.float(unit);
                continue;
            }
            let mut height = first.before + first.height;
            let mut open = first.keep;
            let mut unit = vec![first];
            let mut floats = Vec::new();
            // What no page holds is divided anyway; so it need not be gathered.
            while open
                && height <= self.theme.depth()
                && let Some(next) = rows.next_if(|next| !next.clears)
            {
                if next.float != 0 {
                    floats.push(rest_of_float(next, &mut rows));
                    continue;
                }
                height += next.before + next.height;
                open = next.keep;
                unit.push(next);
            }
            self.group(unit);
            for unit in floats {
                self.float(unit);
            }
        }
        self.clear();
    }

    /// Places the floats that wait.
    fn clear(&mut self) {
        while let Some(unit) = self.floats.pop_front() {
            self.float_here(unit);
        }
    }

    /// Places a float, with space after it.
    fn float_here(&mut self, unit: Vec<Row>) {
        self.groups(unit);
        self.y += self.theme.body * 1.2;
    }

    /// Places a float, or lets it wait. One that fits no page is text.
    fn float(&mut self, unit: Vec<Row>) {
        let height = height(&unit);
        if height > self.theme.depth() {
            self.clear();
            self.float_here(unit);
        } else if self.floats.is_empty() && (height <= self.room() || self.is_fresh()) {
            self.float_here(unit);
        } else {
            self.floats.push_back(unit);
        }
    }

    /// Places rows, bound group by bound group.
    fn groups(&mut self, rows: Vec<Row>) {
        let mut bound = Vec::new();
        for row in rows {
            let open = row.keep;
            bound.push(row);
            if !open {
                self.group(std::mem::take(&mut bound));
            }
        }
        self.group(bound);
    }

    /// Places rows that should stay on one page.
    fn group(&mut self, rows: Vec<Row>) {
        let Some(first) = rows.first() else {
            return;
        };
        let calls = rows.iter().flat_map(|row| &row.notes);
        let wanted = height(&rows) + self.notes_height(calls);
        if wanted <= self.theme.depth() && wanted > self.room() && !self.is_fresh() {
            let (table, float) = (first.table, first.float != 0);
            let mut waiting = usize::MAX;
            // Pages that floats fill are no place for the group either.
            while wanted > self.room() && self.floats.len() < waiting {
                waiting = self.floats.len();
                self.turn_for(table, wanted, !float);
            }
        }
        for row in rows {
            let before = if self.is_fresh() { 0.0 } else { row.before };
            let wanted = before + row.height + self.notes_height(&row.notes);
            if wanted > self.room() && !self.is_fresh() {
                self.turn_for(row.table, wanted, false);
            }
            let calls = row.notes.clone();
            self.row(row, None);
            self.call(calls);
        }
    }

    /// How much the foot grows by these notes.
    fn notes_height<'n>(&self, calls: impl IntoIterator<Item = &'n usize>) -> f32 {
        let notes = calls.into_iter().filter_map(|call| self.notes.get(*call));
        let rows: f32 = notes.map(|note| height(note)).sum();
        if rows > 0.0 && self.foot.is_empty() {
            rows + ABOVE_NOTES
        } else {
            rows
        }
    }

    /// Puts notes at the foot; one that the page does not hold follows in the text.
    fn call(&mut self, calls: Vec<usize>) {
        for call in calls {
            let more = self.notes_height([&call]);
            let note = self.notes.get_mut(call).map(std::mem::take);
            let note = note.unwrap_or_default();
            if more <= self.room() {
                self.foot_height += more;
                self.foot.extend(note);
            } else {
                self.groups(note);
            }
        }
    }

    /// A new page. A table that goes on there gets its head again, as decoration; what waits comes first, unless something
    /// is being divided.
    fn turn_for(&mut self, table: Option<usize>, wanted: f32, floats: bool) {
        self.turn();
        let head = table.and_then(|table| self.heads.get(table)).cloned();
        if let Some(head) = head.filter(|head| height(head) + wanted <= self.room()) {
            for row in head {
                self.row(row, Some(Owner::Layout));
            }
            return;
        }
        while floats
            && let Some(unit) = self.floats.front()
            && height(unit) <= self.room()
            && let Some(unit) = self.floats.pop_front()
        {
            for row in unit {
                let calls = row.notes.clone();
                self.row(row, None);
                self.call(calls);
            }
            self.y += self.theme.body * 1.2;
        }
    }

    pub(super) fn is_fresh(&self) -> bool {
        self.y <= self.theme.top
    }

    fn room(&self) -> f32 {
        self.theme.height - self.theme.bottom - self.foot_height - self.y + 0.01
    }

    /// Paints what stands at the foot of the page.
    pub(super) fn end_page(&mut self) {
        self.end_bar();
        let foot = std::mem::take(&mut self.foot);
        if foot.is_empty() {
            return;
        }
        self.y = self.theme.height - self.theme.bottom - self.foot_height;
        let [x, y] = [self.theme.side, self.y + ABOVE_NOTES * 0.5];
        let line = rule([x, y, 60.0, 0.5], self.theme.rule);
        self.paint(NOBODY, None, line, y);
        self.y += ABOVE_NOTES;
        for row in foot {
            self.row(row, None);
        }
        self.end_bar();
        self.foot_height = 0.0;
    }

    fn turn(&mut self) {
        self.end_page();
        self.painted.pages.pages.push(Page {
            width: self.theme.width,
            height: self.theme.height,
            ..Page::default()
        });
        self.y = self.theme.top;
        self.last = None;
    }

    /// What has been painted.
    pub(super) fn finish(self) -> Painted {
        self.painted
    }
}

/// The height of rows, one below the other.
fn height(rows: &[Row]) -> f32 {
    rows.iter().map(|row| row.before + row.height).sum()
}

/// The rows of a float, after its first.
fn rest_of_float(first: Row, rows: &mut std::iter::Peekable<std::vec::IntoIter<Row>>) -> Vec<Row> {
    let float = first.float;
    let mut unit = vec![first];
    while let Some(next) = rows.next_if(|next| next.float == float) {
        unit.push(next);
    }
    unit
}
