//! The fonts: those that come with the crate, then the caller's; which of them draws a character.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use harfrust::font::{Font, attribute::Style, attribute::Weight};
use skrifa::raw::TableProvider;
use skrifa::raw::types::{NameId, Tag};

use crate::error::{Error, ErrorKind, Result};
use crate::pdf::layout::line::{Family, TextStyle};
use crate::pdf::page::FontFace;

/// All fonts, bundled ones first. A font's index here is what [`Run::font`](crate::pdf::page::Run) refers to.
#[derive(Debug)]
pub(crate) struct Fonts {
    faces: Vec<Face>,
    files: Vec<FontFace>,
    /// The order in which faces are asked for a character, one list a [`Key`].
    chains: Vec<(Key, Vec<usize>)>,
    known: HashMap<(usize, char), Option<usize>>,
}

/// What of a style decides the font.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Key {
    family: Family,
    bold: bool,
    italic: bool,
}

/// One face and the few facts of it that typesetting needs. Lengths are parts of an em.
#[derive(Clone)]
pub(crate) struct Face {
    /// The font as the shaper takes it.
    pub(crate) font: Font,
    data: Arc<Vec<u8>>,
    index: u32,
    name: String,
    /// None: the caller's.
    family: Option<Family>,
    bold: bool,
    italic: bool,
    /// Design units in an em.
    pub(crate) units: f32,
    /// Height of the face's line above the baseline.
    pub(crate) ascent: f32,
    /// Its depth below.
    pub(crate) descent: f32,
    /// The space.
    pub(crate) space: Option<Sign>,
    /// The hyphen that a line end makes.
    pub(crate) hyphen: Option<Sign>,
    /// What stands for a character that no font has.
    pub(crate) replacement: Option<Sign>,
    /// Whether the face draws small capitals itself.
    pub(crate) small_caps: bool,
}

/// A glyph and its advance in design units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sign {
    /// Its index.
    pub(crate) id: u16,
    /// Its advance.
    pub(crate) advance: i32,
}

impl Fonts {
    /// The bundled fonts and the caller's.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Resource`] for bytes that are no font, or one without Unicode characters.
    pub(crate) fn new(caller: &[Arc<Vec<u8>>]) -> Result<Self> {
        let mut faces = bundled().to_vec();
        if faces.len() < BUNDLED.len() {
            return Err(unusable("a bundled font is missing".to_owned()));
        }
        for (number, data) in caller.iter().enumerate() {
            let found: Vec<Face> = (0..MOST_IN_COLLECTION)
                .map_while(|index| Face::read(data, index))
                .collect();
            if found.is_empty() {
                return Err(unusable(format!(
                    "font {} of those given is no font",
                    number + 1
                )));
            }
            faces.extend(found);
        }
        let files = faces.iter().map(Face::file).collect();
        Ok(Self {
            faces,
            files,
            chains: Vec::new(),
            known: HashMap::new(),
        })
    }

    /// The font files, in the order that indices refer to.
    pub(crate) fn files(&self) -> &[FontFace] {
        &self.files
    }

    /// The face of an index.
    pub(crate) fn face(&self, index: usize) -> Option<&Face> {
        self.faces.get(index)
    }

    /// The list of faces for a style, by its number.
    pub(crate) fn chain(&mut self, style: &TextStyle) -> usize {
        let key = Key {
            family: style.family,
            bold: style.bold,
            italic: style.italic,
        };
        if let Some(at) = self.chains.iter().position(|(known, _)| *known == key) {
            return at;
        }
        let order = self.order(key);
        self.chains.push((key, order));
        self.chains.len() - 1
    }

    /// The face that a list begins with: the one of the style's own family.
    pub(crate) fn first(&self, chain: usize) -> usize {
        self.faces_of(chain).first().copied().unwrap_or(0)
    }

    /// The faces of a list, the preferred one first.
    pub(crate) fn faces_of(&self, chain: usize) -> &[usize] {
        self.chains.get(chain).map_or(&[], |(_, order)| order)
    }

    /// The first face of a list that has a character.
    pub(crate) fn covering(&mut self, chain: usize, c: char) -> Option<usize> {
        if let Some(known) = self.known.get(&(chain, c)) {
            return *known;
        }
        let found = self
            .faces_of(chain)
            .iter()
            .copied()
            .find(|at| self.has(*at, c));
        self.known.insert((chain, c), found);
        found
    }

