//! Who paid, under which number, for whom.

use crate::model::credit::CreditName;
use crate::model::funding::{Award, FundingSource, Recipient};
use crate::model::id::Identifier;
use crate::model::text::Written;
use crate::model::{Article, Institution, plain};

impl Article {
    /// The awards of all funding, in order.
    ///
    /// ```
    /// use separatum::jats;
    /// let xml = "<article><front><article-meta><funding-group><award-group><funding-source>Shore Fund</funding-source>\
    ///   <award-id>SF 7</award-id><principal-award-recipient><name><surname>Li</surname><given-names>N.</given-names></name>\
    ///   </principal-award-recipient></award-group></funding-group></article-meta></front></article>";
    /// let article = jats::from_str(xml)?.value;
    /// let award = article.awards().next().unwrap();
    /// assert_eq!(award.funders()[0].names, ["Shore Fund"]);
    /// assert_eq!(award.numbers().collect::<Vec<_>>(), ["SF 7"]);
    /// assert_eq!(award.recipient_names(), ["N. Li"]);
    /// # Ok::<(), separatum::Error>(())
    /// ```
    pub fn awards(&self) -> impl Iterator<Item = &Award> {
        self.funding.iter().flat_map(|funding| &funding.awards)
    }
}

impl Award {
    /// Those who gave it, with their identifiers.
    #[must_use]
    pub fn funders(&self) -> Vec<Institution> {
        self.sources
            .iter()
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
