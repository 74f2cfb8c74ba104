//! Units: what a line is made of and what is shaped at once.

use std::rc::Rc;

use unicode_bidi::Level;

use crate::pdf::layout::shape::{Context, Shape};
use crate::pdf::layout::typeset::source::Cut;

/// A stretch of the joined text that is shaped and placed at once: a word or a part of one, a space, a box.
#[derive(Debug, Clone)]
pub(super) struct Unit {
    /// Its first byte in the joined text.
    pub(super) start: usize,
    /// The byte after its last.
    pub(super) end: usize,
    /// The number of its piece.
    pub(super) piece: usize,
    /// What it is.
    pub(super) kind: Kind,
    /// What a line may do in front of it.
    pub(super) cut: Cut,
    /// Its direction.
    pub(super) level: Level,
    /// Its glyphs.
    pub(super) shape: Rc<Shape>,
    /// How they were made: parts of the unit are shaped alike.
    pub(super) context: Context,
    /// Font size.
    pub(super) size: f32,
    /// Points in a design unit.
    pub(super) scale: f32,
    /// Its width when a line is neither stretched nor shrunk.
    pub(super) width: f32,
}

/// What a unit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Letters; may be divided and shaped again.
    Word,
    /// A space that stretches and shrinks.
    Gap,
    /// A space of fixed width: kept text.
    Space,
    /// A character that shows nothing and takes no room.
    Mark,
    /// Characters that no font has.
    Uncovered,
    /// A box.
    Box,
    /// A break that the article asks for; no text.
    Break,
}

impl Unit {
    /// Whether a line's end swallows it.
    pub(super) fn is_blank(&self) -> bool {
        matches!(
            self.kind,
            Kind::Gap | Kind::Space | Kind::Mark | Kind::Break
        )
    }

    /// How much wider it may become.
    pub(super) fn stretch(&self) -> f64 {
        let natural = f64::from(self.width);
        match self.kind {
            Kind::Gap if self.width > 0.0 => {
                (WIDEST_GAP * f64::from(self.size) - natural).max(natural * 0.25)
            }
            _ => 0.0,
        }
    }

    /// How much narrower it may become.
    pub(super) fn shrink(&self) -> f64 {
        match self.kind {
            Kind::Gap => f64::from(self.width) * 0.3,
            _ => 0.0,
        }
    }
}

/// The widest space in a justified line, in em: with wider ones it would be a row of holes, and is set ragged instead.
pub(super) const WIDEST_GAP: f64 = 0.6;

/// What a line measures: its width, and how far its spaces go.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Sums {
    /// The natural width.
    pub(super) width: f64,
    /// How much wider it may become.
    pub(super) stretch: f64,
    /// How much narrower.
    pub(super) shrink: f64,
}

impl Sums {
    /// The sums with one more unit.
    pub(super) fn with(self, unit: &Unit) -> Self {
        Self {
            width: self.width + f64::from(unit.width),
            stretch: self.stretch + unit.stretch(),
            shrink: self.shrink + unit.shrink(),
        }
    }

    /// The sums and some more width.
    pub(super) fn wider(self, width: f64) -> Self {
        Self {
            width: self.width + width,
            ..self
        }
    }

    /// From one place to another.
    pub(super) fn since(self, start: Self) -> Self {
        Self {
            width: (self.width - start.width).max(0.0),
            stretch: (self.stretch - start.stretch).max(0.0),
            shrink: (self.shrink - start.shrink).max(0.0),
        }
    }
}

/// Design units as points.
#[expect(
    clippy::cast_precision_loss,
    reason = "an advance is far below what a float holds exactly"
)]
pub(super) fn points(advance: i64, scale: f32) -> f32 {
    advance as f32 * scale
}
