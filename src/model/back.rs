//! Back matter: one ordered list, since houses differ in the order.

use super::block::Block;
use super::choice::choice;
use super::citation::ReferenceList;
use super::extra::{Foreign, Instruction};
use super::lang::Lang;
use super::list::DefinitionList;
use super::nested::Nested;
use super::node::node;
use super::note::NoteGroup;
use super::section::Section;
use super::text::Written;

choice! {
    /// A piece of back matter.
    pub enum Back {
        elements {
            /// Acknowledgements.
            Acknowledgements(Section) = "ack",
            /// Appendices together.
            Appendices(AppendixGroup) = "app-group",
            /// An appendix.
            Appendix(Section) = "app",
            /// A biography.
            Biography(Section) = "bio",
            /// Notes.
            NoteGroup(NoteGroup) = "fn-group",
            /// A glossary.
            Glossary(Glossary) = "glossary",
            /// Notes of another kind: data availability, conflicts of interest.
            Notes(Section) = "notes",
            /// References.
            References(ReferenceList) = "ref-list",
            /// A section.
            Section(Section) = "sec",
        }
        others {
            /// A comment.
            Comment(String),
            /// A processing instruction.
            Instruction(Nested<Instruction>),
            /// What the model has no type for here.
            Foreign(Nested<Foreign>),
        }
    }
}

/// Back matter from its structs, for those whose element the struct alone decides.
macro_rules! from_struct {
    ($($variant:ident($payload:ty)),* $(,)?) => {
        $(impl From<$payload> for Back {
            fn from(value: $payload) -> Self {
                Self::$variant(Nested::new(value))
            }
        })*
    };
}

from_struct! {
    Appendices(AppendixGroup), NoteGroup(NoteGroup), Glossary(Glossary), References(ReferenceList),
}

node! {
    /// Appendices together.
    pub struct AppendixGroup {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
        }
        head {
            /// Their label.
            label: Option<Written> = "label",
            /// Their title.
            title: Option<Written> = "title",
            /// The appendices.
            appendices: Vec<Section> = "app",
        }
        rest {
            /// Other blocks.
            content: Vec<Block>
        }
    }
}

node! {
    /// A glossary.
    pub struct Glossary {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
            /// Language.
            lang: Option<Lang> = "xml:lang",
        }
        head {
            /// Its label.
            label: Option<Written> = "label",
            /// Its title.
            title: Option<Written> = "title",
        }
        rest {
            /// Its entries and texts.
            content: Vec<Block>
        }
        tail {
            /// Lists of terms after the texts.
            lists: Vec<DefinitionList> = "gloss-group",
        }
    }
}
