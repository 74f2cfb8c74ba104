//! Random trees over the names that tags treat in their own ways.

use proptest::prelude::*;

use super::{attr, el, element};
use crate::tree::{Element, Instruction, Node, ns};

/// Names that matter here, of JATS and of none.
const NAMES: &[&str] = &[
    "article",
    "front",
    "article-meta",
    "title-group",
    "article-title",
    "body",
    "back",
    "sec",
    "title",
    "p",
    "p",
    "p",
    "italic",
    "bold",
    "xref",
    "ext-link",
    "list",
    "list-item",
    "label",
    "def-list",
    "def-item",
    "term",
    "def",
    "fig",
    "caption",
    "graphic",
    "inline-graphic",
    "alt-text",
    "long-desc",
    "table-wrap",
    "table",
    "thead",
    "tbody",
    "tfoot",
    "tr",
    "td",
    "th",
    "col",
    "fn",
    "fn-group",
    "ref-list",
    "ref",
    "mixed-citation",
    "disp-quote",
    "boxed-text",
    "code",
    "preformat",
    "disp-formula",
    "inline-formula",
    "alternatives",
    "tex-math",
    "break",
    "gen",
    "run",
    "pad",
    "math",
    "foreign",
    "xml-comment",
    "x.y",
    "P",
    "unknown",
    "comment",
    "kwd-group",
    "kwd",
    "contrib-group",
    "contrib",
    "aff",
    "tgroup",
    "row",
    "entry",
    "colspec",
];

pub(crate) fn nodes() -> impl Strategy<Value = Node> {
    let leaf = prop_oneof![
        4 => "[ a-c\u{e9}\u{4e2d}\u{a0}<&]{1,6}".prop_map(Node::Text),
        1 => "[a-z -]{0,5}".prop_map(Node::Comment),
        1 => "[a-z \"]{0,5}".prop_map(|text| Node::Instruction(Instruction {
            target: "target".to_owned(),
            text,
        })),
        2 => elements(Just(Vec::new())).prop_map(Node::Element),
    ];
    leaf.prop_recursive(9, 120, 6, |inner| {
        elements(prop::collection::vec(inner, 0..6)).prop_map(Node::Element)
    })
}

fn elements(content: impl Strategy<Value = Vec<Node>>) -> impl Strategy<Value = Element> {
    let namespace = prop_oneof![
        20 => Just(None),
        1 => Just(Some(ns::MATHML)),
        2 => Just(Some(ns::OASIS)),
        1 => Just(Some("urn:x")),
    ];
    let attrs = prop::collection::vec(
        prop_oneof![
            "(a|b|c|sep-1|1x|)".prop_map(|id| attr(None, "id", &id)),
            "(en|kk-Cyrl|EN_us|)".prop_map(|lang| attr(Some(ns::XML), "lang", &lang)),
            "(a|b|a b)".prop_map(|rid| attr(None, "rid", &rid)),
            "[0-3]".prop_map(|n| attr(None, "rowspan", &n)),
            "(2|3|99)".prop_map(|n| attr(None, "colspan", &n)),
            Just(attr(Some(ns::XLINK), "href", "https://example.org/a")),
        ],
        0..4,
    );
    (prop::sample::select(NAMES), namespace, attrs, content).prop_map(
        |(name, namespace, attrs, content)| Element {
            namespace: namespace.map(Into::into),
            name: name.into(),
            attrs,
            content: content.into(),
        },
    )
}

/// Tables that are nearly regular, which random trees almost never hold.
pub(super) fn tables() -> impl Strategy<Value = Node> {
    let cell = (
        prop_oneof![3 => Just("td"), 1 => Just("th")],
        prop::option::of(0_u32..4),
        prop::option::of(1_u32..4),
        prop::collection::vec(nodes(), 0..2),
    )
        .prop_map(|(name, down, across, content)| {
            let mut cell = element(name, content);
            cell.attrs
                .extend(down.map(|n| attr(None, "rowspan", &n.to_string())));
            cell.attrs
                .extend(across.map(|n| attr(None, "colspan", &n.to_string())));
            Node::Element(cell)
        });
    let silent = prop_oneof![
        Just(Node::Comment("c".to_owned())),
        Just(el("col", Vec::new())),
    ];
    let row = prop::collection::vec(prop_oneof![8 => cell, 1 => silent.clone()], 0..4)
        .prop_map(|content| el("tr", content));
    let group = (
        prop::sample::select(&["thead", "tbody", "tfoot"][..]),
        prop::collection::vec(prop_oneof![8 => row.clone(), 1 => silent.clone()], 0..4),
    )
        .prop_map(|(name, content)| el(name, content));
    prop::collection::vec(prop_oneof![2 => row, 2 => group, 1 => silent], 0..4)
        .prop_map(|content| el("table", content))
}
