//! Painting: what stands in a row goes to its page, chunk by chunk, each with its owner.

use super::NOBODY;
use super::galley::{Placed, Row};
use super::links::{Area, area_of, grow};
use super::pages::Builder;
use crate::pdf::page::{Chunk, Item, Owner};

impl Builder<'_, '_> {
    pub(super) fn row(&mut self, row: Row, decoration: Option<Owner>) {
        if !self.is_fresh() {
            self.y += row.before;
        }
        let top = self.y;
        self.y += row.height;
        self.draw_bar(row.bar, top, self.y);
        let mut areas: Vec<Area> = Vec::new();
        for item in row.items {
            self.item(item, top, decoration, &mut areas);
        }
        for (tag, area, text) in areas {
            self.link(tag, area, &text);
        }
    }

    fn item(&mut self, item: Placed, top: f32, decoration: Option<Owner>, areas: &mut Vec<Area>) {
        match item {
            Placed::Run(slot, mut run, width) => {
                run.y += top;
                if decoration.is_none()
                    && let Some(tag) = self.link_of.get(slot).copied().flatten()
                {
                    let area = area_of(&run, width);
                    grow(areas, tag, area, &run.text);
                }
                let upper = run.y - run.size * 0.8;
                self.paint(slot, decoration, Item::Run(run), upper);
            }
            Placed::Picture(slot, image, [x, y, width, height]) => {
                let y = y + top;
                self.areas(slot, [x, y, x + width, y + height]);
                let picture = Item::Picture {
                    image,
                    x,
                    y,
                    width,
                    height,
                };
                if decoration.is_none()
                    && let Some(tag) = self.link_of.get(slot).copied().flatten()
                {
                    grow(areas, tag, [x, y, x + width, y + height], "");
                }
                self.paint(slot, decoration, picture, y);
            }
            Placed::Missing(slot, [x, y, width, height]) => {
                let y = y + top;
                self.areas(slot, [x, y, x + width, y + height]);
                for side in frame([x, y, width, height]) {
                    self.paint(slot, decoration, rule(side, self.theme.rule), y);
                }
            }
            Placed::Rule([x, y, width, height]) => {
                let area = [x, y + top, width, height];
                self.paint(NOBODY, None, rule(area, self.theme.rule), top);
            }
        }
    }

    fn areas(&mut self, slot: usize, area: [f32; 4]) {
        self.painted.areas.push((slot, area));
    }

    /// Paints something of a slot, or of nobody.
    pub(super) fn paint(&mut self, slot: usize, decoration: Option<Owner>, item: Item, y: f32) {
        let tag = self.plan.slots.get(slot).copied();
        let owner = decoration.or(tag.map(Owner::Tag)).unwrap_or(Owner::Layout);
        let slot = if owner == Owner::Layout { NOBODY } else { slot };
        let number = self.painted.pages.pages.len().saturating_sub(1);
        let Some(page) = self.painted.pages.pages.last_mut() else {
            return;
        };
        if self.last == Some(slot)
            && let Some(chunk) = page.chunks.last_mut()
        {
            chunk.items.push(item);
            return;
        }
        self.last = Some(slot);
        page.chunks.push(Chunk {
            owner,
            items: vec![item],
        });
        if let Some(contents) = self.painted.contents.get_mut(slot) {
            contents.push((number, page.chunks.len() - 1));
        }
        if let Some(start) = self.painted.starts.get_mut(slot) {
            start.get_or_insert((number, y));
        }
    }

    pub(super) fn draw_bar(&mut self, bar: Option<f32>, top: f32, bottom: f32) {
        match (bar, &mut self.bar) {
            (Some(x), Some([open, _, end])) if (*open - x).abs() < 0.01 => *end = bottom,
            (Some(x), _) => {
                self.end_bar();
                self.bar = Some([x, top, bottom]);
            }
            (None, _) => self.end_bar(),
        }
    }

    pub(super) fn end_bar(&mut self) {
        if let Some([x, top, bottom]) = self.bar.take() {
            let area = [x, top, 1.2, bottom - top];
            self.paint(NOBODY, None, rule(area, self.theme.rule), top);
        }
    }
}

pub(super) fn rule([x, y, width, height]: [f32; 4], color: [f32; 3]) -> Item {
    Item::Rule {
        x,
        y,
        width,
        height,
        color,
    }
}

/// The four sides of a frame.
fn frame([x, y, width, height]: [f32; 4]) -> [[f32; 4]; 4] {
    let thin = 0.5;
    [
        [x, y, width, thin],
        [x, y + height - thin, width, thin],
        [x, y, thin, height],
        [x + width - thin, y, thin, height],
    ]
}
