//! Plain text loses almost everything, and says what, and where.

use proptest::prelude::*;
use separatum::{Article, Effect, Finding, Location, Report, Stage, jats, strategy, text};

use crate::cases;
use crate::soundness::sound;

fn xml(article: &Article) -> String {
    jats::to_string(article).unwrap().value
}

/// The text of an article, read again: the writer's report is true of the difference.
fn is_true_of(article: &Article) -> Result<(), String> {
    let written = text::to_string(article).map_err(|error| error.to_string())?;
    let back =
        text::from_str(&written.value).map_or_else(|_| Article::default(), |read| read.value);
    sound(&written.report, &xml(article), &xml(&back))
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn the_report_of_a_text_is_true(article in strategy::article()) {
        is_true_of(&article).map_err(TestCaseError::fail)?;
    }
}

#[test]
fn the_report_of_the_samples_as_text_is_true() {
    for sample in [
        &include_bytes!("../../examples/data/research.xml")[..],
        include_bytes!("../../examples/data/feature.xml"),
    ] {
        is_true_of(&jats::from_slice(sample).unwrap().value).unwrap();
    }
    let scrape = text::from_str(include_str!("../../examples/data/feature.txt"))
        .unwrap()
        .value;
    is_true_of(&scrape).unwrap();
    assert!(text::to_string(&scrape).unwrap().report.is_lossless());
}

/// A report that says nothing, or speaks of another place, is not true of a change.
#[test]
fn a_report_that_is_not_true_is_found() {
    let (before, after) = (
        "<article><front/><body><p>a</p></body></article>",
        "<article><front/><body><p>b</p></body></article>",
    );
    let saying = |path: &str| {
        let mut report = Report::new();
        let place = Location::new().path(path);
        report.push(Finding::new("test.loss", Effect::Dropped, Stage::Write, "").at(place));
        report
    };
    sound(&Report::new(), before, before).unwrap();
    sound(&saying("/article/body[1]"), before, after).unwrap();
    sound(&Report::new(), before, after).unwrap_err();
    sound(&saying("/article/body[1]"), before, before).unwrap_err();
    for elsewhere in [
        "/",
        "/article/front[1]",
        "/article/body[1]/p[2]",
        "/article/body[1]/p[1]/bold[1]",
        "/article/bo",
    ] {
        sound(&saying(elsewhere), before, after).unwrap_err();
    }
}
