//! One small case a rule: what went in, what came out, what was said.

use crate::jats::{self, Target, WriteOptions};
use crate::report::{Effect, Report};

mod places;

/// The article's inside after a conversion, and the report.
fn convert(target: &str, inside: &str) -> (String, Report) {
    let xml = format!(
        "<article xmlns:xlink='http://www.w3.org/1999/xlink' xmlns:o='http://docs.oasis-open.org/ns/oasis-exchange/table' \
         xmlns:tp='http://www.plazi.org/taxpub' xmlns:mml='http://www.w3.org/1998/Math/MathML'>{inside}</article>"
    );
    let article = jats::from_str(&xml).unwrap().value;
    let target: Target = target.parse().unwrap();
    let options = WriteOptions::new().target(target);
    let written = options.to_string(&article).unwrap();
    let again = jats::from_str(&written.value).unwrap().value;
    assert_eq!(
        options.to_string(&again).unwrap().value,
        written.value,
        "twice"
    );
    let root = written.value.find("<article").unwrap();
    let inside = written.value[root..].split_once('>').unwrap().1;
    (
        inside.trim_end().trim_end_matches("</article>").to_owned(),
        written.report,
    )
}

/// Converts a body; nothing else may be at fault than what is expected.
fn body(target: &str, inside: &str, expected: &str, said: &[(&str, Effect)]) {
    let front = "<front><journal-meta><journal-id>J</journal-id><issn>1</issn></journal-meta><article-meta><title-group>\
                 <article-title>T</article-title></title-group></article-meta></front>";
    let (written, report) = convert(target, &format!("{front}<body>{inside}</body>"));
    let written = written.split_once("<body>").unwrap().1;
    assert_eq!(written.trim_end_matches("</body>"), expected);
    check(&report, said);
}

/// Converts front matter of an article.
fn front(target: &str, inside: &str, expected: &str, said: &[(&str, Effect)]) {
    let (written, report) = convert(target, &format!("<front>{inside}</front>"));
    assert_eq!(written, format!("<front>{expected}</front>"));
    check(&report, said);
}

fn check(report: &Report, said: &[(&str, Effect)]) {
    let found: Vec<(&str, Effect)> = report
        .findings()
        .iter()
        .map(|finding| (finding.code.as_ref(), finding.effect))
        .collect();
    assert_eq!(found, said, "{report}");
    assert!(report.findings().iter().all(|f| f.location.path.is_some()));
}

#[test]
fn values_of_closed_lists() {
    body(
        "publishing",
        "<p><fn fn-type='COI-statement'><p>a</p></fn><fn fn-type='house'><p>b</p></fn>\
         <xref ref-type='bib-ref'>1</xref></p>",
        "<p><fn fn-type=\"coi-statement\"><p>a</p></fn><fn custom-type=\"house\" fn-type=\"custom\"><p>b</p></fn>\
         <xref ref-type=\"bibr\">1</xref></p>",
        &[
            ("jats.value", Effect::Substituted),
            ("jats.value", Effect::Noted),
            ("jats.value", Effect::Substituted),
        ],
    );
    body(
        "publishing-1.2",
        "<p><fn fn-type='house'><p>b</p></fn></p>",
        "<p><fn fn-type=\"other\" specific-use=\"house\"><p>b</p></fn></p>",
        &[("jats.value", Effect::Approximated)],
    );
    // One of two goes into the attribute that both could go into.
    front(
        "publishing",
        "<article-meta><contrib-group><contrib deceased='2' equal-contrib='3'/></contrib-group></article-meta>",
        "<article-meta><contrib-group><contrib specific-use=\"2\"/></contrib-group></article-meta>",
        &[
            ("jats.invalid", Effect::Noted),
            ("jats.invalid", Effect::Noted),
            ("jats.value", Effect::Approximated),
            ("jats.value", Effect::Dropped),
        ],
    );
    body(
        "archiving",
        "<p><fn fn-type=\"house\"><p>b</p></fn></p>",
        "<p><fn fn-type=\"house\"><p>b</p></fn></p>",
        &[],
    );
}

#[test]
fn names_of_older_tag_sets() {
    let (written, report) = convert(
        "archiving",
        "<front><article-meta/></front><back><ref-list><ref><nlm-citation citation-type='journal'><year>1999</year>\
         </nlm-citation></ref><ref><citation citation-type='book'>In: <source>S</source>.</citation></ref></ref-list></back>\
         <floats-wrap><fig/></floats-wrap>",
    );
    assert_eq!(
        written,
        "<front><article-meta/></front><back><ref-list><ref><nlm-citation publication-type=\"journal\">\
         <year>1999</year></nlm-citation></ref><ref><mixed-citation publication-type=\"book\">In: <source>S</source>.\
         </mixed-citation></ref></ref-list></back><floats-group><fig/></floats-group>"
    );
    assert!(report.is_lossless());
    assert_eq!(report.findings().len(), 4, "{report}");
}

