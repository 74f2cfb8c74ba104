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
    for place in 0..600 {
        let _ = read(&damaged(&bytes, place));
    }
    for cut in (0..bytes.len() - 8).step_by(97) {
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
