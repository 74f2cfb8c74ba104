//! How pages look: of made-up articles, of the samples, and of a spread of real articles.

use super::seen::{Look, has_place};
use super::{pages_of, plain, words};
use crate::codec;
use crate::facts::Facts;
use crate::pdf::page::Pages;
use crate::pdf::tags::tests::{document, el, element, text};
use crate::pdf::theme::Theme;
use crate::report::Report;
use crate::resources::{DirectoryResources, NoResources, Resources};
use crate::tree::{Attr, Node};
use crate::{Article, Limits, jats};

fn pages(article: &Article, resources: &dyn Resources, report: &mut Report) -> Pages {
    let document = codec::to_document(article).unwrap();
    pages_of(&document, resources, &Facts::of(article), report)
}

/// An article with that body.
pub(super) fn body(content: Vec<Node>) -> Pages {
    plain(&document(element("article", vec![el("body", content)])))
}

pub(super) fn attributed(
    name: &'static str,
    attr: (&'static str, &str),
    content: Vec<Node>,
) -> Node {
    let mut element = element(name, content);
    element.attrs.push(Attr {
        namespace: None,
        name: attr.0.into(),
        value: attr.1.into(),
    });
    Node::Element(element)
}

#[test]
fn the_samples_look_as_they_should() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/data");
    let images = DirectoryResources::new(&folder, Limits::default()).unwrap();
    for name in ["feature.xml", "research.xml"] {
        let bytes = std::fs::read(folder.join(name)).unwrap();
        let article = jats::from_slice(&bytes).unwrap().into_lossless().unwrap();
        let mut report = Report::new();
        let pages = pages(&article, &images, &mut report);
        assert_eq!(Look::at(&pages).faults(), [""; 0], "{name}");
        assert!(has_place(&pages));
        let codes: Vec<_> = report
            .findings()
            .iter()
            .map(|finding| &finding.code)
            .collect();
        assert!(
            !codes.iter().any(|code| **code == "pdf.missing-glyph"),
            "{codes:?}"
        );
        assert!(
            !codes.iter().any(|code| **code == "pdf.image-missing"),
            "{codes:?}"
        );
    }
}

