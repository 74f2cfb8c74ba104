//! Who paid.

use super::credit::CreditName;
use super::id::Identifier;
use super::inline::Inline;
use super::lang::Lang;
use super::node::node;
use super::text::Written;

node! {
    /// Funding: awards, and the statement about them.
    pub struct Funding {
        attrs {
            /// Language.
            lang: Option<Lang> = "xml:lang",
        }
        head {
            /// The awards.
            awards: Vec<Award> = "award-group",
            /// The statement in words.
            statements: Vec<Written> = "funding-statement",
            /// What is said about open access.
            open_access: Vec<Written> = "open-access",
        }
    }
}

node! {
    /// An award: who gave it, under which number, to whom.
    pub struct Award {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
            /// What kind, as spelled.
            kind: Option<String> = "award-type",
        }
        head {
            /// The givers.
            sources: Vec<FundingSource> = "funding-source",
            /// The numbers.
            ids: Vec<Identifier> = "award-id",
            /// The award's name.
            names: Vec<Written> = "award-name",
            /// What it is for.
            descriptions: Vec<Written> = "award-desc",
            /// Those who received it.
            recipients: Vec<Recipient> = "principal-award-recipient",
            /// Those who do the work.
            investigators: Vec<Recipient> = "principal-investigator",
        }
    }
}

node! {
    /// A giver of funds: text with data inside, such as the institution and its identifier.
    pub struct FundingSource {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
            /// What kind, as spelled.
            kind: Option<String> = "source-type",
            /// Address.
            href: Option<String> = "xlink:href",
            /// Country.
            country: Option<String> = "country",
        }
        rest {
            /// The text.
            content: Vec<Inline>
        }
    }
}

node! {
    /// Someone who received an award.
    pub struct Recipient {
        head {
            /// The names.
            names: Vec<CreditName> = "name" | "string-name" | "name-alternatives",
            /// Institutions.
            institutions: Vec<Written> = "institution",
        }
        rest {
            /// Text in place of names.
            content: Vec<Inline>
        }
    }
}
