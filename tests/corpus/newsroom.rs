//! What a newsroom says of an article: each thing in its place in the model and in JATS, the same through every format.

use separatum::model::{Block, Source};
use separatum::{Article, epub, jats, json, pdf};

use crate::support::tags::from_tags;

const FEATURE: &str = r#"<article article-type="news" xml:lang="en" xmlns:xlink="http://www.w3.org/1999/xlink">
<front><article-meta>
<article-categories>
<subj-group subj-group-type="heading"><subject>Science</subject></subj-group>
<subj-group subj-group-type="kicker"><subject>Deserts</subject></subj-group>
</article-categories>
<title-group><article-title>Water and salt</article-title>
<alt-title alt-title-type="short-title">Desert trees</alt-title></title-group>
<contrib-group><contrib contrib-type="author"><string-name>A. Writer</string-name></contrib>
<contrib contrib-type="photographer"><string-name>B. Camera</string-name><role>Photographs</role></contrib></contrib-group>
<related-article related-article-type="corrected-article" ext-link-type="uri" xlink:href="https://example.org/1">What we
said first</related-article>
<abstract abstract-type="teaser"><p>Why some trees keep their cool.</p></abstract>
</article-meta></front>
<body><p><named-content content-type="dateline">ALMATY</named-content> Rain at last.</p>
<fig><caption><p>A saxaul.</p></caption><graphic xlink:href="saxaul.jpg"><alt-text>A low tree in
sand.</alt-text></graphic><attrib>Photograph: B. Camera</attrib>
<permissions><copyright-statement>© 2026 B. Camera</copyright-statement></permissions></fig>
<disp-quote content-type="pull-quote"><p>They drink salt.</p><attrib>A botanist</attrib></disp-quote>
<boxed-text content-type="sidebar"><caption><title>In figures</title></caption><p>Ten metres of root.</p></boxed-text>
</body></article>"#;

/// The feature as if it had not come from JATS, with what JATS has no element for.
fn feature() -> Article {
    let mut article = jats::from_str(FEATURE).unwrap().into_lossless().unwrap();
    article.source = Source::default();
    let mut newsroom = article.newsroom();
    assert_eq!(newsroom, separatum::model::Newsroom::default());
    newsroom.slugline = Some("desert-trees".to_owned());
    newsroom.urgency = Some("4".to_owned());
    newsroom.embargo = Some("2026-12-01T06:00:00Z".to_owned());
    newsroom.publication_status = Some("usable".to_owned());
    newsroom.editorial_note = Some("Held for the pictures & the map.".to_owned());
    newsroom.genre = Some("feature".to_owned());
    newsroom.digital_source_type = Some("digitalCapture".to_owned());
    article.set_newsroom(&newsroom);
    assert_eq!(article.newsroom(), newsroom);
    article.normal()
}

#[test]
fn each_thing_has_its_field() {
    let article = feature();
    assert_eq!(article.section().as_deref(), Some("Science"));
    assert_eq!(article.kickers[0].subjects[0].text(), "Deserts");
    assert_eq!(
        article.standfirst.as_ref().unwrap().text(),
        "Why some trees keep their cool."
    );
    assert_eq!(article.dateline().as_deref(), Some("ALMATY"));
    assert_eq!(article.credits().count(), 2);
    assert_eq!(
        article.related[0].kind.as_deref(),
        Some("corrected-article")
    );
    let blocks = &article.body.as_ref().unwrap().content;
    let [
        Block::Paragraph(_),
        Block::Figure(figure),
        Block::Quotation(pulled),
        Block::Boxed(sidebar),
    ] = &blocks[..]
    else {
        panic!("{blocks:?}")
    };
    assert_eq!(figure.credits[0].text(), "Photograph: B. Camera");
    assert_eq!(
        figure.rights.as_ref().unwrap().statements[0].text(),
        "© 2026 B. Camera"
    );
    assert_eq!(pulled.kind.as_deref(), Some("pull-quote"));
    assert_eq!(sidebar.kind.as_deref(), Some("sidebar"));
}

#[test]
fn it_is_the_same_through_every_format() {
    let article = feature();
    let written = jats::to_vec(&article).unwrap();
    // Valid by Archiving: no journal was made up, and none is missed.
    assert!(written.report.findings().is_empty(), "{}", written.report);
    assert_eq!(jats::from_slice(&written.value).unwrap().value, article);
    let book = epub::to_vec(&article).unwrap().into_lossless().unwrap();
    assert_eq!(epub::from_slice(&book).unwrap().value, article);
    let pages = pdf::to_vec(&article).unwrap().into_lossless().unwrap();
    assert_eq!(from_tags(&pages).unwrap().value, article);
    let plain = json::to_vec(&article).unwrap().value;
    assert_eq!(json::from_slice(&plain).unwrap().value, article);
}

#[test]
fn jats_says_it_where_the_field_looks_for_it() {
    let xml = jats::to_string(&feature()).unwrap().value;
    for said in [
        r#"<subj-group subj-group-type="heading"><subject>Science</subject></subj-group>"#,
        r#"<subj-group subj-group-type="kicker"><subject>Deserts</subject></subj-group>"#,
        r#"<abstract abstract-type="teaser"><p>Why some trees keep their cool.</p></abstract>"#,
        r#"<named-content content-type="dateline">ALMATY</named-content>"#,
        r"<attrib>Photograph: B. Camera</attrib>",
        r#"<disp-quote content-type="pull-quote">"#,
        r#"<boxed-text content-type="sidebar">"#,
        r#"related-article-type="corrected-article""#,
        "<meta-name>separatum:urgency</meta-name><meta-value>4</meta-value>",
        "JATS-archivearticle1-3.dtd",
    ] {
        assert!(xml.contains(said), "{said} is not in {xml}");
    }
}
