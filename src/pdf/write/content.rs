//! Pages as content streams: every chunk one or more marked contents, numbered along the page.
//!
//! A chunk of a tag is one marked content as long as its glyphs say its text. Text that they cannot say stands in a
//! marked content of its own, beside the others and never inside one, with `ActualText`. The hyphen that a line end made
//! has an empty `ActualText`: it is no text of the article, and an author's soft hyphen stays distinct from it.

use std::collections::BTreeMap;
use std::ops::Range;

use printpdf::{
    Codepoint, Color, DictItem, FontId, Op, PaintMode, PdfFontHandle, PdfPage, Pt, Rect, Rgb,
    TextItem, TextMatrix,
};

use super::fonts::{FontPlan, PlannedFont, cluster_text, resource_name};
use super::text::{pieces, rounded, utf16};
use crate::error::Result;
use crate::pdf::page::{Chunk, Cluster, Item, Owner, Page, Pages, Run, TagId};

/// The numbers of a page's marked contents.
#[derive(Debug, Default)]
pub(super) struct Marks {
    /// The tag that each marked content belongs to, by its number.
    pub(super) owners: Vec<TagId>,
    /// The numbers of each chunk; empty for artifacts.
    pub(super) chunks: Vec<Range<usize>>,
}

/// The pages as operators, with the numbers of their marked contents.
pub(super) fn write(pages: &Pages, plan: &FontPlan) -> Result<(Vec<PdfPage>, Vec<Marks>)> {
    let mut written = (Vec::new(), Vec::new());
    for page in &pages.pages {
        let mut content = Content::new(plan, page);
        for chunk in &page.chunks {
            content.chunk(chunk)?;
        }
        let sheet = || Rect::from_wh(Pt(rounded(page.width)), Pt(rounded(page.height)));
        written.0.push(PdfPage {
            media_box: sheet(),
            trim_box: sheet(),
            crop_box: sheet(),
            ops: content.ops,
        });
        written.1.push(content.marks);
    }
    Ok(written)
}

/// The name of an image among the resources.
pub(super) fn image_name(index: usize) -> String {
    format!("I{index}")
}

/// An open marked content.
struct Mark {
    /// The text that stands in place of its glyphs.
    actual: Option<String>,
}

struct Content<'a> {
    plan: &'a FontPlan,
    height: f32,
    ops: Vec<Op>,
    marks: Marks,
    owner: Owner,
    /// The marked content that is open.
    open: Option<Mark>,
    color: Option<[f32; 3]>,
    font: Option<(String, f32)>,
}

impl<'a> Content<'a> {
    fn new(plan: &'a FontPlan, page: &Page) -> Self {
        Self {
            plan,
            height: page.height,
            ops: Vec::new(),
            marks: Marks::default(),
            owner: Owner::Layout,
            open: None,
            color: None,
            font: None,
        }
    }

    fn chunk(&mut self, chunk: &Chunk) -> Result<()> {
        self.owner = chunk.owner;
        let first = self.marks.owners.len();
        for item in &chunk.items {
            match item {
                Item::Run(run) => self.run(run)?,
                Item::Rule {
                    x,
                    y,
                    width,
                    height,
                    color,
                } => {
                    self.begin(None);
                    self.fill(*color);
                    self.rectangle([*x, *y, *width, *height]);
                }
                Item::Picture {
                    image,
                    x,
                    y,
                    width,
                    height,
                } => {
                    self.begin(None);
                    self.picture(*image, [*x, *y, *width, *height]);
                }
            }
        }
        if chunk.items.is_empty() {
            self.begin(None);
        }
        self.end();
        self.marks.chunks.push(first..self.marks.owners.len());
        Ok(())
    }

