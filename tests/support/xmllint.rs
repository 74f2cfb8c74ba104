//! `xmllint`, found on the path, with the DTDs of the npm package `@jats4r/dtds`: `SEPARATUM_JATS_DTDS` is its folder that
//! holds `catalog.xml`.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::require::{or_skip, variable};

/// The catalogue of the DTDs, when they and `xmllint` are there.
pub(crate) fn catalog() -> Option<PathBuf> {
    let there = Command::new("xmllint").arg("--version").output().is_ok();
    or_skip(there.then_some(()), "xmllint")?;
    let catalog =
        variable("SEPARATUM_JATS_DTDS").map(|folder| Path::new(&folder).join("catalog.xml"));
    or_skip(
        catalog.filter(|path| path.is_file()),
        "the JATS DTDs (SEPARATUM_JATS_DTDS)",
    )
}

/// The files with which `xmllint` finds fault, and all it says; one process for all of them.
pub(crate) fn invalid(files: &[PathBuf], catalog: &Path) -> (BTreeSet<PathBuf>, String) {
    let run = Command::new("xmllint")
        .args(["--nonet", "--valid", "--noout", "--huge"])
        .args(files)
        .env("XML_CATALOG_FILES", catalog)
        .output()
        .unwrap();
    let words = String::from_utf8_lossy(&run.stderr).into_owned();
    // 0 is all valid, 3 and 4 not all valid; 1 says that a file could not be read, and all else that not all was judged.
    let is_judged = matches!(run.status.code(), Some(0 | 3 | 4));
    assert!(is_judged, "xmllint: {}: {words}", run.status);
    // A fault of namespaces is no fault of the document to `xmllint`, and is one here.
    let blamed: BTreeSet<&str> = words
        .lines()
        .filter(|line| line.contains(" error : "))
        .filter_map(|line| line.split(':').next())
        .collect();
    let is_blamed = |file: &&PathBuf| blamed.contains(file.to_str().unwrap());
    let found: BTreeSet<PathBuf> = files.iter().filter(is_blamed).cloned().collect();
    assert_eq!(found.len(), blamed.len(), "{words}");
    assert!(run.status.success() || !found.is_empty(), "{words}");
    (found, words)
}
