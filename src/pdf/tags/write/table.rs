//! Tables: `Table` holds heads, bodies, feet and rows, a row holds cells, and nothing else may stand there.

use super::grid::{Grid, Part, part};
use super::sketch::Sketch;
use super::{Place, Writer};
use crate::pdf::page::{StandardAttr, TagId};
use crate::pdf::tags::names::local;
use crate::pdf::tags::plan::Flow;
use crate::pdf::tags::{key, role};
use crate::present::{Kid, Shown};
use crate::tree::{Element, Node};

/// The groups of a table that may stand there once.
#[derive(Debug, Default)]
struct Once {
    head: bool,
    foot: bool,
}

impl<'s> Writer<'s> {
    /// A table whose grid is known.
    pub(super) fn table(
        &mut self,
        parent: Option<TagId>,
        shown: &'s Shown<'s>,
        outline: &Sketch,
        grid: Grid,
    ) -> TagId {
        let mut grid = grid;
        let id = self.open(parent, Some(shown), "Table", Flow::Blocks);
        let mut once = Once::default();
        let mut body = None;
        let mut between = Vec::new();
        for (index, (kid, kid_outline)) in shown.kids.iter().zip(&outline.kids).enumerate() {
            match (part(kid, kid_outline), kid) {
                (Some(Part::Group), Kid::Element(group)) => {
                    body = None;
                    self.group(id, group, kid_outline, &mut grid, &mut once);
                }
                (Some(Part::Row), Kid::Element(row)) => {
                    let body = if grid.grouped {
                        *body.get_or_insert_with(|| {
                            self.helper(id, role::RUN, "TBody", Flow::Blocks)
                        })
                    } else {
                        id
                    };
                    self.row(body, row, kid_outline, &mut grid, false);
                }
                _ => between.push((index, kid)),
            }
        }
        if grid.grouped && !grid.bodied {
            self.helper(id, role::PAD, "TBody", Flow::Blocks);
        }
        self.between(id, &between);
        id
    }

    fn group(
        &mut self,
        table: TagId,
        shown: &'s Shown<'s>,
        outline: &Sketch,
        grid: &mut Grid,
        once: &mut Once,
    ) {
        let standard = match local(shown.element) {
            "thead" if !std::mem::replace(&mut once.head, true) => "THead",
            "tfoot" if !std::mem::replace(&mut once.foot, true) => "TFoot",
            _ => "TBody",
        };
        let id = self.open(Some(table), Some(shown), standard, Flow::Blocks);
        let mut between = Vec::new();
        for (index, (kid, kid_outline)) in shown.kids.iter().zip(&outline.kids).enumerate() {
            match kid {
                Kid::Element(row) if part(kid, kid_outline) == Some(Part::Row) => {
                    self.row(id, row, kid_outline, grid, standard == "THead");
                }
                _ => between.push((index, kid)),
            }
        }
        self.between(id, &between);
    }

    fn row(
        &mut self,
        parent: TagId,
        shown: &'s Shown<'s>,
        outline: &Sketch,
        grid: &mut Grid,
        head: bool,
    ) {
        let id = self.open(Some(parent), Some(shown), "TR", Flow::Blocks);
        let mut between = Vec::new();
        let mut first = true;
        for (index, (kid, kid_outline)) in shown.kids.iter().zip(&outline.kids).enumerate() {
            match kid {
                Kid::Element(cell) if part(kid, kid_outline) == Some(Part::Cell) => {
                    self.cell(id, cell, kid_outline, grid.next_cell(), (head, first));
                    first = false;
                }
                _ => between.push((index, kid)),
            }
        }
        for _ in 0..grid.next_row() {
            self.helper(id, role::PAD, "TD", Flow::Lines);
        }
        self.between(id, &between);
    }

    fn cell(
        &mut self,
        row: TagId,
        shown: &'s Shown<'s>,
        outline: &Sketch,
        (columns, rows): (u32, u32),
        (head, first): (bool, bool),
    ) {
        let name = local(shown.element);
        let header = name == "th" || (name == "entry" && head);
        let standard = if header { "TH" } else { "TD" };
        let flow = if outline.deep {
            Flow::Blocks
        } else {
            Flow::Lines
        };
        let id = self.open(Some(row), Some(shown), standard, flow);
        if let Some(planned) = self.plan.tags.get_mut(id) {
            let attrs = &mut planned.tag.standard_attrs;
            if header {
                attrs.push(StandardAttr::Scope(scope(shown.element, head, first)));
            }
            if columns > 1 {
                attrs.push(StandardAttr::ColSpan(columns));
            }
            if rows > 1 {
                attrs.push(StandardAttr::RowSpan(rows));
            }
        }
        if flow == Flow::Lines {
            self.inline_kids(id, shown, outline);
        } else {
            let place = Place {
                parent: name,
                titled: 6,
                cell: true,
            };
            self.block_kids(id, shown, outline, place);
        }
    }

    /// Carries what has no place in a part of a table, with its index among the children.
    fn between(&mut self, id: TagId, kids: &[(usize, &'s Kid<'s>)]) {
        let nodes: Vec<(usize, Node)> = kids
            .iter()
            .filter_map(|(index, kid)| Some((*index, node(kid)?)))
            .collect();
        if !nodes.is_empty() {
            let json = serde_json::to_string(&nodes).unwrap_or_default();
            self.data(id, key::BETWEEN, json);
        }
    }
}

/// Of what a header cell is the header.
fn scope(cell: &Element, head: bool, first: bool) -> &'static str {
    match cell.attr("scope") {
        Some("row" | "rowgroup") => "Row",
        Some("col" | "colgroup") => "Column",
        _ if !head && first => "Row",
        _ => "Column",
    }
}

/// The child as it stands in the article.
fn node(kid: &Kid<'_>) -> Option<Node> {
    match kid {
        Kid::Element(child) => Some(Node::Element(child.element.clone())),
        Kid::Comment(text) => Some(Node::Comment((*text).to_owned())),
        Kid::Instruction(instruction) => Some(Node::Instruction((*instruction).clone())),
        Kid::Text(_) | Kid::Generated(_) => None,
    }
}
