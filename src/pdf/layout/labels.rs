//! What hangs beside a paragraph: the label of an item before it, the number of a formula behind it.

use super::Typeset;
use super::block::{Bit, Paragraph};
use super::galley::{Galley, Placed, Row, pieces, place};
use super::line::{Align, Line, LineItem, Measure, Piece};

/// The least share of the measure that is left to a formula with its number beside it.
const FORMULA_SHARE: f32 = 0.4;

/// The least space between a label that hangs and its text, in points.
const LABEL_GAP: f32 = 2.0;

/// The space between a label that does not hang and its text, in points.
pub(super) const RUN_IN: f32 = 4.0;

impl<T: Typeset> Galley<'_, T> {
    /// The number of a formula as a line, and its width, when it leaves the formula its room: as much is free on the
    /// other side, for the formula keeps the middle.
    pub(super) fn number(&mut self, paragraph: &Paragraph<'_>, room: f32) -> Option<(Line, f32)> {
        if paragraph.number.is_empty() {
            return None;
        }
        let (longest, _) = self.setter.natural_width(&pieces(&paragraph.bits));
        let number = pieces(&paragraph.number);
        let (_, across) = self.setter.natural_width(&number);
        let left = room - 2.0 * (across + self.theme.body);
        if left < longest.max(room * FORMULA_SHARE) {
            return None;
        }
        Some((self.one_line(paragraph, &number, across)?, across))
    }

    /// The width of the longest part of a paragraph that cannot be broken, and of all of it on one line, with what hangs
    /// beside it.
    pub(super) fn natural(&mut self, paragraph: &Paragraph<'_>) -> (f32, f32) {
        let (mut least, mut most) = self.setter.natural_width(&pieces(&paragraph.bits));
        if !paragraph.number.is_empty() {
            let (longest, across) = self.setter.natural_width(&pieces(&paragraph.number));
            least = least.max(longest);
            most += 2.0 * (across + self.theme.body);
        }
        if !paragraph.label.is_empty() {
            let (longest, across) = self.setter.natural_width(&pieces(&paragraph.label));
            if across > paragraph.hang - LABEL_GAP {
                least = least.max(longest - paragraph.hang);
                most += across + RUN_IN - paragraph.hang;
            }
        }
        (least, most)
    }

    /// The label as a line, when it fits where it hangs.
    pub(super) fn label(&mut self, paragraph: &Paragraph<'_>) -> Option<Line> {
        if paragraph.label.is_empty() {
            return None;
        }
        let pieces = pieces(&paragraph.label);
        let (_, whole) = self.setter.natural_width(&pieces);
        if whole > paragraph.hang - LABEL_GAP {
            return None;
        }
        self.one_line(paragraph, &pieces, paragraph.hang)
    }

    /// What stands beside a paragraph as one line; `None` when it takes more, for nothing of it may be left out.
    fn one_line(
        &mut self,
        paragraph: &Paragraph<'_>,
        pieces: &[Piece<'_>],
        width: f32,
    ) -> Option<Line> {
        let measure = Measure {
            width,
            first: 0.0,
            indent: 0.0,
            align: Align::Start,
            hyphenate: false,
            leading: paragraph.leading,
        };
        let mut lines = self.setter.paragraph(pieces, &measure);
        (lines.len() == 1).then(|| lines.pop()).flatten()
    }
}

/// Sets a formula's number against the right edge, on the baseline of its last row.
pub(super) fn set_number(rows: &mut Vec<Row>, line: Line, paragraph: &Paragraph<'_>, right: f32) {
    let right = right - paragraph.frame.right;
    let across = line.items.iter().map(LineItem::end).fold(0.0, f32::max);
    if rows.is_empty() {
        rows.push(Row {
            height: line.ascent + line.descent,
            before: paragraph.frame.before,
            keep: paragraph.frame.keep,
            ..Row::default()
        });
    }
    if let Some(last) = rows.last_mut() {
        hang_label(last, line, &paragraph.number, right - across);
    }
}

/// Sets a label on the baseline of a paragraph's first row.
pub(super) fn hang_label(row: &mut Row, label: Line, bits: &[Bit<'_>], left: f32) {
    let baseline = row.items.iter().find_map(|item| match item {
        Placed::Run(_, run, _) => Some(run.y),
        _ => None,
    });
    let shift = baseline.map_or(0.0, |baseline| baseline - label.ascent);
    let mut items = place(label, bits, left);
    for item in &mut items {
        item.lower(shift);
    }
    items.append(&mut row.items);
    row.items = items;
}
