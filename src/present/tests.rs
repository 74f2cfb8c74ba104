//! Whatever the tree, all of it is shown, once, and comes back; and what is generated reads well.

use proptest::prelude::*;
use quick_xml::events::Event;

use super::{GeneratedKind, Kid, Shown};
use crate::tree::{Attr, Element, Instruction, Node, ns};

/// A tree from XML without white space between tags.
pub(super) fn tree(xml: &str) -> Element {
    let mut reader = quick_xml::Reader::from_str(xml);
    let mut open = vec![Element::new("none")];
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) => open.push(element(&tag)),
            Event::Empty(tag) => open
                .last_mut()
                .unwrap()
                .content
                .push(Node::Element(element(&tag))),
            Event::Text(text) => {
                let text = text[..].to_owned();
                open.last_mut().unwrap().content.push(Node::Text(text));
            }
            Event::Comment(text) => {
                let text = text[..].to_owned();
                open.last_mut().unwrap().content.push(Node::Comment(text));
            }
            Event::End(_) => {
                let closed = open.pop().unwrap();
                open.last_mut().unwrap().content.push(Node::Element(closed));
            }
            Event::Eof => break,
            other => panic!("not for tests: {other:?}"),
        }
    }
    let mut root = open.pop().unwrap();
    match root.content.pop() {
        Some(Node::Element(element)) => element,
        other => panic!("not an element: {other:?}"),
    }
}

fn element(tag: &quick_xml::events::BytesStart<'_>) -> Element {
    let split = |name: &str| match name.split_once(':') {
        Some(("xml", local)) => (Some(ns::XML), local.to_owned()),
        Some(("mml", local)) => (Some(ns::MATHML), local.to_owned()),
        Some(("ali", local)) => (Some(ns::ALI), local.to_owned()),
        _ => (None, name.to_owned()),
    };
    let (namespace, name) = split(tag.name().as_ref());
    let attrs = tag.attributes().map(|attr| {
        let attr = attr.unwrap();
        let (namespace, name) = split(attr.key.as_ref());
        Attr {
            namespace: namespace.map(Into::into),
            name: name.into(),
            value: attr.value.into_owned(),
        }
    });
    Element {
        namespace: namespace.map(Into::into),
        attrs: attrs.collect(),
        ..Element::new(name)
    }
}

/// What is read of a tree: a line for each block, headings with `# `.
pub(super) fn lines(xml: &str) -> Vec<String> {
    let root = tree(xml);
    let mut lines = vec![String::new()];
    read(&super::article(&root), &mut lines);
    lines.retain(|line| !line.is_empty());
    lines
}

fn read(shown: &Shown<'_>, lines: &mut Vec<String>) {
    if shown.hidden {
        return;
    }
    if shown.block {
        lines.push(String::new());
    }
    for kid in &shown.kids {
        match kid {
            Kid::Element(child) => read(child, lines),
            Kid::Text(text) => lines.last_mut().unwrap().push_str(text),
            Kid::Generated(generated) if generated.kind == GeneratedKind::Heading => {
                lines.push(format!("# {}", generated.text));
                lines.push(String::new());
            }
            Kid::Generated(generated) => lines.last_mut().unwrap().push_str(&generated.text),
            Kid::Comment(_) | Kid::Instruction(_) => {}
        }
    }
    if shown.block {
        lines.push(String::new());
    }
}

/// The element back from what is shown of it, as a reader does it.
fn restored(shown: &Shown<'_>) -> Element {
    let own: Vec<Node> = shown.kids.iter().filter_map(restored_kid).collect();
    let content = if shown.order.is_empty() {
        own
    } else {
        assert_eq!(own.len(), shown.order.len());
        let mut places: Vec<Option<Node>> = vec![None; own.len()];
        for (node, place) in own.into_iter().zip(&shown.order) {
            assert!(
                places[*place as usize].replace(node).is_none(),
                "no permutation: {:?}",
                shown.order
            );
        }
        places.into_iter().map(Option::unwrap).collect()
    };
    Element {
        content: content.into(),
        ..shown.element.clone()
    }
}

fn restored_kid(kid: &Kid<'_>) -> Option<Node> {
    Some(match kid {
        Kid::Element(child) => Node::Element(restored(child)),
        Kid::Text(text) => Node::Text((*text).to_owned()),
        Kid::Comment(text) => Node::Comment((*text).to_owned()),
        Kid::Instruction(instruction) => Node::Instruction((*instruction).clone()),
        Kid::Generated(generated) => {
            assert!(!generated.text.is_empty());
            return None;
        }
    })
}

/// Every order given is one that changes something, all over the tree.
fn assert_orders_matter(shown: &Shown<'_>) {
    assert!(shown.order.is_empty() || !shown.order.is_sorted());
    for kid in &shown.kids {
        if let Kid::Element(child) = kid {
            assert_orders_matter(child);
        }
    }
}

