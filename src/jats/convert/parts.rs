//! Parts of an article for which Article Authoring has no place: an article in the article is an appendix, and floats are a
//! section at the end of the body.

use super::names::state;
use super::{Converter, excerpt};
use crate::jats::grammar::Model;
use crate::report::Effect;
use crate::tree::{Element, Node};

/// What stands before the body, and before what is behind it.
const FRONT: &[&str] = &["front", "processing-meta"];
const BODY: &[&str] = &["body", "front", "processing-meta"];

/// Articles in the article.
const ARTICLES: &[&str] = &["sub-article", "response"];

/// The way to the title of an article.
const TO_TITLE: &[&str] = &["front", "front-stub", "article-meta", "title-group"];

/// What may hold a list of references.
const SECTIONS: &[&str] = &["ack", "app", "app-group", "glossary", "notes", "sec"];

/// What the parts of an article become, in the making.
#[derive(Default)]
struct Parts {
    floats: Vec<Node>,
    appendices: Vec<Node>,
    references: Vec<Node>,
}

impl Converter<'_> {
    /// Puts the parts that have no place where they have one.
    pub(super) fn parts(&mut self, article: &mut Element, model: &Model) {
        if !article.is("article") {
            return;
        }
        let mut parts = Parts::default();
        for node in std::mem::take(&mut *article.content) {
            match node {
                Node::Element(part) if !part.jats().is_some_and(|name| model.mentions(name)) => {
                    self.part_of_article(part, &mut parts, article);
                }
                other => article.content.push(other),
            }
        }
        if !parts.floats.is_empty() {
            add(article, "body", FRONT, parts.floats);
        }
        if !parts.appendices.is_empty() {
            let group = Element {
                content: parts.appendices.into(),
                ..Element::new("app-group")
            };
            parts.references.push(Node::Element(group));
        }
        if !parts.references.is_empty() {
            add(article, "back", BODY, parts.references);
        }
        if article.child("body").is_none() && self.needs_body(article, model) {
            let detail = "`article` has no body: an empty one".to_owned();
            self.say("jats.empty-body", Effect::Approximated, detail);
            add(article, "body", FRONT, Vec::new());
        }
    }

    /// Puts lists of references to the end of the article where the target has no other place for them.
    pub(super) fn reference_lists(&mut self, article: &mut Element) {
        if !article.is("article")
            || self.holds("sec", "ref-list")
            || !self.holds("back", "ref-list")
        {
            return;
        }
        let mut found = Vec::new();
        for part in ["body", "back"] {
            let parts = article.content.iter_mut().filter_map(|node| match node {
                Node::Element(child) if child.is(part) => Some(child),
                _ => None,
            });
            parts.for_each(|part| self.take_lists(part, &mut found));
        }
        if !found.is_empty() {
            let detail = "lists of references in sections, to the end of the article".to_owned();
            self.say("jats.moved", Effect::Approximated, detail);
            add(article, "back", BODY, found);
        }
    }

    fn take_lists(&self, part: &mut Element, found: &mut Vec<Node>) {
        let is_homeless = part
            .jats()
            .is_some_and(|name| !self.holds(name, "ref-list"));
        let mut content = Vec::with_capacity(part.content.len());
        for node in std::mem::take(&mut *part.content) {
            match node {
                Node::Element(list)
                    if is_homeless && list.is("ref-list") && list.child("ref").is_some() =>
                {
                    found.push(Node::Element(list));
                }
                Node::Element(mut child) => {
                    if SECTIONS.iter().any(|name| child.is(name)) {
                        self.take_lists(&mut child, found);
                    }
                    content.push(Node::Element(child));
                }
                other => content.push(other),
            }
        }
        part.content = content.into();
    }

    /// True when the target wants a body, and takes an empty one.
    fn needs_body(&self, article: &Element, model: &Model) -> bool {
        let is_optional = model.fit(&[Some("front".into())]).is_ok();
        let takes_empty = || {
            let body = self.dtd.declaration("body");
            body.is_some_and(|body| body.model.fit(&[]).is_ok())
        };
        article.child("front").is_some() && !is_optional && takes_empty()
    }

    fn part_of_article(&mut self, part: Element, parts: &mut Parts, article: &mut Element) {
        if part.is("floats-group") {
            let section = self.section(part);
            parts.floats.push(section);
        } else if ARTICLES.iter().any(|name| part.is(name)) {
            self.appendix(part, parts);
        } else {
            article.content.push(Node::Element(part));
        }
    }

    fn section(&mut self, mut floats: Element) -> Node {
        let detail = format!("`{}` is a section", floats.name);
        self.say("jats.element", Effect::Approximated, detail);
        let kind = floats.name.clone();
        state(&mut floats, "sec-type", kind);
        floats.name = "sec".into();
        Node::Element(floats)
    }

    /// An article in the article as an appendix: its title, its body, what stands at its end. Its lists of references stand
    /// beside those of the article, and the articles in it are appendices too.
    fn appendix(&mut self, part: Element, parts: &mut Parts) {
        let detail = format!("`{}` is an appendix", part.name);
        self.say("jats.element", Effect::Approximated, detail);
        let mut appendix = Element {
            attrs: part.attrs,
            ..Element::new("app")
        };
        let mut inner = Vec::new();
        for node in part.content {
            match node {
                Node::Element(front) if front.is("front") || front.is("front-stub") => {
                    appendix.content.extend(self.title_of(front));
                }
                Node::Element(text) if text.is("body") || text.is("back") => {
                    self.lose(&text, text.attrs.iter());
                    for node in text.content {
                        match node {
                            Node::Element(list) if list.is("ref-list") => {
                                parts.references.push(Node::Element(list));
                            }
                            other => appendix.content.push(other),
                        }
                    }
                }
                Node::Element(floats) if floats.is("floats-group") => {
                    let section = self.section(floats);
                    appendix.content.push(section);
                }
                Node::Element(article) if ARTICLES.iter().any(|name| article.is(name)) => {
                    inner.push(article);
                }
                other => appendix.content.push(other),
            }
        }
        parts.appendices.push(Node::Element(appendix));
        for article in inner {
            self.appendix(article, parts);
        }
    }

    /// The title of an article in the article, with comments and instructions; what else is said about it has no place.
    fn title_of(&mut self, front: Element) -> Vec<Node> {
        self.lose(&front, front.attrs.iter());
        let mut kept = Vec::new();
        let mut has_title = false;
        let mut waiting: Vec<Node> = vec![Node::Element(front)];
        while let Some(node) = waiting.pop() {
            match node {
                Node::Element(title) if title.is("article-title") && !has_title => {
                    has_title = true;
                    let name = "title".into();
                    kept.push(Node::Element(Element { name, ..title }));
                }
                Node::Element(part) if TO_TITLE.iter().any(|name| part.is(name)) => {
                    waiting.extend(part.content.into_iter().rev());
                }
                Node::Element(part) => {
                    let (name, text) = (&part.name, excerpt(&part));
                    let detail = format!("`{name}` of an article in the article: {text}");
                    self.say("jats.element", Effect::Dropped, detail);
                }
                other => kept.push(other),
            }
        }
        kept
    }
}

/// Adds nodes to the child of that name; where there is none, to a new one behind those of the other names.
fn add(article: &mut Element, name: &'static str, behind: &[&str], mut nodes: Vec<Node>) {
    let is_named = |node: &Node, names: &[&str]| match node {
        Node::Element(child) => names.iter().any(|name| child.is(name)),
        _ => false,
    };
    let there = article
        .content
        .iter()
        .position(|node| is_named(node, &[name]));
    if let Some(Node::Element(child)) = there.and_then(|at| article.content.get_mut(at)) {
        return child.content.append(&mut nodes);
    }
    let before = article
        .content
        .iter()
        .rposition(|node| is_named(node, behind));
    let new = Element {
        content: nodes.into(),
        ..Element::new(name)
    };
    let at = before.map_or(0, |at| at.saturating_add(1));
    article.content.insert(at, Node::Element(new));
}
