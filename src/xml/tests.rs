//! What is well-formed, what is not and where, and that what is written reads back.

mod entities;
mod written;

use super::*;
use crate::limits::Limits;
use crate::tree::{Instruction, ns};

fn options_of(repair: bool) -> ReadOptions {
    ReadOptions {
        limits: Limits::default(),
        depth: Limits::DEPTH,
        entities: Entities::Jats,
        repair,
        drop_blanks: false,
        wrapped: None,
    }
}

fn try_read(xml: &str, repair: bool) -> Result<Parsed> {
    read(xml.as_bytes(), options_of(repair))
}

/// What is read of an element as it is written, with its white space as it stands or settled.
pub(crate) fn written_and_read(root: &Element, drop_blanks: bool) -> Parsed {
    let xml = written::written(root).unwrap();
    let options = ReadOptions {
        drop_blanks,
        ..options_of(false)
    };
    read(xml.as_bytes(), options).unwrap()
}

fn parsed(xml: &str) -> Parsed {
    try_read(xml, false).unwrap_or_else(|error| panic!("{error} in {xml}"))
}

/// The error with its place, as it prints.
fn error(xml: &str) -> String {
    match try_read(xml, false) {
        Ok(_) => panic!("accepted: {xml}"),
        Err(error) => error.to_string(),
    }
}

/// What is not well-formed, and what is said of it.
pub(super) const NOT_WELL_FORMED: &[(&str, &str)] = &[
    ("", "end of input, where a root element was expected at 1:1"),
    (
        " \n ",
        "end of input, where a root element was expected at 2:2",
    ),
    (
        "<!-- x -->",
        "end of input, where a root element was expected at 1:11",
    ),
    (
        "<a>\n<b>",
        "end of input, where `</b>` was expected at 2:4 (/a/b[1])",
    ),
    (
        "<a><b/><b>x</a>",
        "end tag `</a>`, where `</b>` was expected at 1:12 (/a/b[2])",
    ),
    (
        "<a/></a>",
        "end tag `</a>` of an element that is not open at 1:5",
    ),
    ("<a/><b/>", "second root element `b` at 1:5"),
    ("<a/>\n text", "text outside the root element at 2:2"),
    ("text<a/>", "text outside the root element at 1:1"),
    ("<a/><![CDATA[x]]>", "text outside the root element at 1:5"),
    ("<a/>&#65;", "reference outside the root element at 1:5"),
    (
        "<a>é\u{1}</a>",
        "character U+0001, which XML does not allow at 1:5",
    ),
    (
        "<a b='\u{B}'/>",
        "character U+000B, which XML does not allow at 1:7",
    ),
    (
        "<a><!--\u{FFFE}--></a>",
        "character U+FFFE, which XML does not allow at 1:8",
    ),
    (
        "<a><?p \u{FFFF}?></a>",
        "character U+FFFF, which XML does not allow at 1:8",
    ),
    (
        "<a><![CDATA[\0]]></a>",
        "character U+0000, which XML does not allow at 1:13",
    ),
    (
        "<a>&#x1;</a>",
        "reference `&#x1;` to a character that XML does not allow at 1:4 (/a)",
    ),
    (
        "<a b='&#xD800;'/>",
        "reference `&#xD800;` to a character that XML does not allow at 1:7",
    ),
    (
        "<a>&#x;</a>",
        "reference `&#x;`, which is no number at 1:4 (/a)",
    ),
    (
        "<a b='1 < 2'/>",
        "`<` in the value of an attribute; it is written `&lt;` at 1:9",
    ),
    (
        "<a>\n]]></a>",
        "`]]>` in text; it is written `]]&gt;` at 2:1 (/a)",
    ),
    (
        "<a>R&D</a>",
        "`&` that begins no reference; a literal one is written `&amp;` at 1:5 (/a)",
    ),
    (
        "<a>R & D;</a>",
        "`&` that begins no reference; a literal one is written `&amp;` at 1:6 (/a)",
    ),
    (
        "<a b='R&D'/>",
        "`&` that begins no reference; a literal one is written `&amp;` at 1:8",
    ),
    (
        "<a>&nbsp;</a>",
        "entity `nbsp`, which is not declared at 1:4 (/a)",
    ),
    (
        "<!DOCTYPE a SYSTEM 'x'><a>&nosuch;</a>",
        "entity `nosuch`, which is not declared at 1:27 (/a)",
    ),
    ("<p:a/>", "prefix `p`, which is not declared at 1:2"),
    (
        "<a><b q:c=''/></a>",
        "prefix `q`, which is not declared at 1:7 (/a)",
    ),
    ("<a xmlns:p=''/>", "prefix `p` bound to nothing at 1:4"),
    (
        "<a xmlns:xmlns='u'/>",
        "prefix `xmlns` bound to `u`; it cannot be bound at 1:4",
    ),
    ("<a b='' b=''/>", "attribute `b` given twice at 1:9"),
    (
        "<a xmlns:p='u' xmlns:q='u' p:b='' q:b=''/>",
        "attribute `b` given twice at 1:35",
    ),
    (
        "<a xmlns='u' xmlns='v'/>",
        "attribute `xmlns` given twice at 1:14",
    ),
    (
        "<a xmlns:xml='http://www.w3.org/XML/1998/namespace' xmlns:xml='http://www.w3.org/XML/1998/namespace'/>",
        "attribute `xmlns:xml` given twice at 1:53",
    ),
    ("<1/>", "`1`, which is no name at 1:2"),
    ("<a:b:c/>", "`a:b:c`, which is no name at 1:2"),
    ("<a 1=''/>", "`1`, which is no name at 1:4"),
    ("<a b/>", "attribute `b` without a value at 1:4"),
    (
        "<a b=1/>",
        "value of attribute `b` without quotation marks at 1:6",
    ),
    (
        "<a b='1'c='2'/>",
        "no white space between attributes at 1:9",
    ),
    ("<a><!-- a--b --></a>", "`--` in a comment at 1:10 (/a)"),
    (
        "<a><!-- a ---></a>",
        "comment that ends with `--->` at 1:11 (/a)",
    ),
    (
        "<a><?XML x?></a>",
        "XML declaration that is not at the very start, or not spelled `xml` at 1:6 (/a)",
    ),
    (
        "<a><?a:b x?></a>",
        "processing instruction with the target `a:b`, which is no name at 1:6 (/a)",
    ),
    (
        "\n<?xml version='1.0'?><a/>",
        "XML declaration that is not at the very start at 2:1",
    ),
    (
        "<?xml encoding='UTF-8'?><a/>",
        "`encoding=\"UTF-8\"` in the XML declaration at 1:7",
    ),
    (
        "<?xml version='2.0'?><a/>",
        "`version=\"2.0\"` in the XML declaration at 1:7",
    ),
    (
        "<?xml version='1.0' standalone='x'?><a/>",
        "`standalone=\"x\"` in the XML declaration at 1:21",
    ),
    ("<?xml?><a/>", "XML declaration without a version at 1:1"),
    (
        "<a/><!DOCTYPE a>",
        "document type declaration behind the start of the root element at 1:5",
    ),
    (
        "<!DOCTYPE a><!DOCTYPE a><a/>",
        "second document type declaration at 1:13",
    ),
    (
        "<!DOCTYPE a PUBLIC 'x'><a/>",
        "no white space, where some was expected at 1:23",
    ),
    (
        "<!doctype a><a/>",
        "document type declaration without `<!DOCTYPE`, where it was expected at 1:1",
    ),
    ("<!DOCTYPE a:b:c><a/>", "`a:b:c`, which is no name at 1:11"),
    ("<!DOCTYPE :a><a/>", "`:a`, which is no name at 1:11"),
    (
        "<!DOCTYPE a [<!ATTLIST a b NOTATION (1) #IMPLIED>]><a/>",
        "no name, where one was expected at 1:38",
    ),
    (
        "<!DOCTYPE a [<!ATTLIST b c CDATA '&#0;'>]><a/>",
        "reference `&#0;` to a character that XML does not allow at 1:35",
    ),
    (
        "<!DOCTYPE a [<!ENTITY e '&#60;'><!ATTLIST b c CDATA '&e;'>]><a/>",
        "`<` in the value of an attribute; it is written `&lt;` at 1:54",
    ),
    (
        "<!DOCTYPE a [<!ENTITY e '&f;'><!ATTLIST b c CDATA '&e;'>]><a/>",
        "entity `f`, which is not declared at 1:52",
    ),
];

