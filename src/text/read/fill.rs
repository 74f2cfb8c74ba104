//! Blocks whose roles are known, into the article.

use super::blocks::{Block as Lines, Shape};
use super::finding;
use super::role::Role;
use crate::model::{
    Article, Block, Body, Caption, Cell, Credit, CreditGroup, CreditName, Date, Figure, Grid,
    Headline, List, Nested, Rights, Row, RowCell, RowGroup, Section, SubjectGroup, Table, Written,
};
use crate::report::{Effect, Report};

/// The article as it grows.
pub(super) struct Filling<'r> {
    article: Article,
    content: Vec<Block>,
    section: Option<Section>,
    /// A caption that waits for its credit.
    caption: Option<String>,
    report: &'r mut Report,
}

impl<'r> Filling<'r> {
    /// An empty article.
    pub(super) fn new(report: &'r mut Report) -> Self {
        Self {
            article: Article::default(),
            content: Vec::new(),
            section: None,
            caption: None,
            report,
        }
    }

    /// The whole article.
    pub(super) fn finish(mut self) -> Article {
        self.settle_caption();
        self.content.extend(self.section.map(Block::from));
        if !self.content.is_empty() {
            self.article.body = Some(Body::from(self.content));
        }
        self.article
    }

    /// Puts a block where its role wants it, and says so.
    pub(super) fn add(&mut self, block: &Lines, role: Role<'_>) {
        let line = block.line;
        match (role, &block.shape) {
            (Role::Furniture, shape) => self.drop(line, shape),
            (_, Shape::List(items, is_ordered)) => self.list(line, items, *is_ordered),
            (_, Shape::Table(rows)) => {
                let detail = "lines between bars are a table, the first of them its head";
                self.note("text.table", line, detail.to_owned());
                self.push(table(rows));
            }
            (role, Shape::Text(text)) => {
                if !self.fact(line, text, &role) {
                    self.text(line, text, &role);
                }
            }
        }
    }

    /// A line about the article; false for one of its text.
    fn fact(&mut self, line: u64, text: &str, role: &Role<'_>) -> bool {
        let article = &mut self.article;
        let (code, detail) = match role {
            Role::Headline => {
                article.headline = Headline::from(text);
                ("text.headline", "the headline".to_owned())
            }
            Role::Repeated => (
                "text.duplicate-headline",
                format!("the headline again: {text}"),
            ),
            Role::Section => {
                article.publication.section = Some(SubjectGroup::new("heading", text));
                (
                    "text.section",
                    format!("a label before the headline is the section: {text}"),
                )
            }
            Role::Kicker(parts) => {
                article.kickers.push(kicker(parts));
                let detail = match parts.as_slice() {
                    [label] => format!("a further label before the headline is a kicker: {label}"),
                    _ => format!("a breadcrumb of {} parts is the kicker", parts.len()),
                };
                ("text.kicker", detail)
            }
            Role::Byline(names) => {
                article.credits.push(byline(names));
                let detail = format!("a line that says by whom is the byline: {text}");
                ("text.byline", detail)
            }
            Role::Published(date) => {
                article.publication.dates.push(published(date));
                let detail = format!("a line that says when it was published is its date: {text}");
                ("text.date", detail)
            }
            Role::Standfirst => {
                article.standfirst = Some(text.into());
                let detail = "the line after the headline is the standfirst".to_owned();
                ("text.standfirst", detail)
            }
            Role::Rights => {
                article.rights.push(rights(text));
                let detail = format!("a statement of copyright below the text: {text}");
                ("text.rights", detail)
            }
            _ => return false,
        };
        self.note(code, line, detail);
        true
    }

    /// A line of the text.
    fn text(&mut self, line: u64, text: &str, role: &Role<'_>) {
        match role {
            Role::Caption(caption) => {
                let detail = format!("the line before a credit is the caption: {text}");
                self.note("text.caption", line, detail);
                self.settle_caption();
                self.caption = Some((*caption).to_owned());
            }
            Role::LateCaption(caption) => {
                let detail = format!("a line that says it is a caption: {text}");
                self.note("text.caption", line, detail);
                self.late_caption(caption);
            }
            Role::Credit(credit) => {
                self.note(
                    "text.credit",
                    line,
                    format!("the credit of a figure: {credit}"),
                );
                let caption = self.caption.take();
                self.push(figure(caption.as_deref(), Some(credit)));
            }
            Role::Figure(caption, credit) => {
                let detail = format!("a caption with its credit at the end: {credit}");
                self.note("text.credit", line, detail);
                self.push(figure(Some(caption), Some(credit)));
            }
            Role::Heading => {
                let detail = format!("a short line without a full stop is a heading: {text}");
                self.note("text.heading", line, detail);
                self.settle_caption();
                self.content.extend(self.section.take().map(Block::from));
                self.section = Some(Section::new(text));
            }
            _ => self.push(Block::paragraph(text)),
        }
    }

