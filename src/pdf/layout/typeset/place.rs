//! From two stops to a line: what stands in it, how wide its spaces are, in which order it is seen.

use std::rc::Rc;

use unicode_bidi::{BidiInfo, Level};

use crate::pdf::layout::font::{Fonts, Sign};
use crate::pdf::layout::line::{Align, BoxPiece, Line, LineItem, Measure, Piece, TextPiece};
use crate::pdf::layout::shape::{Shape, ShapedCluster, ShapedGlyph, Shaper};
use crate::pdf::layout::typeset::source::Source;
use crate::pdf::layout::typeset::stops::Stop;
use crate::pdf::layout::typeset::unit::{Kind, Unit, points};
use crate::pdf::page::{Cluster, Glyph, Run};

/// Places the lines of one paragraph.
pub(super) struct Placer<'t, 'a> {
    pub(super) fonts: &'t Fonts,
    pub(super) shaper: &'t mut Shaper,
    pub(super) source: &'t Source<'a>,
    pub(super) pieces: &'a [Piece<'a>],
    pub(super) units: &'t [Unit],
    pub(super) measure: &'t Measure,
    pub(super) strut: Strut,
}

/// The height and depth that every line has at least, half the leading included.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Strut {
    pub(super) ascent: f32,
    pub(super) descent: f32,
}

/// Which part of the paragraph a line is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part<'s> {
    pub(super) from: &'s Stop,
    pub(super) to: &'s Stop,
    /// How far the line is indented.
    pub(super) indent: f32,
    /// Whether the article ends the line here.
    pub(super) last: bool,
}

/// A unit, or a part of one, in a line.
struct Slice<'t> {
    unit: &'t Unit,
    start: usize,
    end: usize,
    shape: Rc<Shape>,
    level: Level,
    width: f32,
    swallowed: bool,
    hyphen: Option<Sign>,
    x: f32,
}

/// How high letters stand and how deep they hang, in em: only what passes these moves lines apart.
const LETTERS: (f32, f32) = (0.8, 0.22);

