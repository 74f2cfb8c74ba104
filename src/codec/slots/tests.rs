use super::*;

fn element(name: &'static str) -> Node {
    Node::Element(Element::new(name))
}

fn names(nodes: &[Node]) -> Vec<String> {
    nodes
        .iter()
        .map(|node| match node {
            Node::Element(e) => e.name.to_string(),
            Node::Text(t) | Node::Comment(t) => t.clone(),
            Node::Instruction(i) => i.target.clone(),
        })
        .collect()
}

fn source() -> Element {
    let mut source = Element::new("x");
    source.content = vec![
        Node::Comment("first".into()),
        element("b"),
        element("stray"),
        element("a"),
        Node::Comment("last".into()),
    ]
    .into();
    source
}

#[test]
fn children_come_back_in_source_order() {
    let mut slots = Slots::new(source());
    let a = slots.take_all_if(&["a"], Rank::Head, |_| true);
    let b = slots.take_all_if(&["b"], Rank::Head, |_| true);
    let extra = slots.finish();
    assert_eq!(extra.order, [1, 0]);
    let mut out = Builder::new("x");
    for e in a.into_iter().chain(b) {
        out.push(e);
    }
    assert_eq!(out.finish(&extra), source());
}

#[test]
fn an_order_that_does_not_fit_loses_nothing() {
    for order in [vec![0, 0], vec![7, 1], vec![0], vec![1, 0, 2]] {
        let extra = Extra::from(Carried {
            order,
            ..Carried::default()
        });
        let merged = merge(&extra, vec![element("a"), element("b")]);
        assert_eq!(names(&merged), ["a", "b"]);
    }
}

#[test]
fn free_content_takes_elements_anywhere_and_comments_between_the_fields() {
    let mut element_with_title = Element::new("sec");
    element_with_title.content = vec![
        Node::Comment("before".into()),
        element("title"),
        Node::Comment("inside".into()),
        element("p"),
        element("attrib"),
        Node::Comment("after".into()),
    ]
    .into();
    let mut slots = Slots::new(element_with_title.clone());
    let title = slots.take_all_if(&["title"], Rank::Head, |_| true);
    let attrib = slots.take_all_if(&["attrib"], Rank::Tail, |_| true);
    let rest = slots.rest();
    assert_eq!(names(&rest), ["inside", "p"]);
    let extra = slots.finish();
    assert!(extra.order.is_empty());
    let mut out = Builder::new("sec");
    for e in title {
        out.push(e);
    }
    out.content().extend(rest);
    for e in attrib {
        out.push(e);
    }
    assert_eq!(out.finish(&extra), element_with_title);
}
