use std::fmt::Write as _;

use super::*;
use crate::pdf::image::tests::{small_jpeg, small_png};
use crate::pdf::sample;
use crate::pdf::tags::ReadKid;
use crate::pdf::write::tests::sample_bytes;
use crate::resources::Resources;

fn parts(bytes: &[u8]) -> Result<Parts> {
    open(bytes, &Limits::default())?.parts()
}

/// The tree as text, whatever the order of the list.
fn outline(tags: &[ReadTag], at: usize, depth: usize, out: &mut String) {
    let tag = &tags[at];
    writeln!(
        out,
        "{:depth$}{} id={:?} lang={:?} alt={:?} data={:?} files={:?}",
        "", tag.role, tag.id, tag.lang, tag.alt, tag.data, tag.files
    )
    .unwrap();
    for kid in &tag.kids {
        match kid {
            ReadKid::Tag(kid) => outline(tags, *kid, depth + 1, out),
            ReadKid::Text(text) => writeln!(out, "{:depth$} {text:?}", "").unwrap(),
        }
    }
}

fn outlined(tags: &[ReadTag]) -> String {
    let mut out = String::new();
    outline(tags, 0, 0, &mut out);
    out
}

#[test]
fn what_is_written_reads_back() {
    let parts = parts(&sample_bytes()).unwrap();
    let (found, expected) = (outlined(&parts.tags), outlined(&sample::whole().expected()));
    for (found, expected) in found.lines().zip(expected.lines()) {
        assert_eq!(
            found.chars().take(2_000).collect::<String>(),
            expected.chars().take(2_000).collect::<String>()
        );
    }
    assert!(found == expected);
    assert_eq!(parts.digest.as_deref(), Some("00ff"));
}

#[test]
fn images_come_back_as_they_were_given() {
    let images = parts(&sample_bytes()).unwrap().images;
    assert_eq!(*images.get("fig 1.png").unwrap().unwrap().data, small_png());
    assert_eq!(
        *images.get("суреттер/fig2").unwrap().unwrap().data,
        small_jpeg()
    );
}

#[test]
fn the_attachment_is_found() {
    let bytes = sample_bytes();
    let limits = Limits::default();
    let attachment = open(&bytes, &limits).unwrap().attachment().unwrap();
    assert_eq!(attachment.as_deref(), Some(b"<article/>".as_slice()));
}

/// The bytes with some changed; the place says which, so that a failure can be repeated.
fn damaged(bytes: &[u8], place: usize) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    let at = place.wrapping_mul(7_919) % bytes.len();
    bytes[at] ^= 1 << (place % 8);
    bytes
}

#[test]
fn damage_is_an_error_or_seen_and_never_a_panic() {
    let bytes = sample_bytes();
    let limits = Limits {
        streams_bytes: 16 << 20,
        ..Limits::default()
    };
    let read = |bytes: &[u8]| open(bytes, &limits).and_then(|file| file.parts());
    for place in 0..200 {
        let _ = read(&damaged(&bytes, place));
    }
    for cut in (0..bytes.len() - 8).step_by(397) {
        let error = read(&bytes[..cut]).unwrap_err();
        assert!(error.location().is_some(), "cut at {cut}: {error}");
    }
}

#[test]
fn what_is_no_pdf_of_ours_is_told_so() {
    for (bytes, says) in [
        (b"".as_slice(), "no %PDF header"),
        (b"%PDF-1.7\n", "cut off"),
        (b"%PDF-1.7\ntrailer <</Root 1 0 R>>\nstartxref\n9\n%%EOF", "no object here"),
        (
            b"%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer <</Root 1 0 R /Encrypt <<>>>>\nstartxref\n9\n%%EOF",
            "encrypted",
        ),
        (
            b"%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer <</Root 1 0 R>>\nstartxref\n9\n%%EOF",
            "not written by separatum",
        ),
    ] {
        let error = parts(bytes).unwrap_err().to_string();
        assert!(error.contains(says), "{error}");
    }
}