#[test]
fn rights_titles_and_grants_move_into_their_groups() {
    front(
        "archiving",
        "<journal-meta><journal-title>J</journal-title><abbrev-journal-title>j</abbrev-journal-title></journal-meta>\
         <article-meta><copyright-year>1999</copyright-year><license><p>Free.</p></license>\
         <grant-sponsor>S</grant-sponsor><grant-num>1</grant-num><grant-sponsor>R</grant-sponsor></article-meta>",
        "<journal-meta><journal-title-group><journal-title>J</journal-title><abbrev-journal-title>j</abbrev-journal-title>\
         </journal-title-group></journal-meta><article-meta><permissions><copyright-year>1999</copyright-year><license>\
         <license-p>Free.</license-p></license></permissions><funding-group><award-group><funding-source>S</funding-source>\
         <award-id>1</award-id></award-group><award-group><funding-source>R</funding-source></award-group></funding-group>\
         </article-meta>",
        &[
            ("jats.moved", Effect::Noted),
            ("jats.moved", Effect::Noted),
            ("jats.moved", Effect::Noted),
            ("jats.renamed", Effect::Noted),
        ],
    );
}

#[test]
fn what_is_in_order_is_not_said_to_be_put_in_order() {
    let (_, report) = convert(
        "publishing",
        "<body><fig><permissions>text<copyright-year>1999</copyright-year></permissions></fig></body>",
    );
    let codes: Vec<&str> = report.iter().map(|finding| &*finding.code).collect();
    assert!(!codes.contains(&"jats.reordered"), "{report}");
    assert!(codes.contains(&"jats.invalid"), "{report}");
}

#[test]
fn dates_and_metadata_are_put_in_order() {
    front(
        "publishing",
        "<article-meta><title-group><article-title>T</article-title></title-group><volume>1</volume>\
         <pub-date><year>2026</year><month>5</month><string-date>May 2026</string-date></pub-date></article-meta>",
        "<article-meta><title-group><article-title>T</article-title></title-group><pub-date><month>5</month>\
         <year>2026</year></pub-date><volume>1</volume></article-meta>",
        &[
            // Publishing wants a journal, and none is made up.
            ("jats.invalid", Effect::Noted),
            ("jats.reordered", Effect::Noted),
            ("jats.element", Effect::Dropped),
            ("jats.reordered", Effect::Noted),
        ],
    );
}

#[test]
fn text_keeps_its_order() {
    body(
        "archiving",
        "<sec><title>A</title></sec><p>between</p><!-- c --><p>two</p><sec><title>B</title></sec>",
        "<sec><title>A</title></sec><sec><p>between</p><!-- c --><p>two</p></sec><sec><title>B</title></sec>",
        &[("jats.wrapped", Effect::Approximated)],
    );
    body(
        "publishing",
        "<sec><p>untitled</p></sec>",
        "<sec><title/><p>untitled</p></sec>",
        &[("jats.empty-title", Effect::Approximated)],
    );
    body(
        "archiving",
        "<sec><title>A</title><sec/><fn-group><fn><p>n</p></fn></fn-group><sec/></sec>",
        "<sec><title>A</title><sec/><sec><fn-group><fn><p>n</p></fn></fn-group></sec><sec/></sec>",
        &[("jats.wrapped", Effect::Approximated)],
    );
}

#[test]
fn stray_text_and_separators() {
    body(
        "archiving",
        "<sec>Stray <italic>text</italic>.<p>P</p></sec>",
        "<sec><p>Stray <italic>text</italic>.</p><p>P</p></sec>",
        &[("jats.wrapped", Effect::Approximated)],
    );
    body(
        "publishing",
        "<p>a<x>, </x>b</p>",
        "<p>a, b</p>",
        &[("jats.element", Effect::Flattened)],
    );
}

#[test]
fn strangers_are_expressed_in_the_vocabulary() {
    body(
        "archiving",
        "<p>The <tp:taxon-name><tp:taxon-name-part taxon-name-part-type='genus'>Felis</tp:taxon-name-part></tp:taxon-name> \
         is <b>small</b>.</p>",
        "<p>The <named-content content-type=\"taxon-name\"><named-content content-type=\"taxon-name-part genus\">Felis\
         </named-content></named-content> is <bold>small</bold>.</p>",
        &[
            ("jats.renamed", Effect::Noted),
            ("jats.element", Effect::Approximated),
            ("jats.element", Effect::Approximated),
        ],
    );
    body(
        "archiving-1.2",
        "<question-wrap><question><p>Why?</p></question></question-wrap>",
        "<boxed-text><boxed-text><p>Why?</p></boxed-text></boxed-text>",
        &[
            ("jats.element", Effect::Approximated),
            ("jats.element", Effect::Approximated),
        ],
    );
    body(
        "archiving",
        "<p vendor='1'>P</p>",
        "<p>P</p>",
        &[("jats.attribute", Effect::Dropped)],
    );
}