    /// Whether a face can draw a character. The shaper makes spaces of the plain space, and drops the invisible.
    pub(crate) fn has(&self, face: usize, c: char) -> bool {
        self.face(face).is_some_and(|face| {
            if is_private(c) && face.family.is_some() {
                return false;
            }
            is_ignorable(c)
                || face.font.charmap().map_unicode(c).is_some()
                || (is_space(c) && face.space.is_some())
        })
    }

    /// The first face of a list that has the replacement character.
    pub(crate) fn replacing(&self, chain: usize) -> usize {
        let mut order = self.faces_of(chain).iter().copied();
        order
            .find(|at| {
                self.face(*at)
                    .is_some_and(|face| face.replacement.is_some())
            })
            .unwrap_or_else(|| self.first(chain))
    }

    /// The family's own face, the caller's fonts, the other bundled families; the nearest face of each first.
    fn order(&self, key: Key) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.faces.len()).collect();
        order.sort_by_key(|at| {
            self.faces.get(*at).map(|face| {
                let group = match face.family {
                    Some(family) if family == key.family => (0, None),
                    // A caller who gives a font for a script means it: a bundled one that happens to have it comes later.
                    None => (1, None),
                    other => (2, other),
                };
                let distance =
                    u8::from(face.italic != key.italic) * 2 + u8::from(face.bold != key.bold);
                (group, distance)
            })
        });
        order
    }
}

/// More fonts than this in one collection are not looked at.
const MOST_IN_COLLECTION: u32 = 64;

/// The bundled faces by their PostScript names.
const BUNDLED: [(&str, Family); 9] = [
    ("LibertinusSerif-Regular", Family::Serif),
    ("LibertinusSerif-Bold", Family::Serif),
    ("LibertinusSerif-Italic", Family::Serif),
    ("LibertinusSerif-BoldItalic", Family::Serif),
    ("DejaVuSansMono", Family::Mono),
    ("DejaVuSansMono-Bold", Family::Mono),
    ("DejaVuSansMono-Oblique", Family::Mono),
    ("DejaVuSansMono-BoldOblique", Family::Mono),
    ("NewCMMath-Regular", Family::Math),
];

/// Read once in a process: the bytes are part of the program.
fn bundled() -> &'static [Face] {
    static FACES: OnceLock<Vec<Face>> = OnceLock::new();
    FACES.get_or_init(|| {
        let mut found: Vec<(usize, Face)> = Vec::new();
        for data in typst_assets::fonts() {
            let Some(mut face) =
                Font::new(data, 0).and_then(|font| Face::of(font, Arc::default(), 0))
            else {
                continue;
            };
            let named = |(name, _): &(&str, Family)| *name == face.name;
            if let Some((at, (_, family))) =
                BUNDLED.iter().enumerate().find(|(_, entry)| named(entry))
            {
                face.family = Some(*family);
                face.data = Arc::new(data.to_vec());
                found.push((at, face));
            }
        }
        found.sort_by_key(|(at, _)| *at);
        found.into_iter().map(|(_, face)| face).collect()
    })
}

fn unusable(detail: String) -> Error {
    Error::new(ErrorKind::Resource { detail })
}

impl Face {
    fn read(data: &Arc<Vec<u8>>, index: u32) -> Option<Self> {
        let bytes: Arc<dyn AsRef<[u8]> + Send + Sync> = Arc::clone(data) as _;
        Self::of(Font::new(bytes, index)?, Arc::clone(data), index)
    }

    fn of(font: Font, data: Arc<Vec<u8>>, index: u32) -> Option<Self> {
        let charmap = font.charmap();
        if !charmap.has_unicode() || font.num_glyphs() == 0 {
            return None;
        }
        let metrics = font.glyph_metrics();
        let sign = |c: char| {
            let id = charmap.map_unicode(c)?;
            let advance = metrics.h_advance_exact(id).to_i32();
            let id = u16::try_from(id.to_u32()).ok().filter(|id| *id != 0)?;
            Some(Sign { id, advance })
        };
        let attributes = font.default_attributes();
        let units = f32::from(font.units_per_em().max(1));
        let line = font.metrics().hhea_line;
        let (ascent, descent) = line.map_or((0.8, 0.2), |line| {
            (
                line.ascender.to_f32() / units,
                -line.descender.to_f32() / units,
            )
        });
        let mut face = Self {
            data,
            index,
            name: postscript_name(&font),
            family: None,
            bold: attributes.weight.value() >= Weight::SEMI_BOLD.value(),
            italic: attributes.style != Style::Normal,
            units,
            // The math font's line is as tall as its tallest sign: no measure for text.
            ascent: ascent.clamp(0.5, 1.0),
            descent: descent.clamp(0.1, 0.35),
            space: sign(' '),
            hyphen: sign('-').or_else(|| sign('\u{2010}')),
            replacement: sign('\u{FFFD}'),
            small_caps: has_small_caps(&font),
            font: font.clone(),
        };
        if face.name.is_empty() {
            face.name = format!("Font{index}");
        }
        Some(face)
    }

