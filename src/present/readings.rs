//! How things read: each line below is what a reader of the article sees.

use super::tests::lines;

#[test]
fn front_matter_comes_in_the_order_of_a_newspaper() {
    let xml = "<front><journal-meta><journal-id journal-id-type='nlm-ta'>Steppe J</journal-id><issn pub-type='epub'>2049-3630\
        </issn><publisher><publisher-name>Steppe Press</publisher-name><publisher-loc>Almaty</publisher-loc></publisher>\
        <journal-title-group><journal-title>Steppe Journal</journal-title></journal-title-group></journal-meta>\
        <article-meta><article-id pub-id-type='doi'>10.5555/1</article-id><article-categories>\
        <subj-group subj-group-type='heading'><subject>Economy</subject></subj-group>\
        <subj-group><subject>Economy</subject><subject>Culture</subject></subj-group></article-categories>\
        <title-group><article-title>Felt</article-title><alt-title alt-title-type='short'>F</alt-title>\
        <subtitle>A study</subtitle></title-group>\
        <contrib-group><contrib><name><surname>Akhmet</surname><given-names>Dana</given-names></name></contrib></contrib-group>\
        <pub-date date-type='pub'><day>5</day><month>3</month><year>2026</year></pub-date>\
        <volume>12</volume><issue>3</issue><fpage>117</fpage><lpage>119</lpage>\
        <abstract abstract-type='teaser'><p>Soft and strong.</p></abstract>\
        <abstract><p>We felt.</p></abstract><kwd-group><kwd>felt</kwd><kwd>wool</kwd></kwd-group><history>\
        <date date-type='received'><day>5</day><month>11</month><year>2025</year></date></history></article-meta></front>";
    let expected = [
        "Steppe Journal",
        "Steppe Press, Almaty; ISSN: 2049-3630 (online); Journal ID (nlm-ta): Steppe J",
        "Economy",
        "Economy | Culture",
        "Felt",
        "A study",
        "Short title: F",
        "Soft and strong.",
        "Dana Akhmet",
        "Published: 2026-03-05. Volume 12, Issue 3, pages 117–119. DOI: 10.5555/1",
        "# Abstract",
        "We felt.",
        "Keywords: felt; wool",
        "# About this article",
        "Received: 2025-11-05",
    ];
    assert_eq!(lines(xml), expected);
}

#[test]
fn names_read_as_they_are_said() {
    let byline = |contribs: &str| lines(&format!("<contrib-group>{contribs}</contrib-group>"));
    let a = "<contrib><name><surname>Ospanov</surname><given-names>Arman</given-names><suffix>Jr</suffix></name>\
        <xref><sup>1</sup></xref><xref><sup>*</sup></xref></contrib>";
    let b = "<contrib><name name-style='eastern'><surname>Li</surname><given-names>Na</given-names></name></contrib>";
    let c = "<contrib><collab>The Steppe Group</collab></contrib>";
    assert_eq!(byline(a), ["Arman Ospanov Jr1,*"]);
    assert_eq!(byline(&[a, b].concat()), ["Arman Ospanov Jr1,* and Li Na"]);
    assert_eq!(
        byline(&[a, b, c].concat()),
        ["Arman Ospanov Jr1,*, Li Na and The Steppe Group"]
    );
}

#[test]
fn contributors_with_details_stand_in_a_line_each() {
    let xml = "<contrib-group><contrib><contrib-id contrib-id-type='orcid'>https://orcid.org/0000-0002-1825-0097</contrib-id>\
        <name><surname>A</surname><given-names>B</given-names></name><role>Software</role><role>Writing</role>\
        <xref>1</xref></contrib><contrib><anonymous/></contrib></contrib-group>";
    let expected = [
        "B A1 (ORCID: https://orcid.org/0000-0002-1825-0097; Software, Writing)",
        "Anonymous",
    ];
    assert_eq!(lines(xml), expected);
}

