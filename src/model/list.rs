//! Lists and definition lists.

use super::block::Block;
use super::lang::Lang;
use super::nested::Nested;
use super::node::node;
use super::text::Written;

node! {
    /// A list.
    pub struct List {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
            /// How items are marked, as spelled: `bullet`, `order`, `alpha-lower`, `simple`.
            kind: Option<String> = "list-type",
            /// The list whose numbers this one continues.
            continued_from: Option<String> = "continued-from",
            /// Language.
            lang: Option<Lang> = "xml:lang",
        }
        head {
            /// Its label.
            label: Option<Written> = "label",
            /// Its title.
            title: Option<Written> = "title",
            /// The items.
            items: Vec<ListItem> = "list-item",
        }
    }
}

impl List {
    /// A list of one paragraph an item.
    #[must_use]
    pub fn new<T: AsRef<str>>(kind: &str, items: impl IntoIterator<Item = T>) -> Self {
        Self {
            kind: Some(kind.to_owned()),
            items: items
                .into_iter()
                .map(|text| ListItem {
                    content: vec![Block::paragraph(text.as_ref())],
                    ..ListItem::default()
                })
                .collect(),
            ..Self::default()
        }
    }
}

node! {
    /// An item of a list.
    pub struct ListItem {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
        }
        head {
            /// Its own mark, in place of what the list's kind says.
            label: Option<Written> = "label",
            /// Its title.
            title: Option<Written> = "title",
        }
        rest {
            /// Its text.
            content: Vec<Block>
        }
    }
}

node! {
    /// A list of terms and their definitions.
    pub struct DefinitionList {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
            /// How items are marked, as spelled.
            kind: Option<String> = "list-type",
        }
        head {
            /// Its label.
            label: Option<Written> = "label",
            /// Its title.
            title: Option<Written> = "title",
            /// The head above the terms.
            term_head: Option<Written> = "term-head",
            /// The head above the definitions.
            definition_head: Option<Written> = "def-head",
            /// The items.
            items: Vec<DefinitionItem> = "def-item",
            /// Lists inside this one.
            lists: Vec<Nested<DefinitionList>> = "def-list",
        }
    }
}

node! {
    /// Terms with their definitions.
    pub struct DefinitionItem {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
        }
        head {
            /// Its label.
            label: Option<Written> = "label",
            /// The terms.
            terms: Vec<Written> = "term",
            /// The definitions.
            definitions: Vec<Definition> = "def",
        }
    }
}

node! {
    /// A definition.
    pub struct Definition {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
        }
        rest {
            /// Its text.
            content: Vec<Block>
        }
    }
}
