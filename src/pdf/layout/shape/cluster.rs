//! Shaped text: clusters of glyphs.

use harfrust::Buffer;

use crate::pdf::layout::font::{Face, Sign};

/// Shaped text: clusters from left to right, which cover it together. Lengths in design units.
#[derive(Debug, Default)]
pub(crate) struct Shape {
    /// The clusters.
    pub(crate) clusters: Vec<ShapedCluster>,
    /// The whole advance.
    pub(crate) advance: i64,
    /// Whether the font has all of it.
    pub(crate) complete: bool,
}

/// One cluster.
#[derive(Debug)]
pub(crate) struct ShapedCluster {
    /// First byte of its text.
    pub(crate) start: usize,
    /// The byte after its last.
    pub(crate) end: usize,
    /// Its glyphs, left to right; at least one.
    pub(crate) glyphs: Vec<ShapedGlyph>,
}

/// One glyph.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ShapedGlyph {
    /// Its index; never 0, which is the font's sign for "missing".
    pub(crate) id: u16,
    /// Shift to the right.
    pub(crate) dx: i32,
    /// Shift upwards.
    pub(crate) dy: i32,
    /// How far the pen moves.
    pub(crate) advance: i32,
}

impl Shape {
    /// A shape of one glyph that stands for `length` bytes.
    pub(crate) fn single(sign: Option<Sign>, length: usize) -> Self {
        let sign = sign.unwrap_or(Sign { id: 1, advance: 0 });
        Self::from_clusters(vec![ShapedCluster {
            start: 0,
            end: length,
            glyphs: vec![ShapedGlyph::plain(sign)],
        }])
    }

    /// A shape with one and the same glyph for each character.
    pub(crate) fn repeated(sign: Option<Sign>, text: &str) -> Self {
        let sign = sign.unwrap_or(Sign { id: 1, advance: 0 });
        let clusters = text.char_indices().map(|(start, c)| ShapedCluster {
            start,
            end: start + c.len_utf8(),
            glyphs: vec![ShapedGlyph::plain(sign)],
        });
        Self::from_clusters(clusters.collect())
    }

    /// The shape of another text that one glyph stands for, character by character, as in this one.
    pub(crate) fn same_for(&self, text: &str) -> Self {
        let glyph = self
            .clusters
            .first()
            .and_then(|cluster| cluster.glyphs.first());
        Self::repeated(
            glyph.map(|glyph| Sign {
                id: glyph.id,
                advance: glyph.advance,
            }),
            text,
        )
    }

    fn from_clusters(clusters: Vec<ShapedCluster>) -> Self {
        let advances = clusters
            .iter()
            .flat_map(|cluster| &cluster.glyphs)
            .map(|glyph| i64::from(glyph.advance));
        let advance = advances.sum();
        Self {
            clusters,
            advance,
            complete: true,
        }
    }

    /// Groups the buffer's glyphs by cluster; each reaches to where the next one in the text begins.
    /// What the shaper left in its buffer.
    pub(super) fn of(face: &Face, buffer: &Buffer, length: usize) -> Self {
        Self {
            complete: buffer.glyph_infos().iter().all(|info| info.glyph_id != 0),
            ..Self::gathered(face, buffer, length)
        }
    }

    fn gathered(face: &Face, buffer: &Buffer, length: usize) -> Self {
        let mut groups: Vec<(usize, Vec<ShapedGlyph>)> = Vec::new();
        for (info, position) in buffer.glyph_infos().iter().zip(buffer.glyph_positions()) {
            let glyph = ShapedGlyph {
                id: u16::try_from(info.glyph_id).unwrap_or(0),
                dx: position.x_offset,
                dy: position.y_offset,
                advance: position.x_advance,
            };
            let glyph = if glyph.id == 0 {
                glyph.replaced(face)
            } else {
                glyph
            };
            let start = usize::try_from(info.cluster).unwrap_or(0);
            match groups.last_mut() {
                Some((last, glyphs)) if *last == start => glyphs.push(glyph),
                _ => groups.push((start, vec![glyph])),
            }
        }
        let mut starts: Vec<usize> = groups.iter().map(|(start, _)| *start).collect();
        starts.sort_unstable();
        starts.dedup();
        if starts.len() != groups.len() || starts.first() != Some(&0) {
            return Self::whole(face, groups, length);
        }
        let clusters = groups.into_iter().map(|(start, glyphs)| {
            let next = starts.partition_point(|other| *other <= start);
            let end = starts.get(next).copied().unwrap_or(length);
            ShapedCluster { start, end, glyphs }
        });
        Self::from_clusters(clusters.collect())
    }

    /// One cluster for all: for glyphs that are in no order, or none.
    fn whole(face: &Face, groups: Vec<(usize, Vec<ShapedGlyph>)>, length: usize) -> Self {
        let glyphs: Vec<ShapedGlyph> = groups.into_iter().flat_map(|(_, glyphs)| glyphs).collect();
        if glyphs.is_empty() {
            return Self::single(
                face.space.map(|space| Sign {
                    advance: 0,
                    ..space
                }),
                length,
            );
        }
        Self::from_clusters(vec![ShapedCluster {
            start: 0,
            end: length,
            glyphs,
        }])
    }
}

impl ShapedGlyph {
    /// A glyph on its own.
    pub(crate) fn plain(sign: Sign) -> Self {
        Self {
            id: sign.id,
            dx: 0,
            dy: 0,
            advance: sign.advance,
        }
    }

    /// A "missing" glyph must never reach a page. The font was chosen for having all characters: this is the last guard.
    fn replaced(self, face: &Face) -> Self {
        face.replacement
            .or(face.space)
            .map_or(Self { id: 1, ..self }, Self::plain)
    }
}
