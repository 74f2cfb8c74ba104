//! Every kind of node is read as that kind: one small tree each.

use serde_json::Value;

use crate::codec;
use crate::codec::slots::Typed;
use crate::model::mapping::{Described, Place};
use crate::model::{Article, Back, Block, CitationForm, DatumKind, EmphasisKind, Inline, Part};
use crate::tree::{Document, Element, Node, ns};

/// An element around others.
fn around(name: &'static str, content: Element) -> Element {
    let mut element = Element::usual(name);
    element.content.push(Node::Element(content));
    element
}

fn read(part: Element) -> Value {
    let document = Document {
        root: around("article", part),
        ..Document::default()
    };
    let article = codec::from_document(document.clone());
    assert_eq!(codec::to_document(&article).unwrap(), document);
    serde_json::to_value(&article).unwrap()
}

/// The name of a variant as JSON spells it.
fn kebab(variant: &str) -> String {
    let mut name = String::new();
    for c in variant.chars() {
        if c.is_uppercase() && !name.is_empty() {
            name.push('-');
        }
        name.extend(c.to_lowercase());
    }
    name
}

/// The first element of each variant with the variant's name.
fn variants<T: Described>() -> impl Iterator<Item = (String, &'static str)> {
    T::FIELDS.iter().filter_map(|field| match field.place {
        Place::Children(names) => Some((kebab(field.name), *names.first()?)),
        _ => None,
    })
}

#[test]
fn every_block_is_read_as_its_kind() {
    for (variant, element) in variants::<Block>() {
        let json = read(around("body", Element::usual(element)));
        let found = json.pointer(&format!("/body/content/0/{variant}"));
        assert!(found.is_some(), "{element}: {json}");
    }
}

#[test]
fn every_inline_is_read_as_its_kind() {
    let plain = EmphasisKind::ALL
        .iter()
        .map(|kind| ("emphasis".to_owned(), kind.element()));
    let data = DatumKind::ALL
        .iter()
        .map(|kind| ("datum".to_owned(), kind.element()));
    let citations = CitationForm::ALL
        .iter()
        .map(|form| ("citation".to_owned(), form.element()));
    for (variant, element) in variants::<Inline>()
        .chain(plain)
        .chain(data)
        .chain(citations)
    {
        let json = read(around("body", around("p", Element::usual(element))));
        let found = json.pointer(&format!(
            "/body/content/0/paragraph/content/0/inline/{variant}"
        ));
        assert!(found.is_some(), "{element}: {json}");
    }
}

#[test]
fn mathml_is_read_as_a_formula() {
    let mut math = Element::new("math");
    math.namespace = Some(ns::MATHML.into());
    let json = read(around("body", around("p", around("inline-formula", math))));
    let path = "/body/content/0/paragraph/content/0/inline/formula/content/0/inline/math";
    assert!(json.pointer(path).is_some(), "{json}");
}

#[test]
fn every_piece_of_back_matter_is_read_as_its_kind() {
    for (variant, element) in variants::<Back>() {
        let json = read(around("back", Element::usual(element)));
        assert!(
            json.pointer(&format!("/back/0/{variant}")).is_some(),
            "{element}: {json}"
        );
    }
}

#[test]
fn every_part_is_read_as_its_kind() {
    for (variant, element) in variants::<Part>() {
        let json = read(Element::usual(element));
        assert!(
            json.pointer(&format!("/parts/0/{variant}")).is_some(),
            "{element}: {json}"
        );
    }
}

#[test]
fn every_field_of_the_metadata_is_read_into_it() {
    let empty = serde_json::to_value(Article::read(around_meta(Element::new("unknown")))).unwrap();
    for field in super::front::META_FIELDS {
        let Place::Children(elements) = field.place else {
            continue;
        };
        let pointer = format!("/{}", field.name.replace('.', "/").replace(' ', ""));
        for element in elements {
            let article = Article::read(around_meta(Element::usual(element)));
            let json = serde_json::to_value(&article).unwrap();
            assert!(
                json.pointer(&pointer).is_some(),
                "{element} is not in {pointer}: {json}"
            );
            assert!(
                empty.pointer(&pointer).is_none(),
                "{pointer} is there without {element}"
            );
        }
    }
}

fn around_meta(element: Element) -> Element {
    around("article", around("front", around("article-meta", element)))
}
