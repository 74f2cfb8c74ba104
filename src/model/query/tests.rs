#![cfg(feature = "jats")]

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use crate::model::{DateStage, Lang};
use crate::{Article, jats};

pub(in crate::model::query) fn article(meta: &str) -> Article {
    let xml = format!(
        "<article xmlns:xlink=\"http://www.w3.org/1999/xlink\"><front><article-meta>{meta}</article-meta></front></article>"
    );
    jats::from_str(&xml).unwrap().value
}

/// A credit of that name.
pub(in crate::model::query) fn contrib(name: &str, inside: &str) -> String {
    format!(
        "<contrib contrib-type=\"author\"><name><surname>{name}</surname></name>{inside}</contrib>"
    )
}

#[test]
fn dates_of_events_are_dates_too() {
    let article = article(
        "<pub-date pub-type=\"epub\"><year>2026</year></pub-date><pub-history><event event-type=\"preprint\"><date><year>2025</year>\
         </date></event><event><pub-date date-type=\"review\"><year>2024</year></pub-date></event></pub-history>",
    );
    let dates = article.dates();
    let shown: Vec<_> = dates
        .iter()
        .map(|dated| (dated.what, dated.stage))
        .collect();
    let expected = [
        (Some("epub"), DateStage::Publication),
        (Some("preprint"), DateStage::Event),
        (Some("review"), DateStage::Event),
    ];
    assert_eq!(shown, expected);
    assert_eq!(article.published().unwrap().to_string(), "2026");
    assert!(dates[1].event.is_some());
}

#[test]
fn figures_of_groups_floats_and_parts_are_figures() {
    let fig = |id: &str, inside: &str| {
        format!("<fig id=\"{id}\"><graphic xlink:href=\"{id}.png\"/>{inside}</fig>")
    };
    let xml = format!(
        "<article xmlns:xlink=\"http://www.w3.org/1999/xlink\"><body><p>{}</p><fig-group>{}{}<attrib>All</attrib></fig-group></body>\
         <floats-group>{}</floats-group><sub-article><body>{}</body></sub-article></article>",
        fig("a", ""),
        fig("b", "<attrib>Own</attrib>"),
        fig("c", ""),
        fig("d", ""),
        fig("e", ""),
    );
    let article = jats::from_str(&xml).unwrap().value;
    let figures = article.figures();
    let ids: Vec<_> = figures
        .iter()
        .filter_map(|placed| placed.figure.id.as_deref())
        .collect();
    assert_eq!(ids, ["a", "b", "c", "d", "e"]);
    let credits: Vec<_> = figures
        .iter()
        .map(|placed| placed.credits().join(", "))
        .collect();
    assert_eq!(credits, ["", "Own", "All", "", ""]);
    assert!(figures.iter().all(|placed| placed.images().count() == 1));
}

#[test]
fn translations_are_gathered_by_language() {
    let xml = "<article xml:lang=\"en\"><front><article-meta><title-group><trans-title-group xml:lang=\"pt\"><trans-title>A</trans-title>\
        </trans-title-group></title-group><trans-abstract xml:lang=\"PT\"><p>B</p></trans-abstract><trans-abstract><p>C</p>\
        </trans-abstract><kwd-group xml:lang=\"en\"><kwd>D</kwd></kwd-group><kwd-group xml:lang=\"es\"><kwd>E</kwd></kwd-group>\
        </article-meta></front><sub-article article-type=\"translation\" xml:lang=\"es\"/><sub-article article-type=\"reply\" \
        xml:lang=\"es\"/></article>";
    let article = jats::from_str(xml).unwrap().value;
    let counts: Vec<_> = article
        .translations()
        .iter()
        .map(|t| {
            (
                t.lang.map(Lang::as_str),
                t.titles.len(),
                t.abstracts.len(),
                t.keywords.len(),
                t.articles.len(),
            )
        })
        .collect();
    assert_eq!(
        counts,
        [
            (Some("pt"), 1, 1, 0, 0),
            (None, 0, 1, 0, 0),
            (Some("es"), 0, 0, 1, 1)
        ]
    );
    assert_eq!(article.translation("Es").unwrap().articles.len(), 1);
    assert!(article.translation("fr").is_none());
}

