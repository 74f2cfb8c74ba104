//! Counts, as an article states them.

use super::choice::choice;
use super::node::node;

node! {
    /// Counts of what an article holds, as it states them.
    pub struct Counts {
        head {
            /// The counts.
            counts: Vec<CountOf> = "count" | "fig-count" | "table-count" | "equation-count" | "ref-count" | "page-count" | "word-count",
        }
    }
}

choice! {
    /// A count and what is counted.
    pub enum CountOf {
        elements {
            /// Something else.
            Other(Count) = "count",
            /// Figures.
            Figures(Count) = "fig-count",
            /// Tables.
            Tables(Count) = "table-count",
            /// Formulas.
            Equations(Count) = "equation-count",
            /// References.
            References(Count) = "ref-count",
            /// Pages.
            Pages(Count) = "page-count",
            /// Words.
            Words(Count) = "word-count",
        }
        closed { Other }
    }
}

node! {
    /// A count.
    pub struct Count {
        attrs {
            /// The number as spelled.
            count: Option<String> = "count",
            /// What is counted.
            kind: Option<String> = "count-type",
        }
    }
}