/// A file of these objects, numbered from 1; the first is the catalog.
fn file_of(objects: &[String]) -> Vec<u8> {
    let mut file = String::from("%PDF-1.7\n");
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (index, object) in objects.iter().enumerate() {
        writeln!(table, "{:010} 00000 n ", file.len()).unwrap();
        writeln!(file, "{} 0 obj\n{object}\nendobj", index + 1).unwrap();
    }
    let at = file.len();
    write!(
        file,
        "{table}trailer <</Root 1 0 R>>\nstartxref\n{at}\n%%EOF"
    )
    .unwrap();
    file.into_bytes()
}

/// A catalog, a page tree, a root element with our mark, and what else is asked for; objects from 5 on are `more`.
fn ours(pages: &str, content: &str, kids: &str, more: &[&str]) -> Vec<u8> {
    let mut objects = vec![
        "<</Pages 2 0 R /StructTreeRoot <</K 4 0 R>>>>".to_owned(),
        pages.to_owned(),
        format!("<<>>\nstream\n{content}\nendstream"),
        format!(
            "<</S /article /K [{kids}] /A <</O /UserProperties /P [<</N (profile) /V (1)>>]>>>>"
        ),
    ];
    objects.extend(more.iter().map(|object| (*object).to_owned()));
    file_of(&objects)
}

const PAGE: &str = "<</Type /Page /Contents 3 0 R>>";

#[test]
fn trees_that_go_in_circles_are_refused() {
    let pages = "<</Type /Pages /Kids [2 0 R]>>";
    let twice = "<</Type /Pages /Kids [5 0 R 5 0 R]>>";
    for file in [
        ours(pages, "", "", &[]),
        ours(twice, "", "", &[PAGE]),
        ours(PAGE, "", "4 0 R", &[]),
        ours(PAGE, "", "5 0 R", &["<</S /p /K 5 0 R>>"]),
        ours(PAGE, "", "5 0 R 5 0 R", &["<</S /p /K []>>"]),
    ] {
        let error = parts(&file).unwrap_err().to_string();
        assert!(error.contains("stands twice in a tree"), "{error}");
    }
}

#[test]
fn limits_are_kept() {
    let deep: Vec<String> = (6..2_000)
        .map(|kid| format!("<</S /p /K [{kid} 0 R]>>"))
        .collect();
    let deep: Vec<&str> = deep.iter().map(String::as_str).collect();
    let refused = |file: &[u8], limits: Limits| {
        open(file, &limits)
            .and_then(|f| f.parts())
            .unwrap_err()
            .to_string()
    };
    let error = refused(&ours(PAGE, "", "5 0 R", &deep), Limits::default());
    assert!(error.contains("limit `depth`"), "{error}");
    let many = "<</Type /Pages /Kids [5 0 R 6 0 R 7 0 R]>>";
    let error = refused(
        &ours(many, "", "", &["<<>>", "<<>>", "<<>>"]),
        Limits {
            pages: 2,
            ..Limits::default()
        },
    );
    assert!(error.contains("limit `pages`"), "{error}");
    let file = ours(PAGE, "q Q q Q", "", &[]);
    let error = refused(
        &file,
        Limits {
            operators: 3,
            ..Limits::default()
        },
    );
    assert!(error.contains("limit `operators`"), "{error}");
    let error = refused(
        &file,
        Limits {
            stream_bytes: 5,
            ..Limits::default()
        },
    );
    assert!(error.contains("limit `stream_bytes`"), "{error}");
    let error = refused(
        &file,
        Limits {
            streams_bytes: 5,
            ..Limits::default()
        },
    );
    assert!(error.contains("limit `streams_bytes`"), "{error}");
    let error = refused(
        &file,
        Limits {
            elements: 0,
            ..Limits::default()
        },
    );
    assert!(error.contains("limit `elements`"), "{error}");
}

#[test]
fn marked_contents_that_are_never_closed_are_counted() {
    let content = "/Span <</MCID 0 /ActualText (a)>> BDC ".repeat(100_000);
    let parts = parts(&ours(PAGE, &content, "0", &[])).unwrap();
    assert!(parts.tags[0].kids.is_empty(), "the element names no page");
    let kid = "<</Type /MCR /Pg 2 0 R /MCID 0>>";
    let parts = super::tests::parts(&ours(PAGE, &content, kid, &[])).unwrap();
    let [ReadKid::Text(text)] = parts.tags[0].kids.as_slice() else {
        panic!()
    };
    assert_eq!(text, "a");
}