    /// Makes sure that a marked content with this replacement is open. Artifacts have one and no replacement.
    fn begin(&mut self, actual: Option<&str>) {
        let actual = actual.filter(|_| matches!(self.owner, Owner::Tag(_)));
        if self
            .open
            .as_ref()
            .is_some_and(|open| open.actual.as_deref() == actual)
        {
            return;
        }
        self.end();
        let (tag, properties) = match self.owner {
            Owner::Tag(tag) => {
                let mut map = BTreeMap::from([("MCID".to_owned(), int(self.marks.owners.len()))]);
                if let Some(text) = actual {
                    map.insert("ActualText".to_owned(), DictItem::Bytes(utf16(text)));
                }
                self.marks.owners.push(tag);
                ("Span", map)
            }
            Owner::Header => ("Artifact", artifact("Pagination", Some("Header"))),
            Owner::Footer => ("Artifact", artifact("Pagination", Some("Footer"))),
            Owner::Layout => ("Artifact", artifact("Layout", None)),
        };
        self.ops.push(Op::BeginMarkedContentWithProperties {
            tag: tag.to_owned(),
            properties: DictItem::Dict { map: properties },
        });
        self.open = Some(Mark {
            actual: actual.map(str::to_owned),
        });
    }

    fn end(&mut self) {
        if self.open.take().is_some() {
            self.ops.push(Op::EndMarkedContent);
        }
    }

    fn fill(&mut self, color: [f32; 3]) {
        if self.color != Some(color) {
            let [r, g, b] = color.map(|part| rounded(part).clamp(0.0, 1.0));
            let col = Color::Rgb(Rgb {
                r,
                g,
                b,
                icc_profile: None,
            });
            self.ops.push(Op::SetFillColor { col });
            self.color = Some(color);
        }
    }

    fn rectangle(&mut self, [x, y, width, height]: [f32; 4]) {
        let rectangle = Rect {
            x: Pt(rounded(x)),
            y: Pt(rounded(self.height - y - height)),
            width: Pt(rounded(width)),
            height: Pt(rounded(height)),
            mode: Some(PaintMode::Fill),
            winding_order: None,
        };
        self.ops.push(Op::DrawRectangle { rectangle });
    }

    fn picture(&mut self, image: usize, [x, y, width, height]: [f32; 4]) {
        let place = [width, 0.0, 0.0, height, x, self.height - y - height].map(rounded);
        self.ops.push(Op::SaveGraphicsState);
        self.ops.push(Op::SetTransformationMatrix {
            matrix: printpdf::CurTransMat::Raw(place),
        });
        self.ops.push(Op::Unknown {
            key: "Do".to_owned(),
            value: vec![DictItem::Name(image_name(image).into_bytes())],
        });
        self.ops.push(Op::RestoreGraphicsState);
    }

    fn run(&mut self, run: &Run) -> Result<()> {
        let font = self.plan.font(run.font)?;
        let spoken = spoken(run, font);
        let mut rest = spoken.as_slice();
        while let Some(first) = rest.first() {
            // Neighbours that glyphs cannot say share one replacement.
            let same = rest
                .iter()
                .take_while(|c| c.actual.is_some() == first.actual.is_some())
                .count();
            let (now, later) = rest.split_at(same);
            rest = later;
            let actual = first.actual.is_some().then(|| {
                now.iter()
                    .filter_map(|c| c.actual.as_deref())
                    .collect::<String>()
            });
            self.part(run, font, now, actual.as_deref());
        }
        Ok(())
    }

    /// Clusters that are said in the same way. A replacement that is too long for one string goes on in marked contents
    /// that paint nothing.
    fn part(&mut self, run: &Run, font: &PlannedFont, clusters: &[Spoken], actual: Option<&str>) {
        let texts = actual.map(pieces).unwrap_or_default();
        if actual.is_some() {
            self.end();
        }
        self.begin(texts.first().copied());
        self.fill(run.color);
        Line::new(run, font, self.height).show(self, clusters);
        for text in texts.iter().skip(1) {
            self.end();
            self.begin(Some(text));
        }
        if actual.is_some() && matches!(self.owner, Owner::Tag(_)) {
            self.end();
        }
    }

    /// Whether this is the font and size that content has now.
    fn has_font(&self, name: &str, size: f32) -> bool {
        let now = self.font.as_ref();
        now.is_some_and(|(n, s)| n == name && s.to_bits() == size.to_bits())
    }

    fn set_font(&mut self, name: String, size: f32) {
        self.ops.push(Op::SetFont {
            font: PdfFontHandle::External(FontId(name.clone())),
            size: Pt(size),
        });
        self.font = Some((name, size));
    }
}

fn int(value: usize) -> DictItem {
    DictItem::Int(i64::try_from(value).unwrap_or(i64::MAX))
}

