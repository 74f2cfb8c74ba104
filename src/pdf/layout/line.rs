//! What line breaking takes and gives: pieces of styled text in, lines of placed runs out.

use crate::pdf::page::Run;

/// A piece of a paragraph, in reading order.
#[derive(Debug, Clone)]
pub(crate) enum Piece<'a> {
    /// Text of one style and one owner. It is placed whole: what the lines hold for an owner, joined, is its text.
    Text(TextPiece<'a>),
    /// Something unbreakable in the line: an image, a formula. It stands where a letter would stand.
    Box(BoxPiece),
    /// A line break that the article asks for; it holds no text.
    Break,
}

/// A piece of text.
#[derive(Debug, Clone)]
pub(crate) struct TextPiece<'a> {
    /// The text.
    pub(crate) text: &'a str,
    /// How it looks.
    pub(crate) style: TextStyle,
    /// Its language, when known: decides hyphenation.
    pub(crate) lang: Option<&'a str>,
    /// Whose it is: handed back with the runs.
    pub(crate) owner: usize,
    /// Kept text: every space, tab and line feed counts, lines break at line feeds (and, when too long, anywhere).
    pub(crate) kept: bool,
}

/// An unbreakable box in a line.
#[derive(Debug, Clone, Copy)]
pub(crate) struct BoxPiece {
    /// Its width.
    pub(crate) width: f32,
    /// Its height above the baseline.
    pub(crate) ascent: f32,
    /// Its depth below the baseline.
    pub(crate) descent: f32,
    /// Whose it is: handed back with its place.
    pub(crate) owner: usize,
}

/// How text looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct TextStyle {
    /// Which family.
    pub(crate) family: Family,
    /// Bold.
    pub(crate) bold: bool,
    /// Italic.
    pub(crate) italic: bool,
    /// Small capitals: drawn as reduced capitals, the text stays as it is.
    pub(crate) small_caps: bool,
    /// Size in points.
    pub(crate) size: f32,
    /// How far above the baseline: superscripts; negative for subscripts.
    pub(crate) rise: f32,
    /// Red, green, blue, from 0 to 1.
    pub(crate) color: [f32; 3],
}

/// A family of bundled fonts; the caller's own fonts come after it, for what it lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Family {
    /// Text.
    Serif,
    /// Code.
    Mono,
    /// Formulas.
    Math,
}

/// The shape of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Measure {
    /// The width of the column.
    pub(crate) width: f32,
    /// How far the first line is indented; negative for a hanging indent (then `indent` is positive).
    pub(crate) first: f32,
    /// How far the other lines are indented.
    pub(crate) indent: f32,
    /// How lines are set.
    pub(crate) align: Align,
    /// Whether words may be hyphenated.
    pub(crate) hyphenate: bool,
    /// Baseline to baseline at least, as a multiple of the size of the paragraph's largest text.
    pub(crate) leading: f32,
}

/// How lines are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Align {
    /// Both edges straight.
    Justified,
    /// The edge where reading starts straight (left, or right for right-to-left text).
    Start,
    /// Centred.
    Center,
    /// The edge where reading ends straight.
    End,
}

/// A line.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    /// Height above the baseline, half the leading included.
    pub(crate) ascent: f32,
    /// Depth below the baseline, half the leading included.
    pub(crate) descent: f32,
    /// What stands in it, in reading order (the order of the pieces).
    pub(crate) items: Vec<LineItem>,
    /// Whether it ends with a hyphen that line breaking made.
    #[allow(dead_code, reason = "tests ask")]
    pub(crate) hyphenated: bool,
}

impl LineItem {
    /// Its right edge.
    pub(crate) fn end(&self) -> f32 {
        match self {
            Self::Run { run, width, .. } => run.x + width,
            Self::Box { x, width, .. } => x + width,
        }
    }
}

/// Something placed in a line. `x` counts from the column's left edge, `y` of a run from the baseline (downwards positive).
#[derive(Debug, Clone)]
pub(crate) enum LineItem {
    /// Glyphs of one owner. Every character of the pieces stands in exactly one run, in order per owner.
    Run {
        /// Whose.
        owner: usize,
        /// The glyphs.
        run: Run,
        /// How wide it is.
        width: f32,
    },
    /// A box.
    Box {
        /// Whose.
        owner: usize,
        /// Its left edge.
        x: f32,
        /// Its width.
        width: f32,
    },
}
