use proptest::prelude::*;

use super::*;
use crate::tree::{Attr, Instruction};

/// A small notation for trees: `(name …)` an element, `"…"` text, `!` a comment, `?` an instruction; `m:name` stands in
/// MathML, `x:name` in another namespace, `+name` has `xml:space="preserve"`.
fn tree(notation: &str) -> Element {
    let mut chars = notation.chars().peekable();
    let mut stack = vec![Element::new("host")];
    while let Some(char) = chars.next() {
        match char {
            '(' => {
                let mut name = String::new();
                while let Some(char) = chars.next_if(|char| !" )(\"!?".contains(*char)) {
                    name.push(char);
                }
                stack.push(named(&name));
            }
            ')' => {
                let element = stack.pop().unwrap();
                let parent = stack.last_mut().unwrap();
                parent.content.push(Node::Element(element));
            }
            '"' => {
                let text: String = chars.by_ref().take_while(|char| *char != '"').collect();
                push(&mut stack, Node::Text(text));
            }
            '!' => push(&mut stack, Node::Comment(" c ".into())),
            '?' => push(&mut stack, Node::Instruction(Instruction::default())),
            _ => {}
        }
    }
    match stack.pop().unwrap().content.pop() {
        Some(Node::Element(element)) => element,
        _ => panic!("{notation} is no element"),
    }
}

fn named(name: &str) -> Element {
    let (namespace, name) = match name.split_once(':') {
        Some(("m", name)) => (Some(ns::MATHML.into()), name),
        Some((_, name)) => (Some("urn:other".into()), name),
        None => (None, name),
    };
    let kept = name.strip_prefix('+');
    let mut element = Element::new(kept.unwrap_or(name).to_owned());
    element.namespace = namespace;
    if kept.is_some() {
        element.attrs.push(Attr {
            namespace: Some(ns::XML.into()),
            name: "space".into(),
            value: "preserve".into(),
        });
    }
    element
}

fn push(stack: &mut [Element], node: Node) {
    stack.last_mut().unwrap().content.push(node);
}

#[track_caller]
fn check(before: &str, after: &str) {
    let mut element = tree(before);
    normalize_element(&mut element, Host::Elements);
    assert_eq!(element, tree(after), "{before}");
    normalize_element(&mut element, Host::Elements);
    assert_eq!(element, tree(after), "twice: {before}");
}

#[test]
fn runs_are_one_space_and_block_edges_have_none() {
    check("(p \" \n a \t\r\n b  \")", "(p \"a b\")");
    check("(p \" \n \")", "(p)");
    check(
        "(p \"\u{a0} a \u{2003} b\u{a0}\")",
        "(p \"\u{a0} a \u{2003} b\u{a0}\")",
    );
}

#[test]
fn inline_edges_are_data() {
    check(
        "(p \"a \" (italic \" b \") \" c\")",
        "(p \"a \" (italic \" b \") \" c\")",
    );
    check("(p (italic \"  \"))", "(p (italic \" \"))");
    check("(p (fn \" a \") \" b\")", "(p (fn \" a \") \" b\")");
    check(
        "(mixed-citation \"a \" (year \" 1 \") \" , \")",
        "(mixed-citation \"a \" (year \" 1 \") \" ,\")",
    );
}

#[test]
fn beside_a_block_there_is_none() {
    check(
        "(p \"a \n\" (disp-formula \" b \") \" c \" (list (list-item (p \" d \"))) \" \")",
        "(p \"a\" (disp-formula \"b\") \"c\" (list (list-item (p \"d\"))))",
    );
    check(
        "(p \"a \" (italic \" \" (fig) \" b\") \" c\")",
        "(p \"a \" (italic (fig) \"b\") \" c\")",
    );
    check(
        "(p \"a \" (x:p \" b \") \" c\")",
        "(p \"a \" (x:p \" b \") \" c\")",
    );
}

