//! Layout: the shown article, fonts and a theme become pages. No PDF type in it.
//!
//! Four steps, each of which knows nothing of the next. [`style`]: planned tags and a theme → blocks. [`galley`]: blocks at
//! a width → rows that no break divides. [`pages`]: rows → pages, by heights and bindings alone. [`finish`]: what has been
//! painted → the kids of the tags, links, places, outline. The tags never depend on where something is painted.

mod block;
mod columns;
mod finish;
pub(super) mod font;
mod furniture;
mod galley;
pub(super) mod hyphen;
mod images;
mod inline;
mod items;
mod labels;
pub(super) mod line;
mod links;
mod looks;
mod pages;
mod paint;
mod paragraphs;
mod rest;
pub(super) mod shape;
mod style;
mod table;
mod tables;
#[cfg(test)]
mod tests;
pub(super) mod typeset;

use std::collections::BTreeMap;
use std::sync::Arc;

use self::galley::Galley;
use self::images::Images;
use self::line::{Line, Measure, Piece};
use self::typeset::Typesetter;
use super::page::{FontFace, Pages};
use super::tags;
use super::theme::Theme;
use crate::error::Result;
use crate::facts::Facts;
use crate::limits::Limits;
use crate::model::source::Source;
use crate::present::{self, Shown};
use crate::report::{Effect, Finding, Report, Stage};
use crate::resources::Resources;

/// The owner of what belongs to no tag.
const NOBODY: usize = usize::MAX;

/// What layout needs beside the article.
pub(crate) struct LayoutOptions<'a> {
    /// How pages look.
    pub(crate) theme: &'a Theme,
    /// The caller's fonts, whole files, for what the bundled ones lack.
    pub(crate) fonts: &'a [Arc<Vec<u8>>],
    /// Where images come from.
    pub(crate) resources: &'a dyn Resources,
    /// How large images may be.
    pub(crate) limits: &'a Limits,
    /// What the running head says.
    pub(crate) facts: &'a Facts,
    /// How the article was spelled: carried on the root.
    pub(crate) source: &'a Source,
}

/// The pages of an article and its tags.
///
/// # Errors
/// A caller's font that is none, a resource that is there and cannot be had.
pub(crate) fn lay_out<'s>(
    shown: &'s Shown<'s>,
    options: &LayoutOptions<'_>,
    report: &mut Report,
) -> Result<Pages> {
    let mut setter = Typesetter::new(options.fonts)?;
    set(shown, options, &mut setter, report)
}

/// Line breaking, as far as layout asks for it.
pub(crate) trait Typeset {
    /// The lines of a paragraph.
    fn paragraph(&mut self, pieces: &[Piece<'_>], measure: &Measure) -> Vec<Line>;
    /// The longest part without a place to break, and the whole.
    fn natural_width(&mut self, pieces: &[Piece<'_>]) -> (f32, f32);
    /// The fonts that runs count in.
    fn fonts(&self) -> &[FontFace];
    /// The characters that no font has.
    fn uncovered(&self) -> &BTreeMap<char, usize>;
}

impl Typeset for Typesetter {
    fn paragraph(&mut self, pieces: &[Piece<'_>], measure: &Measure) -> Vec<Line> {
        self.paragraph(pieces, measure)
    }

    fn natural_width(&mut self, pieces: &[Piece<'_>]) -> (f32, f32) {
        self.natural_width(pieces)
    }

    fn fonts(&self) -> &[FontFace] {
        self.fonts()
    }

    fn uncovered(&self) -> &BTreeMap<char, usize> {
        self.uncovered()
    }
}

fn set<'s>(
    shown: &'s Shown<'s>,
    options: &LayoutOptions<'_>,
    setter: &mut impl Typeset,
    report: &mut Report,
) -> Result<Pages> {
    let plan = tags::plan(shown, options.source);
    let theme = options.theme;
    // JATS declares English where an article names no language. It decides hyphens and nothing that is written.
    let lang = options.facts.lang.as_deref().or(Some("en"));
    let images = Images::new(options.resources, options.limits);
    let (blocks, images) = style::style(&plan, theme, lang, images);
    let images = images.finish(report)?;
    let mut galley = Galley {
        setter: &mut *setter,
        theme,
        missing: present::words(shown.element).image_missing,
        heads: Vec::new(),
        notes: Vec::new(),
    };
    let rows = galley.rows(&blocks, theme.side, theme.measure());
    let (heads, notes) = (galley.heads, galley.notes);
    let mut builder = pages::Builder::new(theme, &plan, heads, notes);
    builder.place(rows);
    let rest = rest::rest(&plan, theme, |slot| builder.is_painted(slot));
    let mut galley = Galley {
        setter: &mut *setter,
        theme,
        missing: "",
        heads: Vec::new(),
        notes: Vec::new(),
    };
    builder.place(galley.rows(&rest, theme.side, theme.measure()));
    let facts = options.facts;
    let head = facts.running_head.as_deref().or(facts.title.as_deref());
    builder.furniture(setter, head.unwrap_or_default());
    let mut painted = builder.finish();
    painted.pages.images = images;
    painted.pages.fonts = setter.fonts().to_vec();
    note_uncovered(setter.uncovered(), report);
    note_unnamed(plan.unnamed.len(), report);
    Ok(finish::finish(plan, painted))
}

/// Characters that no font has: their text is kept, the page shows a replacement.
fn note_uncovered(uncovered: &BTreeMap<char, usize>, report: &mut Report) {
    if uncovered.is_empty() {
        return;
    }
    let list: Vec<String> = uncovered
        .keys()
        .map(|c| format!("U+{:04X}", u32::from(*c)))
        .collect();
    let detail = format!("no font has {}", list.join(" "));
    report.push(Finding::new(
        "pdf.missing-glyph",
        Effect::Noted,
        Stage::Write,
        detail,
    ));
}

fn note_unnamed(count: usize, report: &mut Report) {
    if count > 0 {
        let detail = format!("{count} picture(s) without an alternative text or a label");
        report.push(Finding::new(
            "pdf.alt-missing",
            Effect::Noted,
            Stage::Write,
            detail,
        ));
    }
}
