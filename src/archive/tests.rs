//! Archives as they are written, and as they must not be.

use super::{Archive, Compression, Writer};
use crate::error::ErrorKind;
use crate::limits::Limits;

fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = Writer::new();
    for (name, bytes) in files {
        writer.add(name, bytes, Compression::Deflated).unwrap();
    }
    writer.finish().unwrap()
}

/// The archive with every occurrence of a name replaced by another of the same length.
fn renamed(mut bytes: Vec<u8>, from: &[u8], to: &[u8]) -> Vec<u8> {
    assert_eq!(from.len(), to.len());
    for at in 0..=bytes.len() - from.len() {
        if &bytes[at..at + from.len()] == from {
            bytes[at..at + from.len()].copy_from_slice(to);
        }
    }
    bytes
}

fn refusal(bytes: &[u8], limits: Limits) -> String {
    let mut archive = match Archive::open(bytes, &limits) {
        Ok(archive) => archive,
        Err(error) => return error.to_string(),
    };
    archive
        .read("a")
        .map_or_else(|error| error.to_string(), |_| String::new())
}

#[test]
fn files_come_back_and_bytes_are_the_same() {
    let files: &[(&str, &[u8])] = &[("a", b"one"), ("b/c", b"")];
    let bytes = archive(files);
    assert_eq!(bytes, archive(files));
    let mut read = Archive::open(&bytes, &Limits::default()).unwrap();
    assert_eq!(read.read("a").unwrap().unwrap(), b"one");
    assert_eq!(read.read("b/c").unwrap().unwrap(), b"");
    assert_eq!(read.read("d").unwrap(), None);
    assert!(!read.starts_with("a"));
}

#[test]
fn ceilings_hold() {
    let big = archive(&[("a", &vec![0; 3 << 20])]);
    assert!(
        refusal(
            &big,
            Limits {
                entry_bytes: 9,
                ..Limits::default()
            }
        )
        .contains("entry_bytes")
    );
    assert!(
        refusal(
            &big,
            Limits {
                archive_bytes: 9,
                ratio: u64::MAX,
                ..Limits::default()
            }
        )
        .contains("archive_bytes")
    );
    assert!(
        refusal(
            &big,
            Limits {
                ratio: 9,
                ..Limits::default()
            }
        )
        .contains("ratio")
    );
    assert!(
        refusal(
            &big,
            Limits {
                input_bytes: 9,
                ..Limits::default()
            }
        )
        .contains("input_bytes")
    );
    let many = archive(&[("a", b""), ("b", b""), ("c", b"")]);
    assert!(
        refusal(
            &many,
            Limits {
                archive_entries: 2,
                ..Limits::default()
            }
        )
        .contains("archive_entries")
    );
}

#[test]
fn names_that_collide_or_leave_are_refused() {
    let two = archive(&[("file-a", b"1"), ("file-b", b"2")]);
    assert!(
        refusal(
            &renamed(two.clone(), b"file-b", b"file-a"),
            Limits::default()
        )
        .contains("one name")
    );
    assert!(
        refusal(
            &renamed(two.clone(), b"file-b", b"FILE-A"),
            Limits::default()
        )
        .contains("letter case")
    );
    assert!(refusal(&renamed(two, b"file-b", b"../../"), Limits::default()).contains("leaves"));
}

#[test]
fn damage_is_an_error() {
    let bytes = archive(&[(
        "a",
        b"some words that are long enough to be worth packing, words, words, words",
    )]);
    for end in [0, 10, bytes.len() / 2, bytes.len() - 1] {
        let error = Archive::open(&bytes[..end], &Limits::default())
            .map(|_| ())
            .unwrap_err();
        assert!(
            matches!(error.kind(), ErrorKind::Malformed { .. }),
            "{error}"
        );
    }
    let mut stored = Writer::new();
    stored.add("a", b"checksum", Compression::Stored).unwrap();
    let wrong = renamed(stored.finish().unwrap(), b"checksum", b"checkSUM");
    assert!(refusal(&wrong, Limits::default()).contains("cannot be unpacked"));
}
