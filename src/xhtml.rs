//! The XHTML profile: every node of an article's tree as XHTML, and back.
//!
//! The writer turns each element of the tree into exactly one XHTML element and says, where HTML has no word of its own,
//! which JATS element it is. The reader believes those marks and a few elements whose meaning is beyond doubt (`p`, `sub`,
//! `td`), and looks through everything else. So known and unknown elements come back alike, and a person may edit the text.

#[cfg(test)]
mod tests;

pub(crate) mod profile;
pub(crate) mod read;
pub(crate) mod write;

use std::borrow::Cow;

use crate::tree::{Attr, Element, Node, ns};

/// The attributes by which XHTML carries what it has no word for.
pub(crate) mod mark {
    /// The version of the profile, on the root.
    pub(crate) const PROFILE: &str = "data-sep-profile";
    /// The JATS element that an XHTML element stands for.
    pub(crate) const EL: &str = "data-sep-el";
    /// The name of an element that is not of JATS.
    pub(crate) const NAME: &str = "data-sep-name";
    /// Its namespace.
    pub(crate) const NS: &str = "data-sep-ns";
    /// Attributes without a place of their own: a JSON list of `[namespace or null, name, value]`.
    pub(crate) const ATTRS: &str = "data-sep-attrs";
    /// For each child shown, its index in the article.
    pub(crate) const ORDER: &str = "data-sep-order";
    /// Generated text: not of the article, dropped on reading.
    pub(crate) const GEN: &str = "data-sep-gen";
    /// An element that only HTML needs: the reader looks through it.
    pub(crate) const WRAP: &str = "data-sep-wrap";
    /// A comment or an instruction.
    pub(crate) const NODE: &str = "data-sep-node";
    /// Its text.
    pub(crate) const TEXT: &str = "data-sep-text";
    /// The target of an instruction.
    pub(crate) const TARGET: &str = "data-sep-target";
    /// The exact formula behind a shown one that had to be simplified, as JSON.
    pub(crate) const MATH: &str = "data-sep-math";
    /// An address that we derived: no data.
    pub(crate) const LINK: &str = "data-sep-link";
    /// The attribute `alt` holds the text of the element's only child, `alt-text`.
    pub(crate) const ALT: &str = "data-sep-alt";
    /// How the article was spelled where it was read, as JSON.
    pub(crate) const SOURCE: &str = "data-sep-source";
    /// The digest of the article.
    pub(crate) const DIGEST: &str = "data-sep-digest";
}

/// The version of the profile that is written.
pub(crate) const PROFILE: &str = "1";

/// The deepest nesting of a document: two elements for one of the article at most, and what stands around.
pub(crate) const DEPTH: usize = 2 * crate::limits::Limits::DEPTH + 8;

/// The prefix of ids that only the document needs; they are not read back.
pub(crate) const OWN_ID: &str = "sep-";

/// The kind of what is generated to lead from a note back to where it is called.
pub(crate) const BACK: &str = "backlink";

/// The namespace of `epub:type`.
pub(crate) const OPS: &str = "http://www.idpf.org/2007/ops";

/// An XHTML element without attributes and content.
pub(crate) fn html(tag: &'static str) -> Element {
    Element {
        namespace: Some(Cow::Borrowed(ns::XHTML)),
        name: Cow::Borrowed(tag),
        ..Element::default()
    }
}

/// True for an element of XHTML.
pub(crate) fn is_html(element: &Element) -> bool {
    element.namespace.as_deref() == Some(ns::XHTML)
}

impl Element {
    /// The same element with one more attribute.
    #[must_use]
    pub(crate) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.set(name, value);
        self
    }

    /// Adds an attribute.
    pub(crate) fn set(&mut self, name: &'static str, value: impl Into<String>) {
        self.set_ns(None, name, value);
    }

    /// Adds an attribute of a namespace.
    pub(crate) fn set_ns(
        &mut self,
        namespace: Option<&'static str>,
        name: &'static str,
        value: impl Into<String>,
    ) {
        self.attrs.push(Attr {
            namespace: namespace.map(Cow::Borrowed),
            name: Cow::Borrowed(name),
            value: value.into(),
        });
    }

    /// The same element with that content.
    #[must_use]
    pub(crate) fn holding(mut self, content: Vec<Node>) -> Self {
        self.content = content.into();
        self
    }
}
