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
            /// Where an object is found, such as the registry of a trial.
            source_id: Option<String> = "source-id",
            /// The kind of that identifier.
            source_id_kind: Option<String> = "source-id-type",
            /// The document about an object, such as the registration of a trial.
            document_id: Option<String> = "document-id",
            /// The kind of that identifier: `clinical-trial-number`.
            document_id_kind: Option<String> = "document-id-type",
            /// The object itself.
            object_id: Option<String> = "object-id",
            /// The kind of that identifier.
            object_id_kind: Option<String> = "object-id-type",
        }
        rest {
            /// Its description.
            content: Vec<Inline>
        }
    }
}
