//! How tables look.

use super::looks::body;
use super::seen::Look;
use crate::pdf::tags::tests::{el, text};
use crate::tree::Node;

/// A row of cells of that kind, each with a text.
fn row(name: &'static str, cells: &[&str]) -> Node {
    let cells = cells.iter().map(|cell| el(name, vec![text(cell)]));
    el("tr", cells.collect())
}

#[test]
fn a_column_is_as_wide_as_a_label_and_its_text() {
    let cell = |content: Vec<Node>| el("td", content);
    let list = el(
        "list",
        vec![el(
            "list-item",
            vec![
                el("label", vec![text("A label of many words")]),
                el("p", vec![text("behind it")]),
            ],
        )],
    );
    let row = el("tr", vec![cell(vec![list]), cell(vec![text("beside")])]);
    let pages = body(vec![el(
        "table-wrap",
        vec![el("table", vec![el("tbody", vec![row])])],
    )]);
    let look = Look::at(&pages);
    let [label, behind] = ["A label", "behind it"].map(|words| look.find(words).area);
    assert!((label[1] - behind[1]).abs() < 1.0, "{label:?} {behind:?}");
    assert!(look.find("beside").area[0] > behind[2] + 5.0);
}

#[test]
fn columns_stand_apart_and_heads_break_before_what_is_below_them() {
    let head = row(
        "th",
        &[
            "Taxa",
            "After the hatching",
            "Prior molting",
            "After molting",
            "Prior molting",
            "After molting",
            "Prior pupation",
            "All of them",
        ],
    );
    let below = row(
        "td",
        &[
            "E. circumscriptus",
            "4.8",
            "8.3",
            "8.9",
            "13.2",
            "13.5",
            "18.2",
            "20.2",
        ],
    );
    let groups = vec![el("thead", vec![head]), el("tbody", vec![below])];
    let pages = body(vec![el("table-wrap", vec![el("table", groups)])]);
    let look = Look::at(&pages);
    let name = look.find("E. circumscriptus");
    assert!((name.area[1] - look.find("4.8").area[1]).abs() < 0.1);
    assert!(look.find("4.8").area[0] > name.area[2] + 8.0);
}

#[test]
fn rows_of_heads_that_begin_a_table_are_its_head() {
    let row = |name, start| row(name, &[start, "one", "two"]);
    let mut rows = vec![row("th", "Head")];
    rows.extend((0..90).map(|_| row("td", "below")));
    let table = |rows| {
        body(vec![el(
            "table-wrap",
            vec![el("table", vec![el("tbody", rows)])],
        )])
    };
    let pages = table(rows);
    let heads = |look: &Look<'_>| look.ink.iter().filter(|seen| seen.text == "Head").count();
    assert!(pages.pages.len() > 1);
    assert_eq!(heads(&Look::at(&pages)), pages.pages.len());
    // A table of nothing but heads has none.
    let pages = table((0..90).map(|_| row("th", "Head")).collect());
    assert_eq!(heads(&Look::at(&pages)), 90);
}

#[test]
fn the_last_rows_of_a_table_stay_together() {
    for lines in 10..40 {
        let mut content: Vec<Node> = (0..lines)
            .map(|_| el("p", vec![text("One line")]))
            .collect();
        let row = |name: String| el("tr", vec![el("td", vec![text(&name)])]);
        let rows = (10..40)
            .map(|number| row(format!("row {number}")))
            .collect();
        content.push(el("table-wrap", vec![el("table", vec![el("tbody", rows)])]));
        let pages = body(content);
        let look = Look::at(&pages);
        let page = |name: &str| look.find(name).page;
        assert_eq!(page("row 37"), page("row 39"), "{lines}");
    }
}
