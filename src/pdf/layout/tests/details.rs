//! Small things that a reader sees on every page.

use super::looks::{attributed, body};
use super::seen::Look;
use super::{pages_of, words};
use crate::facts::Facts;
use crate::pdf::page::{Owner, Target};
use crate::pdf::tags::tests::{document, el, element, text};
use crate::pdf::theme::Theme;
use crate::report::Report;
use crate::resources::NoResources;
use crate::tree::Node;

#[test]
fn signs_that_stand_high_by_themselves_are_not_made_smaller_as_superscripts() {
    let raised = |sign: &str| el("sup", vec![text(sign)]);
    let pages = body(vec![el(
        "p",
        vec![text("a"), raised("*"), text("b"), raised("∘"), raised("n")],
    )]);
    let look = Look::at(&pages);
    let body = Theme::default().body;
    assert!((look.find("*").size - body).abs() < 0.01);
    assert!((look.find("∘").size - body).abs() < 0.01);
    assert!(look.find("n").size < body * 0.8);
    // The ring of a degree is raised: it stands in the middle of a line by itself.
    assert!(look.find("∘").area[3] < look.find("a").area[3] - 1.0);
    assert!((look.find("*").area[3] - look.find("a").area[3]).abs() < 0.01);
}

#[test]
fn a_line_of_bold_letters_stays_with_what_it_names() {
    let name = || {
        el(
            "p",
            vec![text(" "), el("bold", vec![text("Aims")]), text(" ")],
        )
    };
    let after = || el("p", vec![text("After it "), words(40)]);
    let together = |lines: usize, content: Vec<Node>| {
        let mut all: Vec<Node> = (0..lines)
            .map(|_| el("p", vec![text("One line")]))
            .collect();
        all.extend(content);
        let pages = body(all);
        let look = Look::at(&pages);
        assert_eq!(look.find("Aims").page, look.find("After").page, "{lines}");
    };
    for lines in 20..60 {
        together(lines, vec![name(), after()]);
        together(
            lines,
            vec![el("fn-group", vec![el("fn", vec![name(), after()])])],
        );
    }
}

#[test]
fn a_line_that_ends_with_a_colon_stays_with_what_it_leads_to() {
    for lines in 20..60 {
        let mut content: Vec<Node> = (0..lines)
            .map(|_| el("p", vec![text("One line")]))
            .collect();
        let quote = el(
            "disp-quote",
            vec![el("p", vec![text("Saying "), words(40)])],
        );
        content.extend([el("p", vec![words(30), text(" Leading: ")]), quote]);
        let pages = body(content);
        let look = Look::at(&pages);
        let lead = look.find("Leading");
        assert_eq!(lead.page, look.find("Saying").page, "{lines}");
    }
}

#[test]
fn the_section_of_a_part_stays_with_its_headline() {
    let group = |name, inner| el(name, vec![el(inner, vec![text("Reviews")])]);
    let title = el("article-title", vec![text("Headline")]);
    for lines in 20..60 {
        let before = (0..lines)
            .map(|_| el("p", vec![text("One line")]))
            .collect();
        let stub = el(
            "front-stub",
            vec![
                el("article-categories", vec![group("subj-group", "subject")]),
                el("title-group", vec![title.clone()]),
            ],
        );
        let after = el("body", vec![el("p", vec![words(40)])]);
        let part = el("sub-article", vec![stub, after]);
        let pages = super::plain(&document(element(
            "article",
            vec![el("body", before), part],
        )));
        let look = Look::at(&pages);
        assert_eq!(
            look.find("Reviews").page,
            look.find("Headline").page,
            "{lines}"
        );
    }
}

