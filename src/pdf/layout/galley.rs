//! Galley: styled blocks at a width → rows, one below the other, with what may not be parted. No page is known here.

use super::block::{Bit, Block, Frame, Paragraph, Picture};
use super::labels::{RUN_IN, hang_label, set_number};
use super::line::{Align, Line, LineItem, Measure, Piece, TextPiece, TextStyle};
use super::{NOBODY, Typeset};
use crate::pdf::page::Run;
use crate::pdf::theme::Theme;

/// A strip of a page that no break divides.
#[derive(Debug, Clone, Default)]
pub(super) struct Row {
    /// Its height.
    pub(super) height: f32,
    /// Space before it, unless it begins a page.
    pub(super) before: f32,
    /// No page break after it.
    pub(super) keep: bool,
    /// What stands in it; places count from its upper left corner.
    pub(super) items: Vec<Placed>,
    /// Where a rule runs along it.
    pub(super) bar: Option<f32>,
    /// The table whose head is repeated before it when it begins a page.
    pub(super) table: Option<usize>,
    /// Rows of one number, not 0, move together.
    pub(super) float: usize,
    /// Floats that wait come before it.
    pub(super) clears: bool,
    /// The notes called in it: indices into [`Galley::notes`].
    pub(super) notes: Vec<usize>,
}

/// Something in a row.
#[derive(Debug, Clone)]
pub(super) enum Placed {
    /// Glyphs of a slot, and their width.
    Run(usize, Run, f32),
    /// The picture of a slot: left, upper edge, width, height.
    Picture(usize, usize, [f32; 4]),
    /// The frame of a picture that is not there.
    Missing(usize, [f32; 4]),
    /// A rule that is nobody's.
    Rule([f32; 4]),
}

/// Makes rows of blocks.
pub(super) struct Galley<'t, T> {
    pub(super) setter: &'t mut T,
    pub(super) theme: &'t Theme,
    /// What stands for a picture that is not there.
    pub(super) missing: &'static str,
    /// The heads of the tables, repeated on every page.
    pub(super) heads: Vec<Vec<Row>>,
    /// The notes called in lines.
    pub(super) notes: Vec<Vec<Row>>,
}

