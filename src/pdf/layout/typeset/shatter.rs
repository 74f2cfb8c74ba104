//! Strings without a place to break that are wider than the column: they break anywhere between characters.

use std::ops::Range;

use crate::pdf::layout::font::Fonts;
use crate::pdf::layout::shape::Shaper;
use crate::pdf::layout::typeset::character::extends;
use crate::pdf::layout::typeset::source::{Cut, Source};
use crate::pdf::layout::typeset::stops::Stop;
use crate::pdf::layout::typeset::unit::{Kind, Unit, points};

/// The stretches between stops that are wider than a line, in order.
pub(super) fn too_wide(stops: &[Stop], width: f64, found: &mut Vec<Range<usize>>) {
    for pair in stops.windows(2) {
        if let [from, to] = pair
            && to.end.since(from.start).width > width
        {
            found.push(from.at..to.at);
        }
    }
}

/// Whether a byte lies inside one of the stretches, its first byte not counted.
pub(super) fn inside(stretches: &[Range<usize>], at: usize) -> bool {
    let after = stretches.partition_point(|stretch| stretch.start < at);
    after
        .checked_sub(1)
        .and_then(|index| stretches.get(index))
        .is_some_and(|stretch| at < stretch.end)
}

/// Divides units.
pub(super) struct Shatter<'t, 'a> {
    pub(super) fonts: &'t Fonts,
    pub(super) shaper: &'t mut Shaper,
    pub(super) source: &'t Source<'a>,
    pub(super) stretches: &'t [Range<usize>],
}

impl Shatter<'_, '_> {
    /// The units, those inside the stretches divided into their clusters, each shaped alone: then no part is wider in
    /// its line than it was measured.
    pub(super) fn units(&mut self, units: Vec<Unit>) -> Vec<Unit> {
        let mut result = Vec::with_capacity(units.len());
        for mut unit in units {
            if unit.cut == Cut::No && !unit.is_blank() && self.parts(unit.start) {
                unit.cut = self.need(unit.start);
            }
            let cuts = self.cuts(&unit);
            if cuts.is_empty() {
                result.push(unit);
            } else {
                self.divide(&unit, &cuts, &mut result);
            }
        }
        result
    }

    /// Where a unit is divided.
    fn cuts(&self, unit: &Unit) -> Vec<usize> {
        if !matches!(unit.kind, Kind::Word | Kind::Uncovered) {
            return Vec::new();
        }
        let mut cuts: Vec<usize> = Vec::new();
        for cluster in &unit.shape.clusters {
            let at = unit.start + cluster.start;
            if at > unit.start && self.parts(at) {
                cuts.push(at);
            }
        }
        cuts.sort_unstable();
        cuts
    }

    /// Whether a line may end at a byte in need: inside a stretch, and at its edges, where otherwise a hyphen stands.
    fn parts(&self, at: usize) -> bool {
        let edge = |which: fn(&Range<usize>) -> usize| {
            self.stretches.binary_search_by_key(&at, which).is_ok()
        };
        (inside(self.stretches, at) || edge(|stretch| stretch.start) || edge(|stretch| stretch.end))
            && self.begins(at)
    }

    /// What it costs to end a line at a byte: less behind a space that the author will not have broken than in a word.
    fn need(&self, at: usize) -> Cut {
        let before = self.source.text.get(..at).unwrap_or_default();
        if before.ends_with(['\u{A0}', '\u{202F}']) {
            Cut::Address
        } else {
            Cut::Emergency
        }
    }

    /// Whether the character at a byte may begin a line.
    fn begins(&self, at: usize) -> bool {
        let next = self
            .source
            .text
            .get(at..)
            .and_then(|rest| rest.chars().next());
        next.is_some_and(|c| !extends(c) && c != '\u{AD}')
    }

    fn divide(&mut self, unit: &Unit, cuts: &[usize], result: &mut Vec<Unit>) {
        let mut start = unit.start;
        for end in cuts.iter().copied().chain([unit.end]) {
            let Some(text) = self.source.text.get(start..end) else {
                continue;
            };
            let shape = match unit.kind {
                Kind::Uncovered => std::rc::Rc::new(unit.shape.same_for(text)),
                _ => self.shaper.shape(self.fonts, unit.context, text),
            };
            result.push(Unit {
                start,
                end,
                cut: if start == unit.start {
                    unit.cut
                } else {
                    self.need(start)
                },
                width: points(shape.advance, unit.scale),
                shape,
                ..unit.clone()
            });
            start = end;
        }
    }
}
