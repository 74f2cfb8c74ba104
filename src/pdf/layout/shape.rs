//! Shaping: text of one font, script, direction and language becomes clusters of glyphs in design units.

mod cluster;

use std::collections::HashMap;
use std::rc::Rc;

use harfrust::{
    Buffer, BufferFlags, Direction, Feature, Language, Script, ShapeOptions, ShapePlan, ShaperFont,
    Tag,
};

use crate::pdf::layout::font::{Face, Fonts};

pub(crate) use cluster::{Shape, ShapedCluster, ShapedGlyph};

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
