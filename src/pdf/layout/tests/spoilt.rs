//! Good pages, each spoilt in one way: that what finds the faults of pages finds every kind of them.

use super::seen::{Look, has_place};
use super::{plain, words};
use crate::pdf::page::{Chunk, Item, Pages, Run};
use crate::pdf::tags::tests::{document, el, element, text};
use crate::pdf::theme::Theme;

/// Some pages with headings, a described table, and an illustration.
fn good() -> Pages {
    let caption = el("caption", vec![el("p", vec![text("Described.")])]);
    let row = el("tr", vec![el("td", vec![text("cell")])]);
    let table = el("table", vec![el("tbody", vec![row])]);
    let section = el(
        "sec",
        vec![
            el("title", vec![text("Heading")]),
            el("p", vec![text("Under it "), words(60)]),
        ],
    );
    let mut content = vec![
        el("table-wrap", vec![caption, table]),
        el("fig", vec![el("graphic", Vec::new())]),
    ];
    content.extend((0..40).map(|_| el("p", vec![words(60)])));
    content.push(section);
    let body = el("body", content);
    plain(&document(element("article", vec![body])))
}

/// What is found once the pages are spoilt: the beginning of each fault, up to the first colon.
fn found(spoil: impl Fn(&mut Pages)) -> Vec<String> {
    let mut pages = good();
    spoil(&mut pages);
    let faults = Look::at(&pages).faults();
    faults
        .iter()
        .map(|fault| fault.split(':').next().unwrap().to_owned())
        .collect()
}

/// The page and the number of the first marked content with these words.
fn place(pages: &Pages, words: &str) -> (usize, usize) {
    let says = |item: &Item| matches!(item, Item::Run(run) if run.text.contains(words));
    let on = |(number, page): (usize, &crate::pdf::page::Page)| {
        let chunk = |chunk: &Chunk| chunk.items.iter().any(says);
        page.chunks.iter().position(chunk).map(|at| (number, at))
    };
    pages.pages.iter().enumerate().find_map(on).unwrap()
}

/// The first run with these words.
fn run<'p>(pages: &'p mut Pages, words: &str) -> &'p mut Run {
    let (page, chunk) = place(pages, words);
    let items = pages.pages[page].chunks[chunk].items.iter_mut();
    let mut runs = items.filter_map(|item| match item {
        Item::Run(run) if run.text.contains(words) => Some(run),
        _ => None,
    });
    runs.next().unwrap()
}

/// Takes what says these words to another page, to that height.
fn to_page(pages: &mut Pages, words: &str, page: usize, y: f32) {
    let (from, at) = place(pages, words);
    assert_ne!(from, page);
    let chunk = pages.pages[from].chunks.remove(at);
    pages.pages[page].chunks.push(chunk);
    run(pages, words).y = y;
}

#[test]
fn good_pages_have_no_faults() {
    assert_eq!(found(|_| {}), [""; 0]);
    assert!(good().pages.len() > 2);
}

#[test]
fn ink_beside_the_page_is_found() {
    let theme = Theme::default();
    for (x, y) in [(5.0, 100.0), (100.0, 5.0), (100.0, theme.height - 5.0)] {
        let found = found(|pages| {
            let run = run(pages, "Described");
            (run.x, run.y) = (x, y);
        });
        assert_eq!(found, ["off the page"], "{x}, {y}");
    }
    assert_eq!(
        found(|pages| run(pages, "Described").x = theme.width - 25.0),
        ["off the page"]
    );
}

#[test]
fn text_beside_its_column_is_found_but_in_a_table() {
    let theme = Theme::default();
    let beyond = theme.width - theme.side - 10.0;
    assert_eq!(
        found(|pages| run(pages, "Described").x = beyond),
        ["passes the column"]
    );
    assert_eq!(found(|pages| run(pages, "cell").x = beyond), [""; 0]);
}

#[test]
fn text_over_text_is_found() {
    let found = found(|pages| {
        let (x, y) = {
            let cell = run(pages, "cell");
            (cell.x, cell.y)
        };
        let caption = run(pages, "Described");
        (caption.x, caption.y) = (x, y + 1.0);
    });
    assert_eq!(found, ["one over the other"]);
}

#[test]
fn a_heading_without_its_text_is_found() {
    let foot = Theme::default().height - 30.0;
    let found = found(|pages| to_page(pages, "Heading", 0, foot));
    assert_eq!(found, ["a heading at the foot"]);
}

#[test]
fn a_caption_apart_from_its_table_is_found() {
    let foot = Theme::default().height - 30.0;
    let found = found(|pages| to_page(pages, "Described", 1, foot));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found[0].ends_with("on page 0, its caption on 1"),
        "{found:?}"
    );
}

#[test]
fn an_illustration_without_a_place_is_found() {
    assert!(has_place(&good()));
    let mut pages = good();
    for tag in &mut pages.tags {
        tag.standard_attrs.clear();
    }
    assert!(!has_place(&pages));
    assert!(!has_place(&Pages::default()));
}
