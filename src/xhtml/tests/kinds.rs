//! Each kind of block in its usual and unusual shapes.

use super::{comes_back, el, in_body, n, t, valid, with};
use crate::tree::{Node, ns};

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
fn signs_that_stand_high_by_themselves_are_marked() {
    let printed = |sign: &str| {
        let p = n("p", vec![n("sup", vec![t(sign)])]);
        valid::print(&comes_back(in_body(vec![p])).article)
    };
    assert!(printed("**").contains("class=\"high\""));
    assert!(!printed("n").contains("class"));
}

#[test]
fn a_word_that_introduces_something_stands_on_its_line() {
    let id = with(n("pub-id", vec![t("7")]), &[(None, "pub-id-type", "pmid")]);
    let citation = n("element-citation", vec![id]);
    let list = n("ref-list", vec![n("ref", vec![citation])]);
    let printed = valid::print(&comes_back(in_body(vec![list])).article);
    assert!(printed.contains("PMID:\u{a0}</"), "{printed}");
}

#[test]
fn a_table_of_many_columns_is_marked_for_smaller_type() {
    let cells = |count| (0..count).map(|_| n("td", vec![t("x")]));
    let table = |row: Vec<Node>| {
        let rows = n("tbody", vec![n("tr", row)]);
        let wrap = n("table-wrap", vec![n("table", vec![rows])]);
        valid::print(&comes_back(in_body(vec![wrap])).article)
    };
    let spanned = with(n("td", vec![]), &[(None, "colspan", "3")]);
    assert!(table(cells(8).collect()).contains("class=\"wide\""));
    assert!(table(cells(5).chain([spanned]).collect()).contains("class=\"wide\""));
    assert!(!table(cells(7).collect()).contains("class=\"wide\""));
}

#[test]
fn identifiers_that_are_addresses_are_links() {
    let id = |address: &str| n("institution-id", vec![t(address)]);
    let ids = vec![id("https://ror.org/1"), id("ror:1"), id("https://a b.org/")];
    let written = valid::print(&comes_back(in_body(vec![n("p", ids)])).article);
    assert_eq!(written.matches("<a ").count(), 1);
    assert!(written.contains(r#"href="https://ror.org/1""#));
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
    let missing = || {
        with(
            n("inline-graphic", vec![]),
            &[(Some(ns::XLINK), "href", "missing.gif")],
        )
    };
    let tex = || n("tex-math", vec![t("\\frac{a}{b}")]);
    let written = comes_back(in_body(vec![
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
        n("inline-formula", vec![clean.clone(), missing()]),
        clean,
    ]));
    // A better form is shown in its place.
    assert!(!valid::print(&written.article).contains("placeholder"));
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
fn a_note_leads_back_to_its_first_call() {
    let call = |attrs: &[(Option<&'static str>, &'static str, &'static str)]| {
        let rest = [(None, "ref-type", "fn"), (None, "rid", "n1")];
        with(n("xref", vec![t("1")]), &[attrs, &rest].concat())
    };
    for (attrs, id) in [(&[][..], "sep-c2"), (&[(None, "id", "here")][..], "here")] {
        let calls = n("p", vec![t("x"), call(attrs), t("y"), call(&[])]);
        let note = with(
            n("fn", vec![n("p", vec![t("note")])]),
            &[(None, "id", "n1")],
        );
        let written = comes_back(in_body(vec![calls, n("fn-group", vec![note])]));
        let text = valid::print(&written.article);
        assert_eq!(text.matches(&format!("id=\"{id}\"")).count(), 1, "{text}");
        assert_eq!(
            text.matches(&format!("href=\"#{id}\"")).count(),
            1,
            "{text}"
        );
        assert!(text.contains("doc-backlink"));
    }
}

#[test]
fn the_heading_of_what_is_about_the_article_makes_no_level() {
    let meta = n(
        "article-meta",
        vec![
            n("title-group", vec![n("article-title", vec![t("T")])]),
            n("history", vec![n("date", vec![n("year", vec![t("2026")])])]),
            n("abstract", vec![n("p", vec![t("a")])]),
        ],
    );
    let written = comes_back(el("article", vec![n("front", vec![meta])]));
    let text = valid::print(&written.article);
    assert!(
        text.contains("<h2 data-sep-gen=\"heading\">Abstract</h2>"),
        "{text}"
    );
    assert!(
        text.contains("<h2 data-sep-gen=\"heading\">About this article</h2>"),
        "{text}"
    );
    assert!(!text.contains("<h3"), "{text}");
}
