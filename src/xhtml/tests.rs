//! What is written is read back, and is valid: hand-made trees and random ones.

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

fn in_body(content: Vec<Node>) -> Element {
    el("article", vec![n("body", content)])
}

fn attr(namespace: Option<&'static str>, name: &'static str, value: &str) -> Attr {
    Attr {
        namespace: namespace.map(Into::into),
        name: name.into(),
        value: value.to_owned(),
    }
}

fn with(mut node: Node, attrs: &[(Option<&'static str>, &'static str, &str)]) -> Node {
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
fn tables_regular_and_not() {
    let cell = |name, text| n(name, vec![t(text)]);
    let row = |text| {
        n(
            "tr",
            vec![
                cell("th", text),
                with(
                    cell("td", "2"),
                    &[(None, "colspan", "2"), (None, "rowspan", "01")],
                ),
            ],
        )
    };
    let c = || Node::Comment(" -- ".into());
    let regular = n(
        "table",
        vec![
            n("colgroup", vec![n("col", vec![])]),
            c(),
            n("thead", vec![row("a")]),
            c(),
            n("tfoot", vec![row("f")]),
            n("tbody", vec![c(), row("b"), n("tr", vec![])]),
            c(),
            n("tbody", vec![]),
        ],
    );
    let rows = n(
        "table",
        vec![
            c(),
            n("col", vec![]),
            c(),
            n("col", vec![]),
            row("x"),
            c(),
            row("y"),
        ],
    );
    let texts = n("table", vec![n("tr", vec![t("stray"), cell("td", "x")])]);
    let two_heads = n(
        "table",
        vec![
            n("thead", vec![row("x")]),
            n("thead", vec![row("x")]),
            row("y"),
        ],
    );
    for table in [regular, rows, texts, two_heads] {
        comes_back(in_body(vec![n(
            "table-wrap",
            vec![
                n("label", vec![t("Table 1")]),
                n(
                    "caption",
                    vec![n("title", vec![t("T")]), n("p", vec![t("p")])],
                ),
                table,
            ],
        )]));
    }
}

#[test]
fn cals_tables_have_spans() {
    let oasis =
        |name: &'static str, attrs: &[(Option<&'static str>, &'static str, &str)], content| {
            let mut node = with(n(name, content), attrs);
            if let Node::Element(element) = &mut node {
                element.namespace = Some(ns::OASIS.into());
            }
            node
        };
    let entry = oasis(
        "entry",
        &[
            (None, "nameend", "c2"),
            (None, "namest", "c1"),
            (None, "morerows", "1"),
        ],
        vec![t("wide")],
    );
    let spec = |name: &str| oasis("colspec", &[(None, "colname", name)], vec![]);
    let rows = oasis("tbody", &[], vec![oasis("row", &[], vec![entry])]);
    let group = oasis(
        "tgroup",
        &[(None, "cols", "2")],
        vec![spec("c1"), spec("c2"), rows],
    );
    let written = comes_back(in_body(vec![n(
        "table-wrap",
        vec![oasis("table", &[], vec![group])],
    )]));
    assert!(valid::print(&written.article).contains(r#"<td colspan="2" rowspan="2""#));
}

#[test]
fn headings_never_skip_a_level_and_take_their_label() {
    let sec = |title: &str, inner| {
        n(
            "sec",
            vec![n("label", vec![t("1")]), n("title", vec![t(title)]), inner],
        )
    };
    let body = in_body(vec![sec(
        "A",
        n(
            "sec",
            vec![n(
                "sec",
                vec![n("title", vec![t("B")]), n("p", vec![t("x")])],
            )],
        ),
    )]);
    let written = comes_back(body);
    let outline: Vec<_> = written
        .outline
        .iter()
        .map(|h| (h.level, h.text.as_str()))
        .collect();
    assert_eq!(outline, [(2, "1 A"), (3, "B")]);
}

#[test]
fn notes_in_a_line_stay_in_it() {
    let note = n(
        "fn",
        vec![n("label", vec![t("a")]), n("p", vec![t("note")])],
    );
    let written = comes_back(in_body(vec![n("p", vec![t("x"), note, t("y")])]));
    assert!(!valid::print(&written.article).contains("aside"));
    let long = n(
        "fn",
        vec![n(
            "p",
            vec![n("list", vec![n("list-item", vec![n("p", vec![t("l")])])])],
        )],
    );
    comes_back(in_body(vec![n("p", vec![t("x"), long, t("y")])]));
}

#[test]
fn images_with_and_without_words() {
    let graphic =
        |href: &str, content| with(n("graphic", content), &[(Some(ns::XLINK), "href", href)]);
    let alt = || n("alt-text", vec![t("A chart of nine sites.")]);
    let caption = || n("caption", vec![n("p", vec![t("Sites.")])]);
    let fig = |content| n("fig", content);
    let written = comes_back(in_body(vec![
        fig(vec![
            n("label", vec![t("1")]),
            caption(),
            graphic("a.tif", vec![alt()]),
        ]),
        fig(vec![
            graphic("a.tif", vec![]),
            caption(),
            n("attrib", vec![t("Photo")]),
        ]),
        fig(vec![
            graphic("a.tif", vec![n("long-desc", vec![t("long")]), alt()]),
            caption(),
            graphic("b.tif", vec![]),
        ]),
        fig(vec![
            graphic("missing", vec![alt()]),
            graphic("missing", vec![]),
        ]),
        n(
            "p",
            vec![
                t("x"),
                with(
                    n("inline-graphic", vec![]),
                    &[(Some(ns::XLINK), "href", "i.gif")],
                ),
            ],
        ),
    ]));
    assert_eq!(
        (written.holds.images, written.holds.images_without_alt),
        (5, 3)
    );
}

#[test]
fn formulas_clean_and_unclean() {
    let m = |name: &'static str, content| {
        let mut element = el(name, content);
        element.namespace = Some(ns::MATHML.into());
        Node::Element(element)
    };
    let clean = m(
        "math",
        vec![m(
            "msub",
            vec![m("mi", vec![t("x")]), m("mn", vec![t("1")])],
        )],
    );
    let unclean = m(
        "math",
        vec![
            m("msub", vec![m("mi", vec![t("x")])]),
            Node::Comment("c".into()),
            t("stray"),
        ],
    );
    let tex = || n("tex-math", vec![t("\\frac{a}{b}")]);
    comes_back(in_body(vec![
        n(
            "disp-formula",
            vec![
                n("alternatives", vec![tex(), clean.clone()]),
                n("label", vec![t("(1)")]),
            ],
        ),
        n(
            "p",
            vec![
                n("inline-formula", vec![unclean]),
                n("inline-formula", vec![tex()]),
            ],
        ),
        clean,
    ]));
}

#[test]
fn definition_lists() {
    let item = |content| n("def-item", content);
    let (term, def) = (
        || n("term", vec![t("a")]),
        || n("def", vec![n("p", vec![t("b")])]),
    );
    comes_back(in_body(vec![
        n(
            "def-list",
            vec![
                item(vec![term(), Node::Comment("x".into()), def(), def()]),
                item(vec![term(), def()]),
            ],
        ),
        n(
            "def-list",
            vec![n("title", vec![t("T")]), item(vec![term(), def()])],
        ),
        n(
            "def-list",
            vec![item(vec![term()]), item(vec![def(), term()])],
        ),
    ]));
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
