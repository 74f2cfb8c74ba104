//! The tags that HTML demands of the children of lists and tables.

use crate::tree::{Element, ns};

/// What an element demands of its children.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slots {
    /// Nothing.
    Free,
    /// A list: items.
    Items,
    /// A definition list: groups.
    Definitions,
    /// A group of a definition list: a term and its definitions.
    Definition,
    /// A table or a part of one.
    Table,
    /// A CALS table group or a part of one.
    Group,
    /// The head of one.
    Head,
}

/// The tag that an element must have, and what that demands of its children.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Slot {
    /// The tag.
    pub(super) tag: &'static str,
    /// What it demands.
    pub(super) inner: Slots,
}

impl Slots {
    /// The tag demanded of that child.
    pub(super) fn of(self, child: &Element) -> Option<Slot> {
        let is_at_home = match self {
            Self::Group | Self::Head => matches!(
                child.namespace.as_deref(),
                None | Some(ns::OASIS | ns::OASIS_OPEN)
            ),
            _ => child.namespace.is_none(),
        };
        let name = child.name.as_ref();
        let (tag, inner) = match (self, name) {
            (Self::Items, "list-item") => ("li", Self::Free),
            (Self::Definitions, "def-item") => ("div", Self::Definition),
            (Self::Definition, "term") => ("dt", Self::Free),
            (Self::Definition, "def") => ("dd", Self::Free),
            (Self::Group | Self::Head, "colspec") => ("col", Self::Table),
            (Self::Group, "thead") => ("thead", Self::Head),
            (Self::Group | Self::Head, "row") => ("tr", self),
            (Self::Group, "entry") | (Self::Table, "td") => ("td", Self::Free),
            (Self::Head, "entry") | (Self::Table, "th") => ("th", Self::Free),
            (Self::Table | Self::Group, name) => (part(name)?, self),
            _ => return None,
        };
        is_at_home.then_some(Slot { tag, inner })
    }
}

/// The parts of a table that are called the same in HTML.
fn part(name: &str) -> Option<&'static str> {
    Some(match name {
        "col" => "col",
        "colgroup" => "colgroup",
        "thead" => "thead",
        "tbody" => "tbody",
        "tfoot" => "tfoot",
        "tr" => "tr",
        _ => return None,
    })
}
