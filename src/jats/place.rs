//! Where in the article something is, while a tree is walked.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::report::Location;
use crate::tree::Element;

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

/// The place of the last of these elements, of which each stands in the one before: for a tree that stays as it is.
pub(super) fn of(open: &[&Element]) -> Location {
    let mut path = String::new();
    let mut parent: Option<&Element> = None;
    for element in open {
        path.extend(["/", &element.name]);
        if let Some(parent) = parent {
            let before = parent
                .elements()
                .take_while(|child| !std::ptr::eq(*child, *element));
            let number = before.filter(|child| child.name == element.name).count() + 1;
            path.extend(["[", &number.to_string(), "]"]);
        }
        parent = Some(element);
    }
    Location::new().path(path)
}