#[test]
fn not_well_formed_with_its_place() {
    for (xml, expected) in NOT_WELL_FORMED {
        assert_eq!(error(xml), format!("malformed XML: {expected}"), "{xml}");
    }
}

#[test]
fn cut_anywhere_it_is_an_error() {
    let whole = "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY e 'é'>]>\
        <a b='&e;'>x<!-- c --><?p i?><![CDATA[d]]>&e;<b/></a>";
    parsed(whole);
    for (at, _) in whole.char_indices() {
        error(&whole[..at]);
    }
}

#[test]
fn text_attributes_and_what_stands_between() {
    let xml = "<?xml version='1.0'?>\r\n<?p  q ?><!DOCTYPE a><a b=' x\r\n\ty&#10;&lt;' c='\"'>1\r\n2\r3&#13;\
        <![CDATA[<&]]>&amp;&quot;<!--c\r\nd--><b/></a><!--e-->";
    let Parsed {
        doctype,
        prolog,
        root,
        epilog,
        ..
    } = parsed(xml);
    assert_eq!(doctype.map(|d| d.name).as_deref(), Some("a"));
    let instruction = Instruction {
        target: "p".into(),
        text: "q ".into(),
    };
    assert_eq!(prolog, [Node::Instruction(instruction)]);
    assert_eq!(epilog, [Node::Comment("e".into())]);
    assert_eq!(root.attr("b"), Some(" x  y\n<"));
    assert_eq!(root.attr("c"), Some("\""));
    let text = Node::Text("1\n2\n3\r<&&\"".into());
    assert_eq!(
        *root.content,
        [
            text,
            Node::Comment("c\nd".into()),
            Node::Element(Element::new("b"))
        ]
    );
}

