//! Titles of an article, and the subjects it is filed under.

use super::lang::Lang;
use super::nested::Nested;
use super::node::node;
use super::note::NoteGroup;
use super::text::Written;

node! {
    /// The headline with its other forms.
    ///
    /// ```
    /// use separatum::model::Headline;
    /// assert_eq!(Headline::from("Water and salt").text(), "Water and salt");
    /// ```
    pub struct Headline {
        head {
            /// The headline itself.
            title: Option<Written> = "article-title",
            /// Its subtitles.
            subtitles: Vec<Written> = "subtitle",
            /// The same in other languages.
            translations: Vec<TranslatedTitle> = "trans-title-group",
            /// Titles in other languages that stand in no group, as in NLM 2.
            loose_translations: Vec<Written> = "trans-title",
            /// Subtitles in other languages that stand in no group.
            loose_translated_subtitles: Vec<Written> = "trans-subtitle",
            /// Short and other forms: running head, search title.
            alternatives: Vec<AlternativeTitle> = "alt-title",
            /// Notes on the title.
            notes: Vec<NoteGroup> = "fn-group",
        }
    }
}

impl Headline {
    /// The headline without markup; empty when there is none.
    #[must_use]
    pub fn text(&self) -> String {
        self.title.as_ref().map(Written::text).unwrap_or_default()
    }
}

impl From<&str> for Headline {
    fn from(text: &str) -> Self {
        Self {
            title: Some(text.into()),
            ..Self::default()
        }
    }
}

node! {
    /// A headline in another language.
    pub struct TranslatedTitle {
        attrs {
            /// The language.
            lang: Option<Lang> = "xml:lang",
        }
        head {
            /// The headline.
            title: Option<Written> = "trans-title",
            /// Its subtitles.
            subtitles: Vec<Written> = "trans-subtitle",
        }
    }
}

node! {
    /// Another form of the headline.
    pub struct AlternativeTitle {
        attrs {
            /// What for, as spelled: `running-head`, `short`, `search`.
            kind: Option<String> = "alt-title-type",
            /// Language.
            lang: Option<Lang> = "xml:lang",
        }
        rest {
            /// The text.
            content: Vec<super::inline::Inline>
        }
    }
}

node! {
    /// Subjects that an article is filed under: a section of the paper, a kicker, a discipline.
    pub struct SubjectGroup {
        attrs {
            /// What the group is, as spelled: `heading` is the section, `kicker` stands above the headline.
            kind: Option<String> = "subj-group-type",
            /// Language.
            lang: Option<Lang> = "xml:lang",
        }
        head {
            /// The subjects.
            subjects: Vec<Written> = "subject",
            /// Subjects in parts: a code and a text.
            compound: Vec<CompoundSubject> = "compound-subject",
            /// Groups below.
            groups: Vec<Nested<SubjectGroup>> = "subj-group",
        }
    }
}

impl SubjectGroup {
    /// A group of one subject.
    #[must_use]
    pub fn new(kind: &str, subject: &str) -> Self {
        Self {
            kind: Some(kind.to_owned()),
            subjects: vec![subject.into()],
            ..Self::default()
        }
    }

    /// True for what stands above the headline; houses name it differently.
    #[must_use]
    pub fn is_kicker(&self) -> bool {
        matches!(
            self.kind.as_deref(),
            Some("kicker" | "eyebrow" | "sub-display-channel" | "overline" | "leader" | "banner")
        )
    }
}

node! {
    /// A subject in parts.
    pub struct CompoundSubject {
        head {
            /// The parts.
            parts: Vec<Written> = "compound-subject-part",
        }
    }
}
