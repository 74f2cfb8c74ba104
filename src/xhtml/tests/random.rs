//! Random trees: any element in any other, foreign ones, comments, ids that collide, odd characters.

use proptest::collection::vec;
use proptest::prelude::*;

use super::{comes_back, el};
use crate::tree::{Attr, Element, Instruction, Node, ns};

const NAMES: &[&str] = &[
    "abstract",
    "ack",
    "aff",
    "alt-text",
    "alternatives",
    "app",
    "article-meta",
    "article-title",
    "attrib",
    "author-notes",
    "back",
    "bio",
    "body",
    "bold",
    "boxed-text",
    "break",
    "caption",
    "code",
    "col",
    "colgroup",
    "comment",
    "contrib",
    "contrib-group",
    "def",
    "def-item",
    "def-list",
    "disp-formula",
    "disp-quote",
    "email",
    "ext-link",
    "fig",
    "fig-group",
    "fn",
    "fn-group",
    "front",
    "front-stub",
    "graphic",
    "history",
    "hr",
    "inline-formula",
    "inline-graphic",
    "italic",
    "journal-meta",
    "kwd",
    "kwd-group",
    "label",
    "license",
    "license-p",
    "list",
    "list-item",
    "long-desc",
    "media",
    "mixed-citation",
    "monospace",
    "name",
    "named-content",
    "p",
    "permissions",
    "preformat",
    "pub-id",
    "ref",
    "ref-list",
    "sc",
    "sec",
    "source",
    "speaker",
    "speech",
    "statement",
    "sub",
    "sub-article",
    "subtitle",
    "sup",
    "supplementary-material",
    "table",
    "table-wrap",
    "table-wrap-foot",
    "tbody",
    "td",
    "term",
    "tex-math",
    "tfoot",
    "tgroup",
    "th",
    "thead",
    "title",
    "title-group",
    "tr",
    "underline",
    "uri",
    "verse-group",
    "verse-line",
    "x",
    "xref",
    "year",
    "no-such-element",
];

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-c ]{1,6}",
        Just("<&>\"']]>".to_owned()),
        Just("\u{a0}\u{200b}\u{feff}e\u{301}".to_owned()),
        Just("Қазақ עברית 𝒜".to_owned()),
    ]
}

fn attrs() -> impl Strategy<Value = Vec<Attr>> {
    let name = prop_oneof![
        4 => Just((None, "id")),
        4 => Just((None, "rid")),
        1 => Just((Some(ns::XML), "lang")),
        2 => Just((Some(ns::XLINK), "href")),
        1 => Just((None, "colspan")),
        1 => Just((None, "ref-type")),
        1 => Just((None, "Upper.case")),
        1 => Just((Some("urn:x"), "y")),
    ];
    let value = prop_oneof![
        Just("a1"),
        Just("a2"),
        Just("a3 a1"),
        Just("1"),
        Just("2"),
        Just(""),
        Just("sep-s1"),
        Just("en"),
        Just("kk-Cyrl"),
        Just("EN_us"),
        Just("bibr"),
        Just("https://example.org/"),
        Just("mailto:a@b.example"),
        Just("javascript:x"),
        Just("missing.tif"),
        Just("\r\n\t<&\""),
    ];
    vec((name, value), 0..3).prop_map(|list| {
        let mut attrs: Vec<Attr> = list
            .into_iter()
            .map(|((namespace, name), value)| Attr {
                namespace: namespace.map(Into::into),
                name: name.into(),
                value: value.to_owned(),
            })
            .collect();
        attrs.sort();
        attrs.dedup_by(|a, b| (&a.namespace, &a.name) == (&b.namespace, &b.name));
        attrs
    })
}

fn element(content: impl Strategy<Value = Vec<Node>>) -> impl Strategy<Value = Element> {
    let namespace = prop_oneof![12 => Just(None), 1 => Just(Some(ns::MATHML)), 1 => Just(Some(ns::OASIS)), 1 => Just(Some(ns::XHTML)), 1 => Just(Some("urn:foreign"))];
    let math = prop::sample::select(vec!["math", "mrow", "mi", "mo", "mfrac", "semantics"]);
    (
        prop::sample::select(NAMES),
        math,
        namespace,
        attrs(),
        content,
    )
        .prop_map(|(name, math, namespace, attrs, content)| {
            let is_math = namespace == Some(ns::MATHML);
            Element {
                namespace: namespace.map(Into::into),
                name: if is_math { math } else { name }.into(),
                attrs,
                content: joined(content).into(),
            }
        })
}

/// No two texts side by side.
fn joined(content: Vec<Node>) -> Vec<Node> {
    let mut out: Vec<Node> = Vec::new();
    for node in content {
        if let (Node::Text(text), Some(Node::Text(last))) = (&node, out.last_mut()) {
            last.push_str(text);
        } else {
            out.push(node);
        }
    }
    out
}

fn tree() -> impl Strategy<Value = Element> {
    let leaf = prop_oneof![
        4 => text().prop_map(Node::Text),
        1 => text().prop_map(Node::Comment),
        1 => (Just("pi"), text()).prop_map(|(target, text)| Node::Instruction(Instruction { target: target.into(), text })),
        2 => element(Just(Vec::new())).prop_map(Node::Element),
    ];
    leaf.prop_recursive(8, 60, 5, |inner| {
        element(vec(inner, 0..5)).prop_map(Node::Element)
    })
    .prop_map(|node| match node {
        Node::Element(element) => element,
        other => el("p", vec![other]),
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(512) })]

    #[test]
    fn any_tree_comes_back(trees in vec(tree(), 0..4)) {
        comes_back(el("article", trees.into_iter().map(Node::Element).collect()));
    }
}
