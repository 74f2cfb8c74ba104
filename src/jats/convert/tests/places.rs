//! Where things go that a target has no place for, or only one place.

use super::{body, convert, front};
use crate::report::Effect;

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

/// Two attributes of one name are no XML, so what says what an element was gives way to what it says itself.
#[test]
fn what_becomes_another_element_keeps_its_own_kind() {
    for (target, body) in [
        (
            "authoring-1.3",
            "<body><sec><title/><ref-list sec-type='own'><p>Salt.</p></ref-list></sec></body>",
        ),
        (
            "authoring-1.3",
            "<body><p>Salt.</p></body><floats-group sec-type='own'><fig><graphic/></fig></floats-group>",
        ),
        (
            "archiving-1.3",
            "<body><ul list-type='own'><li><p>Salt.</p></li></ul></body>",
        ),
    ] {
        let (written, _) = convert(target, body);
        assert_eq!(written.matches("-type=").count(), 1, "{written}");
        assert!(written.contains("own"), "{written}");
    }
    let table = "<body><table-wrap><o:table><o:tgroup cols='1'><o:colspec colname='a' colwidth='1' width='2'/><o:tbody>\
                 <o:row><o:entry colspan='2' namest='a' nameend='a'>Salt</o:entry></o:row></o:tbody></o:tgroup></o:table>\
                 </table-wrap></body>";
    let (written, report) = convert("authoring-1.3", table);
    assert!(written.contains("<col width=\"1\""), "{written}");
    assert!(!written.contains("colspan"), "{written}");
    let lost = report
        .losses()
        .filter(|finding| finding.code == "jats.attribute");
    assert_eq!(lost.count(), 2, "{report}");
}

#[test]
fn what_stands_in_a_named_span_does_not_go_with_it() {
    let table = "<body><table-wrap><o:table><o:tgroup cols='1'><o:colspec colname='a'/><o:spanspec spanname='s' namest='a' \
                 nameend='a' align='left'>Salt<!-- c --></o:spanspec><o:tbody><o:row><o:entry spanname='s'>x</o:entry></o:row>\
                 </o:tbody></o:tgroup></o:table></table-wrap></body>";
    let (written, report) = convert("authoring-1.3", table);
    assert!(written.contains("Salt<!-- c -->"), "{written}");
    let details = report.losses().map(|finding| &*finding.detail);
    assert!(
        details.into_iter().any(|detail| detail.contains("`align`")),
        "{report}"
    );
}

#[test]
fn what_holds_only_empty_things_goes_with_them() {
    let inside = format!(
        "<body><p>Salt.</p></body>{}{}",
        "<sub-article>".repeat(30),
        "</sub-article>".repeat(30)
    );
    let (written, report) = convert("archiving-1.2", &inside);
    assert!(!written.contains("sub-article"), "{written}");
    let gone = report
        .losses()
        .filter(|finding| finding.code == "jats.empty");
    assert_eq!(gone.count(), 30, "{report}");
}

#[test]
fn the_end_of_a_line_is_a_space_where_lines_have_no_end() {
    body(
        "archiving",
        "<p>a<break/>b</p><sec><title>c<break/>d</title></sec>",
        "<p>a b</p><sec><title>c<break/>d</title></sec>",
        &[("jats.element", Effect::Approximated)],
    );
}

#[test]
fn cells_name_their_columns_where_spans_have_no_names() {
    let table = |spec: &str, cell: &str| {
        format!(
            "<table-wrap><o:table><o:tgroup cols='2'><o:colspec colname='a'/><o:colspec colname='b'/>{spec}<o:tbody><o:row>\
             <o:entry {cell}>1</o:entry></o:row></o:tbody></o:tgroup></o:table></table-wrap>"
        )
    };
    let named = table(
        "<o:spanspec align='left' namest='a' nameend='b' spanname='s'/>",
        "spanname='s'",
    );
    let (written, report) = convert(
        "archiving",
        &format!("<front><article-meta/></front><body>{named}</body>"),
    );
    assert!(
        written.contains("<oasis:entry nameend=\"b\" namest=\"a\">1</oasis:entry>"),
        "{written}"
    );
    let found: Vec<_> = report
        .findings()
        .iter()
        .map(|f| (&*f.code, f.effect))
        .collect();
    assert_eq!(
        found,
        [
            ("jats.renamed", Effect::Noted),
            ("jats.attribute", Effect::Dropped),
        ],
        "{report}"
    );
}
