//! Which glyph means which text, and the subset of each font.
//!
//! A font's `ToUnicode` map gives a glyph one text, its first one. The same glyph with another text (a no-break space,
//! a tab, the replacement character of a missing letter) comes from an *alias*: a second font dictionary over the same
//! subset, with a map of its own.

use std::collections::BTreeMap;

use printpdf::{FontId, ParsedFont, PdfFont};
use sha2::{Digest, Sha256};
use skrifa::MetadataProvider;
use skrifa::raw::TableProvider;
use subsetter::GlyphRemapper;

use crate::error::{Error, ErrorKind, Result};
use crate::pdf::page::{Cluster, FontFace, Item, Pages, Run};

/// How many texts a glyph may have before further ones need `ActualText`.
const ALIASES: usize = 12;
/// Longest text of a glyph in a `ToUnicode` map, in UTF-16 units.
const GLYPH_TEXT: usize = 64;
/// What the map says of a glyph that the line end made. Its marked content has an empty `ActualText`.
const LINE_END_HYPHEN: &str = "\u{AD}";
/// What the map says of a glyph whose text it must not say.
const UNSAYABLE: &str = "\u{FFFD}";

/// The fonts of the file.
pub(super) struct FontPlan {
    fonts: Vec<PlannedFont>,
}

/// One font with the glyphs in use.
#[derive(Default)]
pub(super) struct PlannedFont {
    glyphs: GlyphRemapper,
    /// The texts of each glyph, by its number in the whole font, in order of first use.
    texts: BTreeMap<u16, Vec<String>>,
    /// Widths in thousandths of the font size, by the glyph's number in the subset.
    pub(super) widths: BTreeMap<u16, i64>,
    /// Height of capitals, in thousandths.
    pub(super) cap_height: i64,
    /// Slanted.
    pub(super) italic: bool,
}

/// How a cluster is said.
pub(super) struct Said {
    /// The font dictionary: 0 for the font itself, else an alias.
    pub(super) alias: usize,
    /// The text that the glyphs cannot say.
    pub(super) actual: Option<String>,
}

impl FontPlan {
    /// Gives every glyph of the pages its texts.
    pub(super) fn of(pages: &Pages) -> Self {
        let mut plan = Self {
            fonts: pages.fonts.iter().map(|_| PlannedFont::default()).collect(),
        };
        plan.each_cluster(pages, |font, text, cluster| {
            for glyph in &cluster.glyphs {
                font.glyphs.remap(glyph.id);
            }
            if let [glyph] = cluster.glyphs.as_slice() {
                font.claim(glyph.id, said_text(text));
            }
        });
        plan.each_cluster(pages, |font, text, cluster| {
            let mut chars = text.chars();
            for glyph in &cluster.glyphs {
                let text = chars.next().map(String::from).filter(|t| sayable(t));
                font.texts
                    .entry(glyph.id)
                    .or_insert_with(|| vec![text.unwrap_or_else(|| UNSAYABLE.to_owned())]);
            }
        });
        plan
    }

    fn each_cluster(
        &mut self,
        pages: &Pages,
        mut see: impl FnMut(&mut PlannedFont, &str, &Cluster),
    ) {
        let items = pages
            .pages
            .iter()
            .flat_map(|p| &p.chunks)
            .flat_map(|c| &c.items);
        for item in items {
            let Item::Run(run) = item else { continue };
            let Some(font) = self.fonts.get_mut(run.font) else {
                continue;
            };
            for cluster in &run.clusters {
                see(font, cluster_text(run, cluster), cluster);
            }
        }
    }

    /// The planned fonts that are used, with their index.
    pub(super) fn used(&self) -> impl Iterator<Item = (usize, &PlannedFont)> {
        self.fonts
            .iter()
            .enumerate()
            .filter(|(_, font)| !font.texts.is_empty())
    }

    /// The font of that index.
    pub(super) fn font(&self, index: usize) -> Result<&PlannedFont> {
        self.fonts
            .get(index)
            .ok_or_else(|| Error::invalid(format!("a run names font {index}, which is not there")))
    }

    /// Subsets the fonts and gives them to printpdf under their resource names.
    pub(super) fn embed(
        &mut self,
        faces: &[FontFace],
        document: &mut printpdf::PdfDocument,
    ) -> Result<()> {
        for (index, (font, face)) in self.fonts.iter_mut().zip(faces).enumerate() {
            if !font.texts.is_empty() {
                let parsed = font.subset(face)?;
                document
                    .resources
                    .fonts
                    .map
                    .insert(FontId(resource_name(index, 0)), PdfFont::new(parsed));
            }
        }
        Ok(())
    }
}