#[test]
fn sections_are_found_by_any_of_their_types() {
    let xml = "<article><body><sec sec-type=\"Methods\"><sec sec-type=\"materials|methods\"/></sec><sec/></body><back><sec \
        sec-type=\"methods\"/></back></article>";
    let article = jats::from_str(xml).unwrap().value;
    assert_eq!(article.sections().len(), 4);
    assert_eq!(article.sections_of_type("methods").len(), 3);
    assert_eq!(article.sections_of_type("material").len(), 0);
}

#[test]
fn words_of_running_text_are_counted() {
    let xml = "<article><front><article-meta><title-group><article-title>Not this</article-title></title-group></article-meta></front>\
        <body><sec><label>1</label><title>On salt</title><p>H<sub>2</sub>O is <bold>wa</bold>ter – said<fn><p>not this</p></fn> he.<list>\
        <list-item><p>One</p></list-item></list>Two</p><fig><caption><p>Not this</p></caption></fig></sec></body>\
        <back><ack><p>Not this</p></ack></back></article>";
    // 1, On, salt, H2O, is, water, said, he, One, Two.
    assert_eq!(jats::from_str(xml).unwrap().value.word_count(), 10);
}

/// Many of everything that refers to something: no question compares each with each.
#[test]
#[expect(clippy::disallowed_methods, reason = "what is tested is time")]
fn questions_cost_no_more_than_reading() {
    const MANY: usize = 20_000;
    let (mut contribs, mut affs, mut refs, mut calls) =
        (String::new(), String::new(), String::new(), String::new());
    for n in 0..MANY {
        contribs.push_str(&contrib(
            "Li",
            &format!("<xref rid=\"a{n}\"/><xref rid=\"c\"/>"),
        ));
        write!(affs, "<aff id=\"a{n}\"/>").unwrap();
        write!(refs, "<ref id=\"r{n}\"/>").unwrap();
        write!(
            calls,
            "<xref ref-type=\"bibr\" rid=\"r{n} r{}\"/>",
            MANY - n
        )
        .unwrap();
    }
    let xml = format!(
        "<article><front><article-meta><contrib-group>{contribs}</contrib-group>{affs}<author-notes><corresp id=\"c\"/></author-notes>\
         </article-meta></front><body><p>{calls}</p></body><back><ref-list>{refs}</ref-list></back></article>"
    );
    let started = Instant::now();
    let article = jats::from_str(&xml).unwrap().value;
    let reading = started.elapsed();
    let started = Instant::now();
    assert!(
        article
            .contributors()
            .iter()
            .all(|contributor| contributor.affiliations.len() == 1)
    );
    assert_eq!(
        article
            .cited()
            .iter()
            .map(|cited| cited.calls.len())
            .sum::<usize>(),
        2 * MANY - 1
    );
    let asking = started.elapsed();
    assert!(
        asking < reading + Duration::from_secs(2),
        "reading {reading:?}, asking {asking:?}"
    );
}

#[test]
fn a_whole_iso_date_says_more_than_parts_in_words() {
    let article = article(
        "<pub-date iso-8601-date=\"2026-03-05\"><day>5</day><month>March</month><year>2026</year></pub-date>",
    );
    assert_eq!(article.published().unwrap().to_string(), "2026-03-05");
    let other = self::article(
        "<pub-date iso-8601-date=\"2025-03-05\"><month>March</month><year>2026</year></pub-date>",
    );
    assert_eq!(other.published().unwrap().to_string(), "2026-03");
}

#[test]
fn keywords_of_an_article_without_a_language_are_no_translation() {
    let article = article("<kwd-group xml:lang=\"en\"><kwd>salt</kwd></kwd-group>");
    assert_eq!(article.translations(), []);
}

