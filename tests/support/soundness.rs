//! Whether the report of a text is true: no loss where nothing changed, every change at a place that a loss of its kind
//! names, and exactly as many elements, attributes, comments lost as it counts.
//!
//! Works on the XML of both articles and shares nothing with the library.

use std::collections::BTreeMap;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use separatum::{Finding, Report};

/// An element with what stands in it, its children named with their places.
#[derive(Debug, Default, PartialEq)]
struct Node {
    name: String,
    attributes: BTreeMap<String, String>,
    /// Text, comments and instructions as they stand, and the children's names.
    content: Vec<String>,
    children: Vec<Node>,
}

/// What a text may lose; the findings count it by its name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Element(String),
    Attribute(String),
    Unseen,
}

impl Node {
    /// More text; it is one text, whatever it is spelled with.
    fn text(&mut self, more: &str) {
        match self.content.last_mut() {
            Some(text) if !text.starts_with('<') => text.push_str(more),
            _ => self.content.push(more.to_owned()),
        }
    }
}

/// Fails when a report is not true of what became of an article: both as XML.
pub(crate) fn sound(report: &Report, before: &str, after: &str) -> Result<(), String> {
    let (old, new) = (tree(before), tree(after));
    let mut differing = Vec::new();
    differences(&old, &new, &format!("/{}", old.name), &mut differing);
    if old == new && before != after {
        // Only what stands around the root differs.
        differing.push(("/".to_owned(), None));
    }
    let said: Vec<(&str, Option<Kind>)> = report
        .losses()
        .filter_map(|loss| {
            Some((
                loss.location.path.as_deref()?,
                told(loss).map(|(kind, _)| kind),
            ))
        })
        .collect();
    if differing.is_empty() != report.is_lossless() {
        return Err(format!(
            "differences at {differing:?}, and the report: {report}"
        ));
    }
    let lost = lost(&old, &new);
    for (path, kind) in &differing {
        // What only stands elsewhere is no loss of its kind.
        let kind = kind.as_ref().filter(|kind| lost.contains_key(kind));
        if !said.iter().any(|loss| names(loss, path, kind)) {
            return Err(format!(
                "a difference at {path} ({kind:?}) that no loss names: {report}"
            ));
        }
    }
    counted(report, lost)
}

/// Whether a loss names a difference: it holds the place, and is of that kind where one is lost.
fn names((place, lost): &(&str, Option<Kind>), path: &str, kind: Option<&Kind>) -> bool {
    let rest = path.strip_prefix(place);
    let holds = rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    holds && (kind.is_none() || lost.as_ref() == kind)
}

/// What is there less often, and how much less.
fn lost(old: &Node, new: &Node) -> BTreeMap<Kind, i64> {
    let (mut lost, mut kept) = (BTreeMap::new(), BTreeMap::new());
    count(old, &mut lost);
    count(new, &mut kept);
    for (kind, count) in &mut lost {
        *count -= kept.get(kind).unwrap_or(&0);
    }
    lost.retain(|_, count| *count > 0);
    lost
}

/// Fails unless the report counts what is lost, all of it and nothing else.
fn counted(report: &Report, mut lost: BTreeMap<Kind, i64>) -> Result<(), String> {
    for (kind, count) in report.losses().filter_map(told) {
        if lost.remove(&kind) != Some(count) {
            return Err(format!("{kind:?} is not lost {count} times: {report}"));
        }
    }
    if lost.is_empty() {
        return Ok(());
    }
    Err(format!("lost, and not counted: {lost:?} in {report}"))
}

/// How often everything stands below the root.
fn count(node: &Node, counts: &mut BTreeMap<Kind, i64>) {
    let mut add = |kind| *counts.entry(kind).or_default() += 1;
    for name in node.attributes.keys() {
        let local = name.rsplit(':').next().unwrap_or(name);
        add(Kind::Attribute(local.to_owned()));
    }
    node.children
        .iter()
        .for_each(|child| add(Kind::Element(child.name.clone())));
    let unseen = node.content.iter().filter(|part| is_unseen(part));
    unseen.for_each(|_| add(Kind::Unseen));
    node.children.iter().for_each(|child| count(child, counts));
}

fn is_unseen(part: &str) -> bool {
    part.starts_with("<!--") || part.starts_with("<?")
}

/// What a finding counts, and how often.
fn told(finding: &Finding) -> Option<(Kind, i64)> {
    let quoted = || finding.detail.split('`').nth(1).unwrap().to_owned();
    let number = |from: &str| {
        from.split(['(', ')', ' '])
            .find_map(|part| part.parse().ok())
    };
    let kind = match &*finding.code {
        "text.flattened" => Kind::Element(quoted()),
        "text.attribute" => Kind::Attribute(quoted()),
        "text.comment" => Kind::Unseen,
        _ => return None,
    };
    let count = number(finding.detail.rsplit('`').next().unwrap());
    Some((kind, count.unwrap()))
}

fn tree(xml: &str) -> Node {
    let mut reader = Reader::from_str(xml);
    let mut open = vec![Node::default()];
    loop {
        let event = reader.read_event().unwrap();
        let last = open.last_mut().unwrap();
        match event {
            Event::Eof => {
                let mut root = open.remove(0).children.remove(0);
                // So is which version of the DTD the root states.
                root.attributes.remove("dtd-version");
                return root;
            }
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
            Event::Text(text) => last.text(&text),
            Event::CData(text) => last.text(&text.replace('&', "&amp;").replace('<', "&lt;")),
            Event::GeneralRef(name) => last.text(&format!("&{};", &*name)),
            Event::Comment(text) => last.content.push(format!("<!--{}-->", &*text)),
            Event::PI(text) => last.content.push(format!("<?{}?>", &*text)),
            // What stands before the root is its spelling.
            Event::Decl(_) | Event::DocType(_) => {}
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
        // Which namespaces are declared is spelling.
        (!name.starts_with("xmlns")).then_some((name, value))
    });
    Node {
        attributes: attributes.collect(),
        name: tag.local_name().as_ref().to_owned(),
        ..Node::default()
    }
}

/// The places at which two elements differ, with what is missing there, or none where the words or their order differ.
/// Children of one name are compared one by one, whatever stands between them.
fn differences(a: &Node, b: &Node, path: &str, found: &mut Vec<(String, Option<Kind>)>) {
    let start = found.len();
    let mut add = |kind| found.push((path.to_owned(), kind));
    for name in a
        .attributes
        .keys()
        .filter(|name| !b.attributes.contains_key(*name))
    {
        let local = name.rsplit(':').next().unwrap_or(name);
        add(Some(Kind::Attribute(local.to_owned())));
    }
    let unseen = |node: &Node| node.content.iter().filter(|part| is_unseen(part)).count();
    if unseen(a) > unseen(b) {
        add(Some(Kind::Unseen));
    }
    let mut pairs = Vec::new();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for child in &a.children {
        let count = counts.entry(&child.name).or_default();
        let mut same = b.children.iter().filter(|other| other.name == child.name);
        match same.nth(*count) {
            Some(other) => pairs.push((child, other, *count + 1)),
            None => add(Some(Kind::Element(child.name.clone()))),
        }
        *count += 1;
    }
    if found.len() == start && (a.attributes != b.attributes || a.content != b.content) {
        found.push((path.to_owned(), None));
    }
    for (child, other, number) in pairs {
        differences(
            child,
            other,
            &format!("{path}/{}[{number}]", child.name),
            found,
        );
    }
}