impl PlannedFont {
    fn claim(&mut self, glyph: u16, text: &str) {
        let texts = self.texts.entry(glyph).or_default();
        if texts.len() < ALIASES && !texts.iter().any(|t| t == text) {
            texts.push(text.to_owned());
        }
    }

    /// How the cluster is said.
    pub(super) fn say(&self, text: &str, cluster: &Cluster) -> Said {
        let alias = match cluster.glyphs.as_slice() {
            [glyph] => self
                .texts
                .get(&glyph.id)
                .and_then(|texts| texts.iter().position(|t| t == said_text(text))),
            _ => None,
        };
        Said {
            alias: alias.unwrap_or(0),
            actual: (alias.is_none() || said_text(text) != text).then(|| text.to_owned()),
        }
    }

    /// The glyph's number in the subset.
    pub(super) fn glyph(&self, id: u16) -> u16 {
        self.glyphs.get(id).unwrap_or(0)
    }

    /// The glyph's width in thousandths of the font size, as the file states it.
    pub(super) fn width(&self, glyph: u16) -> i64 {
        self.widths.get(&glyph).copied().unwrap_or(0)
    }

    /// How many aliases there are, the font itself included.
    pub(super) fn aliases(&self) -> usize {
        self.texts.values().map(Vec::len).max().unwrap_or(0)
    }

    /// The glyphs of an alias, by their number in the subset, with their texts.
    pub(super) fn map(&self, alias: usize) -> BTreeMap<u16, &str> {
        self.texts
            .iter()
            .filter_map(|(&id, texts)| Some((self.glyph(id), texts.get(alias)?.as_str())))
            .collect()
    }

    fn subset(&mut self, face: &FontFace) -> Result<ParsedFont> {
        let unusable = |why: &str| {
            Error::new(ErrorKind::Resource {
                detail: format!("font {}: {why}", face.name),
            })
        };
        let subset = subsetter::subset(&face.data, face.index, &self.glyphs)
            .map_err(|e| unusable(&e.to_string()))?;
        let mut parsed = ParsedFont::from_bytes(&subset, 0, &mut Vec::new())
            .ok_or_else(|| unusable("its subset cannot be read"))?;
        let font = skrifa::FontRef::from_index(&face.data, face.index)
            .map_err(|e| unusable(&e.to_string()))?;
        parsed.font_name = Some(format!("{}+{}", subset_tag(&subset), safe_name(&face.name)));
        parsed.pdf_font_metrics.us_weight_class =
            font.os2().map_or(400, |table| table.us_weight_class());
        let unit = 1000.0 / f32::from(parsed.units_per_em.max(1));
        self.widths = parsed
            .glyph_widths
            .iter()
            .map(|(&glyph, &width)| (glyph, truncated(f32::from(width) * unit)))
            .collect();
        let metrics = font.metrics(
            skrifa::instance::Size::unscaled(),
            skrifa::instance::LocationRef::default(),
        );
        self.cap_height = truncated(metrics.cap_height.unwrap_or(metrics.ascent) * unit);
        self.italic = metrics.italic_angle != 0.0;
        Ok(parsed)
    }
}

/// The resource name of a font or of its alias.
pub(super) fn resource_name(index: usize, alias: usize) -> String {
    if alias == 0 {
        format!("T{index}")
    } else {
        format!("T{index}.{alias}")
    }
}

/// The text of a cluster.
pub(super) fn cluster_text<'a>(run: &'a Run, cluster: &Cluster) -> &'a str {
    let range = usize::try_from(cluster.start)
        .ok()
        .zip(usize::try_from(cluster.end).ok());
    range
        .and_then(|(start, end)| run.text.get(start..end))
        .unwrap_or_default()
}

/// The text under which a cluster's glyph stands in the map.
fn said_text(text: &str) -> &str {
    match text {
        "" => LINE_END_HYPHEN,
        _ if sayable(text) => text,
        _ => UNSAYABLE,
    }
}

/// True when a `ToUnicode` map may hold the text under PDF/A and PDF/UA.
fn sayable(text: &str) -> bool {
    !text.is_empty()
        && text.chars().map(char::len_utf16).sum::<usize>() <= GLYPH_TEXT
        && text.chars().all(|c| {
            !matches!(c, '\0' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}'
                | '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}')
        })
}

/// Six capitals from the bytes.
fn subset_tag(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .take(6)
        .map(|byte| char::from(b'A' + byte % 26))
        .collect()
}

/// A PostScript name without what PDF names dislike.
fn safe_name(name: &str) -> String {
    name.chars()
        .filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
        .take(60)
        .collect()
}

/// printpdf truncates widths to integers; kerns are computed against the same numbers.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a glyph is never 2^63 units wide"
)]
fn truncated(width: f32) -> i64 {
    width as i64
}
