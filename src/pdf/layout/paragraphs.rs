//! Paragraphs out of tags, and what runs in with them: labels, titles, notes called in them.

use super::block::{Bit, Block, Frame, Note, Paragraph};
use super::line::{Align, TextStyle};
use super::style::{Look, Styler, frame, is_heading_type};
use crate::pdf::page::TagId;
use crate::pdf::tags::names::{is_code, local};
use crate::pdf::tags::plan::Planned;

impl<'p> Styler<'p, '_> {
    /// A block of lines. One that holds nothing but a label waits for the next.
    pub(super) fn lines(&mut self, id: TagId, planned: &'p Planned<'p>, look: Look<'p>) {
        if self.is_label_only(id) {
            self.flush(look);
            self.labels.push(id);
            return;
        }
        if look.formula {
            return self.formula(planned, look);
        }
        let mut bits = Vec::new();
        self.run_in(look, &mut bits);
        self.bits(id, look, &mut bits);
        self.set(planned, look, bits, Vec::new());
    }

    /// The labels and titles that wait, before what they run in with.
    fn run_in(&mut self, look: Look<'p>, bits: &mut Vec<Bit<'p>>) {
        for label in std::mem::take(&mut self.labels) {
            let Some(planned) = self.plan.get(label) else {
                continue;
            };
            let mut own = look;
            own.text.bold |= look.runs_in || planned.element.is_none_or(|e| !e.is("title"));
            self.bits(label, own, bits);
            bits.push(Bit::Space(look.text.size * 0.5));
        }
    }

    /// Adds a paragraph of these bits, with the notes called in it and in the label that hangs before it.
    pub(super) fn set(
        &mut self,
        planned: &'p Planned<'p>,
        look: Look<'p>,
        bits: Vec<Bit<'p>>,
        number: Vec<Bit<'p>>,
    ) {
        let is_seen = bits
            .iter()
            .chain(&number)
            .any(|bit| !matches!(bit, Bit::Space(_)));
        let paragraph = is_seen.then(|| self.paragraph(planned, look, bits));
        let after_text = self.after_text;
        let notes: Vec<Note<'p>> = std::mem::take(&mut self.notes)
            .into_iter()
            .map(|(after, tag)| Note {
                after,
                blocks: self.note(tag, look),
            })
            .collect();
        self.after_text = after_text;
        if let Some(mut paragraph) = paragraph {
            paragraph.notes = notes;
            paragraph.number = number;
            self.push(Block::Paragraph(paragraph));
        } else {
            self.out
                .extend(notes.into_iter().flat_map(|note| note.blocks));
        }
    }

    /// A note called in a line: a flow of its own.
    fn note(&mut self, tag: TagId, look: Look<'p>) -> Vec<Block<'p>> {
        let mut look = look;
        (look.left, look.right, look.hanging) = (0.0, 0.0, 0.0);
        (look.bar, look.keep, look.indents) = (None, false, false);
        look.text = TextStyle {
            size: self.theme.fine,
            ..self.first_look(None).text
        };
        self.apart(|styler| styler.tag(tag, look), look)
    }

    /// The blocks that are made apart from the flow.
    pub(super) fn apart(&mut self, make: impl FnOnce(&mut Self), look: Look<'p>) -> Vec<Block<'p>> {
        let outside = std::mem::take(&mut self.out);
        let space = std::mem::take(&mut self.space);
        let waiting = (std::mem::take(&mut self.labels), self.hanging.take());
        make(self);
        self.flush(look);
        (self.labels, self.hanging) = waiting;
        self.space = space;
        std::mem::replace(&mut self.out, outside)
    }

    fn paragraph(
        &mut self,
        planned: &'p Planned<'p>,
        look: Look<'p>,
        bits: Vec<Bit<'p>>,
    ) -> Paragraph<'p> {
        let heading = is_heading_type(planned.tag.standard);
        let is_text = look.indents && !heading && look.align == Align::Justified;
        let names = !look.text.bold && names_what_follows(&bits);
        let goes_on = look.goes_on || names;
        let indented = is_text && self.after_text && self.hanging.is_none() && !goes_on;
        let code = planned.element.is_some_and(|e| is_code(local(e)));
        let mut label = Vec::new();
        let mut hang = 0.0;
        if let Some((tag, width)) = self.hanging.take() {
            self.bits(tag, look, &mut label);
            hang = width;
        }
        self.after_text = is_text && !names;
        Paragraph {
            frame: Frame {
                left: look.left + look.hanging,
                keep: look.keep || heading || names,
                ..frame(
                    look,
                    if indented || look.goes_on {
                        0.0
                    } else {
                        look.gap
                    },
                )
            },
            leads: is_text && leads_on(&bits),
            bits,
            label,
            hang,
            first: if indented {
                self.theme.indent
            } else {
                -look.hanging
            },
            align: if code { Align::Start } else { look.align },
            leading: if heading { 1.15 } else { self.theme.leading },
            whole: heading,
            notes: Vec::new(),
            number: Vec::new(),
        }
    }

    /// Sets labels and titles that have waited in vain for a paragraph on a line of their own.
    pub(super) fn flush(&mut self, look: Look<'p>) {
        self.flush_names(look);
        let waiting = self.hanging.take();
        if let Some((id, planned)) = waiting.and_then(|(id, _)| Some((id, self.plan.get(id)?))) {
            let mut bits = Vec::new();
            self.bits(id, look, &mut bits);
            self.set(planned, look, bits, Vec::new());
        }
    }

    /// The same, but what hangs waits on.
    pub(super) fn flush_names(&mut self, look: Look<'p>) {
        if let Some(last) = self.labels.last().and_then(|id| self.plan.get(*id)) {
            let mut bits = Vec::new();
            self.run_in(look, &mut bits);
            self.set(last, look, bits, Vec::new());
        }
    }
}

/// True for a paragraph that ends with a colon: a list or quotation follows.
fn leads_on(bits: &[Bit<'_>]) -> bool {
    let last = bits.iter().rev().find_map(|bit| match bit {
        Bit::Text { text, .. } => text.trim_end().chars().next_back(),
        _ => None,
    });
    last == Some(':')
}

/// A line of more letters is a sentence.
const LONGEST_NAME: usize = 80;

/// True for a paragraph that is all of bold letters, as authors set headings where they have none.
fn names_what_follows(bits: &[Bit<'_>]) -> bool {
    let mut letters = 0_usize;
    let is_bold = bits.iter().all(|bit| match bit {
        Bit::Text { text, style, .. } => {
            let text = text.trim();
            letters = letters.saturating_add(text.chars().count());
            style.bold || text.is_empty()
        }
        Bit::Space(_) => true,
        Bit::Break | Bit::Picture { .. } => false,
    });
    is_bold && (1..=LONGEST_NAME).contains(&letters)
}
