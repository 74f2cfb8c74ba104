#![cfg(feature = "jats")]

use crate::Article;

fn article(body: &str) -> Article {
    let xml = format!(
        "<article xmlns:mml=\"http://www.w3.org/1998/Math/MathML\"><body>{body}</body></article>"
    );
    crate::jats::from_str(&xml).unwrap().value
}

/// The text of a body.
fn text(body: &str) -> String {
    article(body).body.unwrap().text()
}

#[test]
fn blocks_stand_in_lines_and_running_text_stays_whole() {
    let body = "<sec><label>1</label><title>On <italic>s</italic>alt</title><p>One<sup>2</sup>.<list><list-item><p>a</p></list-item>\
        <list-item><p>b</p></list-item></list>Two.</p></sec><p>Three</p>";
    assert_eq!(text(body), "1 On salt\nOne2.\na\nb\nTwo.\nThree");
}

#[test]
fn cells_stand_apart_by_tabs() {
    let body = "<table-wrap><label>Table 1</label><caption><title>Ponds</title></caption><table><tr><th>a</th><th>b</th></tr>\
        <tr><td>1</td><td><p>2</p><p>3</p></td></tr></table></table-wrap>";
    assert_eq!(text(body), "Table 1 Ponds\na\tb\n1\n2\n3");
}

#[test]
fn facts_without_text_between_them_are_words_of_their_own() {
    let body = "<p><named-content>dry</named-content><named-content>land</named-content> <mixed-citation><name><surname>Li</surname>\
        <given-names>N</given-names></name><year>2003</year>a<volume>3</volume><x>(</x><issue>4</issue><x>)</x></mixed-citation></p>";
    assert_eq!(text(body), "dryland Li N 2003a3(4)");
}

#[test]
fn of_several_forms_the_first_is_read_and_stand_ins_are_not() {
    let body = "<fig><graphic><alt-text>A pond</alt-text></graphic></fig><p>so <inline-formula><alternatives><mml:math><mml:mi>x</mml:mi>\
        </mml:math><tex-math>x_0</tex-math></alternatives></inline-formula><!-- no --> far</p>";
    assert_eq!(text(body), "so x far");
}

#[test]
fn citations_of_data_are_read_with_spaces() {
    let xml = "<article><back><ref-list><ref><label>1</label><element-citation><person-group><name><surname>Li</surname>\
        <given-names>N</given-names></name><etal/></person-group><year>2003</year><source>Still Water</source></element-citation>\
        </ref></ref-list></back></article>";
    let article = crate::jats::from_str(xml).unwrap().value;
    let references = article.references();
    assert_eq!(references[0].citations[0].text(), "Li N 2003 Still Water");
    assert_eq!(references[0].text(), "1 Li N 2003 Still Water");
}

#[test]
fn what_is_left_out_does_not_part_words_nor_join_blocks() {
    let xml = "<article><front><article-meta><aff><label>1</label><institution-wrap><institution>Shore Institute</institution>\
        <institution-id>https://ror.org/05dxps055</institution-id></institution-wrap>, <city>Almaty</city></aff></article-meta></front>\
        <body><p>One<fig><label>Figure 1</label></fig>two.</p></body></article>";
    let article = crate::jats::from_str(xml).unwrap().value;
    assert_eq!(article.affiliations[0].text(), "Shore Institute, Almaty");
    assert_eq!(article.word_count(), 2);
}
