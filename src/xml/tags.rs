//! Tags: elements begin, end, and are handed out where they are documents of their own.

use super::Parsed;
use super::attributes::Attributes;
use super::fault::{Fault, Step};
use super::nest::Space;
use super::read::Reader;
use super::used::Used;
use crate::error::Error;
use crate::tree::Element;

impl Reader {
    /// A start tag.
    pub(super) fn start(&mut self, name: &str, attributes: &str, at: usize) -> Step<()> {
        self.flush();
        let is_root = self.nest.depth() == 0;
        if is_root && self.has_root {
            return Err(Fault::malformed(
                at,
                format!("second root element `{name}`"),
            ));
        }
        self.count_element(at)?;
        let declared = self.declared.clone();
        let bound = self.bindings.len();
        let attributes = Attributes::new(attributes, at + 1 + name.len());
        if self.is_in_wrapper() {
            // What is used so far is none of what a wrapped document uses.
            self.used = Used::default();
        }
        let element = self.element(name, attributes, declared.as_deref(), at)?;
        let mut is_kept = self.nest.space() == Some(Space::Kept);
        if is_root {
            self.has_root = true;
            self.root_at = Some(at);
            self.parsed.root_namespaces = self.bindings.in_scope();
            let is_wrapper = |wrapped| element.name != wrapped;
            self.wrapper = self
                .options
                .wrapped
                .is_some_and(is_wrapper)
                .then(|| element.name.clone());
            is_kept = self.keeps_all_space(&element);
            self.used.set_root(element.namespace.clone());
        } else if self.is_in_wrapper() && self.options.wrapped == Some(&element.name) {
            self.wrapped_in = Some(self.nest.depth());
            self.scope = self.bindings.in_scope();
            is_kept = self.keeps_all_space(&element);
            self.used.set_root(element.namespace.clone());
        }
        self.nest.open(element, name, bound, is_kept);
        Ok(())
    }

    /// True for the root of a document in which white space cannot be told from data yet: one that is not of JATS, or
    /// whose vocabulary stands in a namespace.
    fn keeps_all_space(&self, root: &Element) -> bool {
        !self.options.drop_blanks || root.namespace.is_some()
    }

    /// Counts an element against the ceilings.
    fn count_element(&mut self, at: usize) -> Step<()> {
        let (most, deepest) = (self.options.limits.elements, self.options.depth);
        self.elements += 1;
        if self.elements > most {
            return Err(Fault::new(at, Error::limit("elements", most as u64)));
        }
        if self.nest.depth() - self.wrapped_in.unwrap_or_default() >= deepest {
            return Err(Fault::new(at, Error::limit("depth", deepest as u64)));
        }
        Ok(())
    }

    /// An end tag, in text that may end no element but those above the `floor`.
    pub(super) fn end(&mut self, name: &str, floor: usize, at: usize) -> Step<()> {
        match self.nest.name() {
            Some(open) if self.nest.depth() > floor => {
                if open != name {
                    return Err(Fault::malformed(
                        at,
                        format!("end tag `</{name}>`, where `</{open}>` was expected"),
                    ));
                }
                self.close();
                Ok(())
            }
            _ => Err(Fault::malformed(
                at,
                format!("end tag `</{name}>` of an element that is not open"),
            )),
        }
    }

    /// Ends the innermost element, which is there.
    pub(super) fn close(&mut self) {
        self.flush();
        let Some(bound) = self.nest.close() else {
            return;
        };
        self.bindings.truncate(bound);
        if self.nest.depth() == 0 {
            self.parsed.root = self.nest.take();
            self.parsed.is_settled = !self.keeps_all_space(&self.parsed.root);
        } else if self.is_in_wrapper() {
            let element = self.nest.take();
            self.nest.let_go(element.name);
        } else if self.wrapped_in == Some(self.nest.depth()) {
            let element = self.nest.take();
            self.nest.let_go(element.name.clone());
            self.hand_out(element);
        }
    }

    /// A wrapped document is whole: what counts for one document begins anew.
    fn hand_out(&mut self, root: Element) {
        self.wrapped_in = None;
        self.elements = 0;
        self.expansion.reset();
        self.bindings.forget_repairs();
        self.ready.push_back(Parsed {
            is_settled: !self.keeps_all_space(&root),
            root,
            used: std::mem::take(&mut self.used),
            root_namespaces: std::mem::take(&mut self.scope),
            wrapper: self.wrapper.clone(),
            ..Parsed::default()
        });
    }

    /// True outside the documents that the root wraps.
    pub(super) fn is_in_wrapper(&self) -> bool {
        self.wrapper.is_some() && self.wrapped_in.is_none()
    }
}
