//! Treatments of species, as `TaxPub` adds them to JATS. The names of species in running text are [`DatumKind`]s.
//!
//! [`DatumKind`]: super::datum::DatumKind

use super::block::Block;
use super::id::Identifier;
use super::inline::Inline;
use super::keywords::KeywordGroup;
use super::lang::Lang;
use super::node::node;
use super::text::Written;

node! {
    /// The treatment of a species or another taxon: its names, and sections about it.
    pub struct Treatment {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
            /// Language.
            lang: Option<Lang> = "xml:lang",
        }
        head {
            /// Its identifiers.
            ids: Vec<Identifier> = "object-id",
            /// What is said about the treatment itself.
            meta: Option<TreatmentMeta> = "tp:treatment-meta",
            /// Its names, their authors and what was published under them.
            nomenclature: Vec<Nomenclature> = "tp:nomenclature",
        }
        rest {
            /// Its sections.
            content: Vec<Block>
        }
    }
}

node! {
    /// What is said about a treatment itself.
    pub struct TreatmentMeta {
        head {
            /// Where the taxon stands among others.
            keywords: Vec<KeywordGroup> = "kwd-group",
        }
        rest {
            /// Further data.
            content: Vec<Inline>
        }
    }
}

node! {
    /// The names of a taxon.
    pub struct Nomenclature {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
        }
        head {
            /// Its label.
            label: Option<Written> = "label",
        }
        rest {
            /// Names, authors, status and citations, in order.
            content: Vec<Inline>
        }
    }
}
