//! Formulas, kept exactly as they came.

use super::block::Block;
use super::flow::Flow;
use super::inline::Inline;
use super::node::node;
use super::text::Written;

node! {
    /// A formula: MathML, TeX, an image or text, perhaps several of them as alternatives.
    pub struct Formula {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
            /// The kind of content as spelled.
            kind: Option<String> = "content-type",
        }
        head {
            /// Its number.
            label: Option<Written> = "label",
        }
        rest {
            /// The formula.
            content: Vec<Flow>
        }
    }
}

node! {
    /// Formulas that stand together.
    pub struct FormulaGroup {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
        }
        head {
            /// Their label.
            label: Option<Written> = "label",
        }
        rest {
            /// The formulas.
            content: Vec<Block>
        }
    }
}

node! {
    /// TeX source, to the letter: a formula, or a whole LaTeX document with one.
    pub struct Tex {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
            /// The notation as spelled: `LaTeX`, `TeX`.
            notation: Option<String> = "notation",
            /// The version as spelled.
            version: Option<String> = "version",
        }
        rest {
            /// The source; comments and instructions between its lines are kept.
            content: Vec<Inline>
        }
    }
}

impl Tex {
    /// The source as one string.
    #[must_use]
    pub fn text(&self) -> String {
        super::plain::inlines(&self.content)
    }
}
