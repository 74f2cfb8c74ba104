//! Entities of the DTDs of the field and of internal subsets, and what they may cost.

use super::written::written;
use super::{error, parsed};

#[test]
fn entities() {
    let jats = "<!DOCTYPE a PUBLIC 'p' 's'>";
    assert_eq!(
        parsed(&format!("{jats}<a>&phi;&b.Delta;&nvlt;</a>"))
            .root
            .text(),
        "\u{3D5}\u{1D6AB}<\u{20D2}"
    );
    assert_eq!(
        parsed(&format!("{jats}<a b='&nvlt;&nbsp;'/>"))
            .root
            .attr("b"),
        Some("<\u{20D2}\u{A0}")
    );
    // The document's own come before those of the DTD, the first of a name before later ones, and none before XML's five.
    let own = "<!DOCTYPE a SYSTEM 's' [<!ENTITY phi 'mine'><!ENTITY phi 'other'><!ENTITY lt '!'>\
        <!ENTITY deep '[&phi;&#38;phi;]'><!ENTITY m '<i>x&phi;</i>y'><!ENTITY v 'a&#10;b\n'>]>";
    assert_eq!(
        parsed(&format!("{own}<a>&phi;&lt;&deep;</a>")).root.text(),
        "mine<[minemine]"
    );
    let marked = parsed(&format!("{own}<a>1&m;2</a>")).root;
    assert_eq!(written(&marked).unwrap(), "<a>1<i>xmine</i>y2</a>");
    assert_eq!(
        parsed(&format!("{own}<a b='&v;'/>")).root.attr("b"),
        Some("a b ")
    );
}

#[test]
fn entities_that_are_refused() {
    for (subset, content, expected) in [
        (
            "<!ENTITY e SYSTEM 'file:///etc/passwd'>",
            "&e;",
            "external entity `e` at 1:58 (/a)",
        ),
        (
            "<!ENTITY e '&f;'><!ENTITY f '&e;'>",
            "&e;",
            "entity `e` that contains itself",
        ),
        (
            "<!ENTITY e '<b>'>",
            "&e;",
            "entity `e` that opens an element and does not close it",
        ),
        (
            "<!ENTITY e '</a>'>",
            "&e;",
            "end tag `</a>` of an element that is not open",
        ),
        ("<!ENTITY e '<b'>", "&e;", "tag not closed"),
        (
            "<!ENTITY e '&#60;'>",
            "<b c='&e;'/>",
            "`<` in the value of an attribute",
        ),
        ("<!ENTITY % e '<b>'> %e;", "", "parameter entity"),
        ("<!ENTITY e '100%'>", "", "`%` in the value of an entity"),
        (
            "<!ENTITY e '&#0;'>",
            "",
            "character that XML does not allow",
        ),
        (
            "<!ELEMENT a (b, c | d)>",
            "",
            "document type declaration without `,`",
        ),
        (
            "<!ATTLIST a b CDATA '&later;'><!ENTITY later 'x'>",
            "",
            "which is not declared before",
        ),
    ] {
        let message = error(&format!("<!DOCTYPE a [{subset}]><a>{content}</a>"));
        assert!(message.contains(expected), "{subset}: {message}");
    }
}

#[test]
fn bombs_cost_a_bounded_amount() {
    let mut laughs = String::from("<!DOCTYPE a [<!ENTITY e0 'ha'>");
    let mut nothing = String::from("<!DOCTYPE a [<!ENTITY e0 ''>");
    for i in 1..20 {
        let ten = format!("&e{};", i - 1).repeat(10);
        let entity = format!("<!ENTITY e{i} '{ten}'>");
        laughs.push_str(&entity);
        nothing.push_str(&entity);
    }
    for bomb in [laughs, nothing] {
        assert!(error(&format!("{bomb}]><a>&e19;</a>")).contains("limit `entity_bytes`"));
        assert!(error(&format!("{bomb}]><a b='&e19;'/>")).contains("limit `entity_bytes`"));
    }
    let defaults = format!(
        "<!DOCTYPE a [<!ATTLIST b c CDATA '{}'>]><a>",
        "x".repeat(10_000)
    );
    assert!(error(&(defaults + &"<b/>".repeat(1_000))).contains("limit `entity_bytes`"));
}

#[test]
fn declared_attributes() {
    let subset = "<!DOCTYPE a [<!ATTLIST a b CDATA 'default' ids IDREFS #IMPLIED xmlns:p CDATA #FIXED 'urn:p'>]>";
    let root = parsed(&format!("{subset}<a ids='  r1\n r2 ' p:q=''/>")).root;
    assert_eq!(root.attr("b"), Some("default"));
    let named = "<!DOCTYPE a PUBLIC 'p' 's' [<!ATTLIST a b CDATA 'x&nbsp;y'>]><a/>";
    assert_eq!(parsed(named).root.attr("b"), Some("x\u{A0}y"));
    assert_eq!(root.attr("ids"), Some("r1 r2"));
    assert_eq!(root.attr_ns(Some("urn:p"), "q"), Some(""));
    assert_eq!(
        parsed(&format!("{subset}<a b=' given'/>")).root.attr("b"),
        Some(" given")
    );
}
