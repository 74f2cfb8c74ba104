//! EPUBs, PDFs and JATS files of ours: not one fault, not one warning.

use std::fs;
use std::path::PathBuf;

use separatum::{Outcome, epub, jats, pdf};

use crate::articles::{self, Sample};
use crate::tool::{Tool, folder};
use crate::xmllint::XmlLint;

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

#[test]
fn what_is_valid_stays_valid() {
    let Some(lint) = XmlLint::find() else {
        return;
    };
    let folder = folder("jats");
    let mut judged = 0;
    let mut faults = Vec::new();
    for sample in articles::all().into_iter().filter(|sample| sample.valid) {
        if !lint.accepts(&sample.path).is_ok_and(|valid| valid) {
            continue;
        }
        let path = folder.join(format!("{}.xml", sample.name));
        fs::write(&path, jats::to_vec(&sample.article).unwrap().value).unwrap();
        judged += 1;
        match lint.accepts(&path) {
            Ok(true) => {}
            Ok(false) => faults.push(format!("{}: no DTD for it", sample.path.display())),
            Err(why) => faults.push(format!("{}: {why}", sample.path.display())),
        }
    }
    assert!(
        faults.is_empty(),
        "{} of {judged}:\n{}",
        faults.len(),
        faults.join("\n")
    );
    assert!(judged > 1, "nothing to judge");
    println!("xmllint accepts {judged} file(s)");
}
