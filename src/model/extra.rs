//! What a node has beyond its typed fields: attributes, children, their order.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// What a node has beyond its typed fields. Empty for almost all nodes, and then absent from JSON.
///
/// Someone who builds an article by hand leaves it empty; readers fill it, so that nothing is lost.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Extra {
    /// Attributes without a field, sorted by namespace and name.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub attrs: Vec<Attr>,
    /// Children without a field, each with its place.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub nodes: Vec<Placed>,
    /// The typed children in source order, as indices into the writer's order; empty when both are the same. An order that
    /// no longer fits (after an edit) is ignored.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub order: Vec<u32>,
}

impl Extra {
    /// True when there is nothing beyond the typed fields.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.attrs.is_empty() && self.nodes.is_empty() && self.order.is_empty()
    }
}

/// A child without a field of its own, and its place among the typed children.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Placed {
    /// How many typed children stand before it.
    pub at: u32,
    /// The child.
    pub node: Foreign,
}

/// A node that the model has no type for, carried in its place.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Foreign {
    /// An element with everything in it.
    Element(ForeignElement),
    /// Text.
    Text(String),
    /// A comment: `<!-- … -->`.
    Comment(String),
    /// A processing instruction: `<?target text?>`.
    Instruction(Instruction),
}

/// A processing instruction: `<?target text?>`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Instruction {
    /// Its target.
    pub target: String,
    /// What follows the target, without the white space between.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
}

/// An element that the model has no type for.
///
/// `name` and `namespace` are as in XML; an absent namespace stands for the article's own vocabulary, JATS, whether the
/// source put it into a namespace or not. Prefixes are spelling and are not kept.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct ForeignElement {
    /// The namespace; absent for JATS.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub namespace: Option<Cow<'static, str>>,
    /// The local name.
    pub name: Cow<'static, str>,
    /// The attributes, sorted by namespace and name.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub attrs: Vec<Attr>,
    /// The children in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub content: Vec<Foreign>,
}

/// An attribute.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Attr {
    /// The namespace; absent for almost all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub namespace: Option<Cow<'static, str>>,
    /// The local name.
    pub name: Cow<'static, str>,
    /// The value.
    pub value: String,
}
