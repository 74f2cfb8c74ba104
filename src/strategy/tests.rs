use proptest::prelude::*;
use proptest::test_runner::Config;

use super::{article, tree};
use crate::codec;
use crate::json;
use crate::tree::{Element, Node, space};

proptest! {
    #![proptest_config(Config::with_cases(256))]

    /// The codec is the identity on trees: nothing is lost in the model, whatever it has types for.
    #[test]
    fn a_tree_comes_back_from_the_model(document in tree(600)) {
        let mut normal = document;
        space::normalize(&mut normal);
        #[cfg(feature = "jats")]
        crate::jats::normalize(&mut normal);
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