impl<'t> Placer<'t, '_> {
    /// One line.
    pub(super) fn line(&mut self, part: Part<'_>) -> Line {
        let mut slices = self.slices(part);
        swallow(&mut slices, self.source.base());
        if part.to.hyphen {
            self.hyphenate(&mut slices);
        }
        let room = (self.measure.width - part.indent).max(0.0);
        self.justify(&mut slices, room, part.last);
        self.order(&mut slices, room, part.indent);
        let mut line = Line {
            ascent: self.strut.ascent,
            descent: self.strut.descent,
            items: self.items(&slices),
            hyphenated: part.to.hyphen,
        };
        for slice in &slices {
            self.raise(&mut line, slice);
        }
        line
    }

    /// What stands between two stops, in the order of the text.
    fn slices(&mut self, part: Part<'_>) -> Vec<Slice<'t>> {
        let mut slices = Vec::new();
        for unit in self.units.iter().skip(part.from.unit) {
            let (start, end) = (unit.start.max(part.from.at), unit.end.min(part.to.at));
            if start >= end {
                break;
            }
            let whole = start == unit.start && end == unit.end;
            let shape = match self.source.text.get(start..end) {
                Some(text) if !whole => self.shaper.shape(self.fonts, unit.context, text),
                _ => Rc::clone(&unit.shape),
            };
            slices.push(Slice {
                unit,
                start,
                end,
                width: if whole {
                    unit.width
                } else {
                    points(shape.advance, unit.scale)
                },
                shape,
                level: unit.level,
                swallowed: false,
                hyphen: None,
                x: 0.0,
            });
        }
        slices
    }

    fn hyphenate(&self, slices: &mut [Slice<'_>]) {
        let Some(slice) = slices.last_mut() else {
            return;
        };
        slice.hyphen = self
            .fonts
            .face(slice.unit.context.font)
            .and_then(|face| face.hyphen);
        if let Some(sign) = slice.hyphen {
            slice.width += points(i64::from(sign.advance), slice.unit.scale);
        }
    }

    /// Stretches or shrinks the spaces, as far as they may.
    fn justify(&self, slices: &mut [Slice<'_>], room: f32, last: bool) {
        if self.measure.align != Align::Justified {
            return;
        }
        let natural: f32 = slices.iter().map(|slice| slice.width).sum();
        let slack = f64::from(room - natural);
        let gaps = || {
            slices
                .iter()
                .filter(|slice| !slice.swallowed)
                .map(|slice| slice.unit)
        };
        let stretch: f64 = gaps().map(Unit::stretch).sum();
        let shrink: f64 = gaps().map(Unit::shrink).sum();
        let ratio = match slack {
            slack if slack >= 0.0 && (last || slack > stretch) => return,
            slack if slack >= 0.0 => slack / stretch.max(f64::MIN_POSITIVE),
            slack => (slack / shrink.max(f64::MIN_POSITIVE)).max(-1.0),
        };
        for slice in slices.iter_mut().filter(|slice| !slice.swallowed) {
            let change = if ratio >= 0.0 {
                slice.unit.stretch()
            } else {
                slice.unit.shrink()
            };
            slice.width += single(ratio * change);
        }
    }

    /// Puts the slices in the order they are seen, and the line against its edge.
    fn order(&self, slices: &mut [Slice<'_>], room: f32, indent: f32) {
        let width: f32 = slices.iter().map(|slice| slice.width).sum();
        let rest = room - width;
        let rtl = self.source.rtl;
        let shift = match self.measure.align {
            Align::Center => rest * 0.5,
            Align::End if !rtl => rest,
            Align::Justified | Align::Start if rtl => rest,
            _ => 0.0,
        };
        let mut x = if rtl { shift } else { indent + shift };
        let levels: Vec<Level> = slices.iter().map(|slice| slice.level).collect();
        for at in BidiInfo::reorder_visual(&levels) {
            if let Some(slice) = slices.get_mut(at) {
                slice.x = x;
                x += slice.width;
            }
        }
    }

    /// The runs and boxes, in the order of the text.
    fn items(&self, slices: &[Slice<'_>]) -> Vec<LineItem> {
        let alike = |a: &Slice<'_>, b: &Slice<'_>| {
            let key = |slice: &Slice<'_>| (slice.unit.piece, slice.unit.context.font, slice.level);
            key(a) == key(b) && a.unit.scale.total_cmp(&b.unit.scale).is_eq()
        };
        let mut items = Vec::new();
        for group in slices.chunk_by(alike) {
            let Some(first) = group.first() else { continue };
            match self.pieces.get(first.unit.piece) {
                Some(Piece::Text(piece)) => items.push(self.run(group, piece)),
                Some(Piece::Box(piece)) => items.push(LineItem::Box {
                    owner: piece.owner,
                    x: first.x,
                    width: first.width,
                }),
                Some(Piece::Break) | None => {}
            }
        }
        items
    }

    /// Neighbours of one look as one run.
    fn run(&self, group: &[Slice<'_>], piece: &TextPiece<'_>) -> LineItem {
        let mut text = String::new();
        let mut parts: Vec<Vec<Cluster>> = Vec::with_capacity(group.len());
        for slice in group {
            let base = text.len();
            let part = self.source.text.get(slice.start..slice.end).unwrap_or("");
            text.push_str(part);
            parts.push(slice.clusters(base, part));
        }
        let first = group.first();
        if first.is_some_and(|slice| slice.level.is_rtl()) {
            parts.reverse();
        }
        let run = Run {
            font: first.map_or(0, |slice| slice.unit.context.font),
            size: first.map_or(piece.style.size, |slice| slice.unit.size),
            color: piece.style.color,
            x: group
                .iter()
                .map(|slice| slice.x)
                .fold(f32::INFINITY, f32::min),
            y: -piece.style.rise,
            text,
            clusters: parts.into_iter().flatten().collect(),
        };
        LineItem::Run {
            owner: piece.owner,
            run,
            width: group.iter().map(|slice| slice.width).sum(),
        }
    }

    /// Makes room for what is taller than the line.
    fn raise(&self, line: &mut Line, slice: &Slice<'_>) {
        let (ascent, descent) = match self.pieces.get(slice.unit.piece) {
            Some(Piece::Box(BoxPiece {
                ascent, descent, ..
            })) => (*ascent, *descent),
            Some(Piece::Text(piece)) if !slice.unit.is_blank() => {
                let (size, rise) = (piece.style.size, piece.style.rise);
                (LETTERS.0 * size + rise, LETTERS.1 * size - rise)
            }
            _ => return,
        };
        line.ascent = line.ascent.max(ascent);
        line.descent = line.descent.max(descent);
    }
}

impl Slice<'_> {
    /// The clusters; their text begins at `base` in the run's.
    fn clusters(&self, base: usize, text: &str) -> Vec<Cluster> {
        let scale = self.unit.scale;
        let mut clusters: Vec<Cluster> = self
            .shape
            .clusters
            .iter()
            .map(|cluster| placed(cluster, base, scale))
            .collect();
        if matches!(self.unit.kind, Kind::Gap | Kind::Space) {
            let glyphs = clusters.iter_mut().flat_map(|cluster| &mut cluster.glyphs);
            // A space is one glyph; it is as wide as the line made it.
            glyphs.for_each(|glyph| glyph.advance = self.width);
        }
        if let Some(sign) = self.hyphen {
            self.add_hyphen(
                &mut clusters,
                base + text.len(),
                text.ends_with('\u{AD}'),
                scaled(&ShapedGlyph::plain(sign), scale),
            );
        }
        clusters
    }

    /// A hyphen at the end: the author's soft hyphen made visible, or a glyph without text.
    fn add_hyphen(&self, clusters: &mut Vec<Cluster>, end: usize, authored: bool, hyphen: Glyph) {
        let rtl = self.level.is_rtl();
        let end = offset(end);
        let soft = clusters
            .iter_mut()
            .find(|cluster| authored && cluster.end == end);
        match soft {
            Some(cluster) if cluster.end - cluster.start == 2 => cluster.glyphs = vec![hyphen],
            Some(cluster) if rtl => cluster.glyphs.insert(0, hyphen),
            Some(cluster) => cluster.glyphs.push(hyphen),
            None => {
                let at = if rtl { 0 } else { clusters.len() };
                let cluster = Cluster {
                    start: end,
                    end,
                    glyphs: vec![hyphen],
                };
                clusters.insert(at, cluster);
            }
        }
    }
}

/// Spaces at the end of a line take no room and stand at its end, whatever their level (rule L1 of UAX #9).
fn swallow(slices: &mut [Slice<'_>], base: Level) {
    for slice in slices
        .iter_mut()
        .rev()
        .take_while(|slice| slice.unit.is_blank())
    {
        slice.width = 0.0;
        slice.level = base;
        slice.swallowed = true;
    }
}

fn placed(cluster: &ShapedCluster, base: usize, scale: f32) -> Cluster {
    Cluster {
        start: offset(base + cluster.start),
        end: offset(base + cluster.end),
        glyphs: cluster
            .glyphs
            .iter()
            .map(|glyph| scaled(glyph, scale))
            .collect(),
    }
}

fn scaled(glyph: &ShapedGlyph, scale: f32) -> Glyph {
    Glyph {
        id: glyph.id,
        dx: points(i64::from(glyph.dx), scale),
        dy: points(i64::from(glyph.dy), scale),
        advance: points(i64::from(glyph.advance), scale),
    }
}

/// A line's text is far shorter than four gigabytes.
fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a page's lengths need no more than a float"
)]
fn single(value: f64) -> f32 {
    value as f32
}
