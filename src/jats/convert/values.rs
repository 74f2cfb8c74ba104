//! Attributes: those that the target lacks, and values that are not on its closed lists.

use super::Converter;
use super::names::attribute;
use crate::jats::grammar::{self, Attribute, Declaration, Values};
use crate::jats::validity::is_allowed;
use crate::report::Effect;
use crate::tree::{Attr, Element};

/// Other spellings of what a closed list has: the attribute, or any; as found, in lower case with hyphens; as listed.
const ALIASES: &[(&str, &str, &str)] = &[
    ("", "1", "yes"),
    ("", "0", "no"),
    ("", "true", "yes"),
    ("", "false", "no"),
    ("valign", "center", "middle"),
    ("ref-type", "bib", "bibr"),
    ("ref-type", "bib-ref", "bibr"),
    ("ref-type", "bibref", "bibr"),
    ("ref-type", "ref", "bibr"),
    ("ref-type", "affiliation", "aff"),
    ("ref-type", "appendix", "app"),
    ("ref-type", "author-note", "author-notes"),
    ("ref-type", "box", "boxed-text"),
    ("ref-type", "equation", "disp-formula"),
    ("ref-type", "eq", "disp-formula"),
    ("ref-type", "eqn", "disp-formula"),
    ("ref-type", "formula", "disp-formula"),
    ("ref-type", "figure", "fig"),
    ("ref-type", "footnote", "fn"),
    ("ref-type", "section", "sec"),
    ("ref-type", "supplementary", "supplementary-material"),
    ("ref-type", "supplement", "supplementary-material"),
    ("ref-type", "table-wrap", "table"),
    ("ref-type", "tablefn", "table-fn"),
    ("fn-type", "coi", "coi-statement"),
    ("fn-type", "conflict-of-interest", "coi-statement"),
    ("fn-type", "conflicts", "conflict"),
    ("fn-type", "author-contribution", "con"),
    ("fn-type", "author-contributions", "con"),
    ("fn-type", "contrib", "con"),
    ("fn-type", "contribution", "con"),
    ("fn-type", "contributions", "con"),
    ("fn-type", "current-address", "present-address"),
    ("fn-type", "correspondence", "corresp"),
    ("fn-type", "equal-contrib", "equal"),
    ("fn-type", "abbreviations", "abbr"),
    ("fn-type", "supplementary", "supplementary-material"),
    ("pub-id-type", "pmc", "pmcid"),
    ("pub-id-type", "publisher", "publisher-id"),
    ("pub-id-type", "pubmed", "pmid"),
    ("pub-id-type", "manuscript-id", "manuscript"),
    ("person-group-type", "authors", "author"),
    ("person-group-type", "editors", "editor"),
    ("person-group-type", "translators", "translator"),
    ("person-group-type", "all-authors", "allauthors"),
    ("list-type", "ordered", "order"),
    ("list-type", "numbered", "order"),
    ("list-type", "number", "order"),
    ("list-type", "arabic", "order"),
    ("list-type", "unordered", "bullet"),
    ("list-type", "dash", "bullet"),
    ("list-type", "none", "simple"),
    ("list-type", "plain", "simple"),
];

impl Converter<'_> {
    /// Settles the attributes of an element.
    pub(super) fn attributes(&mut self, element: &mut Element, declaration: Declaration) {
        let known = |attr: &Attr| {
            grammar::attribute_name(attr).and_then(|name| declaration.attribute(&name))
        };
        let fits = |attr: &Attr| known(attr).is_some_and(|a| is_allowed(a, &attr.value));
        if element.attrs.iter().all(fits) {
            return;
        }
        // What was given and what has been given since: nothing is given twice.
        let mut given = element.attrs.clone();
        for mut attr in std::mem::take(&mut element.attrs) {
            let settled = element.attrs.len();
            let is_free = |new: &Attr| {
                known(new).is_some()
                    && given
                        .iter()
                        .all(|a| a.name != new.name || a.namespace != new.namespace)
            };
            if known(&attr).is_none()
                && let Some(renamed) = self.renamed_attribute(&attr, is_free)
            {
                attr = renamed;
            }
            match known(&attr) {
                Some(attribute) if is_allowed(attribute, &attr.value) => element.attrs.push(attr),
                Some(attribute) => self.value(element, declaration, attribute, (attr, &given)),
                None => {
                    let detail = format!("attribute `{}` = `{}`", attr.name, attr.value);
                    self.say("jats.attribute", Effect::Dropped, detail);
                }
            }
            given.extend(element.attrs.iter().skip(settled).cloned());
        }
        element.attrs.sort();
    }

    /// Gives the element the attribute with a value that the target allows.
    fn value(
        &mut self,
        element: &mut Element,
        declaration: Declaration,
        known: &Attribute,
        (mut attr, given): (Attr, &[Attr]),
    ) {
        let said = format!("`{}` = `{}`", attr.name, attr.value);
        let Values::OneOf(listed) = &known.values else {
            return self.token(element, known, attr);
        };
        if let Some(near) = nearest(&attr, listed) {
            near.clone_into(&mut attr.value);
            self.say(
                "jats.value",
                Effect::Substituted,
                format!("{said} is `{near}`"),
            );
            return element.attrs.push(attr);
        }
        let is_free = |name: &str| {
            declaration.attribute(name).is_some() && !given.iter().any(|a| a.name == name)
        };
        let own = std::mem::take(&mut attr.value);
        if listed.contains(&"custom") && is_free("custom-type") {
            self.note(
                "jats.value",
                format!("{said} is `custom`, named in `custom-type`"),
            );
            element.attrs.push(attribute("custom-type", own));
            "custom".clone_into(&mut attr.value);
            return element.attrs.push(attr);
        }
        let has_place = is_free("specific-use");
        if has_place {
            element.attrs.push(attribute("specific-use", own));
        }
        let is_other = listed.contains(&"other");
        if is_other {
            "other".clone_into(&mut attr.value);
            element.attrs.push(attr);
        }
        let (effect, place) = match (has_place, is_other) {
            (true, _) => (Effect::Approximated, "is kept in `specific-use`"),
            (false, true) => (Effect::Substituted, "is `other`"),
            (false, false) => (Effect::Dropped, "is not on the target's list"),
        };
        self.say("jats.value", effect, format!("{said} {place}"));
    }

    /// An attribute that is no closed list, with a value of the wrong form: an identifier stays, and is reported as
    /// invalid; an empty token says nothing.
    fn token(&mut self, element: &mut Element, known: &Attribute, attr: Attr) {
        if matches!(known.values, Values::Token { .. }) && attr.value.trim().is_empty() {
            let detail = format!("attribute `{}` is empty", attr.name);
            self.say("jats.attribute", Effect::Dropped, detail);
        } else {
            element.attrs.push(attr);
        }
    }
}

/// The value of the list that means the same: in another case, with other separators, under another name.
fn nearest(attr: &Attr, listed: &[&'static str]) -> Option<&'static str> {
    let plain = |value: &str| value.trim().to_lowercase().replace(['_', ' '], "-");
    let value = plain(&attr.value);
    let mut alias = ALIASES
        .iter()
        .filter(|(name, alias, _)| (name.is_empty() || *name == attr.name) && *alias == value);
    listed
        .iter()
        .find(|known| plain(known) == value)
        .or_else(|| alias.find_map(|(_, _, value)| listed.iter().find(|known| *known == value)))
        .copied()
}
