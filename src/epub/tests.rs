//! Whole packages: what comes back after others had their hands on them.

mod refused;

use std::collections::BTreeMap;

use super::{WriteOptions, from_slice, open, to_vec};
use crate::archive::{Archive, Compression, Writer};
use crate::codec;
use crate::limits::Limits;
use crate::model::Article;
use crate::resources::{MapResources, Resources as _};
use crate::tree::{Attr, Document, Element, Node, ns};

/// The files of an archive.
type Files = BTreeMap<String, Vec<u8>>;

const ARTICLE: &str = "OEBPS/article.xhtml";

fn text(name: &'static str, text: &str) -> Node {
    Node::Element(Element::new(name).holding(vec![Node::Text(text.to_owned())]))
}

fn node(name: &'static str, content: Vec<Node>) -> Node {
    Node::Element(Element::new(name).holding(content))
}

fn graphic(href: &str) -> Node {
    let mut element = Element::new("graphic").holding(vec![text("alt-text", "A drawn bird.")]);
    element.attrs.push(Attr {
        namespace: Some(ns::XLINK.into()),
        name: "href".into(),
        value: href.to_owned(),
    });
    Node::Element(element)
}

fn article() -> Article {
    let title = node("title-group", vec![text("article-title", "Tides & wells")]);
    let front = node("front", vec![node("article-meta", vec![title])]);
    let figure = node("fig", vec![text("label", "Figure 1"), graphic("bird.png")]);
    let section = node(
        "sec",
        vec![
            text("title", "Wells"),
            text("p", "Deep water stays clear."),
            figure,
        ],
    );
    let body = node(
        "body",
        vec![text("p", "High tide comes twice a day."), section],
    );
    codec::from_document(Document {
        root: Element::new("article").holding(vec![front, body]),
        ..Document::default()
    })
}

/// A PNG of one pixel.
const PNG: &[u8] = &[
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48, 0x44, 0x52,
    0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x00, 0x00, 0x00, 0x00, 0x3A, 0x7E, 0x9B,
    0x55, 0x00, 0x00, 0x00, 0x0A, 0x49, 0x44, 0x41, 0x54, 0x78, 0xDA, 0x63, 0x68, 0x00, 0x00, 0x00,
    0x82, 0x00, 0x81, 0xDA, 0x45, 0x08, 0x3B, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4E, 0x44, 0xAE,
    0x42, 0x60, 0x82,
];

fn figures() -> MapResources {
    let mut figures = MapResources::new();
    figures.insert("bird.png", PNG.to_vec());
    figures
}

fn written() -> Vec<u8> {
    let figures = figures();
    WriteOptions::new()
        .resources(&figures)
        .to_vec(&article())
        .unwrap()
        .into_lossless()
        .unwrap()
}

/// The files of an EPUB, packed again after `change`.
fn repacked(epub: &[u8], change: impl FnOnce(&mut BTreeMap<String, Vec<u8>>)) -> Vec<u8> {
    let names = [
        "META-INF/container.xml",
        "OEBPS/content.opf",
        "OEBPS/nav.xhtml",
        "OEBPS/toc.ncx",
        ARTICLE,
        "OEBPS/stylesheet.css",
        "OEBPS/images/i1.png",
    ];
    let mut archive = Archive::open(epub, &Limits::default()).unwrap();
    let mut files: BTreeMap<String, Vec<u8>> = names
        .iter()
        .filter_map(|name| Some(((*name).to_owned(), archive.read(name).unwrap()?)))
        .collect();
    change(&mut files);
    let mut writer = Writer::new();
    writer
        .add("mimetype", b"application/epub+zip", Compression::Stored)
        .unwrap();
    for (name, bytes) in &files {
        writer.add(name, bytes, Compression::Deflated).unwrap();
    }
    writer.finish().unwrap()
}

