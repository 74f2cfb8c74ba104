//! The journal or newspaper that an article stands in.

use super::credit::{Affiliation, AffiliationAlternatives, CreditGroup};
use super::custom::CustomMetaGroup;
use super::id::Identifier;
use super::inline::Inline;
use super::lang::Lang;
use super::node::node;
use super::related::SelfLink;
use super::section::Section;
use super::text::Written;

node! {
    /// A journal or newspaper.
    pub struct Journal {
        head {
            /// Its identifiers.
            ids: Vec<Identifier> = "journal-id",
            /// Its titles in groups.
            title_groups: Vec<JournalTitles> = "journal-title-group",
            /// Its titles outside of a group, as NLM 2 has them.
            titles: Vec<Written> = "journal-title",
            /// Its short titles outside of a group.
            abbreviations: Vec<AbbreviatedTitle> = "abbrev-journal-title",
            /// Its people.
            credits: Vec<CreditGroup> = "contrib-group",
            /// Where they work.
            affiliations: Vec<Affiliation> = "aff",
            /// Where they work, in several forms each.
            affiliation_alternatives: Vec<AffiliationAlternatives> = "aff-alternatives",
            /// Its ISSNs.
            issns: Vec<Issn> = "issn",
            /// Its linking ISSN.
            linking_issn: Option<Written> = "issn-l",
            /// Its book numbers.
            isbns: Vec<Identifier> = "isbn",
            /// Its publishers.
            publishers: Vec<Publisher> = "publisher",
            /// Notes.
            notes: Vec<Section> = "notes",
            /// Where it is found.
            self_links: Vec<SelfLink> = "self-uri",
            /// Further names and values.
            custom: Vec<CustomMetaGroup> = "custom-meta-group",
        }
    }
}

impl Journal {
    /// A journal or newspaper of that title.
    #[must_use]
    pub fn new(title: &str) -> Self {
        Self {
            title_groups: vec![JournalTitles {
                titles: vec![title.into()],
                ..JournalTitles::default()
            }],
            ..Self::default()
        }
    }

    /// Its title.
    #[must_use]
    pub fn title(&self) -> Option<String> {
        self.title_groups
            .iter()
            .flat_map(|g| &g.titles)
            .chain(&self.titles)
            .map(Written::text)
            .next()
    }
}

node! {
    /// Titles of a journal.
    pub struct JournalTitles {
        head {
            /// The title.
            titles: Vec<Written> = "journal-title",
            /// Its subtitles.
            subtitles: Vec<Written> = "journal-subtitle",
            /// The same in other languages.
            translations: Vec<TranslatedJournalTitle> = "trans-title-group",
            /// Its short forms.
            abbreviations: Vec<AbbreviatedTitle> = "abbrev-journal-title",
        }
    }
}

node! {
    /// A journal's title in another language.
    pub struct TranslatedJournalTitle {
        attrs {
            /// The language.
            lang: Option<Lang> = "xml:lang",
        }
        head {
            /// The title.
            title: Option<Written> = "trans-title",
            /// Its subtitles.
            subtitles: Vec<Written> = "trans-subtitle",
        }
    }
}

node! {
    /// A short form of a journal's title.
    pub struct AbbreviatedTitle {
        attrs {
            /// Whose form it is, as spelled: `pubmed`, `publisher`.
            kind: Option<String> = "abbrev-type",
            /// Language.
            lang: Option<Lang> = "xml:lang",
        }
        rest {
            /// The text.
            content: Vec<Inline>
        }
    }
}

node! {
    /// An ISSN with its medium.
    pub struct Issn {
        attrs {
            /// The medium in the older spelling: `ppub`, `epub`.
            kind: Option<String> = "pub-type",
            /// The medium: `print`, `electronic`.
            format: Option<String> = "publication-format",
        }
        rest {
            /// The number.
            content: Vec<Inline>
        }
    }
}

impl Issn {
    /// The number in its one spelling, when its check digit is right.
    ///
    /// ```
    /// use separatum::model::Issn;
    /// let mut issn = Issn::default();
    /// issn.content = vec!["issn 2434561x".into()];
    /// assert_eq!(issn.number().as_deref(), Some("2434-561X"));
    /// issn.content = vec!["2434-5611".into()];
    /// assert_eq!(issn.number(), None);
    /// ```
    #[must_use]
    pub fn number(&self) -> Option<String> {
        let spelled = self.text().trim().to_ascii_uppercase();
        let bare = spelled.strip_prefix("ISSN").unwrap_or(&spelled);
        let is_digit = |c: &char| c.is_ascii_digit();
        let digits: Vec<char> = bare
            .chars()
            .filter(|c| !c.is_whitespace() && !"-\u{2010}\u{2013}:".contains(*c))
            .collect();
        let (check, head) = digits.split_last()?;
        if head.len() != 7 || !head.iter().all(is_digit) {
            return None;
        }
        let weighted = (2..=8).rev().zip(head);
        let sum: u32 = weighted
            .filter_map(|(weight, c)| Some(weight * c.to_digit(10)?))
            .sum();
        let expected = match (11 - sum % 11) % 11 {
            10 => 'X',
            digit => char::from_digit(digit, 10)?,
        };
        let spell = |digits: &[char]| digits.iter().collect::<String>();
        let (first, second) = digits.split_at_checked(4)?;
        (*check == expected).then(|| format!("{}-{}", spell(first), spell(second)))
    }
}

node! {
    /// A publisher.
    pub struct Publisher {
        head {
            /// The name.
            names: Vec<Written> = "publisher-name",
            /// The place.
            places: Vec<Written> = "publisher-loc",
        }
    }
}
