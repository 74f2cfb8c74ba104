//! Children for which an element of the target has no place: expressed otherwise, or said to be lost.

use std::borrow::Cow;
use std::collections::VecDeque;

use super::names::{attribute, state};
use super::nearest::{METADATA, NEAREST, TEXTS};
use super::{Converter, cals, excerpt, mentions, quoted};
use crate::jats::grammar::{self, Model};
use crate::report::Effect;
use crate::tree::{Attr, Element, Node, ns};
use crate::vocabulary::{self, Content};
use crate::xml::chars;

/// What becomes of a child.
enum Fate {
    /// It is settled.
    Settled(Node),
    /// What it held stands in its place, and is looked at again.
    Opened(Vec<Node>),
    /// It is gone, and that is said.
    Gone,
}

impl Converter<'_> {
    /// Settles text and children that have no place.
    pub(super) fn misfits(&mut self, element: &mut Element, model: &Model) {
        let is_settled = |node: &Node| match node {
            Node::Element(child) => mentions(model, child),
            Node::Text(text) => model.is_mixed() || chars::is_blank(text),
            Node::Comment(_) | Node::Instruction(_) => !matches!(model, Model::Empty),
        };
        if element.content.iter().all(is_settled) {
            return;
        }
        if !model.is_mixed() {
            self.paragraphs(element, model);
        }
        let mut waiting: VecDeque<Node> = std::mem::take(&mut *element.content).into();
        let mut settled: Vec<Node> = Vec::with_capacity(waiting.len());
        while let Some(node) = waiting.pop_front() {
            match node {
                Node::Element(child) if !mentions(model, &child) => {
                    match self.express(element, model, child) {
                        Fate::Settled(node) => settled.push(node),
                        Fate::Opened(nodes) => {
                            nodes
                                .into_iter()
                                .rev()
                                .for_each(|node| waiting.push_front(node));
                        }
                        Fate::Gone => {}
                    }
                }
                Node::Text(text) if !model.is_mixed() && !chars::is_blank(&text) => {
                    settled.extend(self.stray(element, model, text));
                }
                other => settled.push(other),
            }
        }
        element.content = settled.into();
    }

    /// Makes one paragraph of each run of text and of what stands in lines.
    fn paragraphs(&mut self, element: &mut Element, model: &Model) {
        if !model.mentions("p") {
            return;
        }
        let mut content: Vec<Node> = Vec::with_capacity(element.content.len());
        let mut run: Vec<Node> = Vec::new();
        for node in std::mem::take(&mut element.content) {
            let is_inline = match &node {
                Node::Text(_) => true,
                Node::Element(child) => {
                    !mentions(model, child)
                        && grammar::name(child).is_some_and(|name| self.holds("p", &name))
                }
                Node::Comment(_) | Node::Instruction(_) => !run.is_empty(),
            };
            if is_inline {
                run.push(node);
            } else {
                self.close_paragraph(&element.name, &mut run, &mut content);
                content.push(node);
            }
        }
        self.close_paragraph(&element.name, &mut run, &mut content);
        element.content = content.into();
    }

    fn close_paragraph(&mut self, parent: &str, run: &mut Vec<Node>, content: &mut Vec<Node>) {
        let says_something = |node: &Node| match node {
            Node::Text(text) => !chars::is_blank(text),
            other => matches!(other, Node::Element(_)),
        };
        if run.iter().any(says_something) {
            let detail = format!("text and inline content of `{parent}` in a paragraph");
            self.say("jats.wrapped", Effect::Approximated, detail);
            content.push(Node::Element(Element {
                content: std::mem::take(run).into(),
                ..Element::new("p")
            }));
        } else {
            content.append(run);
        }
    }

    /// Text where only elements may stand: punctuation as `x` where there is such, a free citation, else it stays.
    fn stray(&mut self, element: &Element, model: &Model, text: String) -> Option<Node> {
        let name = ["x", "mixed-citation", "title", "meta-value"]
            .into_iter()
            .find(|name| model.mentions(name) && self.dtd.declaration(name).is_some());
        if let Some(name) = name {
            let detail = format!("text of `{}` in `{name}`: {}", element.name, quoted(&text));
            self.say("jats.wrapped", Effect::Approximated, detail);
            return Some(Node::Element(Element {
                content: vec![Node::Text(text)].into(),
                ..Element::new(name)
            }));
        }
        if self.front > 0 {
            let detail = format!("text of `{}`: {}", element.name, quoted(&text));
            self.say("jats.text", Effect::Dropped, detail);
            return None;
        }
        if text.chars().any(char::is_alphanumeric) {
            return Some(Node::Text(text));
        }
        let detail = format!(
            "punctuation between the parts of `{}`: {}",
            element.name,
            quoted(&text)
        );
        self.say("jats.text", Effect::Dropped, detail);
        None
    }

    /// Finds the way in which the target says what a child says.
    fn express(&mut self, parent: &Element, model: &Model, mut child: Element) -> Fate {
        let name = child.name.clone();
        if child.namespace.is_none()
            && let Some((_, near)) = NEAREST
                .iter()
                .find(|(from, near)| *from == name && model.mentions(near))
        {
            return self.become_near(child, near);
        }
        if cals::is_cals(&child, "table") && model.mentions("table") {
            return Fate::Opened(self.table(child));
        }
        if cals::is_cals(&child, "tbody") && !self.knows("oasis:tbody") {
            child = self.rows(child);
            if mentions(model, &child) {
                return Fate::Settled(Node::Element(child));
            }
        }
        if let Some(wrapped) = self.wrapped(model, &child) {
            return Fate::Settled(wrapped);
        }
        if name == "x" {
            return self.separator(parent, model, child);
        }
        if child.is("break") && model.is_mixed() && child.content.is_empty() {
            return self.line_end(parent, &child);
        }
        let is_known = grammar::name(&child).is_some_and(|n| self.dtd.declaration(&n).is_some());
        let is_inline = (holds_text(&child) || !is_known) && !holds_blocks(&child);
        if is_inline && model.mentions("named-content") {
            let detail = format!("`{name}` is `named-content`");
            self.say("jats.element", Effect::Approximated, detail);
            keep_apart(&mut child);
            self.become_general(&mut child, "named-content", "content-type");
            return Fate::Settled(Node::Element(child));
        }
        let is_loose = METADATA.contains(&&*name) || TEXTS.contains(&&*name);
        if (!is_known || is_loose)
            && let Some(node) = self.block(model, &mut child)
        {
            return Fate::Settled(node);
        }
        self.open_or_drop(parent, model, child)
    }

    fn become_near(&mut self, mut child: Element, near: &'static str) -> Fate {
        let detail = format!("`{}` is `{near}`", child.name);
        self.say("jats.element", Effect::Approximated, detail);
        if near == "sec" {
            let kind = child.name.clone();
            state(&mut child, "sec-type", kind);
        }
        child.name = Cow::Borrowed(near);
        Fate::Settled(Node::Element(child))
    }

    /// `x` is punctuation between other things: in text it is text.
    fn separator(&mut self, parent: &Element, model: &Model, child: Element) -> Fate {
        if model.is_mixed() {
            return self.open(parent, model, child);
        }
        let detail = format!("`x` between elements: {}", excerpt(&child));
        self.say("jats.text", Effect::Dropped, detail);
        Fate::Gone
    }

    /// The end of a line parts words; a space does too.
    fn line_end(&mut self, parent: &Element, child: &Element) -> Fate {
        let detail = format!("`break` in `{}` is a space", parent.name);
        self.say("jats.element", Effect::Approximated, detail);
        self.lose(child, child.attrs.iter());
        Fate::Settled(Node::Text(" ".to_owned()))
    }

    /// A block that the target does not know at all, as a section or a paragraph.
    fn block(&mut self, model: &Model, child: &mut Element) -> Option<Node> {
        if child.content.is_empty() {
            return None;
        }
        let near = if holds_blocks(child) && model.mentions("sec") {
            "sec"
        } else if holds_blocks(child) && model.mentions("boxed-text") {
            "boxed-text"
        } else if !holds_blocks(child) && model.mentions("p") {
            "p"
        } else {
            return None;
        };
        let detail = format!("`{}` is `{near}`", child.name);
        self.say("jats.element", Effect::Approximated, detail);
        let place = if near == "sec" {
            "sec-type"
        } else {
            "content-type"
        };
        self.become_general(child, near, place);
        Some(Node::Element(std::mem::take(child)))
    }

    /// Makes an element a general one that says in `place` what it was. It keeps its identifier; its other attributes mean
    /// nothing there and are lost.
    fn become_general(&mut self, child: &mut Element, name: &'static str, place: &'static str) {
        let stated = stated_kind(child).map(|attr| attr.name.clone());
        let kind = kind(child);
        let (kept, lost): (Vec<Attr>, Vec<Attr>) = std::mem::take(&mut child.attrs)
            .into_iter()
            .partition(|attr| attr.name == "id" && attr.namespace.is_none());
        let is_said =
            |attr: &&Attr| attr.namespace.is_none() && stated.as_ref() == Some(&attr.name);
        self.lose(child, lost.iter().filter(|attr| !is_said(attr)));
        child.attrs = kept;
        child.attrs.push(attribute(place, kind));
        child.namespace = None;
        child.name = Cow::Borrowed(name);
    }

    /// Says that attributes go with the element that had them.
    pub(super) fn lose<'a>(&mut self, element: &Element, attrs: impl Iterator<Item = &'a Attr>) {
        for attr in attrs {
            let detail = format!("`{}` of `{}` = `{}`", attr.name, element.name, attr.value);
            self.say("jats.attribute", Effect::Dropped, detail);
        }
    }

    /// What an element holds takes its place.
    fn open(&mut self, parent: &Element, model: &Model, mut child: Element) -> Fate {
        let detail = format!("`{}` in `{}` is what it holds", child.name, parent.name);
        self.say("jats.element", Effect::Flattened, detail);
        let mut content = std::mem::take(&mut *child.content);
        let (ids, attrs): (Vec<Attr>, Vec<Attr>) = std::mem::take(&mut child.attrs)
            .into_iter()
            .partition(|attr| {
                attr.name == "id" && attr.namespace.is_none() && model.mentions("target")
            });
        self.lose(&child, attrs.iter());
        if !ids.is_empty() {
            // What points to it still does.
            content.insert(
                0,
                Node::Element(Element {
                    attrs: ids,
                    ..Element::new("target")
                }),
            );
        }
        Fate::Opened(content)
    }

    /// What has no like: its content takes its place; metadata without a place is dropped; anything else stays, and makes
    /// the output invalid.
    fn open_or_drop(&mut self, parent: &Element, model: &Model, mut child: Element) -> Fate {
        let has_elements = child.elements().next().is_some();
        let opens = if model.is_mixed() {
            holds_text(&child)
        } else {
            let is_at_home = |e: &Element| mentions(model, e) || self.wrapper(model, e).is_some();
            has_elements && child.elements().all(is_at_home) && !own_text(&child)
        };
        if opens {
            if model.is_mixed() {
                keep_apart(&mut child);
            }
            return self.open(parent, model, child);
        }
        let is_metadata = child.jats().is_some_and(|name| METADATA.contains(&name));
        // A mark that says nothing; a picture would.
        let says_nothing = !holds_text(&child) && !has_address(&child);
        let is_mark = says_nothing && (model.is_mixed() || child.content.is_empty());
        let is_heading = parent.is("back") && (child.is("title") || child.is("label"));
        if self.front > 0 || is_metadata || is_mark || is_heading || child.is("processing-meta") {
            let detail = format!("`{}` in `{}`: {}", child.name, parent.name, excerpt(&child));
            self.say("jats.element", Effect::Dropped, detail);
            return Fate::Gone;
        }
        Fate::Settled(Node::Element(child))
    }
}

