//! What is written reads back, and what could not is not written.

use super::parsed;
use crate::error::Result;
use crate::limits::Limits;
use crate::tree::{Attr, Element, Instruction, Node};
use crate::xml::{WriteOptions, write};

pub(super) fn written(root: &Element) -> Result<String> {
    let mut out = String::new();
    let options = WriteOptions {
        namespaces: &[],
        vocabulary: None,
        local: &[],
        root_attrs: &[],
        depth: Limits::DEPTH,
    };
    write(&mut out, root, &options)?;
    Ok(out)
}

#[test]
fn what_is_written_reads_back() {
    for xml in [
        "<a/>",
        "<a b=\"&quot;&#9;&#10;&#13;&lt;&gt;&amp;'\">&lt;&gt;&amp;\"'\t\n&#13;]]&gt;</a>",
        "<a xmlns:mml=\"http://www.w3.org/1998/Math/MathML\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">\
            <mml:math xlink:href=\"h\" xml:lang=\"en\"/></a>",
        "<a xmlns=\"urn:a\"><b xmlns=\"\"><c/><d xmlns=\"urn:a\"/></b></a>",
        "<a xmlns:ns1=\"urn:1\" xmlns:ns2=\"urn:2\"><ns1:b ns2:c=\"\"/></a>",
        "<a><!-- c --><?p?><?p q ?></a>",
    ] {
        assert_eq!(written(&parsed(xml).root).unwrap(), xml);
    }
}

#[test]
fn more_namespaces_than_a_root_declares() {
    let mut root = Element::new("a");
    for i in 0..100 {
        let mut child = Element::new("b");
        child.namespace = Some(format!("urn:e{i}").into());
        let name = "c".into();
        child.attrs.push(Attr {
            namespace: Some(format!("urn:a{i}").into()),
            name,
            value: String::new(),
        });
        root.content.push(Node::Element(child));
    }
    assert_eq!(parsed(&written(&root).unwrap()).root, root);
}

#[test]
fn what_no_reader_could_read_is_not_written() {
    let child = |child: Element| Element {
        content: vec![Node::Element(child)].into(),
        ..Element::new("a")
    };
    let attr = |namespace: Option<&'static str>, name: &'static str| Element {
        attrs: vec![Attr {
            namespace: namespace.map(Into::into),
            name: name.into(),
            value: String::new(),
        }],
        ..Element::new("b")
    };
    let with = |node: Node| Element {
        content: vec![node].into(),
        ..Element::new("b")
    };
    let instruction = |target: &str, text: &str| {
        Node::Instruction(Instruction {
            target: target.into(),
            text: text.into(),
        })
    };
    for broken in [
        Element::new("b c"),
        Element::new(""),
        attr(None, "xmlns"),
        attr(Some("http://www.w3.org/2000/xmlns/"), "p"),
        attr(None, "p:q"),
        with(Node::Text("\0".into())),
        with(Node::Comment("a--b".into())),
        with(Node::Comment("a-".into())),
        with(Node::Comment("a\rb".into())),
        with(instruction("xml", "")),
        with(instruction("p", "?>")),
        with(instruction("p", " q")),
    ] {
        let error = written(&child(broken.clone())).unwrap_err();
        assert!(
            matches!(error.kind(), crate::ErrorKind::Invalid { .. }),
            "{broken:?}"
        );
        let path = error.location().and_then(|l| l.path.clone()).unwrap();
        assert!(path.starts_with("/a/"), "{path}");
    }
    let twice = Element {
        attrs: [attr(None, "c").attrs, attr(None, "c").attrs].concat(),
        ..Element::new("b")
    };
    assert!(written(&twice).is_err());
    let deep = (0..Limits::DEPTH).fold(Element::new("a"), |inner, _| child(inner));
    assert!(
        written(&deep)
            .unwrap_err()
            .to_string()
            .contains("more than 128 deep")
    );
}
