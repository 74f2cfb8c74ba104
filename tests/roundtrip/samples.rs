//! The sample articles, every string of them edited one after the other: no field of the model is passed over.

use separatum::{Article, epub, jats, json, pdf};
use serde_json::Value;

use crate::edit::{places, with};
use crate::schema::{Shapes, learn};
use crate::tags::from_tags;
use crate::{Read, Write};

const RESEARCH: &[u8] = include_bytes!("../../examples/data/research.xml");
const FEATURE: &[u8] = include_bytes!("../../examples/data/feature.xml");

/// Every how many strings EPUB and PDF are tried one by one; they are tried with all strings edited at once as well.
const SPREAD: usize = 97;

fn article(xml: &[u8]) -> Value {
    let article = jats::from_slice(xml).unwrap().into_lossless().unwrap();
    serde_json::to_value(article).unwrap()
}

/// The strings that a person would edit: all but the names of variants and those that decide what a node is.
fn strings(value: &Value) -> Vec<String> {
    let (_, shapes): (Article, Shapes) = learn(value).unwrap();
    let mut found = places(value);
    found.retain(|path| {
        let is_text =
            value.pointer(path).is_some_and(Value::is_string) && !shapes.contains_key(path);
        is_text && !crate::edited::steers(value, &shapes, path)
    });
    found
}

/// Writes and reads the edited value: exactly the edited value comes back.
fn comes_back(edited: &Value, path: &str, write: Write, read: Read) {
    let article: Article = serde_json::from_value(edited.clone()).unwrap();
    let written = write(&article).unwrap().into_lossless().unwrap();
    let back = read(&written).unwrap().into_lossless().unwrap();
    let back = serde_json::to_value(back).unwrap();
    let mut changed = crate::difference::differences(edited, &back);
    // Which dialect is the one that the writer chooses anyway, and so needs no mention, follows from what the article holds.
    changed.retain(|path| path != "/source/dialect");
    assert!(changed.is_empty(), "the edit at {path} changes {changed:?}");
}

fn one_by_one(xml: &[u8]) {
    let value = article(xml);
    let strings = strings(&value);
    assert!(strings.len() > 20, "{} strings", strings.len());
    for (at, path) in strings.iter().enumerate() {
        let edited = with(&value, path, "edited".into());
        comes_back(&edited, path, jats::to_vec, jats::from_slice);
        comes_back(&edited, path, json::to_vec, json::from_slice);
        if at % SPREAD == 0 {
            comes_back(&edited, path, epub::to_vec, epub::from_slice);
            comes_back(&edited, path, pdf::to_vec, from_tags);
        }
    }
}

fn all_at_once(xml: &[u8]) {
    let mut value = article(xml);
    for (at, path) in strings(&value).iter().enumerate() {
        *value.pointer_mut(path).unwrap() = format!("edited {at}").into();
    }
    comes_back(&value, "everywhere", epub::to_vec, epub::from_slice);
    comes_back(&value, "everywhere", pdf::to_vec, from_tags);
}

#[test]
fn an_edited_string_of_the_research_article_comes_back_alone() {
    one_by_one(RESEARCH);
}

#[test]
fn an_edited_string_of_the_feature_comes_back_alone() {
    one_by_one(FEATURE);
}

#[test]
fn all_strings_edited_come_back() {
    all_at_once(RESEARCH);
    all_at_once(FEATURE);
}
