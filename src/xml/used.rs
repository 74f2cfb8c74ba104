//! The namespaces that a document uses.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::write::namespace;
use super::write::prefixes::Prefixes;
use crate::tree::{Element, Node, ns};

/// The namespaces that a tree uses, without that of `xml:`, in order of their addresses.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Used<'t> {
    by_root: Option<Cow<'t, str>>,
    by_elements: BTreeSet<Cow<'t, str>>,
    by_attributes: BTreeSet<Cow<'t, str>>,
}

impl<'t> Used<'t> {
    /// Those of a tree; `vocabulary` is what an absent namespace of an element stands for.
    pub(crate) fn of(root: &'t Element, vocabulary: Option<&'t str>) -> Self {
        let mut used = Self {
            by_root: namespace(root, vocabulary).map(Cow::Borrowed),
            ..Self::default()
        };
        used.element(root, vocabulary);
        used
    }

    /// That of the root.
    pub(super) fn by_root(&self) -> Option<&str> {
        self.by_root.as_deref()
    }

    /// Those of elements.
    pub(super) fn by_elements(&self) -> impl Iterator<Item = &str> {
        self.by_elements.iter().map(Cow::as_ref)
    }

    /// Those of attributes.
    pub(super) fn by_attributes(&self) -> impl Iterator<Item = &str> {
        self.by_attributes.iter().map(Cow::as_ref)
    }

    /// True when an attribute stands in that namespace.
    pub(super) fn has_attribute_in(&self, uri: &str) -> bool {
        self.by_attributes.contains(uri)
    }

    /// True when an element or an attribute stands in that namespace.
    pub(crate) fn contains(&self, uri: &str) -> bool {
        self.by_elements.contains(uri) || self.by_attributes.contains(uri)
    }

    /// The declarations of the root: those asked for, and one for every other namespace that is used. What cannot be
    /// declared is left out.
    pub(crate) fn declarations(&self, asked: &[(String, String)]) -> Vec<(String, String)> {
        Prefixes::choose(self, asked, &[]).into_declared()
    }

    /// The root stands in that namespace.
    pub(super) fn set_root(&mut self, uri: Option<Cow<'t, str>>) {
        self.by_root = uri;
    }

    /// An element stands in that namespace.
    #[expect(clippy::ptr_arg, reason = "a copy of what is borrowed stays borrowed")]
    pub(super) fn add_element(&mut self, uri: &Cow<'t, str>) {
        if uri != ns::XML && !self.by_elements.contains(uri) {
            self.by_elements.insert(uri.clone());
        }
    }

    /// An attribute stands in that namespace.
    #[expect(clippy::ptr_arg, reason = "a copy of what is borrowed stays borrowed")]
    pub(super) fn add_attribute(&mut self, uri: &Cow<'t, str>) {
        if !matches!(uri.as_ref(), ns::XML | "") && !self.by_attributes.contains(uri) {
            self.by_attributes.insert(uri.clone());
        }
    }

    fn element(&mut self, element: &'t Element, vocabulary: Option<&'t str>) {
        if let Some(uri) = namespace(element, vocabulary) {
            self.add_element(&Cow::Borrowed(uri));
        }
        for uri in element.attrs.iter().filter_map(|a| a.namespace.as_deref()) {
            self.add_attribute(&Cow::Borrowed(uri));
        }
        for node in &element.content {
            if let Node::Element(child) = node {
                self.element(child, vocabulary);
            }
        }
    }
}
