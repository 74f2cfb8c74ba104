//! Names of people and groups.

use crate::model::choice::choice;
use crate::model::lang::Lang;
use crate::model::node::node;
use crate::model::text::Written;

choice! {
    /// The name under which someone is credited.
    pub enum CreditName {
        elements {
            /// A person's name in parts.
            Person(PersonName) = "name",
            /// A name as written.
            Written(Written) = "string-name",
            /// A group or organisation.
            Group(Written) = "collab",
            /// A group's name in several forms.
            GroupAlternatives(Written) = "collab-alternatives",
            /// A group's name and nothing else, in JATS 1.4.
            GroupName(Written) = "collab-name",
            /// Such a name in several forms.
            GroupNames(Written) = "collab-name-alternatives",
            /// Such a name with the members of the group.
            GroupWrap(Written) = "collab-wrap",
            /// Someone who is not named.
            Anonymous(Written) = "anonymous",
            /// The same name in several forms.
            Alternatives(NameAlternatives) = "name-alternatives",
        }
        closed { Written }
    }
}

/// What may stand in the name of a group and is no part of it: its members, where it is found, marks and notes.
const NO_NAME: &[&str] = &[
    "contrib-group",
    "contrib-id",
    "institution-id",
    "address",
    "aff",
    "aff-alternatives",
    "author-comment",
    "bio",
    "email",
    "fn",
    "on-behalf-of",
    "role",
    "xref",
];

impl CreditName {
    /// The name as shown; `None` when nothing is there to show. That of a group is without its members and addresses, of
    /// several forms the first.
    ///
    /// ```
    /// # #[cfg(feature = "jats")] {
    /// use separatum::jats;
    /// let xml = "<article><front><article-meta><contrib-group><contrib><collab>Shore Survey<contrib-group><contrib><name>\
    ///   <surname>Li</surname><given-names>N.</given-names></name></contrib></contrib-group></collab></contrib>\
    ///   </contrib-group></article-meta></front></article>";
    /// let article = jats::from_str(xml)?.value;
    /// let survey = &article.contributors()[0];
    /// assert_eq!(survey.credit.name().as_deref(), Some("Shore Survey"));
    /// assert_eq!(survey.members[0].credit.name().as_deref(), Some("N. Li"));
    /// # }
    /// # Ok::<(), separatum::Error>(())
    /// ```
    #[must_use]
    pub fn text(&self) -> Option<String> {
        let text = match self {
            Self::Person(name) => name.text(),
            Self::Anonymous(name) => name.text(),
            Self::Written(name) => crate::model::plain::without(&**name, "string-name", NO_NAME),
            Self::Group(name) => crate::model::plain::without(&**name, "collab", NO_NAME),
            Self::GroupAlternatives(name) => {
                crate::model::plain::without(&**name, "collab-alternatives", NO_NAME)
            }
            Self::GroupName(name) => crate::model::plain::without(&**name, "collab-name", NO_NAME),
            Self::GroupNames(name) => {
                crate::model::plain::without(&**name, "collab-name-alternatives", NO_NAME)
            }
            Self::GroupWrap(name) => crate::model::plain::without(&**name, "collab-wrap", NO_NAME),
            Self::Alternatives(names) => return names.names.iter().find_map(Self::text),
        };
        let text = text.trim();
        (!text.is_empty()).then(|| text.to_owned())
    }
}

node! {
    /// The same name in several forms: in two scripts, for sorting.
    pub struct NameAlternatives {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
        }
        head {
            /// The forms in order.
            names: Vec<CreditName> = "name" | "string-name" | "collab",
        }
    }
}

node! {
    /// A person's name in parts.
    pub struct PersonName {
        attrs {
            /// Which part comes first, as spelled: `western`, `eastern`, `islensk`, `given-only`.
            style: Option<String> = "name-style",
            /// Language of the name.
            lang: Option<Lang> = "xml:lang",
        }
        head {
            /// The family name.
            family: Option<Written> = "surname",
            /// The given names.
            given: Option<Written> = "given-names",
            /// What stands before: "Dr".
            prefix: Option<Written> = "prefix",
            /// What stands behind: "Jr".
            suffix: Option<Written> = "suffix",
        }
    }
}

impl PersonName {
    /// A name with given names and family name.
    #[must_use]
    pub fn new(given: &str, family: &str) -> Self {
        Self {
            given: Some(given.into()),
            family: Some(family.into()),
            ..Self::default()
        }
    }

    /// The name as shown: given names first, or the family name where `style` is `eastern`.
    #[must_use]
    pub fn text(&self) -> String {
        let eastern = self.style.as_deref() == Some("eastern");
        let (first, second) = if eastern {
            (&self.family, &self.given)
        } else {
            (&self.given, &self.family)
        };
        [&self.prefix, first, second, &self.suffix]
            .into_iter()
            .flatten()
            .map(Written::text)
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    }
}
