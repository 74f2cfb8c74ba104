//! Marks that lead from a person to an affiliation, where the article links the two and leaves the marks to style sheets.
//! Without them nobody sees who works where.

use std::collections::{BTreeMap, BTreeSet};

use super::row::Row;
use crate::tree::Element;

/// The marks of the affiliations that are linked without one.
#[derive(Debug, Default)]
pub(super) struct Marks<'a> {
    /// By id: the mark of an affiliation, and whether the affiliation says it itself.
    by_id: BTreeMap<&'a str, (String, bool)>,
}

impl<'a> Marks<'a> {
    /// The marks in an article and the articles in it.
    pub(super) fn of(root: &'a Element) -> Self {
        let mut marks = Self::default();
        let mut scope = Scope::default();
        scope.read(root, &mut marks);
        scope.settle(&mut marks);
        marks
    }

    /// The mark before an affiliation that has none of its own.
    pub(super) fn before(&self, affiliation: &Element) -> Option<&str> {
        let (mark, is_own) = self.by_id.get(affiliation.attr("id")?)?;
        (!is_own).then_some(mark)
    }

    /// The marks of what a reference without words points to.
    pub(super) fn called(&self, reference: &Element) -> Option<String> {
        let silent = reference.is("contrib") || reference.text().trim().is_empty();
        let rids = reference.attr("rid").filter(|_| silent)?;
        let marks = rids
            .split_ascii_whitespace()
            .filter_map(|rid| self.by_id.get(rid));
        let marks: Vec<&str> = marks.map(|(mark, _)| mark.as_str()).collect();
        (!marks.is_empty()).then(|| marks.join(","))
    }
}

/// Who is linked to what in one article, without the articles in it.
#[derive(Default)]
struct Scope<'a> {
    /// The affiliations with an id, in order, each with its own mark.
    affiliations: Vec<(&'a str, Option<String>)>,
    /// The ids that persons point to without a word.
    silent: BTreeSet<&'a str>,
    /// How many persons do.
    persons: usize,
    /// Whether one points to something in words.
    speaks: bool,
}

impl<'a> Scope<'a> {
    fn read(&mut self, element: &'a Element, marks: &mut Marks<'a>) {
        for child in element.elements() {
            match child.jats() {
                Some("sub-article" | "response") => {
                    let mut inner = Self::default();
                    inner.read(child, marks);
                    inner.settle(marks);
                }
                Some("body" | "back") => {}
                Some("aff") => {
                    let first = child.elements().next();
                    let mark = first.filter(|part| part.is("label") || part.is("sup"));
                    let mark = mark.map(|mark| mark.text().trim().to_owned());
                    let id = child.attr("id");
                    self.affiliations.extend(id.map(|id| (id, mark)));
                }
                Some("contrib") => {
                    self.person(child);
                    self.read(child, marks);
                }
                _ => self.read(child, marks),
            }
        }
    }

    fn person(&mut self, person: &'a Element) {
        let is_call =
            |part: &&Element| part.is("xref") && part.attr("ref-type").is_none_or(|to| to == "aff");
        let mut calls = person.elements().filter(is_call).peekable();
        let own = person.attr("rid").filter(|_| calls.peek().is_none());
        let before = self.silent.len();
        self.silent
            .extend(own.into_iter().flat_map(str::split_ascii_whitespace));
        let mut is_silent = own.is_some();
        for call in calls {
            if call.text().trim().is_empty() {
                let rids = call.attr("rid").unwrap_or_default();
                self.silent.extend(rids.split_ascii_whitespace());
                is_silent = true;
            } else {
                self.speaks = true;
            }
        }
        self.persons += usize::from(is_silent || self.silent.len() > before);
    }

    /// Affiliations that have marks lend them. Those of an article in which none has are counted, if there is a choice.
    fn settle(&self, marks: &mut Marks<'a>) {
        let called = |id: &str| self.silent.contains(id);
        let all_bare = self.affiliations.iter().all(|(_, mark)| mark.is_none());
        let count = self.affiliations.iter().filter(|(id, _)| called(id));
        let is_choice = self.persons > 1 && count.count() > 1;
        let mut number = 0_usize;
        for (id, mark) in self.affiliations.iter().filter(|(id, _)| called(id)) {
            let mark = match mark {
                Some(mark) if !mark.is_empty() => (mark.clone(), true),
                None if all_bare && is_choice && !self.speaks => {
                    number += 1;
                    (number.to_string(), false)
                }
                _ => continue,
            };
            marks.by_id.entry(id).or_insert(mark);
        }
    }
}

