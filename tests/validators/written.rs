//! EPUBs and PDFs of ours: not one fault, not one warning.

use std::fs;
use std::path::PathBuf;

use separatum::{Outcome, epub, pdf};

use crate::articles::{self, Sample};
use crate::tool::{Tool, folder};

/// All articles, each written to a file of its own.
fn written(
    extension: &str,
    write: impl Fn(&Sample) -> separatum::Result<Outcome<Vec<u8>>>,
) -> Vec<PathBuf> {
    let folder = folder(extension);
    let files = articles::all().into_iter().map(|sample| {
        let path = folder.join(format!("{}.{extension}", sample.name));
        let bytes =
            write(&sample).unwrap_or_else(|error| panic!("{}: {error}", sample.path.display()));
        fs::write(&path, bytes.value).unwrap();
        path
    });
    files.collect()
}

#[test]
fn epubcheck_accepts_every_epub() {
    let files = written("epub", |sample| {
        epub::WriteOptions::new()
            .resources(&sample.figures)
            .to_vec(&sample.article)
    });
    Tool::EpubCheck.accepts(&files);
}

#[test]
fn verapdf_accepts_every_pdf() {
    let files = written("pdf", |sample| {
        pdf::WriteOptions::new()
            .resources(&sample.figures)
            .to_vec(&sample.article)
    });
    Tool::VeraPdf("ua1,3a").accepts(&files);
}
