//! Formulas: MathML and TeX as files of their tags, and their reading in a line.

use super::Writer;
use super::figure::only_text;
use super::sketch::Sketch;
use crate::pdf::page::{AssociatedFile, TagId};
use crate::pdf::tags::linear::{self, Part};
use crate::pdf::tags::plan::Flow;
use crate::pdf::tags::{key, markup, role};
use crate::present::{Kid, Shown};

impl<'s> Writer<'s> {
    /// A formula in MathML: the element is a file of the tag, its reading in a line is generated.
    pub(super) fn math(&mut self, parent: TagId, shown: &'s Shown<'s>, outline: &Sketch) {
        let Some(data) = markup::to_vec(shown.element) else {
            // What XML cannot hold stands as any other element does.
            let id = self.open(Some(parent), Some(shown), "Span", Flow::Inline);
            return self.inline_kids(id, shown, outline);
        };
        let standard = if shown.hidden { "Span" } else { "Formula" };
        let id = self.helper(parent, role::MATH, standard, Flow::Inline);
        if let Some(spelled) = shown.element.attr("id") {
            self.plan.by_id.entry(spelled).or_insert(id);
        }
        if !shown.hidden {
            let reading = self.reading(id, shown, linear::parts(shown.element));
            self.made_alternative(id, reading);
        }
        if let Some(planned) = self.plan.tags.get_mut(id) {
            planned.element = Some(shown.element);
            planned.tag.files.push(AssociatedFile {
                name: "formula.mml",
                media_type: markup::MATHML,
                relationship: "Supplement",
                data,
            });
        }
    }

    /// A formula in TeX: its source is a file of the tag. It is read in a line where nothing else says the same.
    pub(super) fn tex(&mut self, parent: TagId, shown: &'s Shown<'s>, outline: &Sketch) {
        let text = only_text(shown);
        let Some(source) = text.or_else(|| hidden_source(shown)) else {
            let id = self.open(Some(parent), Some(shown), "Span", Flow::Inline);
            return self.inline_kids(id, shown, outline);
        };
        let standard = if shown.hidden { "Span" } else { "Formula" };
        let id = self.open(Some(parent), Some(shown), standard, Flow::Inline);
        if !shown.hidden {
            let reading = self.reading(id, shown, vec![Part::plain(&linear::tex(source))]);
            self.made_alternative(id, reading);
        }
        for (kid, kid_outline) in shown.kids.iter().zip(&outline.kids) {
            if matches!(kid, Kid::Comment(_) | Kid::Instruction(_)) {
                self.inline_kid(id, kid, kid_outline, "tex-math");
            }
        }
        if let (Some(text), Some(planned)) = (text, self.plan.tags.get_mut(id)) {
            planned.tag.files.push(AssociatedFile {
                name: "formula.tex",
                media_type: markup::TEX,
                relationship: "Source",
                data: text.as_bytes().to_vec(),
            });
        }
    }

    /// An alternative that is not the article's.
    fn made_alternative(&mut self, id: TagId, alt: String) {
        self.data(id, key::GEN_ALT, "1".to_owned());
        if let Some(planned) = self.plan.tags.get_mut(id) {
            planned.tag.alt = Some(alt);
        }
    }

    /// Adds the reading of a formula in a line, and returns it in words: what is shown, else the parts.
    fn reading(&mut self, id: TagId, shown: &'s Shown<'s>, parts: Vec<Part>) -> String {
        let mut reading = String::new();
        for kid in &shown.kids {
            if let Kid::Generated(generated) = kid {
                self.generated(id, generated, "Span", Flow::Inline);
                reading.push_str(&generated.text);
            }
        }
        if reading.is_empty() {
            reading = linear::spelled(&parts);
            for part in parts {
                self.part(id, part);
            }
        }
        if reading.trim().is_empty() {
            self.words.formula.clone_into(&mut reading);
        }
        reading
    }
}

/// The source of a formula that a publisher hides in an instruction: `<?CDATA $…$?>`.
fn hidden_source<'s>(shown: &'s Shown<'s>) -> Option<&'s str> {
    let mut source = None;
    for kid in &shown.kids {
        match kid {
            Kid::Instruction(instruction) if source.is_none() => {
                source = Some(instruction.text.as_str());
            }
            Kid::Text(_) | Kid::Element(_) => return None,
            _ => {}
        }
    }
    source.filter(|source| !source.trim().is_empty())
}