#[test]
fn tables_of_the_cals_model_ask_for_their_dtd() {
    let table = "<table-wrap><o:table><o:tgroup cols='1'><o:tbody><o:row><o:entry>1</o:entry></o:row></o:tbody></o:tgroup>\
                 </o:table></table-wrap>";
    let article = jats::from_str(&format!(
        "<article xmlns:o='http://docs.oasis-open.org/ns/oasis-exchange/table'><front><article-meta/></front><body>{table}\
         </body></article>"
    ));
    let options = WriteOptions::new().target("archiving".parse::<Target>().unwrap());
    let written = options.to_string(&article.unwrap().value).unwrap();
    assert!(
        written.value.contains("JATS-archive-oasis-article1-3.dtd"),
        "{}",
        written.value
    );
    assert!(written.report.findings().is_empty(), "{}", written.report);
}

#[test]
fn what_cannot_be_mended_is_said() {
    let (_, report) = convert("archiving", "<body><p><xref rid='gone'>1</xref></p></body>");
    let details: Vec<&str> = report
        .findings()
        .iter()
        .map(|f| f.detail.as_str())
        .collect();
    assert_eq!(
        details,
        [
            "`article` lacks `front` before `body`",
            "nothing has the identifier `gone`"
        ]
    );
    assert!(report.is_lossless());
}

#[test]
fn labels_stay_in_front_of_what_they_label() {
    let (written, report) = convert(
        "authoring",
        "<front><article-meta><title-group><article-title>T</article-title></title-group></article-meta></front><body><fig>\
         <label>Figure 1</label><caption><p>A tree.</p></caption></fig></body><back><fn-group><fn><label>*</label><p>N</p></fn>\
         </fn-group><ref-list><ref><label>1.</label><element-citation><year>1999</year></element-citation></ref></ref-list>\
         </back>",
    );
    assert!(
        written.contains("<caption><p>Figure 1 A tree.</p></caption>"),
        "{written}"
    );
    assert!(
        written.contains("<app-group><app><title/><p><fn><p>* N</p></fn></p></app></app-group>"),
        "{written}"
    );
    let dropped: Vec<&str> = report
        .losses()
        .filter(|f| f.effect == Effect::Dropped)
        .map(|f| f.detail.as_str())
        .collect();
    assert_eq!(dropped, ["the label of `ref`: 1."]);
}

#[test]
fn parts_that_become_text_do_not_run_together() {
    body(
        "publishing",
        "<p>By <name><surname>Li</surname><!--c--><given-names>N.</given-names></name>, \
         <email><date><month>May</month><year>2026</year></date></email>.</p>",
        "<p>By <named-content content-type=\"name\"><named-content content-type=\"surname\">Li</named-content><!--c--> \
         <named-content content-type=\"given-names\">N.</named-content></named-content>, <email>May 2026</email>.</p>",
        &[
            ("jats.element", Effect::Approximated),
            ("jats.element", Effect::Approximated),
            ("jats.element", Effect::Approximated),
            ("jats.element", Effect::Flattened),
            ("jats.element", Effect::Flattened),
            ("jats.element", Effect::Flattened),
        ],
    );
}

#[test]
fn an_attribute_that_goes_with_its_element_is_said_to_be_lost() {
    // As a `named-content`, which keeps the identifier and the type.
    body(
        "archiving",
        "<p><q id='a' type='t' lang='la'>x</q></p>",
        "<p><named-content content-type=\"q t\" id=\"a\">x</named-content></p>",
        &[
            ("jats.element", Effect::Approximated),
            ("jats.attribute", Effect::Dropped),
        ],
    );
    // As a section.
    body(
        "archiving",
        "<chapter no='1'><p>x</p></chapter>",
        "<sec sec-type=\"chapter\"><p>x</p></sec>",
        &[
            ("jats.element", Effect::Approximated),
            ("jats.attribute", Effect::Dropped),
        ],
    );
    // As what it holds.
    let (written, report) = convert(
        "authoring",
        "<body><p>a<x content-type='y'>b</x></p></body>",
    );
    assert!(written.ends_with("<p>ab</p></body>"), "{written}");
    let lost: Vec<&str> = report.losses().map(|finding| &*finding.code).collect();
    assert_eq!(lost, ["jats.element", "jats.attribute"], "{report}");
}

/// What is dropped is in the report alone: whole, or cut where everybody sees it.
#[test]
fn what_is_dropped_can_be_read_in_the_report() {
    let quoted = |text: &str| {
        let inside = format!(
            "<front><article-meta><title-group><article-title>T</article-title></title-group>\
            <processing-meta><p>{text}</p></processing-meta></article-meta></front>"
        );
        let (_, report) = convert("archiving-1.3", &inside);
        let mut dropped = report
            .losses()
            .filter(|loss| loss.effect == Effect::Dropped);
        let found = dropped.find(|loss| loss.detail.contains("ж")).unwrap();
        assert!(found.location.path.is_some());
        found.detail.clone()
    };
    let long = "жук ".repeat(250);
    assert!(quoted(&format!("{long}end")).ends_with("жук … (3 more characters)"));
    let whole = long.trim_end();
    assert!(quoted(whole).ends_with(&format!(": {whole}")));
}
