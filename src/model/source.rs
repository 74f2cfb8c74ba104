//! How an article was spelled where it was read: dialect, namespaces, what stands around the root.

use serde::{Deserialize, Serialize};

use super::extra::Foreign;

/// How the article was spelled where it was read, as far as the spelling is kept.
///
/// Source: the XML declaration's neighbourhood of a JATS file. EPUB and PDF carry it in one attribute.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct Source {
    /// The dialect as read. `None`: the one the JATS writer chooses for this article.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dialect: Option<Dialect>,
    /// Comments and instructions before the root.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub prolog: Vec<Foreign>,
    /// Comments and instructions after the root.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub epilog: Vec<Foreign>,
}

impl Source {
    /// True when nothing is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A dialect of JATS: document type, version, namespaces of the root.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct Dialect {
    /// The document type declaration, without its internal subset.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub doctype: Option<Doctype>,
    /// `article/@dtd-version` as spelled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// The namespaces declared on the root: prefix and address; the default namespace has the prefix "".
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub namespaces: Vec<(String, String)>,
    /// The namespace of the root itself, when it stands in one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub root_namespace: Option<String>,
}

/// A document type declaration.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct Doctype {
    /// The name of the root.
    pub name: String,
    /// The public identifier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub public: Option<String>,
    /// The system identifier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub system: Option<String>,
}
