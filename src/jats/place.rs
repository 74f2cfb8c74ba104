//! Where in the article something is, while a tree is walked.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::report::Location;
use crate::tree::{Element, Node};

/// The way from the root to an element: each step is a name and its number among its like.
#[derive(Debug, Default)]
pub(super) struct Place {
    steps: Vec<(Cow<'static, str>, u64)>,
    /// How many of each name were seen on each level.
    seen: Vec<BTreeMap<Cow<'static, str>, u64>>,
}

impl Place {
    /// Goes into an element, the next one on its level.
    pub(super) fn enter(&mut self, element: &Element) {
        let number = match self.seen.last_mut() {
            Some(seen) => {
                let number = seen.entry(element.name.clone()).or_default();
                *number = number.saturating_add(1);
                *number
            }
            None => 0,
        };
        self.steps.push((element.name.clone(), number));
        self.seen.push(BTreeMap::new());
    }

    /// Goes out of the element.
    pub(super) fn leave(&mut self) {
        self.steps.pop();
        self.seen.pop();
    }

    /// The place as a path.
    pub(super) fn path(&self) -> String {
        let mut path = String::new();
        for (name, number) in &self.steps {
            path.extend(["/", name]);
            if *number > 0 {
                path.extend(["[", &number.to_string(), "]"]);
            }
        }
        path
    }

    /// The place for a finding.
    pub(super) fn location(&self) -> Location {
        Location::new().path(self.path())
    }
}

/// The way from the root to an element of a tree that stays as it is. Siblings are only counted where a place is asked for,
/// and each at most once.
#[derive(Debug, Default)]
pub(super) struct Way<'t> {
    steps: Vec<Step<'t>>,
}

#[derive(Debug)]
struct Step<'t> {
    element: &'t Element,
    /// Its number among its like, once it is known.
    number: Option<u64>,
    /// How many children of each name were counted, and those that are left.
    seen: BTreeMap<&'t str, u64>,
    rest: std::slice::Iter<'t, Node>,
}

impl<'t> Way<'t> {
    /// Goes into an element, the root or a child of the one at hand behind those that were gone into before.
    pub(super) fn enter(&mut self, element: &'t Element) {
        self.steps.push(Step {
            element,
            number: None,
            seen: BTreeMap::new(),
            rest: element.content.iter(),
        });
    }

    /// Goes out of the element.
    pub(super) fn leave(&mut self) {
        self.steps.pop();
    }

    /// The place of the element at hand.
    pub(super) fn location(&mut self) -> Location {
        let mut path = String::new();
        let mut parent: Option<&mut Step<'t>> = None;
        for step in &mut self.steps {
            path.extend(["/", &step.element.name]);
            if let Some(parent) = parent {
                let number = *step
                    .number
                    .get_or_insert_with(|| parent.count(step.element));
                path.extend(["[", &number.to_string(), "]"]);
            }
            parent = Some(step);
        }
        Location::new().path(path)
    }
}

impl<'t> Step<'t> {
    /// Counts the children as far as this one: its number among its like.
    fn count(&mut self, child: &Element) -> u64 {
        for node in self.rest.by_ref() {
            if let Node::Element(element) = node {
                let seen: &'t str = &element.name;
                let number = self.seen.entry(seen).or_default();
                *number = number.saturating_add(1);
                if std::ptr::eq(element, child) {
                    return *number;
                }
            }
        }
        0
    }
}