#[test]
fn the_address_of_a_licence_may_stand_in_its_text_alone() {
    let by = "https://creativecommons.org/licenses/by/4.0/";
    let link = |href: &str| format!("<ext-link xlink:href=\"{href}\">here</ext-link>");
    let cases = [
        (link(by), Some(by)),
        (format!("<italic>see {}</italic>", link(by)), Some(by)),
        (format!("<uri>{by}</uri>"), Some(by)),
        // Among other links the one that is known to be a licence.
        (
            link("https://press.example/") + &link(by) + &link("mailto:a@press.example"),
            Some(by),
        ),
        // The same one twice.
        (
            link(by) + &link("http://creativecommons.org/licenses/by/4.0"),
            Some(by),
        ),
        // The only one, whoever's it is.
        (
            link("http://press.example/terms") + "<email>a@press.example</email>",
            Some("http://press.example/terms"),
        ),
        // Several that could be meant, or none.
        (
            link(by) + &link("https://creativecommons.org/publicdomain/zero/1.0/"),
            None,
        ),
        (
            link("https://press.example/") + &link("https://press.example/terms"),
            None,
        ),
        (
            link("https://creativecommons.org/") + &link("https://press.example/"),
            None,
        ),
        (link("#terms"), None),
        (by.to_owned(), None),
    ];
    for (text, expected) in cases {
        let xml = format!(
            "<permissions><license><license-p>Under the licence {text}.</license-p></license></permissions>"
        );
        let article = article(&xml);
        let found = article.licence().unwrap().address();
        assert_eq!(found.as_deref(), expected, "{text}");
    }
    // What is stated in its place is not overruled by the text, and NLM has plain paragraphs.
    let stated = article(&format!(
        "<permissions><license xlink:href=\"https://press.example/l\"><license-p>{}</license-p></license></permissions>",
        link(by)
    ));
    assert_eq!(
        stated.licence().unwrap().address().unwrap(),
        "https://press.example/l"
    );
    let of_nlm = article(&format!(
        "<permissions><license><p>{}</p></license></permissions>",
        link(by)
    ));
    assert_eq!(of_nlm.licence().unwrap().address().as_deref(), Some(by));
}

#[test]
fn who_paid_may_be_marked_in_running_text_alone() {
    let xml = "<article><front><article-meta><funding-group><award-group><funding-source>Sea Fund</funding-source><award-id>1</award-id>\
        </award-group><funding-statement>Paid by <funding-source>Sea Fund</funding-source> (<award-id>1</award-id>) and <funding-source>\
        <institution-wrap><institution>Land Fund</institution></institution-wrap></funding-source> (<award-id>2</award-id>).\
        </funding-statement></funding-group></article-meta></front><back><ack><p>Thanks to <funding-source>Air Fund</funding-source> \
        <award-id>3</award-id>.</p></ack></back><sub-article><back><ack><p><funding-source>Not this</funding-source></p></ack></back>\
        </sub-article></article>";
    let article = jats::from_str(xml).unwrap().value;
    let names: Vec<_> = article
        .funders()
        .into_iter()
        .flat_map(|funder| funder.names)
        .collect();
    assert_eq!(names, ["Sea Fund", "Land Fund", "Air Fund"]);
    assert_eq!(article.award_numbers(), ["1", "2", "3"]);
}

#[test]
fn months_have_numbers_and_english_names() {
    let parsed = |month: &str| {
        let article = article(&format!(
            "<pub-date><day>5</day><month>{month}</month><year>2026</year></pub-date>"
        ));
        article.published().unwrap().to_string()
    };
    for month in ["3", "03", "March", "march", "Mar", "Mar."] {
        assert_eq!(parsed(month), "2026-03-05", "{month}");
    }
    assert_eq!(parsed("Sept."), "2026-09-05");
    for month in ["13", "M\u{e4}rz", "Ma", "Marchy", "", "March/April"] {
        assert_eq!(parsed(month), "2026", "{month}");
    }
}

#[test]
fn translations_stand_in_other_places_too() {
    let xml = "<article xml:lang='pt'><front><article-meta><title-group><article-title>A</article-title><trans-title xml:lang='en'>B\
        </trans-title><trans-subtitle xml:lang='en'>C</trans-subtitle></title-group><abstract xml:lang='pt'><p>D</p></abstract>\
        <abstract xml:lang='en'><p>E</p></abstract></article-meta></front><sub-article article-type='Translation' xml:lang='en'/></article>";
    let article = jats::from_str(xml).unwrap().value;
    let english = article.translation("en").unwrap();
    assert_eq!(english.loose_titles[0].text(), "B");
    assert_eq!(english.abstracts[0].text(), "E");
    assert_eq!(english.articles.len(), 1);
    assert_eq!(article.translations().len(), 1);
    assert!(article.headline.extra.is_empty());
}

#[test]
fn titled_notes_are_found_by_their_type() {
    let xml = "<article><back><notes notes-type='data-availability'><title>Data</title></notes><sec sec-type='data-availability'/>\
        <sec><notes notes-type='COI-statement'/></sec></back></article>";
    let article = jats::from_str(xml).unwrap().value;
    assert_eq!(article.sections_of_type("data-availability").len(), 2);
    assert_eq!(article.sections_of_type("coi-statement").len(), 1);
    assert_eq!(article.sections().len(), 2);
}
