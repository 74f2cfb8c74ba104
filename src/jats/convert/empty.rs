//! Elements that say nothing where the target wants them to say something: a history without a date, a list without items.

use super::Converter;
use super::names::state;
use crate::jats::grammar::{self, Model};
use crate::jats::validity::names_of;
use crate::report::Effect;
use crate::tree::{Element, Node};

impl Converter<'_> {
    /// Leaves out children without content that the target does not allow to be empty, unless they must be there.
    pub(super) fn empty(&mut self, element: &mut Element, model: &Model) {
        let is_idle = |child: &Element| self.must_hold_something(child);
        let gone: Vec<bool> = element.elements().map(is_idle).collect();
        if !gone.contains(&true) {
            return;
        }
        let names = names_of(element);
        let rest = names.iter().zip(&gone).filter(|(_, is_gone)| !**is_gone);
        let rest: Vec<_> = rest.map(|(name, _)| name.clone()).collect();
        if !model.is_mixed() && model.fit(&rest).is_err() && model.fit(&names).is_ok() {
            return;
        }
        let mut gone = gone.into_iter();
        let parent = element.name.clone();
        element.content.retain(|node| {
            let Node::Element(child) = node else {
                return true;
            };
            let is_gone = gone.next().unwrap_or_default();
            if is_gone {
                let detail = format!("`{}` in `{parent}` is empty", child.name);
                self.say("jats.empty", Effect::Dropped, detail);
                self.lose(child, child.attrs.iter());
            }
            !is_gone
        });
    }

    /// Lists of references without a reference, where the target wants one: what they hold is a section.
    pub(super) fn lists_without_references(&mut self, element: &mut Element) {
        let wants = self.dtd.declaration("ref-list");
        if wants.is_none_or(|list| list.model.fit(&[]).is_ok()) {
            return;
        }
        for node in &mut element.content {
            if let Node::Element(list) = node
                && list.is("ref-list")
                && list.child("ref").is_none()
                && list.elements().next().is_some()
            {
                let detail = "`ref-list` without `ref` is `sec`".to_owned();
                self.say("jats.element", Effect::Approximated, detail);
                list.name = "sec".into();
                state(list, "sec-type", "ref-list");
            }
        }
    }

    /// True for an element without content of which the target wants some.
    fn must_hold_something(&self, element: &Element) -> bool {
        element.content.is_empty()
            && grammar::name(element)
                .and_then(|name| self.dtd.declaration(&name))
                .is_some_and(|declaration| declaration.model.fit(&[]).is_err())
    }
}
