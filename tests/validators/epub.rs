//! EPUBs of ours, judged by epubcheck: no error and no warning.

use std::path::{Path, PathBuf};

use separatum::{DirectoryResources, Limits, epub, jats};

use crate::support::corpus;
use crate::tool::{Tool, folder};

/// Writes the EPUB of a JATS file, with the images beside it.
fn written(folder: &Path, number: usize, path: &Path) -> PathBuf {
    let article = jats::from_slice(&std::fs::read(path).unwrap())
        .unwrap()
        .value;
    let figures = DirectoryResources::new(path.parent().unwrap(), Limits::default()).unwrap();
    let epub = epub::WriteOptions::new()
        .resources(&figures)
        .to_vec(&article)
        .unwrap()
        .value;
    let out = folder.join(format!(
        "{number}-{}.epub",
        path.file_stem().unwrap().display()
    ));
    std::fs::write(&out, epub).unwrap();
    out
}

#[test]
fn epubcheck_accepts_the_samples() {
    let folder = folder("epub-samples");
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/data");
    let files: Vec<_> = ["feature.xml", "research.xml"]
        .iter()
        .enumerate()
        .map(|(number, name)| written(&folder, number, &data.join(name)))
        .collect();
    Tool::EpubCheck.accepts(&files);
}

#[test]
fn epubcheck_accepts_the_corpus() {
    let folder = folder("epub-corpus");
    let files: Vec<_> = corpus::spread()
        .iter()
        .enumerate()
        .map(|(number, file)| written(&folder, number, &file.path))
        .collect();
    if !files.is_empty() {
        Tool::EpubCheck.accepts(&files);
    }
}