#[test]
fn words_between_the_parts_of_a_credit_make_a_sentence() {
    let xml = "<contrib-group><contrib><name><surname>A</surname><given-names>B</given-names></name><x>is a</x>\
        <role>baker</role><x>, at the</x><aff>mill</aff></contrib></contrib-group>";
    assert_eq!(lines(xml), ["B A is a baker, at the", "mill"]);
}

#[test]
fn an_address_alone_gives_no_line_of_its_own() {
    let xml = "<contrib-group><contrib><collab>A</collab><email>a@x.org</email></contrib><contrib><collab>B</collab></contrib>\
        </contrib-group>";
    assert_eq!(lines(xml), ["A (a@x.org) and B"]);
}

#[test]
fn keywords_run_in_with_their_title() {
    let group = |title: &str| {
        lines(&format!(
            "<kwd-group><title>{title}</title><kwd>felt</kwd><kwd>wool</kwd></kwd-group>"
        ))
    };
    assert_eq!(group("Keywords"), ["Keywords: felt; wool"]);
    assert_eq!(group("Palavras-chave:"), ["Palavras-chave: felt; wool"]);
}

#[test]
fn affiliations_of_parts_are_joined_and_others_stand() {
    let parts = "<aff><label>1</label><institution-wrap><institution-id>https://ror.org/x</institution-id>\
        <institution>Institute</institution></institution-wrap><city>Almaty</city><country>Kazakhstan</country></aff>";
    assert_eq!(
        lines(parts),
        ["1 Institute (https://ror.org/x), Almaty, Kazakhstan"]
    );
    let spaced = "<aff><institution>Institute</institution> <addr-line> <postal-code>05000</postal-code> <city>Almaty</city> \
        <state>A</state> </addr-line> <country>Kazakhstan</country></aff>";
    assert_eq!(lines(spaced), ["Institute,  05000 Almaty, A,  Kazakhstan"]);
    let ended = "<aff><institution-wrap><institution-id>x</institution-id><institution>Department,</institution>\
        <institution>Institute,</institution></institution-wrap>Almaty 050000</aff>";
    assert_eq!(lines(ended), ["Department, Institute, (x) Almaty 050000"]);
    let parts = "<aff><institution>Institute,</institution><city>Almaty</city></aff>";
    assert_eq!(lines(parts), ["Institute, Almaty"]);
    assert_eq!(
        lines("<aff><sup>1</sup>Institute, <city>Almaty</city></aff>"),
        ["1Institute, Almaty"]
    );
    assert_eq!(
        lines("<aff><label>1</label>Institute</aff>"),
        ["1 Institute"]
    );
}

#[test]
fn dates_read_as_numbers_or_words() {
    let history = |dates: &str| {
        lines(&format!(
            "<article-meta><history>{dates}</history></article-meta>"
        ))
    };
    let numbers =
        "<date date-type='received'><day>05</day><month>11</month><year>2025</year></date>";
    let words =
        "<date date-type='accepted'><day>5</day><month>March</month><year>2026</year></date>";
    let whole = "<date date-type='odd'><string-date>in spring</string-date></date>";
    let expected = [
        "# About this article",
        "Received: 2025-11-05; Accepted: 5 March 2026; Date: in spring",
    ];
    assert_eq!(history(&[numbers, words, whole].concat()), expected);
    let season = "<pub-date><season>Spring</season><year>2020</year></pub-date>";
    assert_eq!(lines(season), ["Published: Spring 2020"]);
    assert_eq!(
        lines("<pub-date><year>2020</year></pub-date>"),
        ["Published: 2020"]
    );
}