    fn file(&self) -> FontFace {
        FontFace {
            data: Arc::clone(&self.data),
            index: self.index,
            name: self.name.clone(),
        }
    }
}

impl std::fmt::Debug for Face {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Face")
            .field("name", &self.name)
            .finish_non_exhaustive()
    }
}

fn postscript_name(font: &Font) -> String {
    let names = font.names();
    let name = names
        .get(NameId::POSTSCRIPT_NAME)
        .and_then(|name| name.english_or_first());
    let Some(name) = name else {
        return String::new();
    };
    name.name()
        .chars()
        .filter(char::is_ascii_graphic)
        .take(63)
        .collect()
}

fn has_small_caps(font: &Font) -> bool {
    let Ok(gsub) = font.tables().gsub() else {
        return false;
    };
    let wanted = Tag::new(b"smcp");
    gsub.feature_list().is_ok_and(|list| {
        list.feature_records()
            .iter()
            .any(|record| record.feature_tag() == wanted)
    })
}

/// Whether the shaper draws nothing for a character, whatever the font has (`Default_Ignorable_Code_Point`).
pub(crate) fn is_ignorable(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}'..='\u{1160}' | '\u{17B4}'..='\u{17B5}'
        | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
        | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFF8}'
        | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
}

/// Whether a character means something between the author and the author's font only: no bundled font may draw it.
pub(crate) fn is_private(c: char) -> bool {
    matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{FFFFD}' | '\u{100000}'..='\u{10FFFD}')
}

/// The spaces that the shaper makes of the plain space.
fn is_space(c: char) -> bool {
    matches!(
        c,
        '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const STYLE: TextStyle = TextStyle {
        family: Family::Serif,
        bold: false,
        italic: false,
        small_caps: false,
        size: 10.0,
        rise: 0.0,
        color: [0.0; 3],
    };

    #[test]
    fn the_bundled_fonts_are_found_by_name_and_have_what_lines_need() {
        let fonts = Fonts::new(&[]).unwrap();
        let names: Vec<&str> = fonts
            .files()
            .iter()
            .map(|file| file.name.as_str())
            .collect();
        assert_eq!(names, BUNDLED.map(|(name, _)| name));
        for face in &fonts.faces {
            assert!(face.space.is_some() && face.hyphen.is_some(), "{face:?}");
        }
    }

    #[test]
    fn every_style_begins_with_its_own_face_and_every_list_can_replace() {
        let mut fonts = Fonts::new(&[]).unwrap();
        for (family, bold, italic, name) in [
            (Family::Serif, false, false, "LibertinusSerif-Regular"),
            (Family::Serif, true, false, "LibertinusSerif-Bold"),
            (Family::Serif, false, true, "LibertinusSerif-Italic"),
            (Family::Serif, true, true, "LibertinusSerif-BoldItalic"),
            (Family::Mono, true, true, "DejaVuSansMono-BoldOblique"),
            (Family::Math, true, false, "NewCMMath-Regular"),
        ] {
            let chain = fonts.chain(&TextStyle {
                family,
                bold,
                italic,
                ..STYLE
            });
            assert_eq!(fonts.face(fonts.first(chain)).unwrap().name, name);
            let replacing = fonts.replacing(chain);
            assert!(fonts.face(replacing).unwrap().replacement.is_some());
        }
    }

    #[test]
    fn bytes_that_are_no_font_are_refused() {
        let error = Fonts::new(&[Arc::new(b"no font".to_vec())]).unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Resource { .. }));
    }

    #[test]
    fn the_callers_font_comes_before_other_bundled_families() {
        let mono = bundled()
            .iter()
            .find(|face| face.name == "DejaVuSansMono")
            .unwrap();
        let mut fonts = Fonts::new(&[Arc::clone(&mono.data)]).unwrap();
        let chain = fonts.chain(&STYLE);
        assert_eq!(fonts.covering(chain, 'a'), Some(0));
        assert_eq!(fonts.covering(chain, '\u{627}'), Some(BUNDLED.len()));
        assert_eq!(fonts.covering(chain, '\u{F8FF0}'), None);
    }
}
