//! What a page looks like, measured: where ink stands, and what a typographer would strike out.

use std::collections::BTreeMap;

use crate::pdf::page::{Item, Owner, Page, Pages, Run, StandardAttr, TagId, TagKid};
use crate::pdf::theme::Theme;

/// Ink of one owner on a page.
#[derive(Debug, Clone)]
pub(super) struct Seen {
    pub(super) page: usize,
    /// Whose it is; none for furniture and decoration.
    pub(super) tag: Option<TagId>,
    /// Left, upper, right, lower edge.
    pub(super) area: [f32; 4],
    /// Empty for pictures and rules.
    pub(super) text: String,
    pub(super) size: f32,
}

/// The pages, to be asked.
pub(super) struct Look<'p> {
    pages: &'p Pages,
    pub(super) ink: Vec<Seen>,
    parents: BTreeMap<TagId, TagId>,
}

impl<'p> Look<'p> {
    pub(super) fn at(pages: &'p Pages) -> Self {
        let mut parents = BTreeMap::new();
        for (id, tag) in pages.tags.iter().enumerate() {
            for kid in &tag.kids {
                if let TagKid::Tag(kid) = kid {
                    parents.insert(*kid, id);
                }
            }
        }
        let ink = pages
            .pages
            .iter()
            .enumerate()
            .flat_map(|(number, page)| ink(number, page));
        Self {
            pages,
            ink: ink.collect(),
            parents,
        }
    }

    /// The text that holds these words.
    pub(super) fn find(&self, words: &str) -> &Seen {
        let found = self.ink.iter().find(|seen| seen.text.contains(words));
        found.unwrap_or_else(|| panic!("{words:?} is not to be seen"))
    }

    /// A tag and all around it.
    fn around(&self, tag: TagId) -> impl Iterator<Item = TagId> {
        std::iter::successors(Some(tag), |tag| self.parents.get(tag).copied())
    }

    fn is_in(&self, seen: &Seen, standard: &str) -> bool {
        let mut around = seen.tag.into_iter().flat_map(|tag| self.around(tag));
        around.any(|tag| self.pages.tags[tag].standard == standard)
    }

    fn role(&self, tag: TagId) -> &str {
        self.pages.tags[tag].role.split('.').next().unwrap()
    }

