//! Links from an article to itself elsewhere, and to other articles and objects.

use super::inline::Inline;
use super::node::node;

node! {
    /// Where a text itself is found.
    pub struct SelfLink {
        attrs {
            /// The address as spelled.
            href: Option<String> = "xlink:href",
            /// What is found there, as spelled: `pdf`.
            kind: Option<String> = "content-type",
            /// The title of what is found.
            title: Option<String> = "xlink:title",
        }
        rest {
            /// The text of the link.
            content: Vec<Inline>
        }
    }
}

node! {
    /// An article or object that this one belongs to: what it corrects, comments on, reviews.
    pub struct Related {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
            /// The relation to an article, as spelled: `corrected-article`.
            kind: Option<String> = "related-article-type",
            /// The relation to an object, as spelled.
            object_kind: Option<String> = "link-type",
            /// The address.
            href: Option<String> = "xlink:href",
            /// The kind of address.
            href_kind: Option<String> = "ext-link-type",
        }
        rest {
            /// Its description.
            content: Vec<Inline>
        }
    }
}
