//! Names and values of the publisher's own, and what is said about the file itself.

use super::node::node;
use super::text::Written;

node! {
    /// Names and values of the publisher's own.
    pub struct CustomMetaGroup {
        head {
            /// The names and values.
            items: Vec<CustomMeta> = "custom-meta",
        }
    }
}

node! {
    /// A name and its value.
    pub struct CustomMeta {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
            /// The address of what it means.
            href: Option<String> = "xlink:href",
        }
        head {
            /// The name.
            name: Option<Written> = "meta-name",
            /// The value.
            value: Option<Written> = "meta-value",
        }
    }
}

node! {
    /// What is said about the file itself: which tag set it uses, and how that is restricted or extended.
    pub struct ProcessingMeta {
        attrs {
            /// The family of the tag set: `jats`.
            family: Option<String> = "tagset-family",
            /// The tag set: `archiving`, `publishing`.
            tag_set: Option<String> = "base-tagset",
            /// The version of MathML.
            mathml: Option<String> = "mathml-version",
            /// The manner of tables: `xhtml`, `oasis`, `both`.
            tables: Option<String> = "table-model",
        }
        head {
            /// Rules that restrict the tag set.
            restrictions: Vec<Written> = "restricted-by",
            /// Rules that extend it.
            extensions: Vec<Written> = "extended-by",
            /// Further names and values.
            custom: Vec<CustomMetaGroup> = "custom-meta-group",
        }
    }
}
