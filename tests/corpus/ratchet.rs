//! The list of what passes. It may only grow.

use std::collections::BTreeSet;

use crate::each::Results;
use crate::support::require::{full, variable};

const LIST: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/corpus-passes.txt");

/// Fails when something that is on the list does not pass.
///
/// With `SEPARATUM_BLESS=1` what passes is added to the list; a whole run fails when the list lacks something that passes.
pub(crate) fn hold(what: &str, results: &Results) {
    results.print(what);
    let line = |name: &str| format!("{what} {name}");
    let list = read();
    let fallen: Vec<&str> = results
        .failed
        .iter()
        .filter(|(name, _)| list.contains(&line(name)))
        .map(|(name, _)| name.as_str())
        .collect();
    assert!(
        fallen.is_empty(),
        "{what}: passed once, and does no more: {fallen:#?}"
    );
    let new: Vec<String> = results
        .passed
        .iter()
        .map(|name| line(name))
        .filter(|line| !list.contains(line))
        .collect();
    if variable("SEPARATUM_BLESS").is_some_and(|value| value == "1") {
        add(new);
    } else {
        assert!(
            new.is_empty() || !full(),
            "passes, and is not on the list (SEPARATUM_BLESS=1 adds it): {new:#?}"
        );
    }
}

fn read() -> BTreeSet<String> {
    let text = std::fs::read_to_string(LIST).unwrap_or_default();
    text.lines().map(str::to_owned).collect()
}

/// One test at a time may write the list.
static WRITING: std::sync::Mutex<()> = std::sync::Mutex::new(());

fn add(new: Vec<String>) {
    let _guard = WRITING.lock();
    let mut list = read();
    list.extend(new);
    let mut text: String = list.into_iter().collect::<Vec<_>>().join("\n");
    text.push('\n');
    std::fs::write(LIST, text).expect("the list can be written");
}
