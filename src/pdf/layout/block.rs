//! Styled blocks: what the style step makes of the tags, before any measure is known to it but the column's.

use super::line::{Align, TextStyle};
use crate::pdf::page::TagId;

/// The size below which no script is set, in points.
pub(super) const LEAST_SCRIPT: f32 = 5.5;

/// A block in the flow.
#[derive(Debug, Clone)]
pub(super) enum Block<'p> {
    /// Lines of text.
    Paragraph(Paragraph<'p>),
    /// A picture on its own.
    Picture(Picture),
    /// A table.
    Table(Table<'p>),
    /// A rule over the column.
    Rule(Frame),
}

/// What all blocks have.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    /// Between the column's left edge and the block.
    pub(super) left: f32,
    /// Between the block and the column's right edge.
    pub(super) right: f32,
    /// Space before, unless it begins a page.
    pub(super) before: f32,
    /// No page break after it.
    pub(super) keep: bool,
    /// Where a rule runs along its left side.
    pub(super) bar: Option<f32>,
    /// Blocks of one number, not 0, move together to the next page when they do not fit; the text goes on before them.
    pub(super) float: usize,
    /// What still floats comes before it.
    pub(super) clears: bool,
}

/// A note called in a line.
#[derive(Debug, Clone)]
pub(super) struct Note<'p> {
    /// The slot after whose text it is called, if any.
    pub(super) after: Option<usize>,
    /// What it holds.
    pub(super) blocks: Vec<Block<'p>>,
}

/// A paragraph.
#[derive(Debug, Clone)]
pub(super) struct Paragraph<'p> {
    /// Where it stands.
    pub(super) frame: Frame,
    /// What it holds.
    pub(super) bits: Vec<Bit<'p>>,
    /// What hangs before its first line.
    pub(super) label: Vec<Bit<'p>>,
    /// The width that the label hangs in.
    pub(super) hang: f32,
    /// How far the first line is indented against the others.
    pub(super) first: f32,
    /// How lines are set.
    pub(super) align: Align,
    /// Baseline to baseline, as a multiple of the size.
    pub(super) leading: f32,
    /// Whether its lines stay together.
    pub(super) whole: bool,
    /// Its last line leads to what follows, and stays with it.
    pub(super) leads: bool,
    /// The notes called in it.
    pub(super) notes: Vec<Note<'p>>,
    /// What stands at the right edge of its last line: the number of a formula.
    pub(super) number: Vec<Bit<'p>>,
}

/// A piece of a paragraph.
#[derive(Debug, Clone, Copy)]
pub(super) enum Bit<'p> {
    /// Text of a slot.
    Text {
        /// Whose.
        slot: usize,
        /// The text.
        text: &'p str,
        /// Its looks.
        style: TextStyle,
        /// Its language.
        lang: Option<&'p str>,
        /// Whether its white space counts.
        kept: bool,
    },
    /// A picture in the line.
    Picture {
        /// Whose, and the tag.
        slot: usize,
        /// Index of the image.
        image: usize,
        /// Its width.
        width: f32,
        /// Its height.
        height: f32,
    },
    /// Space that is nobody's.
    Space(f32),
    /// A line break.
    Break,
}

/// A picture.
#[derive(Debug, Clone)]
pub(super) struct Picture {
    /// Where it stands.
    pub(super) frame: Frame,
    /// Whose.
    pub(super) slot: usize,
    /// Index of the image; `None` for one that is not there.
    pub(super) image: Option<usize>,
    /// What is said in its place when it is not there, where that is not in the language of the article.
    pub(super) missing: Option<&'static str>,
    /// Its width.
    pub(super) width: f32,
    /// Its height.
    pub(super) height: f32,
}

/// A table.
#[derive(Debug, Clone)]
pub(super) struct Table<'p> {
    /// Where it stands.
    pub(super) frame: Frame,
    /// How many columns it has.
    pub(super) columns: usize,
    /// Its rows.
    pub(super) rows: Vec<TableRow<'p>>,
}

/// A row of a table.
#[derive(Debug, Clone)]
pub(super) struct TableRow<'p> {
    /// It stands in the head.
    pub(super) head: bool,
    /// All its cells are heads.
    pub(super) names: bool,
    /// A rule stands above it: a body or foot begins.
    pub(super) ruled: bool,
    /// Its cells.
    pub(super) cells: Vec<Cell<'p>>,
}

/// A cell.
#[derive(Debug, Clone)]
pub(super) struct Cell<'p> {
    /// Its tag.
    #[allow(dead_code, reason = "tests and debug output tell cells by it")]
    pub(super) tag: TagId,
    /// Its first column.
    pub(super) column: usize,
    /// How many columns it covers.
    pub(super) columns: usize,
    /// How many rows it covers.
    pub(super) rows: usize,
    /// What it holds.
    pub(super) blocks: Vec<Block<'p>>,
}

impl Block<'_> {
    /// Where it stands.
    pub(super) fn frame(&self) -> &Frame {
        match self {
            Self::Paragraph(paragraph) => &paragraph.frame,
            Self::Picture(picture) => &picture.frame,
            Self::Table(table) => &table.frame,
            Self::Rule(frame) => frame,
        }
    }

    /// Where it stands, to be changed.
    pub(super) fn frame_mut(&mut self) -> &mut Frame {
        match self {
            Self::Paragraph(paragraph) => &mut paragraph.frame,
            Self::Picture(picture) => &mut picture.frame,
            Self::Table(table) => &mut table.frame,
            Self::Rule(frame) => frame,
        }
    }

    /// The block with all sizes multiplied.
    pub(super) fn scale(&mut self, factor: f32) {
        let frame = self.frame_mut();
        frame.left *= factor;
        frame.right *= factor;
        frame.before *= factor;
        match self {
            Self::Paragraph(paragraph) => {
                paragraph.hang *= factor;
                paragraph.first *= factor;
                let bits = paragraph.bits.iter_mut().chain(&mut paragraph.label);
                let bits = bits.chain(&mut paragraph.number);
                bits.for_each(|bit| bit.scale(factor));
            }
            Self::Picture(picture) => {
                picture.width *= factor;
                picture.height *= factor;
            }
            Self::Table(table) => {
                let cells = table.rows.iter_mut().flat_map(|row| &mut row.cells);
                cells
                    .flat_map(|cell| &mut cell.blocks)
                    .for_each(|block| block.scale(factor));
            }
            Self::Rule(_) => {}
        }
    }
}

impl Bit<'_> {
    fn scale(&mut self, factor: f32) {
        match self {
            Self::Text { style, .. } => {
                // Scripts of small text stay readable.
                let least = if style.rise.abs() > 0.0 {
                    LEAST_SCRIPT
                } else {
                    0.0
                };
                style.size = (style.size * factor).max(least.min(style.size));
                style.rise *= factor;
            }
            Self::Picture { width, height, .. } => {
                *width *= factor;
                *height *= factor;
            }
            Self::Space(width) => *width *= factor,
            Self::Break => {}
        }
    }
}
