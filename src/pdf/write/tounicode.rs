//! Font dictionaries: our own maps from glyphs to text, the aliases, and descriptors that tell the truth.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use lopdf::{Dictionary, Object, ObjectId, Stream};

use super::fonts::{FontPlan, PlannedFont, resource_name};
use super::pass::{Pass, unexpected};
use crate::error::Result;

/// Most lines in one section of a map.
const SECTION: usize = 100;
/// Flags of a descriptor: glyphs outside the Latin set, slanted.
const SYMBOLIC: i64 = 1 << 2;
const ITALIC: i64 = 1 << 6;

/// Completes the dictionaries of all fonts.
pub(super) fn write(pass: &mut Pass<'_>, plan: &FontPlan) -> Result<()> {
    for (index, font) in plan.used() {
        let Ok(id) = pass
            .shared("Font")?
            .get(resource_name(index, 0).as_bytes())
            .and_then(Object::as_reference)
        else {
            // Planned and never painted: printpdf left it out.
            continue;
        };
        share_descendant(pass, id, font)?;
        let main = pass.dictionary(id)?.clone();
        for alias in 0..font.aliases() {
            let map = pass.document.add_object(Stream::new(
                Dictionary::new(),
                map(&font.map(alias)).into_bytes(),
            ));
            if alias == 0 {
                let old = pass
                    .dictionary(id)?
                    .get(b"ToUnicode")
                    .and_then(Object::as_reference);
                if let Ok(old) = old {
                    pass.document.objects.remove(&old);
                }
                pass.dictionary(id)?.set("ToUnicode", map);
            } else {
                let mut dictionary = main.clone();
                dictionary.set("ToUnicode", map);
                let dictionary = pass.document.add_object(dictionary);
                pass.shared("Font")?
                    .set(resource_name(index, alias), dictionary);
            }
        }
    }
    Ok(())
}

/// Makes the descendant an object of its own, with all widths, so that aliases share it.
fn share_descendant(pass: &mut Pass<'_>, id: ObjectId, font: &PlannedFont) -> Result<()> {
    let descendants = pass
        .dictionary(id)?
        .get_mut(b"DescendantFonts")
        .map_err(unexpected)?;
    let mut descendant = match descendants.as_array_mut().map_err(unexpected)?.first() {
        Some(Object::Dictionary(dictionary)) => dictionary.clone(),
        _ => return Ok(()),
    };
    descendant.set("W", widths(&font.widths));
    if let Ok(descriptor) = descendant
        .get(b"FontDescriptor")
        .and_then(Object::as_reference)
    {
        let descriptor = pass.dictionary(descriptor)?;
        descriptor.set("CapHeight", font.cap_height);
        descriptor.set(
            "Flags",
            if font.italic {
                SYMBOLIC | ITALIC
            } else {
                SYMBOLIC
            },
        );
    }
    let descendant = pass.document.add_object(descendant);
    pass.dictionary(id)?
        .set("DescendantFonts", vec![Object::from(descendant)]);
    Ok(())
}

/// Widths by glyph, neighbours together.
fn widths(widths: &BTreeMap<u16, i64>) -> Vec<Object> {
    let mut runs: Vec<(u16, Vec<Object>)> = Vec::new();
    for (&glyph, &width) in widths {
        match runs.last_mut() {
            Some((first, run)) if usize::from(glyph) == usize::from(*first) + run.len() => {
                run.push(width.into());
            }
            _ => runs.push((glyph, vec![width.into()])),
        }
    }
    runs.into_iter()
        .flat_map(|(first, run)| [i64::from(first).into(), run.into()])
        .collect()
}

/// A `ToUnicode` map.
fn map(texts: &BTreeMap<u16, &str>) -> String {
    let mut map = String::from(
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) \
         /Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\n\
         endcodespacerange\n",
    );
    let entries: Vec<(&u16, &&str)> = texts.iter().collect();
    for section in entries.chunks(SECTION) {
        let _ = writeln!(map, "{} beginbfchar", section.len());
        for (glyph, text) in section {
            let _ = write!(map, "<{glyph:04X}> <");
            for unit in text.encode_utf16() {
                let _ = write!(map, "{unit:04X}");
            }
            map.push_str(">\n");
        }
        map.push_str("endbfchar\n");
    }
    map.push_str("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    map
}
