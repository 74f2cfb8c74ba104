//! Attributes: those that must be there, and some others; identifiers once each, references to those that there are.

use super::grow::Tape;
use super::table::{Declaration, Kind};
use super::{Element, words};

/// The attributes of an element. References are filled in when all identifiers are known.
pub(super) fn of(
    declaration: &Declaration,
    element: &str,
    tape: &mut Tape<'_>,
    ids: &mut Vec<String>,
) -> Vec<(&'static str, String)> {
    let all = &declaration.attributes;
    let likely = tape.choose(&[0, 1, 2, 3, 1, 2, 6]);
    let chosen: Vec<usize> = (0..likely).map(|_| tape.pick(all.len().max(1))).collect();
    let mut attributes = Vec::new();
    for (at, (name, is_required, kind)) in all.iter().enumerate() {
        let is_usual = || words::USUAL.contains(name);
        if !is_required
            && !chosen.contains(&at)
            && (tape.is_over() || !is_usual() || tape.pick(2) == 0)
        {
            continue;
        }
        let value = match kind {
            Kind::Id => {
                let id = format!("{}{}", tape.choose(words::IDS), ids.len() + 1);
                ids.push(id.clone());
                id
            }
            // Which, is settled at the end.
            Kind::Reference { several } => {
                let more = usize::from(*several && tape.pick(3) == 1);
                let numbers = (0..=more).map(|_| tape.pick(1000).to_string());
                format!("{REFERENCE}{}", numbers.collect::<Vec<_>>().join(" "))
            }
            Kind::OneOf(values) => tape.choose(values).to_owned(),
            Kind::Text => tape.choose(words::values(element, name)).to_owned(),
            Kind::Token => tape.choose(words::tokens(name)).to_owned(),
        };
        attributes.push((*name, value));
    }
    attributes
}

/// Begins the value of a reference that is not settled.
const REFERENCE: char = '\u{1}';

/// Lets every reference point to identifiers; where there are none, to one that the article gets for it.
pub(super) fn refer(root: &mut Element, ids: &[String]) {
    if ids.is_empty() {
        root.attributes.push(("id", "a0".to_owned()));
        return settle(root, &["a0".to_owned()]);
    }
    settle(root, ids);
}

fn settle(element: &mut Element, ids: &[String]) {
    for (_, value) in &mut element.attributes {
        if let Some(numbers) = value.strip_prefix(REFERENCE) {
            let number = |word: &str| word.parse::<usize>().unwrap();
            let named = numbers
                .split(' ')
                .map(|word| ids[number(word) % ids.len()].as_str());
            *value = named.collect::<Vec<_>>().join(" ");
        }
    }
    element.children().for_each(|child| settle(child, ids));
}
