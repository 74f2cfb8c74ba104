//! What a node has beyond its typed fields: attributes, children, their order.

use std::borrow::Cow;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::{Deref, DerefMut};

use serde::{Deserialize, Serialize, Serializer};

use super::nested::Children;

/// What a node has beyond its typed fields. Empty for almost all nodes, and then absent from JSON and without weight.
///
/// Someone who builds an article by hand leaves it empty; readers fill it, so that nothing is lost. What it holds is reached
/// as fields of [`Carried`].
///
/// ```
/// use separatum::model::{Attr, Extra};
/// let mut extra = Extra::default();
/// assert!(extra.attrs.is_empty());
/// extra.attrs.push(Attr { name: "specific-use".into(), value: "web".into(), ..Attr::default() });
/// assert_eq!(extra.attrs[0].value, "web");
/// ```
#[derive(Clone, Default, Deserialize)]
#[serde(from = "Carried")]
pub struct Extra(Option<Box<Carried>>);

/// Attributes and children without a field of their own, and the order of all children.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct Carried {
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

impl Carried {
    const NOTHING: &'static Self = &Self {
        attrs: Vec::new(),
        nodes: Vec::new(),
        order: Vec::new(),
    };

    /// True when there is nothing beyond the typed fields.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.attrs.is_empty() && self.nodes.is_empty() && self.order.is_empty()
    }
}

impl Deref for Extra {
    type Target = Carried;

    fn deref(&self) -> &Carried {
        self.0.as_deref().unwrap_or(Carried::NOTHING)
    }
}

impl DerefMut for Extra {
    fn deref_mut(&mut self) -> &mut Carried {
        self.0.get_or_insert_default()
    }
}

impl From<Carried> for Extra {
    fn from(carried: Carried) -> Self {
        Self((!carried.is_empty()).then(|| Box::new(carried)))
    }
}

impl Serialize for Extra {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (**self).serialize(serializer)
    }
}

// By what is carried: one that was emptied again equals one that never held anything.
impl PartialEq for Extra {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for Extra {}

impl Hash for Extra {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (**self).hash(state);
    }
}

impl fmt::Debug for Extra {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

/// A child without a field of its own, and its place among the typed children.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
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
#[serde(deny_unknown_fields)]
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
#[serde(default, deny_unknown_fields)]
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
    pub content: Children,
}

/// An attribute.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attr {
    /// The namespace; absent for almost all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub namespace: Option<Cow<'static, str>>,
    /// The local name.
    pub name: Cow<'static, str>,
    /// The value.
    pub value: String,
}
