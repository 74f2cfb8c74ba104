//! Who paid, under which number, for whom.

use std::collections::HashSet;

use super::institutions::funders;
use crate::codec::slots::Typed;
use crate::limits::Limits;
use crate::model::credit::CreditName;
use crate::model::datum::{Datum, DatumKind};
use crate::model::funding::{Award, FundingSource, Grant, Recipient};
use crate::model::id::Identifier;
use crate::model::inline::Inline;
use crate::model::text::Written;
use crate::model::{Article, Institution, Visitor, plain};

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

    /// Those who paid, in order: the givers of all awards, the sponsors that NLM 2 names right in the metadata, and those whom
    /// only running text marks: the statement on funding, notes about the authors, body and back matter.
    #[must_use]
    pub fn funders(&self) -> Vec<Institution> {
        let sponsors = self.grants.iter().filter_map(|grant| match grant {
            Grant::Sponsor(name) | Grant::ContractSponsor(name) => Some(funders(&name.content)),
            Grant::Number(_) | Grant::ContractNumber(_) => None,
        });
        let mut found: Vec<Institution> = self.awards().flat_map(Award::funders).collect();
        found.extend(sponsors.flatten());
        let marked = self.marked(DatumKind::FundingSource);
        let mut known: HashSet<String> = found.iter().flat_map(|f| f.names.clone()).collect();
        for funder in marked.into_iter().flat_map(|datum| funders(&datum.content)) {
            let is_new = |name: &String| known.insert(name.clone());
            if funder.names.first().is_none_or(is_new) {
                found.push(funder);
            }
        }
        found
    }

    /// The numbers of all awards, of the grants and contracts of NLM 2, and those that only running text marks, as spelled.
    #[must_use]
    pub fn award_numbers(&self) -> Vec<String> {
        let grants = self.grants.iter().filter_map(|grant| match grant {
            Grant::Number(number) | Grant::ContractNumber(number) => Some(number.text()),
            Grant::Sponsor(_) | Grant::ContractSponsor(_) => None,
        });
        let awards = self.awards().flat_map(Award::numbers).map(str::to_owned);
        let mut found: Vec<String> = awards.chain(grants).collect();
        let mut known: HashSet<String> = found.iter().cloned().collect();
        let marked = self.marked(DatumKind::AwardId).into_iter();
        let marked = marked.map(|datum| datum.text().trim().to_owned());
        found.extend(marked.filter(|number| !number.is_empty() && known.insert(number.clone())));
        found
    }

    /// The facts of a kind that the article's own running text marks.
    fn marked(&self, kind: DatumKind) -> Vec<&Datum> {
        let mut found = Marked(kind, Vec::new());
        for statement in self.funding.iter().flat_map(|funding| &funding.statements) {
            if statement.fits(Limits::DEPTH) {
                statement.walk(&mut found);
            }
        }
        for notes in &self.author_notes {
            if notes.fits(Limits::DEPTH) {
                notes.walk(&mut found);
            }
        }
        self.visit_text(&mut found);
        found.1
    }
}

/// Gathers the facts of a kind.
struct Marked<'a>(DatumKind, Vec<&'a Datum>);

impl<'a> Visitor<'a> for Marked<'a> {
    fn inline(&mut self, inline: &'a Inline) -> bool {
        if let Inline::Datum(datum) = inline
            && datum.kind == self.0
        {
            self.1.push(datum);
        }
        true
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
