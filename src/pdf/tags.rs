//! The tag tree: how the article's tree stands in the structure elements of a PDF, in both directions.
//!
//! Every element of the tree is one structure element whose role is the element's name, perhaps with a variant after a
//! dot (`p.div`) that tells which standard type it is mapped to; readers cut at the dot. What is not in the article has the
//! role [`role::GEN`] and is dropped on reading; [`role::RUN`] only groups and is dissolved; [`role::PAD`] fills up table
//! rows. What the page does not show stands in the data of its tag, under the keys of [`key`].

mod linear;
mod markup;
pub(crate) mod names;
pub(crate) mod plan;
mod read;
#[cfg(test)]
pub(crate) mod tests;
mod write;

pub(crate) use read::to_document;
pub(crate) use write::plan;

/// The keys of a tag's data.
pub(crate) mod key {
    /// Attributes without a natural home: JSON `[[namespace,name,value],…]`.
    pub(crate) const ATTRS: &str = "attrs";
    /// For each child in the order shown, its index in the article: `1 0 2`.
    pub(crate) const ORDER: &str = "order";
    /// Children that the standard type has no place for, with their index in the order shown: JSON `[[1,node],…]`.
    pub(crate) const BETWEEN: &str = "between";
    /// The name of an element whose role cannot be its name.
    pub(crate) const NAME: &str = "name";
    /// The namespace of such an element.
    pub(crate) const NS: &str = "ns";
    /// The text of a comment, an instruction, a long description.
    pub(crate) const TEXT: &str = "text";
    /// The target of a processing instruction.
    pub(crate) const TARGET: &str = "target";
    /// On the root: dialect, prolog and epilog as JSON.
    pub(crate) const SOURCE: &str = "source";
    /// On the root: the version of this mapping.
    pub(crate) const PROFILE: &str = "profile";
    /// On an `alt-text`: its text is the alternative of the tag it stands in.
    pub(crate) const ALT_OF: &str = "alt-of";
    /// On a figure or formula: its alternative is made, not the article's.
    pub(crate) const GEN_ALT: &str = "gen-alt";
}

/// Roles that are no names of elements.
pub(crate) mod role {
    /// Text that is not in the article.
    pub(crate) const GEN: &str = "gen";
    /// A group that the article does not have.
    pub(crate) const RUN: &str = "run";
    /// An empty table cell or table body that the article does not have.
    pub(crate) const PAD: &str = "pad";
    /// A comment.
    pub(crate) const COMMENT: &str = "xml-comment";
    /// A processing instruction.
    pub(crate) const INSTRUCTION: &str = "xml-instruction";
    /// An element whose name is data: of another namespace, or no name for a role.
    pub(crate) const FOREIGN: &str = "foreign";
    /// A formula in MathML; the element is an associated file.
    pub(crate) const MATH: &str = "math";
}

/// The deepest nesting of tags that the writer makes from the deepest article: groups and list bodies stand between.
pub(crate) const DEPTH: usize = crate::Limits::DEPTH * 4;

/// The version of this mapping.
pub(crate) const PROFILE: &str = "1";

/// A tag as read from a PDF; the tree is a list, the first is the root.
#[derive(Debug, Clone, Default)]
pub(crate) struct ReadTag {
    /// Its role as spelled.
    pub(crate) role: String,
    /// Its data.
    pub(crate) data: Vec<(String, String)>,
    /// Its identifier.
    pub(crate) id: Option<String>,
    /// Its language.
    pub(crate) lang: Option<String>,
    /// Its text alternative.
    pub(crate) alt: Option<String>,
    /// Its associated files: name, media type, bytes.
    pub(crate) files: Vec<(String, String, Vec<u8>)>,
    /// What it holds, in order.
    pub(crate) kids: Vec<ReadKid>,
}

/// A child of a tag as read.
#[derive(Debug, Clone)]
pub(crate) enum ReadKid {
    /// Another tag: an index into the list.
    Tag(usize),
    /// Marked text.
    Text(String),
}

impl ReadTag {
    /// The value of a data key.
    pub(crate) fn get(&self, key: &str) -> Option<&str> {
        self.data
            .iter()
            .find(|(k, _)| k == key)
            .map(|(_, value)| value.as_str())
    }

    /// The role without its variant.
    pub(crate) fn base(&self) -> &str {
        self.role.split('.').next().unwrap_or_default()
    }
}
