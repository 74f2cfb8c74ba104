//! Text that may hold markup: titles, names, affiliations, keywords.

use super::inline::Inline;
use super::lang::Lang;
use super::node::node;

node! {
    /// Text as written, with the markup in it: a title, a name, a keyword.
    ///
    /// ```
    /// use separatum::model::Written;
    /// let title = Written::from("Water and salt");
    /// assert_eq!(title.text(), "Water and salt");
    /// ```
    pub struct Written {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
            /// Language of this text when it differs from what is around it.
            lang: Option<Lang> = "xml:lang",
        }
        rest {
            /// The text.
            content: Vec<Inline>
        }
    }
}

impl Written {
    /// The text without its markup.
    #[must_use]
    pub fn text(&self) -> String {
        super::plain::inlines(&self.content)
    }
}

impl From<&str> for Written {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl From<String> for Written {
    fn from(text: String) -> Self {
        Self {
            content: vec![Inline::Text(text)],
            ..Self::default()
        }
    }
}

impl From<Vec<Inline>> for Written {
    fn from(content: Vec<Inline>) -> Self {
        Self {
            content,
            ..Self::default()
        }
    }
}