impl<T: Typeset> Galley<'_, T> {
    /// The rows of blocks in a column.
    pub(super) fn rows(&mut self, blocks: &[Block<'_>], x: f32, width: f32) -> Vec<Row> {
        let mut rows = Vec::new();
        for block in blocks {
            let from = rows.len();
            match block {
                Block::Paragraph(paragraph) => rows.extend(self.paragraph(paragraph, x, width)),
                Block::Picture(picture) => rows.push(self.picture(picture, x, width)),
                Block::Table(table) => rows.extend(self.table(table, x, width)),
                Block::Rule(frame) => rows.push(rule(frame, x, width)),
            }
            let frame = block.frame();
            for row in rows.get_mut(from..).unwrap_or_default() {
                row.float = frame.float;
            }
            if let Some(first) = rows.get_mut(from) {
                first.clears = frame.clears;
            }
        }
        rows
    }

    fn paragraph(&mut self, paragraph: &Paragraph<'_>, x: f32, width: f32) -> Vec<Row> {
        let frame = &paragraph.frame;
        let hang = (-paragraph.first).max(0.0);
        let left = x + frame.left - hang;
        let mut measure = Measure {
            width: (width - frame.left - frame.right + hang).max(1.0),
            first: paragraph.first,
            indent: hang,
            align: paragraph.align,
            hyphenate: paragraph.align == Align::Justified,
            leading: paragraph.leading,
        };
        let number = self.number(paragraph, measure.width);
        let shift = number
            .as_ref()
            .map_or(0.0, |(_, across)| across + self.theme.body);
        // The formula keeps the middle of the column.
        measure.width -= 2.0 * shift;
        let label = self.label(paragraph);
        let mut bits = Vec::new();
        if label.is_none() && !paragraph.label.is_empty() {
            // Too wide to hang: it runs in.
            bits.extend_from_slice(&paragraph.label);
            bits.push(Bit::Space(RUN_IN));
            measure.first = -paragraph.hang;
            measure.indent = paragraph.hang;
            measure.width += paragraph.hang;
        }
        let left = if bits.is_empty() {
            left + shift
        } else {
            left - paragraph.hang
        };
        bits.extend_from_slice(&paragraph.bits);
        if number.is_none() && !paragraph.number.is_empty() {
            // Too wide to stand beside the formula: it runs on behind it.
            bits.push(Bit::Space(self.theme.body));
            bits.extend_from_slice(&paragraph.number);
        }
        let pieces = pieces(&bits);
        let mut lines = self.setter.paragraph(&pieces, &measure);
        if paragraph.whole && (2..=8).contains(&lines.len()) && !bits.iter().any(runs_leftwards) {
            lines = self.balanced(&pieces, measure, lines);
        }
        let count = lines.len();
        let mut rows: Vec<Row> = Vec::with_capacity(count);
        for (index, line) in lines.into_iter().enumerate() {
            let last = index + 1 == count;
            // No line of a paragraph stands alone at a page's head or foot; what is bound to the next is not divided.
            let bound = paragraph.whole || frame.keep || index == 0 || index + 2 == count;
            rows.push(Row {
                height: line.ascent + line.descent,
                before: if index == 0 { frame.before } else { 0.0 },
                keep: if last {
                    frame.keep || paragraph.leads
                } else {
                    bound
                },
                bar: frame.bar.map(|bar| x + bar),
                items: place(line, &bits, left),
                ..Row::default()
            });
        }
        if let Some((line, _)) = number {
            set_number(&mut rows, line, paragraph, x + width);
        }
        self.call_notes(paragraph, &mut rows);
        if let (Some(label), Some(first)) = (label, rows.first_mut()) {
            hang_label(
                first,
                label,
                &paragraph.label,
                x + frame.left - paragraph.hang,
            );
        }
        rows
    }

    /// Sets the notes of a paragraph and gives each to the row in which it is called.
    fn call_notes(&mut self, paragraph: &Paragraph<'_>, rows: &mut [Row]) {
        for note in &paragraph.notes {
            let mut set = self.rows(&note.blocks, self.theme.side, self.theme.measure());
            // Notes called in a note follow it: the foot of a page has none of its own.
            let inner = set
                .iter_mut()
                .flat_map(|row| std::mem::take(&mut row.notes));
            let inner: Vec<usize> = inner.collect();
            self.notes.push(set);
            let holds = |row: &Row| {
                row.items.iter().any(|item| match item {
                    Placed::Run(slot, ..) => Some(*slot) == note.after,
                    _ => false,
                })
            };
            let at = rows.iter().rposition(holds).unwrap_or(0);
            if let Some(row) = rows.get_mut(at) {
                row.notes.push(self.notes.len() - 1);
                row.notes.extend(inner);
            }
        }
    }

    /// The lines of a heading, none much longer than the others.
    fn balanced(&mut self, pieces: &[Piece<'_>], measure: Measure, lines: Vec<Line>) -> Vec<Line> {
        let (longest, _) = self.setter.natural_width(pieces);
        let least = longest.max(measure.width * 0.5);
        let (mut best, mut wide, mut narrow) = (lines, measure.width, least);
        while wide - narrow > self.theme.body {
            let width = f32::midpoint(wide, narrow);
            let lines = self.setter.paragraph(pieces, &Measure { width, ..measure });
            if lines.len() > best.len() {
                narrow = width;
            } else {
                (best, wide) = (lines, width);
            }
        }
        best
    }

    fn picture(&mut self, picture: &Picture, x: f32, width: f32) -> Row {
        let frame = &picture.frame;
        let room = (width - frame.left - frame.right).max(1.0);
        let factor = (room / picture.width).min(1.0);
        let (across, down) = (picture.width * factor, picture.height * factor);
        let left = x + frame.left + (room - across) / 2.0;
        let area = [left, 0.0, across, down];
        let items = if let Some(image) = picture.image {
            vec![Placed::Picture(picture.slot, image, area)]
        } else {
            let mut items = vec![Placed::Missing(picture.slot, area)];
            let words = picture.missing.unwrap_or(self.missing);
            items.extend(self.note(words, left, across, down / 2.0));
            items
        };
        Row {
            height: down,
            before: frame.before,
            keep: frame.keep,
            items,
            bar: frame.bar.map(|bar| x + bar),
            ..Row::default()
        }
    }

    /// A line of words that are nobody's, centred.
    fn note(&mut self, words: &str, x: f32, width: f32, y: f32) -> Vec<Placed> {
        let bits = [Bit::Text {
            slot: NOBODY,
            text: words,
            style: TextStyle {
                family: super::line::Family::Serif,
                bold: false,
                italic: true,
                small_caps: false,
                size: self.theme.fine,
                rise: 0.0,
                color: self.theme.muted,
            },
            lang: None,
            kept: false,
        }];
        let measure = Measure {
            width,
            first: 0.0,
            indent: 0.0,
            align: Align::Center,
            hyphenate: false,
            leading: 1.2,
        };
        let mut lines = self.setter.paragraph(&pieces(&bits), &measure);
        lines.truncate(1);
        let mut items = Vec::new();
        for line in lines {
            for mut item in place(line, &bits, x) {
                item.lower(y);
                items.push(item);
            }
        }
        items
    }
}

impl Placed {
    /// Moves it down.
    pub(super) fn lower(&mut self, by: f32) {
        match self {
            Self::Run(_, run, _) => run.y += by,
            Self::Picture(_, _, area) | Self::Missing(_, area) | Self::Rule(area) => {
                let [_, y, ..] = area;
                *y += by;
            }
        }
    }
}

/// The pieces that line breaking takes.
pub(super) fn pieces<'b>(bits: &[Bit<'b>]) -> Vec<Piece<'b>> {
    bits.iter()
        .map(|bit| match *bit {
            Bit::Text {
                slot,
                text,
                style,
                lang,
                kept,
            } => Piece::Text(TextPiece {
                text,
                style,
                lang,
                owner: slot,
                kept,
            }),
            Bit::Picture {
                slot,
                width,
                height,
                ..
            } => Piece::Box(super::line::BoxPiece {
                width,
                ascent: height * 0.8,
                descent: height * 0.2,
                owner: slot,
            }),
            Bit::Space(width) => Piece::Box(super::line::BoxPiece {
                width,
                ascent: 0.0,
                descent: 0.0,
                owner: NOBODY,
            }),
            Bit::Break => Piece::Break,
        })
        .collect()
}

