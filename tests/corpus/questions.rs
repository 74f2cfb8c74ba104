//! What real articles hold is found by the questions: counted over raw events, which know nothing of the library.

use separatum::jats;
use separatum::model::Table;

use crate::each;
use crate::support::canonical::{self, Item};
use crate::support::corpus;

#[test]
fn questions_find_what_is_there() {
    let files = corpus::spread();
    if files.is_empty() {
        return;
    }
    let results = each::file(&files, |file| {
        let bytes = file.bytes();
        let items = canonical::article(&bytes)?;
        let article = jats::from_slice(&bytes)
            .map_err(|error| error.to_string())?
            .value;
        let grids = article.tables().into_iter().flat_map(Table::grids);
        let cells = grids.map(|grid| grid.cells().count()).sum();
        let pairs = [
            (
                "figures",
                count(&items, &["fig"], None),
                article.figures().len(),
            ),
            (
                "tables",
                count(&items, &["table-wrap"], None),
                article.tables().len(),
            ),
            (
                "cells",
                count(&items, &["td", "th", "entry"], Some("table-wrap")),
                cells,
            ),
            (
                "references",
                count(&items, &["ref"], None),
                article.references().len(),
            ),
        ];
        let wrong: Vec<String> = pairs
            .iter()
            .filter(|(_, there, found)| there != found)
            .map(|(what, there, found)| format!("{what}: {found} of {there}"))
            .collect();
        if wrong.is_empty() {
            Ok(())
        } else {
            Err(wrong.join("; "))
        }
    });
    results.print("files whose figures, tables, cells and references are found");
    assert!(results.failed.is_empty(), "{:?}", results.failed);
}

/// How many elements of these names there are, inside of another one when that is asked for.
fn count(items: &[Item], names: &[&str], inside: Option<&str>) -> usize {
    let mut open: Vec<&str> = Vec::new();
    let mut found = 0;
    for item in items {
        match item {
            Item::Open { name, .. } => {
                let is_inside = inside.is_none_or(|around| open.contains(&around));
                found += usize::from(is_inside && names.contains(&name.as_str()));
                open.push(name);
            }
            Item::Close => {
                open.pop();
            }
            _ => {}
        }
    }
    found
}
