//! The attributes of structure elements: our own data, and those that the standard asks for.

use lopdf::{Dictionary, Object, dictionary};

use super::text::{name, pieces, real, text_string};
use crate::pdf::page::StandardAttr;

/// The `/A` entry: one object, or a list when there are several; nothing when there are none.
///
/// Our data are user properties. A value that is too long for one string goes on under `key.1`, `key.2` and so on.
pub(super) fn entry(
    data: &[(&str, &str)],
    standard: &[StandardAttr],
    height: f32,
) -> Option<Object> {
    let mut all: Vec<Object> = owned(standard, height)
        .into_iter()
        .map(Object::Dictionary)
        .collect();
    if !data.is_empty() {
        let properties: Vec<Object> = data
            .iter()
            .flat_map(|(key, value)| properties(key, value))
            .collect();
        all.push(dictionary! { "O" => "UserProperties", "P" => properties }.into());
    }
    if all.len() > 1 {
        Some(Object::Array(all))
    } else {
        all.pop()
    }
}

fn properties(key: &str, value: &str) -> Vec<Object> {
    let property = |(part, value): (usize, &str)| {
        let key = if part == 0 {
            key.to_owned()
        } else {
            format!("{key}.{part}")
        };
        dictionary! { "N" => text_string(&key), "V" => text_string(value), "H" => true }.into()
    };
    pieces(value)
        .into_iter()
        .enumerate()
        .map(property)
        .collect()
}

/// One object for each owner.
fn owned(attributes: &[StandardAttr], height: f32) -> Vec<Dictionary> {
    let mut owners: Vec<(&str, Dictionary)> = Vec::new();
    for attribute in attributes {
        let (owner, key, value) = match attribute {
            StandardAttr::Scope(scope) => ("Table", "Scope", name(scope)),
            StandardAttr::ColSpan(span) => ("Table", "ColSpan", i64::from(*span).into()),
            StandardAttr::RowSpan(span) => ("Table", "RowSpan", i64::from(*span).into()),
            StandardAttr::ListNumbering(style) => ("List", "ListNumbering", name(style)),
            StandardAttr::BBox(area) => ("Layout", "BBox", Object::Array(flipped(*area, height))),
        };
        let at = owners
            .iter()
            .position(|(o, _)| *o == owner)
            .unwrap_or_else(|| {
                owners.push((owner, dictionary! { "O" => owner }));
                owners.len() - 1
            });
        if let Some((_, dictionary)) = owners.get_mut(at) {
            dictionary.set(key, value);
            if key == "BBox" {
                dictionary.set("Placement", "Block");
            }
        }
    }
    owners
        .into_iter()
        .map(|(_, dictionary)| dictionary)
        .collect()
}

/// Left, upper, right, lower edge from the top of a page, as PDF has them: left, lower, right, upper from its foot.
pub(super) fn flipped([left, upper, right, lower]: [f32; 4], height: f32) -> Vec<Object> {
    [left, height - lower, right, height - upper]
        .map(real)
        .to_vec()
}
