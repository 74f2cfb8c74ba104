//! The body: paragraphs, subheadings, lists, tables, figures.

use super::blocks::{Block as Lines, Shape};
use super::lead::figure;
use super::{finding, note, words};
use crate::model::{Block, Cell, Grid, List, Nested, Row, RowCell, RowGroup, Section, Table};
use crate::report::{Effect, Report};

/// The blocks of the body.
pub(super) fn read(lines: &[Lines], headline: &str, report: &mut Report) -> Vec<Block> {
    let mut content: Vec<Block> = Vec::new();
    let mut section: Option<Section> = None;
    for (at, block) in lines.iter().enumerate() {
        let next = lines.get(at + 1).and_then(Lines::text);
        let place = section
            .as_mut()
            .map_or(&mut content, |section| &mut section.content);
        match &block.shape {
            Shape::List(items, is_ordered) => {
                let kind = if *is_ordered { "order" } else { "bullet" };
                let detail = format!("lines with marks are a list of {} items", items.len());
                note(report, "text.list", block.line, detail);
                place.push(List::new(kind, items).into());
            }
            Shape::Table(rows) => {
                let detail = "lines between bars are a table, the first of them its head";
                note(report, "text.table", block.line, detail.to_owned());
                place.push(table(rows));
            }
            Shape::Text(text) if text == headline => {
                note(
                    report,
                    "text.duplicate-headline",
                    block.line,
                    format!("the headline again: {text}"),
                );
            }
            Shape::Text(text) if words::is_furniture(text) => {
                let detail = format!("page furniture: {text}");
                report.push(finding(
                    "text.furniture",
                    Effect::Dropped,
                    block.line,
                    detail,
                ));
            }
            Shape::Text(text) if is_caption(text, next) => {}
            Shape::Text(text) => {
                let before = at.checked_sub(1).and_then(|at| lines.get(at));
                if let Some(credit) = words::credit(text) {
                    let caption = before
                        .and_then(|b| Some((b.line, b.text()?)))
                        .filter(|(_, t)| is_caption(t, Some(text)));
                    note(
                        report,
                        "text.credit",
                        block.line,
                        format!("the credit of a figure: {credit}"),
                    );
                    place.push(figure(caption, credit, report));
                } else if is_heading(text, next) {
                    note(
                        report,
                        "text.heading",
                        block.line,
                        format!("a short line without a full stop is a heading: {text}"),
                    );
                    content.extend(section.take().map(Block::from));
                    section = Some(Section::new(text));
                } else {
                    place.push(Block::paragraph(text));
                }
            }
        }
    }
    content.extend(section.map(Block::from));
    content
}

/// A caption is a short line before a credit.
fn is_caption(text: &str, next: Option<&str>) -> bool {
    text.chars().count() <= 400
        && words::credit(text).is_none()
        && next.is_some_and(|next| words::credit(next).is_some())
}

/// A heading is a short line without closing punctuation before a paragraph that is longer.
fn is_heading(text: &str, next: Option<&str>) -> bool {
    let is_short = text.chars().count() <= 80 && text.split_whitespace().count() <= 12;
    let is_open = text.ends_with(|c: char| c.is_alphanumeric())
        && text.starts_with(|c: char| !c.is_lowercase());
    is_short && is_open && next.is_some_and(|next| next.chars().count() > text.chars().count() * 2)
}

/// A table whose first row is its head.
fn table(rows: &[Vec<String>]) -> Block {
    let row = |cells: &[String], is_head: bool| Row {
        cells: cells
            .iter()
            .map(|text| {
                let cell = Nested::new(Cell {
                    content: vec![text.as_str().into()],
                    ..Cell::default()
                });
                if is_head {
                    RowCell::Head(cell)
                } else {
                    RowCell::Data(cell)
                }
            })
            .collect(),
        ..Row::default()
    };
    let group = |rows: Vec<Row>| RowGroup {
        rows,
        ..RowGroup::default()
    };
    let mut grid = Grid::default();
    if let Some((head, body)) = rows.split_first() {
        grid.heads = vec![group(vec![row(head, true)])];
        grid.bodies = vec![group(body.iter().map(|cells| row(cells, false)).collect())];
    }
    let mut table = Table::default();
    table.content.push(grid.into());
    table.into()
}
