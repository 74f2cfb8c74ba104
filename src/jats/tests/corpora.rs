//! The corpora: real articles come back, hostile files meet what is expected of them.

use std::path::{Path, PathBuf};

use crate::jats::{ReadOptions, read_document, write_document};

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
fn manifest(folder: &Path, column: &str) -> Vec<(String, String)> {
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

#[test]
fn hostile_files_meet_what_is_expected() {
    let Some(folder) = corpus("hostile") else {
        return;
    };
    let mut faults = Vec::new();
    for (path, expected) in manifest(&folder, "expect") {
        let file = folder.join(&path);
        if !path.starts_with("jats/") || !path.contains(".xml") || !file.is_file() {
            continue;
        }
        let bytes = std::fs::read(file).unwrap();
        match (
            read_document(&bytes, &ReadOptions::new()),
            expected.as_str(),
        ) {
            (Ok(_), "error") => faults.push(format!("{path}: accepted")),
            (Err(error), "accept") => faults.push(format!("{path}: {error}")),
            (Err(error), _) => {
                assert!(
                    error.location().is_some_and(|l| l.line.is_some()),
                    "{path}: no place in {error}"
                );
            }
            (Ok(read), _) => {
                let written = write_document(&read.value).expect(&path);
                let again = read_document(written.as_bytes(), &ReadOptions::new()).expect(&path);
                assert!(again.value == read.value, "{path}");
            }
        }
    }
    assert!(
        faults.is_empty(),
        "{} faults:\n{}",
        faults.len(),
        faults.join("\n")
    );
}
