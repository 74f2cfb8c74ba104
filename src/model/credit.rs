//! Who is credited, with which part in the article, and where they belong.

mod name;

use super::block::Block;
use super::datum::{Datum, DatumKind};
use super::id::Identifier;
use super::inline::{Inline, Link, Xref};
use super::lang::Lang;
use super::nested::Nested;
use super::node::node;
use super::note::Note;
use super::section::Section;
use super::text::Written;

pub use name::{CreditName, NameAlternatives, PersonName};

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

impl CreditGroup {
    /// A group of these credits.
    #[must_use]
    pub fn new(credits: impl IntoIterator<Item = Credit>) -> Self {
        Self {
            credits: credits.into_iter().collect(),
            ..Self::default()
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
            /// What the credit itself refers to instead of by marks, as spelled: affiliations; see [`Credit::targets`].
            rid: Option<String> = "rid",
        }
        head {
            /// ORCID and other identifiers of the person.
            ids: Vec<Identifier> = "contrib-id",
            /// The names: in the original form, and in others.
            names: Vec<CreditName> = "name" | "string-name" | "collab" | "collab-alternatives" | "anonymous" | "name-alternatives"
                | "collab-name" | "collab-name-alternatives" | "collab-wrap",
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

    /// The identifiers that the credit itself refers to, in order.
    pub fn targets(&self) -> impl Iterator<Item = &str> {
        self.rid.iter().flat_map(|rid| rid.split_whitespace())
    }

    /// The ORCID as spelled: the identifier of that kind, or an identifier or link that is one of orcid.org.
    #[must_use]
    pub fn orcid(&self) -> Option<&str> {
        let says_so = |kind: &Option<String>| {
            let kind = kind.as_deref().unwrap_or_default();
            kind.to_ascii_lowercase().contains("orcid")
        };
        let ids = self.ids.iter().map(|id| (&id.kind, id.value()));
        let links = self.uris.iter().chain(&self.links);
        let all: Vec<(&Option<String>, &str)> = ids
            .chain(links.map(|link| (&link.kind, leads(link))))
            .filter_map(|(kind, text)| Some((kind, text?.trim())))
            .collect();
        let of_kind = all.iter().find(|(kind, _)| says_so(kind));
        let found = of_kind.or_else(|| all.iter().find(|(_, text)| text.contains("orcid.org/")));
        found.map(|(_, text)| *text)
    }
}

/// Where a link leads: its address, or its text where that is all it has.
fn leads(link: &Link) -> Option<&str> {
    match (link.href.as_deref(), link.content.as_slice()) {
        (None, [Inline::Text(text)]) => Some(text),
        (href, _) => href,
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
            /// How much of the part, as spelled: `lead`, `equal`, `supporting`.
            degree: Option<String> = "degree-contribution",
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
    /// An affiliation with the identifier by which credits refer to it.
    ///
    /// ```
    /// use separatum::Article;
    /// use separatum::model::{Affiliation, Credit, CreditGroup, PersonName, Xref};
    /// let mut li = Credit::person("author", PersonName::new("N.", "Li"));
    /// li.xrefs.push(Xref::new("aff", "a1", Vec::new()));
    /// let mut article = Article::new("Tides");
    /// article.credits.push(CreditGroup::new([li]));
    /// article.affiliations.push(Affiliation::new("a1", "Shore Institute"));
    /// assert_eq!(article.authors()[0].affiliations[0].text(), "Shore Institute");
    /// ```
    #[must_use]
    pub fn new(id: impl Into<String>, text: &str) -> Self {
        Self {
            id: Some(id.into()),
            content: vec![text.into()],
            ..Self::default()
        }
    }

    /// The text as one reads it: without markup, label and identifiers. [`Affiliation::label`] and
    /// [`Affiliation::institutions`] have those.
    ///
    /// Some houses give the whole as it was written, marked `original`, beside its parts: then it is that.
    #[must_use]
    pub fn text(&self) -> String {
        let is_original = |datum: &&Datum| datum.attr("content-type") == Some("original");
        let institutions = self.data(DatumKind::Institution);
        match institutions.into_iter().find(is_original) {
            Some(original) => original.text().trim().to_owned(),
            None => super::plain::unlabelled(&self.content),
        }
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
