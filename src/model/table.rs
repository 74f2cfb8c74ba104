//! Tables: the object with label, caption and notes, and the grid in it.

mod build;

use serde::{Deserialize, Serialize};

use super::block::Block;
use super::choice::choice;
use super::figure::Caption;
use super::flow::Flow;
use super::id::Identifier;
use super::lang::Lang;
use super::node::{attributes, node};
use super::rights::Rights;
use super::text::Written;
use crate::tree::ns;

node! {
    /// A table with its label, caption and notes; the grid stands in `content`, or an image where there is none.
    pub struct Table {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
            /// The kind of content as spelled.
            kind: Option<String> = "content-type",
            /// Where it stands: `float`, `anchor`.
            position: Option<String> = "position",
            /// `portrait` or `landscape`.
            orientation: Option<String> = "orientation",
            /// Language.
            lang: Option<Lang> = "xml:lang",
        }
        head {
            /// Identifiers of the object.
            ids: Vec<Identifier> = "object-id",
            /// Its label: "Table 1".
            label: Option<Written> = "label",
            /// Its caption.
            caption: Option<Caption> = "caption",
            /// What it shows, for people who do not see it.
            alt: Option<Written> = "alt-text",
        }
        rest {
            /// The grid or grids, or what stands for them.
            content: Vec<Block>
        }
        tail {
            /// Notes and what else stands below.
            foot: Vec<TableFoot> = "table-wrap-foot",
            /// Who made it.
            credits: Vec<Written> = "attrib",
            /// Rights in it.
            rights: Option<Rights> = "permissions",
        }
    }
}

node! {
    /// Tables that belong together.
    pub struct TableGroup {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
            /// Where it stands: `float`, `anchor`.
            position: Option<String> = "position",
        }
        head {
            /// Its label.
            label: Option<Written> = "label",
            /// Its caption.
            caption: Option<Caption> = "caption",
        }
        rest {
            /// The tables.
            content: Vec<Block>
        }
    }
}

node! {
    /// What stands below a table: notes, sources.
    pub struct TableFoot {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
        }
        head {
            /// Its label.
            label: Option<Written> = "label",
            /// Its title.
            title: Option<Written> = "title",
        }
        rest {
            /// Notes and paragraphs.
            content: Vec<Block>
        }
        tail {
            /// Who made it.
            credits: Vec<Written> = "attrib",
        }
    }
}

node! {
    /// The rows and columns of a table, whether it came in the XHTML manner or in that of CALS (OASIS exchange tables).
    ///
    /// The XHTML manner has heads, feet and bodies right here; CALS has them in `groups`. Rows and cells are of the same types
    /// in both, a CALS `row` being a [`Row`] and an `entry` a [`Cell`].
    pub struct Grid {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
        }
        head {
            /// The title of a CALS table.
            title: Option<Written> = "title",
            /// Columns outside of a group.
            columns: Vec<Column> = "col",
            /// Groups of columns.
            column_groups: Vec<ColumnGroup> = "colgroup",
            /// The heads.
            heads: Vec<RowGroup> = "thead",
            /// The feet.
            feet: Vec<RowGroup> = "tfoot",
            /// The bodies.
            bodies: Vec<RowGroup> = "tbody",
            /// Rows outside of a group.
            rows: Vec<Row> = "tr",
            /// The groups of a CALS table: each has columns and rows of its own.
            groups: Vec<GridGroup> = "tgroup",
        }
        spelling {
            /// For a CALS table its namespace; absent for a table in the XHTML manner. In JATS, EPUB and PDF the table's elements
            /// stand in that namespace and are called `row` and `entry`.
            cals: Option<CalsNamespace>
        }
    }
}

/// The namespace in which the elements of a CALS table stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum CalsNamespace {
    /// None: the table is told by its `tgroup`.
    Absent,
    /// That of JATS: `http://www.niso.org/standards/z39-96/ns/oasis-exchange/table`.
    Niso,
    /// That of OASIS: `http://docs.oasis-open.org/ns/oasis-exchange/table`.
    Oasis,
}

impl CalsNamespace {
    /// Its address; `None` for [`CalsNamespace::Absent`].
    #[must_use]
    pub fn address(self) -> Option<&'static str> {
        match self {
            Self::Absent => None,
            Self::Niso => Some(ns::OASIS),
            Self::Oasis => Some(ns::OASIS_OPEN),
        }
    }
}

