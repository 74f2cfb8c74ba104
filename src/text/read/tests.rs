mod page;
mod scrapes;

use super::article;
use crate::model::{Article, Block};
use crate::report::{Effect, Report};

const SCRAPE: &str = "\
Region desk

Salt comes back to the northern shore

Latest stories

Region desk\u{a0}|\u{a0}Water\u{a0}|\u{a0}Trade

Salt comes back to the northern shore

A works that closed a generation ago is shipping again, and the town around it has to decide what it wants to be.

Salt comes back to the northern shore

Workers rake the first harvest at the edge of the pans. 

Credit: Harbour Archive

The pans lie white in the morning, a grid of shallow basins that runs from the road to the water, and nobody who grew up here expected to see them worked again. The gates were opened in spring, by hand, with a crowd on the dyke, and by the end of the summer the first wagons stood loaded at the siding that had been bare for thirty years

A town without a trade

It was never only salt. The works ran the school bus, the clinic and the ice rink, and when it closed they closed with it, one after the other.
";

fn read(text: &str) -> (Article, Report) {
    let mut report = Report::new();
    let article = article(text, &mut report).unwrap();
    (article, report)
}

fn lines(report: &Report, code: &str) -> Vec<u64> {
    report
        .into_iter()
        .filter(|f| f.code == code)
        .filter_map(|f| f.location.line)
        .collect()
}

#[test]
fn a_scrape_finds_its_fields() {
    let (article, report) = read(SCRAPE);
    assert_eq!(article.section().as_deref(), Some("Region desk"));
    assert_eq!(
        article.headline.text(),
        "Salt comes back to the northern shore"
    );
    let kicker: Vec<String> = article.kickers[0]
        .subjects
        .iter()
        .map(crate::model::Written::text)
        .collect();
    assert_eq!(kicker, ["Region desk", "Water", "Trade"]);
    assert!(
        article
            .standfirst
            .as_ref()
            .unwrap()
            .text()
            .starts_with("A works")
    );
    assert!(article.credits.is_empty());
    assert_eq!(article.lang, None);
    assert!(article.publication.dates.is_empty());
    let content = &article.body.as_ref().unwrap().content;
    let Block::Figure(figure) = &content[0] else {
        panic!("{content:?}")
    };
    assert_eq!(figure.credits[0].text(), "Harbour Archive");
    assert!(matches!(&content[1], Block::Paragraph(_)));
    let Block::Section(section) = &content[2] else {
        panic!("{content:?}")
    };
    assert_eq!(
        section.title.as_ref().unwrap().text(),
        "A town without a trade"
    );
    assert_eq!(content.len(), 3);
    assert_eq!(lines(&report, "text.furniture"), [5]);
    assert_eq!(lines(&report, "text.duplicate-headline"), [9, 13]);
    assert_eq!(report.losses().count(), 1);
}

#[test]
fn lines_that_were_wrapped_are_one_paragraph() {
    let text = "Headline of four words\n\nThe first line of this paragraph is wrapped at about seventy\ncolumns, and the second line is the end of it.\n\nAnother.\n";
    let (article, _) = read(text);
    let words = article.standfirst.map(|s| s.text()).unwrap_or_default();
    assert!(words.contains("seventy columns"), "{words}");
}

#[test]
fn lists_and_tables_are_told_by_their_marks() {
    let text = "Headline of four words\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n";
    let (article, _) = read(text);
    let content = article.body.unwrap().content;
    assert!(matches!(&content[0], Block::List(list) if list.items.len() == 2));
    assert!(matches!(&content[1], Block::Table(_)));
}

#[test]
fn a_byline_is_told_by_its_first_word_only() {
    let text = "Headline of four words\n\nBy Jane Roe and John Doe\n\nBy noon the pans were dry, and the men went home to eat.\n";
    let (article, _) = read(text);
    assert_eq!(
        article
            .credits()
            .filter_map(crate::model::Credit::name)
            .collect::<Vec<_>>(),
        ["Jane Roe", "John Doe"]
    );
}

#[test]
fn a_list_of_names_is_told_by_its_last_word_and_a_title_is_no_author() {
    let names = |line: &str| {
        let (article, _) = read(&format!("Headline of four words\n\n{line}\n"));
        let names = article.credits().filter_map(crate::model::Credit::name);
        names.collect::<Vec<_>>()
    };
    assert_eq!(
        names("By Jane Roe, John Doe and Ann Li"),
        ["Jane Roe", "John Doe", "Ann Li"]
    );
    assert_eq!(
        names("By Jane Roe, Science Editor"),
        ["Jane Roe, Science Editor"]
    );
}

#[test]
fn numbers_that_do_not_count_from_one_are_text() {
    for text in [
        "3. Three\n4. Four",
        "1. One\n1. Again",
        "- one\n2. Two",
        "5. A step alone",
    ] {
        let (article, _) = read(&format!("A headline of more than five words\n\n{text}\n"));
        let content = article.body.unwrap().content;
        let said: Vec<String> = content.iter().map(Block::text).collect();
        assert_eq!(said.join("\n"), text);
    }
    let (article, report) = read("A headline of more than five words\n\n1. One\n2) Two\n");
    let content = article.body.unwrap().content;
    assert!(matches!(&content[0], Block::List(list) if list.items.len() == 2));
    assert_eq!(lines(&report, "text.list"), [3]);
}

#[test]
fn a_row_of_dashes_is_a_rule_below_the_head_only() {
    let (article, report) =
        read("A headline of more than five words\n\n| a | b |\n|---|---|\n| - | - |\n| 1 | 2 |\n");
    let Block::Table(table) = &article.body.unwrap().content[0] else {
        panic!("no table")
    };
    assert_eq!(table.grid().unwrap().rows(), 3);
    assert_eq!(lines(&report, "text.table"), [3]);
}

#[test]
fn a_carriage_return_alone_ends_a_line() {
    let (article, report) =
        read("A headline of more than five words\r\rA first line.\r\rA second one.\r");
    assert_eq!(
        article.headline.text(),
        "A headline of more than five words"
    );
    assert_eq!(article.body.unwrap().content.len(), 2);
    assert_eq!(report.losses().count(), 0);
}

#[test]
fn control_characters_are_dropped_and_said() {
    let (article, report) = read("Head\u{c}line of words\n\nText.\n");
    assert_eq!(article.headline.text(), "Headline of words");
    assert!(
        report
            .into_iter()
            .any(|f| f.code == "text.illegal-character" && f.effect == Effect::Dropped)
    );
}

#[test]
fn nothing_is_an_error() {
    assert!(article(" \n\n", &mut Report::new()).is_err());
}

#[test]
fn a_short_headline_before_a_short_sentence_is_no_section() {
    let text = "Tides\n\nThe sea came back at noon.\n";
    let article = crate::text::from_str(text).unwrap().value;
    assert_eq!(article.headline.text(), "Tides");
    assert_eq!(article.section(), None);
    assert_eq!(crate::text::to_string(&article).unwrap().value, text);
}
