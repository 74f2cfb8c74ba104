//! Shaping: text of one font, script, direction and language becomes clusters of glyphs in design units.

use std::collections::HashMap;
use std::rc::Rc;

use harfrust::{
    Buffer, BufferFlags, Direction, Feature, Language, Script, ShapeOptions, ShapePlan, ShaperFont,
    Tag,
};

use crate::pdf::layout::font::{Face, Fonts, Sign};

/// The shaper with its memory of words.
pub(crate) struct Shaper {
    contexts: Vec<Prepared>,
    numbers: HashMap<Context, usize>,
    languages: Vec<(String, Option<Language>)>,
    buffer: Buffer,
    remembered: usize,
}

/// What besides the text decides the glyphs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Context {
    /// The font.
    pub(crate) font: usize,
    /// The script, when one is known.
    pub(crate) script: Option<Script>,
    /// From right to left.
    pub(crate) rtl: bool,
    /// A number that [`Shaper::language`] gave.
    pub(crate) language: Option<usize>,
    /// How lower case is drawn.
    pub(crate) caps: Caps,
}

/// How lower case is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Caps {
    /// As it is.
    Plain,
    /// By the font's own small capitals.
    Feature,
    /// As capitals (which the caller reduces).
    Raised,
}

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

struct Prepared {
    context: Context,
    features: Vec<Feature>,
    plan: ShapePlan,
    words: HashMap<Box<str>, Rc<Shape>>,
}

/// Longer words are not remembered.
const LONGEST_REMEMBERED: usize = 64;
/// When so many words are remembered, all are forgotten.
const MOST_REMEMBERED: usize = 200_000;
/// Languages beyond these are shaped without their own forms: each costs a plan a font.
const MOST_LANGUAGES: usize = 64;

impl Shaper {
    /// An empty memory.
    pub(crate) fn new() -> Self {
        Self {
            contexts: Vec::new(),
            numbers: HashMap::new(),
            languages: Vec::new(),
            buffer: Buffer::new(),
            remembered: 0,
        }
    }

    /// The number of a language tag.
    pub(crate) fn language(&mut self, tag: Option<&str>) -> Option<usize> {
        let tag = tag?;
        if let Some(at) = self.languages.iter().position(|(known, _)| known == tag) {
            return Some(at);
        }
        if self.languages.len() >= MOST_LANGUAGES {
            return None;
        }
        self.languages.push((tag.to_owned(), Language::new(tag)));
        Some(self.languages.len() - 1)
    }

    /// The glyphs of a text.
    pub(crate) fn shape(&mut self, fonts: &Fonts, context: Context, text: &str) -> Rc<Shape> {
        let Some(face) = fonts.face(context.font) else {
            return Rc::default();
        };
        let number = self.prepare(face, context);
        let Some(prepared) = self.contexts.get(number) else {
            return Rc::default();
        };
        if let Some(known) = prepared.words.get(text) {
            return Rc::clone(known);
        }
        let language = context
            .language
            .and_then(|at| self.languages.get(at))
            .and_then(|(_, language)| language.clone());
        let shape = Rc::new(prepared.shape(face, &mut self.buffer, language, text));
        self.remember(number, text, &shape);
        shape
    }

    fn prepare(&mut self, face: &Face, context: Context) -> usize {
        if let Some(at) = self.numbers.get(&context) {
            return *at;
        }
        let features = match context.caps {
            Caps::Feature => vec![Feature::new(Tag::new(b"smcp"), 1, ..)],
            Caps::Plain | Caps::Raised => Vec::new(),
        };
        let language = context
            .language
            .and_then(|at| self.languages.get(at))
            .and_then(|(_, language)| language.as_ref());
        let plan = ShapePlan::new(
            &face.font,
            direction(context),
            context.script,
            language,
            &features,
        );
        self.contexts.push(Prepared {
            context,
            features,
            plan,
            words: HashMap::new(),
        });
        self.numbers.insert(context, self.contexts.len() - 1);
        self.contexts.len() - 1
    }

