//! Sections by their type.

use crate::model::extra::Attr;
use crate::model::section::Section;
use crate::model::{Article, Back, Block, Visitor};

impl Article {
    /// The sections of body and back matter in order, those inside others included.
    #[must_use]
    pub fn sections(&self) -> Vec<&Section> {
        let mut sections = Sections(Vec::new(), false);
        self.visit_text(&mut sections);
        sections.0
    }

    /// The sections of a type, wherever they stand in body and back matter, titled notes among them. A section may be of
    /// several types, as in `materials|methods`; the case of letters does not matter.
    ///
    /// ```
    /// use separatum::Article;
    /// use separatum::model::{Body, Section};
    /// let mut methods = Section::new("What we did");
    /// methods.kind = Some("materials|methods".to_owned());
    /// let mut article = Article::new("Salt");
    /// article.body = Some(Body::from(vec![methods.into()]));
    /// assert_eq!(article.sections_of_type("methods")[0].title.as_ref().unwrap().text(), "What we did");
    /// ```
    #[must_use]
    pub fn sections_of_type(&self, kind: &str) -> Vec<&Section> {
        let mut sections = Sections(Vec::new(), true);
        self.visit_text(&mut sections);
        sections.0.retain(|section| section.is_of_type(kind));
        sections.0
    }
}

impl Section {
    /// True when one of its types is spelled so, letters of either case being the same.
    #[must_use]
    pub fn is_of_type(&self, kind: &str) -> bool {
        // Titled notes are sections too, with an attribute of their own.
        let is_kind = |attr: &&Attr| attr.namespace.is_none() && attr.name == "notes-type";
        let of_notes = self.extra.attrs.iter().filter(is_kind);
        let kinds = self.kind.iter().chain(of_notes.map(|attr| &attr.value));
        let own = kinds.flat_map(|kinds| kinds.split('|'));
        own.map(str::trim).any(|own| own.eq_ignore_ascii_case(kind))
    }
}

/// Gathers sections, and titled notes if these are wanted.
struct Sections<'a>(Vec<&'a Section>, bool);

impl<'a> Visitor<'a> for Sections<'a> {
    fn block(&mut self, block: &'a Block) -> bool {
        match block {
            Block::Section(section) | Block::TreatmentSection(section) => self.0.push(section),
            Block::TitledNotes(notes) if self.1 => self.0.push(notes),
            _ => {}
        }
        true
    }

    fn back(&mut self, back: &'a Back) -> bool {
        match back {
            Back::Section(section) => self.0.push(section),
            Back::Notes(notes) if self.1 => self.0.push(notes),
            _ => {}
        }
        true
    }
}
