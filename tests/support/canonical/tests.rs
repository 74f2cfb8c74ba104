use super::compare;

const HEAD: &str = concat!(
    "<?xml version=\"1.0\"?>\n<!DOCTYPE article PUBLIC \"-//NLM//DTD JATS\" \"jats.dtd\">\n<!-- first -->\n",
    "<article xmlns:xlink=\"http://www.w3.org/1999/xlink\" xmlns:m=\"http://www.w3.org/1998/Math/MathML\">\n",
    "  <body>\n    <sec id=\"s1\" sec-type=\"intro\"><?page 3?>\n      <title>A <italic>fine</italic> day</title>\n"
);
const BODY: &str = concat!(
    "      <p>One <!-- note -->two <ext-link xlink:href=\"u\">three</ext-link>, four.</p><p>\n",
    "        <inline-formula><tex-math>a  b\n c</tex-math></inline-formula> and <m:math><m:mi> x </m:mi></m:math>\n      </p>\n"
);
const TAIL: &str =
    "      <p>a<bold>b</bold> c</p>\n    </sec>\n  </body>\n</article>\n<?last word?>\n";

fn whole() -> String {
    [HEAD, BODY, TAIL].concat()
}

/// The change must be seen, both ways.
#[track_caller]
fn seen(from: &str, to: &str) {
    let (before, after) = changed(from, to);
    compare(before.as_bytes(), after.as_bytes()).expect_err("the change is not seen");
    compare(after.as_bytes(), before.as_bytes())
        .expect_err("the change is not seen the other way round");
}

/// The change is one of spelling.
#[track_caller]
fn ignored(from: &str, to: &str) {
    let (before, after) = changed(from, to);
    if let Err(difference) = compare(before.as_bytes(), after.as_bytes()) {
        panic!("{difference}");
    }
}

#[track_caller]
fn changed(from: &str, to: &str) -> (String, String) {
    let before = whole();
    assert!(before.contains(from), "{from:?} is not in the sample");
    let after = before.replacen(from, to, 1);
    (before, after)
}

#[test]
fn a_file_equals_itself() {
    ignored("fine", "fine");
}

#[test]
fn attributes_are_seen() {
    seen(" sec-type=\"intro\"", "");
    seen("sec-type=\"intro\"", "sec-type=\"Intro\"");
    seen("sec-type=\"intro\"", "sec-type=\"intro \"");
    seen("sec-type=\"intro\"", "specific-use=\"intro\"");
    seen("xlink:href=\"u\"", "href=\"u\"");
    seen("<bold>", "<bold id=\"\">");
}

#[test]
fn comments_and_instructions_are_seen() {
    seen("<!-- note -->", "");
    seen("<!-- note -->", "<!--note -->");
    seen("<!-- note -->two ", "two <!-- note -->");
    seen("<title>", "<title><!---->");
    seen("<?page 3?>", "");
    seen("<?page 3?>", "<?page 4?>");
    seen("<?page 3?>", "<?side 3?>");
    seen("<!-- first -->", "");
    seen("<?last word?>", "");
    seen("<!DOCTYPE", "<!-- zeroth --><!DOCTYPE");
}

#[test]
fn words_and_their_order_are_seen() {
    seen(", four", "");
    seen("fine", "Fine");
    seen("four.", "four.\u{a0}");
    seen("One <!-- note -->two", "two <!-- note -->One");
    seen("<p>a<bold>b</bold> c</p>", "<p>a c</p>");
    seen("<p>a<bold>b</bold> c</p>", "<p>a<bold/>b c</p>");
    seen("<p>a<bold>b</bold> c</p>", "<p><bold>b</bold>a c</p>");
    seen("<p>a<bold>b</bold> c</p>", "<p>a<italic>b</italic> c</p>");
    seen("<p>a<bold>b</bold> c</p>", "");
}

#[test]
fn spaces_that_count_are_seen() {
    seen("One <!-- note -->two", "One<!-- note -->two");
    seen("One <!-- note -->two", "One <!-- note --> two");
    seen("A <italic>fine", "A <italic> fine");
    seen("A <italic>", "A<italic>");
    seen("</bold> c", "</bold>c");
    seen("a<bold>", "a <bold>");
    seen("four", "fo ur");
    seen("a  b\n c", "a b\n c");
    seen("a  b\n c", "a  b c");
    seen("<m:mi> x </m:mi>", "<m:mi>x</m:mi>");
    seen("<bold>b</bold>", "<bold xml:space=\"preserve\">b </bold>");
}

#[test]
fn namespaces_are_seen() {
    seen(
        "http://www.w3.org/1998/Math/MathML",
        "http://www.w3.org/1998/Math/MathML2",
    );
    seen(
        "http://www.w3.org/1999/xlink",
        "http://www.w3.org/1999/xlink2",
    );
    seen("<article ", "<article xmlns=\"urn:other\" ");
}

#[test]
fn the_document_type_is_seen() {
    seen("-//NLM//DTD JATS", "-//NLM//DTD JATS 2");
    seen("jats.dtd", "other.dtd");
    seen(
        "<!DOCTYPE article PUBLIC \"-//NLM//DTD JATS\" \"jats.dtd\">",
        "",
    );
    seen(
        "PUBLIC \"-//NLM//DTD JATS\" \"jats.dtd\"",
        "SYSTEM \"jats.dtd\"",
    );
}

