//! The text engine: styled pieces in, lines out.
//!
//! A paragraph's pieces are joined ([`source`]), divided into units of one font and direction and shaped ([`itemise`]);
//! the places where lines may end are found ([`stops`]), the best of them chosen ([`fit`]), and the lines placed
//! ([`place`]). What no line can hold is divided first ([`shatter`]).

mod bond;
mod character;
mod fit;
mod itemise;
mod place;
mod shatter;
mod source;
mod stops;
#[cfg(test)]
mod tests;
mod unit;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use crate::error::Result;
use crate::pdf::layout::font::Fonts;
use crate::pdf::layout::hyphen;
use crate::pdf::layout::line::{Align, Line, Measure, Piece, TextPiece};
use crate::pdf::layout::shape::Shaper;
use crate::pdf::page::FontFace;

use fit::Frame;
use itemise::Itemiser;
use place::{Part, Placer, Strut};
use shatter::{Shatter, inside, too_wide};
use source::{Cut, Source};
use stops::{Stop, Stops};
use unit::{Kind, Unit};

/// Sets paragraphs. Keeps the fonts and the words it has shaped.
#[derive(Debug)]
pub(crate) struct Typesetter {
    fonts: Fonts,
    shaper: Shaper,
    uncovered: BTreeMap<char, usize>,
}

/// A paragraph on its way.
struct Draft<'a> {
    source: Source<'a>,
    units: Vec<Unit>,
    /// Where hyphens may divide words.
    points: Vec<usize>,
}

