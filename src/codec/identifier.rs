//! Identifiers: the attribute that holds their kind differs from element to element.

use super::slots::{Builder, Slots, Typed};
use crate::model::extra::{Extra, Placed};
use crate::model::{Identifier, Visitor};
use crate::tree::{Element, Node};

/// The attribute that tells what kind of identifier an element holds.
fn kind_attribute(element: &str) -> &'static str {
    match element {
        "journal-id" => "journal-id-type",
        "contrib-id" => "contrib-id-type",
        "award-id" => "award-id-type",
        "isbn" => "publication-format",
        _ => "pub-id-type",
    }
}

impl Typed for Identifier {
    fn read(mut element: Element) -> Self {
        let attribute = kind_attribute(&element.name);
        let content = std::mem::take(&mut element.content);
        let mut slots = Slots::new(element);
        let kind = slots.attr(attribute);
        let mut identifier = Self {
            kind,
            text: String::new(),
            extra: slots.finish(),
        };
        let mut nodes = content.into_iter();
        match (nodes.next(), nodes.len()) {
            (Some(Node::Text(text)), 0) => identifier.text = text,
            (Some(first), _) => {
                // Markup in an identifier: carried as it stands.
                let all = std::iter::once(first).chain(nodes);
                identifier.extra.nodes = all.map(|node| Placed { at: 0, node }).collect();
            }
            (None, _) => {}
        }
        identifier
    }

    fn write(&self, name: &'static str) -> Element {
        let mut out = Builder::new(name);
        out.attr(kind_attribute(name), self.kind.as_deref());
        if !self.text.is_empty() {
            out.content().push(Node::Text(self.text.clone()));
        }
        out.finish(&self.extra)
    }

    fn fits(&self, left: usize) -> bool {
        left.checked_sub(1)
            .is_some_and(|inside| Extra::fits(&self.extra, inside))
    }

    fn walk<'a>(&'a self, _visitor: &mut dyn Visitor<'a>) {}
}

/// Its attribute differs from element to element, so no table has it.
#[cfg(any(test, feature = "proptest"))]
impl crate::model::mapping::Described for Identifier {
    const FIELDS: &'static [crate::model::mapping::Field] = &[];
}
