//! Children inside of what has a place for them: a formula among text, a link in the caption, a list of references in a
//! section.

use super::Converter;
use super::misfits::holds_text;
use crate::jats::grammar::{self, Model};
use crate::report::Effect;
use crate::tree::{Element, Node};

/// What a child may be put into, from the outside in. The first that has a place for it is taken.
const WRAPPERS: &[&[&str]] = &[
    &["sec"],
    &["disp-formula"],
    &["table"],
    &["caption", "p"],
    &["p"],
];

/// What is around an image in a figure.
const AROUND: &[&str] = &["label", "caption", "legend", "ext-link", "uri", "email"];

impl Converter<'_> {
    /// The child in what has a place for it, if anything has.
    pub(super) fn wrapped(&mut self, model: &Model, child: &Element) -> Option<Node> {
        let row = self.wrapper(model, child)?;
        let detail = format!("`{}` in `{}`", child.name, row.join("/"));
        self.say("jats.wrapped", Effect::Approximated, detail);
        let wrapped = row.iter().rev().fold(child.clone(), |inner, name| Element {
            content: vec![Node::Element(inner)].into(),
            ..Element::new(*name)
        });
        Some(Node::Element(wrapped))
    }

    /// Images with a caption or links, for which the target has only figures with an image.
    pub(super) fn figures(&mut self, element: &mut Element, model: &Model) {
        if !model.mentions("fig") {
            return;
        }
        for node in &mut element.content {
            let Node::Element(image) = node else { continue };
            let Some(name) = ["graphic", "media"].into_iter().find(|name| image.is(name)) else {
                continue;
            };
            let stands_around = |node: &Node| match node {
                Node::Element(child) => child
                    .jats()
                    .is_some_and(|child| AROUND.contains(&child) && !self.holds(name, child)),
                _ => false,
            };
            if !image.content.iter().any(stands_around) {
                continue;
            }
            let (around, inside): (Vec<Node>, Vec<Node>) = std::mem::take(&mut *image.content)
                .into_iter()
                .partition(stands_around);
            image.content = inside.into();
            let mut figure = Element::new("fig");
            figure.content.extend(around);
            figure.content.push(Node::Element(std::mem::take(image)));
            *image = figure;
            let detail = format!("`{name}` in `fig`, with what stands around it");
            self.say("jats.wrapped", Effect::Approximated, detail);
        }
    }

    /// What has a place for the child, from the outside in.
    pub(super) fn wrapper(
        &self,
        model: &Model,
        child: &Element,
    ) -> Option<&'static [&'static str]> {
        let name = grammar::name(child)?;
        let is_formula = matches!(&*name, "mml:math" | "tex-math");
        if model.is_mixed() {
            let fits = is_formula
                && model.mentions("inline-formula")
                && self.holds("inline-formula", &name);
            return fits.then_some(&["inline-formula"]);
        }
        let fits = |row: &&&'static [&'static str]| match **row {
            ["caption", "p"] => {
                model.mentions("caption") && self.holds("p", &name) && holds_text(child)
            }
            ["disp-formula"] if !is_formula && &*name != "alternatives" => false,
            ["table"] if &*name != "tbody" => false,
            [wrapper] => model.mentions(wrapper) && self.holds(wrapper, &name),
            _ => false,
        };
        WRAPPERS.iter().find(fits).copied()
    }
}
