//! Files whose verdict is known, so that a validator that accepts or refuses everything is found out.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use lopdf::{Document, Object, dictionary};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::tool::{Tool, folder};

const CONTAINER: &str = r#"<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="p.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"#;
const PACKAGE: &str = r#"<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="i">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="i">urn:uuid:3f1a2b0c-9d56-4f0e-8a51-6d2f7c1b9e44</dc:identifier>
<dc:title>Wells</dc:title><dc:language>en</dc:language><meta property="dcterms:modified">2026-01-01T00:00:00Z</meta></metadata>
<manifest><item id="n" href="n.xhtml" properties="nav" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="n"/></spine></package>"#;
const PAGE: &str = r#"<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>Wells</title></head>
<body><nav epub:type="toc"><ol><li><a href="n.xhtml">Wells</a></li></ol></nav></body></html>"#;

/// An EPUB of one page.
fn epub(folder: &Path, name: &str, page: &str) -> PathBuf {
    let path = folder.join(name);
    let mut zip = ZipWriter::new(File::create(&path).unwrap());
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, text) in [
        ("mimetype", "application/epub+zip"),
        ("META-INF/container.xml", CONTAINER),
        ("p.opf", PACKAGE),
        ("n.xhtml", page),
    ] {
        zip.start_file(name, stored).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap();
    path
}

#[test]
fn epubcheck_tells_good_from_bad() {
    let folder = folder("epub-controls");
    let files = [
        epub(&folder, "good.epub", PAGE),
        epub(
            &folder,
            "unknown-element.epub",
            &PAGE.replace("<nav", "<blink/><nav"),
        ),
        epub(
            &folder,
            "dangling-link.epub",
            &PAGE.replace("n.xhtml", "missing.xhtml"),
        ),
        epub(&folder, "torn.epub", PAGE),
    ];
    let bytes = fs::read(&files[3]).unwrap();
    fs::write(&files[3], &bytes[..bytes.len() / 2]).unwrap();
    let Some(verdicts) = Tool::EpubCheck.judge(&files) else {
        return;
    };
    let words: Vec<_> = verdicts
        .iter()
        .map(|verdict| verdict.word.as_str())
        .collect();
    assert_eq!(words, ["pass", "fail", "fail", "fail"], "{verdicts:?}");
    assert!(verdicts[1].why.contains("RSC-005"), "{}", verdicts[1].why);
}

#[test]
fn verapdf_finds_what_a_bare_pdf_lacks() {
    let folder = folder("pdf-controls");
    let mut document = Document::with_version("1.7");
    let pages = document.new_object_id();
    let page = document.add_object(dictionary! {
        "Type" => "Page", "Parent" => pages, "MediaBox" => vec![0.into(), 0.into(), 100.into(), 100.into()],
    });
    document.objects.insert(
        pages,
        Object::Dictionary(
            dictionary! { "Type" => "Pages", "Count" => 1, "Kids" => vec![page.into()] },
        ),
    );
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    document.trailer.set("Root", catalog);
    let bare = folder.join("bare.pdf");
    document.save(&bare).unwrap();
    let torn = folder.join("torn.pdf");
    fs::write(&torn, "%PDF-1.7\n").unwrap();
    let Some(verdicts) = Tool::VeraPdf("ua1,3a").judge(&[bare, torn]) else {
        return;
    };
    let words: Vec<_> = verdicts
        .iter()
        .map(|v| (v.profile.as_str(), v.word.as_str()))
        .collect();
    assert_eq!(
        words[..2],
        [("ua1", "fail"), ("3a", "fail")],
        "{verdicts:?}"
    );
    assert!(verdicts[0].why.contains("7.1-"), "{}", verdicts[0].why);
    assert!(verdicts[2..].iter().all(|verdict| !verdict.passes()));
}
