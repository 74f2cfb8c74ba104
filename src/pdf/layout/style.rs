//! Style: planned tags and a theme → a flow of styled blocks. No glyph is known here.

use super::block::{Bit, Block, Frame, Note, Paragraph};
use super::images::Images;
use super::line::{Align, Family, TextStyle};
use crate::pdf::page::TagId;
use crate::pdf::tags::names::{is_code, local};
use crate::pdf::tags::plan::{Flow, Plan, PlanKid, Planned};
use crate::pdf::theme::Theme;
use crate::present::GeneratedKind;

/// The looks that blocks hand down to what is in them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look<'p> {
    /// How text looks.
    pub(super) text: TextStyle,
    /// Its language.
    pub(super) lang: Option<&'p str>,
    /// Whether its white space counts.
    pub(super) kept: bool,
    /// Between the column's left edge and the block.
    pub(super) left: f32,
    /// Between the block and the column's right edge.
    pub(super) right: f32,
    /// Space before a block.
    pub(super) gap: f32,
    /// How lines are set.
    pub(super) align: Align,
    /// Whether a paragraph after a paragraph has its first line indented instead of space before it.
    pub(super) indents: bool,
    /// How far all lines but the first hang.
    pub(super) hanging: f32,
    /// Every block stays with the next.
    pub(super) keep: bool,
    /// Where a rule runs along the left side.
    pub(super) bar: Option<f32>,
    /// The name of the element around.
    pub(super) inside: &'p str,
}

/// Makes blocks of tags.
pub(super) struct Styler<'p, 'r> {
    pub(super) plan: &'p Plan<'p>,
    pub(super) theme: &'p Theme,
    pub(super) images: Images<'r>,
    /// The blocks made so far.
    pub(super) out: Vec<Block<'p>>,
    /// A label that runs in with the next paragraph.
    pub(super) label: Option<TagId>,
    /// A label that hangs before the next paragraph, and the width that it hangs in.
    pub(super) hanging: Option<(TagId, f32)>,
    /// Notes called in the line that is being made, each with the slot before it.
    pub(super) notes: Vec<(Option<usize>, TagId)>,
    /// Whether the last block was a paragraph of running text.
    pub(super) after_text: bool,
    /// Space that the next block wants at least.
    pub(super) space: f32,
    /// How many floats there are.
    pub(super) floats: usize,
}

/// The blocks of a whole article, and the images in them.
pub(super) fn style<'p, 'r>(
    plan: &'p Plan<'p>,
    theme: &'p Theme,
    lang: Option<&'p str>,
    images: Images<'r>,
) -> (Vec<Block<'p>>, Images<'r>) {
    let mut styler = Styler {
        plan,
        theme,
        images,
        out: Vec::new(),
        label: None,
        hanging: None,
        notes: Vec::new(),
        after_text: false,
        space: 0.0,
        floats: 0,
    };
    let look = styler.first_look(lang);
    styler.tag(0, look);
    styler.flush(look);
    (styler.out, styler.images)
}