#[test]
fn a_table_without_a_name_stays_where_it_is() {
    let row = |cell: &str| el("tr", vec![el("td", vec![text(cell)])]);
    let table = || {
        el(
            "table",
            vec![el("tbody", (0..20).map(|_| row("cell")).collect())],
        )
    };
    let label = el("label", vec![text("Table 1")]);
    for (content, is_before) in [(vec![table()], true), (vec![label, table()], false)] {
        let pages = body(vec![
            el("p", vec![words(330)]),
            el("table-wrap", content),
            el("p", vec![text("Behind")]),
        ]);
        let look = Look::at(&pages);
        let place = |words: &str| (look.find(words).page, look.find(words).area[1]);
        let (cell, behind) = (place("cell"), place("Behind"));
        assert_eq!(cell < behind, is_before, "{cell:?} {behind:?}");
    }
}

#[test]
fn a_running_head_is_the_one_that_the_article_gives() {
    let document = document(element(
        "article",
        vec![el("body", vec![el("p", vec![words(900)])])],
    ));
    let head = |running_head: Option<&str>| {
        let facts = Facts {
            title: Some("A long headline".to_owned()),
            running_head: running_head.map(str::to_owned),
            ..Facts::default()
        };
        let pages = pages_of(&document, &NoResources, &facts, &mut Report::new());
        let look = pages.pages.last().unwrap();
        let head = look
            .chunks
            .iter()
            .position(|chunk| chunk.owner == Owner::Header);
        super::painted(look, head.unwrap())
    };
    assert_eq!(head(None), "A long headline");
    assert_eq!(head(Some("Headline")), "Headline");
}

#[test]
fn a_citation_in_parts_stands_below_the_one_that_is_read_and_is_smaller() {
    let mixed = el("mixed-citation", vec![text("Reading")]);
    let source = el("source", vec![text("Parts")]);
    let parts = el("element-citation", vec![source]);
    let list = el("ref-list", vec![el("ref", vec![mixed, parts])]);
    let pages = body(vec![list]);
    let look = Look::at(&pages);
    let (mixed, parts) = (look.find("Reading"), look.find("Parts"));
    assert!(parts.size < mixed.size && parts.area[1] > mixed.area[3] - 3.0);
    assert!((parts.area[0] - mixed.area[0] - Theme::default().indent).abs() < 0.1);
}

#[test]
fn identifiers_lead_to_what_they_identify() {
    let doi = |text_: &str| attributed("pub-id", ("pub-id-type", "doi"), vec![text(text_)]);
    let institution = el("institution-id", vec![text("https://ror.org/1")]);
    let pages = body(vec![el(
        "p",
        vec![
            doi("10.5555/1"),
            doi("none"),
            doi("10.5555/<1>"),
            institution,
        ],
    )]);
    let links = pages.pages.iter().flat_map(|page| &page.links);
    let addresses: Vec<_> = links.map(|link| &link.target).collect();
    let expected = ["https://doi.org/10.5555/1", "https://ror.org/1"];
    assert_eq!(
        addresses,
        expected
            .map(|address| Target::Address(address.to_owned()))
            .iter()
            .collect::<Vec<_>>()
    );
}

#[test]
fn a_head_of_several_columns_has_a_rule_as_wide_as_they_are() {
    let head = |name: &str| el("th", vec![text(name)]);
    let wide = attributed("th", ("colspan", "2"), vec![text("Both")]);
    let heads = vec![
        el("tr", vec![head(""), wide]),
        el("tr", vec![head(""), head("Left"), head("Right")]),
    ];
    let row = el(
        "tr",
        ["a", "b", "c"]
            .map(|cell| el("td", vec![text(cell)]))
            .to_vec(),
    );
    let table = el("table", vec![el("thead", heads), el("tbody", vec![row])]);
    let pages = body(vec![el("table-wrap", vec![table])]);
    let look = Look::at(&pages);
    let (both, left) = (look.find("Both").area, look.find("Left").area);
    let rules = look
        .ink
        .iter()
        .filter(|seen| seen.text.is_empty() && seen.tag.is_none());
    let between = |area: &[f32; 4]| area[1] > both[3] - 3.0 && area[3] < left[3];
    let found: Vec<_> = rules.map(|rule| rule.area).filter(between).collect();
    assert_eq!(found.len(), 1, "{found:?}");
    assert!((found[0][0] - left[0]).abs() < 0.1 && found[0][2] > look.find("Right").area[2] - 0.1);
}

