//! Documents that are valid by one of the thirty DTDs: equal and valid behind the model, through every format, and where
//! another dialect is asked for, valid or the report says why not.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use separatum::{Article, Outcome, epub, jats, pdf};

use crate::support::canonical::compare;
use crate::support::cases::cases;
use crate::support::letters::accounted;
use crate::support::survival::{failed, survives};
use crate::support::tags::from_tags;
use crate::support::valid::{self, Dtd};
use crate::support::xmllint;

fn read(document: &str) -> Result<Article, TestCaseError> {
    let read = jats::from_str(document).map_err(|error| failed(&error, document.as_bytes()))?;
    prop_assert!(read.report.findings().is_empty(), "{}", read.report);
    Ok(read.value)
}

proptest! {
    #![proptest_config(cases(120))]

    #[test]
    fn a_valid_document_is_equal_to_the_input((_, document) in valid::documents(1_000)) {
        let article = read(&document)?;
        let written = jats::to_string(&article).map_err(|error| failed(&error, document.as_bytes()))?;
        prop_assert!(written.report.findings().is_empty(), "{}\n{document}", written.report);
        compare(document.as_bytes(), written.value.as_bytes()).map_err(|difference| failed(&difference, document.as_bytes()))?;
        prop_assert!(read(&written.value)? == article, "another article: {document}");
    }

    #[test]
    fn a_conversion_of_a_valid_document_loses_nothing_in_silence_and_is_done_once(
        (_, document) in valid::documents(600),
        target in prop::sample::select(TARGETS),
    ) {
        let article = read(&document)?;
        let before = jats::to_string(&article).map_err(|error| failed(&error, document.as_bytes()))?.value;
        let once = convert(&article, target);
        accounted(&once.report, &before, &once.value).map_err(|error| failed(&error, document.as_bytes()))?;
        let twice = convert(&read(&once.value)?, target);
        prop_assert!(twice.value == once.value, "converted to {target} again it is another: {document}");
        let is_fault = |code: &str| code == INVALID;
        prop_assert!(twice.report.iter().all(|finding| is_fault(&finding.code)), "{}\n{document}", twice.report);
    }
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn a_valid_document_survives_epub((_, document) in valid::documents(800)) {
        survives(document.as_bytes(), &read(&document)?, epub::to_vec, epub::from_slice)?;
    }

    #[test]
    fn a_valid_document_survives_pdf((_, document) in valid::documents(600)) {
        survives(document.as_bytes(), &read(&document)?, pdf::to_vec, from_tags)?;
    }
}

/// What articles are converted to.
const TARGETS: &[&str] = &[
    "archiving-1.2",
    "archiving-1.3",
    "archiving-1.4",
    "publishing-1.2",
    "publishing-1.3",
    "publishing-1.4",
    "authoring-1.2",
    "authoring-1.3",
    "authoring-1.4",
];

/// The code of what makes a document invalid.
const INVALID: &str = "jats.invalid";

fn convert(article: &Article, target: &str) -> Outcome<String> {
    let options = jats::WriteOptions::new().target(target.parse::<jats::Target>().unwrap());
    options.to_string(article).unwrap()
}

/// A document in a file of its own.
struct Grown {
    name: String,
    article: Article,
}

/// A few documents of each DTD.
fn spread(number: u32) -> Vec<Grown> {
    let config = cases(number);
    let each = config.cases;
    let mut runner = TestRunner::new(config);
    let mut grown = Vec::new();
    for number in 0..each {
        for dtd in valid::dtds() {
            let document = grow(dtd, &mut runner);
            let article = jats::from_str(&document).unwrap().value;
            grown.push(Grown {
                name: format!("{}-{number}.xml", dtd.name),
                article,
            });
        }
    }
    grown
}

fn grow(dtd: &Dtd, runner: &mut TestRunner) -> String {
    let tape = prop::collection::vec(any::<u16>(), 200..=1_000);
    valid::document(dtd, &tape.new_tree(runner).unwrap().current())
}

/// Writes the documents into an empty folder; their places there, in their order.
fn put(folder: &str, documents: impl Iterator<Item = (String, String)>) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(folder);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    let place = |(name, text): (String, String)| {
        let place = folder.join(name);
        std::fs::write(&place, text).unwrap();
        place
    };
    documents.map(place).collect()
}

#[test]
fn a_conversion_of_a_valid_document_is_valid_or_says_why_not() {
    let Some(catalog) = xmllint::catalog() else {
        return;
    };
    let grown = spread(1);
    for target in TARGETS {
        let converted: Vec<_> = grown
            .iter()
            .map(|one| convert(&one.article, target))
            .collect();
        let texts = grown
            .iter()
            .zip(&converted)
            .map(|(one, written)| (one.name.clone(), written.value.clone()));
        let places = put(&format!("valid-to-{target}"), texts);
        let (invalid, words) = xmllint::invalid(&places, &catalog);
        let confesses = |written: &Outcome<String>| {
            written.report.iter().any(|finding| finding.code == INVALID)
        };
        let reported: BTreeSet<_> = places
            .iter()
            .zip(&converted)
            .filter(|(_, written)| confesses(written))
            .map(|(place, _)| place.clone())
            .collect();
        assert_eq!(
            invalid, reported,
            "invalid, and reported so: {target}: {words}"
        );
        println!(
            "MEASURED valid documents valid as {target}: {} of {}",
            places.len() - invalid.len(),
            places.len()
        );
    }
}
