//! The article as a tree of named nodes: what every format spells in its own way.
//!
//! The typed model turns into this tree and back ([`crate::codec`]); JATS writes it as XML, EPUB as XHTML, PDF as
//! structure elements. The names are those of JATS, since the field has no better ones. A format that carries this tree
//! exactly carries every article exactly, whatever the model has types for.

pub(crate) mod legal;
pub(crate) mod space;

use std::borrow::Cow;

pub(crate) use crate::model::extra::{
    Attr, Foreign as Node, ForeignElement as Element, Instruction,
};
use crate::model::source::Source;

/// Namespaces with a meaning here.
pub(crate) mod ns {
    /// The `xml:` prefix.
    pub(crate) const XML: &str = "http://www.w3.org/XML/1998/namespace";
    /// `XLink`: the targets of links and images.
    pub(crate) const XLINK: &str = "http://www.w3.org/1999/xlink";
    /// MathML.
    pub(crate) const MATHML: &str = "http://www.w3.org/1998/Math/MathML";
    /// XML Schema instances.
    pub(crate) const XSI: &str = "http://www.w3.org/2001/XMLSchema-instance";
    /// NISO Access and Licence Indicators.
    pub(crate) const ALI: &str = "http://www.niso.org/schemas/ali/1.0/";
    /// OASIS exchange tables, as JATS embeds them.
    pub(crate) const OASIS: &str = "http://www.niso.org/standards/z39-96/ns/oasis-exchange/table";
    /// OASIS exchange tables, under the address of OASIS.
    pub(crate) const OASIS_OPEN: &str = "http://docs.oasis-open.org/ns/oasis-exchange/table";
    /// `TaxPub`: names and treatments of species.
    pub(crate) const TAXPUB: &str = "http://www.plazi.org/taxpub";
    /// XHTML.
    pub(crate) const XHTML: &str = "http://www.w3.org/1999/xhtml";

    /// A name with a usual prefix as namespace and local name.
    pub(crate) fn expand(name: &str) -> (Option<&'static str>, &str) {
        match name.split_once(':') {
            Some(("xml", local)) => (Some(XML), local),
            Some(("xlink", local)) => (Some(XLINK), local),
            Some(("ali", local)) => (Some(ALI), local),
            Some(("tp", local)) => (Some(TAXPUB), local),
            Some(("mml", local)) => (Some(MATHML), local),
            _ => (None, name),
        }
    }
}

/// A whole article as a tree, with what stands around its root.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Document {
    /// The dialect, prolog and epilog.
    pub(crate) source: Source,
    /// The root, `article`.
    pub(crate) root: Element,
}

impl Element {
    /// A JATS element without attributes and content.
    pub(crate) fn new(name: impl Into<Cow<'static, str>>) -> Self {
        Self {
            name: name.into(),
            ..Self::default()
        }
    }

    /// An element without attributes and content, named with its usual prefix.
    pub(crate) fn usual(name: &'static str) -> Self {
        let (namespace, local) = ns::expand(name);
        Self {
            namespace: namespace.map(Cow::Borrowed),
            ..Self::new(local)
        }
    }

    /// True for the JATS element of that name.
    pub(crate) fn is(&self, name: &str) -> bool {
        self.namespace.is_none() && self.name == name
    }

    /// The JATS name; `None` for an element of another namespace.
    pub(crate) fn jats(&self) -> Option<&str> {
        self.namespace.is_none().then_some(self.name.as_ref())
    }

    /// The name as the model's tables spell it: that of JATS, or one of `TaxPub` with the prefix `tp:`; `None` for an element
    /// of any other namespace.
    pub(crate) fn usual_name(&self) -> Option<Cow<'static, str>> {
        match self.namespace.as_deref() {
            None => Some(self.name.clone()),
            Some(ns::TAXPUB) => Some(Cow::Owned(format!("tp:{}", self.name))),
            Some(_) => None,
        }
    }

    /// The value of the attribute without a namespace.
    pub(crate) fn attr(&self, name: &str) -> Option<&str> {
        self.attr_ns(None, name)
    }

    /// The value of the attribute in that namespace.
    pub(crate) fn attr_ns(&self, namespace: Option<&str>, name: &str) -> Option<&str> {
        self.attrs
            .iter()
            .find(|a| a.name == name && a.namespace.as_deref() == namespace)
            .map(|a| a.value.as_str())
    }

    /// The `xml:lang` as spelled.
    pub(crate) fn lang(&self) -> Option<&str> {
        self.attr_ns(Some(ns::XML), "lang")
    }

    /// The child elements.
    pub(crate) fn elements(&self) -> impl Iterator<Item = &Element> {
        self.content.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            _ => None,
        })
    }

    /// The first JATS child of that name.
    pub(crate) fn child(&self, name: &str) -> Option<&Element> {
        self.elements().find(|e| e.is(name))
    }

    /// All text in it, without comments and instructions.
    pub(crate) fn text(&self) -> String {
        let mut text = String::new();
        self.push_text(&mut text);
        text
    }

    fn push_text(&self, out: &mut String) {
        for node in &self.content {
            match node {
                Node::Text(text) => out.push_str(text),
                Node::Element(element) => element.push_text(out),
                Node::Comment(_) | Node::Instruction(_) => {}
            }
        }
    }

    /// The path below this element to the first thing in which another differs from it; `None` when they are equal.
    pub(crate) fn difference(&self, other: &Self) -> Option<String> {
        if self == other {
            return None;
        }
        let same_tag = self.name == other.name
            && self.namespace == other.namespace
            && self.attrs == other.attrs;
        if !same_tag || self.content.len() != other.content.len() {
            return Some(String::new());
        }
        let pairs = self.content.iter().zip(&other.content);
        let at = pairs.clone().position(|(a, b)| a != b)?;
        match pairs.clone().nth(at)? {
            (Node::Element(a), Node::Element(b)) if a.name == b.name => {
                let place = self
                    .elements()
                    .take_while(|e| !std::ptr::eq(*e, a))
                    .filter(|e| e.name == a.name)
                    .count();
                Some(format!(
                    "/{}[{}]{}",
                    a.name,
                    place + 1,
                    a.difference(b).unwrap_or_default()
                ))
            }
            _ => Some(String::new()),
        }
    }
}
