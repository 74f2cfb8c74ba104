use std::borrow::Cow;
use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, TestRunner};

use super::{article, tree};
use crate::codec;
use crate::json;
use crate::model::mapping::{Described, Place};
use crate::model::{
    Back, Block, CitationEntry, CountOf, CreditName, DatumKind, EmphasisKind, Grant, Inline,
    LooseRights, Part, RowCell,
};
use crate::tree::{Element, Node, space};

fn names(element: &Element, found: &mut BTreeSet<String>) {
    found.extend(element.usual_name().map(Cow::into_owned));
    for child in element.elements() {
        names(child, found);
    }
}

fn elements_of<T: Described>(wanted: &mut BTreeSet<&'static str>) {
    for field in T::FIELDS {
        if let Place::Children(elements) = field.place {
            wanted.extend(elements);
        }
    }
}

#[test]
fn every_variant_of_every_enumeration_is_generated() {
    let mut wanted = BTreeSet::new();
    elements_of::<Inline>(&mut wanted);
    elements_of::<Block>(&mut wanted);
    elements_of::<Back>(&mut wanted);
    elements_of::<Part>(&mut wanted);
    elements_of::<CitationEntry>(&mut wanted);
    elements_of::<CountOf>(&mut wanted);
    elements_of::<CreditName>(&mut wanted);
    elements_of::<RowCell>(&mut wanted);
    wanted.extend(EmphasisKind::ALL.iter().map(|kind| kind.element()));
    wanted.extend(DatumKind::ALL.iter().map(|kind| kind.element()));
    elements_of::<LooseRights>(&mut wanted);
    elements_of::<Grant>(&mut wanted);
    let mut runner = TestRunner::deterministic();
    let mut found = BTreeSet::new();
    let mut missing: Vec<&str> = wanted.into_iter().collect();
    for _ in 0..20_000 {
        let document = tree(600).new_tree(&mut runner).unwrap().current();
        names(&document.root, &mut found);
        missing.retain(|name| !found.contains(*name));
        if missing.is_empty() {
            break;
        }
    }
    assert!(missing.is_empty(), "never generated: {missing:?}");
}

proptest! {
    #![proptest_config(Config::with_cases(256))]

    /// The codec is the identity on trees: nothing is lost in the model, whatever it has types for.
    #[test]
    fn a_tree_comes_back_from_the_model(document in tree(600)) {
        let mut normal = document;
        space::normalize(&mut normal);
        let article = codec::from_document(normal.clone());
        prop_assert_eq!(codec::to_document(&article).unwrap(), normal);
    }

    #[test]
    fn the_normal_form_is_one(article in article()) {
        let normal = article.normal();
        prop_assert_eq!(&normal.normal(), &normal);
    }

    #[test]
    fn json_holds_the_article(article in article()) {
        let text = json::to_string(&article).unwrap().value;
        let read = json::from_str(&text).unwrap().value;
        prop_assert_eq!(&read, &article.normal());
        prop_assert_eq!(json::to_string(&read).unwrap().value, text);
    }

    /// The normal form changes spelling only.
    #[test]
    fn the_normal_form_keeps_every_word(article in article()) {
        let words = |document: &crate::tree::Document| -> Vec<String> {
            let mut words = Vec::new();
            collect(&document.root, &mut words);
            words
        };
        let raw = crate::tree::Document { root: codec::slots::Typed::write(&article, "article"), ..Default::default() };
        prop_assert_eq!(words(&raw), words(&codec::to_document(&article).unwrap()));
    }
}

/// The words of an element; a tag, a comment, an instruction ends a text.
fn collect(element: &Element, words: &mut Vec<String>) {
    let mut text = String::new();
    let flush = |text: &mut String, words: &mut Vec<String>| {
        words.extend(
            text.split([' ', '\t', '\r', '\n'])
                .filter(|w| !w.is_empty())
                .map(str::to_owned),
        );
        text.clear();
    };
    for node in &element.content {
        if let Node::Text(piece) = node {
            text.push_str(piece);
            continue;
        }
        flush(&mut text, words);
        match node {
            Node::Element(child) => collect(child, words),
            Node::Comment(comment) => words.push(format!("comment {comment}")),
            Node::Instruction(instruction) => words.push(instruction.target.clone()),
            Node::Text(_) => {}
        }
    }
    flush(&mut text, words);
}
