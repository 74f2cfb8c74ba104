//! What is written is read back, and is valid: hand-made trees and random ones.

mod kinds;
mod random;
mod valid;

use super::read;
use super::write::{self, Images, Written};
use crate::error::Result;
use crate::limits::Limits;
use crate::present::{self, Shown};
use crate::tree::{Attr, Document, Element, Node, ns, space};

/// Images that are all there.
struct AllImages;

impl Images for AllImages {
    fn place(&mut self, href: &str) -> Result<Option<String>> {
        Ok((!href.is_empty() && !href.contains("missing")).then(|| "images/i1.png".to_owned()))
    }
}

/// A JATS element.
pub(super) fn el(name: &'static str, content: Vec<Node>) -> Element {
    Element::new(name).holding(content)
}

/// The same as a node.
pub(super) fn n(name: &'static str, content: Vec<Node>) -> Node {
    Node::Element(el(name, content))
}

/// Text.
pub(super) fn t(text: &str) -> Node {
    Node::Text(text.to_owned())
}

fn write(document: &Document, shown: &Shown<'_>) -> Written {
    write::article(document, shown, &mut AllImages).expect("writes")
}

/// Writes and reads; checks that the XHTML is valid and the article the same.
pub(super) fn comes_back(root: Element) -> Written {
    let mut document = Document {
        root,
        ..Document::default()
    };
    space::normalize(&mut document);
    let shown = present::article(&document.root);
    let written = write(&document, &shown);
    if let Err(fault) = valid::check(&written.article) {
        panic!("{fault}\n{}", valid::print(&written.article));
    }
    let read = read::article(written.article.clone(), &Limits::default()).unwrap();
    assert!(read.report.findings().is_empty(), "{}", read.report);
    assert_eq!(
        read.document,
        document,
        "\n{}",
        valid::print(&written.article)
    );
    written
}

pub(super) fn in_body(content: Vec<Node>) -> Element {
    el("article", vec![n("body", content)])
}

fn attr(namespace: Option<&'static str>, name: &'static str, value: &str) -> Attr {
    Attr {
        namespace: namespace.map(Into::into),
        name: name.into(),
        value: value.to_owned(),
    }
}

pub(super) fn with(mut node: Node, attrs: &[(Option<&'static str>, &'static str, &str)]) -> Node {
    if let Node::Element(element) = &mut node {
        element.attrs = attrs
            .iter()
            .map(|(namespace, name, value)| attr(*namespace, name, value))
            .collect();
        element.attrs.sort();
    }
    node
}

#[test]
fn a_paragraph_with_a_list_inside() {
    let items = vec![
        n("list-item", vec![n("p", vec![t("one")])]),
        Node::Comment("c".into()),
        n("list-item", vec![]),
    ];
    comes_back(in_body(vec![n(
        "p",
        vec![t("before"), n("list", items), t("after")],
    )]));
}

#[test]
fn attributes_in_every_home() {
    let p = with(
        n("p", vec![t("x")]),
        &[
            (None, "id", "p1"),
            (Some(ns::XML), "lang", "en-GB"),
            (None, "content-type", "lead"),
        ],
    );
    let odd = with(
        n("p", vec![t("x")]),
        &[
            (None, "id", "1 p"),
            (Some(ns::XML), "lang", "EN_gb"),
            (Some("urn:x"), "Y", "\n\t<&\"'"),
        ],
    );
    let twice = with(n("p", vec![t("x")]), &[(None, "id", "p1")]);
    let ours = with(n("p", vec![t("x")]), &[(None, "id", "sep-s1")]);
    let data = with(
        n("p", vec![t("x")]),
        &[
            (None, "class", "c"),
            (None, "data-sep-el", "q"),
            (None, "href", "https://example.org/"),
        ],
    );
    comes_back(in_body(vec![p, odd, twice, ours, data]));
}

