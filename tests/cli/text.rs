//! Plain text: read with a report of every decision, written with a report of what it cannot hold.

use std::fs;
use std::path::Path;

use crate::harness::{ARTICLE, Folder};

fn sample(name: &str) -> Vec<u8> {
    fs::read(
        Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("examples/data")
            .join(name),
    )
    .unwrap()
}

#[test]
fn a_scraped_article_goes_through_every_format() {
    let folder = Folder::new("scrape");
    folder.write("a.txt", sample("feature.txt"));
    let run = folder.run("convert a.txt a.xml --report r.json");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let report = folder.report("r.json");
    let findings = report["findings"].as_array().unwrap();
    assert!(
        findings
            .iter()
            .any(|finding| finding["location"]["line"].is_u64()),
        "{report}"
    );
    for (from, to) in [
        ("a.xml", "b.epub"),
        ("b.epub", "c.pdf"),
        ("c.pdf", "d.json"),
        ("d.json", "e.xml"),
    ] {
        let run = folder.run(&format!("convert {from} {to}"));
        assert_eq!(run.status, 0, "{from} to {to}: {}", run.stderr);
    }
    assert_eq!(folder.read("e.xml"), folder.read("a.xml"));
}

#[test]
fn text_says_what_it_cannot_hold() {
    let folder = Folder::new("to-text");
    folder.write("a.xml", ARTICLE);
    let run = folder.run("convert a.xml a.txt --report r.json");
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(
        String::from_utf8(folder.read("a.txt"))
            .unwrap()
            .contains("Water is near.")
    );
    assert_eq!(folder.report("r.json")["lossless"], false);
    folder
        .run("convert a.xml b.txt --strict --report r.json")
        .failed(4, "not lossless");
    assert_eq!(folder.names(), ["a.txt", "a.xml", "r.json"]);
    let run = folder.run("convert a.xml - --to text");
    assert_eq!(run.stdout, folder.read("a.txt"));
}

#[test]
fn text_that_is_none_is_refused() {
    let folder = Folder::new("no-text");
    folder.write("a.txt", b"caf\xe9 au lait\n");
    folder.write("b.txt", b"");
    for input in ["a.txt", "b.txt"] {
        folder
            .run(&format!("convert {input} out.xml"))
            .failed(3, "");
    }
    assert_eq!(folder.names(), ["a.txt", "b.txt"]);
}