#[test]
fn beside_comments_and_instructions_it_is_data() {
    check(
        "(p \"a \" ! \" b\" ? \" c\")",
        "(p \"a \" ! \" b\" ? \" c\")",
    );
    check("(p \" \" ! \" a \" ? \" \")", "(p ! \" a \" ?)");
    check("(sec \"\n\" ! \"\n\" (p) \"\n\")", "(sec ! (p))");
}

#[test]
fn element_content_holds_no_white_space() {
    check(
        "(contrib \" \" (name \" \" (surname \" A \") \"\n\" (given-names)) \" \")",
        "(contrib (name (surname \"A\") (given-names)))",
    );
    check(
        "(tr (td \" a \" (break) \" \"))",
        "(tr (td \"a \" (break)))",
    );
}

#[test]
fn stray_text_makes_element_content_mixed() {
    check(
        "(contrib \" , \" (name (surname \" A \")) \" \" (email \" e \") \" \" (list) \" \")",
        "(contrib \", \" (name (surname \"A\")) \" \" (email \" e \") (list))",
    );
    check(
        "(ref \" \u{a0}\" (label \" 1 \"))",
        "(ref \"\u{a0}\" (label \" 1 \"))",
    );
}

#[test]
fn unknown_elements_are_judged_by_what_they_hold() {
    check("(x:a \"\n \" (x:b \" c \") \" \n\")", "(x:a (x:b \"c\"))");
    check("(a \"\n\" (b \" c \") \"d\")", "(a (b \" c \") \"d\")");
    check(
        "(a (b) \" \" (c) \"\n\" (d))",
        "(a (b) \" \" (c) \" \" (d))",
    );
    check("(a (b \" c \"))", "(a (b \"c\"))");
}

#[test]
fn an_unknown_element_that_loses_its_only_white_space_holds_elements() {
    check(
        "(a \" \" (b \" \" (c \" \" (d \" e \"))))",
        "(a (b (c (d \"e\"))))",
    );
}

#[test]
fn kept_text_stays_to_the_letter() {
    for name in ["preformat", "code", "tex-math", "m:math", "styled-content+"] {
        let name = name
            .strip_suffix('+')
            .map_or_else(|| name.to_owned(), |_| "+styled-content".to_owned());
        let notation =
            format!("(list-item ({name} \" \n a  \" (italic \" \t\" (p \" b \")) \"\n\"))");
        check(&notation, &notation);
    }
    check(
        "(p \"a \" (preformat \" b \") \" c\")",
        "(p \"a\" (preformat \" b \") \"c\")",
    );
    check(
        "(preformat \"a\" \"\" \" b\" (bold \"\"))",
        "(preformat \"a b\" (bold))",
    );
}

#[test]
fn text_is_joined_before_it_is_judged() {
    check("(p \"a \" \"\" \" b\" \" \")", "(p \"a b\")");
    check("(sec \" \" \"\n\" (p))", "(sec (p))");
    check("(a \" \" \"\n\" (b \" c \"))", "(a (b \"c\"))");
    check("(p \"a\" \"\" (italic \"\") \"\")", "(p \"a\" (italic))");
}

#[test]
fn the_root_stands_in_nothing() {
    let mut document = Document {
        root: tree("(article \" \n stray \" (front) \" \")"),
        ..Document::default()
    };
    normalize(&mut document);
    assert_eq!(document.root, tree("(article \" stray \" (front) \" \")"));
}

#[test]
fn attributes_are_sorted_in_kept_content_too() {
    let mut element = tree("(p (code (bold)))");
    let attr = |namespace: Option<&'static str>, name: &'static str| Attr {
        namespace: namespace.map(Into::into),
        name: name.into(),
        value: String::new(),
    };
    let attrs = [
        attr(Some(ns::XML), "lang"),
        attr(None, "id"),
        attr(Some(ns::XLINK), "href"),
        attr(None, "content-type"),
    ];
    each(&mut element, &mut |e| e.attrs = attrs.to_vec());
    normalize_element(&mut element, Host::Elements);
    let sorted = [
        attrs[3].clone(),
        attrs[1].clone(),
        attrs[2].clone(),
        attrs[0].clone(),
    ];
    let mut seen = 0;
    each(&mut element, &mut |e| {
        seen += 1;
        assert_eq!(e.attrs, sorted);
    });
    assert_eq!(seen, 3);
}

