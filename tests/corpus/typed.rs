//! How much of what real articles say is typed, and how much carried.

use std::collections::BTreeMap;

use separatum::{Article, jats, json};
use serde_json::Value;

use crate::support::corpus;

/// The least share of elements that have a type; MathML, which is verbatim by intent, aside.
const LEAST: f64 = 0.999;

#[test]
fn most_elements_are_typed() {
    let (mut all, mut carried) = (0_u64, BTreeMap::<String, u64>::new());
    let mut files = Vec::new();
    let spread = corpus::spread();
    for file in &spread {
        let article = jats::from_slice(&file.bytes()).unwrap().value;
        let xml = jats::to_string(&article).unwrap().value;
        let elements = elements(&xml);
        let before: u64 = carried.values().sum();
        count(&model(&article), &mut carried);
        let here = carried.values().sum::<u64>() - before;
        all += elements;
        files.push((share(here, elements), &*file.name));
    }
    if all == 0 {
        return;
    }
    files.sort_by(|a, b| a.0.total_cmp(&b.0));
    println!(
        "MEASURED typed, the least of {} files: {:?}",
        files.len(),
        files.iter().take(10).collect::<Vec<_>>()
    );
    let sum: u64 = carried.values().sum();
    let share = share(sum, all);
    let mut most: Vec<_> = carried.iter().collect();
    most.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
    most.truncate(30);
    println!("typed: {share:.4} of {all} elements; carried most: {most:?}");
    assert!(share >= LEAST, "{share:.4} typed; carried most: {most:?}");
}

/// The model of an article in JSON.
fn model(article: &Article) -> Value {
    let model = json::to_string(article).unwrap().value;
    let mut deserializer = serde_json::Deserializer::from_str(&model);
    deserializer.disable_recursion_limit();
    serde::Deserialize::deserialize(&mut deserializer).unwrap()
}

/// The share of elements that are not carried.
#[allow(clippy::cast_precision_loss, reason = "counts of elements are small")]
fn share(carried: u64, all: u64) -> f64 {
    1.0 - carried as f64 / all.max(1) as f64
}

/// The elements of a document, MathML aside.
fn elements(xml: &str) -> u64 {
    let names = xml
        .split('<')
        .skip(1)
        .filter(|tag| tag.starts_with(|c: char| c.is_ascii_alphabetic()));
    names.filter(|tag| !tag.starts_with("mml:")).count() as u64
}

/// The elements that are carried: those in `extra`, and those of running text that have no type.
fn count(value: &Value, carried: &mut BTreeMap<String, u64>) {
    match value {
        Value::Object(fields) => {
            for (key, inner) in fields {
                if key == "math" {
                    continue;
                }
                if matches!(key.as_str(), "element" | "other")
                    && let Some(name) = inner.get("name").and_then(Value::as_str)
                {
                    *carried.entry(name.to_owned()).or_default() += 1;
                }
                count(inner, carried);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| count(item, carried)),
        _ => {}
    }
}

/// What is carried is counted wherever it stands, with what it holds; what is typed and what is a formula is not.
#[test]
fn what_is_carried_is_counted() {
    let xml = "<article xmlns:mml='http://www.w3.org/1998/Math/MathML'><front><article-meta><odd-meta><inner/></odd-meta>\
               <title-group><article-title>T <odd-inline>x</odd-inline></article-title></title-group></article-meta></front>\
               <body><p>one <bold>two</bold> <inline-formula><mml:math><mml:mi>x</mml:mi></mml:math></inline-formula></p>\
               <odd-block><p>text <bold>bold</bold></p></odd-block></body><odd-part/></article>";
    let mut carried = BTreeMap::new();
    count(&model(&jats::from_str(xml).unwrap().value), &mut carried);
    let names: Vec<&str> = carried.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "bold",
            "inner",
            "odd-block",
            "odd-inline",
            "odd-meta",
            "odd-part",
            "p"
        ]
    );
    assert!(carried.values().all(|count| *count == 1), "{carried:?}");
    assert_eq!(elements(xml), 16);
    assert!((share(5, 20) - 0.75).abs() < 1e-9);
}
