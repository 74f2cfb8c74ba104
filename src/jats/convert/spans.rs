//! Spans of CALS tables that have names: the exchange model of JATS has none, so each cell names its columns itself.

use std::collections::BTreeMap;

use super::Converter;
use super::cals::is_cals;
use super::names::state;
use crate::tree::{Attr, Element, Node};

/// The first and the last column of a span, by name.
type Ends = (String, String);

impl Converter<'_> {
    /// Gives cells the columns of the span that they name, where the target has no names for spans.
    pub(super) fn named_spans(&mut self, group: &mut Element) {
        if !is_cals(group, "tgroup") || self.knows("oasis:spanspec") {
            return;
        }
        let mut spans: BTreeMap<String, Ends> = BTreeMap::new();
        for spec in group.elements().filter(|child| is_cals(child, "spanspec")) {
            let attr = |name| spec.attr(name).map(str::to_owned);
            if let (Some(name), Some(first)) = (attr("spanname"), attr("namest")) {
                let last = attr("nameend").unwrap_or_else(|| first.clone());
                spans.entry(name).or_insert((first, last));
            }
        }
        if spans.is_empty() {
            return;
        }
        self.note(
            "jats.renamed",
            "cells name their columns in place of a span".to_owned(),
        );
        let mut lost: Vec<Attr> = Vec::new();
        group.content.retain(|node| {
            let Node::Element(spec) = node else {
                return true;
            };
            let is_said = is_cals(spec, "spanspec")
                && spec.content.is_empty()
                && spec
                    .attr("spanname")
                    .is_some_and(|name| spans.contains_key(name));
            if is_said {
                let unsaid =
                    |attr: &&Attr| !matches!(&*attr.name, "spanname" | "namest" | "nameend");
                lost.extend(spec.attrs.iter().filter(unsaid).cloned());
            }
            !is_said
        });
        self.lose(&Element::new("spanspec"), lost.iter());
        name_columns(group, &spans);
    }
}

fn name_columns(element: &mut Element, spans: &BTreeMap<String, Ends>) {
    for node in &mut element.content {
        let Node::Element(child) = node else { continue };
        if !is_cals(child, "entry") {
            name_columns(child, spans);
            continue;
        }
        let Some((first, last)) = child.attr("spanname").and_then(|name| spans.get(name)) else {
            continue;
        };
        child.attrs.retain(|attr| {
            attr.namespace.is_some()
                || !matches!(&*attr.name, "spanname" | "namest" | "nameend" | "colname")
        });
        state(child, "namest", first.clone());
        state(child, "nameend", last.clone());
    }
}
