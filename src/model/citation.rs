//! Cited works: one truth, the parts in the publisher's order.

mod cited;
mod fields;
mod read;
mod structured;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use super::block::Block;
use super::choice::{choice, names};
use super::extra::{Attr, Extra};
use super::inline::Inline;
use super::nested::Nested;
use super::node::node;
use super::note::Note;
use super::text::Written;

pub use cited::{CitedDate, CitedFact, CitedId, CitedName, CitedPeople, CitedPerson};
pub use fields::CitationFields;

node! {
    /// A list of references, perhaps with lists inside it.
    pub struct ReferenceList {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
            /// The kind of list as spelled.
            kind: Option<String> = "content-type",
        }
        head {
            /// Its label.
            label: Option<Written> = "label",
            /// Its title.
            title: Option<Written> = "title",
        }
        rest {
            /// Paragraphs and other blocks before the references.
            content: Vec<Block>
        }
        tail {
            /// The references in order.
            references: Vec<Reference> = "ref",
            /// Lists inside this one.
            lists: Vec<Nested<ReferenceList>> = "ref-list",
        }
    }
}

node! {
    /// An entry of a reference list: a label, one citation or several, notes.
    pub struct Reference {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
        }
        head {
            /// Its label: the number, or a mark.
            label: Option<Written> = "label",
            /// The works cited.
            citations: Vec<CitationEntry> = "mixed-citation" | "element-citation" | "citation" | "nlm-citation" | "citation-alternatives",
            /// Notes about them.
            notes: Vec<ReferenceNote> = "note",
        }
    }
}

impl ReferenceList {
    /// A list of these references.
    ///
    /// ```
    /// use separatum::Article;
    /// use separatum::model::{CitationEntry, CitationFields, Reference, ReferenceList};
    /// let mut fields = CitationFields::default();
    /// fields.source = Some("Annals of Still Water".to_owned());
    /// let known = Reference::new("r1", CitationEntry::structured(&fields));
    /// let written = Reference::new("r2", CitationEntry::mixed(["Marin A. Sand. 2024."]));
    /// let mut article = Article::new("The shore that moves");
    /// article.back.push(ReferenceList::new([known, written]).into());
    /// assert_eq!(article.reference("r2").unwrap().text(), "Marin A. Sand. 2024.");
    /// ```
    #[must_use]
    pub fn new(references: impl IntoIterator<Item = Reference>) -> Self {
        Self {
            references: references.into_iter().collect(),
            ..Self::default()
        }
    }
}

impl Reference {
    /// A reference to one work, with the identifier by which the text cites it.
    #[must_use]
    pub fn new(id: impl Into<String>, citation: CitationEntry) -> Self {
        Self {
            id: Some(id.into()),
            citations: vec![citation],
            ..Self::default()
        }
    }
}

choice! {
    /// What a reference cites: one citation, or the same in several forms.
    pub enum CitationEntry {
        elements {
            /// A citation in which authored punctuation stands between the data.
            Mixed(CitationParts) = "mixed-citation",
            /// A citation of data only; its punctuation is rendered.
            Structured(CitationParts) = "element-citation",
            /// A citation of NLM 2: text and data in any mix.
            NlmFree(CitationParts) = "citation",
            /// A citation of NLM 2: data in a fixed order.
            NlmOrdered(CitationParts) = "nlm-citation",
            /// The same citation in several forms.
            Alternatives(CitationAlternatives) = "citation-alternatives",
        }
        closed { Mixed }
    }
}

node! {
    /// The same citation in several forms.
    pub struct CitationAlternatives {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
        }
        head {
            /// The forms in order.
            citations: Vec<CitationEntry> = "mixed-citation" | "element-citation" | "citation" | "nlm-citation",
        }
    }
}

impl CitationEntry {
    /// A citation in which text stands between the data, or that is nothing but text.
    #[must_use]
    pub fn mixed<T: Into<Inline>>(parts: impl IntoIterator<Item = T>) -> Self {
        Self::Mixed(Nested::new(CitationParts {
            parts: parts.into_iter().map(Into::into).collect(),
            ..CitationParts::default()
        }))
    }

    /// A citation of data only that states these fields.
    #[must_use]
    pub fn structured(fields: &CitationFields) -> Self {
        Self::Structured(Nested::new(CitationParts::structured(fields)))
    }

    /// The citation, of several forms the first; `None` when there is no form at all.
    #[must_use]
    pub fn citation(&self) -> Option<&CitationParts> {
        match self {
            Self::Mixed(parts)
            | Self::Structured(parts)
            | Self::NlmFree(parts)
            | Self::NlmOrdered(parts) => Some(parts),
            Self::Alternatives(forms) => forms.citations.iter().find_map(Self::citation),
        }
    }
}

node! {
    /// The parts of a citation in the publisher's order: data, and in a mixed citation the text between them.
    pub struct CitationParts {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
            /// What is cited, as spelled: `journal`, `book`, `web`.
            kind: Option<String> = "publication-type",
        }
        rest {
            /// The parts in order.
            parts: Vec<Inline>
        }
    }
}

impl CitationParts {
    /// The text as it stands, without markup.
    #[must_use]
    pub fn text(&self) -> String {
        super::plain::citation(&self.parts)
    }

    /// What the citation states, as fields.
    #[must_use]
    pub fn fields(&self) -> CitationFields {
        read::fields(kind(self.kind.as_deref(), &self.extra), &self.parts)
    }

    /// A citation of data only that states these fields: the payload of a [`CitationEntry::Structured`].
    #[must_use]
    pub fn structured(fields: &CitationFields) -> Self {
        Self {
            kind: fields.kind.clone(),
            parts: structured::parts(fields),
            ..Self::default()
        }
    }
}

node! {
    /// A note in a reference list.
    pub struct ReferenceNote {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
        }
        head {
            /// Its label.
            label: Option<Written> = "label",
            /// Notes inside.
            notes: Vec<Note> = "fn",
        }
        rest {
            /// Its text.
            content: Vec<Block>
        }
    }
}

names! {
    /// How a citation is written.
    pub enum CitationForm {
        Mixed = "mixed-citation",
        Structured = "element-citation",
        NlmFree = "citation",
        NlmOrdered = "nlm-citation",
    }
}

/// A citation in running text.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Citation {
    /// How it is written.
    pub form: CitationForm,
    /// Identifier. JATS attribute `id`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// What is cited, as spelled. JATS attribute `publication-type`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// The parts in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Inline>,
    /// What has no field of its own, in its place.
    #[serde(default, skip_serializing_if = "crate::model::is_default")]
    pub extra: Extra,
}

impl Citation {
    /// What the citation states, as fields.
    #[must_use]
    pub fn fields(&self) -> CitationFields {
        read::fields(kind(self.kind.as_deref(), &self.extra), &self.parts)
    }

    /// A citation of data only that states these fields.
    #[must_use]
    pub fn structured(fields: &CitationFields) -> Self {
        Self {
            form: CitationForm::Structured,
            id: None,
            kind: fields.kind.clone(),
            parts: structured::parts(fields),
            extra: Extra::default(),
        }
    }
}

/// What is cited: NLM 2 has another word for the attribute.
fn kind<'a>(stated: Option<&'a str>, extra: &'a Extra) -> Option<&'a str> {
    let is_kind = |attr: &&Attr| attr.namespace.is_none() && attr.name == "citation-type";
    let of_nlm = || extra.attrs.iter().find(is_kind).map(|attr| &*attr.value);
    stated.or_else(of_nlm)
}
