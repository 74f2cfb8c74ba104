//! What no output can hold is named before any writer is asked. Each of these was found by generated edits.

use crate::json;
use crate::model::{Article, Attr, Body, Doctype, ForeignElement, Instruction, Nested, Part};
use crate::model::{Block, Dialect, Foreign};

fn attr(namespace: Option<&'static str>, name: &'static str) -> Attr {
    Attr {
        namespace: namespace.map(Into::into),
        name: name.into(),
        value: "x".to_owned(),
    }
}

fn holding(attrs: Vec<Attr>) -> Article {
    let element = ForeignElement {
        name: "no-such-element".into(),
        attrs,
        ..ForeignElement::default()
    };
    let mut article = Article::new("Water and salt");
    let foreign = Block::Foreign(Nested::new(Foreign::Element(element)));
    article.body = Some(Body::from(vec![foreign]));
    article
}

#[track_caller]
fn refused(article: &Article) {
    assert!(article.check().iter().any(super::Problem::is_fatal));
    json::to_string(article).unwrap_err();
}

#[test]
fn an_attribute_that_stands_twice() {
    refused(&holding(vec![
        attr(None, "a"),
        attr(None, "b"),
        attr(None, "a"),
    ]));
    refused(&holding(vec![attr(None, "a"), attr(Some(""), "a")]));
    let mut article = Article::new("Water and salt");
    article.id = Some("a1".to_owned());
    article.extra.attrs.push(attr(None, "id"));
    refused(&article);
}

#[test]
fn an_attribute_that_would_be_a_declaration() {
    refused(&holding(vec![attr(None, "xmlns")]));
    refused(&holding(vec![attr(
        Some("http://www.w3.org/2000/xmlns/"),
        "a",
    )]));
}

#[test]
fn a_comment_or_an_instruction_with_a_carriage_return() {
    let mut article = Article::new("Water and salt");
    article.body = Some(Body::from(vec![Block::Comment("a\rb".to_owned())]));
    refused(&article);
    let instruction = Instruction {
        target: "page".to_owned(),
        text: "a\rb".to_owned(),
    };
    article.body = Some(Body::from(vec![Block::Instruction(Nested::new(
        instruction,
    ))]));
    refused(&article);
}

#[test]
fn what_cannot_stand_around_a_root() {
    let mut article = Article::new("Water and salt");
    article.source.prolog = vec![Foreign::Text("words".to_owned())];
    refused(&article);
    article.source.prolog = vec![Foreign::Comment("a--b".to_owned())];
    refused(&article);
    let doctype = Doctype {
        name: "article".to_owned(),
        system: Some("\"'".to_owned()),
        ..Doctype::default()
    };
    let dialect = Dialect {
        doctype: Some(doctype),
        ..Dialect::default()
    };
    article.source.prolog.clear();
    article.source.dialect = Some(dialect);
    refused(&article);
}

#[test]
fn a_part_has_nothing_around_its_root() {
    let mut part = Article::new("A reply");
    part.source.prolog = vec![Foreign::Comment(" before ".to_owned())];
    let mut article = Article::new("Water and salt");
    article.parts.push(Part::Response(Nested::new(part)));
    refused(&article);
}

#[test]
fn an_attribute_with_an_empty_namespace_has_none() {
    let article = holding(vec![attr(Some(""), "a")]);
    assert_eq!(article.normal(), holding(vec![attr(None, "a")]));
}

#[test]
fn what_the_normal_form_spells_otherwise_is_named_with_its_place() {
    let mut article = Article::new(" Water ");
    let paragraphs = ["plain", "a  b", "c"].map(Block::paragraph);
    article.body = Some(Body::from(paragraphs.to_vec()));
    let problems: Vec<String> = article.check().iter().map(ToString::to_string).collect();
    assert_eq!(
        problems,
        [
            "the text at /article/front[1]/article-meta[1]/title-group[1]/article-title[1] is spelled otherwise in the normal form",
            "the text at /article/body[1]/p[2] is spelled otherwise in the normal form",
        ]
    );
    assert_eq!(article.normal().check(), []);
}

#[test]
fn a_refusal_has_the_path_as_its_place() {
    let error = json::to_string(&Article::new("Water\u{1}")).unwrap_err();
    let path = "/article/front[1]/article-meta[1]/title-group[1]/article-title[1]";
    assert_eq!(error.location().unwrap().path.as_deref(), Some(path));
    assert_eq!(
        error.to_string(),
        format!("invalid article: illegal character U+0001 at {path}")
    );
}
