//! Tags that are not as the writer plans them, and tables that are not as XHTML has them.

use super::*;

#[test]
fn a_table_of_oasis_is_a_table_with_its_spans() {
    use crate::pdf::page::StandardAttr;
    let oasis = |name: &'static str, attrs: &[(&'static str, &str)], content: Vec<Node>| {
        Node::Element(Element {
            namespace: Some(crate::tree::ns::OASIS.into()),
            name: name.into(),
            attrs: attrs.iter().map(|(n, v)| attr(None, n, v)).collect(),
            content: content.into(),
        })
    };
    let entry = |attrs: &[(&'static str, &str)]| oasis("entry", attrs, vec![text("x")]);
    let column = |name: &str| oasis("colspec", &[("colname", name)], Vec::new());
    let rows = vec![
        oasis(
            "row",
            &[],
            vec![entry(&[("namest", "a"), ("nameend", "b")])],
        ),
        oasis("row", &[], vec![entry(&[("morerows", "9")]), entry(&[])]),
        oasis("row", &[], vec![entry(&[])]),
    ];
    let head = oasis(
        "thead",
        &[],
        vec![oasis("row", &[], vec![entry(&[]), entry(&[])])],
    );
    let group = vec![column("a"), column("b"), head, oasis("tbody", &[], rows)];
    let table = oasis("table", &[], vec![oasis("tgroup", &[("cols", "2")], group)]);
    let document = document(element("article", vec![el("table-wrap", vec![table])]));
    let shown = present::article(&document.root);
    let plan = plan(&shown, &document.source);
    let count = |standard: &str| {
        plan.tags
            .iter()
            .filter(|t| t.tag.standard == standard)
            .count()
    };
    assert_eq!(
        (count("Table"), count("TR"), count("TH"), count("TD")),
        (1, 4, 2, 4)
    );
    let spans: Vec<&StandardAttr> = plan
        .tags
        .iter()
        .flat_map(|t| &t.tag.standard_attrs)
        .filter(|a| !matches!(a, StandardAttr::Scope(_)))
        .collect();
    assert_eq!(
        spans,
        [&StandardAttr::ColSpan(2), &StandardAttr::RowSpan(2)]
    );
    assert_eq!(round_trip(&document), document);
}

#[test]
fn an_order_that_does_not_fit_is_reported() {
    let tags = vec![
        ReadTag {
            role: "article".to_owned(),
            data: vec![("order".to_owned(), "1 1".to_owned())],
            kids: vec![
                ReadKid::Tag(1),
                ReadKid::Tag(1),
                ReadKid::Text("x".to_owned()),
            ],
            ..ReadTag::default()
        },
        ReadTag {
            role: "p.div".to_owned(),
            ..ReadTag::default()
        },
    ];
    let mut report = Report::new();
    let document = to_document(&tags, &mut report).unwrap();
    assert_eq!(document.root.content.len(), 2);
    assert!(!report.is_lossless());
}

#[test]
fn tags_that_nest_too_deep_are_refused() {
    let tags: Vec<ReadTag> = (0..2_000)
        .map(|index| ReadTag {
            role: "sec".to_owned(),
            kids: vec![ReadKid::Tag(index + 1)],
            ..ReadTag::default()
        })
        .collect();
    assert!(to_document(&tags, &mut Report::new()).is_err());
    let runs: Vec<ReadTag> = (0..2_000)
        .map(|index| ReadTag {
            role: if index == 0 { "sec" } else { "run" }.to_owned(),
            kids: vec![ReadKid::Tag(index + 1)],
            ..ReadTag::default()
        })
        .collect();
    assert!(to_document(&runs, &mut Report::new()).is_err());
}