#[test]
fn structured_citations_get_punctuation_and_others_none() {
    let people = "<person-group><name><surname>Ospanov</surname><given-names>A</given-names></name>\
        <name><surname>Lee</surname><given-names>B.</given-names></name></person-group>";
    let citation = |parts: &str| {
        lines(&format!(
            "<ref><label>1</label><element-citation>{parts}</element-citation></ref>"
        ))
    };
    let title = "<article-title>Why water?</article-title><source>J Arid Bot</source>";
    let place = "<volume>12</volume><issue>3</issue><fpage>117</fpage><lpage>119</lpage>";
    let doi = "<pub-id pub-id-type='doi'>10.5555/9</pub-id>";
    let year = "<year>2019</year>";
    assert_eq!(
        citation(&[people, year, title, place, doi].concat()),
        ["1 Ospanov A, Lee B. (2019) Why water? J Arid Bot 12(3):117–119. DOI: 10.5555/9"]
    );
    assert_eq!(
        citation(&[people, title, year, "<month>May</month>", place].concat()),
        ["1 Ospanov A, Lee B. Why water? J Arid Bot (2019 May) 12(3):117–119."]
    );
    let book = "<person-group person-group-type='editor'><name><surname>Ospanov</surname><given-names>A</given-names></name>\
        <etal/></person-group><source>Felt</source><publisher-loc>Almaty</publisher-loc>\
        <publisher-name>Steppe Press</publisher-name><year>2001</year>";
    assert_eq!(
        citation(book),
        ["1 Ospanov A, et al. (eds.). Felt. Almaty: Steppe Press (2001)."]
    );
    let mixed = "<ref><mixed-citation><name><surname>Lee</surname><given-names>B</given-names></name>. <source>Felt</source>\
        </mixed-citation></ref>";
    assert_eq!(lines(mixed), ["Lee B. Felt"]);
    let glued = "<ref><mixed-citation>On water.<source>J Arid</source>12, <year>2019</year>b:411–5<pub-id pub-id-type='pmid'>\
        7</pub-id><italic>H</italic><bold>a</bold></mixed-citation></ref>";
    assert_eq!(lines(glued), ["On water.J Arid 12, 2019b:411–5 PMID: 7Ha"]);
    let parts = "<ref><mixed-citation>Lee. <article-title>On water.</article-title><source>J Arid</source>; (<year>1999</year>)\
        </mixed-citation></ref>";
    assert_eq!(lines(parts), ["Lee. On water. J Arid; (1999)"]);
}

#[test]
fn a_citation_that_is_given_twice_stands_on_two_lines() {
    let mixed = "<mixed-citation>Lee. Felt.</mixed-citation>";
    let parts = "<element-citation><source>Felt</source></element-citation>";
    let reference = |content: &str| lines(&format!("<ref><label>1</label>{content}</ref>"));
    assert_eq!(
        reference(&[mixed, parts].concat()),
        ["1 Lee. Felt.", "Felt."]
    );
    assert_eq!(reference(&[parts, parts].concat()), ["1 Felt. Felt."]);
    assert_eq!(
        reference(&[mixed, mixed].concat()),
        ["1 Lee. Felt. Lee. Felt."]
    );
}

#[test]
fn facts_about_the_article_have_their_words() {
    let about = |facts: &str| lines(&format!("<article-meta>{facts}</article-meta>")).split_off(1);
    assert_eq!(
        about(
            "<permissions><copyright-statement>© 2026 A</copyright-statement><copyright-year>2026</copyright-year>\
            <copyright-holder>A</copyright-holder><license><ali:license_ref>https://x.org/</ali:license_ref>\
            <license-p>Free.</license-p></license></permissions>"
        ),
        [
            "© 2026 A; Copyright year: 2026; Copyright holder: A",
            "Licence: https://x.org/",
            "Free."
        ]
    );
    assert_eq!(
        about(
            "<permissions><copyright-year>2026</copyright-year><copyright-holder>A</copyright-holder></permissions>"
        ),
        ["© 2026 A"]
    );
    assert_eq!(
        about(
            "<funding-group><award-group><funding-source>Fund</funding-source><award-id>7</award-id></award-group>\
            <award-group><funding-source>Trust</funding-source></award-group>\
            <funding-statement>Thanks.</funding-statement></funding-group>"
        ),
        ["Funding: Fund, award 7; Trust", "Thanks."]
    );
    assert_eq!(
        about(
            "<counts><fig-count count='2'/></counts><custom-meta-group><custom-meta><meta-name>a</meta-name>\
            <meta-value>b</meta-value></custom-meta></custom-meta-group>"
        ),
        ["a: b"]
    );
}