node! {
    /// A part of a CALS table with columns of its own.
    pub struct GridGroup {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
            /// The number of columns as spelled.
            cols: Option<String> = "cols",
            /// Alignment.
            align: Option<String> = "align",
            /// Whether lines stand between columns: `0`, `1`.
            column_rules: Option<String> = "colsep",
            /// Whether lines stand between rows.
            row_rules: Option<String> = "rowsep",
        }
        head {
            /// The columns.
            columns: Vec<Column> = "colspec",
            /// Spans with a name.
            spans: Vec<NamedSpan> = "spanspec",
            /// The heads.
            heads: Vec<RowGroup> = "thead",
            /// The feet.
            feet: Vec<RowGroup> = "tfoot",
            /// The bodies.
            bodies: Vec<RowGroup> = "tbody",
        }
    }
}

node! {
    /// A name for a range of columns in a CALS table.
    pub struct NamedSpan {
        attrs {
            /// The name.
            name: Option<String> = "spanname",
            /// The name of the first column.
            first: Option<String> = "namest",
            /// The name of the last column.
            last: Option<String> = "nameend",
            /// Alignment.
            align: Option<String> = "align",
        }
    }
}

attributes! {
    /// What CALS says of a column.
    pub struct CalsColumn {
        /// Its name.
        name = "colname",
        /// Its number, from 1, as spelled; without one it follows the column before it.
        number = "colnum",
        /// Its width as spelled: `2*`, `30mm`.
        width = "colwidth",
        /// Whether a line stands after it: `0`, `1`.
        column_rules = "colsep",
        /// Whether lines stand between its rows.
        row_rules = "rowsep",
    }
}

attributes! {
    /// What CALS says of a cell.
    pub struct CalsCell {
        /// The name of its column.
        column = "colname",
        /// The name of the first column that it covers.
        first = "namest",
        /// The name of the last column that it covers.
        last = "nameend",
        /// The name of the span that it covers.
        span = "spanname",
        /// Over how many rows more it goes, as spelled.
        more_rows = "morerows",
        /// Whether a line stands after it: `0`, `1`.
        column_rules = "colsep",
        /// Whether a line stands below it.
        row_rules = "rowsep",
    }
}

node! {
    /// A column's properties.
    pub struct Column {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
            /// For how many columns it stands.
            span: Option<String> = "span",
            /// Alignment.
            align: Option<String> = "align",
            /// Width as spelled.
            width: Option<String> = "width",
        }
        together {
            /// What a CALS table says of it.
            cals: CalsColumn
        }
    }
}

node! {
    /// A group of columns.
    pub struct ColumnGroup {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
            /// For how many columns it stands.
            span: Option<String> = "span",
            /// Alignment.
            align: Option<String> = "align",
        }
        head {
            /// The columns.
            columns: Vec<Column> = "col",
        }
    }
}

node! {
    /// Rows that belong together: a head, a body or a foot.
    pub struct RowGroup {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
            /// Alignment.
            align: Option<String> = "align",
            /// Vertical alignment.
            valign: Option<String> = "valign",
        }
        head {
            /// The rows.
            rows: Vec<Row> = "tr",
        }
    }
}

node! {
    /// A row.
    pub struct Row {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
            /// Alignment.
            align: Option<String> = "align",
            /// Vertical alignment.
            valign: Option<String> = "valign",
        }
        head {
            /// The cells in order.
            cells: Vec<RowCell> = "td" | "th",
        }
    }
}

choice! {
    /// A cell and what it is for.
    pub enum RowCell {
        elements {
            /// Data.
            Data(Cell) = "td",
            /// The head of a row or column.
            Head(Cell) = "th",
        }
        closed { Data }
    }
}

node! {
    /// A cell.
    pub struct Cell {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
            /// Over how many columns it goes, as spelled.
            colspan: Option<String> = "colspan",
            /// Over how many rows it goes, as spelled.
            rowspan: Option<String> = "rowspan",
            /// For what it is the head: `row`, `col`.
            scope: Option<String> = "scope",
            /// The identifiers of its heads.
            headers: Option<String> = "headers",
            /// Alignment.
            align: Option<String> = "align",
            /// Vertical alignment.
            valign: Option<String> = "valign",
            /// A style as spelled.
            style: Option<String> = "style",
        }
        together {
            /// What a CALS table says of it.
            cals: CalsCell
        }
        rest {
            /// What it holds.
            content: Vec<Flow>
        }
    }
}
