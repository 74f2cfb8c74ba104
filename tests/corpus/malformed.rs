//! Attacks on a reader of XML: what must be refused is, with its place.

use separatum::jats;

use crate::support::corpus;

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
            _ => assert!(jats::from_slice(&bytes).is_ok(), "{name}"),
        }
        checked += 1;
    }
    assert!(checked > 30, "{checked}");
}
