//! Who paid, under which number, for whom.

use crate::model::credit::CreditName;
use crate::model::funding::{Award, FundingSource, Grant, Recipient};
use crate::model::id::Identifier;
use crate::model::text::Written;
use crate::model::{Article, Institution, plain};

impl Article {
    /// The awards of all funding, in order.
    ///
    /// ```
    /// # #[cfg(feature = "jats")] {
    /// use separatum::jats;
    /// let xml = "<article><front><article-meta><funding-group><award-group><funding-source>Shore Fund</funding-source>\
    ///   <award-id>SF 7</award-id><principal-award-recipient><name><surname>Li</surname><given-names>N.</given-names></name>\
    ///   </principal-award-recipient></award-group></funding-group></article-meta></front></article>";
    /// let article = jats::from_str(xml)?.value;
    /// let award = article.awards().next().unwrap();
    /// assert_eq!(award.funders()[0].names, ["Shore Fund"]);
    /// assert_eq!(award.numbers().collect::<Vec<_>>(), ["SF 7"]);
    /// assert_eq!(award.recipient_names(), ["N. Li"]);
    /// # }
    /// # Ok::<(), separatum::Error>(())
    /// ```
    pub fn awards(&self) -> impl Iterator<Item = &Award> {
        let support = self.support.iter();
        let of_support = support.clone().flat_map(|support| &support.funding);
        let funding = self.funding.iter().chain(of_support);
        let lent = support.flat_map(|support| &support.contributed);
        let money = funding.flat_map(|funding| &funding.awards);
        money.chain(lent.flat_map(|resources| &resources.awards))
    }

    /// Those who paid, in order: the givers of all awards, and the sponsors that NLM 2 names right in the metadata.
    #[must_use]
    pub fn funders(&self) -> Vec<Institution> {
        let sponsors = self.grants.iter().filter_map(|grant| match grant {
            Grant::Sponsor(name) | Grant::ContractSponsor(name) => {
                Some(Institution::named(name.text()))
            }
            Grant::Number(_) | Grant::ContractNumber(_) => None,
        });
        self.awards()
            .flat_map(Award::funders)
            .chain(sponsors)
            .collect()
    }

    /// The numbers of all awards, and of the grants and contracts of NLM 2, as spelled.
    #[must_use]
    pub fn award_numbers(&self) -> Vec<String> {
        let grants = self.grants.iter().filter_map(|grant| match grant {
            Grant::Number(number) | Grant::ContractNumber(number) => Some(number.text()),
            Grant::Sponsor(_) | Grant::ContractSponsor(_) => None,
        });
        self.awards()
            .flat_map(Award::numbers)
            .map(str::to_owned)
            .chain(grants)
            .collect()
    }
}

impl Award {
    /// Those who gave it, with their identifiers.
    #[must_use]
    pub fn funders(&self) -> Vec<Institution> {
        self.sources
            .iter()
            .chain(&self.supporters)
            .flat_map(FundingSource::institutions)
            .collect()
    }

    /// Its numbers as spelled.
    pub fn numbers(&self) -> impl Iterator<Item = &str> {
        self.ids.iter().filter_map(Identifier::value)
    }

    /// Those who received it: people, institutions, or whatever stands in their place.
    #[must_use]
    pub fn recipient_names(&self) -> Vec<String> {
        self.recipients.iter().flat_map(names).collect()
    }
}

fn names(recipient: &Recipient) -> Vec<String> {
    let people = recipient.names.iter().filter_map(CreditName::text);
    let institutions = recipient.institutions.iter().map(Written::text);
    let named: Vec<String> = people.chain(institutions).collect();
    let text = plain::inlines(&recipient.content);
    match (named.is_empty(), text.trim()) {
        (true, "") | (false, _) => named,
        (true, text) => vec![text.to_owned()],
    }
}
