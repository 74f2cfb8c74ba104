//! Ids: the article's own where XHTML can take them, ours elsewhere.

use std::collections::{BTreeMap, BTreeSet};

use crate::present::{Kid, Shown};
use crate::tree::Element;
use crate::xhtml::OWN_ID;

/// The ids of a document.
pub(super) struct Ids<'a> {
    /// The id in the document of each id as spelled.
    targets: BTreeMap<&'a str, String>,
    /// Ids as spelled whose first bearer has been written.
    claimed: BTreeSet<&'a str>,
    /// How many ids of ours there are.
    own: usize,
}

impl<'a> Ids<'a> {
    /// The ids of everything shown.
    pub(super) fn of(shown: &Shown<'a>) -> Self {
        let mut spelled = Vec::new();
        let mut referred = BTreeSet::new();
        collect(shown, &mut spelled, &mut referred);
        let mut ids = Self {
            targets: BTreeMap::new(),
            claimed: BTreeSet::new(),
            own: 0,
        };
        for id in spelled {
            if ids.targets.contains_key(id) {
                continue;
            }
            if is_natural(id) {
                ids.targets.insert(id, id.to_owned());
            } else if referred.contains(id) {
                let own = ids.own("t");
                ids.targets.insert(id, own);
            }
        }
        ids
    }

    /// The id in the document of an element, if it has one and is the first of its spelling.
    pub(super) fn claim(&mut self, element: &'a Element) -> Option<String> {
        let spelled = element.attr("id")?;
        let id = self.targets.get(spelled)?;
        self.claimed.insert(spelled).then(|| id.clone())
    }

    /// An id of ours.
    pub(super) fn own(&mut self, what: &str) -> String {
        self.own += 1;
        format!("{OWN_ID}{what}{}", self.own)
    }

    /// The id in the document of what a reference names.
    pub(super) fn target(&self, rid: &str) -> Option<&str> {
        self.targets.get(rid).map(String::as_str)
    }
}

/// True for an id that every reader of XHTML takes and that is none of ours.
pub(super) fn is_natural(id: &str) -> bool {
    let starts = |c: char| c.is_ascii_alphabetic() || c == '_';
    let goes_on = |c: char| starts(c) || c.is_ascii_digit() || c == '-' || c == '.';
    id.starts_with(starts) && id.chars().all(goes_on) && !id.starts_with(OWN_ID)
}

fn collect<'a>(shown: &Shown<'a>, ids: &mut Vec<&'a str>, referred: &mut BTreeSet<&'a str>) {
    of_element(shown.element, ids, referred);
    for kid in &shown.kids {
        match kid {
            Kid::Element(kid) => collect(kid, ids, referred),
            Kid::Text(_) | Kid::Comment(_) | Kid::Instruction(_) | Kid::Generated(_) => {}
        }
    }
}

fn of_element<'a>(element: &'a Element, ids: &mut Vec<&'a str>, referred: &mut BTreeSet<&'a str>) {
    ids.extend(element.attr("id"));
    if let Some(rids) = element.attr("rid") {
        referred.extend(rids.split_ascii_whitespace());
    }
}

#[cfg(test)]
mod tests {
    use super::is_natural;

    #[test]
    fn only_plain_names_are_natural() {
        for id in ["a", "_1", "s1.2-b"] {
            assert!(is_natural(id), "{id}");
        }
        for id in ["", "1a", "-a", "a b", "sep-1", "é", "a:b"] {
            assert!(!is_natural(id), "{id}");
        }
    }
}