#[test]
fn a_spread_of_real_articles_looks_as_it_should() {
    let articles = crate::pdf::tests::articles();
    let step = crate::pdf::tests::step(17);
    let mut faults = Vec::new();
    for (path, article) in articles.iter().step_by(step) {
        let pages = pages(article, &NoResources, &mut Report::new());
        let found = Look::at(&pages).faults();
        faults.extend(found.into_iter().map(|fault| format!("{path}: {fault}")));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_first_paragraph_after_a_heading_or_a_leading_picture_is_not_indented() {
    let fig = || {
        el(
            "fig",
            vec![
                el("graphic", Vec::new()),
                el("caption", vec![el("p", vec![text("Seen.")])]),
            ],
        )
    };
    let p = |start: &str| el("p", vec![text(start), words(60)]);
    let section = el(
        "sec",
        vec![
            el("title", vec![text("Heading")]),
            p("First "),
            p("Second "),
            fig(),
            p("Third "),
        ],
    );
    let pages = body(vec![fig(), p("Opening "), section]);
    let look = Look::at(&pages);
    let theme = Theme::default();
    for (start, indent) in [
        ("Opening", 0.0),
        ("First", 0.0),
        ("Second", theme.indent),
        ("Third", theme.indent),
    ] {
        let left = look.find(start).area[0];
        assert!((left - theme.side - indent).abs() < 0.1, "{start}: {left}");
    }
}

#[test]
fn what_goes_on_after_a_figure_inside_a_paragraph_is_not_indented() {
    let fig = el("fig", vec![el("graphic", Vec::new())]);
    let p = el("p", vec![words(40), fig, text("Going on "), words(40)]);
    let pages = body(vec![el("p", vec![words(9)]), p]);
    let left = Look::at(&pages).find("Going").area[0];
    assert!((left - Theme::default().side).abs() < 0.1, "{left}");
}

#[test]
fn a_standfirst_is_larger_than_the_text_and_what_is_about_the_article_comes_last() {
    let teaser = attributed(
        "abstract",
        ("abstract-type", "teaser"),
        vec![el("p", vec![text("Leading")])],
    );
    let date = el("date", vec![el("year", vec![text("1987")])]);
    let meta = el(
        "article-meta",
        vec![
            el(
                "title-group",
                vec![el("article-title", vec![text("Headline")])],
            ),
            el("history", vec![date]),
            teaser,
        ],
    );
    let front = el("front", vec![meta]);
    let content = el("body", vec![el("p", vec![text("Running "), words(30)])]);
    let back = el("back", vec![el("ack", vec![el("p", vec![text("Thanks")])])]);
    let pages = plain(&document(element("article", vec![front, content, back])));
    let look = Look::at(&pages);
    let theme = Theme::default();
    let size = |words: &str| look.find(words).size;
    assert!((size("Leading") - theme.standfirst).abs() < 0.01);
    assert!((size("Running") - theme.body).abs() < 0.01);
    let upper = |words: &str| look.find(words).area[1];
    let order = ["Headline", "Leading", "Running", "Thanks", "1987"].map(upper);
    assert!(order.is_sorted(), "{order:?}");
    assert!(
        look.find("1987").tag < look.find("Running").tag,
        "the tags keep the article's order"
    );
}

#[test]
fn titles_in_captions_and_abstracts_run_in() {
    let caption = el(
        "caption",
        vec![
            el("title", vec![text("Named.")]),
            el("p", vec![text("Described.")]),
        ],
    );
    let fig = el(
        "fig",
        vec![
            el("label", vec![text("Figure 1")]),
            caption,
            el("graphic", Vec::new()),
        ],
    );
    let sec = el(
        "sec",
        vec![
            el("title", vec![text("Aims")]),
            el("p", vec![text("To know.")]),
        ],
    );
    let meta = el("article-meta", vec![el("abstract", vec![sec])]);
    let content = vec![el("front", vec![meta]), el("body", vec![fig])];
    let pages = plain(&document(element("article", content)));
    let look = Look::at(&pages);
    let baseline = |words: &str| look.find(words).area[3];
    assert!((baseline("Figure 1") - baseline("Described")).abs() < 0.1);
    assert!((baseline("Named") - baseline("Described")).abs() < 0.1);
    assert!((baseline("Aims") - baseline("To know")).abs() < 0.1);
}

#[test]
fn the_title_that_is_all_of_a_caption_does_not_run_in_with_the_text_after_it() {
    for holder in [
        "supplementary-material",
        "media",
        "chem-struct-wrap",
        "fig-group",
        "boxed-text",
    ] {
        let caption = el("caption", vec![el("title", vec![text("Named.")])]);
        let after = el("p", vec![text("Afterwards.")]);
        let pages = body(vec![el(holder, vec![caption]), after]);
        let look = Look::at(&pages);
        let [named, after] = ["Named", "Afterwards"].map(|words| look.find(words).area);
        assert!(named[3] < after[1], "{holder}");
    }
}

#[test]
fn what_is_about_a_part_comes_before_the_part_in_it() {
    let part = |title: &str, year: &str, more: Vec<Node>| {
        let title = el("article-title", vec![text(title)]);
        let date = el("date", vec![el("year", vec![text(year)])]);
        let meta = vec![el("title-group", vec![title]), el("history", vec![date])];
        let front = el("front", vec![el("article-meta", meta)]);
        el("sub-article", [vec![front], more].concat())
    };
    let inner = part("Inner", "1988", Vec::new());
    let outer = part("Outer", "1987", vec![inner]);
    let pages = plain(&document(element("article", vec![outer])));
    let look = Look::at(&pages);
    let order = ["Outer", "1987", "Inner", "1988"].map(|words| look.find(words).area[1]);
    assert!(order.is_sorted(), "{order:?}");
}

#[test]
fn a_figure_that_waits_comes_before_a_part_also_where_a_heading_is_all_before_that() {
    let title = |name: &'static str, words: &str| el(name, vec![text(words)]);
    let caption = el("caption", vec![el("p", vec![text("Seen "), words(200)])]);
    let fig = el("fig", vec![el("graphic", Vec::new()), caption]);
    let group = el("title-group", vec![title("article-title", "Outer")]);
    let front = el("front", vec![el("article-meta", vec![group])]);
    let part = el("sub-article", vec![front]);
    for count in 25..50 {
        let before = (0..count).map(|_| el("p", vec![words(12)]));
        let end = [fig.clone(), el("sec", vec![title("title", "Last")])];
        let content = el("body", before.chain(end).collect());
        let pages = plain(&document(element("article", vec![content, part.clone()])));
        let look = Look::at(&pages);
        let place = |words: &str| (look.find(words).page, look.find(words).area[1]);
        assert!(place("Last") < place("Outer"), "{count}");
        assert!(place("Seen") < place("Outer"), "{count}");
    }
}

#[test]
fn a_wide_table_takes_room_from_the_margins_and_breaks_no_word() {
    let word = "Immeasurable";
    let row = || el("tr", (0..11).map(|_| el("td", vec![text(word)])).collect());
    let table = el("table", vec![el("tbody", vec![row(), row()])]);
    let pages = body(vec![el("table-wrap", vec![table])]);
    let look = Look::at(&pages);
    assert_eq!(look.faults(), [""; 0]);
    let whole = look.ink.iter().filter(|seen| seen.text == word);
    assert_eq!(whole.count(), 22);
    assert!(look.find(word).area[0] < Theme::default().side);
}

#[test]
fn a_caption_stays_with_its_table_also_where_that_is_a_picture() {
    let caption = || el("caption", vec![el("p", vec![text("Described")])]);
    let wrap = || el("table-wrap", vec![caption(), el("graphic", Vec::new())]);
    for count in 20..60 {
        let before = (0..count).map(|_| el("p", vec![words(12)]));
        let pages = body(before.chain([wrap()]).collect());
        assert_eq!(Look::at(&pages).faults(), [""; 0]);
    }
}

#[test]
fn a_figure_that_is_all_of_a_section_stays_under_its_heading() {
    let text_of = |n| el("p", vec![words(n)]);
    let table = el(
        "table",
        (0..9)
            .map(|_| el("tr", vec![el("td", vec![text("cell")])]))
            .collect(),
    );
    let section = el(
        "sec",
        vec![
            el("title", vec![text("Key")]),
            el("table-wrap", vec![table]),
        ],
    );
    let rest = el("sec", vec![el("title", vec![text("After")]), text_of(90)]);
    for count in 30..40 {
        let before = (0..count).map(|_| text_of(25));
        let pages = body(before.chain([section.clone(), rest.clone()]).collect());
        let look = Look::at(&pages);
        let place = |words: &str| (look.find(words).page, look.find(words).area[1]);
        assert!(place("Key") < place("cell") && place("cell") < place("After"));
        assert_eq!(place("Key").0, place("cell").0);
    }
}

#[test]
fn headlines_are_divided_into_lines_of_like_length() {
    let title = el(
        "article-title",
        vec![text(
            "Correlation of grease and warmth in ponds that herders dug by hand",
        )],
    );
    let meta = el("article-meta", vec![el("title-group", vec![title])]);
    let pages = plain(&document(element("article", vec![el("front", vec![meta])])));
    let look = Look::at(&pages);
    let widths: Vec<f32> = look
        .ink
        .iter()
        .filter(|seen| seen.size > 20.0)
        .map(|seen| seen.area[2] - seen.area[0])
        .collect();
    assert!(widths.len() > 1);
    let (least, most) = widths
        .iter()
        .fold((f32::MAX, 0.0_f32), |(a, b), w| (a.min(*w), b.max(*w)));
    assert!(least > 0.6 * most, "{widths:?}");
}
