//! What is refused: other EPUBs, damaged ones, those beyond a ceiling.

use super::super::{ReadOptions, from_slice, open, to_vec};
use super::{ARTICLE, Files, edit, repacked, written};
use crate::codec;
use crate::error::ErrorKind;
use crate::limits::Limits;
use crate::tree::{Document, Element, Node};

#[test]
fn other_epubs_and_damaged_ones_are_refused() {
    let refused =
        |change: &dyn Fn(&mut Files)| open(repacked(&written(), change).as_slice()).unwrap_err();
    let foreign = refused(&|files| {
        edit(files, ARTICLE, |xhtml| {
            xhtml.replace("data-sep-profile", "data-x")
        });
    });
    assert!(
        foreign.to_string().contains("not supported yet"),
        "{foreign}"
    );
    let later = refused(&|files| {
        edit(files, ARTICLE, |xhtml| {
            xhtml.replace("data-sep-profile=\"1\"", "data-sep-profile=\"9\"")
        });
    });
    assert!(
        matches!(later.kind(), ErrorKind::Unsupported { .. }),
        "{later}"
    );
    let locked =
        refused(&|files| drop(files.insert("META-INF/encryption.xml".to_owned(), Vec::new())));
    assert!(locked.to_string().contains("encrypted"), "{locked}");
    for name in ["META-INF/container.xml", "OEBPS/content.opf", ARTICLE] {
        let missing = refused(&|files| drop(files.remove(name)));
        assert!(
            matches!(missing.kind(), ErrorKind::Malformed { .. }),
            "{name}: {missing}"
        );
        let broken = refused(&|files| edit(files, name, |text| text[..text.len() / 2].to_owned()));
        assert!(
            broken.location().is_some_and(|place| place.line.is_some()),
            "{name}: {broken}"
        );
    }
}

#[test]
fn ceilings_hold() {
    let limited = |limits| {
        ReadOptions::new()
            .limits(limits)
            .open_slice(&written())
            .unwrap_err()
            .to_string()
    };
    assert!(
        limited(Limits {
            archive_entries: 3,
            ..Limits::default()
        })
        .contains("archive_entries")
    );
    assert!(
        limited(Limits {
            image_bytes: 3,
            ..Limits::default()
        })
        .contains("image_bytes")
    );
    assert!(
        limited(Limits {
            depth: 3,
            ..Limits::default()
        })
        .contains("depth")
    );
}

#[test]
fn nesting_to_the_ceiling_comes_back_and_beyond_it_is_refused() {
    let nested = |depth: usize| {
        let mut element = Element::new("p").holding(vec![Node::Text("x".to_owned())]);
        for name in ["list-item", "list", "sec", "fig", "caption", "p"]
            .iter()
            .cycle()
            .take(depth - 2)
        {
            element = Element::new(*name).holding(vec![Node::Element(element)]);
        }
        Document {
            root: Element::new("article").holding(vec![Node::Element(element)]),
            ..Document::default()
        }
    };
    let deepest = codec::from_document(nested(Limits::DEPTH));
    let epub = to_vec(&deepest).unwrap().value;
    assert_eq!(from_slice(&epub).unwrap().value, deepest);
}
