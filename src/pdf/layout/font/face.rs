//! One face and what typesetting needs to know of it.

use std::sync::Arc;

use harfrust::font::Font;
use harfrust::font::attribute::{Style, Weight};
use skrifa::raw::TableProvider;
use skrifa::raw::types::{NameId, Tag};

use crate::pdf::layout::line::Family;
use crate::pdf::page::FontFace;

/// One face and the few facts of it that typesetting needs. Lengths are parts of an em.
#[derive(Clone)]
pub(crate) struct Face {
    /// The font as the shaper takes it.
    pub(crate) font: Font,
    pub(super) data: Arc<Vec<u8>>,
    index: u32,
    pub(super) name: String,
    /// None: the caller's.
    pub(super) family: Option<Family>,
    pub(super) bold: bool,
    pub(super) italic: bool,
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

impl Face {
    /// The face of a file.
    pub(super) fn read(data: &Arc<Vec<u8>>, index: u32) -> Option<Self> {
        let bytes: Arc<dyn AsRef<[u8]> + Send + Sync> = Arc::clone(data) as _;
        Self::of(&Font::new(bytes, index)?, Arc::clone(data), index)
    }

    /// The facts of a font; None when it has no characters of Unicode.
    pub(super) fn of(font: &Font, data: Arc<Vec<u8>>, index: u32) -> Option<Self> {
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
            name: postscript_name(font),
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
            small_caps: has_small_caps(font),
            font: font.clone(),
        };
        if face.name.is_empty() {
            face.name = format!("Font{index}");
        }
        Some(face)
    }

    /// The face as the writer takes it.
    pub(super) fn file(&self) -> FontFace {
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