#[test]
fn the_second_line_of_someone_credited_is_set_in() {
    let name = el("string-name", vec![text("Somebody")]);
    let role = |role: &str| el("role", vec![text(role)]);
    let roles = (0..8).map(|_| role("Conceptualization"));
    let contrib = el(
        "contrib",
        std::iter::once(name)
            .chain(roles)
            .chain([role("Ending")])
            .collect(),
    );
    let meta = el("article-meta", vec![el("contrib-group", vec![contrib])]);
    let pages = super::plain(&document(element("article", vec![el("front", vec![meta])])));
    let look = Look::at(&pages);
    let name = look.find("Somebody").area;
    let below = look
        .ink
        .iter()
        .filter(|seen| seen.area[1] > name[1] + 3.0 && seen.tag.is_some());
    let left = below.map(|seen| seen.area[0]).fold(f32::INFINITY, f32::min);
    assert!(
        (left - name[0] - Theme::default().indent).abs() < 0.1,
        "{left} {name:?}"
    );
}

/// An item of a list with that label and a first word.
fn item(label: &str, word: &str) -> Node {
    let text = el("p", vec![text(word), words(30)]);
    el(
        "list-item",
        vec![el("label", vec![self::text(label)]), text],
    )
}

#[test]
fn labels_of_three_digits_stand_apart_from_the_text_and_all_text_has_one_edge() {
    let long = "A label of many words";
    let items = [("9.", "Ninth "), ("100.", "Hundredth "), (long, "Last ")];
    let items = items.map(|(label, word)| item(label, word)).into();
    let short = el("list", vec![item("1.", "Short ")]);
    let pages = body(vec![el("list", items), short]);
    let look = Look::at(&pages);
    let left = |word: &str| look.find(word).area[0];
    assert!(left("Hundredth") > look.find("100.").area[2] + 3.0);
    assert!((left("Hundredth") - left("Ninth")).abs() < 0.1);
    // What is too long to hang runs in, and widens nothing.
    assert!(left("Last") > look.find(long).area[2]);
    assert!(left("Short") < left("Ninth"));
}

#[test]
fn a_line_of_bold_letters_is_set_like_a_heading() {
    let name = el("p", vec![el("bold", vec![text("Aims")])]);
    let p = |start: &str| el("p", vec![text(start), words(30)]);
    let pages = body(vec![p("Before "), name, p("After ")]);
    let look = Look::at(&pages);
    let side = Theme::default().side;
    for start in ["Aims", "After"] {
        let left = look.find(start).area[0];
        assert!((left - side).abs() < 0.1, "{start}: {left}");
    }
    assert!(look.find("Aims").area[1] > look.find("Before").area[3] + 3.0);
}

#[test]
fn what_stands_for_a_picture_is_in_the_language_around_it() {
    let fig = || el("fig", vec![el("graphic", Vec::new())]);
    let mut part = element("sec", vec![el("title", vec![text("Teil")]), fig()]);
    part.attrs.push(crate::tree::Attr {
        namespace: Some(crate::tree::ns::XML.into()),
        name: "lang".into(),
        value: "de".into(),
    });
    let pages = body(vec![fig(), Node::Element(part)]);
    let look = Look::at(&pages);
    let [english, german] =
        ["en", "de"].map(|lang| crate::present::Words::find(lang).unwrap().image_missing);
    assert_ne!(english, german);
    assert!(look.find(english).area[1] < look.find(german).area[1]);
}

#[test]
fn a_title_of_a_journal_is_bold_wherever_it_stands() {
    let title = || el("journal-title", vec![text("Steppe")]);
    for content in [title(), el("journal-title-group", vec![title()])] {
        let publisher = el("publisher", vec![el("publisher-name", vec![text("Press")])]);
        let meta = el("journal-meta", vec![content, publisher]);
        let pages = super::plain(&document(element("article", vec![el("front", vec![meta])])));
        let look = Look::at(&pages);
        assert!(look.find("Steppe").size > look.find("Press").size);
    }
}
