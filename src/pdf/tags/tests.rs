//! Tree → tags → tree is the identity, without any PDF between.

mod odd;
mod strategy;

use proptest::prelude::*;

pub(crate) use strategy::nodes;
use strategy::tables;

use super::plan::{Plan, PlanKid};
use super::{ReadKid, ReadTag, plan, to_document};
use crate::model::source::Source;
use crate::pdf::page::Tag;
use crate::present::{self, Generated, GeneratedKind, Kid, Shown};
use crate::report::Report;
use crate::tree::{Attr, Document, Element, Node, space};

/// The planned tags as a reader finds them.
pub(crate) fn read_back(plan: &Plan<'_>) -> Vec<ReadTag> {
    let kid = |kid: &PlanKid<'_>| match kid {
        PlanKid::Tag(id) => Some(ReadKid::Tag(*id)),
        PlanKid::Text(_, text) => Some(ReadKid::Text(text.to_string())),
        PlanKid::Picture(_) => None,
    };
    let tags = plan.tags.iter();
    tags.map(|planned| as_read(&planned.tag, planned.kids.iter().filter_map(kid).collect()))
        .collect()
}

/// A tag as its reader finds it, with these kids.
pub(crate) fn as_read(tag: &Tag, kids: Vec<ReadKid>) -> ReadTag {
    let data = tag.data.iter().map(|(k, v)| ((*k).to_owned(), v.clone()));
    let files = tag.files.iter();
    ReadTag {
        role: tag.role.clone(),
        data: data.collect(),
        id: tag.id.clone(),
        lang: tag.lang.clone(),
        alt: tag.alt.clone(),
        files: files
            .map(|f| (f.name.to_owned(), f.media_type.to_owned(), f.data.clone()))
            .collect(),
        kids,
    }
}

pub(crate) fn document(mut root: Element) -> Document {
    sort(&mut root);
    let mut document = Document {
        source: Source::default(),
        root,
    };
    space::normalize(&mut document);
    document
}

fn sort(element: &mut Element) {
    element.attrs.sort();
    element
        .attrs
        .dedup_by(|a, b| a.name == b.name && a.namespace == b.namespace);
    for node in &mut element.content {
        if let Node::Element(child) = node {
            sort(child);
        }
    }
}

fn round_trip(document: &Document) -> Document {
    let shown = present::article(&document.root);
    through(&shown, &document.source)
}

fn through(shown: &Shown<'_>, source: &Source) -> Document {
    let plan = plan(shown, source);
    check_types(&plan);
    let mut report = Report::new();
    let back = to_document(&read_back(&plan), &mut report).unwrap();
    assert!(report.is_lossless(), "{report}");
    back
}

/// What PDF/UA-1 demands of standard types, as far as the tree shows it.
pub(crate) fn check_types(plan: &Plan<'_>) {
    let mut roles = std::collections::BTreeMap::new();
    let mut heading = 0;
    for (id, planned) in plan.tags.iter().enumerate() {
        let tag = &planned.tag;
        let known = roles.entry(tag.role.as_str()).or_insert(tag.standard);
        assert_eq!(*known, tag.standard, "role {}", tag.role);
        let kids: Vec<&str> = plan
            .tags_in(id)
            .map(|kid| plan.tags[kid].tag.standard)
            .collect();
        let texts = planned.kids.len() - kids.len();
        let allowed: Option<&[&str]> = match tag.standard {
            "L" => Some(&["L", "LI"]),
            "LI" => Some(&["Lbl", "LBody"]),
            "Table" => Some(&["THead", "TBody", "TFoot", "TR"]),
            "THead" | "TBody" | "TFoot" => Some(&["TR"]),
            "TR" => Some(&["TH", "TD"]),
            "Figure" | "Formula" => {
                assert!(tag.alt.as_ref().is_some_and(|alt| !alt.trim().is_empty()));
                None
            }
            "Note" => {
                assert!(tag.id.is_some());
                None
            }
            "H1" | "H2" | "H3" | "H4" | "H5" | "H6" => {
                let level: u32 = tag.standard[1..].parse().unwrap();
                assert!(level <= heading + 1, "H{heading} before H{level}");
                heading = level;
                None
            }
            _ => None,
        };
        if let Some(allowed) = allowed {
            assert_eq!(texts, 0, "text in {}", tag.role);
            for kid in &kids {
                assert!(allowed.contains(kid), "{kid} in {}", tag.standard);
            }
        }
        for kid in &kids {
            let parents: &[&str] = match *kid {
                "LI" => &["L"],
                "LBody" => &["LI"],
                "THead" | "TBody" | "TFoot" => &["Table"],
                "TR" => &["Table", "THead", "TBody", "TFoot"],
                "TH" | "TD" => &["TR"],
                _ => continue,
            };
            assert!(parents.contains(&tag.standard), "{kid} in {}", tag.standard);
        }
        if tag.standard == "Table" {
            check_rows(plan, id);
        }
    }
}

