//! Tells whether two XML files say the same article.
//!
//! The proof of the readers and writers rests on this, so it shares nothing with the library: it works on raw events, has
//! its own entities, its own list of what holds text, its own blocks, and its own white-space rules, applied to the letter
//! and over again until nothing changes.
//!
//! Spelling is not compared: prefixes, the order of attributes, references, CDATA, encoding, line ends, empty tags, the
//! internal subset, white space that is no data. Everything else is: elements and attributes by namespace, text, comments
//! and instructions with their places, the document type, what stands before and after the root.

mod read;
mod space;
mod spelling;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::fmt;

pub(crate) use read::Item;
use read::read;

/// The first difference of two files.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Difference {
    /// Where, in the expected file.
    pub(crate) path: String,
    pub(crate) expected: String,
    pub(crate) found: String,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}: expected {}, found {}",
            self.path, self.expected, self.found
        )
    }
}

/// Compares two XML files. An article in a wrapper root is compared alone, without what stands around the root.
pub(crate) fn compare(expected: &[u8], found: &[u8]) -> Result<(), Difference> {
    let expected = read(expected).map_err(|error| unreadable("expected", error))?;
    let found = read(found).map_err(|error| unreadable("found", error))?;
    if expected.wrapped {
        return items("", &expected.article, &found.article);
    }
    if expected.doctype != found.doctype {
        return Err(Difference {
            path: "<!DOCTYPE>".into(),
            expected: format!("{:?}", expected.doctype),
            found: format!("{:?}", found.doctype),
        });
    }
    items("before the root ", &expected.before, &found.before)?;
    items("", &expected.article, &found.article)?;
    items("after the root ", &expected.after, &found.after)
}

/// What the article of a file says, one item after another.
pub(crate) fn article(bytes: &[u8]) -> Result<Vec<Item>, String> {
    Ok(read(bytes)?.article)
}

/// The words of an article in each of its parts: front, body, back, the references in the back, and what else stands under
/// the root.
pub(crate) fn words(file: &[u8]) -> Result<BTreeMap<String, Vec<String>>, String> {
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut open: Vec<String> = Vec::new();
    for item in read(file)?.article {
        match item {
            Item::Open { name, .. } => open.push(name),
            Item::Close => drop(open.pop()),
            Item::Text(text) => {
                let is_reference = open.iter().any(|name| name == "ref-list");
                let part = open.get(1).map_or("article", String::as_str);
                let part = if is_reference { "references" } else { part };
                let words = found.entry(part.to_owned()).or_default();
                words.extend(text.split_whitespace().map(str::to_owned));
            }
            Item::Comment(_) | Item::Instruction(..) => {}
        }
    }
    Ok(found)
}

fn unreadable(which: &str, error: String) -> Difference {
    Difference {
        path: format!("the {which} file"),
        expected: "XML".into(),
        found: error,
    }
}

fn items(place: &str, expected: &[Item], found: &[Item]) -> Result<(), Difference> {
    let same = expected
        .iter()
        .zip(found)
        .take_while(|(a, b)| a == b)
        .count();
    match (expected.get(same), found.get(same)) {
        (None, None) => Ok(()),
        (a, b) => {
            let (expected_item, found_item) = shown(a, b);
            Err(Difference {
                path: format!("{place}{}", path(expected, same)),
                expected: expected_item,
                found: found_item,
            })
        }
    }
}

/// Both items for a person: of two long texts only the part where they begin to differ.
fn shown(a: Option<&Item>, b: Option<&Item>) -> (String, String) {
    const AROUND: usize = 40;
    if let (Some(Item::Text(a)), Some(Item::Text(b))) = (a, b) {
        let same = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
        let part = |text: &str| -> String {
            let part: String = text
                .chars()
                .skip(same.saturating_sub(AROUND))
                .take(2 * AROUND)
                .collect();
            format!("text …{part:?}…")
        };
        return (part(a), part(b));
    }
    let one = |item: Option<&Item>| item.map_or_else(|| "the end".to_owned(), ToString::to_string);
    (one(a), one(b))
}

/// Where the item at that index stands, like `/article/body/sec[2]/p[3]`.
fn path(items: &[Item], index: usize) -> String {
    let mut steps: Vec<String> = Vec::new();
    let mut counts: Vec<BTreeMap<&str, usize>> = vec![BTreeMap::new()];
    for item in items.iter().take(index + 1) {
        match item {
            Item::Open { name, .. } => {
                let count = counts
                    .last_mut()
                    .expect("one count a level")
                    .entry(name)
                    .or_default();
                *count += 1;
                steps.push(if *count == 1 {
                    format!("/{name}")
                } else {
                    format!("/{name}[{count}]")
                });
                counts.push(BTreeMap::new());
            }
            Item::Close => {
                steps.pop();
                counts.pop();
            }
            _ => {}
        }
    }
    steps.concat()
}
