//! The references of an article, and where each is cited.

use std::collections::HashMap;

use crate::codec::slots::{ChildField, RestField, Typed};
use crate::model::citation::{Citation, CitationEntry, Reference, ReferenceList};
use crate::model::inline::{Inline, Xref};
use crate::model::{AppendixGroup, Article, Back, Block, Section, Visitor};

/// A reference and the places that cite it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct CitedReference<'a> {
    /// The reference.
    pub reference: &'a Reference,
    /// Where it is cited, in the order of the article.
    pub calls: Vec<Call<'a>>,
}

/// A place that cites.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Call<'a> {
    /// The reference to the reference list; it may cite several works at once.
    pub xref: &'a Xref,
    /// The innermost section that it stands in.
    pub section: Option<&'a Section>,
}

impl Article {
    /// The reference lists, wherever they stand, lists inside lists and those of articles inside this one included.
    #[must_use]
    pub fn reference_lists(&self) -> Vec<&ReferenceList> {
        let mut lists = Lists(Vec::new());
        self.visit(&mut lists);
        lists.0
    }

    /// The references of all lists in order.
    #[must_use]
    pub fn references(&self) -> Vec<&Reference> {
        let lists = self.reference_lists();
        lists
            .into_iter()
            .flat_map(|list| &list.references)
            .collect()
    }

    /// The reference of an identifier: its own, or that of a citation in it.
    ///
    /// For many of them use [`Article::cited`], which looks at everything once.
    #[must_use]
    pub fn reference(&self, id: &str) -> Option<&Reference> {
        let mut all = self.references().into_iter();
        all.find(|reference| reference.ids().any(|own| own == id))
    }

    /// All references in order, each with the places that cite it: those whose `rid` names it. A reference that nothing
    /// cites has no places; of several with the same identifier the first is the one that is cited.
    ///
    /// ```
    /// use separatum::Article;
    /// use separatum::model::{Back, Block, Body, Inline, Paragraph, Reference, ReferenceList, Xref};
    ///
    /// let mut reference = Reference::default();
    /// reference.id = Some("r1".to_owned());
    /// let mut list = ReferenceList::default();
    /// list.references.push(reference);
    /// let mut article = Article::new("Salt");
    /// article.back.push(Back::References(list.into()));
    /// let call = Xref::new("bibr", "r1", vec!["1".into()]);
    /// article.body = Some(Body::from(vec![Paragraph::new([Inline::Xref(call.into())]).into()]));
    ///
    /// let cited = article.cited();
    /// assert_eq!(cited[0].reference.id.as_deref(), Some("r1"));
    /// assert_eq!(cited[0].calls.len(), 1);
    /// ```
    #[must_use]
    pub fn cited(&self) -> Vec<CitedReference<'_>> {
        let references = self.references().into_iter();
        let mut cited: Vec<CitedReference<'_>> = references
            .map(|reference| CitedReference {
                reference,
                calls: Vec::new(),
            })
            .collect();
        let mut by_id: HashMap<&str, usize> = HashMap::new();
        for (at, entry) in cited.iter().enumerate() {
            for id in entry.reference.ids() {
                by_id.entry(id).or_insert(at);
            }
        }
        let mut calls = Calls::default();
        self.visit(&mut calls);
        for call in calls.found {
            for target in call.xref.targets() {
                let entry = by_id.get(target).and_then(|at| cited.get_mut(*at));
                if let Some(entry) = entry {
                    entry.calls.push(call);
                }
            }
        }
        cited
    }

    /// The citations that stand in running text instead of a reference list, in order.
    #[must_use]
    pub fn inline_citations(&self) -> Vec<&Citation> {
        let mut citations = Citations(Vec::new());
        self.visit(&mut citations);
        citations.0
    }
}

impl Reference {
    /// Its identifier and those of its citations.
    fn ids(&self) -> impl Iterator<Item = &str> {
        fn of(entry: &CitationEntry) -> Vec<&str> {
            match entry {
                CitationEntry::Alternatives(forms) => {
                    let inner = forms.citations.iter().flat_map(of);
                    forms.id.as_deref().into_iter().chain(inner).collect()
                }
                single => {
                    let id = single.citation().and_then(|parts| parts.id.as_deref());
                    id.into_iter().collect()
                }
            }
        }
        let inner = self.citations.iter().flat_map(of);
        self.id.as_deref().into_iter().chain(inner)
    }
}

/// Gathers reference lists.
struct Lists<'a>(Vec<&'a ReferenceList>);

impl<'a> Lists<'a> {
    fn list(&mut self, list: &'a ReferenceList) {
        self.0.push(list);
        for inner in &list.lists {
            self.list(inner);
        }
    }
}

impl<'a> Visitor<'a> for Lists<'a> {
    fn block(&mut self, block: &'a Block) -> bool {
        if let Block::References(list) = block {
            self.list(list);
        }
        true
    }

    fn back(&mut self, back: &'a Back) -> bool {
        if let Back::References(list) = back {
            self.list(list);
        }
        true
    }
}

/// Gathers references to other places, each with its section.
#[derive(Default)]
struct Calls<'a> {
    found: Vec<Call<'a>>,
    section: Option<&'a Section>,
}

impl<'a> Calls<'a> {
    /// Goes into a section itself, so as to know when it ends.
    fn section(&mut self, section: &'a Section) -> bool {
        let around = self.section.replace(section);
        section.walk(self);
        self.section = around;
        false
    }

    /// Goes into a group of appendices: each is a section.
    fn appendices(&mut self, group: &'a AppendixGroup) -> bool {
        group.label.walk(self);
        group.title.walk(self);
        RestField::walk(&group.content, self);
        for appendix in &group.appendices {
            self.section(appendix);
        }
        false
    }
}

impl<'a> Visitor<'a> for Calls<'a> {
    fn block(&mut self, block: &'a Block) -> bool {
        match block {
            Block::Section(section) | Block::TreatmentSection(section) => self.section(section),
            _ => true,
        }
    }

    fn inline(&mut self, inline: &'a Inline) -> bool {
        if let Inline::Xref(xref) = inline {
            let section = self.section;
            self.found.push(Call { xref, section });
        }
        true
    }

    fn back(&mut self, back: &'a Back) -> bool {
        match back {
            Back::Acknowledgements(section)
            | Back::Appendix(section)
            | Back::Biography(section)
            | Back::Notes(section)
            | Back::Section(section) => self.section(section),
            Back::Appendices(group) => self.appendices(group),
            _ => true,
        }
    }
}

/// Gathers citations in running text.
struct Citations<'a>(Vec<&'a Citation>);

impl<'a> Visitor<'a> for Citations<'a> {
    fn inline(&mut self, inline: &'a Inline) -> bool {
        if let Inline::Citation(citation) = inline {
            self.0.push(citation);
        }
        true
    }
}
