//! The table from its text, whose form `tools/grammar.py` describes.

use std::collections::BTreeSet;
use std::collections::btree_map::Entry;
use std::sync::Arc;

use super::model::{Model, Occurs, Particle, What};
use super::{Attribute, Dtd, Row, Table, Target, Values};

/// A set of names, sorted.
pub(super) type Names = Arc<[&'static str]>;

/// Reads the table; `None` when it is not of that form, which a test rules out.
pub(super) fn table(text: &'static str) -> Option<Table> {
    let mut table = Table::default();
    let mut sets: Vec<Names> = Vec::new();
    for line in text.lines() {
        let (kind, rest) = line.split_once(' ')?;
        match kind {
            "D" => {
                let bit = 1_u32.checked_shl(u32::try_from(table.dtds.len()).ok()?)?;
                table.dtds.push(dtd(rest, bit)?);
            }
            "S" => sets.push(set(rest, &sets)?),
            "M" => table.models.push(model(rest, &sets)?),
            "E" => element(rest, &sets, &mut table)?,
            _ => {}
        }
    }
    Some(table)
}

fn dtd(line: &'static str, bit: u32) -> Option<Dtd> {
    let (head, system) = line.split_once('\t')?;
    let mut words = head.splitn(5, ' ');
    let target: Target = format!("{}-{}", words.next()?, words.next()?)
        .parse()
        .ok()?;
    Some(Dtd {
        target,
        cals: words.next()? == "cals",
        mathml3: words.next()? == "3",
        public: words.next()?,
        system,
        bit,
    })
}

fn set(line: &'static str, before: &[Names]) -> Option<Names> {
    let mut words = line.split(' ');
    let mut names: BTreeSet<&'static str> = match words.next()? {
        "-" => BTreeSet::new(),
        base => before
            .get(base.parse::<usize>().ok()?)?
            .iter()
            .copied()
            .collect(),
    };
    for word in words {
        if let Some(name) = word.strip_prefix('+') {
            names.insert(name);
        } else {
            names.remove(word.strip_prefix('-')?);
        }
    }
    Some(names.into_iter().collect())
}

fn element(line: &'static str, sets: &[Names], table: &mut Table) -> Option<()> {
    let mut words = line.split(' ');
    let name = words.next()?;
    let mut rows = Vec::new();
    for word in words {
        let mut numbers = word.split(',');
        let row = Row {
            model: numbers.next()?.parse().ok()?,
            attributes: numbers.next()?.parse().ok()?,
            bits: u32::from_str_radix(numbers.next()?, 16).ok()?,
        };
        if let Entry::Vacant(place) = table.attributes.entry(row.attributes) {
            let set = sets.get(row.attributes)?;
            let mut attributes: Vec<Attribute> = set.iter().map(|word| attribute(word)).collect();
            attributes.sort_by_key(|attribute| attribute.name);
            place.insert(attributes);
        }
        rows.push(row);
    }
    table.elements.insert(name, rows);
    Some(())
}

fn attribute(word: &'static str) -> Attribute {
    let (head, values) = match word.split_once(['~', '=']) {
        None => (word, Values::Text),
        Some((head, "id")) => (head, Values::Id),
        Some((head, kind @ ("ref" | "refs"))) => (
            head,
            Values::Reference {
                several: kind == "refs",
            },
        ),
        Some((head, kind @ ("token" | "tokens"))) => (
            head,
            Values::Token {
                several: kind == "tokens",
            },
        ),
        Some((head, values)) => (head, Values::OneOf(values.split('/').collect())),
    };
    Attribute {
        name: head.trim_end_matches('!'),
        required: head.ends_with('!'),
        values,
    }
}

fn model(text: &'static str, sets: &[Names]) -> Option<Model> {
    if text == "-" {
        return Some(Model::Empty);
    }
    if let Some(number) = text.strip_prefix('#') {
        let set = sets.get(number.parse::<usize>().ok()?)?;
        return Some(Model::Mixed(set.clone()));
    }
    let (particle, rest) = particle(text, sets)?;
    rest.is_empty().then_some(Model::Elements(particle))
}

/// Reads a particle; what follows it is returned too.
fn particle(text: &'static str, sets: &[Names]) -> Option<(Particle, &'static str)> {
    let (what, rest) = if let Some(inside) = text.strip_prefix('(') {
        group(inside, sets)?
    } else {
        let end = text.find(['?', '*', '+', ',', '|', ')']);
        let (word, rest) = text.split_at_checked(end.unwrap_or(text.len()))?;
        let what = match word.strip_prefix('@') {
            Some(number) => What::OneOf(sets.get(number.parse::<usize>().ok()?)?.clone()),
            None => What::Name(word),
        };
        (what, rest)
    };
    let occurs = match rest.chars().next() {
        Some('?') => Occurs::Optional,
        Some('*') => Occurs::Any,
        Some('+') => Occurs::Some,
        _ => Occurs::Once,
    };
    let rest = if occurs == Occurs::Once {
        rest
    } else {
        rest.get(1..)?
    };
    Some((Particle { what, occurs }, rest))
}

/// Reads what stands in brackets, and the closing one.
fn group(mut text: &'static str, sets: &[Names]) -> Option<(What, &'static str)> {
    let mut parts = Vec::new();
    let mut is_choice = false;
    loop {
        let (part, rest) = particle(text, sets)?;
        parts.push(part);
        let separator = rest.chars().next()?;
        text = rest.get(1..)?;
        match separator {
            ')' => break,
            '|' => is_choice = true,
            ',' => {}
            _ => return None,
        }
    }
    let what = if is_choice {
        What::Choice(parts)
    } else {
        What::Sequence(parts)
    };
    Some((what, text))
}