#[test]
fn namespaces_are_resolved() {
    let xml = "<a xmlns='urn:a' xmlns:x='http://www.w3.org/1999/xlink' x:href='h' xml:lang='en' id='i'>\
        <x:b/><c xmlns=''><d xmlns:x='urn:x' x:e=''/></c></a>";
    let Parsed {
        root,
        root_namespaces,
        ..
    } = parsed(xml);
    let declared = [
        (String::new(), "urn:a".to_owned()),
        ("x".to_owned(), ns::XLINK.to_owned()),
    ];
    assert_eq!(root_namespaces, declared);
    assert_eq!(root.namespace.as_deref(), Some("urn:a"));
    assert_eq!(root.attr("id"), Some("i"));
    assert_eq!(root.attr_ns(Some(ns::XLINK), "href"), Some("h"));
    assert_eq!(root.lang(), Some("en"));
    let names: Vec<_> = root
        .elements()
        .map(|e| (e.namespace.as_deref(), e.name.as_ref()))
        .collect();
    assert_eq!(names, [(Some(ns::XLINK), "b"), (None, "c")]);
    let d = root
        .elements()
        .nth(1)
        .and_then(|c| c.elements().next())
        .unwrap();
    assert_eq!(d.attr_ns(Some("urn:x"), "e"), Some(""));
}

#[test]
fn a_later_version_is_read_as_the_first() {
    let read = try_read("<?xml version='1.1'?><a>x\u{85}y</a>", false).unwrap();
    let found: Vec<_> = read.found.iter().map(ToString::to_string).collect();
    assert_eq!(
        found,
        ["noted [xml.version] at 1:1: XML 1.1 read as XML 1.0"]
    );
    assert_eq!(read.root.text(), "x\u{85}y");
    assert!(
        error("<?xml version='1.1'?><a>&#1;</a>")
            .contains("reference `&#1;` to a character that XML does not allow at 1:25")
    );
    assert!(parsed("<?xml version='1.0'?><a/>").found.is_empty());
}

#[test]
fn limits_come_first() {
    let deep = |depth: usize| "<a>".repeat(depth) + &"</a>".repeat(depth);
    parsed(&deep(Limits::DEPTH));
    assert!(error(&deep(Limits::DEPTH + 1)).contains("limit `depth` of 128 passed at 1:385"));
    assert!(error(&"<a>".repeat(1_000_000)).contains("limit `depth`"));
    let many: Vec<String> = (0..100_000).map(|i| format!("a{i}=''")).collect();
    assert!(
        error(&format!("<a {}/>", many.join(" "))).contains("limit `attributes` of 1024 passed")
    );
    let many: Vec<String> = (0..100_000).map(|i| format!("xmlns:a{i}='u'")).collect();
    assert!(
        error(&format!("<a {}/>", many.join(" "))).contains("limit `attributes` of 128 passed")
    );
    let long = "a".repeat(50_001);
    assert!(error(&format!("<{long}/>")).contains("limit `name_bytes`"));
    let small = Limits {
        text_bytes: 10,
        elements: 3,
        ..Limits::default()
    };
    let options = ReadOptions {
        limits: small,
        depth: 9,
        entities: Entities::Jats,
        repair: false,
        drop_blanks: false,
        wrapped: None,
    };
    let limit = |xml: &str| read(xml.as_bytes(), options).unwrap_err().to_string();
    assert!(limit("<a>12345<![CDATA[123456]]></a>").contains("limit `text_bytes`"));
    assert!(limit("<a b='12345678901'/>").contains("limit `text_bytes`"));
    assert!(limit("<a><b/><b/><b/></a>").contains("limit `elements`"));
}

#[test]
fn known_prefixes_and_names_are_repaired_when_asked() {
    let xml = "<a>\n<b xlink:href='h'/><mml:math/><c xlink:href='i'/>&alpha;</a>";
    let read = try_read(xml, true).unwrap();
    let found: Vec<_> = read.found.iter().map(ToString::to_string).collect();
    assert_eq!(
        found,
        [
            "repaired [xml.unbound-prefix] at 2:4 (/a): prefix `xlink` bound to `http://www.w3.org/1999/xlink`",
            "repaired [xml.unbound-prefix] at 2:21 (/a): prefix `mml` bound to `http://www.w3.org/1998/Math/MathML`",
            "repaired [xml.undeclared-entity] at 2:50 (/a): entity `alpha` taken for what it is in the DTDs of the field",
        ]
    );
    assert_eq!(
        read.root
            .child("b")
            .unwrap()
            .attr_ns(Some(ns::XLINK), "href"),
        Some("h")
    );
    assert!(try_read("<a><other:b/></a>", true).is_err());
}
