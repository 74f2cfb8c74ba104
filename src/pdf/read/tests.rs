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
    out.push_str(&format!(
        "{:depth$}{} id={:?} lang={:?} alt={:?} data={:?} files={:?}\n",
        "", tag.role, tag.id, tag.lang, tag.alt, tag.data, tag.files
    ));
    for kid in &tag.kids {
        match kid {
            ReadKid::Tag(kid) => outline(tags, *kid, depth + 1, out),
            ReadKid::Text(text) => out.push_str(&format!("{:depth$} {text:?}\n", "")),
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
