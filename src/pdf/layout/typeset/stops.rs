//! The places where a line may end, and what a line measures between two of them.

use std::ops::Range;

use crate::pdf::layout::font::{Fonts, Sign};
use crate::pdf::layout::shape::Shaper;
use crate::pdf::layout::typeset::bond::{binds, is_kind};
use crate::pdf::layout::typeset::source::{Cut, Source};
use crate::pdf::layout::typeset::unit::{Kind, Sums, Unit, points};

/// A place where a line may end.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stop {
    /// The byte of the joined text.
    pub(super) at: usize,
    /// The unit that the next line begins with.
    pub(super) unit: usize,
    /// All up to here, with a hyphen when there is one, without the spaces that the line's end swallows.
    pub(super) end: Sums,
    /// All up to here, as a line that starts here has to subtract it.
    pub(super) start: Sums,
    /// What ending a line here costs.
    pub(super) cost: f64,
    /// Whether a hyphen is drawn.
    pub(super) hyphen: bool,
    /// Whether the line ends with a hyphen, drawn or the author's: two such lines in a row are ugly.
    pub(super) flagged: bool,
}

const HYPHEN: f64 = 80.0;
const ADDRESS: f64 = 120.0;
const KEPT: f64 = 150.0;
const BOUND: f64 = 50.0;
const NAMED: f64 = 150.0;
const EMERGENCY: f64 = 3000.0;
/// Where a bracket would be parted from what is in it.
const WORST: f64 = 9000.0;

/// Finds stops.
pub(super) struct Stops<'t, 'a> {
    pub(super) fonts: &'t Fonts,
    pub(super) shaper: &'t mut Shaper,
    pub(super) source: &'t Source<'a>,
    pub(super) units: &'t [Unit],
    /// Where a hyphen may divide words, in order.
    pub(super) points: &'t [usize],
}

impl Stops<'_, '_> {
    /// The stops of a section; its start is the first, its end the last.
    pub(super) fn of(&mut self, section: Range<usize>) -> Vec<Stop> {
        let units = self.units;
        let Some(first) = units.get(section.start) else {
            return Vec::new();
        };
        let mut stops = vec![plain(
            first.start,
            section.start,
            Sums::default(),
            Sums::default(),
        )];
        let (mut sums, mut ink) = (Sums::default(), Sums::default());
        let mut before: Option<&Unit> = None;
        let mut end = first.start;
        for (index, unit) in units
            .iter()
            .enumerate()
            .take(section.end)
            .skip(section.start)
        {
            if let Some(before) = before {
                let stop = plain(unit.start, index, ink, sums);
                stops.extend(self.hyphened(before, unit, stop));
                stops.extend(self.between(before, unit, stop));
            }
            if unit.kind == Kind::Word {
                self.inside(unit, plain(unit.start, index, ink, sums), &mut stops);
            }
            sums = sums.with(unit);
            if !unit.is_blank() {
                ink = sums;
            }
            before = Some(unit);
            end = unit.end;
        }
        stops.push(plain(end, section.end, ink, sums));
        stops
    }

    /// A hyphen between two units: one word that was divided, or an author's soft hyphen, which shows at a line's end.
    fn hyphened(&self, before: &Unit, unit: &Unit, stop: Stop) -> Option<Stop> {
        let divided = matches!(unit.cut, Cut::Emergency | Cut::No)
            && self.points.binary_search(&unit.start).is_ok();
        let soft = unit.cut == Cut::Allowed && self.last(before) == Some('\u{AD}');
        if !(divided || soft) {
            return None;
        }
        Some(hyphenated(stop, before, self.hyphen(before)?))
    }

    /// The stop between two units, when there is one.
    fn between(&self, before: &Unit, unit: &Unit, stop: Stop) -> Option<Stop> {
        let last = self.last(before)?;
        let authored = matches!(last, '-' | '\u{2010}' | '\u{2013}' | '\u{2014}');
        let cost = match unit.cut {
            Cut::No | Cut::Forced => return None,
            // Where even the hyphen has no room.
            Cut::Allowed if last == '\u{AD}' => EMERGENCY,
            Cut::Allowed if before.kind == Kind::Space => KEPT,
            Cut::Allowed if authored || last == '/' => HYPHEN,
            Cut::Allowed if before.kind == Kind::Gap && self.names(before) => NAMED,
            Cut::Allowed if before.kind == Kind::Gap && self.is_bond(before, unit) => BOUND,
            Cut::Allowed => 0.0,
            Cut::Address => ADDRESS,
            Cut::Emergency if "([{".contains(last) || self.closes(unit) => WORST,
            Cut::Emergency => EMERGENCY,
        };
        let flagged = authored;
        Some(Stop {
            cost,
            flagged,
            ..stop
        })
    }

    /// Whether an identifier follows a space that its kind stands before.
    fn names(&self, space: &Unit) -> bool {
        let before = self.source.text.get(..space.start);
        before.is_some_and(is_kind)
    }

    /// Whether the words around a space belong together.
    fn is_bond(&self, space: &Unit, next: &Unit) -> bool {
        let text = &self.source.text;
        let (before, after) = (text.get(..space.start), text.get(next.start..));
        before
            .zip(after)
            .is_some_and(|(before, after)| binds(before, after))
    }

    /// Whether a unit begins with a sign that ends something.
    fn closes(&self, unit: &Unit) -> bool {
        let text = self.source.text.get(unit.start..unit.end);
        text.is_some_and(|text| text.starts_with([')', ']', '}', ',', '.', ';', ':']))
    }

    fn last(&self, unit: &Unit) -> Option<char> {
        self.source
            .text
            .get(unit.start..unit.end)?
            .chars()
            .next_back()
    }

    /// The stops where hyphens divide a word.
    fn inside(&mut self, unit: &Unit, stop: Stop, stops: &mut Vec<Stop>) {
        let from = self.points.partition_point(|at| *at <= unit.start);
        let Some(sign) = self.hyphen(unit) else {
            return;
        };
        for at in self
            .points
            .iter()
            .skip(from)
            .take_while(|at| **at < unit.end)
        {
            let Some((head, tail)) = self.halves(unit, *at) else {
                continue;
            };
            let divided = Stop {
                at: *at,
                end: stop.start.wider(f64::from(head)),
                start: stop.start.wider(f64::from(unit.width - tail)),
                ..stop
            };
            stops.push(hyphenated(divided, unit, sign));
        }
    }

    /// The widths of a unit's two parts, each shaped on its own.
    fn halves(&mut self, unit: &Unit, at: usize) -> Option<(f32, f32)> {
        let head = self.source.text.get(unit.start..at)?;
        let tail = self.source.text.get(at..unit.end)?;
        let mut width = |part| {
            let shape = self.shaper.shape(self.fonts, unit.context, part);
            points(shape.advance, unit.scale)
        };
        Some((width(head), width(tail)))
    }

    fn hyphen(&self, unit: &Unit) -> Option<Sign> {
        self.fonts.face(unit.context.font)?.hyphen
    }
}

fn plain(at: usize, unit: usize, end: Sums, start: Sums) -> Stop {
    Stop {
        at,
        unit,
        end,
        start,
        cost: 0.0,
        hyphen: false,
        flagged: false,
    }
}

fn hyphenated(stop: Stop, unit: &Unit, sign: Sign) -> Stop {
    Stop {
        end: stop
            .end
            .wider(f64::from(points(i64::from(sign.advance), unit.scale))),
        cost: HYPHEN,
        hyphen: true,
        flagged: true,
        ..stop
    }
}
