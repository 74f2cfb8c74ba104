#![cfg(feature = "jats")]

use super::*;

/// The grid of a table, as rows of texts.
fn texts(table: &str) -> Vec<Vec<String>> {
    let article = article(table);
    let grid = article.tables()[0].grid().unwrap();
    let text = |row, column| {
        grid.cell(row, column)
            .map_or_else(|| "-".to_owned(), GridCell::text)
    };
    (0..grid.rows())
        .map(|row| {
            (0..grid.columns())
                .map(|column| text(row, column))
                .collect()
        })
        .collect()
}

fn article(table: &str) -> Article {
    let xml =
        format!("<article><body><table-wrap><table>{table}</table></table-wrap></body></article>");
    crate::jats::from_str(&xml).unwrap().value
}

#[test]
fn spans_cover_their_places() {
    let table = "<tr><td rowspan='2'>a</td><td colspan='2'>b</td></tr><tr><td>c</td><td>d</td></tr><tr><td>e</td></tr>";
    assert_eq!(
        texts(table),
        [["a", "b", "b"], ["a", "c", "d"], ["e", "-", "-"]]
    );
}

#[test]
fn a_cell_stands_in_the_next_free_place() {
    let table = "<tr><td>a</td><td rowspan='3'>b</td></tr><tr><td colspan='2'>c</td><td>d</td></tr><tr><td>e</td><td>f</td></tr>";
    assert_eq!(
        texts(table),
        [["a", "b", "-"], ["c", "b", "d"], ["e", "b", "f"]]
    );
}

#[test]
fn rows_end_with_their_part() {
    let table = "<thead><tr><th rowspan='9'>a</th><th>b</th></tr></thead><tbody><tr><td rowspan='0'>c</td></tr><tr><td>d</td></tr>\
        </tbody><tfoot><tr><td>e</td></tr></tfoot>";
    assert_eq!(
        texts(table),
        [["a", "b"], ["c", "-"], ["c", "d"], ["e", "-"]]
    );
    let article = article(table);
    let grid = article.tables()[0].grid().unwrap();
    let parts: Vec<_> = (0..grid.rows()).filter_map(|row| grid.part(row)).collect();
    assert_eq!(
        parts,
        [
            TablePart::Head,
            TablePart::Body,
            TablePart::Body,
            TablePart::Foot
        ]
    );
    assert!(grid.cell(0, 0).unwrap().is_head);
    assert_eq!(grid.cells().count(), 5);
    assert_eq!(grid.cell(1, 0).unwrap().rows, 2);
}

#[test]
fn absurd_spans_cost_nothing() {
    let wide =
        "<tr><td colspan='4294967295' rowspan='4294967295'>a</td><td colspan='x'>b</td></tr>";
    let wide_article = article(wide);
    let grid = wide_article.tables()[0].grid().unwrap();
    assert_eq!((grid.rows(), grid.columns()), (1, 1_001));
    // Every cell goes down to the end: half a million places in a triangle, were they all covered.
    let tall = "<tr><td rowspan='0'>a</td></tr>".repeat(4_000);
    let tall_article = article(&tall);
    let grid = tall_article.tables()[0].grid().unwrap();
    assert_eq!(grid.cells().count(), 4_000);
    assert!(grid.cells().map(|cell| cell.rows - 1).sum::<usize>() <= 1 << 18);
}

#[test]
fn tables_of_cals_name_their_columns() {
    let table = "<tgroup cols='3'><colspec colname='a'/><colspec colname='b'/><colspec colnum='3' colname='c'/>\
        <spanspec spanname='bc' namest='b' nameend='c'/><thead><row><entry morerows='1'>1</entry><entry spanname='bc'>2</entry></row>\
        <row><entry>3</entry><entry>4</entry></row></thead><tbody><row><entry colname='c'>5</entry></row><row><entry namest='a' \
        nameend='b' morerows='9'>6</entry><entry>7</entry></row><row><entry namest='nowhere'>8</entry></row></tbody></tgroup>";
    let expected = [
        ["1", "2", "2"],
        ["1", "3", "4"],
        ["-", "-", "5"],
        ["6", "6", "7"],
        ["6", "6", "8"],
    ];
    assert_eq!(texts(table), expected);
    let article = article(table);
    let grid = article.tables()[0].grid().unwrap();
    assert!(grid.cell(0, 1).unwrap().is_head);
    assert!(!grid.cell(3, 0).unwrap().is_head);
}
