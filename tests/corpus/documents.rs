//! Generated JATS documents: grown along the child orders of the vocabulary, in every dialect and encoding, under every
//! kind of root. They survive as the real ones do, through every format.

mod make;
mod words;

use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use separatum::{Article, Outcome, epub, jats, json, pdf};

use crate::support::canonical::compare;
use crate::support::cases::cases;
use crate::support::survival::{failed, survives};
use crate::support::tags::from_tags;
use crate::support::vocabulary;
use make::document;

fn tape(length: usize) -> impl Strategy<Value = Vec<u16>> {
    prop::collection::vec(any::<u16>(), 0..=length)
}

fn read(document: &[u8]) -> Result<Article, TestCaseError> {
    let read = jats::from_slice(document).map_err(|error| failed(&error, document))?;
    prop_assert!(read.report.is_lossless(), "{}", read.report);
    Ok(read.value)
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn a_generated_document_is_equal_to_the_input(tape in tape(400)) {
        let document = document(&tape);
        let article = read(&document)?;
        let written = jats::to_vec(&article).and_then(Outcome::into_lossless).map_err(|error| failed(&error, &document))?;
        compare(&document, &written).map_err(|difference| failed(&difference, &document))?;
        prop_assert_eq!(&read(&written)?, &article);
        let twice = jats::to_vec(&article).map_err(|error| failed(&error, &document))?.value;
        prop_assert!(twice == written, "other bytes the second time");
    }

    #[test]
    fn a_generated_document_survives_json(tape in tape(400)) {
        let document = document(&tape);
        survives(&document, &read(&document)?, json::to_vec, json::from_slice)?;
    }
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn a_generated_document_survives_epub(tape in tape(300)) {
        let document = document(&tape);
        survives(&document, &read(&document)?, epub::to_vec, epub::from_slice)?;
    }

    #[test]
    fn a_generated_document_survives_pdf(tape in tape(200)) {
        let document = document(&tape);
        survives(&document, &read(&document)?, pdf::to_vec, from_tags)?;
    }
}

/// The documents are no trivial ones.
#[test]
fn generated_documents_say_much() {
    const DOCUMENTS: usize = 1_000;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut names = std::collections::BTreeSet::new();
    let mut length = 0;
    for _ in 0..DOCUMENTS {
        let tree = tape(400).new_tree(&mut runner).unwrap();
        let article = read(&document(&tree.current())).unwrap();
        let xml = jats::to_string(&article).unwrap().value;
        length += xml.len();
        let tags = xml.split('<').skip(1);
        let tags = tags.filter_map(|tag| tag.split([' ', '>', '/', '\n']).next());
        // What is no element of JATS is no proof of variety.
        let known = tags.filter_map(|tag| vocabulary::known(tag.rsplit(':').next()?));
        names.extend(known);
    }
    println!(
        "MEASURED bytes a document: {}, kinds of elements: {}",
        length / DOCUMENTS,
        names.len()
    );
    assert!(
        length / DOCUMENTS > 1_500,
        "{} bytes a document",
        length / DOCUMENTS
    );
    assert!(names.len() > 310, "{} kinds of elements", names.len());
}
