//! CALS tables in the one table model: their rows and entries are read as the rows and cells of any other table.
//!
//! A table of the OASIS exchange model stands in a namespace of its own and calls a row `row` and a cell `entry`. Read, it
//! gets the names that the types of `model/table.rs` know; written, it gets its own back. A table in which that could not
//! be undone, because both vocabularies are mixed in it, stays as it is and is carried.

use std::borrow::Cow;

use crate::model::{CalsNamespace, Grid};
use crate::tree::{Element, Node, ns};

/// The names by which the elements of one level go: in CALS, and in the model's types.
type Level = &'static [(&'static str, &'static str)];

/// The structure of a CALS table, from the children of `table` down to the cells.
const LEVELS: &[Level] = &[
    &[("title", "title"), ("tgroup", "tgroup")],
    &[
        ("colspec", "colspec"),
        ("spanspec", "spanspec"),
        ("thead", "thead"),
        ("tfoot", "tfoot"),
        ("tbody", "tbody"),
    ],
    &[("row", "tr")],
    &[("entry", "td")],
];

/// A CALS table under the names of the model, and its namespace. Any other element comes back.
pub(super) fn unify(mut table: Element) -> Result<(Element, CalsNamespace), Element> {
    let Some(cals) = namespace_of(&table) else {
        return Err(table);
    };
    let namespace = cals.address();
    if !can_be_undone(&table, namespace, LEVELS) {
        return Err(table);
    }
    table.namespace = None;
    rename(&mut table, LEVELS, &Names::theirs(cals), &Names::OURS);
    Ok((table, cals))
}

/// The table under its own names.
fn restore(mut table: Element, cals: CalsNamespace) -> Element {
    let theirs = Names::theirs(cals);
    table.namespace = theirs.namespace.map(Cow::Borrowed);
    rename(&mut table, LEVELS, &Names::OURS, &theirs);
    table
}

/// The grid's element under its own names.
pub(super) fn written(grid: &Grid, element: Element) -> Element {
    match grid.cals {
        Some(cals) => restore(element, cals),
        None => element,
    }
}

/// The namespace of a CALS table; `None` for any other element.
fn namespace_of(table: &Element) -> Option<CalsNamespace> {
    if table.name != "table" {
        return None;
    }
    match table.namespace.as_deref() {
        Some(ns::OASIS) => Some(CalsNamespace::Niso),
        Some(ns::OASIS_OPEN) => Some(CalsNamespace::Oasis),
        None if table.child("tgroup").is_some() => Some(CalsNamespace::Absent),
        _ => None,
    }
}

/// True when no element of the structure would be taken for one of the other vocabulary on the way back.
fn can_be_undone(parent: &Element, namespace: Option<&str>, levels: &[Level]) -> bool {
    let Some((level, below)) = levels.split_first() else {
        return true;
    };
    parent.elements().all(|child| {
        let is_theirs = child.namespace.as_deref() == namespace
            && level.iter().any(|(theirs, _)| child.name == *theirs);
        if is_theirs {
            return can_be_undone(child, namespace, below);
        }
        child.namespace.is_some() || level.iter().all(|(_, ours)| child.name != *ours)
    })
}

/// One of the two vocabularies: its namespace, and its name of the two.
struct Names {
    namespace: Option<&'static str>,
    of: fn(&(&'static str, &'static str)) -> &'static str,
}

impl Names {
    const OURS: Self = Self {
        namespace: None,
        of: |(_, ours)| ours,
    };

    fn theirs(cals: CalsNamespace) -> Self {
        Self {
            namespace: cals.address(),
            of: |(theirs, _)| theirs,
        }
    }
}

/// Takes the structure from one vocabulary to the other. What is not of the first is left alone, with all it holds.
fn rename(parent: &mut Element, levels: &[Level], from: &Names, to: &Names) {
    let Some((level, below)) = levels.split_first() else {
        return;
    };
    for node in &mut parent.content {
        if let Node::Element(child) = node
            && child.namespace.as_deref() == from.namespace
            && let Some(names) = level.iter().find(|names| child.name == (from.of)(names))
        {
            rename(child, below, from, to);
            child.namespace = to.namespace.map(Cow::Borrowed);
            child.name = Cow::Borrowed((to.of)(names));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(name: &'static str, namespace: Option<&'static str>, content: Vec<Element>) -> Element {
        Element {
            namespace: namespace.map(Cow::Borrowed),
            name: Cow::Borrowed(name),
            content: content.into_iter().map(Node::Element).collect(),
            ..Element::default()
        }
    }

    fn table(namespace: Option<&'static str>, cell: Element) -> Element {
        let row = part("row", namespace, vec![cell]);
        let body = part("tbody", namespace, vec![row]);
        let column = part("colspec", namespace, vec![]);
        let group = part("tgroup", namespace, vec![column, body]);
        part("table", namespace, vec![group])
    }

    #[test]
    fn a_table_comes_back_under_its_own_names() {
        for namespace in [None, Some(ns::OASIS), Some(ns::OASIS_OPEN)] {
            let before = table(namespace, part("entry", namespace, vec![Element::new("p")]));
            let (unified, cals) = unify(before.clone()).unwrap();
            assert!(unified.child("tgroup").is_some());
            assert_eq!(cals.address(), namespace);
            assert_eq!(restore(unified, cals), before);
        }
    }

    #[test]
    fn a_mixture_is_left_alone() {
        for cell in [Element::new("td"), part("td", None, vec![])] {
            let mixed = table(Some(ns::OASIS), cell);
            assert_eq!(unify(mixed.clone()), Err(mixed));
        }
        let mut rows = table(None, Element::new("entry"));
        let Some(Node::Element(group)) = rows.content.first_mut() else {
            panic!("no group");
        };
        let body = part("tbody", None, vec![Element::new("tr")]);
        group.content.push(Node::Element(body));
        assert_eq!(unify(rows.clone()), Err(rows));
    }

    #[test]
    fn what_stands_in_a_foreign_part_of_it_is_left_alone() {
        let mut before = table(Some(ns::OASIS), part("entry", Some(ns::OASIS), vec![]));
        let Some(Node::Element(group)) = before.content.first_mut() else {
            panic!("no group");
        };
        let foreign = part("tbody", Some("urn:other"), vec![Element::new("tr")]);
        group.content.push(Node::Element(foreign));
        let (unified, cals) = unify(before.clone()).unwrap();
        assert_eq!(restore(unified, cals), before);
    }

    #[test]
    fn what_is_foreign_in_it_keeps_its_namespace() {
        let other = part("entry", Some("urn:other"), vec![]);
        let before = table(Some(ns::OASIS), other.clone());
        let (unified, cals) = unify(before.clone()).unwrap();
        assert_eq!(restore(unified, cals), before);
    }
}
