//! Generated whole articles through every format and back: what comes back is the normal form of what went in.
#![cfg(all(
    feature = "proptest",
    feature = "jats",
    feature = "epub",
    feature = "pdf"
))]

#[cfg(test)]
#[path = "../support/cases.rs"]
mod cases;
#[cfg(test)]
mod complete;
#[cfg(test)]
#[path = "../support/difference.rs"]
mod difference;
#[cfg(test)]
mod edit;
#[cfg(test)]
mod edited;
#[cfg(test)]
#[path = "../support/letters.rs"]
mod letters;
#[cfg(test)]
#[cfg(feature = "text")]
mod plain;
#[cfg(test)]
#[path = "../support/require.rs"]
#[allow(dead_code, reason = "not all of it is needed here")]
mod require;
#[cfg(test)]
mod samples;
#[cfg(test)]
#[path = "../support/schema.rs"]
mod schema;
#[cfg(test)]
#[cfg(feature = "text")]
#[path = "../support/soundness.rs"]
mod soundness;
#[cfg(test)]
#[path = "../support/tags.rs"]
mod tags;

use proptest::prelude::*;
use separatum::{Article, epub, jats, json, pdf, strategy};

use cases::cases;
use tags::from_tags;

/// A format: how it writes, and how it reads what it wrote.
type Write = fn(&Article) -> separatum::Result<separatum::Outcome<Vec<u8>>>;
type Read = fn(&[u8]) -> separatum::Result<separatum::Outcome<Article>>;

/// There and back: the same article, the same bytes when it is written again, and reports that say so.
fn there_and_back(article: &Article, write: Write, read: Read) -> Result<(), TestCaseError> {
    let written = write(article).map_err(|e| TestCaseError::fail(format!("not written: {e}")))?;
    let back = read(&written.value).map_err(|e| TestCaseError::fail(format!("not read: {e}")))?;
    let lossless = written.report.is_lossless() && back.report.is_lossless();
    let normal = article.normal();
    if back.value != normal {
        let text = |article: &Article| {
            jats::to_string(article)
                .map(|o| o.value)
                .unwrap_or_default()
        };
        let (expected, found) = (text(&normal), text(&back.value));
        return Err(TestCaseError::fail(format!(
            "not the same:\n{expected}\n{found}"
        )));
    }
    prop_assert!(
        lossless,
        "equal, and the reports say otherwise: {}{}",
        written.report,
        back.report
    );
    let again =
        write(&back.value).map_err(|e| TestCaseError::fail(format!("not written again: {e}")))?;
    prop_assert_eq!(again.value, written.value, "other bytes the second time");
    Ok(())
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn jats_holds_every_article(article in strategy::article()) {
        there_and_back(&article, jats::to_vec, jats::from_slice)?;
    }

    #[test]
    fn json_holds_every_article(article in strategy::article()) {
        there_and_back(&article, json::to_vec, json::from_slice)?;
    }
}

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn epub_holds_every_article(article in strategy::article()) {
        there_and_back(&article, epub::to_vec, epub::from_slice)?;
    }
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn pdf_holds_every_article(article in strategy::article_of(300)) {
        there_and_back(&article, pdf::to_vec, from_tags)?;
    }
}

proptest! {
    #![proptest_config(cases(1_000))]

    #[test]
    fn pretty_jats_is_the_same_article(article in strategy::article()) {
        let options = jats::WriteOptions::new().pretty(true);
        let written = options.to_string(&article).unwrap();
        prop_assert!(written.report.is_lossless());
        prop_assert_eq!(jats::from_str(&written.value).unwrap().value, article.normal());
    }

    #[test]
    fn a_conversion_is_done_once_and_loses_no_text_in_silence(
        article in strategy::article(),
        target in proptest::sample::select(&["archiving", "publishing", "authoring", "archiving-1.2", "publishing-1.4"][..]),
    ) {
        let options = jats::WriteOptions::new().target(target.parse::<jats::Target>().unwrap());
        let once = options.to_string(&article).unwrap();
        let again = jats::from_str(&once.value).unwrap().value;
        let twice = options.to_string(&again).unwrap();
        prop_assert_eq!(&twice.value, &once.value, "{}", twice.report);
        let are_faults = twice.report.iter().all(|finding| finding.code == "jats.invalid");
        prop_assert!(are_faults, "done twice: {}", twice.report);
        let before = jats::to_string(&article).unwrap().value;
        let told = letters::accounted(&once.report, &before, &once.value);
        prop_assert!(told.is_ok(), "{}", told.unwrap_err());
    }
}
