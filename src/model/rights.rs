//! Copyright and licences, of an article or of a part of it.

use super::block::Block;
use super::choice::choice;
use super::lang::Lang;
use super::node::node;
use super::section::Paragraph;
use super::text::Written;

node! {
    /// Rights in an article, a figure, a table.
    pub struct Rights {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
        }
        head {
            /// The statement: "© 2026 The authors".
            statements: Vec<Written> = "copyright-statement",
            /// The year.
            years: Vec<Written> = "copyright-year",
            /// Who holds the copyright.
            holders: Vec<Written> = "copyright-holder",
            /// That the text is free to read, and from when to when.
            free_to_read: Vec<FreeToRead> = "ali:free_to_read",
            /// The licences.
            licences: Vec<Licence> = "license",
        }
    }
}

choice! {
    /// What NLM 2 says of rights, right in the metadata of the article.
    pub enum LooseRights {
        elements {
            /// The statement: "© 2026 The authors".
            Statement(Written) = "copyright-statement",
            /// The year.
            Year(Written) = "copyright-year",
            /// Who holds the copyright.
            Holder(Written) = "copyright-holder",
            /// The licence.
            Licence(Licence) = "license",
        }
        closed { Statement }
    }
}

node! {
    /// That a text is free to read.
    pub struct FreeToRead {
        attrs {
            /// From this day on.
            start: Option<String> = "start_date",
            /// Until this day.
            end: Option<String> = "end_date",
        }
    }
}

node! {
    /// A licence.
    pub struct Licence {
        attrs {
            /// What kind, as spelled: `open-access`.
            kind: Option<String> = "license-type",
            /// Its address.
            href: Option<String> = "xlink:href",
            /// Language.
            lang: Option<Lang> = "xml:lang",
        }
        head {
            /// Addresses of the licence, with the day from which it holds.
            references: Vec<LicenceReference> = "ali:license_ref",
            /// The text.
            paragraphs: Vec<Paragraph> = "license-p",
        }
        rest {
            /// Other blocks.
            content: Vec<Block>
        }
    }
}

impl Licence {
    /// A licence at an address, with what it says.
    #[must_use]
    pub fn new(href: impl Into<String>, text: &str) -> Self {
        Self {
            href: Some(href.into()),
            paragraphs: vec![Paragraph::new([text])],
            ..Self::default()
        }
    }
}

node! {
    /// The address of a licence.
    pub struct LicenceReference {
        attrs {
            /// The day from which it holds.
            start: Option<String> = "start_date",
            /// What it is for, as spelled: `tdm`.
            kind: Option<String> = "content-type",
            /// To which version it applies: `vor`.
            applies_to: Option<String> = "applies_to",
        }
        rest {
            /// The address.
            content: Vec<super::inline::Inline>
        }
    }
}
