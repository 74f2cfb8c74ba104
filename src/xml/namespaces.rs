//! Prefixes and the namespaces that they are bound to.

use std::borrow::Cow;

use crate::tree::ns;

/// The namespace of the declarations themselves; nothing may be bound to it.
pub(super) const XMLNS: &str = "http://www.w3.org/2000/xmlns/";

/// The most declarations in scope at one time: more than any document needs, few enough to look through.
pub(super) const IN_SCOPE: usize = 128;

/// The prefixes that documents of this field mean by their usual names.
pub(crate) const STANDARD: [(&str, &str); 5] = [
    ("xlink", ns::XLINK),
    ("mml", ns::MATHML),
    ("xsi", ns::XSI),
    ("ali", ns::ALI),
    ("oasis", ns::OASIS),
];

/// The declarations in scope, innermost last.
#[derive(Debug, Default)]
pub(super) struct Bindings {
    bound: Vec<Binding>,
    /// Those that the document at hand lacks and a repair has added.
    repaired: Vec<Binding>,
}

#[derive(Debug)]
struct Binding {
    /// Empty for the default namespace.
    prefix: Box<str>,
    /// Empty where the default namespace is taken back.
    uri: Cow<'static, str>,
}

impl Bindings {
    /// How many are in scope: what [`Bindings::truncate`] wants back when the element ends.
    pub(super) fn len(&self) -> usize {
        self.bound.len()
    }

    pub(super) fn truncate(&mut self, len: usize) {
        self.bound.truncate(len);
    }

    /// Adds a declaration of an element whose first one has the index `since`.
    ///
    /// # Errors
    /// What is wrong with it, in words.
    pub(super) fn declare(&mut self, since: usize, prefix: &str, uri: &str) -> Result<(), String> {
        if self.bound.iter().skip(since).any(|b| &*b.prefix == prefix) {
            return Err(format!("attribute `{}` given twice", declaration(prefix)));
        }
        match (prefix, uri) {
            ("xml", ns::XML) => {}
            ("xml" | "xmlns", _) => {
                return Err(format!(
                    "prefix `{prefix}` bound to `{uri}`; it cannot be bound"
                ));
            }
            (_, ns::XML | XMLNS) => {
                return Err(format!(
                    "`{uri}` bound to a prefix of its own; it cannot be"
                ));
            }
            ("", _) => {}
            (_, "") => return Err(format!("prefix `{prefix}` bound to nothing")),
            _ => {}
        }
        let (prefix, uri) = (prefix.into(), interned(uri));
        self.bound.push(Binding { prefix, uri });
        Ok(())
    }

    /// Adds a binding for the whole document, when the prefix is one whose meaning everyone knows.
    pub(super) fn repair(&mut self, prefix: &str) -> Option<&'static str> {
        let (_, uri) = STANDARD
            .into_iter()
            .find(|(standard, _)| *standard == prefix)?;
        let (prefix, bound) = (prefix.into(), Cow::Borrowed(uri));
        self.repaired.push(Binding { prefix, uri: bound });
        Some(uri)
    }

    /// Forgets what was repaired: another document says so itself.
    pub(super) fn forget_repairs(&mut self) {
        self.repaired.clear();
    }

    /// The namespace of elements without a prefix.
    pub(super) fn unprefixed(&self) -> Option<Cow<'static, str>> {
        self.get("").filter(|uri| !uri.is_empty())
    }

    /// What a prefix is bound to.
    pub(super) fn get(&self, prefix: &str) -> Option<Cow<'static, str>> {
        if prefix == "xml" {
            return Some(Cow::Borrowed(ns::XML));
        }
        let bound = self.bound.iter().rev().chain(&self.repaired);
        bound
            .into_iter()
            .find(|b| &*b.prefix == prefix)
            .map(|b| b.uri.clone())
    }

    /// All that is in scope, outermost first, each prefix with its innermost meaning.
    pub(super) fn in_scope(&self) -> Vec<(String, String)> {
        let mut scope: Vec<(String, String)> = Vec::new();
        for Binding { prefix, uri } in self.repaired.iter().chain(&self.bound) {
            if &**prefix == "xml" {
                continue;
            }
            scope.retain(|(p, _)| *p != **prefix);
            if !uri.is_empty() {
                scope.push((prefix.to_string(), uri.to_string()));
            }
        }
        scope
    }
}

/// The attribute that declares a prefix.
pub(super) fn declaration(prefix: &str) -> Cow<'static, str> {
    if prefix.is_empty() {
        Cow::Borrowed("xmlns")
    } else {
        Cow::Owned(format!("xmlns:{prefix}"))
    }
}

/// A namespace without an allocation, when it is a known one.
fn interned(uri: &str) -> Cow<'static, str> {
    let known = [
        ns::XLINK,
        ns::MATHML,
        ns::XSI,
        ns::ALI,
        ns::OASIS,
        ns::OASIS_OPEN,
        ns::XHTML,
    ];
    match known.into_iter().find(|known| *known == uri) {
        Some(known) => Cow::Borrowed(known),
        None => Cow::Owned(uri.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inner_declarations_hide_outer_ones() {
        let mut bindings = Bindings::default();
        bindings.declare(0, "", "urn:a").unwrap();
        bindings.declare(0, "p", "urn:p").unwrap();
        let mark = bindings.len();
        bindings.declare(mark, "", "").unwrap();
        bindings.declare(mark, "p", ns::MATHML).unwrap();
        assert_eq!(bindings.unprefixed(), None);
        assert_eq!(
            bindings.in_scope(),
            [("p".to_owned(), ns::MATHML.to_owned())]
        );
        bindings.truncate(mark);
        assert_eq!(bindings.unprefixed().as_deref(), Some("urn:a"));
        assert_eq!(bindings.get("p").as_deref(), Some("urn:p"));
        assert_eq!(bindings.get("q"), None);
        assert_eq!(bindings.get("xml").as_deref(), Some(ns::XML));
    }

    #[test]
    fn what_cannot_be_declared() {
        let mut bindings = Bindings::default();
        assert!(bindings.declare(0, "xml", ns::XML).is_ok());
        for (prefix, uri) in [
            ("xml", "urn:x"),
            ("xmlns", "urn:x"),
            ("p", ns::XML),
            ("", XMLNS),
            ("p", ""),
        ] {
            assert!(bindings.declare(0, prefix, uri).is_err(), "{prefix} {uri}");
        }
        bindings.declare(0, "p", "urn:p").unwrap();
        assert!(
            bindings
                .declare(0, "p", "urn:p")
                .unwrap_err()
                .contains("twice")
        );
    }
}