fn artifact(kind: &str, subtype: Option<&str>) -> BTreeMap<String, DictItem> {
    let mut map = BTreeMap::from([("Type".to_owned(), DictItem::Name(kind.as_bytes().to_vec()))]);
    if let Some(subtype) = subtype {
        map.insert(
            "Subtype".to_owned(),
            DictItem::Name(subtype.as_bytes().to_vec()),
        );
    }
    map
}

/// A cluster with its place and the way it is said.
struct Spoken<'a> {
    cluster: &'a Cluster,
    x: f32,
    alias: usize,
    actual: Option<String>,
}

/// The clusters of a run in logical order, each with its left edge.
fn spoken<'a>(run: &'a Run, font: &PlannedFont) -> Vec<Spoken<'a>> {
    let mut pen = run.x;
    let mut spoken: Vec<_> = run
        .clusters
        .iter()
        .map(|cluster| {
            let x = pen;
            pen += cluster.glyphs.iter().map(|g| g.advance).sum::<f32>();
            let said = font.say(cluster_text(run, cluster), cluster);
            Spoken {
                cluster,
                x,
                alias: said.alias,
                actual: said.actual,
            }
        })
        .collect();
    spoken.sort_by_key(|s| (s.cluster.start, s.cluster.end));
    spoken
}

/// One text object: glyphs placed against the pen that the viewer has.
struct Line<'a> {
    run: &'a Run,
    font: &'a PlannedFont,
    size: f32,
    base: f32,
    /// Where the viewer's pen is; none before the first glyph.
    pen: Option<f32>,
    rise: f32,
    glyphs: Vec<Codepoint>,
}

impl<'a> Line<'a> {
    fn new(run: &'a Run, font: &'a PlannedFont, height: f32) -> Self {
        Self {
            run,
            font,
            size: rounded(run.size).max(0.001),
            base: height - run.y,
            pen: None,
            rise: 0.0,
            glyphs: Vec::new(),
        }
    }

    fn show(mut self, content: &mut Content<'_>, clusters: &[Spoken]) {
        content.ops.push(Op::StartTextSection);
        for spoken in clusters {
            let name = resource_name(self.run.font, spoken.alias);
            if !content.has_font(&name, self.size) {
                self.flush(content);
                content.set_font(name, self.size);
            }
            let mut x = spoken.x;
            for glyph in &spoken.cluster.glyphs {
                self.place(content, x + glyph.dx, glyph.dy);
                self.glyph(glyph.id);
                x += glyph.advance;
            }
        }
        self.flush(content);
        content.ops.push(Op::EndTextSection);
    }

    /// Moves the pen: along the line by a kern, else by a new text matrix.
    fn place(&mut self, content: &mut Content<'_>, x: f32, rise: f32) {
        match self.pen {
            Some(pen) if rise.to_bits() == self.rise.to_bits() => {
                let kern = ((pen - x) * 10_000.0 / self.size).round() / 10.0;
                if kern.abs() < 0.5 {
                    return;
                }
                match self.glyphs.last_mut() {
                    Some(last) => last.offset += kern,
                    None => content.ops.push(Op::ShowText {
                        items: vec![TextItem::Offset(kern)],
                    }),
                }
                self.pen = Some(pen - kern * self.size / 1000.0);
            }
            _ => {
                self.flush(content);
                let (x, y) = (rounded(x), rounded(self.base + rise));
                content.ops.push(Op::SetTextMatrix {
                    matrix: TextMatrix::Raw([1.0, 0.0, 0.0, 1.0, x, y]),
                });
                (self.pen, self.rise) = (Some(x), rise);
            }
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "widths are small")]
    fn glyph(&mut self, id: u16) {
        let gid = self.font.glyph(id);
        // The text of a glyph comes from our own map; printpdf wants one all the same.
        self.glyphs.push(Codepoint {
            gid,
            offset: 0.0,
            cid: Some(String::from(" ")),
        });
        let width = self.font.width(gid) as f32 * self.size / 1000.0;
        self.pen = self.pen.map(|pen| pen + width);
    }

    fn flush(&mut self, content: &mut Content<'_>) {
        if !self.glyphs.is_empty() {
            content.ops.push(Op::ShowText {
                items: vec![TextItem::GlyphIds(std::mem::take(&mut self.glyphs))],
            });
        }
    }
}
