//! Plain text loses almost everything, and says what, and where.

use proptest::prelude::*;
use separatum::{Article, Effect, Finding, Location, Report, Stage, jats, strategy, text};

use crate::cases::cases;
use crate::letters::running;
use crate::soundness::sound;

fn xml(article: &Article) -> String {
    jats::to_string(article).unwrap().value
}

/// The text of an article, read again: the writer's report is true of the difference.
fn is_true_of(article: &Article) -> Result<(), String> {
    let written = text::to_string(article).map_err(|error| error.to_string())?;
    let back =
        text::from_str(&written.value).map_or_else(|_| Article::default(), |read| read.value);
    let (before, after) = (xml(article), xml(&back));
    sound(&written.report, &before, &after)?;
    let is_said = written.report.iter().any(|f| f.code == "text.changed");
    if running(&before) != running(&after) && !is_said {
        return Err(format!("the text changed: {}", written.report));
    }
    Ok(())
}

/// Words that the reader takes for a label are words that the article loses.
#[test]
fn a_word_that_is_lost_is_said_to_be() {
    let xml = "<article><body><p>A.</p><p>Credit:</p><p>Me.</p></body></article>";
    let article = jats::from_str(xml).unwrap().value;
    is_true_of(&article).unwrap();
    let report = text::to_string(&article).unwrap().report;
    let kept = report.iter().any(|f| f.detail.contains("its text is kept"));
    assert!(!kept, "{report}");
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

/// A loss at the root does not answer for one that it does not count, and counts are exact.
#[test]
fn a_report_that_counts_wrongly_is_found() {
    let (before, after) = (
        "<article><front/><body><p id='a'>a <b>b</b><b>c</b><?q?></p></body></article>",
        "<article><body><p>a bc</p></body></article>",
    );
    let counts = [
        ("text.flattened", "`front` (1): its text is kept"),
        ("text.flattened", "`b` (2): its text is kept"),
        ("text.attribute", "the attribute `id` (1)"),
        ("text.comment", "1 comments and instructions"),
    ];
    let report = |counts: &[(&'static str, &str)]| {
        let mut report = Report::new();
        for (code, detail) in counts {
            let place = Location::new().path("/article");
            report.push(Finding::new(*code, Effect::Flattened, Stage::Write, *detail).at(place));
        }
        report
    };
    sound(&report(&counts), before, after).unwrap();
    for left_out in 0..counts.len() {
        let mut some = counts.to_vec();
        some.remove(left_out);
        sound(&report(&some), before, after).unwrap_err();
    }
    for wrong in [
        ("text.flattened", "`b` (1): its text is kept"),
        ("text.flattened", "`b` (3): its text is kept"),
        ("text.comment", "2 comments and instructions"),
    ] {
        let mut some = counts.to_vec();
        some.retain(|(code, detail)| *code != wrong.0 || detail.contains("front"));
        some.push(wrong);
        sound(&report(&some), before, after).unwrap_err();
    }
    let twice = [counts, counts].concat();
    sound(&report(&twice), before, after).unwrap_err();
    let (cdata, other) = ("<article><![CDATA[a<]]></article>", "<article>a</article>");
    sound(&Report::new(), cdata, other).unwrap_err();
}
