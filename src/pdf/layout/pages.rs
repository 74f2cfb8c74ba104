//! Pages: rows fill them from top to bottom. Only heights and bindings count here, no text.

use super::galley::{Placed, Row};
use super::line::{Align, Family, Measure, Piece, TextPiece, TextStyle};
use super::{NOBODY, Typeset};
use crate::pdf::page::{Chunk, Item, Link, Owner, Page, Pages, Run, TagId, Target};
use crate::pdf::tags::plan::{LinkTo, Plan};
use crate::pdf::theme::Theme;

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
    theme: &'t Theme,
    plan: &'t Plan<'p>,
    heads: Vec<Vec<Row>>,
    painted: Painted,
    /// The link that each slot stands in.
    link_of: Vec<Option<TagId>>,
    /// Where the next row goes.
    y: f32,
    /// The slot of the last chunk of the page.
    last: Option<usize>,
    /// The rule that runs along the rows: left edge, upper edge, lower edge.
    bar: Option<[f32; 3]>,
}

impl<'t, 'p> Builder<'t, 'p> {
    /// No page yet.
    pub(super) fn new(theme: &'t Theme, plan: &'t Plan<'p>, heads: Vec<Vec<Row>>) -> Self {
        let slots = plan.slots.len();
        let mut builder = Self {
            theme,
            plan,
            heads,
            painted: Painted {
                contents: vec![Vec::new(); slots],
                starts: vec![None; slots],
                ..Painted::default()
            },
            link_of: links(plan),
            y: 0.0,
            last: None,
            bar: None,
        };
        builder.turn();
        builder
    }

    /// Places rows; those that are bound stay on one page, if one page holds them.
    pub(super) fn place(&mut self, rows: Vec<Row>) {
        let mut bound: Vec<Row> = Vec::new();
        let mut height = 0.0;
        for row in rows {
            height += row.before + row.height;
            let open = row.keep;
            bound.push(row);
            // What no page holds is divided anyway; so it need not be gathered.
            if open && height <= self.theme.depth() {
                continue;
            }
            self.group(std::mem::take(&mut bound), height);
            height = 0.0;
        }
        self.group(bound, height);
    }

    fn group(&mut self, rows: Vec<Row>, height: f32) {
        let Some(first) = rows.first() else {
            return;
        };
        let lead = if self.is_fresh() { first.before } else { 0.0 };
        if height - lead > self.room() && height <= self.theme.depth() {
            self.turn_for(first.table);
        }
        for row in rows {
            let before = if self.is_fresh() { 0.0 } else { row.before };
            if before + row.height > self.room() && !self.is_fresh() {
                self.turn_for(row.table);
            }
            self.row(row, None);
        }
    }

    /// A new page; a table that goes on there gets its head again, as decoration.
    fn turn_for(&mut self, table: Option<usize>) {
        self.turn();
        let head = table.and_then(|table| self.heads.get(table)).cloned();
        for row in head.unwrap_or_default() {
            self.row(row, Some(Owner::Layout));
        }
    }

    fn is_fresh(&self) -> bool {
        self.y <= self.theme.top
    }

    fn room(&self) -> f32 {
        self.theme.height - self.theme.bottom - self.y + 0.01
    }

    fn turn(&mut self) {
        self.end_bar();
        self.painted.pages.pages.push(Page {
            width: self.theme.width,
            height: self.theme.height,
            ..Page::default()
        });
        self.y = self.theme.top;
        self.last = None;
    }

    fn row(&mut self, row: Row, decoration: Option<Owner>) {
        if !self.is_fresh() {
            self.y += row.before;
        }
        let top = self.y;
        self.y += row.height;
        self.draw_bar(row.bar, top - row.before, top, self.y);
        let mut areas: Vec<(TagId, [f32; 4], String)> = Vec::new();
        for item in row.items {
            self.item(item, top, decoration, &mut areas);
        }
        for (tag, area, text) in areas {
            self.link(tag, area, &text);
        }
    }

