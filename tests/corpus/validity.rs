//! What is valid by its DTD stays valid.

use std::path::{Path, PathBuf};
use std::process::Command;

use separatum::jats;

use crate::support::corpus::{self, File};
use crate::support::xmllint::catalog;
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
