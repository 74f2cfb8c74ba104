#![cfg(feature = "jats")]

use crate::jats;

#[test]
fn references_know_where_they_are_cited() {
    let xml = "<article><body><sec id=\"s\"><title>One<xref ref-type=\"bibr\" rid=\"r2\">2</xref></title><sec id=\"t\"><p><xref \
        rid=\"r1 r2\">1, 2</xref></p></sec><p><xref rid=\"c3\"/></p></sec><p><xref rid=\"r1\"/><xref rid=\"nowhere\"/></p></body>\
        <back><ack><p><xref rid=\"r1\"/></p></ack><ref-list><ref id=\"r1\"/><ref-list><ref id=\"r2\"/><ref><mixed-citation id=\"c3\"/></ref>\
        </ref-list></ref-list><app-group><app><ref-list><ref id=\"r4\"/></ref-list></app></app-group></back></article>";
    let article = jats::from_str(xml).unwrap().value;
    let places: Vec<Vec<Option<&str>>> = article
        .cited()
        .iter()
        .map(|cited| {
            cited
                .calls
                .iter()
                .map(|call| call.section?.id.as_deref())
                .collect()
        })
        .collect();
    assert_eq!(
        places,
        [
            vec![Some("t"), None, None],
            vec![Some("s"), Some("t")],
            vec![Some("s")],
            vec![]
        ]
    );
    assert_eq!(
        article.reference("c3"),
        article.references().get(2).copied()
    );
    assert_eq!(article.reference("nowhere"), None);
}

#[test]
fn a_call_in_an_appendix_of_a_group_has_that_section() {
    let xml = "<article><back><app-group><app><title>A</title><p><xref rid='r1'/></p></app></app-group><ref-list><ref id='r1'/>\
               <ref><citation-alternatives><element-citation id='e1'/></citation-alternatives></ref></ref-list></back>\
               <body><p><xref rid='e1'/></p></body></article>";
    let article = jats::from_str(xml).unwrap().value;
    let cited = article.cited();
    let section = cited[0].calls[0].section.unwrap();
    assert_eq!(section.title.as_ref().unwrap().text(), "A");
    assert_eq!(cited[1].calls.len(), 1);
}

#[test]
fn a_range_cites_what_lies_between_its_ends() {
    let refs = (1..=9).fold(String::new(), |refs, n| {
        refs + &format!("<ref id=\"r{n}\"/>")
    });
    let cited = |text: &str| -> Vec<usize> {
        let xml = format!(
            "<article><body><p>{text}</p></body><back><ref-list>{refs}</ref-list></back></article>"
        );
        let article = jats::from_str(&xml).unwrap().value;
        let cited = article.cited();
        let cited = cited.iter().enumerate();
        cited
            .flat_map(|(at, cited)| vec![at + 1; cited.calls.len()])
            .collect()
    };
    let call = |n: u8| format!("<xref ref-type=\"bibr\" rid=\"r{n}\">{n}</xref>");
    let (three, five) = (call(3), call(5));
    for dash in [
        "-",
        "\u{2013}",
        " \u{2212} ",
        "<sup>\u{2010}</sup>",
        "\u{2014}<!-- to -->",
    ] {
        assert_eq!(
            cited(&format!("[{three}{dash}{five}]")),
            [3, 4, 5],
            "{dash}"
        );
    }
    assert_eq!(
        cited(&format!("<sup>{three}\u{2013}{five}</sup>")),
        [3, 4, 5]
    );
    assert_eq!(
        cited("<xref rid=\"r3\">[3]</xref>\u{2013}<xref rid=\"r5\"><sup>[5]</sup></xref>"),
        [3, 4, 5]
    );
    assert_eq!(
        cited(&format!("{}\u{2013}{three}\u{2013}{five}", call(1))),
        [1, 2, 3, 4, 5]
    );
    assert_eq!(
        cited(&format!(
            "<sup>(</sup>{three}<sup>)-(</sup>{five}<sup>)</sup>"
        )),
        [3, 4, 5]
    );
    // No range: other words between, no numbers, numbers that do not count the list, ends that do not rise.
    assert_eq!(cited(&format!("{three}, {five}")), [3, 5]);
    assert_eq!(cited(&format!("{three} \u{2013} and {five}")), [3, 5]);
    assert_eq!(
        cited("<xref rid=\"r3\">Li 2003</xref>\u{2013}<xref rid=\"r5\">2005</xref>"),
        [3, 5]
    );
    assert_eq!(
        cited("<xref rid=\"r3\">2003</xref>\u{2013}<xref rid=\"r5\">2009</xref>"),
        [3, 5]
    );
    assert_eq!(cited(&format!("{five}\u{2013}{three}")), [3, 5]);
    assert_eq!(cited(&format!("{three}\u{2013}</p><p>{five}")), [3, 5]);
    // One mark for all of it, which names its ends only, or all.
    assert_eq!(cited("<xref rid=\"r3 r5\">3\u{2013}5</xref>"), [3, 4, 5]);
    assert_eq!(cited("<xref rid=\"r3 r4 r5\">3\u{2013}5</xref>"), [3, 4, 5]);
}

/// Thousands of ranges over thousands of references are not spelled out.
#[test]
fn ranges_without_end_cost_nothing() {
    const MANY: usize = 5_000;
    let refs = (1..=MANY).fold(String::new(), |refs, n| {
        refs + &format!("<ref id=\"r{n}\"/>")
    });
    let range = format!("<xref rid=\"r1\">1</xref>-<xref rid=\"r{MANY}\">{MANY}</xref>, ");
    let xml = format!(
        "<article><body><p>{}</p></body><back><ref-list>{refs}</ref-list></back></article>",
        range.repeat(MANY)
    );
    let article = jats::from_str(&xml).unwrap().value;
    let calls: usize = article.cited().iter().map(|cited| cited.calls.len()).sum();
    assert_eq!(calls, 2 * MANY + (1 << 18));
}
