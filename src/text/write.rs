//! The plain text of an article: one block a line, blank lines between.

use std::collections::BTreeMap;

use super::read;
use crate::codec;
use crate::present::{self, Kid, Shown};
use crate::report::{Effect, Finding, Report, Stage};
use crate::tree::{Document, Element, Node};

/// The text.
pub(super) fn text(document: &Document) -> String {
    let shown = present::article(&document.root);
    let mut out = Lines::default();
    out.block(&shown);
    out.finish()
}

/// What reading the text back does not give: nothing when it gives the same article, else what the text has no place for.
pub(super) fn losses(document: &Document, text: &str) -> Report {
    let mut report = Report::new();
    let back =
        read::article(text, &mut Report::new()).and_then(|article| codec::to_document(&article));
    if back.is_ok_and(|back| back == *document) {
        return report;
    }
    let mut counts = Counts::default();
    counts.element(&document.root);
    for (name, count) in &counts.elements {
        let detail = format!("`{name}` ({count}): its text is kept, its markup is not");
        report.push(Finding::new(
            "text.flattened",
            Effect::Flattened,
            Stage::Write,
            detail,
        ));
    }
    for (name, count) in &counts.attributes {
        let detail = format!("the attribute `{name}` ({count})");
        report.push(Finding::new(
            "text.attribute",
            Effect::Dropped,
            Stage::Write,
            detail,
        ));
    }
    if counts.unseen > 0 {
        let detail = format!("{} comments and instructions", counts.unseen);
        report.push(Finding::new(
            "text.comment",
            Effect::Dropped,
            Stage::Write,
            detail,
        ));
    }
    report
}

/// How often what stands in a tree.
#[derive(Default)]
struct Counts {
    elements: BTreeMap<String, u32>,
    attributes: BTreeMap<String, u32>,
    unseen: u32,
}

impl Counts {
    fn element(&mut self, element: &Element) {
        *self.elements.entry(element.name.to_string()).or_default() += 1;
        for attr in &element.attrs {
            *self.attributes.entry(attr.name.to_string()).or_default() += 1;
        }
        for node in &element.content {
            match node {
                Node::Element(child) => self.element(child),
                Node::Text(_) => {}
                Node::Comment(_) | Node::Instruction(_) => self.unseen += 1,
            }
        }
    }
}

/// Lines as they grow.
#[derive(Default)]
struct Lines {
    done: Vec<String>,
    open: String,
}

impl Lines {
    /// A node that stands by itself: its running text is a line, its blocks are lines of their own.
    fn block(&mut self, shown: &Shown<'_>) {
        self.end_line();
        match shown.element.jats() {
            Some("subj-group") => return self.subjects(shown),
            Some("tr" | "row") => return self.row(shown),
            Some("list-item") => self.open.push_str("- "),
            Some("attrib") => self.open.push_str("Credit: "),
            _ => {}
        }
        self.content(shown);
        self.end_line();
    }

    fn content(&mut self, shown: &Shown<'_>) {
        for kid in &shown.kids {
            match kid {
                Kid::Text(text) => self.open.push_str(text),
                Kid::Generated(generated) => self.open.push_str(&generated.text),
                Kid::Element(child) if child.block => self.block(child),
                Kid::Element(child) if child.element.is("break") => self.open.push(' '),
                Kid::Element(child) => self.content(child),
                Kid::Comment(_) | Kid::Instruction(_) => {}
            }
        }
    }

    /// The subjects of a group are one line, as a breadcrumb.
    fn subjects(&mut self, shown: &Shown<'_>) {
        let subjects: Vec<String> = shown.element.elements().map(Element::text).collect();
        self.open.push_str(&subjects.join("\u{a0}|\u{a0}"));
        self.end_line();
    }

    fn row(&mut self, shown: &Shown<'_>) {
        let cells: Vec<String> = shown.element.elements().map(Element::text).collect();
        self.open = format!("| {} |", cells.join(" | "));
        self.end_line();
    }

    fn end_line(&mut self) {
        let line = self
            .open
            .split([' ', '\t', '\n', '\r'])
            .filter(|word| !word.is_empty())
            .collect::<Vec<_>>()
            .join(" ");
        self.open.clear();
        // A mark alone waits for the text that it marks.
        if line == "-" || line == "Credit:" {
            self.open = format!("{line} ");
        } else if !line.is_empty() {
            self.done.push(line);
        }
    }

    fn finish(mut self) -> String {
        self.end_line();
        let mut text = self.done.join("\n\n");
        text.push('\n');
        text
    }
}
