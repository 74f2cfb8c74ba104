//! What stands by itself in the flow of an article: paragraphs, sections, figures, tables.

use super::choice::choice;
use super::citation::ReferenceList;
use super::extra::{Foreign, Instruction};
use super::figure::{Figure, FigureGroup};
use super::id::Identifier;
use super::inline::Alternatives;
use super::list::{DefinitionList, List};
use super::math::{Formula, FormulaGroup};
use super::media::{Image, Media, Supplement};
use super::nested::Nested;
use super::node::node;
use super::note::{Note, NoteGroup};
use super::quote::{BoxedText, Code, Exercise, Quotation, Speech, Statement, Verse, Wrapped};
use super::section::{Paragraph, Section};
use super::table::{Grid, Table, TableGroup};
use super::taxon::Treatment;
use super::text::Written;

choice! {
    /// A block.
    pub enum Block {
        elements {
            /// A paragraph.
            Paragraph(Paragraph) = "p",
            /// A section.
            Section(Section) = "sec",
            /// A list.
            List(List) = "list",
            /// A list of terms and definitions.
            DefinitionList(DefinitionList) = "def-list",
            /// A quotation.
            Quotation(Quotation) = "disp-quote",
            /// A figure.
            Figure(Figure) = "fig",
            /// Figures that belong together.
            FigureGroup(FigureGroup) = "fig-group",
            /// An image by itself.
            Image(Image) = "graphic",
            /// A table.
            Table(Table) = "table-wrap",
            /// Tables that belong together.
            TableGroup(TableGroup) = "table-wrap-group",
            /// The rows and columns of a table.
            Grid(Grid) = "table",
            /// The same thing in several forms.
            Alternatives(Alternatives) = "alternatives",
            /// A formula on a line of its own.
            Formula(Formula) = "disp-formula",
            /// Formulas that stand together.
            FormulaGroup(FormulaGroup) = "disp-formula-group",
            /// Code.
            Code(Code) = "code",
            /// Preformatted text.
            Preformatted(Code) = "preformat",
            /// Text in a box.
            Boxed(BoxedText) = "boxed-text",
            /// Video, sound.
            Media(Media) = "media",
            /// Supplementary material.
            Supplement(Supplement) = "supplementary-material",
            /// A theorem, a definition, a proof.
            Statement(Statement) = "statement",
            /// Verse.
            Verse(Verse) = "verse-group",
            /// A line of verse.
            VerseLine(Written) = "verse-line",
            /// What someone says.
            Speech(Speech) = "speech",
            /// A question.
            Question(Exercise) = "question",
            /// A question with its answers.
            QuestionWrap(Exercise) = "question-wrap",
            /// Questions that belong together.
            QuestionGroup(Exercise) = "question-wrap-group",
            /// What stands before a question.
            QuestionPreamble(Exercise) = "question-preamble",
            /// A choice of answers.
            AnswerOption(Exercise) = "option",
            /// An answer.
            Answer(Exercise) = "answer",
            /// Answers that belong together.
            AnswerSet(Exercise) = "answer-set",
            /// An explanation of an answer.
            Explanation(Exercise) = "explanation",
            /// A list of references.
            References(ReferenceList) = "ref-list",
            /// A note.
            Note(Note) = "fn",
            /// Notes that stand together.
            Notes(NoteGroup) = "fn-group",
            /// Notes with a title, inside of other notes.
            TitledNotes(Section) = "notes",
            /// A chemical structure.
            ChemicalStructure(Wrapped) = "chem-struct-wrap",
            /// A chemical structure, as NLM 2 has it.
            ChemicalStructureWrapper(Wrapped) = "chem-struct-wrapper",
            /// The same block in several forms, of which a reader sees the best.
            Forms(BlockAlternatives) = "block-alternatives",
            /// What the signs in a figure or table mean.
            Legend(Exercise) = "legend",
            /// Signatures below a text.
            Signatures(Written) = "sig-block",
            /// An array of lines.
            Array(Wrapped) = "array",
            /// The treatment of a species.
            Treatment(Treatment) = "tp:taxon-treatment",
            /// A section of such a treatment.
            TreatmentSection(Section) = "tp:treatment-sec",
            /// Who made what stands before.
            Credit(Written) = "attrib",
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

node! {
    /// The same block in several forms.
    pub struct BlockAlternatives {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
        }
        head {
            /// Identifiers of the object.
            ids: Vec<Identifier> = "object-id",
        }
        rest {
            /// The forms in the article's order.
            content: Vec<Block>
        }
    }
}

impl Block {
    /// A paragraph of plain text.
    #[must_use]
    pub fn paragraph(text: &str) -> Self {
        Self::Paragraph(Nested::new(Paragraph::new([text])))
    }
}

/// Blocks from their structs, for those whose element the struct alone decides.
macro_rules! from_struct {
    ($($variant:ident($payload:ty)),* $(,)?) => {
        $(impl From<$payload> for Block {
            fn from(value: $payload) -> Self {
                Self::$variant(Nested::new(value))
            }
        })*
    };
}

from_struct! {
    Paragraph(Paragraph), Section(Section), List(List), DefinitionList(DefinitionList), Quotation(Quotation),
    Figure(Figure), FigureGroup(FigureGroup), Image(Image), Table(Table), TableGroup(TableGroup), Grid(Grid),
    Formula(Formula), Boxed(BoxedText), Media(Media), Supplement(Supplement), Statement(Statement), Verse(Verse),
    Speech(Speech), References(ReferenceList), Note(Note), Notes(NoteGroup),
}
