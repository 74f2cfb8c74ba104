//! Who is credited, with which part in the article, and where they belong.

use super::block::Block;
use super::choice::choice;
use super::id::Identifier;
use super::inline::{Inline, Link, Xref};
use super::lang::Lang;
use super::nested::Nested;
use super::node::node;
use super::note::Note;
use super::section::Section;
use super::text::Written;

node! {
    /// Credits that belong together: the authors, the editors.
    pub struct CreditGroup {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
            /// What the group is, as spelled.
            kind: Option<String> = "content-type",
        }
        head {
            /// The credits in order.
            credits: Vec<Credit> = "contrib",
            /// Affiliations of the group.
            affiliations: Vec<Affiliation> = "aff",
            /// Affiliations in several forms each.
            affiliation_alternatives: Vec<AffiliationAlternatives> = "aff-alternatives",
            /// For whom the group writes.
            on_behalf_of: Vec<Written> = "on-behalf-of",
        }
    }
}

node! {
    /// One person, organisation or group credited, with all its roles.
    ///
    /// ```
    /// use separatum::model::{Credit, PersonName};
    /// let photographer = Credit::person("photographer", PersonName::new("Aigerim", "Seitova"));
    /// assert_eq!(photographer.name().as_deref(), Some("Aigerim Seitova"));
    /// ```
    pub struct Credit {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
            /// The kind of part as spelled: `author`, `editor`, `photographer`.
            kind: Option<String> = "contrib-type",
            /// `yes` for the one to write to.
            corresponding: Option<String> = "corresp",
            /// `yes` for one who did as much as the others so marked.
            equal: Option<String> = "equal-contrib",
            /// `yes` for one who has died.
            deceased: Option<String> = "deceased",
        }
        head {
            /// ORCID and other identifiers of the person.
            ids: Vec<Identifier> = "contrib-id",
            /// The names: in the original form, and in others.
            names: Vec<CreditName> = "name" | "string-name" | "collab" | "collab-alternatives" | "anonymous" | "name-alternatives",
            /// Academic degrees.
            degrees: Vec<Written> = "degrees",
            /// Addresses.
            addresses: Vec<Address> = "address",
            /// Affiliations that stand in the credit itself.
            affiliations: Vec<Affiliation> = "aff",
            /// Affiliations in several forms each.
            affiliation_alternatives: Vec<AffiliationAlternatives> = "aff-alternatives",
            /// Comments by the author.
            comments: Vec<Section> = "author-comment",
            /// Biographies.
            biographies: Vec<Section> = "bio",
            /// E-mail addresses.
            emails: Vec<Link> = "email",
            /// Links that belong to the person.
            links: Vec<Link> = "ext-link",
            /// For whom they write.
            on_behalf_of: Vec<Written> = "on-behalf-of",
            /// The parts in the article, in words or terms: `CRediT`.
            roles: Vec<Role> = "role",
            /// Web addresses.
            uris: Vec<Link> = "uri",
            /// References to affiliations, correspondence and notes.
            xrefs: Vec<Xref> = "xref",
        }
    }
}

impl Credit {
    /// A person with the kind of part taken.
    #[must_use]
    pub fn person(kind: impl Into<String>, name: PersonName) -> Self {
        Self {
            kind: Some(kind.into()),
            names: vec![CreditName::Person(Nested::new(name))],
            ..Self::default()
        }
    }

    /// The first name as shown: given names before the family name, unless the name says otherwise.
    #[must_use]
    pub fn name(&self) -> Option<String> {
        self.names.iter().find_map(CreditName::text)
    }

    /// The ORCID as spelled: the identifier of that kind, or an identifier or address that is one of orcid.org.
    #[must_use]
    pub fn orcid(&self) -> Option<&str> {
        let is_orcid = |id: &&Identifier| {
            id.kind
                .as_deref()
                .is_some_and(|kind| kind.eq_ignore_ascii_case("orcid"))
        };
        let of_kind = self.ids.iter().find(is_orcid).and_then(Identifier::value);
        let addresses = self.ids.iter().filter_map(Identifier::value);
        let links = self
            .uris
            .iter()
            .chain(&self.links)
            .filter_map(|link| link.href.as_deref());
        of_kind.or_else(|| {
            addresses
                .chain(links)
                .find(|address| address.contains("orcid.org/"))
        })
    }
}

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
            /// Someone who is not named.
            Anonymous(Written) = "anonymous",
            /// The same name in several forms.
            Alternatives(NameAlternatives) = "name-alternatives",
        }
        closed { Written }
    }
}

impl CreditName {
    /// The name as shown, without members of a group and marks that stand in it; `None` when nothing is there to show.
    #[must_use]
    pub fn text(&self) -> Option<String> {
        let text = match self {
            Self::Person(name) => name.text(),
            // Members of a group, and marks, are no part of its name.
            Self::Written(name)
            | Self::Group(name)
            | Self::GroupAlternatives(name)
            | Self::Anonymous(name) => {
                const NO_NAME: &[&str] = &["contrib-group", "xref", "fn", "label"];
                super::plain::without(&**name, "collab", NO_NAME)
                    .trim()
                    .to_owned()
            }
            Self::Alternatives(names) => return names.names.iter().find_map(Self::text),
        };
        (!text.is_empty()).then_some(text)
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

node! {
    /// A part taken in the article, in words and perhaps as a term of a vocabulary such as `CRediT`.
    pub struct Role {
        attrs {
            /// The kind as spelled.
            kind: Option<String> = "content-type",
            /// The vocabulary: `credit`.
            vocabulary: Option<String> = "vocab",
            /// The vocabulary's address.
            vocabulary_id: Option<String> = "vocab-identifier",
            /// The term.
            term: Option<String> = "vocab-term",
            /// The term's address.
            term_id: Option<String> = "vocab-term-identifier",
        }
        rest {
            /// The words.
            content: Vec<Inline>
        }
    }
}

impl Role {
    /// The words without markup.
    #[must_use]
    pub fn text(&self) -> String {
        super::plain::inlines(&self.content)
    }
}

node! {
    /// Where someone works: text with data inside.
    pub struct Affiliation {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
            /// Language.
            lang: Option<Lang> = "xml:lang",
        }
        rest {
            /// Label, institution, country and the rest, in the article's order.
            content: Vec<Inline>
        }
    }
}

impl Affiliation {
    /// The text without markup and without its label.
    #[must_use]
    pub fn text(&self) -> String {
        super::plain::unlabelled(&self.content)
    }
}

node! {
    /// An affiliation in several forms.
    pub struct AffiliationAlternatives {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
        }
        head {
            /// The forms in order.
            affiliations: Vec<Affiliation> = "aff",
        }
    }
}

node! {
    /// An address: lines of text and data.
    pub struct Address {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
        }
        rest {
            /// The lines in order.
            content: Vec<Inline>
        }
    }
}

node! {
    /// Correspondence and notes about the authors.
    pub struct AuthorNotes {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
        }
        head {
            /// A label.
            label: Option<Written> = "label",
            /// A title.
            title: Option<Written> = "title",
            /// To whom and where to write.
            correspondence: Vec<Correspondence> = "corresp",
            /// Notes: equal contribution, conflicts of interest.
            notes: Vec<Note> = "fn",
        }
        rest {
            /// Paragraphs.
            content: Vec<Block>
        }
    }
}

node! {
    /// To whom and where to write: text with data inside.
    pub struct Correspondence {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
        }
        rest {
            /// The text.
            content: Vec<Inline>
        }
    }
}