    fn item(
        &mut self,
        item: Placed,
        top: f32,
        decoration: Option<Owner>,
        areas: &mut Vec<(TagId, [f32; 4], String)>,
    ) {
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
    fn paint(&mut self, slot: usize, decoration: Option<Owner>, item: Item, y: f32) {
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

    fn link(&mut self, tag: TagId, area: [f32; 4], text: &str) {
        let Some(planned) = self.plan.get(tag) else {
            return;
        };
        let text = text.trim();
        let (target, description) = match &planned.link {
            Some(LinkTo::Address(address)) => {
                let description = if text.is_empty() || text == address {
                    address.to_string()
                } else {
                    format!("{text} ({address})")
                };
                (Target::Address(address.to_string()), description)
            }
            Some(LinkTo::Id(id)) => match self.plan.by_id.get(id) {
                Some(target) if text.is_empty() => (Target::Tag(*target), (*id).to_owned()),
                Some(target) => (Target::Tag(*target), text.to_owned()),
                None => return,
            },
            None => return,
        };
        let number = self.painted.pages.pages.len().saturating_sub(1);
        if let Some(page) = self.painted.pages.pages.last_mut() {
            page.links.push(Link {
                area,
                target,
                tag,
                description,
            });
            let index = page.links.len() - 1;
            self.painted.links.push((tag, number, index));
        }
    }

    fn draw_bar(&mut self, bar: Option<f32>, from: f32, top: f32, bottom: f32) {
        match (bar, &mut self.bar) {
            (Some(x), Some([open, _, end])) if (*open - x).abs() < 0.01 => *end = bottom,
            (Some(x), _) => {
                self.end_bar();
                let _ = from;
                self.bar = Some([x, top, bottom]);
            }
            (None, _) => self.end_bar(),
        }
    }

    fn end_bar(&mut self) {
        if let Some([x, top, bottom]) = self.bar.take() {
            let area = [x, top, 1.2, bottom - top];
            self.paint(NOBODY, None, rule(area, self.theme.rule), top);
        }
    }

    /// Running heads and folios.
    pub(super) fn furniture(&mut self, setter: &mut impl Typeset, title: &str) {
        self.end_bar();
        let theme = self.theme;
        let head = furniture_line(setter, theme, title, Align::Start);
        for (index, page) in self.painted.pages.pages.iter_mut().enumerate() {
            if index > 0 && !head.is_empty() {
                let at = theme.top * 0.6;
                page.chunks
                    .push(furniture(Owner::Header, &head, [theme.side, at]));
            }
            let folio = (index + 1).to_string();
            let folio = furniture_line(setter, theme, &folio, Align::End);
            let at = theme.height - theme.bottom * 0.55;
            page.chunks
                .push(furniture(Owner::Footer, &folio, [theme.side, at]));
        }
    }

    /// What has been painted.
    pub(super) fn finish(self) -> Painted {
        self.painted
    }
}

/// The link that each slot stands in, if any.
fn links(plan: &Plan<'_>) -> Vec<Option<TagId>> {
    let mut inside: Vec<Option<TagId>> = vec![None; plan.tags.len()];
    for (id, planned) in plan.tags.iter().enumerate() {
        let around = inside.get(id).copied().flatten();
        let link = planned.link.as_ref().map(|_| id).or(around);
        if link.is_none() {
            continue;
        }
        if let Some(own) = inside.get_mut(id) {
            *own = link;
        }
        for kid in plan.tags_in(id) {
            if let Some(kid) = inside.get_mut(kid) {
                *kid = link;
            }
        }
    }
    let tags = plan.slots.iter();
    tags.map(|tag| inside.get(*tag).copied().flatten())
        .collect()
}

fn area_of(run: &Run, width: f32) -> [f32; 4] {
    let (upper, lower) = (run.y - run.size * 0.78, run.y + run.size * 0.24);
    [run.x, upper, run.x + width, lower]
}

/// Adds an area to the tag's area in the same row.
fn grow(areas: &mut Vec<(TagId, [f32; 4], String)>, tag: TagId, area: [f32; 4], text: &str) {
    let [left, upper, right, lower] = area;
    match areas.iter_mut().find(|(owner, ..)| *owner == tag) {
        Some((_, [l, u, r, b], all)) => {
            (*l, *u) = (l.min(left), u.min(upper));
            (*r, *b) = (r.max(right), b.max(lower));
            all.push_str(text);
        }
        None => areas.push((tag, area, text.to_owned())),
    }
}

fn rule([x, y, width, height]: [f32; 4], color: [f32; 3]) -> Item {
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

/// One line of a running head or foot, cut where it would be longer than the measure.
fn furniture_line(setter: &mut impl Typeset, theme: &Theme, text: &str, align: Align) -> Vec<Run> {
    let mut cut = text.to_owned();
    loop {
        let pieces = [Piece::Text(TextPiece {
            text: &cut,
            style: TextStyle {
                family: Family::Serif,
                bold: false,
                italic: align == Align::Start,
                small_caps: false,
                size: theme.fine,
                rise: 0.0,
                color: theme.muted,
            },
            lang: None,
            owner: NOBODY,
            kept: false,
        })];
        let measure = Measure {
            width: theme.measure(),
            first: 0.0,
            indent: 0.0,
            align,
            hyphenate: false,
            leading: 1.2,
        };
        let lines = setter.paragraph(&pieces, &measure);
        let one = lines.len() <= 1;
        let runs: Vec<Run> = lines.into_iter().take(1).flat_map(runs).collect();
        if one {
            return runs;
        }
        let mut first: String = runs.iter().map(|run| run.text.as_str()).collect();
        if first.len() >= cut.len() {
            return runs;
        }
        first.truncate(first.trim_end().len());
        if let Some((at, _)) = first.char_indices().next_back() {
            first.truncate(at);
        }
        first.push('…');
        cut = first;
    }
}

fn runs(line: super::line::Line) -> impl Iterator<Item = Run> {
    line.items.into_iter().filter_map(|item| match item {
        super::line::LineItem::Run { run, .. } => Some(run),
        super::line::LineItem::Box { .. } => None,
    })
}

fn furniture(owner: Owner, line: &[Run], [x, y]: [f32; 2]) -> Chunk {
    let items = line.iter().map(|run| {
        let mut run = run.clone();
        run.x += x;
        run.y += y;
        Item::Run(run)
    });
    Chunk {
        owner,
        items: items.collect(),
    }
}
