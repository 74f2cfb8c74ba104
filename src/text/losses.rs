//! What reading a text back does not give: said once for each kind of thing, with the place that holds all of it.

use std::collections::BTreeMap;

use crate::report::{Effect, Finding, Location, Report, Stage};
use crate::tree::{Document, Element, Node};

/// The losses between an article and what its text says; none when both are the same.
pub(super) fn between(article: &Document, back: Option<&Document>) -> Report {
    let mut report = Report::new();
    if back == Some(article) {
        return report;
    }
    let none = Document::default();
    let back = back.unwrap_or(&none);
    let says_the_same = running(&article.root) == running(&back.root);
    let mut lost = Kinds::default();
    lost.element(&article.root, &article.root.name);
    lost.without(&back.root);
    let mut places: Vec<&str> = Vec::new();
    for (kind, (count, place)) in lost.found.iter().filter(|(_, (count, _))| *count > 0) {
        report.push(kind.finding(*count, place, says_the_same));
        places.push(place);
    }
    if article.source != back.source {
        let detail =
            "how the article is spelled in JATS: its dialect, and what stands around its root";
        report.push(finding(
            "text.source",
            Effect::Dropped,
            detail.to_owned(),
            "",
        ));
    }
    let mut differing = Vec::new();
    differences(
        &article.root,
        &back.root,
        &article.root.name,
        &mut differing,
    );
    // Elements that are lost leave their place another; other words are a loss of their own wherever they stand.
    if says_the_same {
        differing.retain(|path| !places.iter().any(|place| holds(place, path)));
    }
    if let Some(place) = differing
        .into_iter()
        .reduce(|a, b| common(&a, &b).to_owned())
    {
        let detail = if says_the_same {
            "it is read back as something else"
        } else {
            "it is read back with other words, or in another order"
        };
        report.push(finding(
            "text.changed",
            Effect::Approximated,
            detail.to_owned(),
            &place,
        ));
    }
    report
}

/// A kind of thing that a text may lose.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Element(String),
    Attribute(String),
    Unseen,
}

impl Kind {
    fn finding(&self, count: i64, place: &str, says_the_same: bool) -> Finding {
        match self {
            Self::Element(name) => {
                let kept = if says_the_same {
                    "its text is kept, its markup is not"
                } else {
                    "its markup is not kept"
                };
                let detail = format!("`{name}` ({count}): {kept}");
                finding("text.flattened", Effect::Flattened, detail, place)
            }
            Self::Attribute(name) => {
                let detail = format!("the attribute `{name}` ({count})");
                finding("text.attribute", Effect::Dropped, detail, place)
            }
            Self::Unseen => {
                let detail = format!("{count} comments and instructions");
                finding("text.comment", Effect::Dropped, detail, place)
            }
        }
    }
}

fn finding(code: &'static str, effect: Effect, detail: String, place: &str) -> Finding {
    let place = Location::new().path(format!("/{place}"));
    Finding::new(code, effect, Stage::Write, detail).at(place)
}

/// How often what stands in a tree, and the innermost element that holds all of it.
#[derive(Default)]
struct Kinds {
    found: BTreeMap<Kind, (i64, String)>,
}

impl Kinds {
    fn add(&mut self, kind: Kind, place: &str) {
        let (count, all) = self
            .found
            .entry(kind)
            .or_insert_with(|| (0, place.to_owned()));
        *count += 1;
        *all = common(all, place).to_owned();
    }

    fn element(&mut self, element: &Element, path: &str) {
        for attr in &element.attrs {
            self.add(Kind::Attribute(attr.name.to_string()), path);
        }
        for (node, step) in element.content.iter().zip(steps(element, path)) {
            match node {
                Node::Element(child) => {
                    self.add(Kind::Element(child.name.to_string()), path);
                    self.element(child, &step);
                }
                Node::Text(_) => {}
                Node::Comment(_) | Node::Instruction(_) => self.add(Kind::Unseen, path),
            }
        }
    }

    /// Takes away what is there again.
    fn without(&mut self, back: &Element) {
        let mut kept = Self::default();
        kept.element(back, "");
        for (kind, (count, _)) in kept.found {
            if let Some((lost, _)) = self.found.get_mut(&kind) {
                *lost -= count;
            }
        }
    }
}

/// The running text without its white space: which words stand apart follows from what stands around them.
fn running(root: &Element) -> String {
    root.text().split_whitespace().collect()
}

/// The path of each child; that of the element itself for what is no element.
fn steps(element: &Element, path: &str) -> Vec<String> {
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    let mut found = Vec::with_capacity(element.content.len());
    for node in &element.content {
        found.push(match node {
            Node::Element(child) => {
                let count = counts.entry(&child.name).or_default();
                *count += 1;
                format!("{path}/{}[{count}]", child.name)
            }
            _ => path.to_owned(),
        });
    }
    found
}

/// The innermost elements in which two trees differ: in attributes, in text, in what children they have.
fn differences(a: &Element, b: &Element, path: &str, found: &mut Vec<String>) {
    let same_kind = |(a, b): (&Node, &Node)| match (a, b) {
        (Node::Element(a), Node::Element(b)) => (&a.namespace, &a.name) == (&b.namespace, &b.name),
        (a, b) => a == b,
    };
    let fits =
        a.content.len() == b.content.len() && a.content.iter().zip(&b.content).all(same_kind);
    if !fits || a.attrs != b.attrs {
        found.push(path.to_owned());
    }
    if fits {
        for ((a, b), step) in a.content.iter().zip(&b.content).zip(steps(a, path)) {
            if let (Node::Element(a), Node::Element(b)) = (a, b) {
                differences(a, b, &step, found);
            }
        }
    }
}

/// True when a path is that of a place or of something in it.
fn holds(place: &str, path: &str) -> bool {
    let rest = path.strip_prefix(place);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The innermost place that holds both.
fn common<'p>(a: &'p str, b: &str) -> &'p str {
    let mut place = a;
    while !holds(place, b) {
        match place.rsplit_once('/') {
            Some((outer, _)) => place = outer,
            None => return "",
        }
    }
    place
}
