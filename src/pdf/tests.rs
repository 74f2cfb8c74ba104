use std::path::{Path, PathBuf};

use super::*;
use crate::{Limits, jats};

fn articles() -> Vec<(String, Article)> {
    let Some(folder) = corpus("jats") else {
        return Vec::new();
    };
    let rows = std::fs::read_to_string(folder.join("MANIFEST.tsv")).unwrap();
    let paths = rows
        .lines()
        .skip(1)
        .filter_map(|row| row.split('\t').next());
    paths
        .filter_map(|path| {
            let bytes = std::fs::read(folder.join(path)).unwrap();
            let article = jats::from_slice(&bytes).ok()?.value;
            Some((path.to_owned(), article))
        })
        .collect()
}

/// A folder of the corpora; none, said aloud, where there are no corpora.
fn corpus(set: &str) -> Option<PathBuf> {
    let root = variable("SEPARATUM_CORPUS").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus"),
        PathBuf::from,
    );
    let folder = root.join(set);
    if folder.is_dir() {
        return Some(folder);
    }
    println!("SKIPPED: no corpus at {}", folder.display());
    None
}

#[expect(
    clippy::disallowed_methods,
    reason = "a test may be told where its data are and how long to run"
)]
fn variable(name: &str) -> Option<std::ffi::OsString> {
    std::env::var_os(name)
}

/// How one article fares; nothing when it comes back as it was.
fn fault(article: &Article, out: Option<PathBuf>) -> Option<String> {
    let written = match to_vec(article) {
        Ok(written) => written,
        Err(error) => return Some(format!("not written: {error}")),
    };
    if let Some(out) = out {
        std::fs::write(out, &written.value).unwrap();
    }
    let options = ReadOptions::new().attachment(Attachment::Ignore);
    let read = match options.read_slice(&written.value) {
        Ok(read) => read,
        Err(error) => return Some(format!("not read: {error}")),
    };
    let lossless = written.report.is_lossless() && read.report.is_lossless();
    if read.value == article.normal() {
        return (!lossless)
            .then(|| format!("equal and not lossless: {}{}", written.report, read.report));
    }
    Some(format!(
        "differs{}",
        if lossless { ", and says lossless" } else { "" }
    ))
}

/// A spread of the corpus; all of it when `SEPARATUM_LONG` is set. `SEPARATUM_OUT` names a folder that gets the files.
#[test]
fn every_article_of_the_corpus_comes_back() {
    let step = if variable("SEPARATUM_LONG").is_some() {
        1
    } else {
        12
    };
    let articles = articles();
    let out = variable("SEPARATUM_OUT").map(PathBuf::from);
    let mut faults = Vec::new();
    for (path, article) in articles.iter().step_by(step) {
        let out = out
            .as_ref()
            .map(|out| out.join(path.replace('/', "__")).with_extension("pdf"));
        faults.extend(fault(article, out).map(|fault| format!("{path}: {fault}")));
    }
    println!(
        "{} articles, {} faults",
        articles.len().div_ceil(step),
        faults.len()
    );
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Files made to harm, and files that are broken.
#[test]
fn hostile_files_are_refused() {
    let limits = Limits {
        streams_bytes: 64 << 20,
        ..Limits::default()
    };
    for set in ["hostile/pdf", "pdf/hostile", "pdf/tagged", "pdf/untagged"] {
        let Some(folder) = corpus(set) else { continue };
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|e| e == "tsv") || path.is_dir() {
                continue;
            }
            let bytes = std::fs::read(&path).unwrap();
            let error = ReadOptions::new()
                .limits(limits)
                .read_slice(&bytes)
                .unwrap_err()
                .to_string();
            assert!(!error.contains('\n'), "{}: {error}", path.display());
        }
    }
}