#[test]
fn a_statement_that_is_a_sentence_ends_as_one() {
    let permissions = |statement: &str| {
        let year = "<copyright-year>2026</copyright-year>";
        lines(&format!(
            "<permissions><copyright-statement>{statement}</copyright-statement>{year}</permissions>"
        ))
    };
    assert_eq!(
        permissions("© 2026 A, B."),
        ["© 2026 A, B. Copyright year: 2026"]
    );
    assert_eq!(
        permissions("© 2026 A, B"),
        ["© 2026 A, B; Copyright year: 2026"]
    );
}

#[test]
fn what_has_no_title_gets_a_heading_in_its_language() {
    let back = |lang: &str, content: &str| {
        lines(&format!(
            "<article xml:lang='{lang}'><back>{content}</back></article>"
        ))
    };
    let content = "<ack><p>A</p></ack><fn-group><fn><p>N</p></fn></fn-group><ref-list><ref><label>1</label></ref></ref-list>";
    let english = [
        "# Acknowledgements",
        "A",
        "# Notes",
        "N",
        "# References",
        "1",
    ];
    assert_eq!(back("en", content), english);
    assert_eq!(back("xx-unknown", content), english);
    assert_eq!(
        back("kk", content),
        ["# Алғыс", "A", "# Ескертпелер", "N", "# Әдебиеттер", "1"]
    );
    assert_eq!(
        back(
            "de-AT",
            "<ref-list><title>Quellen</title><ref><label>1</label></ref></ref-list>"
        ),
        ["Quellen", "1"]
    );
    let translated =
        "<article-meta><trans-abstract xml:lang='kk'><p>A</p></trans-abstract></article-meta>";
    assert_eq!(lines(translated), ["# Аңдатпа", "A"]);
}

#[test]
fn words_never_run_together_between_elements() {
    assert_eq!(
        lines("<conference><conf-name>A</conf-name><conf-loc>B</conf-loc></conference>"),
        ["A, B"]
    );
    assert_eq!(
        lines(
            "<issue-title-group><issue-title>A</issue-title><issue-subtitle>B</issue-subtitle></issue-title-group>"
        ),
        ["A B"]
    );
    let recipient = "<principal-award-recipient><name><surname>A</surname></name><name><surname>B</surname></name>\
        </principal-award-recipient>";
    assert_eq!(lines(recipient), ["recipient: A, B"]);
    assert_eq!(lines("<p><bold>A</bold><italic>B</italic></p>"), ["AB"]);
    assert_eq!(
        lines("<name><surname>A</surname><!-- c --><given-names>B</given-names></name>"),
        ["B A"]
    );
}

#[test]
fn of_alternatives_the_best_is_shown() {
    let formula = "<disp-formula><alternatives><graphic/><mml:math><mml:mi>x</mml:mi></mml:math><tex-math>x</tex-math>\
        </alternatives></disp-formula>";
    assert_eq!(lines(formula), ["x"]);
    assert_eq!(
        lines("<fig><label>F</label><graphic><alt-text>said</alt-text></graphic></fig>"),
        ["F"]
    );
}

#[test]
fn a_space_of_the_author_is_not_doubled() {
    let group = "<person-group> <collab>A</collab> <collab>B</collab></person-group>";
    assert_eq!(lines(group), [" A, B"]);
    let contrib = "<contrib><collab>A</collab> <role>B</role></contrib>";
    assert_eq!(lines(contrib), ["A (B)"]);
}

#[test]
fn an_affiliation_that_is_said_twice_is_told_apart() {
    let original = "<institution content-type='original'>Dept, Here</institution>";
    let parts = "<institution>Here</institution><country>Land</country>";
    assert_eq!(
        lines(&format!("<aff><label>1</label>{parts}{original}</aff>")),
        ["1 Here, Land; Dept, Here"]
    );
    assert_eq!(
        lines(&format!("<aff>{original}{parts}</aff>")),
        ["Dept, Here; Here, Land"]
    );
}
