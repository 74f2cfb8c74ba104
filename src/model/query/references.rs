//! The references of an article, and where each is cited.

mod calls;

use std::collections::HashMap;

use calls::{Calls, MOST_BETWEEN};

use crate::model::citation::{Citation, CitationEntry, Reference, ReferenceList};
use crate::model::inline::{Inline, Xref};
use crate::model::{Article, Back, Block, Section, Visitor};

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
    /// True where it does not name the work, which lies in a range that begins here: 4 in "3–7".
    pub in_range: bool,
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

    /// All references in order, each with the places that cite it: those whose `rid` names it, and those of a range that it
    /// lies in. A range is two numbers with a dash between them that are as far apart as the references they name. A
    /// reference that nothing cites has no places; of several with the same identifier the first is the one that is cited.
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
        let mut budget = MOST_BETWEEN;
        for (number, call) in calls.found.iter().enumerate() {
            let named: Vec<usize> = call
                .xref
                .targets()
                .filter_map(|target| by_id.get(target).copied())
                .collect();
            let between = calls.between(number, &named, &by_id);
            let between = between.take(budget);
            budget = budget.saturating_sub(between.len());
            let places = named.iter().map(|at| (*at, false));
            for (at, in_range) in places.chain(between.map(|at| (at, true))) {
                if let Some(entry) = cited.get_mut(at) {
                    entry.calls.push(Call { in_range, ..*call });
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

#[cfg(test)]
mod tests;
