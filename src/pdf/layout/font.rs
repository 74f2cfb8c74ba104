//! The fonts: those that come with the crate, then the caller's; which of them draws a character.

mod character;
mod face;

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use harfrust::font::Font;

use crate::error::{Error, ErrorKind, Result};
use crate::pdf::layout::line::{Family, TextStyle};
use crate::pdf::page::FontFace;

pub(crate) use character::{is_ignorable, is_private};
pub(crate) use face::{Face, Sign};

use character::is_space;

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
                Font::new(data, 0).and_then(|font| Face::of(&font, Arc::default(), 0))
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
