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
fn why_input_is_refused_is_told_even_when_the_report_cannot_be() {
    let folder = Folder::new("refused-no-report");
    folder.write("a.xml", "<article>R&D</article>");
    let run = folder.run("convert a.xml b.epub --report missing/r.json");
    assert_eq!(run.status, 5);
    let lines: Vec<&str> = run.stderr.lines().collect();
    assert!(
        lines[0].starts_with("error: malformed XML: `&`"),
        "{}",
        run.stderr
    );
    assert!(
        lines[1].starts_with("error: missing/r.json"),
        "{}",
        run.stderr
    );
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

#[test]
fn xml_that_is_not_well_formed_is_refused_with_its_place() {
    let folder = Folder::new("malformed");
    folder.write("old.xml", "older");
    let torn = &ARTICLE[..ARTICLE.len() / 2];
    for (bytes, place) in [
        (torn, "1:"),
        ("<article>\n  <body></article>", "2:"),
        ("<article><front/>\n&nosuch;</article>", "2:1"),
        ("<article/><article/>", "1:11"),
        ("<html><body/></html>", "1:1"),
        ("<article x='1' x='2'/>", "1:"),
        ("<?xml version='1.0'?>", "1:"),
    ] {
        folder.write("a.xml", bytes);
        folder
            .run("convert a.xml old.xml --report r.json")
            .failed(3, place);
        let finding = reported(&folder, "r.json");
        assert!(finding["location"]["line"].is_u64(), "{finding}");
        assert!(
            finding["code"].as_str().unwrap().starts_with("jats."),
            "{finding}"
        );
        assert_eq!(folder.read("old.xml"), b"older");
        folder.run("convert a.xml new.xml").failed(3, place);
        folder.run("inspect a.xml").failed(3, place);
    }
    assert_eq!(folder.names(), ["a.xml", "old.xml", "r.json"]);
}

#[test]
fn an_unbound_prefix_is_refused_unless_it_is_to_be_mended() {
    let folder = Folder::new("prefix");
    folder.write("a.xml", "<article><body><p><ext-link xlink:href='https://example.org/'>there</ext-link></p></body></article>");
    folder.run("convert a.xml b.xml").failed(3, "1:");
    let run = folder.run("convert a.xml b.xml --repair --report r.json");
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert_eq!(folder.report("r.json")["lossless"], true);
    assert_eq!(folder.report("r.json")["findings"][0]["effect"], "repaired");
}

#[test]
fn one_of_several_articles_must_be_chosen() {
    let folder = Folder::new("choose");
    folder.write("a.xml", format!("<articles>{ARTICLE}{ARTICLE}</articles>"));
    folder.run("convert a.xml b.xml").failed(3, "2 articles");
    folder.run("inspect a.xml").failed(3, "2 articles");
    folder.run("convert a.xml b.xml --article 3").failed(3, "2");
    assert_eq!(folder.names(), ["a.xml"]);
}

/// A small EPUB that is sound and not of this library.
const FOREIGN_EPUB: [(&str, &str); 4] = [
    ("mimetype", "application/epub+zip"),
    (
        "META-INF/container.xml",
        r#"<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
        <rootfile full-path="p.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"#,
    ),
    (
        "p.opf",
        r#"<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="i">
        <metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="i">urn:isbn:0</dc:identifier>
        <dc:title>Wells</dc:title><dc:language>en</dc:language></metadata>
        <manifest><item id="n" href="n.xhtml" properties="nav" media-type="application/xhtml+xml"/></manifest>
        <spine><itemref idref="n"/></spine></package>"#,
    ),
    (
        "n.xhtml",
        r#"<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Wells</title></head><body><p>Wells.</p></body></html>"#,
    ),
];

#[test]
fn packages_of_others_and_torn_ones_are_refused() {
    let folder = Folder::new("foreign");
    let mut document = lopdf::Document::with_version("1.7");
    let pages = document
        .add_object(lopdf::dictionary! { "Type" => "Pages", "Count" => 0, "Kids" => Vec::new() });
    let catalog = document.add_object(lopdf::dictionary! { "Type" => "Catalog", "Pages" => pages });
    document.trailer.set("Root", catalog);
    document.save(folder.path("foreign.pdf")).unwrap();
    folder
        .run("convert foreign.pdf b.xml --report r.json")
        .failed(3, "not supported yet");
    assert_eq!(reported(&folder, "r.json")["code"], "pdf.unsupported");
    let mut zip = zip::ZipWriter::new(std::fs::File::create(folder.path("foreign.epub")).unwrap());
    let stored =
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, text) in FOREIGN_EPUB {
        zip.start_file(name, stored).unwrap();
        std::io::Write::write_all(&mut zip, text.as_bytes()).unwrap();
    }
    zip.finish().unwrap();
    folder
        .run("convert foreign.epub b.xml --report r.json")
        .failed(3, "not supported yet");
    assert_eq!(reported(&folder, "r.json")["code"], "epub.unsupported");
    folder.write("a.xml", ARTICLE);
    for package in ["epub", "pdf"] {
        assert_eq!(folder.run(&format!("convert a.xml a.{package}")).status, 0);
        let bytes = folder.read(&format!("a.{package}"));
        for length in [8, bytes.len() / 2, bytes.len() - 10] {
            folder.write(&format!("torn.{package}"), &bytes[..length]);
            let run = folder.run(&format!("convert torn.{package} b.xml --report r.json"));
            run.failed(3, "");
            assert_eq!(reported(&folder, "r.json")["effect"], "refused");
        }
    }
    assert!(!folder.exists("b.xml"));
}

#[test]
fn json_that_no_format_can_hold_is_refused() {
    let folder = Folder::new("json");
    folder.write(
        "a.json",
        r#"{"schema_version":1,"article":{"kind":"\u0000"}}"#,
    );
    folder.write("b.json", r#"{"schema_version":99,"article":{}}"#);
    folder.write("c.json", r#"{"schema_version":1"#);
    for input in ["a", "b", "c"] {
        folder
            .run(&format!("convert {input}.json out.xml --report r.json"))
            .failed(3, "");
        reported(&folder, "r.json");
    }
    assert!(!folder.exists("out.xml"));
}
