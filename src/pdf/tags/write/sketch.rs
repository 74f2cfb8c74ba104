//! What every element of the shown tree holds, found out once from the leaves up.

use std::collections::BTreeSet;

use crate::pdf::tags::names::{is_math, is_picture, local};
use crate::present::{Generated, GeneratedKind, Kid, Shown};

/// What an element holds.
#[derive(Debug, Default)]
pub(super) struct Sketch {
    /// It interrupts the line that it stands in.
    pub(super) block: bool,
    /// It holds something that interrupts a line.
    pub(super) deep: bool,
    /// It holds something that is painted.
    pub(super) shows: bool,
    /// How many elements deep it is.
    pub(super) depth: u32,
    /// The sketch of each child that is shown, elements or not.
    pub(super) kids: Vec<Sketch>,
}

/// The sketch of an element; the ids in it are added to `ids`.
pub(super) fn sketch<'s>(shown: &'s Shown<'_>, ids: &mut BTreeSet<&'s str>) -> Sketch {
    ids.extend(shown.element.attr("id"));
    let name = local(shown.element);
    let math = is_math(shown.element);
    let kids: Vec<Sketch> = shown
        .kids
        .iter()
        .map(|kid| match kid {
            Kid::Element(child) => sketch(child, ids),
            Kid::Text(_) => leaf(false),
            Kid::Generated(generated) => leaf(is_heading(generated)),
            Kid::Comment(_) | Kid::Instruction(_) => Sketch::default(),
        })
        .collect();
    let deep = !math && kids.iter().any(|kid| kid.block);
    Sketch {
        block: shown.block || (deep && name != "fn"),
        deep,
        shows: !shown.hidden
            && (math
                || is_picture(name)
                || matches!(name, "break" | "hr")
                || kids.iter().any(|kid| kid.shows)),
        depth: 1 + kids.iter().map(|kid| kid.depth).max().unwrap_or(0),
        kids,
    }
}

/// True for a generated text that is a block of its own.
pub(super) fn is_heading(generated: &Generated) -> bool {
    generated.kind == GeneratedKind::Heading
}

fn leaf(block: bool) -> Sketch {
    Sketch {
        block,
        shows: true,
        ..Sketch::default()
    }
}
