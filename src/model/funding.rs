//! Who paid.

use super::block::Block;
use super::choice::choice;
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

choice! {
    /// What NLM 2 says of funding, right in the metadata of the article.
    pub enum Grant {
        elements {
            /// The number of a grant.
            Number(Written) = "grant-num",
            /// Who gave a grant.
            Sponsor(Written) = "grant-sponsor",
            /// The number of a contract.
            ContractNumber(Written) = "contract-num",
            /// Who gave a contract.
            ContractSponsor(Written) = "contract-sponsor",
        }
        closed { Number }
    }
}

node! {
    /// Support of any kind: money, and resources lent.
    pub struct Support {
        head {
            /// Money.
            funding: Vec<Funding> = "funding-group",
            /// Resources.
            contributed: Vec<ContributedResources> = "contributed-resource-group",
        }
    }
}

node! {
    /// Resources that were lent: instruments, materials, time.
    pub struct ContributedResources {
        attrs {
            /// What kind, as spelled.
            kind: Option<String> = "resource-type",
        }
        head {
            /// Under which awards.
            awards: Vec<Award> = "award-group",
            /// What was given, in words.
            descriptions: Vec<SupportDescription> = "support-description",
            /// The resources.
            resources: Vec<ResourceGroup> = "resource-group",
        }
    }
}

node! {
    /// What was given, in words.
    pub struct SupportDescription {
        rest {
            /// The text.
            content: Vec<Block>
        }
    }
}

node! {
    /// Resources that belong together.
    pub struct ResourceGroup {
        head {
            /// What they are called.
            names: Vec<Written> = "resource-name",
            /// Each with its name and identifier.
            resources: Vec<Resource> = "resource-wrap",
        }
    }
}

node! {
    /// A resource with its name and identifier.
    pub struct Resource {
        head {
            /// Its name.
            names: Vec<Written> = "resource-name",
            /// Its identifiers.
            ids: Vec<Identifier> = "resource-id",
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
            /// The givers of support.
            supporters: Vec<FundingSource> = "support-source",
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

impl Award {
    /// An award of one giver, with its number.
    ///
    /// ```
    /// use separatum::Article;
    /// use separatum::model::{Award, Funding};
    /// let mut funding = Funding::default();
    /// funding.awards.push(Award::new("Shore Fund", "SF 7"));
    /// let mut article = Article::new("Tides");
    /// article.funding.push(funding);
    /// assert_eq!(article.award_numbers(), ["SF 7"]);
    /// ```
    #[must_use]
    pub fn new(source: &str, number: impl Into<String>) -> Self {
        Self {
            sources: vec![FundingSource {
                content: vec![source.into()],
                ..FundingSource::default()
            }],
            ids: vec![Identifier {
                text: number.into(),
                ..Identifier::default()
            }],
            ..Self::default()
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