    fn remember(&mut self, number: usize, text: &str, shape: &Rc<Shape>) {
        if text.len() > LONGEST_REMEMBERED {
            return;
        }
        if self.remembered >= MOST_REMEMBERED {
            self.contexts
                .iter_mut()
                .for_each(|prepared| prepared.words.clear());
            self.remembered = 0;
        }
        if let Some(prepared) = self.contexts.get_mut(number) {
            prepared.words.insert(text.into(), Rc::clone(shape));
            self.remembered += 1;
        }
    }
}

impl std::fmt::Debug for Shaper {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Shaper")
            .field("remembered", &self.remembered)
            .finish_non_exhaustive()
    }
}

impl Prepared {
    fn shape(
        &self,
        face: &Face,
        buffer: &mut Buffer,
        language: Option<Language>,
        text: &str,
    ) -> Shape {
        buffer.reset();
        for (at, c) in text.char_indices() {
            let c = if self.context.caps == Caps::Raised {
                raised(c)
            } else {
                c
            };
            buffer.push(u32::from(c), u32::try_from(at).unwrap_or(u32::MAX));
        }
        buffer.set_direction(direction(self.context));
        buffer.set_script(self.context.script);
        buffer.set_language(language);
        buffer.set_flags(BufferFlags::DO_NOT_INSERT_DOTTED_CIRCLE);
        let options = ShapeOptions::new()
            .plan(Some(&self.plan))
            .features(&self.features);
        // A plan made for this context fits its buffer; an empty result is made whole below.
        if harfrust::shape(&ShaperFont::new(&face.font), buffer, options).is_err() {
            buffer.clear();
        }
        Shape::of(face, buffer, text.len())
    }
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
    fn of(face: &Face, buffer: &Buffer, length: usize) -> Self {
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

/// The capital of a letter that has one; itself otherwise.
pub(crate) fn raised(c: char) -> char {
    let mut upper = c.to_uppercase();
    match (upper.next(), upper.next()) {
        (Some(upper), None) => upper,
        _ => c,
    }
}

fn direction(context: Context) -> Direction {
    if context.rtl {
        Direction::RightToLeft
    } else {
        Direction::LeftToRight
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shaped(text: &str, caps: Caps) -> Rc<Shape> {
        let fonts = Fonts::new(&[]).unwrap();
        let context = Context {
            font: 0,
            script: Some(Script::LATIN),
            rtl: false,
            language: None,
            caps,
        };
        Shaper::new().shape(&fonts, context, text)
    }

    fn ranges(shape: &Shape) -> Vec<(usize, usize)> {
        shape
            .clusters
            .iter()
            .map(|cluster| (cluster.start, cluster.end))
            .collect()
    }

    #[test]
    fn a_ligature_is_one_cluster() {
        assert_eq!(
            ranges(&shaped("office", Caps::Plain)),
            [(0, 1), (1, 4), (4, 5), (5, 6)]
        );
    }

    #[test]
    fn letters_are_kerned() {
        let apart = shaped("A", Caps::Plain).advance + shaped("V", Caps::Plain).advance;
        assert!(shaped("AV", Caps::Plain).advance < apart);
    }

    #[test]
    fn small_capitals_are_other_glyphs_of_the_same_text() {
        let plain = shaped("abc", Caps::Plain);
        let small = shaped("abc", Caps::Feature);
        assert_eq!(ranges(&plain), ranges(&small));
        assert_ne!(
            plain.clusters[0].glyphs[0].id,
            small.clusters[0].glyphs[0].id
        );
    }

    #[test]
    fn no_glyph_is_the_missing_one() {
        for text in [
            "\u{200D}\u{FE0F}",
            "a\u{AD}b",
            "\u{E000}\u{627}",
            "e\u{301}\u{323}\u{20DD}",
        ] {
            let shape = shaped(text, Caps::Plain);
            assert!(
                shape
                    .clusters
                    .iter()
                    .flat_map(|cluster| &cluster.glyphs)
                    .all(|glyph| glyph.id != 0)
            );
            let mut covered: Vec<_> = ranges(&shape);
            covered.sort_unstable();
            assert_eq!(covered.first().unwrap().0, 0);
            assert_eq!(covered.last().unwrap().1, text.len());
            assert!(covered.windows(2).all(|pair| pair[0].1 == pair[1].0));
        }
    }
}
