//! One small case a rule: what went in, what came out, what was said.

use crate::jats::{self, Target, WriteOptions};
use crate::report::{Effect, Report};

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

#[test]
fn several_where_the_target_takes_one_are_merged() {
    front(
        "archiving",
        "<article-meta><title-group><article-title>T</article-title></title-group><title-group xml:lang='kk'><article-title>\
         K</article-title><subtitle>S</subtitle></title-group><permissions><copyright-year>1999</copyright-year></permissions>\
         <permissions id='i'><copyright-statement>F</copyright-statement></permissions></article-meta>",
        "<article-meta><title-group><article-title>T</article-title><trans-title-group xml:lang=\"kk\"><trans-title>K\
         </trans-title><trans-subtitle>S</trans-subtitle></trans-title-group></title-group><permissions>\
         <copyright-statement>F</copyright-statement><copyright-year>1999</copyright-year></permissions></article-meta>",
        &[
            ("jats.merged", Effect::Approximated),
            ("jats.renamed", Effect::Noted),
            ("jats.renamed", Effect::Noted),
            ("jats.merged", Effect::Approximated),
            ("jats.attribute", Effect::Dropped),
            ("jats.reordered", Effect::Noted),
        ],
    );
    // A legend is part of the caption, and the heading of it a paragraph.
    body(
        "publishing-1.2",
        "<fig><caption><title>C</title><p>D</p></caption><legend><title>L</title><list><list-item><p>1</p></list-item></list>\
         </legend></fig>",
        "<fig><caption><title>C</title><p>D</p><p>L</p><p><list><list-item><p>1</p></list-item></list></p></caption></fig>",
        &[
            ("jats.element", Effect::Approximated),
            ("jats.merged", Effect::Approximated),
            ("jats.wrapped", Effect::Approximated),
            ("jats.element", Effect::Approximated),
        ],
    );
}

#[test]
fn what_points_to_what_is_gone_points_there_no_more() {
    // What is opened leaves a target where it began.
    body(
        "publishing",
        "<p>a<x id='y'>b</x> <xref rid='y'>c</xref></p>",
        "<p>a<target id=\"y\"/>b <xref rid=\"y\">c</xref></p>",
        &[("jats.element", Effect::Flattened)],
    );
    // References to nothing are the article's own.
    let (written, report) = convert(
        "archiving",
        "<front><article-meta><custom-meta-group id='h'/></article-meta></front><body><p><xref rid='h k'>1</xref><xref rid='h'>2</xref>\
         </p></body>",
    );
    assert!(
        written.contains("<p><xref rid=\"k\">1</xref><xref>2</xref></p>"),
        "{written}"
    );
    let lost: Vec<&str> = report.losses().map(|finding| &*finding.detail).collect();
    assert_eq!(
        lost,
        [
            "`custom-meta-group` in `article-meta` is empty",
            "`id` of `custom-meta-group` = `h`",
            "`rid` to `h`, which is gone",
            "`rid` to `h`, which is gone"
        ],
        "{report}"
    );
}

#[test]
fn what_is_about_a_part_stands_in_it_as_text() {
    let (written, report) = convert(
        "archiving",
        "<front><article-meta/></front><back><ack><p>P</p><title>A</title><kwd-group><kwd>k</kwd><kwd>l</kwd></kwd-group>\
         </ack></back>",
    );
    assert!(
        written.contains(
            "<ack><title>A</title><p>P</p><p content-type=\"kwd-group\"><named-content content-type=\"kwd\">k\
             </named-content><named-content content-type=\"kwd\">l</named-content></p></ack>"
        ),
        "{written}\n{report}"
    );
}

