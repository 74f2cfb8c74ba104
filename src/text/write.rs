//! The plain text of an article: one block a line, blank lines between.

use super::{losses, read};
use crate::codec;
use crate::present::{self, Kid, Shown};
use crate::report::Report;
use crate::tree::{Document, Element};

/// The text.
pub(super) fn text(document: &Document) -> String {
    let shown = present::article(&document.root);
    let mut out = Lines::default();
    out.block(&shown);
    out.finish()
}

/// What reading the text back does not give: nothing when it gives the same article.
pub(super) fn losses(document: &Document, text: &str) -> Report {
    let back = read::article(text, &mut Report::new())
        .and_then(|article| codec::to_document(&article))
        .ok();
    losses::between(document, back.as_ref())
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