impl<'p> Styler<'p, '_> {
    fn first_look(&self, lang: Option<&'p str>) -> Look<'p> {
        Look {
            text: TextStyle {
                family: Family::Serif,
                bold: false,
                italic: false,
                small_caps: false,
                size: self.theme.body,
                rise: 0.0,
                color: self.theme.ink,
            },
            lang,
            kept: false,
            left: 0.0,
            right: 0.0,
            gap: self.theme.body * 0.5,
            align: Align::Justified,
            indents: true,
            hanging: 0.0,
            keep: false,
            bar: None,
            inside: "",
        }
    }

    /// A tag that is a block, with everything in it.
    pub(super) fn tag(&mut self, id: TagId, look: Look<'p>) {
        let Some(planned) = self.plan.get(id) else {
            return;
        };
        let mut look = self.block_look(planned, look);
        if let Some(lang) = &planned.tag.lang {
            look.lang = Some(lang);
        }
        match planned.tag.standard {
            "Table" => return self.table(id, look),
            "LI" => return self.item(id, look),
            _ => {}
        }
        let name = planned.element.map_or("", local);
        let first = self.out.len();
        if name == "hr" {
            // A rule holds nothing; one that does anyway shows it below.
            self.push(Block::Rule(frame(look, look.gap)));
        }
        if planned.flow != Flow::Blocks {
            self.lines(id, planned, look);
            return self.close(name, first, look);
        }
        for kid in &planned.kids {
            match kid {
                PlanKid::Tag(kid) => {
                    self.tag(*kid, look);
                    if name == "article-meta" && self.is_heading(*kid) {
                        look = self.about_look(look);
                    }
                }
                PlanKid::Picture(slot) => self.picture(*slot, planned, look),
                PlanKid::Text(..) => {}
            }
        }
        self.close(name, first, look);
    }

    /// What ends with a block that holds blocks.
    fn close(&mut self, name: &str, first: usize, look: Look<'p>) {
        match name {
            "fig" | "table-wrap" | "boxed-text" | "disp-quote" | "list" | "def-list"
            | "verse-group" | "disp-formula" | "code" | "preformat" | "statement" | "speech" => {
                self.flush(look);
                self.after_text = false;
                self.space = self.space.max(self.theme.body * 0.6);
                if matches!(name, "fig" | "table-wrap") {
                    self.keep_captions(name == "fig", first);
                }
            }
            "sec" | "abstract" | "front" | "body" | "ref-list" | "fn-group" | "article" => {
                self.flush(look);
                self.after_text = false;
            }
            _ => {}
        }
    }

    /// Binds a caption to its figure or table.
    fn keep_captions(&mut self, figure: bool, first: usize) {
        let blocks = self.out.get_mut(first..).unwrap_or_default();
        let table = |block: &Block<'_>| matches!(block, Block::Table(_));
        let bound = if figure {
            blocks.len().saturating_sub(1)
        } else {
            blocks.iter().position(table).unwrap_or(0)
        };
        for block in blocks.iter_mut().take(bound) {
            block.frame_mut().keep = true;
        }
        self.space = self.theme.body * 1.2;
        if blocks.iter().all(|block| block.frame().left < 1.0) {
            self.floats += 1;
            let float = self.floats;
            for block in blocks {
                block.frame_mut().float = float;
            }
            // The page builder knows what comes after a float; the text around it goes on as if it were not there.
            self.space = 0.0;
            self.after_text = true;
        }
    }

    fn is_heading(&self, id: TagId) -> bool {
        self.plan
            .get(id)
            .is_some_and(|kid| kid.generated == Some(GeneratedKind::Heading))
    }

    /// A block of lines. One that holds nothing but a label waits for the next.
    pub(super) fn lines(&mut self, id: TagId, planned: &'p Planned<'p>, look: Look<'p>) {
        if self.is_label_only(id) {
            self.flush(look);
            self.label = Some(id);
            return;
        }
        let mut bits = Vec::new();
        if let Some(label) = self.label.take() {
            let mut bold = look;
            bold.text.bold = true;
            self.bits(label, bold, &mut bits);
            bits.push(Bit::Space(look.text.size * 0.5));
        }
        self.bits(id, look, &mut bits);
        self.set(planned, look, bits);
    }

    /// Adds a paragraph of these bits, with the notes called in it and in the label that hangs before it.
    fn set(&mut self, planned: &'p Planned<'p>, look: Look<'p>, bits: Vec<Bit<'p>>) {
        let is_seen = bits.iter().any(|bit| !matches!(bit, Bit::Space(_)));
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
        let waiting = (self.label.take(), self.hanging.take());
        make(self);
        self.flush(look);
        (self.label, self.hanging) = waiting;
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
        let indented = is_text && self.after_text && self.hanging.is_none();
        let code = planned.element.is_some_and(|e| is_code(local(e)));
        let mut label = Vec::new();
        let mut hang = 0.0;
        if let Some((tag, width)) = self.hanging.take() {
            self.bits(tag, look, &mut label);
            hang = width;
        }
        self.after_text = is_text;
        Paragraph {
            frame: Frame {
                left: look.left + look.hanging,
                keep: look.keep || heading,
                ..frame(look, if indented { 0.0 } else { look.gap })
            },
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
        }
    }

    /// Adds a block; what waits before it comes first.
    pub(super) fn push(&mut self, block: Block<'p>) {
        let mut block = block;
        let frame = block.frame_mut();
        frame.before = frame.before.max(std::mem::take(&mut self.space));
        // However deep lists are nested, text keeps a readable measure.
        frame.left = frame.left.min(self.theme.measure() * 0.6);
        self.out.push(block);
    }

    /// Sets labels that have waited in vain for a paragraph on lines of their own.
    pub(super) fn flush(&mut self, look: Look<'p>) {
        let waiting = [self.label.take(), self.hanging.take().map(|(tag, _)| tag)];
        for id in waiting.into_iter().flatten() {
            let Some(planned) = self.plan.get(id) else {
                continue;
            };
            let mut bits = Vec::new();
            self.bits(id, look, &mut bits);
            self.set(planned, look, bits);
        }
    }
}

/// True for the standard types of headings.
pub(super) fn is_heading_type(standard: &str) -> bool {
    matches!(standard, "H1" | "H2" | "H3" | "H4" | "H5" | "H6")
}

/// Where a block of these looks stands.
pub(super) fn frame(look: Look<'_>, before: f32) -> Frame {
    Frame {
        left: look.left,
        right: look.right,
        before,
        keep: look.keep,
        bar: look.bar,
        float: 0,
    }
}
