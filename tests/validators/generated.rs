//! Documents that are valid by one of the thirty DTDs, a few of each: the DTDs agree that they are, in and out; and what is
//! made of them has no fault either. `SEPARATUM_CASES` asks for more of each.

use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use separatum::{Article, epub, jats, pdf};

use crate::cases::cases;
use crate::tool::{Tool, folder};
use crate::valid;
use crate::xmllint;

/// A document and the article that it is read as.
struct Grown {
    name: String,
    document: String,
    article: Article,
}

/// So many documents of each DTD.
fn spread(each: u32, longest: usize) -> Vec<Grown> {
    let config = cases(each);
    let each = config.cases;
    let mut runner = TestRunner::new(config);
    let tape = prop::collection::vec(any::<u16>(), longest / 4..=longest);
    let mut grown = Vec::new();
    for number in 0..each {
        for dtd in valid::dtds() {
            let tape = tape.new_tree(&mut runner).unwrap().current();
            let document = valid::document(dtd, &tape);
            grown.push(Grown {
                name: format!("{}-{number}", dtd.name),
                article: jats::from_str(&document).unwrap().value,
                document,
            });
        }
    }
    grown
}

/// Writes a file.
fn put(folder: &Path, name: &str, extension: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.join(format!("{name}.{extension}"));
    fs::write(&path, bytes).unwrap();
    path
}

#[test]
fn the_dtds_agree_with_the_table_and_accept_what_is_written_again() {
    let Some(catalog) = xmllint::catalog() else {
        return;
    };
    let folder = folder("grown-jats");
    let mut files = Vec::new();
    for grown in spread(2, 1_000) {
        let written = jats::to_string(&grown.article).unwrap().value;
        files.push(put(
            &folder,
            &grown.name,
            "in.xml",
            grown.document.as_bytes(),
        ));
        files.push(put(&folder, &grown.name, "out.xml", written.as_bytes()));
    }
    let (invalid, words) = xmllint::invalid(&files, &catalog);
    assert!(invalid.is_empty(), "{words}");
    println!("xmllint accepts {} file(s)", files.len());
}

#[test]
fn epubcheck_accepts_the_epub_of_every_valid_document() {
    let folder = folder("grown-epub");
    let files: Vec<_> = spread(1, 800)
        .iter()
        .map(|grown| {
            let written = epub::to_vec(&grown.article).unwrap().value;
            put(&folder, &grown.name, "epub", &written)
        })
        .collect();
    Tool::EpubCheck.accepts(&files);
}

#[test]
fn verapdf_accepts_the_pdf_of_every_valid_document() {
    let folder = folder("grown-pdf");
    let files: Vec<_> = spread(1, 500)
        .iter()
        .map(|grown| {
            let written = pdf::to_vec(&grown.article).unwrap().value;
            put(&folder, &grown.name, "pdf", &written)
        })
        .collect();
    Tool::VeraPdf("ua1,3a").accepts(&files);
}
