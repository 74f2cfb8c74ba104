//! Which looks an element gives to what is in it.

use super::block::{Block, Frame};
use super::inline::CODE;
use super::line::{Align, Family};
use super::style::{Look, Styler, frame, is_heading_type};
use crate::pdf::tags::names::local;
use crate::pdf::tags::plan::Planned;

impl<'p> Styler<'p, '_> {
    /// The looks of a block and what is in it.
    pub(super) fn block_look(&mut self, planned: &'p Planned<'p>, look: Look<'p>) -> Look<'p> {
        let name = planned.element.map_or("", local);
        let mut look = self.front_look(name, look);
        look = self.body_look(name, look);
        if name == "abstract" {
            look = match planned.element.and_then(|e| e.attr("abstract-type")) {
                Some("teaser") => self.standfirst_look(look),
                _ => self.abstract_look(look),
            };
        }
        if !name.is_empty() {
            look.inside = name;
        }
        if is_heading_type(planned.tag.standard) && name != "article-title" {
            return self.heading_look(planned.tag.standard, look);
        }
        look
    }

    /// The looks of front matter.
    fn front_look(&mut self, name: &str, look: Look<'p>) -> Look<'p> {
        let theme = self.theme;
        let mut look = look;
        match name {
            "journal-meta" => {
                look = sized(look, theme.fine);
                look.align = Align::Start;
                look.text.color = theme.muted;
                look.gap = 1.0;
            }
            "journal-title" if matches!(look.inside, "journal-title-group" | "journal-meta") => {
                look.text.size = theme.small;
                look.text.bold = true;
            }
            "article-categories" => {
                look = sized(look, theme.small);
                look.align = Align::Start;
                look.text.color = theme.accent;
                look.text.small_caps = true;
                look.gap = theme.small * 0.15;
                look.keep = true;
                self.space = self.space.max(theme.body * 0.8);
            }
            "title-group" => {
                look.align = Align::Start;
                look.gap = theme.body * 0.4;
            }
            "article-title" if look.inside == "title-group" => {
                look.text.size = look.headline;
                look.text.bold = true;
                self.space = self.space.max(theme.body * 0.8);
            }
            "subtitle" if look.inside == "title-group" => {
                look.text.size = look.headline * 0.62;
                look.text.italic = true;
            }
            "trans-title-group" if look.inside == "title-group" => {
                look.text.size = look.headline * 0.55;
                look.text.color = theme.muted;
            }
            "alt-title" if look.inside == "title-group" => {
                look = sized(look, theme.fine);
            }
            "contrib-group" => {
                look.align = Align::Start;
                look.indents = false;
                look.gap = theme.body * 0.15;
                self.space = self.space.max(theme.body * 0.8);
            }
            "contrib" => look.hanging = theme.indent,
            "aff" | "aff-alternatives" | "author-notes" | "bio" => {
                look = sized(look, theme.fine);
                look.hanging = 0.0;
                look.align = Align::Start;
                look.gap = theme.fine * 0.25;
            }
            "custom-meta-group" | "history" | "funding-group" | "related-article" => {
                look = self.about_look(look);
            }
            "trans-abstract" => look = self.abstract_look(look),
            "kwd-group" | "unstructured-kwd-group" => {
                look = sized(look, theme.fine);
                look.align = Align::Start;
                self.space = self.space.max(theme.fine * 0.5);
            }
            _ => {}
        }
        look
    }

    /// The looks of a standfirst: it leads in, and stands under the headline at its width.
    fn standfirst_look(&mut self, look: Look<'p>) -> Look<'p> {
        let mut look = look;
        look.text.size = self.theme.standfirst;
        look.align = Align::Start;
        look.text.italic = true;
        look.gap = self.theme.body * 0.6;
        look
    }

    /// The looks of an abstract: set in, and the titles in it on the line of what they name.
    fn abstract_look(&mut self, look: Look<'p>) -> Look<'p> {
        let theme = self.theme;
        let mut look = sized(look, theme.small);
        look.left += theme.indent;
        look.right += theme.indent;
        look.runs_in = true;
        look.gap = theme.small * 0.3;
        look.headings = theme.small / theme.body;
        self.space = self.space.max(theme.body);
        look
    }

    /// The looks of everything else.
    fn body_look(&mut self, name: &str, look: Look<'p>) -> Look<'p> {
        let theme = self.theme;
        let mut look = look;
        match name {
            "body" | "back" => {
                self.after_text = false;
                self.space = self.space.max(theme.body * 1.6);
            }
            "sub-article" | "response" => {
                look.headline = theme.part;
                self.space = self.space.max(theme.body * 2.4);
                self.push(Block::Rule(Frame {
                    keep: true,
                    clears: true,
                    ..frame(look, 0.0)
                }));
                self.space = theme.body;
            }
            "caption" | "table-wrap-foot" | "fn-group" | "attrib" | "permissions" => {
                // The title of a box stays with the box.
                look.keep |= name == "caption" && look.inside == "boxed-text";
                look = sized(look, theme.fine);
                look.align = Align::Start;
                look.gap = theme.fine * 0.35;
                if name == "attrib" {
                    look.text.color = theme.muted;
                }
            }
            "fig" | "table-wrap" => {
                look = sized(look, theme.fine);
                look.align = Align::Start;
                self.flush(look);
                self.space = self.space.max(theme.body * 1.2);
            }
            "fn" => {
                look = sized(look, theme.fine);
                look.gap = theme.fine * 0.35;
            }
            "ref-list" | "glossary" | "app-group" | "ack" => {
                look = sized(look, theme.small);
            }
            "ref" => look.gap = theme.small * 0.25,
            "element-citation" | "nlm-citation" if look.inside == "ref" => {
                // What is said a second time, in parts.
                look = sized(look, theme.fine);
                look.text.color = theme.muted;
                look.gap = 0.0;
                look.indents = false;
                look.left += std::mem::take(&mut look.hanging);
            }
            "disp-quote" | "verse-group" | "statement" => {
                self.after_text = false;
                look = sized(look, theme.small);
                look.left += theme.indent * 1.5;
                look.right += theme.indent;
                look.headings = theme.small / theme.body;
                self.space = self.space.max(theme.body * 0.6);
            }
            "boxed-text" => {
                look = sized(look, theme.small);
                look.bar = Some(look.left);
                look.left += theme.indent;
                look.headings = theme.small / theme.body;
                self.space = self.space.max(theme.body);
            }
            "disp-formula-group" => self.set_names_above(look),
            "disp-formula" => {
                // The label of a group is the number of its first formula.
                if look.inside != "disp-formula-group" {
                    self.set_names_above(look);
                }
                look.formula = true;
                look.align = Align::Center;
                look.gap = theme.body * 0.7;
            }
            "code" | "preformat" => {
                look.text.family = Family::Mono;
                look.text.size = look.text.size.min(theme.fine / CODE);
                look.kept = true;
                look.align = Align::Start;
                look.left += theme.indent;
            }
            "list" | "def-list" => {
                look.indents = false;
                look.gap = look.text.size * 0.3;
                self.space = self.space.max(look.text.size * 0.4);
            }
            _ => {}
        }
        look
    }

    /// What names a statement or section stands above its first formula: it is not the number of that.
    fn set_names_above(&mut self, look: Look<'p>) {
        self.flush_names(Look { keep: true, ..look });
    }

    /// The looks of what is about the article.
    pub(super) fn about_look(&self, look: Look<'p>) -> Look<'p> {
        let mut look = sized(look, self.theme.fine);
        look.align = Align::Start;
        look.gap = self.theme.fine * 0.35;
        look
    }

    /// The looks of the heading of what is about the article.
    pub(super) fn about_heading_look(&self, look: Look<'p>) -> Look<'p> {
        let mut look = self.about_look(look);
        look.text.size = self.theme.small;
        look.text.bold = true;
        look.keep = true;
        look
    }

    fn heading_look(&mut self, standard: &str, look: Look<'p>) -> Look<'p> {
        let level = standard
            .strip_prefix('H')
            .and_then(|level| level.parse::<usize>().ok())
            .unwrap_or(1);
        let sizes = self.theme.headings;
        let size = sizes.get(level.saturating_sub(1)).or(sizes.last());
        let mut look = look;
        look.text.size = size.copied().unwrap_or(self.theme.body) * look.headings;
        look.text.bold = true;
        look.text.italic = level > 3;
        look.align = Align::Start;
        look.gap = look.text.size * 1.1;
        look
    }
}

impl Look<'_> {
    /// True where the title of an element of that name runs in with what follows it.
    pub(super) fn title_runs_in(&self, element: &str) -> bool {
        element == "caption" || (self.runs_in && element == "sec")
    }
}

/// Smaller text, and smaller space between blocks with it. What is small already stays so.
fn sized(look: Look<'_>, size: f32) -> Look<'_> {
    let mut look = look;
    look.text.size = look.text.size.min(size);
    look.gap = look.gap.min(size * 0.5);
    look
}
