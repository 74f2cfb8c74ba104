//! Start tags: names and attributes with their namespaces.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::attributes::{Attributes, Raw};
use super::doctype::Declared;
use super::fault::{Fault, Step};
use super::namespaces::IN_SCOPE;
use super::read::Reader;
use super::value::split_name;
use crate::error::Error;
use crate::model::Children;
use crate::tree::{Attr, Element};
use crate::vocabulary;

/// An attribute whose prefix is not resolved yet: the declaration may follow it.
struct Prefixed<'t> {
    index: usize,
    prefix: &'t str,
    at: usize,
}

/// The attributes of a tag, as far as they are read.
struct Collected<'t> {
    /// How many declarations of namespaces were in scope before the tag.
    since: usize,
    prefixed: Vec<Prefixed<'t>>,
}

impl Reader {
    /// The element of a start tag.
    pub(super) fn element(
        &mut self,
        name: &str,
        attributes: Attributes<'_>,
        declared: Option<&Declared>,
        at: usize,
    ) -> Step<Element> {
        let (prefix, local) = self.name(name, at + 1)?;
        let attrs = self.attributes(name, attributes, declared, at)?;
        let namespace = if prefix.is_empty() {
            self.bindings.unprefixed()
        } else {
            Some(self.namespace(prefix, at + 1)?)
        };
        if let Some(uri) = &namespace {
            self.used.add_element(uri);
        }
        Ok(Element {
            namespace,
            name: local,
            attrs,
            content: Children::new(),
        })
    }

    /// A name's prefix, empty for none, and local name.
    fn name<'n>(&self, name: &'n str, at: usize) -> Step<(&'n str, Cow<'static, str>)> {
        if let Some(known) = vocabulary::interned(name) {
            return Ok(("", Cow::Borrowed(known)));
        }
        let (prefix, local) = split_name(name, self.options.limits.name_bytes, at)?;
        let known = vocabulary::interned(local);
        Ok((
            prefix,
            known.map_or_else(|| Cow::Owned(local.to_owned()), Cow::Borrowed),
        ))
    }

    /// What a prefix is bound to.
    fn namespace(&mut self, prefix: &str, at: usize) -> Step<Cow<'static, str>> {
        if let Some(uri) = self.bindings.get(prefix) {
            return Ok(uri);
        }
        let repaired = if self.options.repair {
            self.bindings.repair(prefix)
        } else {
            None
        };
        let Some(uri) = repaired else {
            return Err(Fault::malformed(
                at,
                format!("prefix `{prefix}`, which is not declared"),
            ));
        };
        self.repaired(
            "xml.unbound-prefix",
            format!("prefix `{prefix}` bound to `{uri}`"),
            at,
        );
        Ok(Cow::Borrowed(uri))
    }

    /// The attributes of an element, sorted; what declares namespaces among them goes into the scope.
    fn attributes(
        &mut self,
        element: &str,
        given: Attributes<'_>,
        declared: Option<&Declared>,
        at: usize,
    ) -> Step<Vec<Attr>> {
        let declared = declared.and_then(|d| d.attributes(element));
        let mut collected = Collected {
            since: self.bindings.len(),
            prefixed: Vec::new(),
        };
        self.attrs.clear();
        let mut names = BTreeSet::new();
        let mut tag = given.clone();
        while let Some(raw) = tag.next()? {
            if declared.is_some() {
                names.insert(raw.name);
            }
            let is_tokens = declared
                .and_then(|d| d.get(raw.name))
                .is_some_and(|a| a.is_tokens);
            self.attribute(raw, is_tokens, &mut collected)?;
        }
        for (name, attribute) in declared.into_iter().flatten() {
            if let Some((value, _)) = &attribute.default
                && !names.contains(name.as_str())
            {
                self.expansion
                    .spend(name.len().saturating_add(value.len()), at)?;
                let raw = Raw {
                    name,
                    value,
                    at,
                    value_at: at,
                };
                self.attribute(raw, attribute.is_tokens, &mut collected)?;
            }
        }
        for Prefixed { index, prefix, at } in collected.prefixed {
            let namespace = self.namespace(prefix, at)?;
            self.used.add_attribute(&namespace);
            if let Some(attr) = self.attrs.get_mut(index) {
                attr.namespace = Some(namespace);
            }
        }
        self.attrs.sort_unstable_by(|a, b| key(a).cmp(&key(b)));
        let twice = self.attrs.windows(2).find_map(|pair| match pair {
            [a, b] if key(a) == key(b) => Some(a.clone()),
            _ => None,
        });
        match twice {
            Some(attr) => Err(self.given_twice(&attr, given, at)),
            None => Ok(self.attrs.drain(..).collect()),
        }
    }

    fn attribute<'t>(
        &mut self,
        raw: Raw<'t>,
        is_tokens: bool,
        collected: &mut Collected<'t>,
    ) -> Step<()> {
        let Collected { since, prefixed } = collected;
        let declarations = self.bindings.len() - *since;
        let limit = self.options.limits.attributes;
        if self.attrs.len() + declarations >= limit {
            return Err(Fault::new(raw.at, Error::limit("attributes", limit as u64)));
        }
        let mut value = self.value(raw.value, raw.value_at)?;
        if is_tokens {
            value = value
                .split(' ')
                .filter(|token| !token.is_empty())
                .collect::<Vec<_>>()
                .join(" ");
        }
        let (prefix, name) = self.name(raw.name, raw.at)?;
        let declares = if prefix == "xmlns" {
            Some(&*name)
        } else {
            (raw.name == "xmlns").then_some("")
        };
        if let Some(prefix) = declares {
            if self.bindings.len() >= IN_SCOPE {
                return Err(Fault::new(
                    raw.at,
                    Error::limit("attributes", IN_SCOPE as u64),
                ));
            }
            return self
                .bindings
                .declare(*since, prefix, &value)
                .map_err(|detail| Fault::malformed(raw.at, detail));
        }
        if !prefix.is_empty() {
            prefixed.push(Prefixed {
                index: self.attrs.len(),
                prefix,
                at: raw.at,
            });
        }
        self.attrs.push(Attr {
            namespace: None,
            name,
            value,
        });
        Ok(())
    }

    /// The error for an attribute that a tag gives twice, at the second.
    fn given_twice(&mut self, attr: &Attr, mut given: Attributes<'_>, tag_at: usize) -> Fault {
        let (mut at, mut seen) = (tag_at, 0);
        while let Ok(Some(raw)) = given.next() {
            let (prefix, local) = raw.name.split_once(':').unwrap_or(("", raw.name));
            let namespace = self.bindings.get(prefix).filter(|_| !prefix.is_empty());
            if local == attr.name && namespace == attr.namespace {
                seen += 1;
                if seen == 2 {
                    at = raw.at;
                }
            }
        }
        Fault::malformed(at, format!("attribute `{}` given twice", attr.name))
    }
}

fn key(attr: &Attr) -> (Option<&str>, &str) {
    (attr.namespace.as_deref(), &attr.name)
}
