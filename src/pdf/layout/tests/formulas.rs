//! Where a formula and its number stand.

use super::looks::body;
use super::seen::Look;
use super::{plain, words};
use crate::pdf::page::Pages;
use crate::pdf::tags::tests::{document, el, element, text};
use crate::pdf::theme::Theme;
use crate::tree::Node;

#[test]
fn the_number_of_a_formula_stands_at_the_right_edge() {
    let label = || el("label", vec![text("(7)")]);
    let formula = || el("italic", vec![text("a = b")]);
    numbered(el("disp-formula", vec![label(), formula()]));
    numbered(el("disp-formula", vec![label(), text(" "), formula()]));
    numbered(el("disp-formula", vec![label(), el("p", vec![formula()])]));
}

fn numbered(formula: Node) {
    let pages = body(vec![
        el("p", vec![words(20)]),
        formula,
        el("p", vec![words(20)]),
    ]);
    let look = Look::at(&pages);
    let (number, formula) = (look.find("(7)").area, look.find("a = b").area);
    let theme = Theme::default();
    assert!(
        (number[2] - (theme.width - theme.side)).abs() < 0.5,
        "{number:?}"
    );
    assert!(
        (f32::midpoint(formula[0], formula[2]) - theme.width / 2.0).abs() < 0.5,
        "{formula:?}"
    );
    assert!((number[3] - formula[3]).abs() < 0.1);
}

#[test]
fn what_names_a_statement_or_section_is_not_the_number_of_its_first_formula() {
    let formula = || el("disp-formula", vec![el("italic", vec![text("a = b")])]);
    let label = |label: &str| el("label", vec![text(label)]);
    let abstracted = |content: Vec<Node>| {
        let meta = el("article-meta", vec![el("abstract", content)]);
        plain(&document(element("article", vec![el("front", vec![meta])])))
    };
    let title = el("title", vec![text("Theorem")]);
    let group = |content: Vec<Node>| el("disp-formula-group", content);
    let p = |content: Node| el("p", vec![content]);
    for pages in [
        body(vec![el("statement", vec![label("Theorem"), p(formula())])]),
        body(vec![el("statement", vec![title.clone(), formula()])]),
        body(vec![el(
            "statement",
            vec![label("Theorem"), p(group(vec![formula()]))],
        )]),
        abstracted(vec![el("sec", vec![title, formula()])]),
    ] {
        let look = Look::at(&pages);
        let (name, formula) = (look.find("Theorem").area, look.find("a = b").area);
        assert!(name[3] < formula[1] && name[0] < formula[0], "{name:?}");
    }
    // A group's own label is the number, and that of an item hangs before its formula.
    numbered(group(vec![label("(7)"), formula()]));
    let pages = body(vec![el(
        "list",
        vec![el("list-item", vec![label("A"), formula()])],
    )]);
    let look = Look::at(&pages);
    assert!((look.find("A").area[3] - look.find("a = b").area[3]).abs() < 0.1);
}

/// A formula with a number of so many words.
fn formula_and_number(words: usize) -> Node {
    let label = format!("(7{})", " of the set".repeat(words));
    let formula = el("italic", vec![text("a=b+c+d+e+f+g")]);
    el(
        "disp-formula",
        vec![el("label", vec![text(&label)]), formula],
    )
}

/// What is seen of the formula and its number: none of it stands on other ink or out of the column.
fn parted(pages: &Pages) {
    let look = Look::at(pages);
    assert_eq!(look.faults(), [""; 0]);
    let (number, formula) = (look.find("(7"), look.find("a=b+c+d+e+f+g"));
    let apart = |from: usize, to: usize| number.area[from] >= formula.area[to];
    assert!(
        apart(0, 2) || apart(1, 3) || formula.area[0] >= number.area[2],
        "{number:?} {formula:?}"
    );
}

#[test]
fn the_number_of_a_formula_is_not_on_it_in_a_narrow_column() {
    for words in 0..6 {
        let mut content = formula_and_number(words);
        for _ in 0..16 {
            let item = el("list-item", vec![el("p", vec![text("k")]), content]);
            content = el("list", vec![item]);
            parted(&body(vec![content.clone()]));
        }
    }
}

#[test]
fn a_column_of_a_table_has_room_for_a_formula_and_its_number() {
    let row = |first: Node, count: usize| {
        let others = (0..count).map(|_| el("td", vec![text("wordwordword wordwordword")]));
        el(
            "tr",
            std::iter::once(el("td", vec![first]))
                .chain(others)
                .collect(),
        )
    };
    for (words, columns) in [(0, 1), (0, 4), (1, 1), (1, 4), (4, 2)] {
        let rows = vec![
            row(formula_and_number(words), columns),
            row(text("x"), columns),
        ];
        let table = el("table", vec![el("tbody", rows)]);
        let pages = body(vec![el("table-wrap", vec![table])]);
        parted(&pages);
        if columns == 1 {
            let look = Look::at(&pages);
            let [number, formula] = ["(7", "a=b"].map(|words| look.find(words).area);
            assert!((number[3] - formula[3]).abs() < 0.1, "in one line");
        }
    }
}