    /// A finding for each line.
    fn drop(&mut self, first: u64, shape: &Shape) {
        let lines = match shape {
            Shape::Text(text) => vec![text.clone()],
            Shape::List(items, _) => items.clone(),
            Shape::Table(rows) => rows.iter().map(|row| row.join(" | ")).collect(),
        };
        for (line, text) in (first..).zip(lines) {
            let detail = format!("page furniture: {text}");
            let found = finding("text.furniture", Effect::Dropped, line, detail);
            self.report.push(found);
        }
    }

    fn list(&mut self, line: u64, items: &[String], is_ordered: bool) {
        let kind = if is_ordered { "order" } else { "bullet" };
        let detail = format!("lines with marks are a list of {} items", items.len());
        self.note("text.list", line, detail);
        self.push(List::new(kind, items).into());
    }

    /// The caption of the figure that was just put there, or of one of its own.
    fn late_caption(&mut self, text: &str) {
        if let Some(Block::Figure(before)) = self.place().last_mut()
            && before.caption.is_none()
        {
            before.caption = Some(caption(text));
        } else {
            self.push(figure(Some(text), None));
        }
    }

    fn place(&mut self) -> &mut Vec<Block> {
        match &mut self.section {
            Some(section) => &mut section.content,
            None => &mut self.content,
        }
    }

    fn push(&mut self, block: Block) {
        self.settle_caption();
        self.place().push(block);
    }

    /// A caption whose credit did not come is that of a figure without one.
    fn settle_caption(&mut self) {
        if let Some(text) = self.caption.take() {
            self.place().push(figure(Some(&text), None));
        }
    }

    /// A decision that lost nothing.
    fn note(&mut self, code: &'static str, line: u64, detail: String) {
        self.report.push(finding(code, Effect::Noted, line, detail));
    }
}

fn kicker(parts: &[&str]) -> SubjectGroup {
    SubjectGroup {
        kind: Some("kicker".to_owned()),
        subjects: parts.iter().map(|part| (*part).into()).collect(),
        ..SubjectGroup::default()
    }
}

fn byline(names: &[&str]) -> CreditGroup {
    CreditGroup {
        credits: names
            .iter()
            .map(|name| Credit {
                kind: Some("author".to_owned()),
                names: vec![CreditName::Written(Nested::new((*name).into()))],
                ..Credit::default()
            })
            .collect(),
        ..CreditGroup::default()
    }
}

/// A date as the page words it.
fn published(words: &str) -> Date {
    Date {
        kind: Some("pub".to_owned()),
        words: Some(words.into()),
        ..Date::default()
    }
}

fn rights(statement: &str) -> Rights {
    Rights {
        statements: vec![Written::from(statement)],
        ..Rights::default()
    }
}

fn figure(text: Option<&str>, credit: Option<&str>) -> Block {
    let mut figure = Figure::default();
    if let Some(credit) = credit {
        figure = figure.with_credit(credit);
    }
    figure.caption = text.map(caption);
    figure.into()
}

fn caption(text: &str) -> Caption {
    Caption {
        content: vec![Block::paragraph(text)],
        ..Caption::default()
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_caption_whose_credit_does_not_come_is_not_lost() {
        let line = |text: &str| Lines {
            line: 1,
            shape: Shape::Text(text.to_owned()),
        };
        let after = [Role::Caption("Two"), Role::Heading, Role::Paragraph];
        for next in after.map(Some).into_iter().chain([None]) {
            let mut report = Report::new();
            let mut filling = Filling::new(&mut report);
            filling.add(&line("One"), Role::Caption("One"));
            if let Some(role) = next {
                filling.add(&line("Two"), role);
            }
            let body = filling.finish().body.unwrap();
            assert!(matches!(&body.content[0], Block::Figure(_)), "{body:?}");
        }
    }
}
