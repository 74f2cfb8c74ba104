//! Style: planned tags and a theme → a flow of styled blocks. No glyph is known here.

use super::block::{Block, Frame};
use super::images::Images;
use super::line::{Align, Family, TextStyle};
use crate::pdf::page::TagId;
use crate::pdf::tags::names::local;
use crate::pdf::tags::plan::{Flow, Plan, PlanKid, Planned};
use crate::pdf::theme::Theme;
use crate::present::GeneratedKind;

/// The looks that blocks hand down to what is in them.
#[derive(Debug, Clone, Copy)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each says one thing of the text, and any of them may hold"
)]
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
    /// The width that labels of items hang in.
    pub(super) hang: f32,
    /// Every block stays with the next.
    pub(super) keep: bool,
    /// Where a rule runs along the left side.
    pub(super) bar: Option<f32>,
    /// The name of the element around.
    pub(super) inside: &'p str,
    /// The size of a headline: that of a part is smaller.
    pub(super) headline: f32,
    /// The sizes of headings, as parts of the theme's.
    pub(super) headings: f32,
    /// Titles of sections run in with the first paragraph.
    pub(super) runs_in: bool,
    /// What goes on with a paragraph that something interrupted.
    pub(super) goes_on: bool,
    /// A displayed formula: its label is a number at the right edge.
    pub(super) formula: bool,
}

/// Makes blocks of tags.
pub(super) struct Styler<'p, 'r> {
    pub(super) plan: &'p Plan<'p>,
    pub(super) theme: &'p Theme,
    pub(super) images: Images<'r>,
    /// The blocks made so far.
    pub(super) out: Vec<Block<'p>>,
    /// Labels and titles that run in with the next paragraph.
    pub(super) labels: Vec<TagId>,
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
    /// What is about the article: it stands in front in the tags, and at the end on the pages.
    pub(super) about: Vec<Block<'p>>,
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
        labels: Vec::new(),
        hanging: None,
        notes: Vec::new(),
        after_text: false,
        space: 0.0,
        floats: 0,
        about: Vec::new(),
    };
    let look = styler.first_look(lang);
    styler.tag(0, look);
    styler.flush(look);
    (styler.out, styler.images)
}