#[test]
fn spelling_is_ignored() {
    ignored(
        "id=\"s1\" sec-type=\"intro\"",
        "sec-type='intro'\n id = 's1'",
    );
    ignored(
        "xlink:href=\"u\">three",
        "xmlns:l=\"http://www.w3.org/1999/xlink\" l:href=\"&#117;\">thr<![CDATA[ee]]>",
    );
    ignored(
        "<m:math><m:mi> x </m:mi></m:math>",
        "<math xmlns=\"http://www.w3.org/1998/Math/MathML\"><mi> x </mi></math>",
    );
    ignored("<p>a<bold>", "<p >&#x61;<bold\n>");
    ignored("One ", "One\n\t ");
    ignored("<p>One", "<p>\r\n  One");
    ignored("four.</p>", "four. </p>\n\n");
    ignored("jats.dtd\">", "jats.dtd\" [<!ENTITY four 'four'>]>");
    ignored("jats.dtd\">", "jats.dtd\" [ ] >");
    ignored("<?xml version=\"1.0\"?>\n", "");
}

#[test]
fn entities_are_those_of_jats() {
    let file = |text: &str| format!("<article><p>{text}</p></article>");
    let same = |a: &str, b: &str| compare(file(a).as_bytes(), file(b).as_bytes());
    assert_eq!(
        same(
            "&phi;&agr;&b.Delta;&amp;lt;",
            "\u{3d5}\u{3b1}\u{1d6ab}&#38;lt;"
        ),
        Ok(())
    );
    assert_eq!(same("&ThickSpace;", "\u{2009}\u{200a}\u{200a}"), Ok(()));
    same("&phi;", "\u{3c6}").expect_err("the value of HTML");
    same("&unknown;", "&unknown;").expect_err("no such entity");
}

#[test]
fn encodings_are_decoded() {
    let text = "<?xml version=\"1.0\" encoding=\"ENC\"?><article><p>\u{e9}\u{9f}</p></article>";
    let utf8 = text.replace("ENC", "UTF-8");
    let latin: Vec<u8> = text
        .replace("ENC", "ISO-8859-1")
        .chars()
        .map(|char| char as u8)
        .collect();
    let wide = text.replace("ENC", "UTF-16");
    let wide: Vec<u8> = std::iter::once(0xFEFF)
        .chain(wide.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(compare(utf8.as_bytes(), &latin), Ok(()));
    assert_eq!(compare(&wide, utf8.as_bytes()), Ok(()));
    compare(
        b"<?xml version='1.0' encoding='ebcdic'?><article/>",
        b"<article/>",
    )
    .expect_err("unknown");
}

#[test]
fn white_space_by_the_rules() {
    let same = |a: &str, b: &str| {
        let file = |text: &str| format!("<article><body>{text}</body></article>");
        compare(file(a).as_bytes(), file(b).as_bytes())
    };
    for (a, b) in [
        (
            "<p>a <disp-formula> b </disp-formula> c</p>",
            "<p>a<disp-formula>b</disp-formula>c</p>",
        ),
        (
            "<contrib> <name> <surname> A </surname></name></contrib>",
            "<contrib><name><surname>A</surname></name></contrib>",
        ),
        (
            "<x:a xmlns:x='u'>\n<x:b> c </x:b>\n</x:a>",
            "<x:a xmlns:x='u'><x:b>c</x:b></x:a>",
        ),
        ("<foo> <bar> c </bar></foo>", "<foo><bar>c</bar></foo>"),
    ] {
        assert_eq!(same(a, b), Ok(()));
    }
    for (a, b) in [
        ("<p>a <fn> b</fn></p>", "<p>a<fn> b</fn></p>"),
        (
            "<contrib>,<name/> <email/></contrib>",
            "<contrib>,<name/><email/></contrib>",
        ),
        ("<foo><bar/> <bar/></foo>", "<foo><bar/><bar/></foo>"),
        ("<code>a </code>", "<code>a</code>"),
    ] {
        same(a, b).expect_err(a);
    }
}

#[test]
fn an_article_in_a_wrapper_is_compared_alone() {
    let wrapped = "<!-- w --><pmc-articleset>\n<article><p>a</p></article></pmc-articleset>";
    assert_eq!(
        compare(wrapped.as_bytes(), b"<article><p>a</p></article>"),
        Ok(())
    );
    compare(wrapped.as_bytes(), b"<article><p>b</p></article>").expect_err("another word");
    compare(b"<record/>", b"<record/>").expect_err("no article");
}

#[test]
fn a_difference_says_where() {
    let (before, after) = changed("a<bold>b</bold> c", "a<bold>b</bold> d");
    let difference = compare(before.as_bytes(), after.as_bytes()).unwrap_err();
    assert_eq!(difference.path, "/article/body/sec/p[3]");
    assert_eq!(difference.expected, "text …\" c\"…");
    compare(b"<article><p></article>", b"<article/>").expect_err("not well-formed");
}
