//! The corpora, and what the reader and the writer decide.

use std::path::PathBuf;

use super::*;
use crate::report::Effect;
use crate::tree::{Attr, Document, Element, Node, ns};

fn read(xml: &str) -> Document {
    read_document(xml.as_bytes(), &ReadOptions::new())
        .unwrap()
        .value
}

fn error(xml: &str) -> String {
    read_document(xml.as_bytes(), &ReadOptions::new())
        .unwrap_err()
        .to_string()
}

/// A folder of the corpora; none, said aloud, where there are no corpora.
fn corpus(set: &str) -> Option<PathBuf> {
    #[expect(
        clippy::disallowed_methods,
        reason = "a test may be told where its data are"
    )]
    let root = std::env::var_os("SEPARATUM_CORPUS").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus"),
        PathBuf::from,
    );
    let folder = root.join(set);
    if folder.is_dir() {
        return Some(folder);
    }
    println!("SKIPPED: no corpus at {}", folder.display());
    None
}

/// The rows of a manifest: path and the column of that name.
fn manifest(folder: &std::path::Path, column: &str) -> Vec<(String, String)> {
    let text = std::fs::read_to_string(folder.join("MANIFEST.tsv")).unwrap();
    let mut rows = text
        .lines()
        .map(|line| line.split('\t').collect::<Vec<_>>());
    let at = rows
        .next()
        .unwrap()
        .iter()
        .position(|name| *name == column)
        .unwrap();
    rows.map(|row| (row[0].to_owned(), row[at].to_owned()))
        .collect()
}

#[test]
fn every_article_of_the_corpus_comes_back() {
    let Some(folder) = corpus("jats") else { return };
    let (mut equal, mut malformed, mut faults) = (0, 0, Vec::new());
    for (path, quality) in manifest(&folder, "quality") {
        let bytes = std::fs::read(folder.join(&path)).unwrap();
        match (
            read_document(&bytes, &ReadOptions::new()),
            quality == "malformed",
        ) {
            (Err(error), true) => {
                malformed += 1;
                let location = error.location().expect(&path);
                assert!(
                    location.line.is_some() && location.path.is_some(),
                    "{path}: {error}"
                );
                assert!(!error.to_string().contains('\n'), "{path}: {error}");
            }
            (Ok(read), false) => {
                let written = write_document(&read.value).unwrap();
                let again = read_document(written.as_bytes(), &ReadOptions::new()).unwrap();
                if again.value == read.value && write_document(&again.value).unwrap() == written {
                    equal += 1;
                } else {
                    faults.push(format!("{path}: not equal"));
                }
            }
            (Err(error), false) => faults.push(format!("{path}: {error}")),
            (Ok(_), true) => faults.push(format!("{path}: accepted")),
        }
    }
    assert!(
        faults.is_empty(),
        "{} faults:\n{}",
        faults.len(),
        faults.join("\n")
    );
    assert!(equal > 0 && malformed > 0);
}