impl<'p> Styler<'p, '_> {
    pub(super) fn first_look(&self, lang: Option<&'p str>) -> Look<'p> {
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
            hang: self.theme.hang,
            keep: false,
            bar: None,
            inside: "",
            headline: self.theme.headline,
            headings: 1.0,
            runs_in: false,
            goes_on: false,
            formula: false,
        }
    }

    /// A tag that is a block, with everything in it.
    pub(super) fn tag(&mut self, id: TagId, look: Look<'p>) {
        let Some(planned) = self.plan.get(id) else {
            return;
        };
        let around = look.inside;
        let mut look = self.block_look(planned, look);
        if let Some(lang) = &planned.tag.lang {
            look.lang = Some(lang);
        }
        match planned.tag.standard {
            "Table" => return self.table(id, look),
            "LI" => return self.item(id, look),
            "L" => look.hang = self.hang(id, look.text.size),
            _ => {}
        }
        let name = planned.element.map_or("", local);
        if name == "title" && planned.flow == Flow::Lines && look.title_runs_in(around) {
            return self.labels.push(id);
        }
        let opened = Opened {
            name,
            first: self.out.len(),
            after_text: self.after_text,
        };
        if name == "hr" {
            // A rule holds nothing; one that does anyway shows it below.
            self.push(Block::Rule(frame(look, look.gap)));
        }
        if planned.flow == Flow::Blocks {
            self.kids(planned, look);
        } else {
            self.lines(id, planned, look);
        }
        self.close(&opened, around, look);
    }

    /// What stands in a block that holds blocks.
    fn kids(&mut self, planned: &'p Planned<'p>, look: Look<'p>) {
        let name = planned.element.map_or("", local);
        let mut about = false;
        for (index, kid) in planned.kids.iter().enumerate() {
            match kid {
                PlanKid::Tag(kid) => {
                    about |= name == "article-meta" && self.is_heading(*kid);
                    let kid_look = if about && self.is_heading(*kid) {
                        self.about_heading_look(look)
                    } else if about || is_meta(name) && self.is_run(*kid) {
                        self.about_look(look)
                    } else {
                        look
                    };
                    let kid_look = Look {
                        goes_on: name == "p" && index > 0 && self.is_run(*kid),
                        ..kid_look
                    };
                    if about {
                        let blocks = self.apart(|styler| styler.tag(*kid, kid_look), kid_look);
                        self.about.extend(blocks);
                    } else {
                        if self.is_part(*kid) {
                            self.tell_about();
                        }
                        self.tag(*kid, kid_look);
                    }
                }
                PlanKid::Picture(slot) => self.picture(*slot, planned, look),
                PlanKid::Text(..) => {}
            }
        }
    }

    /// What ends with a block.
    fn close(&mut self, opened: &Opened<'_>, around: &str, look: Look<'p>) {
        match opened.name {
            "fig" | "table-wrap" | "boxed-text" | "disp-quote" | "list" | "def-list"
            | "verse-group" | "disp-formula" | "code" | "preformat" | "statement" | "speech" => {
                self.flush(look);
                self.after_text = false;
                self.space = self.space.max(self.theme.body * 0.6);
                if matches!(opened.name, "fig" | "table-wrap") {
                    self.keep_captions(opened);
                }
            }
            // A title that is all of a caption runs in with nothing after it.
            "caption" => self.flush_names(look),
            "graphic" | "media" if around != "fig" => {
                self.space = self.space.max(self.theme.body * 0.6);
            }
            "journal-meta" if self.out.len() > opened.first => {
                let rule = Frame {
                    keep: true,
                    ..frame(look, self.theme.fine * 0.7)
                };
                self.push(Block::Rule(rule));
                self.space = self.theme.body * 1.4;
            }
            "contrib-group" => {
                self.flush(look);
                self.space = self.space.max(self.theme.fine * 0.6);
            }
            "sec" | "floats-group" | "floats-wrap" => {
                self.flush(look);
                self.after_text = false;
                self.settle(opened);
            }
            "abstract" | "front" | "body" | "ref-list" | "fn-group" => {
                self.flush(look);
                self.after_text = false;
            }
            "article" | "sub-article" | "response" => {
                self.flush(look);
                self.after_text = false;
                self.tell_about();
            }
            _ => {}
        }
    }

    /// Sets what is about the article.
    fn tell_about(&mut self) {
        if self.about.is_empty() {
            return;
        }
        self.space = self.space.max(self.theme.body * 1.6);
        let first = self.out.len();
        for block in std::mem::take(&mut self.about) {
            self.push(block);
        }
        if let Some(first) = self.out.get_mut(first) {
            first.frame_mut().clears = true;
        }
    }

    /// Figures and tables that are all there is under a heading stay under it.
    fn settle(&mut self, opened: &Opened<'_>) {
        let blocks = self.out.get_mut(opened.first..).unwrap_or_default();
        let is_heading = |block: &Block<'_>| matches!(block, Block::Paragraph(p) if p.whole);
        let is_float = |block: &Block<'_>| block.frame().float != 0;
        if !blocks.iter().any(is_float) || !blocks.iter().all(|b| is_float(b) || is_heading(b)) {
            return;
        }
        for block in blocks {
            block.frame_mut().float = 0;
        }
        self.space = self.theme.body * 1.2;
    }

    /// Binds a caption to its figure or table.
    fn keep_captions(&mut self, opened: &Opened<'_>) {
        let blocks = self.out.get_mut(opened.first..).unwrap_or_default();
        // A table may be given as a picture.
        let is_body = |block: &Block<'_>| matches!(block, Block::Table(_) | Block::Picture(_));
        let bound = if opened.name == "fig" {
            blocks.len().saturating_sub(1)
        } else {
            blocks.iter().position(is_body).unwrap_or(0)
        };
        for block in blocks.iter_mut().take(bound) {
            block.frame_mut().keep = true;
        }
        self.space = self.theme.body * 1.2;
        // A table without a name is part of the text, which cannot call it anywhere else.
        let is_named = opened.name == "fig" || bound > 0;
        if is_named && blocks.iter().all(|block| block.frame().left < 1.0) {
            self.floats += 1;
            let float = self.floats;
            for block in blocks {
                block.frame_mut().float = float;
            }
            // The page builder knows what comes after a float; the text around it goes on as if it were not there.
            self.space = 0.0;
            self.after_text = opened.after_text;
        }
    }

    fn is_heading(&self, id: TagId) -> bool {
        self.plan
            .get(id)
            .is_some_and(|kid| kid.generated == Some(GeneratedKind::Heading))
    }

    /// True for a line of the article's facts that is no element.
    fn is_run(&self, id: TagId) -> bool {
        self.plan
            .get(id)
            .is_some_and(|kid| kid.element.is_none() && kid.generated.is_none())
    }

    /// True for an article in the article.
    fn is_part(&self, id: TagId) -> bool {
        let element = self.plan.get(id).and_then(|kid| kid.element);
        element.is_some_and(|element| element.is("sub-article") || element.is("response"))
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
}

/// A block whose content is being made.
struct Opened<'n> {
    /// Its name.
    name: &'n str,
    /// How many blocks there were before it.
    first: usize,
    /// Whether the last of them was a paragraph of running text.
    after_text: bool,
}

/// True for what holds the article's facts in lines of their own.
fn is_meta(name: &str) -> bool {
    matches!(name, "article-meta" | "front-stub")
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
        clears: false,
    }
}
