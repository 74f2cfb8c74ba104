//! Which looks an element gives to what is in it.

use super::line::{Align, Family};
use super::style::{Look, Styler, is_heading_type};
use crate::pdf::tags::names::local;
use crate::pdf::tags::plan::Planned;

impl<'p> Styler<'p, '_> {
    /// The looks of a block and what is in it.
    pub(super) fn block_look(&mut self, planned: &'p Planned<'p>, look: Look<'p>) -> Look<'p> {
        let name = planned.element.map_or("", local);
        let mut look = self.front_look(name, look);
        look = self.body_look(name, look);
        if name == "abstract"
            && planned
                .element
                .is_some_and(|e| e.attr("abstract-type") == Some("teaser"))
        {
            look = self.standfirst_look(look);
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
            "article-categories" => {
                look = sized(look, theme.small);
                look.align = Align::Start;
                look.text.color = theme.accent;
                look.text.small_caps = true;
                self.space = theme.body * 1.6;
            }
            "title-group" => {
                look.align = Align::Start;
                look.gap = theme.body * 0.4;
            }
            "article-title" if look.align == Align::Start => {
                look.text.size = theme.headline;
                look.text.bold = true;
                self.space = self.space.max(theme.body);
            }
            "subtitle" | "trans-title" if look.align == Align::Start => {
                look.text.size = theme.headline * 0.6;
                look.text.italic = true;
            }
            "contrib-group" => {
                look.align = Align::Start;
                look.indents = false;
                look.gap = theme.body * 0.6;
            }
            "aff" | "aff-alternatives" | "author-notes" | "bio" => {
                look = sized(look, theme.fine);
                look.align = Align::Start;
                look.gap = theme.fine * 0.25;
            }
            "abstract" | "trans-abstract" => {
                look = sized(look, theme.small);
                look.left += theme.indent * 1.5;
                look.right += theme.indent * 1.5;
                self.space = self.space.max(theme.body);
            }
            "kwd-group" | "unstructured-kwd-group" => {
                look = sized(look, theme.fine);
                look.align = Align::Start;
                self.space = self.space.max(theme.body);
            }
            _ => {}
        }
        look
    }

    /// The looks of a standfirst: it leads in, and stands under the headline at its width.
    fn standfirst_look(&mut self, look: Look<'p>) -> Look<'p> {
        let theme = self.theme;
        let mut look = sized(look, theme.body * 1.2);
        look.left -= theme.indent * 1.5;
        look.right -= theme.indent * 1.5;
        look.align = Align::Start;
        look.text.italic = true;
        look
    }

    /// The looks of everything else.
    fn body_look(&mut self, name: &str, look: Look<'p>) -> Look<'p> {
        let theme = self.theme;
        let mut look = look;
        match name {
            "body" | "back" | "sub-article" | "response" => {
                self.space = self.space.max(theme.body * 1.6);
            }
            "caption" | "table-wrap-foot" | "fn-group" | "attrib" | "permissions" => {
                // The title of a box stays with the box.
                look.keep |= name == "caption" && look.inside == "boxed-text";
                look = sized(look, theme.fine);
                look.align = Align::Start;
                look.gap = theme.fine * 0.35;
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
            "disp-quote" | "verse-group" | "statement" => {
                self.after_text = false;
                look = sized(look, theme.small);
                look.left += theme.indent * 1.5;
                look.right += theme.indent;
                self.space = self.space.max(theme.body * 0.6);
            }
            "boxed-text" => {
                look = sized(look, theme.small);
                look.bar = Some(look.left);
                look.left += theme.indent;
                self.space = self.space.max(theme.body);
            }
            "disp-formula" => {
                look.align = Align::Center;
                look.gap = theme.body * 0.7;
            }
            "code" | "preformat" => {
                look.text.family = Family::Mono;
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

    /// The looks of what is about the article.
    pub(super) fn about_look(&self, look: Look<'p>) -> Look<'p> {
        let mut look = sized(look, self.theme.fine);
        look.align = Align::Start;
        look.gap = self.theme.fine * 0.35;
        look
    }

    fn heading_look(&mut self, standard: &str, look: Look<'p>) -> Look<'p> {
        let level = standard
            .strip_prefix('H')
            .and_then(|level| level.parse::<usize>().ok())
            .unwrap_or(1);
        let sizes = self.theme.headings;
        let size = sizes.get(level.saturating_sub(1)).or(sizes.last());
        let relative = look.text.size / self.theme.body;
        let mut look = look;
        look.text.size = size.copied().unwrap_or(self.theme.body) * relative;
        look.text.bold = true;
        look.text.italic = level > 3;
        look.align = Align::Start;
        look.gap = look.text.size * 1.1;
        look
    }
}

/// Smaller text, and smaller space between blocks with it. What is small already stays so.
fn sized(look: Look<'_>, size: f32) -> Look<'_> {
    let mut look = look;
    look.text.size = look.text.size.min(size);
    look.gap = look.gap.min(size * 0.5);
    look
}
