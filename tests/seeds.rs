//! The seeds of the fuzz targets, replayed: whole, torn off at several places, and with bits flipped.
#![cfg(all(
    feature = "jats",
    feature = "epub",
    feature = "pdf",
    feature = "text",
    feature = "proptest"
))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    unreachable_pub,
    reason = "a test that fails says so"
)]

#[path = "../fuzz/checks.rs"]
mod checks;

use std::fs;
use std::path::{Path, PathBuf};

/// Into how many pieces a seed is torn.
const PIECES: usize = 24;

fn seeds(target: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fuzz/seeds")
        .join(target);
    let mut paths: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    paths
}

/// Replays a target's seeds. Those whose name begins with `refused-` are no article; all others are read.
fn replay(target: &str, check: impl Fn(&[u8]) -> bool) {
    let mut read = 0;
    for path in seeds(target) {
        let seed = fs::read(&path).unwrap();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let refused = name.starts_with("refused-");
        assert_eq!(check(&seed), !refused, "{target}/{name}");
        read += usize::from(!refused);
        for piece in 0..PIECES {
            let place = seed.len() * piece / PIECES;
            check(&seed[..place]);
            let mut flipped = seed.clone();
            if let Some(byte) = flipped.get_mut(place) {
                *byte ^= 1 << (piece % 8);
            }
            check(&flipped);
        }
    }
    assert!(read > 0, "no seed of {target} is an article");
}

/// What generated articles found, each with a name, small enough to read.
#[test]
fn what_was_lost_once_comes_back_from_every_format() {
    for (name, body) in [
        (
            "a note in a note",
            "<p>a<fn><p>b<fn><p>c</p></fn></p></fn></p>",
        ),
        (
            "a note called in a label that no paragraph follows",
            "<def-list><label>a<fn><p>b</p></fn></label></def-list>",
        ),
        (
            "two labels in a note in a label",
            "<fn-group><label>a<fn><label>b</label><label/></fn></label></fn-group>",
        ),
        (
            "a note called in an item's label",
            "<list><list-item><label>1<fn><p>b</p></fn></label><p>a</p></list-item></list>",
        ),
        ("a rule that holds text", "<sec><hr><p>a</p></hr></sec>"),
        (
            "a rule in a line that holds a block",
            "<p>a<hr><p>b</p></hr></p>",
        ),
    ] {
        let xml = format!("<article><body>{body}</body></article>");
        let article = separatum::jats::from_str(&xml).unwrap().value;
        let result = std::panic::catch_unwind(|| checks::everywhere(&article));
        assert!(result.is_ok(), "{name}");
    }
}

#[test]
fn jats() {
    replay("jats", checks::jats);
}

#[test]
fn json() {
    replay("json", checks::json);
}

#[test]
fn epub() {
    replay("epub", checks::epub);
}

#[test]
fn pdf() {
    replay("pdf", checks::pdf);
}

#[test]
fn text() {
    replay("text", checks::text);
}

#[test]
fn roundtrip() {
    replay("roundtrip", checks::roundtrip);
}