/// True for text that may begin at the right edge.
fn runs_leftwards(bit: &Bit<'_>) -> bool {
    matches!(bit, Bit::Text { text, .. } if text.contains(|c| ('\u{590}'..='\u{8FF}').contains(&c)))
}

/// What stands in a line, from its upper left corner.
pub(super) fn place(line: Line, bits: &[Bit<'_>], left: f32) -> Vec<Placed> {
    let mut items = Vec::with_capacity(line.items.len());
    for item in line.items {
        match item {
            LineItem::Run {
                owner,
                mut run,
                width,
            } => {
                run.x += left;
                run.y += line.ascent;
                items.push(Placed::Run(owner, run, width));
            }
            LineItem::Box { owner, x, width } => {
                let picture = bits.iter().find_map(|bit| match *bit {
                    Bit::Picture {
                        slot,
                        image,
                        height,
                        ..
                    } if slot == owner => Some((image, height)),
                    _ => None,
                });
                if let Some((image, height)) = picture {
                    let top = line.ascent - height * 0.8;
                    let area = [left + x, top, width, height];
                    items.push(Placed::Picture(owner, image, area));
                }
            }
        }
    }
    items
}

fn rule(frame: &Frame, x: f32, width: f32) -> Row {
    let width = (width - frame.left - frame.right).max(1.0);
    Row {
        height: 0.5,
        before: frame.before,
        keep: frame.keep,
        items: vec![Placed::Rule([x + frame.left, 0.0, width, 0.5])],
        bar: frame.bar.map(|bar| x + bar),
        ..Row::default()
    }
}