fn edit(files: &mut BTreeMap<String, Vec<u8>>, name: &str, change: impl FnOnce(String) -> String) {
    let bytes = files.get_mut(name).unwrap();
    *bytes = change(String::from_utf8(bytes.clone()).unwrap()).into_bytes();
}

fn codes(epub: &[u8]) -> Vec<String> {
    let report = open(epub).unwrap().report;
    report
        .findings()
        .iter()
        .map(|finding| finding.code.to_string())
        .collect()
}

#[test]
fn the_article_and_its_images_come_back_and_bytes_are_the_same() {
    let epub = written();
    assert_eq!(epub, written());
    let package = open(epub.as_slice()).unwrap();
    assert!(package.report.findings().is_empty(), "{}", package.report);
    assert_eq!(package.value.article, article());
    assert_eq!(*package.value.get("bird.png").unwrap().unwrap().data, PNG);
}

#[test]
fn an_image_used_twice_is_stored_once() {
    let body = node(
        "body",
        vec![graphic("a.png"), graphic("b.png"), graphic("a.png")],
    );
    let article = codec::from_document(Document {
        root: Element::new("article").holding(vec![body]),
        ..Document::default()
    });
    let mut figures = MapResources::new();
    figures.insert("a.png", PNG.to_vec());
    figures.insert("b.png", PNG.to_vec());
    let epub = WriteOptions::new()
        .resources(&figures)
        .to_vec(&article)
        .unwrap()
        .value;
    assert!(
        !Archive::open(&epub, &Limits::default())
            .unwrap()
            .has("OEBPS/images/i2.png")
    );
    let package = open(epub.as_slice()).unwrap().value;
    assert_eq!(package.resources.iter().count(), 2);
}

#[test]
fn what_is_derived_may_be_emptied() {
    let epub = repacked(&written(), |files| {
        files.insert("OEBPS/nav.xhtml".to_owned(), Vec::new());
        files.insert("OEBPS/toc.ncx".to_owned(), Vec::new());
        files.remove("OEBPS/stylesheet.css");
        edit(files, "OEBPS/content.opf", |opf| {
            let (before, rest) = opf.split_once("<metadata>").unwrap();
            format!(
                "{before}<metadata/>{}",
                rest.split_once("</metadata>").unwrap().1
            )
        });
        edit(files, ARTICLE, |xhtml| {
            let at = xhtml.find("data-sep-digest=").unwrap();
            let end = at + xhtml[at..].find("\" ").unwrap() + 2;
            format!("{}{}", &xhtml[..at], &xhtml[end..])
        });
    });
    assert_eq!(
        open(epub.as_slice())
            .unwrap()
            .into_lossless()
            .unwrap()
            .article,
        article()
    );
}

#[test]
fn an_edit_shows_and_is_noted() {
    let epub = repacked(&written(), |files| {
        edit(files, ARTICLE, |xhtml| {
            xhtml.replace("twice a day", "once a day")
        });
    });
    assert_eq!(codes(&epub), ["epub.edited"]);
    let mut expected = codec::to_document(&article()).unwrap();
    let json = serde_json::to_string(&expected.root)
        .unwrap()
        .replace("twice a day", "once a day");
    expected.root = serde_json::from_str(&json).unwrap();
    assert_eq!(
        from_slice(&epub).unwrap().value,
        codec::from_document(expected)
    );
}

#[test]
fn an_edit_of_generated_words_is_noted_and_not_read() {
    let references = node(
        "ref-list",
        vec![node("ref", vec![text("mixed-citation", "Ospanov 2019.")])],
    );
    let article = codec::from_document(Document {
        root: Element::new("article").holding(vec![node("back", vec![references])]),
        ..Document::default()
    });
    let written = to_vec(&article).unwrap().value;
    let epub = repacked(&written, |files| {
        edit(files, ARTICLE, |xhtml| {
            xhtml.replace(">References<", ">Sources<")
        });
    });
    assert_eq!(codes(&epub), ["epub.generated-edited"]);
    assert_eq!(from_slice(&epub).unwrap().value, article);
}