fn check_rows(plan: &Plan<'_>, table: usize) {
    use crate::pdf::page::StandardAttr;
    let mut widths = Vec::new();
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut loose = Vec::new();
    for kid in plan.tags_in(table) {
        if plan.tags[kid].tag.standard == "TR" {
            loose.push(kid);
        } else {
            groups.push(plan.tags_in(kid).collect());
        }
    }
    groups.push(loose);
    for rows in groups {
        let mut covered = vec![0_u32; rows.len()];
        for (at, row) in rows.iter().enumerate() {
            for cell in plan.tags_in(*row) {
                let (mut columns, mut down) = (1, 1);
                for attr in &plan.tags[cell].tag.standard_attrs {
                    match attr {
                        StandardAttr::ColSpan(n) => columns = *n,
                        StandardAttr::RowSpan(n) => down = *n as usize,
                        _ => {}
                    }
                }
                assert!(at + down <= rows.len(), "a cell leaves its table");
                for width in &mut covered[at..at + down] {
                    *width += columns;
                }
            }
        }
        widths.extend(covered);
    }
    assert!(widths.windows(2).all(|w| w[0] == w[1]), "{widths:?}");
}

fn attr(namespace: Option<&'static str>, name: &'static str, value: &str) -> Attr {
    Attr {
        namespace: namespace.map(Into::into),
        name: name.into(),
        value: value.to_owned(),
    }
}

pub(crate) fn element(name: &'static str, content: Vec<Node>) -> Element {
    Element {
        content: content.into(),
        ..Element::new(name)
    }
}

pub(crate) fn text(text: &str) -> Node {
    Node::Text(text.to_owned())
}

pub(crate) fn el(name: &'static str, content: Vec<Node>) -> Node {
    Node::Element(element(name, content))
}

proptest! {
    #[test]
    fn every_tree_comes_back(content in prop::collection::vec(nodes(), 0..8)) {
        let document = document(element("article", content));
        prop_assert_eq!(round_trip(&document), document);
    }

    #[test]
    fn tables_come_back(content in prop::collection::vec(tables(), 0..3)) {
        let document = document(element("article", content));
        prop_assert_eq!(round_trip(&document), document);
    }
}

#[test]
fn an_order_is_restored_even_when_texts_meet() {
    let root = document(element(
        "article",
        vec![el(
            "p",
            vec![text("one"), el("bold", vec![text("x")]), text("two")],
        )],
    ))
    .root;
    let Some(Node::Element(p)) = root.content.first() else {
        panic!("no paragraph");
    };
    let bold = p.child("bold").unwrap();
    let kids = vec![
        Kid::Text("one"),
        Kid::Text("two"),
        Kid::Element(Shown {
            element: bold,
            kids: vec![Kid::Text("x")],
            order: Vec::new(),
            block: false,
            speaks: true,
            hidden: false,
            raised: false,
        }),
        Kid::Generated(Generated {
            text: "!".to_owned(),
            kind: GeneratedKind::Punctuation,
        }),
    ];
    let shown = Shown {
        element: &root,
        kids: vec![Kid::Element(Shown {
            element: p,
            kids,
            order: vec![0, 2, 1],
            block: false,
            speaks: true,
            hidden: false,
            raised: false,
        })],
        order: Vec::new(),
        block: false,
        speaks: true,
        hidden: false,
        raised: false,
    };
    assert_eq!(through(&shown, &Source::default()).root, root);
}

#[test]
fn an_alternative_text_is_stored_once() {
    let alt = el("alt-text", vec![text("a hill")]);
    let document = document(element(
        "article",
        vec![el("p", vec![el("inline-graphic", vec![alt])])],
    ));
    let shown = present::article(&document.root);
    let plan = plan(&shown, &document.source);
    let figure = plan
        .tags
        .iter()
        .find(|t| t.tag.standard == "Figure")
        .unwrap();
    assert_eq!(figure.tag.alt.as_deref(), Some("a hill"));
    let twice = plan
        .tags
        .iter()
        .flat_map(|t| &t.tag.data)
        .any(|(_, value)| value.contains("hill"));
    assert!(!twice);
    assert_eq!(round_trip(&document), document);
}

#[test]
fn a_formula_hidden_in_an_instruction_is_read() {
    let hidden = Node::Instruction(crate::tree::Instruction {
        target: "CDATA".to_owned(),
        text: "$a+b$".to_owned(),
    });
    let tex = el("tex-math", vec![hidden]);
    let formula = el("inline-formula", vec![tex]);
    let document = document(element("article", vec![el("p", vec![formula])]));
    let shown = present::article(&document.root);
    let plan = plan(&shown, &document.source);
    let formula = plan
        .tags
        .iter()
        .find(|t| t.tag.standard == "Formula")
        .unwrap();
    assert_eq!(formula.tag.alt.as_deref(), Some("a+b"));
    assert_eq!(round_trip(&document), document);
}