#[test]
fn links_safe_unsafe_nested_and_dangling() {
    let link = |href: &str, inner| {
        with(
            n("ext-link", vec![inner]),
            &[(Some(ns::XLINK), "href", href)],
        )
    };
    let body = in_body(vec![n(
        "p",
        vec![
            link(
                "https://example.org/",
                link("https://example.org/2", t("inner")),
            ),
            link("javascript:alert(1)", t("no")),
            link("https://example.org/a b", t("mended")),
            link("#p", t("a fragment")),
            with(n("xref", vec![t("1")]), &[(None, "rid", "gone p1")]),
            with(n("xref", vec![]), &[(None, "rid", "gone")]),
            n("email", vec![t("a@b.example")]),
        ],
    )]);
    let written = comes_back(body);
    let codes: Vec<_> = written
        .report
        .findings()
        .iter()
        .map(|f| f.code.as_ref())
        .collect();
    assert_eq!(
        codes,
        [
            "epub.link-scheme",
            "epub.link-scheme",
            "epub.dangling-reference",
            "epub.dangling-reference"
        ]
    );
}

#[test]
fn any_order_comes_back() {
    let root = in_body(vec![
        n(
            "p",
            vec![
                t("a"),
                n("bold", vec![]),
                t("b"),
                Node::Comment("c".into()),
                t("d"),
            ],
        ),
        n("sec", vec![]),
    ]);
    let document = Document {
        root,
        ..Document::default()
    };
    let mut shown = present::article(&document.root);
    turn(&mut shown);
    let written = write(&document, &shown);
    valid::check(&written.article).unwrap();
    assert_eq!(
        read::article(written.article, &Limits::default())
            .unwrap()
            .document,
        document
    );
}

/// Shows everything the other way round.
fn turn(shown: &mut Shown<'_>) {
    let own = u32::try_from(shown.element.content.len()).unwrap();
    shown
        .kids
        .retain(|kid| !matches!(kid, present::Kid::Generated(_)));
    shown.kids.reverse();
    if shown.order.is_empty() {
        shown.order = (0..own).collect();
    }
    shown.order.reverse();
    for kid in &mut shown.kids {
        if let present::Kid::Element(kid) = kid {
            turn(kid);
        }
    }
}

fn first(element: &mut Element) -> &mut Element {
    let first = element.content.iter_mut().find_map(|node| match node {
        Node::Element(element) => Some(element),
        _ => None,
    });
    first.unwrap()
}

#[test]
fn what_an_editor_adds_is_looked_through() {
    let written = comes_back(in_body(vec![n("p", vec![t("one two")])]));
    let mut article = written.article;
    let mark = Node::Element(crate::xhtml::html("mark").holding(vec![t("three")]));
    first(first(&mut article)).content.push(mark);
    let read = read::article(article, &Limits::default()).unwrap();
    assert_eq!(read.document.root.text(), "one twothree");
    assert_eq!(read.report.findings()[0].code, "epub.unknown-element");
}

/// Found by random trees.
#[test]
fn regressions() {
    let foreign = |namespace: &'static str, name: &'static str, content| {
        let mut element = el(name, content);
        element.namespace = Some(namespace.into());
        Node::Element(element)
    };
    // White space in MathML counts, whatever stands in it.
    let kept = foreign(
        ns::MATHML,
        "mrow",
        vec![n("name", vec![n("def-list", vec![]), t("\n")])],
    );
    // A formula in a formula.
    let formulas = foreign(
        ns::MATHML,
        "math",
        vec![foreign(
            ns::MATHML,
            "math",
            vec![foreign(ns::MATHML, "mtr", vec![])],
        )],
    );
    // A foreign element that a reference names.
    let target = with(foreign(ns::OASIS, "abstract", vec![]), &[(None, "id", "t")]);
    let reference = with(n("xref", vec![t("a")]), &[(None, "rid", "t")]);
    // A reference list of empty references.
    let references = n("abstract", vec![n("ref-list", vec![n("ref", vec![])])]);
    // An item of a list that only shares its name.
    let items = n("list", vec![foreign(ns::OASIS, "list-item", vec![])]);
    // Columns in a group that also says how many there are.
    let group = with(
        n("colgroup", vec![n("col", vec![])]),
        &[(None, "span", "2")],
    );
    let table = n("table", vec![group, n("tr", vec![n("td", vec![])])]);
    for node in [kept, formulas, references, items, table] {
        comes_back(in_body(vec![node]));
    }
    comes_back(in_body(vec![n("p", vec![target, reference])]));
}