fn each(element: &mut Element, act: &mut impl FnMut(&mut Element)) {
    act(element);
    for node in &mut element.content {
        if let Node::Element(child) = node {
            each(child, act);
        }
    }
}

#[test]
fn a_hundred_thousand_pieces_of_text_are_joined_in_linear_time() {
    let mut element = Element::new("p");
    element.content = vec![Node::Text(" a ".into()); 300_000].into();
    normalize_element(&mut element, Host::Mixed);
    assert_eq!(element.content.len(), 1);
    assert_eq!(element.text().len(), 600_000 - 1);
}

fn any_element() -> impl Strategy<Value = Element> {
    let name = prop::sample::select(vec![
        "p", "sec", "italic", "fig", "list", "ref", "code", "a", "b", "x:c", "m:math", "+italic",
        "fn",
    ]);
    let leaf = prop_oneof![
        4 => "[ \t\n\ra\u{a0}]{0,9}".prop_map(Node::Text),
        1 => Just(Node::Comment(" c ".into())),
        1 => Just(Node::Instruction(Instruction { target: "t".into(), ..Instruction::default() })),
    ];
    let node = leaf.prop_recursive(6, 48, 6, {
        let name = name.clone();
        move |inner| {
            (name.clone(), prop::collection::vec(inner, 0..6)).prop_map(|(name, content)| {
                let mut element = named(name);
                element.content = content.into();
                Node::Element(element)
            })
        }
    });
    (name, prop::collection::vec(node, 0..6)).prop_map(|(name, content)| {
        let mut element = named(name);
        element.content = content.into();
        element
    })
}

fn words(element: &Element) -> String {
    element.text().split(SPACE).collect()
}

proptest! {
    #[test]
    fn one_pass_is_enough_and_no_character_is_lost(element in any_element(), standing in any::<bool>()) {
        let host = if standing { Host::Elements } else { Host::Mixed };
        let mut once = element.clone();
        normalize_element(&mut once, host);
        let mut twice = once.clone();
        normalize_element(&mut twice, host);
        prop_assert_eq!(&once, &twice);
        prop_assert_eq!(words(&once), words(&element));
    }

    #[cfg(feature = "_xml")]
    #[test]
    fn what_is_settled_as_it_is_read_is_as_if_settled_afterwards(element in any_element()) {
        let read = |drop_blanks| {
            let mut root = Element::new("article");
            root.content.push(Node::Element(element.clone()));
            crate::xml::tests::written_and_read(&root, drop_blanks)
        };
        let (settled, mut plain) = (read(true), read(false));
        prop_assert!(settled.is_settled && !plain.is_settled);
        normalize_element(&mut plain.root, Host::Mixed);
        prop_assert_eq!(&settled.used, &crate::xml::Used::of(&settled.root, None));
        prop_assert_eq!(&settled.root, &plain.root);
    }
}

#[test]
fn no_namespace_is_the_vocabularys_where_it_has_none() {
    let mut document = Document {
        root: tree("(article(p(x)))"),
        ..Document::default()
    };
    let nowhere = |document: &mut Document| {
        let Some(Node::Element(p)) = document.root.content.first_mut() else {
            panic!("no paragraph");
        };
        p.namespace = Some("".into());
    };
    let plain = document.root.clone();
    nowhere(&mut document);
    normalize(&mut document);
    assert_eq!(document.root, plain);

    nowhere(&mut document);
    document.source.dialect = Some(crate::model::Dialect {
        root_namespace: Some("urn:jats".to_owned()),
        ..Default::default()
    });
    normalize(&mut document);
    assert_ne!(document.root, plain);
}