    /// Everything that is wrong, in words.
    pub(super) fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        self.stray(&mut faults);
        self.overlapping(&mut faults);
        self.low_headings(&mut faults);
        self.lost_captions(&mut faults);
        faults
    }

    /// Ink off the page, and text that passes the column outside of tables.
    fn stray(&self, faults: &mut Vec<String>) {
        let theme = Theme::default();
        for seen in &self.ink {
            let [left, upper, right, lower] = seen.area;
            let inside = left > 20.0
                && upper > 20.0
                && right < theme.width - 20.0
                && lower < theme.height - 20.0;
            if !inside {
                faults.push(format!("off the page: {seen:?}"));
            } else if !seen.text.is_empty()
                && right > theme.width - theme.side + 1.0
                && seen.tag.is_some()
                && !self.is_in(seen, "Table")
            {
                faults.push(format!("passes the column: {seen:?}"));
            }
        }
    }

    /// Text on other text or on a picture.
    fn overlapping(&self, faults: &mut Vec<String>) {
        let mut ink: Vec<&Seen> = self.ink.iter().filter(|seen| seen.size > 0.0).collect();
        ink.sort_by(|a, b| a.page.cmp(&b.page).then(a.area[1].total_cmp(&b.area[1])));
        for (index, a) in ink.iter().enumerate() {
            let below = ink[index + 1..].iter();
            for b in below.take_while(|b| b.page == a.page && b.area[1] < a.area[3]) {
                let [wide, high] = [0, 1]
                    .map(|at| a.area[at + 2].min(b.area[at + 2]) - a.area[at].max(b.area[at]));
                let least = extent(a).min(extent(b));
                if wide > 0.0 && high > 0.0 && wide * high > 0.4 * least {
                    faults.push(format!("one over the other: {a:?} {b:?}"));
                }
            }
        }
    }

    /// Headings with nothing of what they head on their page.
    fn low_headings(&self, faults: &mut Vec<String>) {
        let is_heading = |tag: TagId| {
            matches!(
                self.pages.tags[tag].standard,
                "H1" | "H2" | "H3" | "H4" | "H5" | "H6"
            )
        };
        let mut last: BTreeMap<usize, (TagId, &Seen)> = BTreeMap::new();
        for seen in &self.ink {
            let Some(tag) = seen.tag else { continue };
            let entry = last.entry(seen.page).or_insert((tag, seen));
            if tag > entry.0 {
                *entry = (tag, seen);
            }
        }
        last.remove(&(self.pages.pages.len() - 1));
        for (tag, seen) in last.into_values() {
            if self.around(tag).any(is_heading) {
                faults.push(format!("a heading at the foot: {seen:?}"));
            }
        }
    }

    /// Captions that begin on another page than their picture or table.
    fn lost_captions(&self, faults: &mut Vec<String>) {
        let mut of: BTreeMap<TagId, (Option<usize>, Option<usize>)> = BTreeMap::new();
        for seen in &self.ink {
            let holds = |tag: &TagId| matches!(self.role(*tag), "fig" | "table-wrap");
            let figure = seen.tag.and_then(|tag| self.around(tag).find(holds));
            let Some(figure) = figure else { continue };
            let (picture, caption) = of.entry(figure).or_default();
            if self.is_in(seen, "Figure") || self.is_in(seen, "Table") {
                picture.get_or_insert(seen.page);
            } else if self.is_in(seen, "Caption") {
                caption.get_or_insert(seen.page);
            }
        }
        for (figure, pages) in of {
            if let (Some(picture), Some(caption)) = pages
                && picture != caption
            {
                faults.push(format!(
                    "figure {figure} on page {picture}, its caption on {caption}"
                ));
            }
        }
    }
}

fn extent(seen: &Seen) -> f32 {
    let [left, upper, right, lower] = seen.area;
    (right - left) * (lower - upper)
}

fn ink(number: usize, page: &Page) -> impl Iterator<Item = Seen> {
    let chunks = page.chunks.iter().flat_map(|chunk| {
        let tag = match chunk.owner {
            Owner::Tag(tag) => Some(tag),
            _ => None,
        };
        chunk.items.iter().map(move |item| (tag, item))
    });
    chunks.filter_map(move |(tag, item)| {
        let (area, text, size) = match item {
            Item::Run(run) if run.text.trim().is_empty() => return None,
            Item::Run(run) => (area(run), run.text.clone(), run.size),
            Item::Picture {
                x,
                y,
                width,
                height,
                ..
            } => ([*x, *y, x + width, y + height], String::new(), 1.0),
            Item::Rule {
                x,
                y,
                width,
                height,
                ..
            } => ([*x, *y, x + width, y + height], String::new(), 0.0),
        };
        Some(Seen {
            page: number,
            tag,
            area,
            text,
            size,
        })
    })
}

/// From the height of small letters to the baseline, without the spaces at its end.
fn area(run: &Run) -> [f32; 4] {
    let (mut pen, mut right) = (run.x, run.x);
    for cluster in &run.clusters {
        pen += cluster
            .glyphs
            .iter()
            .map(|glyph| glyph.advance)
            .sum::<f32>();
        let text = &run.text[cluster.start as usize..cluster.end as usize];
        if !text.trim().is_empty() {
            right = pen;
        }
    }
    [run.x, run.y - run.size * 0.45, right, run.y]
}

/// Whether there are illustrations, each with its place stated.
pub(super) fn has_place(pages: &Pages) -> bool {
    let figures = || pages.tags.iter().filter(|tag| tag.standard == "Figure");
    let is_place = |attr: &StandardAttr| matches!(attr, StandardAttr::BBox(_));
    figures().next().is_some() && figures().all(|tag| tag.standard_attrs.iter().any(is_place))
}
