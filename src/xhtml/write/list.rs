//! Lists, definition lists and lists of references.

use crate::error::Result;
use crate::present::{GeneratedKind, Kid, Shown};
use crate::tree::{Element, Node};
use crate::xhtml::mark;

use super::Writer;
use super::element::{Context, retag, tagged};
use super::part::{self, Part};
use super::slot::Slots;

impl<'a> Writer<'a, '_> {
    /// A list: of HTML when it holds nothing but items, else a block with runs of items in lists.
    pub(super) fn list(
        &mut self,
        shown: &Shown<'a>,
        context: Context<'a>,
        id: Option<String>,
    ) -> Result<Element> {
        let kind = Kind::of(shown);
        let mut inside = context.inside(shown);
        if kind.fits(shown) {
            inside.slots = kind.slots();
        }
        let mut parts = self.parts(shown, inside)?;
        let is_item = |part: &Part<'_>| part.name == kind.item() && inside.slots != Slots::Free;
        let is_pure = parts.iter().any(is_item)
            && parts.iter().all(|part| is_item(part) || is_invisible(part));
        let tag = if is_pure { kind.tag(shown) } else { "div" };
        let mut out = tagged(context.slot.map_or(tag, |slot| slot.tag), id);
        let is_list = out.name != "div";
        if is_list {
            kind.count(&mut out, shown);
        }
        Self::carry(shown.element, &mut out);
        part::mark_order(&mut out, &mut parts);
        if !is_list {
            parts.iter_mut().for_each(unwrap_template);
            parts = part::wrap_runs(parts, is_item, is_item, || {
                let mut out = part::wrap(kind.tag(shown), "list");
                kind.count(&mut out, shown);
                out
            });
        }
        part::put(&mut out, parts, inside.breaks(shown));
        Ok(out)
    }
}

/// A comment or an instruction.
fn is_invisible(part: &Part<'_>) -> bool {
    matches!(&part.node, Node::Element(e) if e.attr(mark::NODE).is_some())
}

/// In a block, what is not seen is a hidden element as anywhere else.
fn unwrap_template(part: &mut Part<'_>) {
    if let Node::Element(element) = &mut part.node
        && element.name == "template"
    {
        retag(element, "span");
        element.set("hidden", "hidden");
    }
}

/// The two kinds of lists.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Items,
    Definitions,
}

impl Kind {
    fn of(shown: &Shown<'_>) -> Self {
        if shown.element.is("def-list") {
            Self::Definitions
        } else {
            Self::Items
        }
    }

    fn item(self) -> &'static str {
        match self {
            Self::Items => "list-item",
            Self::Definitions => "def-item",
        }
    }

    fn slots(self) -> Slots {
        match self {
            Self::Items => Slots::Items,
            Self::Definitions => Slots::Definitions,
        }
    }

    fn tag(self, shown: &Shown<'_>) -> &'static str {
        match (self, shown.element.attr("list-type")) {
            (Self::Definitions, _) => "dl",
            (
                _,
                Some(
                    "order" | "ordered" | "number" | "alpha-lower" | "alpha-upper" | "roman-lower"
                    | "roman-upper",
                ),
            ) => "ol",
            _ => "ul",
        }
    }

    /// True when HTML can hold all items.
    fn fits(self, shown: &Shown<'_>) -> bool {
        self == Self::Items
            || shown.kids.iter().all(|kid| match kid {
                Kid::Element(item) => !item.element.is("def-item") || is_definition(item),
                _ => true,
            })
    }

    /// Says how the items are counted.
    fn count(self, out: &mut Element, shown: &Shown<'_>) {
        let counter = match shown.element.attr("list-type") {
            Some("alpha-lower") => Some("a"),
            Some("alpha-upper") => Some("A"),
            Some("roman-lower") => Some("i"),
            Some("roman-upper") => Some("I"),
            _ => None,
        };
        if let (Some(counter), "ol") = (counter, out.name.as_ref()) {
            out.set("type", counter);
        }
        let is_simple = shown.element.attr("list-type") == Some("simple");
        if self == Self::Items && (is_simple || has_labels(shown)) {
            out.set("class", "plain");
        }
    }
}

/// True when an item has a label of its own.
fn has_labels(list: &Shown<'_>) -> bool {
    let is_label = |kid: &Kid<'_>| match kid {
        Kid::Element(kid) => kid.element.is("label"),
        Kid::Generated(generated) => generated.kind == GeneratedKind::Label,
        _ => false,
    };
    list.kids.iter().any(|kid| match kid {
        Kid::Element(item) => item.kids.iter().any(is_label),
        _ => false,
    })
}

/// True for an item of one term and one or more definitions.
fn is_definition(item: &Shown<'_>) -> bool {
    let mut names = Vec::new();
    for kid in &item.kids {
        match kid {
            Kid::Element(kid) => names.push(kid.element.jats().unwrap_or_default()),
            Kid::Comment(_) | Kid::Instruction(_) => {}
            Kid::Text(_) | Kid::Generated(_) => return false,
        }
    }
    names.first() == Some(&"term")
        && names.len() > 1
        && names.iter().skip(1).all(|name| *name == "def")
}

/// Puts each run of references into a list.
pub(super) fn references(mut parts: Vec<Part<'_>>) -> Vec<Part<'_>> {
    let joins = |part: &Part<'_>| part.name == "ref";
    for part in parts.iter_mut().filter(|part| joins(part)) {
        if let Node::Element(element) = &mut part.node {
            retag(element, "li");
        }
    }
    part::wrap_runs(parts, joins, joins, || {
        part::wrap("ol", "list").with("class", "plain")
    })
}
