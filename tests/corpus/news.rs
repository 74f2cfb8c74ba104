//! A scraped news feature from text through JATS, EPUB and PDF and back: the same article at every step, nothing invented.

use separatum::{Article, Report, epub, jats, pdf, text};

use crate::support::corpus;
use crate::support::tags::from_tags;

/// The text through every format; the article and what its reader said.
fn around(scrape: &str) -> (Article, Report) {
    let read = text::from_str(scrape).unwrap();
    let from_text = jats::to_vec(&read.value).unwrap().into_lossless().unwrap();
    let as_jats = jats::from_slice(&from_text)
        .unwrap()
        .into_lossless()
        .unwrap();
    assert_eq!(as_jats, read.value);
    let book = epub::to_vec(&as_jats).unwrap().into_lossless().unwrap();
    let as_epub = epub::from_slice(&book).unwrap().into_lossless().unwrap();
    assert_eq!(as_epub, read.value);
    let pages = pdf::to_vec(&as_epub).unwrap().into_lossless().unwrap();
    let as_pdf = from_tags(&pages).unwrap().into_lossless().unwrap();
    assert_eq!(as_pdf, read.value);
    assert_eq!(jats::to_vec(&as_pdf).unwrap().value, from_text);
    (read.value, read.report)
}

fn count(report: &Report, code: &str) -> usize {
    report
        .findings()
        .iter()
        .filter(|finding| finding.code == code)
        .count()
}

fn check(scrape: &str) {
    let (article, report) = around(scrape);
    let lines: Vec<&str> = scrape
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    assert_eq!(article.section().as_deref(), Some(lines[0]));
    assert_eq!(article.headline.text(), lines[1]);
    assert_eq!(article.kickers.len(), 1);
    assert_eq!(article.standfirst.as_ref().unwrap().text(), lines[5]);
    assert_eq!(count(&report, "text.duplicate-headline"), 2);
    assert_eq!(count(&report, "text.furniture"), 1);
    assert_eq!(report.losses().count(), 1);
    assert!(article.credits.is_empty() && article.publication.dates.is_empty());
    assert_eq!(article.lang, None);
    let xml = jats::to_string(&article).unwrap().value;
    assert!(!xml.contains("<ext-link") && !xml.contains("<uri"));
    assert!(xml.contains("<attrib>"));
    for paragraph in lines.iter().skip(9) {
        let escaped = paragraph.replace('&', "&amp;");
        assert!(xml.contains(&escaped), "{paragraph}");
    }
}

#[test]
fn the_sample_feature_is_the_same_in_every_format() {
    check(include_str!("../../examples/data/feature.txt"));
}

#[test]
fn a_feature_as_found_is_the_same_in_every_format() {
    if let Some(folder) = corpus::folder() {
        check(&std::fs::read_to_string(folder.join("text/feature-scrape.txt")).unwrap());
    }
}

/// A page of another shape: labels one by one, a date, pictures in the manner of a broadcaster, copyright, furniture between.
#[test]
fn a_page_of_a_broadcaster_is_the_same_in_every_format() {
    let (article, report) = around(
        "Menu\n\nNews\n\nEurope\n\nHarbour wall row grows\n\nPublished 14 March 2024\n\nShare\n\nNora Vale\n\n\
        Image source, Getty Images\n\nImage caption, The wall was built in 1788\n\n\
        A row over a harbour wall has split a fishing town in two.\n\nRecent findings\n\n\
        The wall leans by a hand each winter, as it has for a hundred years.\n\nAdvertisement\n\n\
        Three mules brought the lime. (AP Photo/Karl Ost)\n\nThe council is to meet on Friday, whatever happens.\n\n\
        Related topics\n\nHarbours\n\n© 2024 The Harbour News. All rights reserved.\n",
    );
    assert_eq!(count(&report, "text.furniture"), 5);
    assert_eq!(report.losses().count(), 5);
    assert_eq!(article.figures().len(), 2);
    assert_eq!(article.publication.dates.len(), 1);
    assert_eq!(
        article.copyright_statement().as_deref(),
        Some("© 2024 The Harbour News. All rights reserved.")
    );
    assert!(article.credits.is_empty());
}