impl Typesetter {
    /// A typesetter with the bundled fonts and the caller's (whole files; collections too).
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Resource`](crate::ErrorKind::Resource) for bytes that are no font.
    pub(crate) fn new(caller_fonts: &[Arc<Vec<u8>>]) -> Result<Self> {
        Ok(Self {
            fonts: Fonts::new(caller_fonts)?,
            shaper: Shaper::new(),
            uncovered: BTreeMap::new(),
        })
    }

    /// The lines of a paragraph. None for pieces without any text, box or break.
    pub(crate) fn paragraph(&mut self, pieces: &[Piece<'_>], measure: &Measure) -> Vec<Line> {
        let measure = sane(measure);
        let mut draft = self.draft(pieces);
        let (first, rest) = indents(&measure);
        let frame = Frame {
            first: f64::from((measure.width - first).max(0.0)),
            rest: f64::from((measure.width - rest).max(0.0)),
            justified: measure.align == Align::Justified,
        };
        self.make_fit(&mut draft, &measure, frame);
        let kept = pieces
            .iter()
            .all(|piece| !matches!(piece, Piece::Text(TextPiece { kept: false, .. })));
        let strut = self.strut(pieces, measure.leading);
        let mut lines = Vec::new();
        for section in sections(&draft.units) {
            let stops = self.stops(&draft, section);
            let opening = lines.is_empty();
            let frame = if opening {
                frame
            } else {
                Frame {
                    first: frame.rest,
                    ..frame
                }
            };
            let ends = if kept {
                fit::greedy(&stops, &frame)
            } else {
                fit::best(&stops, &frame)
            };
            let mut placer = Placer {
                fonts: &self.fonts,
                shaper: &mut self.shaper,
                source: &draft.source,
                pieces,
                units: &draft.units,
                measure: &measure,
                strut,
            };
            let mut from = 0;
            for to in ends {
                let (Some(start), Some(end)) = (stops.get(from), stops.get(to)) else {
                    break;
                };
                lines.push(placer.line(Part {
                    from: start,
                    to: end,
                    indent: if lines.is_empty() { first } else { rest },
                    last: to + 1 == stops.len(),
                }));
                from = to;
            }
        }
        lines
    }

    /// The width of the longest part without a place to break, and of the whole on as few lines as it asks for.
    pub(crate) fn natural_width(&mut self, pieces: &[Piece<'_>]) -> (f32, f32) {
        let mut draft = self.draft(pieces);
        draft.points.clear();
        let (mut longest, mut whole) = (0.0_f64, 0.0_f64);
        for section in sections(&draft.units) {
            let stops = self.stops(&draft, section);
            for pair in stops.windows(2) {
                if let [from, to] = pair {
                    longest = longest.max(to.end.since(from.start).width);
                }
            }
            whole = whole.max(stops.last().map_or(0.0, |stop| stop.end.width));
        }
        (rounded_up(longest), rounded_up(whole))
    }

    /// The fonts that [`Run::font`](crate::pdf::page::Run) counts in. Not all are used.
    pub(crate) fn fonts(&self) -> &[FontFace] {
        self.fonts.files()
    }

    /// The characters that no font has, drawn as the replacement character so far; each with the first owner it met.
    pub(crate) fn uncovered(&self) -> &BTreeMap<char, usize> {
        &self.uncovered
    }

    fn draft<'a>(&mut self, pieces: &'a [Piece<'a>]) -> Draft<'a> {
        let source = Source::new(pieces);
        let mut units = Itemiser::new(
            &mut self.fonts,
            &mut self.shaper,
            &mut self.uncovered,
            &source,
        )
        .units();
        swallow_openings(&mut units, &source);
        swallow_doubles(&mut units, &source, pieces);
        let points = hyphen::points(
            &source.text,
            |at| source.language(at),
            |at| source.is_raised(at),
        );
        Draft {
            source,
            units,
            points,
        }
    }

    fn stops(&mut self, draft: &Draft<'_>, section: Range<usize>) -> Vec<Stop> {
        let mut stops = Stops {
            fonts: &self.fonts,
            shaper: &mut self.shaper,
            source: &draft.source,
            units: &draft.units,
            points: &draft.points,
        };
        stops.of(section)
    }

    /// Leaves no stretch without a stop that is wider than a line: by hyphens where they are allowed, else by force.
    /// Ragged lines have no other hyphens.
    fn make_fit(&mut self, draft: &mut Draft<'_>, measure: &Measure, frame: Frame) {
        let width = frame.first.min(frame.rest);
        let points = std::mem::take(&mut draft.points);
        if measure.hyphenate {
            if frame.justified {
                draft.points = points;
            } else {
                let stretches = self.too_wide(draft, width);
                draft.points = points
                    .into_iter()
                    .filter(|at| inside(&stretches, *at))
                    .collect();
            }
        }
        let stretches = self.too_wide(draft, width);
        if stretches.is_empty() {
            return;
        }
        let mut shatter = Shatter {
            fonts: &self.fonts,
            shaper: &mut self.shaper,
            source: &draft.source,
            stretches: &stretches,
        };
        draft.units = shatter.units(std::mem::take(&mut draft.units));
    }

    fn too_wide(&mut self, draft: &Draft<'_>, width: f64) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        for section in sections(&draft.units) {
            too_wide(&self.stops(draft, section), width, &mut found);
        }
        found
    }

    /// The height of every line: the leading of the largest text, shared above and below its font's own line.
    fn strut(&mut self, pieces: &[Piece<'_>], leading: f32) -> Strut {
        let styles = pieces.iter().filter_map(|piece| match piece {
            Piece::Text(piece) if !piece.text.is_empty() => Some(piece.style),
            _ => None,
        });
        let Some(largest) =
            styles.reduce(|best, style| if style.size > best.size { style } else { best })
        else {
            return Strut::default();
        };
        let chain = self.fonts.chain(&largest);
        let face = self.fonts.face(self.fonts.first(chain));
        let (ascent, descent) = face.map_or((0.8, 0.2), |face| (face.ascent, face.descent));
        let half = (leading - ascent - descent) * 0.5;
        Strut {
            ascent: (ascent + half) * largest.size,
            descent: (descent + half) * largest.size,
        }
    }
}

/// Spaces with which a paragraph begins take no room, as those at the end of a line; those that the author will not have
/// broken are an indent.
fn swallow_openings(units: &mut [Unit], source: &Source<'_>) {
    for unit in units {
        let indents = source.text.get(unit.start..unit.end) == Some("\u{A0}");
        match unit.kind {
            Kind::Gap if !indents => unit.width = 0.0,
            Kind::Mark => {}
            _ => return,
        }
    }
}

/// Of the spaces in a row that stand in different pieces one takes room, as on a screen, and none that ends a superscript
/// before a sign: there publishers only indent their files.
fn swallow_doubles(units: &mut [Unit], source: &Source<'_>, pieces: &[Piece<'_>]) {
    let is_raised = |unit: &Unit| matches!(pieces.get(unit.piece), Some(Piece::Text(text)) if text.style.rise > 0.0);
    let text = |unit: &Unit| source.text.get(unit.start..unit.end).unwrap_or_default();
    let mut after_space = false;
    let mut raised = None;
    for index in 0..units.len() {
        let Some(unit) = units.get_mut(index) else {
            break;
        };
        let is_space = unit.kind == Kind::Gap && text(unit) == " ";
        if is_space && after_space {
            unit.width = 0.0;
        }
        let ends_script = raised
            .take()
            .filter(|_| text(unit).starts_with(['.', ',', ';', ':', ')']));
        after_space = is_space || after_space && unit.kind == Kind::Mark;
        if is_space && is_raised(unit) {
            raised = Some(index);
        }
        if let Some(space) = ends_script.and_then(|space| units.get_mut(space)) {
            space.width = 0.0;
        }
    }
}

/// The stretches of units between forced breaks.
fn sections(units: &[Unit]) -> Vec<Range<usize>> {
    let mut sections = Vec::new();
    let mut start = 0;
    for (index, unit) in units.iter().enumerate() {
        if index > 0 && unit.cut == Cut::Forced {
            sections.push(start..index);
            start = index;
        }
    }
    if start < units.len() {
        sections.push(start..units.len());
    }
    sections
}

/// The indent of the first line and of the others. A negative first one hangs out of the others' indent.
fn indents(measure: &Measure) -> (f32, f32) {
    let rest = measure.indent.max(0.0);
    let first = if measure.first < 0.0 {
        (rest + measure.first).max(0.0)
    } else {
        measure.first
    };
    (first, rest)
}

/// A measure that arithmetic can be done with.
fn sane(measure: &Measure) -> Measure {
    const WIDEST: f32 = 1e6;
    let finite = |value: f32, instead: f32| {
        if value.is_finite() {
            value.clamp(-WIDEST, WIDEST)
        } else {
            instead
        }
    };
    Measure {
        width: finite(measure.width, WIDEST).max(0.0),
        first: finite(measure.first, 0.0),
        indent: finite(measure.indent, 0.0),
        leading: finite(measure.leading, 1.2),
        ..*measure
    }
}

/// As a float that is not less: a column of this width must hold it.
#[expect(
    clippy::cast_possible_truncation,
    reason = "the difference is made good"
)]
fn rounded_up(width: f64) -> f32 {
    if width > 0.0 {
        width as f32 + 0.02
    } else {
        0.0
    }
}