/// An affiliation with the mark that it is called by.
pub(super) fn affiliation<'a>(row: Row<'a>, marks: &Marks<'_>) -> Row<'a> {
    match marks.before(row.element) {
        Some(mark) => row.opened(" ").marked(mark),
        None => row,
    }
}

/// A reference without words, with the marks of what it points to.
pub(super) fn reference<'a>(row: Row<'a>, marks: &Marks<'_>) -> Row<'a> {
    match marks.called(row.element) {
        Some(mark) => row.marked(&mark),
        None => row,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::lines;

    /// What is read of an article by two persons with these references and affiliations.
    fn article(persons: [&str; 2], affiliations: &str) -> Vec<String> {
        let [first, second] = persons;
        lines(&format!(
            "<article><front><article-meta><contrib-group><contrib><string-name>Ana</string-name>{first}</contrib>\
            <contrib><string-name>Bo</string-name>{second}</contrib></contrib-group>{affiliations}</article-meta></front>\
            </article>"
        ))
    }

    const BARE: &str = "<aff id='a'>Here</aff><aff id='b'>There</aff>";
    const MARKED: &str =
        "<aff id='a'><label>§</label>Here</aff><aff id='b'><label>¶</label>There</aff>";

    #[test]
    fn affiliations_without_marks_that_are_called_without_words_are_counted() {
        let calls = [
            "<xref ref-type='aff' rid='a'/>",
            "<xref ref-type='aff' rid='a'/><xref ref-type='aff' rid='b'/>",
        ];
        assert_eq!(
            article(calls, BARE),
            ["Ana1 and Bo1,2", "1 Here", "2 There"]
        );
        let both = [
            "<xref ref-type='aff' rid='a b'/>",
            "<xref rid='b'><sup/></xref>",
        ];
        assert_eq!(article(both, BARE), ["Ana1,2 and Bo2", "1 Here", "2 There"]);
    }

    #[test]
    fn marks_of_affiliations_are_said_again_where_they_are_called_without_words() {
        let calls = [
            "<xref ref-type='aff' rid='a'/>",
            "<xref ref-type='aff' rid='b'>b</xref>",
        ];
        assert_eq!(
            article(calls, MARKED),
            ["Ana§ and Bob", "§ Here", "¶ There"]
        );
    }

    #[test]
    fn a_person_may_be_linked_by_an_attribute() {
        let front = "<contrib-group><contrib rid='a b'><string-name>Ana</string-name><email>a@b</email></contrib>\
            <contrib rid='b'><string-name>Bo</string-name></contrib></contrib-group>";
        let xml = |affs: &str| format!("<article-meta>{front}{affs}</article-meta>");
        let read = lines(&xml(MARKED));
        assert_eq!(read, ["Ana§,¶ (a@b) and Bo¶", "§ Here", "¶ There"]);
        assert_eq!(lines(&xml(BARE))[0], "Ana1,2 (a@b) and Bo2");
    }

    #[test]
    fn nothing_is_marked_without_need() {
        let here = "<aff id='a'>Here</aff>";
        let calls = ["<xref ref-type='aff' rid='a'/>"; 2];
        assert_eq!(article(calls, here), ["Ana and Bo", "Here"]);
        // Nobody knows what the other words mean.
        let mixed = [
            "<xref ref-type='aff' rid='a'/>",
            "<xref ref-type='aff' rid='b'>b</xref>",
        ];
        assert_eq!(article(mixed, BARE), ["Ana and Bob", "Here", "There"]);
        assert_eq!(article(["", ""], BARE), ["Ana and Bo", "Here", "There"]);
    }

    #[test]
    fn an_article_in_an_article_counts_for_itself() {
        let part = |ids: [&str; 2]| {
            let [a, b] = ids;
            let person = |rid: &str| {
                format!(
                    "<contrib><collab>{rid}</collab><xref ref-type='aff' rid='{rid}'/></contrib>"
                )
            };
            format!(
                "<front-stub><contrib-group>{}{}</contrib-group><aff id='{a}'>Here</aff><aff id='{b}'>There</aff></front-stub>",
                person(a),
                person(b)
            )
        };
        let (outer, inner) = (part(["a", "b"]), part(["c", "d"]));
        let read = lines(&format!(
            "<article>{outer}<sub-article>{inner}</sub-article></article>"
        ));
        let expected = [
            "a1 and b2",
            "1 Here",
            "2 There",
            "c1 and d2",
            "1 Here",
            "2 There",
        ];
        assert_eq!(read, expected);
    }
}