/// Puts spaces between the parts of what holds parts only, such as a name, and around a block or a label, where it goes into
/// text: words must not run together.
fn keep_apart(element: &mut Element) {
    let space = || Node::Text(" ".to_owned());
    let name = element.jats().unwrap_or_default();
    let in_parts = vocabulary::content(name) == Some(Content::Element);
    let stands_apart = vocabulary::is_block(name) || name == "label";
    let mut content: Vec<Node> = stands_apart.then(space).into_iter().collect();
    let mut after_part = false;
    for node in std::mem::take(&mut element.content) {
        let is_part = in_parts && matches!(node, Node::Element(_));
        content.extend((is_part && after_part).then(space));
        after_part |= is_part;
        content.push(node);
    }
    content.extend(stands_apart.then(space));
    element.content = content.into();
}

/// What an element of a foreign vocabulary is, in one attribute: its name, and the type that it states.
fn kind(element: &Element) -> String {
    match stated_kind(element) {
        Some(attr) => format!("{} {}", element.name, attr.value),
        None => element.name.clone().into_owned(),
    }
}

/// The attribute in which an element states its type.
fn stated_kind(element: &Element) -> Option<&Attr> {
    let own = format!("{}-type", element.name);
    let named = |name: &str| {
        let is_it = |attr: &&Attr| attr.namespace.is_none() && attr.name == name;
        element.attrs.iter().find(is_it)
    };
    named(&own).or_else(|| named("type"))
}

fn own_text(element: &Element) -> bool {
    crate::jats::validity::has_text(element)
}

pub(super) fn holds_text(element: &Element) -> bool {
    !element.text().trim().is_empty()
}

/// True when it, or something in it, is an image or a link.
fn has_address(element: &Element) -> bool {
    element.namespace.as_deref() != Some(ns::MATHML)
        && (element.attrs.iter().any(|attr| attr.name == "href")
            || element.elements().any(has_address))
}

/// True when something in it stands apart from lines.
fn holds_blocks(element: &Element) -> bool {
    element.elements().any(|child| {
        let name = child.jats().unwrap_or_default();
        vocabulary::is_block(name)
            || matches!(name, "title" | "caption")
            || vocabulary::content(name) != Some(Content::Mixed) && holds_blocks(child)
    })
}
