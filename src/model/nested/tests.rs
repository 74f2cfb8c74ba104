//! Nodes nested absurdly deep are dropped, cloned, compared, hashed and printed on a thread with little stack.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::thread;

use crate::model::*;

const DEPTH: usize = 100_000;
/// Far less than this depth would take, and less than a thread has anywhere by default.
const STACK: usize = 512 * 1024;

fn hash(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

/// Nests a value in others of its kind, and does with it what must never fail.
fn deep<T>(innermost: fn() -> T, outer: fn(T) -> T)
where
    T: Clone + PartialEq + Hash + 'static,
{
    let work = move || {
        let mut value = innermost();
        for _ in 0..DEPTH {
            value = outer(value);
        }
        let other = value.clone();
        assert!(value == other);
        assert_eq!(hash(&value), hash(&other));
        drop(other);
    };
    on_little_stack(work);
}

fn on_little_stack(work: impl FnOnce() + Send + 'static) {
    let thread = thread::Builder::new().stack_size(STACK).spawn(work);
    thread.unwrap().join().unwrap();
}

fn paragraph() -> Block {
    Block::paragraph("innermost")
}

#[test]
fn sections() {
    deep(paragraph, |inner| {
        let mut section = Section::new("outer");
        section.content.push(inner);
        section.into()
    });
}

#[test]
fn quotations_in_paragraphs() {
    deep(paragraph, |inner| {
        let mut quotation = Quotation::default();
        quotation.content.push(inner);
        let mut paragraph = Paragraph::default();
        paragraph.content.push(Flow::Block(quotation.into()));
        paragraph.into()
    });
}

#[test]
fn lists() {
    deep(paragraph, |inner| {
        let mut item = ListItem::default();
        item.content.push(inner);
        let mut list = List::default();
        list.items.push(item);
        list.into()
    });
}

#[test]
fn tables_in_cells() {
    deep(paragraph, |inner| {
        let mut cell = Cell::default();
        cell.content.push(Flow::Block(inner));
        let mut row = Row::default();
        row.cells.push(RowCell::Data(Nested::new(cell)));
        let mut body = RowGroup::default();
        body.rows.push(row);
        let mut grid = Grid::default();
        grid.bodies.push(body);
        Block::Grid(Nested::new(grid))
    });
}

#[test]
fn notes_in_notes() {
    deep(
        || Inline::from("innermost"),
        |inner| {
            let mut note = Note::default();
            note.content.push(Paragraph::new([inner]).into());
            Inline::Note(Nested::new(note))
        },
    );
}

#[test]
fn emphasis() {
    deep(
        || Inline::from("innermost"),
        |inner| Inline::Emphasis(Nested::new(Emphasis::new(EmphasisKind::Bold, vec![inner]))),
    );
}

#[test]
fn data() {
    deep(
        || Inline::from("innermost"),
        |inner| {
            let mut datum = Datum::new(DatumKind::Source, "");
            datum.content.push(inner);
            Inline::Datum(Nested::new(datum))
        },
    );
}

#[test]
fn elements_without_a_type() {
    deep(ForeignElement::default, |inner| ForeignElement {
        content: vec![Foreign::Element(inner)].into(),
        ..ForeignElement::default()
    });
    deep(Paragraph::default, |inner| {
        let mut element = ForeignElement::default();
        element.content.push(Foreign::Text("x".to_owned()));
        let mut paragraph = Paragraph::default();
        let quotation = Quotation {
            content: vec![
                inner.into(),
                Block::Foreign(Nested::new(Foreign::Element(element))),
            ],
            ..Quotation::default()
        };
        paragraph.content.push(Flow::Block(quotation.into()));
        paragraph
    });
}

#[test]
fn lists_of_references() {
    deep(ReferenceList::default, |inner| ReferenceList {
        lists: vec![inner.into()],
        ..ReferenceList::default()
    });
}

#[test]
fn lists_of_definitions() {
    deep(DefinitionList::default, |inner| DefinitionList {
        lists: vec![inner.into()],
        ..DefinitionList::default()
    });
}

#[test]
fn subjects() {
    deep(SubjectGroup::default, |inner| SubjectGroup {
        groups: vec![inner.into()],
        ..SubjectGroup::default()
    });
}

#[test]
fn keywords() {
    deep(NestedKeyword::default, |inner| NestedKeyword {
        nested: vec![inner.into()],
        ..NestedKeyword::default()
    });
}

#[test]
fn lives_of_those_who_wrote_a_section() {
    deep(Section::default, |inner| {
        let mut credit = Credit::default();
        credit.biographies.push(inner);
        let mut group = CreditGroup::default();
        group.credits.push(credit);
        let mut meta = SectionMeta::default();
        meta.credits.push(group);
        Section {
            meta: Some(meta.into()),
            ..Section::default()
        }
    });
}

#[test]
fn articles_in_articles() {
    deep(Article::default, |inner| {
        let mut article = Article::new("outer");
        article.parts.push(Part::Response(Nested::new(inner)));
        article
    });
}

#[test]
fn printed() {
    on_little_stack(|| {
        let mut inline = Inline::from("innermost");
        for _ in 0..DEPTH {
            inline = Inline::Emphasis(Nested::new(Emphasis::new(EmphasisKind::Bold, vec![inline])));
        }
        assert!(format!("{inline:?}").contains("innermost"));
    });
}

/// No writer takes such an article, and no walk through it begins.
#[test]
fn no_question_about_an_article_goes_down_without_end() {
    let work = || {
        let mut inner = paragraph();
        for _ in 0..DEPTH {
            let mut section = Section::new("outer");
            section.content.push(inner);
            inner = section.into();
        }
        let mut article = Article::new("deep");
        article.body = Some(Body::from(vec![inner]));
        assert!(article.check().iter().any(Problem::is_fatal));
        assert_eq!(article.normal().headline, article.headline);
        assert!(article.word_count() == 0);
        assert!(article.figures().is_empty());
        assert!(article.sections().is_empty());
    };
    on_little_stack(work);
}
