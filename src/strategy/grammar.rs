//! What the model has a field for, so that generated articles leave nothing of it out: the tables of its types, followed
//! from one to the next.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use crate::codec::front::META_FIELDS;
use crate::model::mapping::{Described, Field, Held, Place};
use crate::model::{
    Back, Block, Body, CustomMetaGroup, DatumKind, EmphasisKind, Headline, Inline, Journal,
    ProcessingMeta, Section, SubjectGroup,
};
use crate::vocabulary;

/// The attributes and child elements of an element for which the model has a field.
#[derive(Default)]
pub(super) struct Known {
    pub(super) attributes: Vec<&'static str>,
    pub(super) children: Vec<&'static str>,
}

/// By element.
static KNOWN: LazyLock<BTreeMap<&'static str, Known>> = LazyLock::new(|| {
    let mut tables = Tables::default();
    for (name, fields) in [
        ("article-meta", META_FIELDS),
        ("body", Body::FIELDS),
        ("floats-group", Body::FIELDS),
        ("journal-meta", Journal::FIELDS),
        ("notes", Section::FIELDS),
        ("processing-meta", ProcessingMeta::FIELDS),
        ("subj-group", SubjectGroup::FIELDS),
        ("title-group", Headline::FIELDS),
        ("p", Inline::FIELDS),
        ("body", Block::FIELDS),
        ("back", Back::FIELDS),
    ] {
        tables.follow(name, Held::Fields(fields));
    }
    // What the codec of the article reads by hand.
    for custom in ["custom-meta-group", "custom-meta-wrap"] {
        let meta = tables.known.entry("article-meta").or_default();
        insert(&mut meta.children, custom);
        tables.follow(custom, CustomMetaGroup::held());
    }
    tables.known
});

/// The elements that may hold an element.
static PARENTS: LazyLock<BTreeMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let mut parents: BTreeMap<_, Vec<_>> = BTreeMap::new();
    let emphasis = EmphasisKind::ALL.iter().map(|kind| kind.element());
    for name in emphasis.chain(DatumKind::ALL.iter().map(|kind| kind.element())) {
        parents.entry(name).or_default().push("p");
    }
    for parent in vocabulary::names() {
        for child in vocabulary::child_order(parent) {
            parents.entry(child).or_default().push(parent);
        }
    }
    for (parent, known) in &*KNOWN {
        for child in &known.children {
            parents.entry(child).or_default().push(parent);
        }
    }
    parents
});

/// What the model has a field for in an element.
pub(super) fn known(element: &str) -> Option<&'static Known> {
    KNOWN.get(element)
}

/// Every element with a parent.
pub(super) fn elements() -> impl ExactSizeIterator<Item = &'static str> {
    PARENTS.keys().copied()
}

/// The elements that may hold an element; empty for `article`.
pub(super) fn parents(element: &str) -> &'static [&'static str] {
    PARENTS.get(element).map_or(&[], Vec::as_slice)
}

#[derive(Default)]
struct Tables {
    known: BTreeMap<&'static str, Known>,
    /// The tables that are known for an element: types hold one another.
    followed: BTreeSet<(&'static str, *const Field)>,
}

impl Tables {
    /// Adds what an element holds, and what the elements in it hold.
    fn follow(&mut self, element: &'static str, held: Held) {
        match held {
            Held::Nothing => {}
            Held::Fields(fields) => {
                if self.followed.insert((element, fields.as_ptr())) {
                    for field in fields {
                        self.add(element, field);
                    }
                }
            }
            Held::OneOf(variants) => {
                let is_it = |field: &&Field| matches!(field.place, Place::Children(names) if names.contains(&element));
                if let Some(variant) = variants.iter().find(is_it) {
                    self.follow(element, (variant.held)());
                }
            }
        }
    }

    fn add(&mut self, element: &'static str, field: &'static Field) {
        let here = self.known.entry(element).or_default();
        match field.place {
            Place::Attribute(name) => insert(&mut here.attributes, name),
            Place::Together(names) => {
                for name in names {
                    insert(&mut here.attributes, name);
                }
            }
            Place::Content => {}
            Place::Children(names) => {
                for name in names {
                    insert(&mut here.children, name);
                }
                for name in names {
                    self.follow(name, (field.held)());
                }
            }
        }
    }
}

fn insert(names: &mut Vec<&'static str>, name: &'static str) {
    if !names.contains(&name) {
        names.push(name);
    }
}
