//! What no style has a place for: a note in the label of a note, text between the rows of a table. It loses nothing; it is
//! set after the article, piece by piece.

use super::block::{Bit, Block, Frame, Paragraph};
use super::line::{Align, Family, TextStyle};
use crate::pdf::tags::plan::{Plan, PlanKid};
use crate::pdf::theme::Theme;

/// A paragraph for each text that is not painted.
pub(super) fn rest<'p>(
    plan: &'p Plan<'p>,
    theme: &Theme,
    is_painted: impl Fn(usize) -> bool,
) -> Vec<Block<'p>> {
    let kids = plan.tags.iter().flat_map(|planned| &planned.kids);
    kids.filter_map(|kid| match kid {
        PlanKid::Text(slot, text) if !text.is_empty() && !is_painted(*slot) => {
            Some(block(*slot, text, theme))
        }
        _ => None,
    })
    .collect()
}

fn block<'p>(slot: usize, text: &'p str, theme: &Theme) -> Block<'p> {
    let style = TextStyle {
        family: Family::Serif,
        bold: false,
        italic: false,
        small_caps: false,
        size: theme.small,
        rise: 0.0,
        color: theme.ink,
    };
    Block::Paragraph(Paragraph {
        frame: Frame {
            left: 0.0,
            right: 0.0,
            before: theme.small * 0.5,
            keep: false,
            bar: None,
            float: 0,
            clears: false,
        },
        bits: vec![Bit::Text {
            slot,
            text,
            style,
            lang: None,
            kept: true,
        }],
        label: Vec::new(),
        hang: 0.0,
        first: 0.0,
        align: Align::Start,
        leading: 1.3,
        whole: false,
        leads: false,
        notes: Vec::new(),
        number: Vec::new(),
    })
}
