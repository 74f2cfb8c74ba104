//! Tables as people make them: rows of one width, columns with the names that spans use. Those with a frame stay as they
//! grew: nobody checks that tables make sense.

use super::{Element, Node};

/// Settles every table in an element.
pub(super) fn settle(element: &mut Element) {
    let is_framed = element.attributes.iter().any(|(name, _)| *name == "frame");
    match element.name {
        "table" if !is_framed => {
            let width = widest(element);
            fill(element, width);
        }
        "oasis:tgroup" => columns(element),
        _ => {}
    }
    element.children().for_each(settle);
}

/// How many columns the cells of a row cover.
fn width(row: &mut Element) -> usize {
    let span = |cell: &mut Element| {
        let colspan = cell.attributes.iter().find(|(name, _)| *name == "colspan");
        colspan
            .and_then(|(_, value)| value.parse().ok())
            .unwrap_or(1)
    };
    row.children().map(span).sum()
}

fn widest(element: &mut Element) -> usize {
    if element.name == "tr" {
        return width(element);
    }
    let parts = element
        .children()
        .filter(|child| matches!(child.name, "thead" | "tbody" | "tfoot" | "tr"));
    parts.map(widest).max().unwrap_or_default()
}

/// Gives short rows more cells.
fn fill(element: &mut Element, widest: usize) {
    if element.name == "tr" {
        let missing = widest - width(element);
        element.content.extend((0..missing).map(|_| cell()));
        return;
    }
    let parts = element
        .children()
        .filter(|child| matches!(child.name, "thead" | "tbody" | "tfoot" | "tr"));
    parts.for_each(|part| fill(part, widest));
}

fn cell() -> Node {
    Node::Element(Element {
        name: "td",
        attributes: Vec::new(),
        content: vec![Node::Written("0")],
    })
}

/// Names the columns of a CALS table, and lets spans go over neighbours among them.
fn columns(group: &mut Element) {
    let specs = group
        .children()
        .filter(|child| child.name == "oasis:colspec");
    let mut count = 0;
    for spec in specs {
        count += 1;
        spec.attributes
            .retain(|(name, _)| !matches!(*name, "colname" | "colnum"));
        spec.attributes.push(("colname", format!("c{count}")));
    }
    spans(group, count);
    for (name, value) in &mut group.attributes {
        if *name == "cols" && count > 0 {
            *value = count.to_string();
        }
    }
}

fn spans(element: &mut Element, columns: usize) {
    for child in element.children() {
        let is_span = child.name == "oasis:entry"
            && child.attributes.iter().any(|(name, _)| *name == "namest");
        if is_span {
            child
                .attributes
                .retain(|(name, _)| !matches!(*name, "namest" | "nameend" | "colname"));
            if columns > 1 {
                child.attributes.push(("namest", "c1".to_owned()));
                child.attributes.push(("nameend", "c2".to_owned()));
            }
        } else if child.name != "oasis:entry" {
            spans(child, columns);
        }
    }
}
