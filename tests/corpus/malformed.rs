//! Attacks on a reader of XML: what must be refused is, with its place.

use separatum::jats;

use crate::support::{canonical, corpus};

/// What must be told of an input that is refused: line and column.
fn refused(name: &str, bytes: &[u8]) -> Result<String, String> {
    let Err(error) = jats::from_slice(bytes) else {
        return Err(format!("{name}: it is accepted"));
    };
    let place = error
        .location()
        .filter(|at| at.line.is_some() && at.column.is_some());
    match place {
        Some(_) => Ok(format!("{name}: {error}")),
        None => Err(format!("{name}: no place in `{error}`")),
    }
}

/// The file with its own entities in place of the references to them.
fn expanded(bytes: &[u8]) -> Vec<u8> {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return bytes.to_vec();
    };
    let mut out = text.to_owned();
    for declared in text.split("<!ENTITY ").skip(1) {
        if let [name, value, ..] = declared.splitn(3, '"').collect::<Vec<_>>()[..] {
            out = out.replace(&format!("&{};", name.trim()), value);
        }
    }
    out.into_bytes()
}

/// Of what a reader should warn of something is said, or all of it is there and written again.
fn accepted(name: &str, bytes: &[u8]) -> Result<(), String> {
    let read = jats::from_slice(bytes).map_err(|error| format!("{name}: {error}"))?;
    if !read.report.findings().is_empty() {
        return Ok(());
    }
    let written = jats::to_vec(&read.value).map_err(|error| format!("{name}: {error}"))?;
    let same = canonical::compare(&expanded(bytes), &written.value);
    same.map_err(|difference| format!("{name}: nothing is said of {difference}"))
}

#[test]
fn attacks_on_a_reader_of_xml() {
    let Some(folder) = corpus::folder() else {
        return;
    };
    let manifest = std::fs::read_to_string(folder.join("hostile/MANIFEST.tsv")).unwrap();
    let mut checked = 0;
    for line in manifest.lines() {
        let columns: Vec<&str> = line.split('\t').collect();
        let [name, class, expected, .., written, _] = columns.as_slice() else {
            continue;
        };
        let of_xml = ["wellformed", "char", "encoding", "entity", "entity-bomb"].contains(class);
        if !name.starts_with("jats/") || !of_xml || *written != "yes" {
            continue;
        }
        let bytes = std::fs::read(folder.join("hostile").join(name)).unwrap();
        match *expected {
            "error" => println!("{}", refused(name, &bytes).unwrap()),
            "warn" => accepted(name, &bytes).unwrap(),
            _ => assert!(jats::from_slice(&bytes).is_ok(), "{name}"),
        }
        checked += 1;
    }
    assert!(checked > 30, "{checked}");
}
