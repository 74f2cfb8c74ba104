//! Exit status 3: input that is not taken. One line, a report, and nothing left behind.

use crate::harness::{ARTICLE, Folder};

/// The report of a refused run: not lossless, one finding.
#[track_caller]
fn reported(folder: &Folder, name: &str) -> serde_json::Value {
    let report = folder.report(name);
    assert_eq!(report["schema_version"], 1);
    assert_eq!(report["lossless"], false);
    assert_eq!(report["findings"].as_array().unwrap().len(), 1);
    let finding = report["findings"][0].clone();
    assert_eq!(finding["effect"], "refused");
    assert!(finding["location"].is_object());
    finding
}

#[test]
fn a_known_extension_is_a_claim() {
    let folder = Folder::new("claim");
    folder.write("pdf.xml", "%PDF-1.7\n%\u{e9}\n");
    folder.write("xml.epub", ARTICLE);
    folder.write("xml.txt", ARTICLE);
    folder.write("xml.JSON", ARTICLE);
    folder.write("text.xml", "hello");
    folder.write("epub.pdf", "PK\u{3}\u{4}....");
    folder.write("text.json", "[1, 2]");
    let before = folder.names();
    for (input, words) in [
        ("pdf.xml", "looks like pdf"),
        ("xml.epub", "looks like jats"),
        ("xml.txt", "looks like jats"),
        ("xml.JSON", "looks like jats"),
        ("text.xml", "looks like text"),
        ("epub.pdf", "looks like epub"),
        ("text.json", "looks like text"),
    ] {
        folder
            .run(&format!("convert {input} out.jats"))
            .failed(3, words);
    }
    assert_eq!(folder.names(), before);
}

#[test]
fn content_of_no_known_format_is_refused() {
    let folder = Folder::new("unknown");
    folder.write("a.bin", b"\x89PNG\r\n\x1a\n\0\0");
    folder
        .run("convert a.bin out.xml")
        .failed(3, "no known format");
    folder.run("inspect a.bin").failed(3, "no known format");
    folder.run("convert - out.xml").failed(3, "no known format");
    folder
        .run_with("convert - out.xml --report r.json", b"\0\0")
        .failed(3, "no known format");
    assert_eq!(reported(&folder, "r.json")["code"], "input.unknown-format");
    assert_eq!(folder.names(), ["a.bin", "r.json"]);
}
