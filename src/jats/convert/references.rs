//! References to what a conversion has left out.

use std::collections::BTreeSet;

use super::Converter;
use crate::jats::grammar::{self, Values};
use crate::report::Effect;
use crate::tree::{Element, Node};

/// The identifiers in an element.
pub(super) fn identifiers(element: &Element) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    collect(element, &mut found);
    found
}

fn collect(element: &Element, found: &mut BTreeSet<String>) {
    found.extend(element.attr("id").map(str::to_owned));
    element.elements().for_each(|child| collect(child, found));
}

impl Converter<'_> {
    /// Takes identifiers that are gone out of the references to them. What pointed to nothing before is left as it is.
    pub(super) fn references(&mut self, element: &mut Element, gone: &BTreeSet<String>) {
        self.place.enter(element);
        let name = grammar::name(element).map(std::borrow::Cow::into_owned);
        if let Some(declaration) = name.and_then(|name| self.dtd.declaration(&name)) {
            let mut lost = Vec::new();
            element.attrs.retain_mut(|attr| {
                let known = grammar::attribute_name(attr).and_then(|n| declaration.attribute(&n));
                let Some(known) =
                    known.filter(|known| matches!(known.values, Values::Reference { .. }))
                else {
                    return true;
                };
                let words = attr.value.split_ascii_whitespace();
                let (left, kept): (Vec<&str>, Vec<&str>) = words.partition(|id| gone.contains(*id));
                if left.is_empty() || (kept.is_empty() && known.required) {
                    return true;
                }
                lost.push(format!("`{}` to `{}`", attr.name, left.join(" ")));
                attr.value = kept.join(" ");
                !attr.value.is_empty()
            });
            for what in lost {
                let detail = format!("{what}, which is gone");
                self.say("jats.attribute", Effect::Dropped, detail);
            }
        }
        let mut content = Vec::with_capacity(element.content.len());
        for node in std::mem::take(&mut *element.content) {
            match node {
                Node::Element(end) if self.is_end_of(&end, gone) => {
                    let detail = format!("`{}` ends what is gone", end.name);
                    self.say("jats.empty", Effect::Dropped, detail);
                    self.lose(&end, end.attrs.iter());
                }
                Node::Element(mut child) => {
                    self.references(&mut child, gone);
                    content.push(Node::Element(child));
                }
                other => content.push(other),
            }
        }
        element.content = content.into();
        self.place.leave();
    }

    /// True for a mark that ends what began at a place that is gone.
    fn is_end_of(&self, mark: &Element, gone: &BTreeSet<String>) -> bool {
        let name = grammar::name(mark);
        let known = name.and_then(|name| self.dtd.declaration(&name));
        mark.content.is_empty()
            && mark.attr("rid").is_some_and(|rid| gone.contains(rid))
            && known
                .and_then(|known| known.attribute("rid"))
                .is_some_and(|rid| rid.required)
    }
}
