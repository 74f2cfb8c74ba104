//! What is valid by its DTD stays valid.
//!
//! Judged by `xmllint`, found on the path, with the DTDs of the npm package `@jats4r/dtds`: `SEPARATUM_JATS_DTDS` is its
//! folder that holds `catalog.xml`.

use std::path::{Path, PathBuf};
use std::process::Command;

use separatum::jats;

use crate::support::corpus::{self, File};
use crate::support::require::{or_skip, variable};
use crate::{each, ratchet};

#[test]
fn what_is_valid_stays_valid() {
    let Some(catalog) = catalog() else { return };
    let mut files = corpus::spread();
    files.retain(|file| file.valid);
    if files.is_empty() {
        return;
    }
    let results = each::file(&files, |file| {
        valid(&file.path, &catalog)
            .map_err(|errors| format!("the input is not valid: {errors}"))?;
        let text = |error: separatum::Error| error.to_string();
        let article = jats::from_slice(&file.bytes()).map_err(text)?.value;
        let written = jats::to_vec(&article).map_err(text)?.value;
        let path = place(file);
        std::fs::write(&path, written).map_err(|error| error.to_string())?;
        let judged = valid(&path, &catalog);
        std::fs::remove_file(&path).map_err(|error| error.to_string())?;
        judged
    });
    ratchet::hold("valid", &results);
}

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

fn place(file: &File) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(file.name.replace('/', "_"))
}

/// `Err` holds the first messages. `xmllint` exits 0 on a namespace error, so its words are read too.
fn valid(path: &Path, catalog: &Path) -> Result<(), String> {
    let run = Command::new("xmllint")
        .args(["--nonet", "--valid", "--noout", "--huge"])
        .arg(path)
        .env("XML_CATALOG_FILES", catalog)
        .output()
        .map_err(|error| error.to_string())?;
    let words = String::from_utf8_lossy(&run.stderr);
    if run.status.success() && !words.contains("namespace error") {
        return Ok(());
    }
    Err(words.lines().take(3).collect::<Vec<_>>().join(" | "))
}
