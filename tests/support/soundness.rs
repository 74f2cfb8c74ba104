//! Whether a report is true: no loss where nothing changed, and every change at a place that a loss names.
//!
//! Works on the XML of both articles and shares nothing with the library.

use std::collections::BTreeMap;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use separatum::Report;

/// An element with what stands in it, its children named with their places.
#[derive(Debug, Default, PartialEq)]
struct Node {
    name: String,
    attributes: BTreeMap<String, String>,
    /// Text, comments and instructions as they stand, and the children's names.
    content: Vec<String>,
    children: Vec<Node>,
}

/// Fails when a report is not true of what became of an article: both as XML.
pub(crate) fn sound(report: &Report, before: &str, after: &str) -> Result<(), String> {
    let (old, new) = (tree(before), tree(after));
    let mut differing = Vec::new();
    differences(&old, &new, &format!("/{}", old.name), &mut differing);
    if old == new && before != after {
        // Only what stands around the root differs.
        differing.push("/".to_owned());
    }
    let places: Vec<&str> = report
        .losses()
        .filter_map(|loss| loss.location.path.as_deref())
        .collect();
    if differing.is_empty() != report.is_lossless() {
        return Err(format!(
            "differences at {differing:?}, and the report: {report}"
        ));
    }
    let holds = |place: &str, path: &str| {
        let rest = path.strip_prefix(place);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    let unsaid = differing
        .iter()
        .find(|path| !places.iter().any(|place| holds(place, path)));
    unsaid.map_or(Ok(()), |path| {
        Err(format!(
            "a difference at {path} that no loss names: {report}"
        ))
    })
}

fn tree(xml: &str) -> Node {
    let mut reader = Reader::from_str(xml);
    let mut open = vec![Node::default()];
    loop {
        let event = reader.read_event().unwrap();
        let last = open.last_mut().unwrap();
        match event {
            Event::Eof => return open.remove(0).children.remove(0),
            Event::Start(tag) => {
                let node = node(&tag);
                last.content.push(format!("<{}>", node.name));
                open.push(node);
            }
            Event::Empty(tag) => {
                let node = node(&tag);
                last.content.push(format!("<{}>", node.name));
                last.children.push(node);
            }
            Event::End(_) => {
                let node = open.pop().unwrap();
                open.last_mut().unwrap().children.push(node);
            }
            Event::Text(text) => last.content.push(text.to_string()),
            Event::GeneralRef(name) => last.content.push(format!("&{};", &*name)),
            Event::Comment(text) => last.content.push(format!("<!--{}-->", &*text)),
            Event::PI(text) => last.content.push(format!("<?{}?>", &*text)),
            _ => {}
        }
    }
}

fn node(tag: &BytesStart<'_>) -> Node {
    let attributes = tag.attributes().map(Result::unwrap).filter_map(|attr| {
        let name = attr.key.as_ref().to_owned();
        let value = attr
            .normalized_value(XmlVersion::Implicit1_0)
            .unwrap()
            .into_owned();
        // Which namespaces and which version are declared is spelling of the root.
        (!name.starts_with("xmlns") && name != "dtd-version").then_some((name, value))
    });
    Node {
        attributes: attributes.collect(),
        name: tag.local_name().as_ref().to_owned(),
        ..Node::default()
    }
}

fn differences(a: &Node, b: &Node, path: &str, found: &mut Vec<String>) {
    if a.attributes != b.attributes || a.content != b.content {
        found.push(path.to_owned());
    }
    if a.content != b.content {
        return;
    }
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for (a, b) in a.children.iter().zip(&b.children) {
        let count = counts.entry(&a.name).or_default();
        *count += 1;
        differences(a, b, &format!("{path}/{}[{count}]", a.name), found);
    }
}
