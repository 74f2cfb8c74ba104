//! Running heads and folios.

use super::line::{Align, Family, Line, LineItem, Measure, Piece, TextPiece, TextStyle};
use super::pages::Builder;
use super::{NOBODY, Typeset};
use crate::pdf::page::{Chunk, Item, Owner, Run};
use crate::pdf::theme::Theme;

impl Builder<'_, '_> {
    /// Running heads and folios.
    pub(super) fn furniture(&mut self, setter: &mut impl Typeset, title: &str) {
        self.end_page();
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
        // A word less each time, and a letter when there is but one.
        first.truncate(first.trim_end_matches(['…', ' ']).len());
        let word = first.rfind(' ').filter(|at| *at > 0);
        let letter = || first.char_indices().next_back().map(|(at, _)| at);
        first.truncate(word.or_else(letter).unwrap_or(0));
        first.truncate(first.trim_end_matches(|c: char| !c.is_alphanumeric()).len());
        first.push('…');
        cut = first;
    }
}

fn runs(line: Line) -> impl Iterator<Item = Run> {
    line.items.into_iter().filter_map(|item| match item {
        LineItem::Run { run, .. } => Some(run),
        LineItem::Box { .. } => None,
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