#[rustfmt::skip]
const NAMES: &[&str] = &[
    "article", "front", "front-stub", "article-meta", "journal-meta", "article-categories", "subj-group", "subject",
    "title-group", "article-title", "subtitle", "alt-title", "trans-title-group", "contrib-group", "contrib", "contrib-id",
    "name", "surname", "given-names", "prefix", "suffix", "degrees", "xref", "role", "email", "aff", "label", "bio", "p",
    "collab", "string-name", "institution-wrap", "institution", "institution-id", "author-notes", "corresp", "fn",
    "pub-date", "date", "history", "day", "month", "year", "season", "string-date", "volume", "issue", "fpage", "lpage",
    "page-range", "elocation-id", "article-id", "permissions", "copyright-statement", "copyright-year",
    "copyright-holder", "license", "funding-group", "award-group", "award-id", "abstract", "trans-abstract", "kwd-group",
    "kwd", "title", "custom-meta-group", "custom-meta", "meta-name", "meta-value", "counts", "fig-count", "x", "back",
    "ref-list", "ref", "element-citation", "mixed-citation", "nlm-citation", "person-group", "etal", "source", "pub-id",
    "publisher-name", "publisher-loc", "fig", "graphic", "alt-text", "caption", "object-id", "alternatives", "tex-math",
    "table-wrap", "table", "tr", "td", "ack", "fn-group", "glossary", "app-group", "app", "sub-article", "response",
    "floats-group", "related-article", "product", "issn", "journal-id", "journal-title", "unheard-of",
];

fn any_attr() -> impl Strategy<Value = Attr> {
    let attr = |name: &'static str, value: &str| Attr {
        namespace: (name == "lang").then_some(ns::XML.into()),
        name: name.into(),
        value: value.to_owned(),
    };
    prop_oneof![
        prop::sample::select(&["ru", "kk", "de", "xx", ""][..]).prop_map(move |v| attr("lang", v)),
        prop::sample::select(&["pub", "received", "?"][..]).prop_map(move |v| attr("date-type", v)),
        prop::sample::select(&["teaser", "graphical", ""][..])
            .prop_map(move |v| attr("abstract-type", v)),
        prop::sample::select(&["eastern", "western"][..]).prop_map(move |v| attr("name-style", v)),
        prop::sample::select(&["doi", "pmid", ""][..]).prop_map(move |v| attr("pub-id-type", v)),
    ]
}

fn any_element() -> impl Strategy<Value = Element> {
    let name = prop::sample::select(NAMES);
    let leaf = (
        name.clone(),
        prop::collection::vec(any_attr(), 0..2),
        "[ -~а-я]{0,5}",
    )
        .prop_map(|(name, attrs, text)| {
            let text = (!text.is_empty()).then_some(Node::Text(text));
            Element {
                attrs,
                content: text.into_iter().collect(),
                ..Element::new(name)
            }
        });
    leaf.prop_recursive(6, 80, 8, move |inner| {
        let node = prop_oneof![
            8 => inner.prop_map(Node::Element),
            1 => "[a-z ]{1,4}".prop_map(Node::Text),
            1 => "[a-z ]{0,4}".prop_map(Node::Comment),
            1 => Just(Node::Instruction(Instruction { target: "x".into(), text: String::new() })),
        ];
        let content = prop::collection::vec(node, 0..8);
        let foreign = prop::option::weighted(0.05, Just(ns::MATHML.into()));
        let attrs = prop::collection::vec(any_attr(), 0..2);
        (name.clone(), foreign, attrs, content).prop_map(|(name, namespace, attrs, content)| {
            Element {
                namespace,
                attrs,
                content: content.into(),
                ..Element::new(name)
            }
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn everything_is_shown_once_and_comes_back(root in any_element()) {
        let shown = super::article(&root);
        assert_orders_matter(&shown);
        prop_assert_eq!(restored(&shown), root);
    }
}

/// The deepest tree allowed is shown.
#[test]
fn depth_is_no_danger() {
    let mut root = Element::new("sec");
    for _ in 1..crate::Limits::DEPTH {
        let mut outer = Element::new("sec");
        outer.content.push(Node::Element(root));
        root = outer;
    }
    assert_eq!(restored(&super::article(&root)), root);
}

/// Every article of the corpus is shown whole.
#[cfg(feature = "jats")]
#[test]
fn the_corpus_is_shown_whole() {
    #[expect(
        clippy::disallowed_methods,
        reason = "a test may be told where its data are"
    )]
    let root = std::env::var_os("SEPARATUM_CORPUS").map_or_else(
        || std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus"),
        std::path::PathBuf::from,
    );
    let Ok(sources) = std::fs::read_dir(root.join("jats")) else {
        println!("SKIPPED: no corpus at {}", root.display());
        return;
    };
    let files = sources.filter_map(|source| std::fs::read_dir(source.unwrap().path()).ok());
    let mut shown = 0;
    for file in files.flatten() {
        let path = file.unwrap().path();
        let Ok(article) = crate::jats::from_slice(&std::fs::read(&path).unwrap()) else {
            continue;
        };
        let root = crate::codec::to_document(&article.value).unwrap().root;
        assert_eq!(restored(&super::article(&root)), root, "{}", path.display());
        shown += 1;
    }
    assert!(shown > 250, "only {shown} articles");
}

/// The kinds of what is generated in a tree, with its text.
fn generated(shown: &Shown<'_>, out: &mut Vec<(GeneratedKind, String)>) {
    for kid in &shown.kids {
        match kid {
            Kid::Element(child) => generated(child, out),
            Kid::Generated(own) => out.push((own.kind, own.text.clone())),
            _ => {}
        }
    }
}

#[test]
fn what_parts_two_marks_is_raised_like_them() {
    let comma = |first: &str, second: &str| {
        let xrefs = format!("<xref>{first}</xref><xref>{second}</xref>");
        let root = tree(&format!("<contrib><collab>A</collab>{xrefs}</contrib>"));
        let mut found = Vec::new();
        generated(&super::article(&root), &mut found);
        found
    };
    assert_eq!(
        comma("1", "<sup>*</sup>"),
        [(GeneratedKind::Mark, ",".to_owned())]
    );
    assert_eq!(
        comma("1", "Corresponding"),
        [(GeneratedKind::Punctuation, ",".to_owned())]
    );
}