#[test]
fn a_cals_table_is_one_of_xhtml_where_there_are_no_others() {
    let (written, report) = convert(
        "authoring",
        "<front><article-meta/></front><body><table-wrap><o:table frame='topbot' rowsep='1'><o:tgroup cols='3'>\
         <o:colspec colname='a' colwidth='1*'/><o:colspec colname='b'/><o:colspec colname='c'/><o:thead><o:row><o:entry \
         namest='a' nameend='b'>H</o:entry><o:entry>I</o:entry></o:row></o:thead><o:tbody><o:row><o:entry morerows='1'>1\
         </o:entry><o:entry colname='c' align='left'>2</o:entry></o:row><o:row><o:entry colname='c'>3</o:entry></o:row>\
         </o:tbody></o:tgroup></o:table></table-wrap></body>",
    );
    let table = "<table frame=\"hsides\"><col width=\"1*\"/><col/><col/><thead><tr><th colspan=\"2\">H</th><th>I</th></tr>\
                 </thead><tbody><tr><td rowspan=\"2\">1</td><td/><td align=\"left\">2</td></tr><tr><td/><td>3</td></tr>\
                 </tbody></table>";
    assert!(written.contains(table), "{written}\n{report}");
    let lost: Vec<&str> = report.losses().map(|finding| &*finding.detail).collect();
    assert_eq!(
        lost,
        ["a CALS table is one of XHTML", "`rowsep` of `table` = `1`"]
    );
}

#[test]
fn articles_in_the_article_and_floats_have_a_place_in_authoring() {
    let (written, report) = convert(
        "authoring",
        "<front><article-meta/></front><body><sec><title>S</title></sec></body><floats-group><fig><graphic xlink:href='f'/>\
         </fig></floats-group><sub-article id='s' article-type='reply'><front-stub><title-group><article-title>R\
         </article-title></title-group><volume>1</volume></front-stub><body><p>P</p></body><back><ref-list><ref id='r'>\
         <mixed-citation>C</mixed-citation></ref></ref-list></back></sub-article>",
    );
    assert!(
        written.ends_with(
            "<body><sec><title>S</title></sec><sec sec-type=\"floats-group\"><title/><fig><graphic xlink:href=\"f\"/></fig></sec>\
             </body><back><ref-list><ref id=\"r\"><mixed-citation>C</mixed-citation></ref></ref-list><app-group>\
             <app id=\"s\"><title>R</title><p>P</p></app></app-group></back>"
        ),
        "{written}\n{report}"
    );
    let dropped = report.losses().filter(|f| f.effect == Effect::Dropped);
    let dropped: Vec<&str> = dropped.map(|finding| &*finding.detail).collect();
    assert_eq!(
        dropped,
        [
            "`volume` of an article in the article: 1",
            "attribute `article-type` = `reply`"
        ]
    );
}

#[test]
fn what_has_no_place_is_put_into_what_has() {
    // An image with a caption is a figure, and the article has a body.
    let (written, _) = convert(
        "authoring",
        "<front><article-meta/></front><body><graphic xlink:href='g'><caption><p>C</p></caption></graphic></body>",
    );
    assert!(
        written.ends_with(
            "<body><fig><caption><p>C</p></caption><graphic xlink:href=\"g\"/></fig></body>"
        ),
        "{written}"
    );
    let (written, report) = convert("authoring", "<front><article-meta/></front>");
    assert!(written.ends_with("<body/>"), "{written}");
    assert!(
        report
            .iter()
            .any(|f| f.code == "jats.empty-body" && f.effect == Effect::Approximated)
    );
    // A formula in a label.
    body(
        "publishing",
        "<fig><label>1 <mml:math><mml:mi>x</mml:mi></mml:math></label></fig>",
        "<fig><label>1 <inline-formula><mml:math><mml:mi>x</mml:mi></mml:math></inline-formula></label></fig>",
        &[("jats.wrapped", Effect::Approximated)],
    );
}

#[test]
fn a_group_without_a_contributor_is_what_it_holds() {
    front(
        "publishing",
        "<article-meta><title-group><article-title>T</article-title></title-group><contrib-group><aff>A</aff></contrib-group>\
         <pub-date><year>1999</year></pub-date></article-meta>",
        "<article-meta><title-group><article-title>T</article-title></title-group><aff>A</aff><pub-date><year>1999</year>\
         </pub-date></article-meta>",
        &[
            ("jats.invalid", Effect::Noted),
            ("jats.element", Effect::Flattened),
        ],
    );
}
