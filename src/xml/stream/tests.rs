//! What comes in piece by piece is read as what is at hand, wherever it is cut.

use super::super::tests::NOT_WELL_FORMED;
use super::super::{Entities, read};
use super::*;
use crate::limits::Limits;

fn options(wrapped: Option<&'static str>) -> ReadOptions {
    ReadOptions {
        limits: Limits::default(),
        depth: Limits::DEPTH,
        entities: Entities::Jats,
        repair: true,
        drop_blanks: false,
        wrapped,
    }
}

/// All that a reading has to say.
fn told(read: Result<Parsed>) -> String {
    match read {
        Ok(parsed) => format!("{parsed:?}"),
        Err(error) => error.to_string(),
    }
}

fn in_pieces(bytes: &[u8], piece: usize) -> String {
    told(Documents::in_pieces(bytes, piece, options(None)).last())
}

/// What is longer than the bytes by which an encoding is told, so that everything behind it is cut everywhere.
fn padding() -> String {
    format!("<!-- {} -->\r\n", "é ".repeat(encoding::HEAD))
}

/// Pieces of a few bytes, and the whole.
const PIECES: [usize; 5] = [1, 2, 3, 7, 1 << 20];

#[test]
fn wherever_it_is_cut() {
    let xml = "<!DOCTYPE a [<!ENTITY e '<i>é</i>'>]><?p q?><a xmlns:p='urn:p' b='>'>é𝔄\r\n\u{FEFF}<b p:c='1'/>\u{FEFF}&e;\
        <![CDATA[ ]] <x> ]]>&#233;<!-- > -->\r\n &eacute;<c>text</c\n><xlink:d/></a><?end?> ";
    let xml = padding() + xml;
    let whole = told(read(xml.as_bytes(), options(None)));
    assert!(whole.starts_with("Parsed"), "{whole}");
    for piece in PIECES {
        assert_eq!(in_pieces(xml.as_bytes(), piece), whole, "{piece}");
    }
}

#[test]
fn faults_have_the_same_place() {
    let behind = NOT_WELL_FORMED.iter().map(|(xml, _)| padding() + xml);
    for xml in behind.chain(NOT_WELL_FORMED.iter().map(|(xml, _)| (*xml).to_owned())) {
        let whole = told(read(xml.as_bytes(), options(None)));
        for piece in PIECES {
            assert_eq!(in_pieces(xml.as_bytes(), piece), whole, "{piece}: {xml}");
        }
    }
}

#[test]
fn every_encoding_comes_in_pieces() {
    let document = |encoding: &str, fault: &str| {
        let long = "x".repeat(encoding::HEAD);
        format!(
            "<?xml version='1.0' encoding='{encoding}'?><!--{long}--><a>\n\u{E9}\u{A3}\n{fault}</a>"
        )
    };
    let xml = |encoding: &str| document(encoding, "<b>");
    let utf16 =
        |text: String| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_be_bytes).collect() };
    let single = |text: String| -> Vec<u8> { text.chars().map(|c| c as u8).collect() };
    let encoded = |xml: &dyn Fn(&str) -> String| {
        [
            xml("utf-8").into_bytes(),
            ("\u{FEFF}".to_owned() + &xml("utf-8")).into_bytes(),
            utf16("\u{FEFF}".to_owned() + &xml("utf-16")),
            utf16(xml("utf-16")),
            single(xml("iso-8859-1")),
            single(xml("windows-1252")),
        ]
    };
    for bytes in encoded(&|name| document(name, "")) {
        let whole = read(&bytes, options(None)).unwrap();
        assert_eq!(whole.root.text(), "\n\u{E9}\u{A3}\n");
        let whole = told(Ok(whole));
        for piece in PIECES {
            assert_eq!(in_pieces(&bytes, piece), whole, "{piece}: {bytes:x?}");
        }
    }
    let wrong = [
        single(xml("us-ascii")),
        single(xml("utf-8")),
        single(xml("shift_jis")),
        utf16(xml("utf-16")).split_last().unwrap().1.to_vec(),
    ];
    for bytes in encoded(&xml).into_iter().chain(wrong) {
        let whole = told(read(&bytes, options(None)));
        assert!(whole.starts_with("malformed XML: "), "{whole}");
        for piece in PIECES {
            assert_eq!(in_pieces(&bytes, piece), whole, "{piece}: {bytes:x?}");
        }
    }
}

#[test]
fn wrapped_documents_come_one_by_one() {
    let xml = "<set xmlns:p='u'>x<a xlink:b=''>1</a><a>2</a><?p?><s><b/><b><a xlink:b='' xmlns:q='v'>3<a/></a></b></s>y</set>";
    for piece in PIECES {
        let mut documents = Documents::in_pieces(xml.as_bytes(), piece, options(Some("a")));
        let mut found = Vec::new();
        while let Some(parsed) = documents.next().unwrap() {
            let places = parsed.found.iter().map(|f| f.location.to_string());
            found.push((
                parsed.root.text(),
                parsed.wrapper,
                parsed.root_namespaces.len(),
                places.collect::<Vec<_>>(),
            ));
        }
        let wrapper = Some(Cow::Borrowed("set"));
        let mended = |place: &str| vec![place.to_owned()];
        assert_eq!(
            found,
            [
                ("1".to_owned(), wrapper.clone(), 2, mended("1:22 (/set)")),
                ("2".to_owned(), wrapper.clone(), 1, vec![]),
                ("3".to_owned(), wrapper, 3, mended("1:64 (/set/s[1]/b[2])")),
                (String::new(), None, 1, vec![]),
            ]
        );
        assert!(documents.next().unwrap().is_none());
    }
}

#[test]
fn the_path_counts_what_was_let_go() {
    let xml = "<set><r><a/></r><r><a/><a><b/><b x></a></r></set>";
    let mut documents = Documents::of_reader(xml.as_bytes(), options(Some("a")));
    let error = loop {
        match documents.next() {
            Ok(parsed) => assert!(parsed.unwrap().wrapper.is_some()),
            Err(error) => break error,
        }
    };
    assert_eq!(
        error.to_string(),
        "malformed XML: attribute `x` without a value at 1:34 (/set/r[2]/a[2])"
    );
    assert!(documents.next().unwrap().is_none(), "an error is the last");
}

#[test]
fn ceilings_hold_for_each_document() {
    let small = Limits {
        elements: 3,
        text_bytes: 100_000,
        input_bytes: 300_000,
        ..Limits::default()
    };
    let limited = |xml: &str| {
        let options = ReadOptions {
            limits: small,
            ..options(Some("a"))
        };
        let mut documents = Documents::of_reader(xml.as_bytes(), options);
        loop {
            match documents.next() {
                Ok(Some(_)) => {}
                Ok(None) => return "none".to_owned(),
                Err(error) => return error.to_string(),
            }
        }
    };
    let article = format!("<a><b/><!--{}--></a>", "x".repeat(99_000));
    assert_eq!(limited(&format!("<s>{}</s>", article.repeat(20))), "none");
    assert!(
        limited("<s><a><b/><b/><b/></a></s>").contains("`elements` of 3 passed at 1:11 (/s/a[1])")
    );
    assert!(limited(&format!("<s><a>{}</a></s>", "y".repeat(300_000))).contains("`text_bytes`"));
    assert!(limited(&format!("<s>{}</s>", "<x>y</x>".repeat(100_000))).contains("`elements`"));
    assert!(limited(&format!("<s>{}</s>", "<!--y-->".repeat(100_000))).contains("`input_bytes`"));
}
