//! Numbers of references that the article leaves to style sheets: its text calls references by number, and its list has
//! none. Without them nobody finds reference 14.

use std::collections::BTreeMap;

use super::row::Row;
use crate::tree::Element;

/// How the text calls references.
#[derive(Debug, Default)]
pub(super) struct Calls<'a> {
    /// By id: the number by which it calls a reference, none for one that it calls otherwise.
    numbers: BTreeMap<&'a str, Option<usize>>,
    /// How many references there are.
    references: usize,
}

impl<'a> Calls<'a> {
    /// The calls in an article and the articles in it.
    pub(super) fn of(root: &'a Element) -> Self {
        let mut calls = Self::default();
        calls.read(root);
        calls
    }

    fn read(&mut self, element: &'a Element) {
        self.references += usize::from(element.is("ref"));
        let is_call = element.is("xref") && element.attr("ref-type") == Some("bibr");
        if let Some(rid) = element.attr("rid").filter(|_| is_call) {
            let text = element.text();
            let text = text.trim_matches(|c: char| c.is_whitespace() || "[](),".contains(c));
            if !text.is_empty() && !rid.contains(' ') {
                let number = text.parse().ok();
                let known = self.numbers.entry(rid).or_insert(number);
                *known = known.filter(|known| Some(*known) == number);
            }
        }
        element.elements().for_each(|child| self.read(child));
    }

    /// The number of the first reference of a list, when the text calls its references by the numbers that count them.
    fn first_of(&self, list: &[&Element]) -> Option<usize> {
        let mut first = None;
        for (index, reference) in list.iter().enumerate() {
            let begins = |c: char| c.is_ascii_digit() || "[(".contains(c);
            let is_numbered = reference.child("label").is_some()
                || reference.text().trim_start().starts_with(begins);
            if is_numbered {
                return None;
            }
            if let Some(called) = reference.attr("id").and_then(|id| self.numbers.get(id)) {
                let start = called
                    .as_ref()?
                    .checked_sub(index)
                    .filter(|start| *start > 0)?;
                if *first.get_or_insert(start) != start {
                    return None;
                }
            }
        }
        // A higher number is a year.
        first.filter(|first| first.saturating_add(list.len()) <= self.references.saturating_add(1))
    }
}

/// A list of references with the numbers that they are called by.
pub(super) fn references<'a>(mut row: Row<'a>, calls: &Calls<'_>) -> Row<'a> {
    let list: Vec<&Element> = row
        .elements()
        .map(|shown| shown.element)
        .filter(|e| e.is("ref"))
        .collect();
    if let Some(first) = calls.first_of(&list) {
        let references = row.elements_mut().filter(|shown| shown.element.is("ref"));
        for (number, shown) in (first..).zip(references) {
            shown.label(format!("{number}."));
        }
    }
    row
}

#[cfg(test)]
mod tests {
    use super::super::tests::lines;

    /// What is read of an article that calls three references so.
    fn article(calls: [&str; 2], label: &str) -> Vec<String> {
        let [first, third] = calls;
        let references = ["a", "b", "c"].map(|id| {
            format!("<ref id='{id}'>{label}<mixed-citation>Lee {id}</mixed-citation></ref>")
        });
        lines(&format!(
            "<article><body><p>As <xref ref-type='bibr' rid='a'>{first}</xref>–<xref ref-type='bibr' rid='c'>{third}</xref>\
            </p></body><back><ref-list>{}</ref-list></back></article>",
            references.concat()
        ))
        .split_off(2)
    }

    #[test]
    fn references_called_by_number_have_it() {
        assert_eq!(
            article(["1", "3"], ""),
            ["1. Lee a", "2. Lee b", "3. Lee c"]
        );
        assert_eq!(
            article(["[1]", " 3, "], ""),
            ["1. Lee a", "2. Lee b", "3. Lee c"]
        );
    }

    #[test]
    fn others_have_none() {
        let plain = ["Lee a", "Lee b", "Lee c"];
        assert_eq!(article(["Lee a", "Lee c"], ""), plain);
        assert_eq!(article(["1", "2"], ""), plain);
        assert_eq!(article(["2019", "2021"], ""), plain);
        assert_eq!(article(["1", "Lee c"], ""), plain);
        assert_eq!(article(["", ""], ""), plain);
        let labelled = ["7 Lee a", "7 Lee b", "7 Lee c"];
        assert_eq!(article(["1", "3"], "<label>7</label>"), labelled);
    }

    #[test]
    fn a_second_list_goes_on_counting() {
        let list = |id: &str| {
            format!(
                "<ref-list><ref id='{id}'><mixed-citation>Lee</mixed-citation></ref></ref-list>"
            )
        };
        let call =
            |rid: &str, text: &str| format!("<xref ref-type='bibr' rid='{rid}'>{text}</xref>");
        let xml = [call("a", "1"), call("b", "2"), list("a"), list("b")].concat();
        assert_eq!(
            lines(&format!("<sec>{xml}</sec>"))[1..],
            ["1. Lee", "2. Lee"]
        );
    }

    #[test]
    fn a_number_in_the_citation_is_not_doubled() {
        let list = "<article><p><xref ref-type='bibr' rid='a'>1</xref></p><ref-list><ref id='a'><mixed-citation>1. Lee\
            </mixed-citation></ref></ref-list></article>";
        assert_eq!(lines(list)[1..], ["# References", "1. Lee"]);
    }
}
