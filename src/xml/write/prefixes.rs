//! Which prefix stands for which namespace in what is written.

use super::attribute;
use crate::error::Result;
use crate::tree::ns;
use crate::xml::Used;
use crate::xml::chars;
use crate::xml::namespaces::{STANDARD, XMLNS, declaration};

/// The most declarations added to a root; a tree with more namespaces declares the others where they stand.
const ADDED: usize = 32;

/// The declarations of the root.
#[derive(Debug)]
pub(in crate::xml) struct Prefixes {
    declared: Vec<(String, String)>,
}

impl Prefixes {
    /// The declarations for a tree; the namespaces in `local` are declared where they begin.
    pub(in crate::xml) fn choose(
        used: &Used<'_>,
        asked: &[(String, String)],
        local: &[&str],
    ) -> Self {
        let own = used.by_root();
        let mut prefixes = Self {
            declared: Vec::new(),
        };
        for (prefix, uri) in asked {
            // A root without a namespace cannot declare a default one.
            let fits = if prefix.is_empty() {
                own.is_some()
            } else {
                chars::is_ncname(prefix)
            };
            if fits && is_declarable(prefix, uri) && prefixes.is_free(prefix) {
                prefixes.declared.push((prefix.clone(), uri.clone()));
            }
        }
        let others = used
            .by_elements()
            .filter(|&uri| own != Some(uri) && !local.contains(&uri));
        for uri in own.into_iter().chain(others) {
            let is_known = prefixes
                .declared
                .iter()
                .any(|(_, declared)| declared == uri);
            if !is_known && (own == Some(uri) || !used.has_attribute_in(uri)) {
                prefixes.add(uri, own == Some(uri));
            }
        }
        for uri in used.by_attributes() {
            if prefixes.of(uri).is_none() {
                prefixes.add(uri, false);
            }
        }
        prefixes
    }

    /// The namespace of elements without a prefix.
    pub(super) fn default(&self) -> Option<&str> {
        self.declared
            .iter()
            .find(|(prefix, _)| prefix.is_empty())
            .map(|(_, uri)| uri.as_str())
    }

    /// The prefix of a namespace: its usual one when there are several.
    pub(super) fn of(&self, uri: &str) -> Option<&str> {
        let all = || {
            self.declared
                .iter()
                .filter(|(prefix, u)| !prefix.is_empty() && u == uri)
        };
        let usual = all().find(|(prefix, _)| STANDARD.contains(&(prefix, uri)));
        usual
            .or_else(|| all().next())
            .map(|(prefix, _)| prefix.as_str())
    }

    /// The declarations: prefix and address.
    pub(in crate::xml) fn into_declared(self) -> Vec<(String, String)> {
        self.declared
    }

    /// Adds the declarations to the tag of the root.
    pub(super) fn declare(&self, out: &mut String) -> Result<()> {
        self.declared
            .iter()
            .try_for_each(|(prefix, uri)| attribute(out, &declaration(prefix), uri))
    }

    fn is_free(&self, prefix: &str) -> bool {
        self.declared.iter().all(|(declared, _)| declared != prefix)
    }

    fn add(&mut self, uri: &str, as_default: bool) {
        let usual = STANDARD
            .into_iter()
            .find(|&(_, u)| u == uri)
            .map(|(prefix, _)| prefix);
        let oasis = (uri == ns::OASIS_OPEN).then_some("oasis");
        let wanted = if as_default {
            Some("")
        } else {
            usual.or(oasis)
        };
        let prefix = match wanted.filter(|prefix| self.is_free(prefix)) {
            Some(prefix) => prefix.to_owned(),
            None => match (1..=ADDED)
                .map(|n| format!("ns{n}"))
                .find(|prefix| self.is_free(prefix))
            {
                Some(prefix) => prefix,
                None => return,
            },
        };
        if is_declarable(&prefix, uri) {
            self.declared.push((prefix, uri.to_owned()));
        }
    }
}

fn is_declarable(prefix: &str, uri: &str) -> bool {
    !matches!(prefix, "xml" | "xmlns") && !matches!(uri, "" | ns::XML | XMLNS)
}