#[test]
fn indenting_between_blocks_changes_nothing() {
    let epub = repacked(&written(), |files| {
        edit(files, ARTICLE, |xhtml| {
            xhtml
                .replace("<p", "\n      <p")
                .replace("</section>", "\n  </section>\n")
                .replace("<figure", "\r\n\t<figure")
        });
    });
    assert_eq!(
        open(epub.as_slice())
            .unwrap()
            .into_lossless()
            .unwrap()
            .article,
        article()
    );
    assert!(codes(&epub).is_empty());
}

#[test]
fn a_document_that_was_cut_is_put_together() {
    let epub = repacked(&written(), |files| {
        let whole = String::from_utf8(files[ARTICLE].clone()).unwrap();
        let at = whole.find("<div data-sep-el=\"body\"").unwrap();
        let start = whole.find("<article").unwrap();
        let tag = &whole[start..=start + whole[start..].find('>').unwrap()];
        let first = format!("{}</article></body></html>", &whole[..at]);
        let head = &whole[..start];
        files.insert(ARTICLE.to_owned(), first.into_bytes());
        files.insert(
            "OEBPS/b.xhtml".to_owned(),
            format!("{head}{tag}{}", &whole[at..]).into_bytes(),
        );
        edit(files, "OEBPS/content.opf", |opf| {
            opf.replace(
                "</manifest>",
                "<item id=\"b\" href=\"b.xhtml\" media-type=\"application/xhtml+xml\"/></manifest>",
            )
            .replace("</spine>", "<itemref idref=\"b\"/></spine>")
        });
    });
    assert_eq!(
        open(epub.as_slice())
            .unwrap()
            .into_lossless()
            .unwrap()
            .article,
        article()
    );
}

#[test]
fn a_missing_image_is_a_loss_for_the_reader_and_a_note_for_the_writer() {
    let epub = repacked(&written(), |files| {
        drop(files.remove("OEBPS/images/i1.png"));
    });
    assert_eq!(codes(&epub), ["epub.image-missing"]);
    assert!(!open(epub.as_slice()).unwrap().report.is_lossless());
    let without = to_vec(&article()).unwrap();
    assert_eq!(without.report.findings()[0].code, "epub.image-missing");
    assert!(without.report.is_lossless());
    assert_eq!(
        from_slice(&without.value).unwrap().into_lossless().unwrap(),
        article()
    );
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..proptest::prelude::ProptestConfig::with_cases(64) })]

    /// Whole articles, not in normal form.
    #[cfg(feature = "proptest")]
    #[test]
    fn any_article_comes_back(article in crate::strategy::article()) {
        let written = to_vec(&article).unwrap().into_lossless().unwrap();
        let read = from_slice(&written).unwrap();
        proptest::prop_assert!(read.report.findings().is_empty(), "{}", read.report);
        proptest::prop_assert_eq!(&read.value, &article.normal());
        proptest::prop_assert_eq!(to_vec(&read.value).unwrap().value, written);
    }
}

#[test]
fn the_ceilings_for_images_to_convert_are_the_callers() {
    let article = codec::from_document(Document {
        root: Element::new("article").holding(vec![node("body", vec![graphic("bird.tif")])]),
        ..Document::default()
    });
    let mut tiff = std::io::Cursor::new(Vec::new());
    image::RgbImage::new(2, 2)
        .write_to(&mut tiff, image::ImageFormat::Tiff)
        .unwrap();
    let mut figures = MapResources::new();
    figures.insert("bird.tif", tiff.into_inner());
    for (image_pixels, code) in [(1_000, "epub.image-converted"), (3, "epub.image-unusable")] {
        let limits = Limits {
            image_pixels,
            ..Limits::default()
        };
        let options = WriteOptions::new().resources(&figures).limits(limits);
        let report = options.to_vec(&article).unwrap().report;
        assert!(report.iter().any(|f| f.code == code), "{report}");
    }
}
