//! What the reader and the writer decide.

mod corpora;
mod fused;

use super::*;
use crate::report::Effect;
use crate::tree::{Attr, Document, Element, Node, ns};

fn read(xml: &str) -> Document {
    read_document(xml.as_bytes(), &ReadOptions::new())
        .unwrap()
        .value
}

fn error(xml: &str) -> String {
    read_document(xml.as_bytes(), &ReadOptions::new())
        .unwrap_err()
        .to_string()
}

fn dialect(document: &Document) -> &crate::model::source::Dialect {
    document.source.dialect.as_ref().expect("a dialect")
}

/// The document written, and read again, which must be the same.
fn trip(document: &Document) -> String {
    let written = write_document(document).unwrap();
    assert_eq!(read(&written), *document, "{written}");
    written
}

#[test]
fn the_dialect_is_kept() {
    let xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
        <!DOCTYPE article PUBLIC \"-//NLM//DTD Journal Publishing DTD v2.3 20070202//EN\" \"journalpublishing.dtd\">\n\
        <!-- before -->\n<?p q?>\n\
        <article xmlns:xlink=\"http://www.w3.org/1999/xlink\" article-type=\"news\" dtd-version=\"2.3\">\
        <front/></article>\n<!-- after -->\n";
    let document = read(xml);
    assert_eq!(dialect(&document).version.as_deref(), Some("2.3"));
    assert_eq!(document.root.attr("dtd-version"), None);
    assert_eq!(trip(&document), xml);
}

#[test]
fn no_doctype_stays_none() {
    let document = read("<article><body/></article>");
    assert_eq!(
        dialect(&document),
        &crate::model::source::Dialect::default()
    );
    assert!(trip(&document).ends_with("?>\n<article><body/></article>\n"));
}

#[test]
fn the_default_dialect_is_none() {
    let journal = "<journal-meta><journal-id>j</journal-id><issn>0</issn></journal-meta>";
    let title =
        "<article-meta><title-group><article-title>T</article-title></title-group></article-meta>";
    for (front, is_publishing) in [
        (format!("{journal}{title}"), true),
        (title.to_owned(), false),
    ] {
        let link = "<body><p><ext-link xlink:href=\"h\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"/></p></body>";
        let mut document = read(&format!("<article><front>{front}</front>{link}</article>"));
        document.source.dialect = None;
        let written = trip(&document);
        assert_eq!(
            written.contains("Journal Publishing DTD v1.3"),
            is_publishing,
            "{written}"
        );
        assert_eq!(
            written.contains("JATS-archivearticle1-3.dtd"),
            !is_publishing,
            "{written}"
        );
        assert!(written.contains(
            "<article xmlns:xlink=\"http://www.w3.org/1999/xlink\" dtd-version=\"1.3\"><front>"
        ));
        assert!(
            !written.contains("xmlns:mml") && !written.contains("xml:lang"),
            "{written}"
        );
    }
}

#[test]
fn without_a_dialect_it_is_publishing_where_that_is_valid_and_else_archiving() {
    let front = "<front><journal-meta><journal-id>j</journal-id><issn>0</issn></journal-meta><article-meta><title-group>\
                 <article-title>T</article-title></title-group><pub-date><year>2026</year></pub-date></article-meta></front>";
    for (body, is_publishing) in [
        ("<p>Salt.</p>", true),
        // Publishing wants a title in each section, and has a closed list of kinds of references.
        ("<sec><p>Salt.</p></sec>", false),
        ("<p>See <xref ref-type='odd'/>.</p>", false),
    ] {
        let xml = format!("<article>{front}<body>{body}</body></article>");
        let mut article = from_str(&xml).unwrap().value;
        article.source.dialect = None;
        let written = to_string(&article).unwrap();
        let is_written_so = written.value.contains("Journal Publishing DTD v1.3");
        assert_eq!(is_written_so, is_publishing, "{body}");
        assert!(written.report.findings().is_empty(), "{}", written.report);
        let read = from_str(&written.value).unwrap().value;
        assert_eq!(read, article.normal());
        assert_eq!(read.source.dialect, None);
    }
}

/// Publishing stated by an article that is not valid so is no default, and stays.
#[test]
fn a_stated_dialect_that_would_not_be_chosen_stays() {
    let article = Article::new("T");
    let written = to_string(&article).unwrap().value;
    assert!(written.contains("Archiving"), "{written}");
    let front = "<front><journal-meta><journal-id>j</journal-id><issn>0</issn></journal-meta><article-meta><title-group>\
                 <article-title>T</article-title></title-group></article-meta></front>";
    let valid = format!("<article>{front}<body><p>Salt.</p></body></article>");
    let mut article = from_str(&valid).unwrap().value;
    article.source.dialect = None;
    let publishing = to_string(&article).unwrap().value;
    let invalid = publishing.replace("<p>Salt.</p>", "<sec><p>Salt.</p></sec>");
    assert_ne!(invalid, publishing);
    let read = from_str(&invalid).unwrap().value;
    assert!(read.source.dialect.is_some());
    assert_eq!(to_string(&read).unwrap().value, invalid);
}

#[test]
fn a_vocabulary_in_a_namespace() {
    for (prefix, declared) in [("", "xmlns"), ("jats:", "xmlns:jats")] {
        let xml = format!(
            "<{prefix}article {declared}=\"http://jats.nlm.nih.gov\"><{prefix}body><{prefix}p>\
             <x xmlns=\"\"/></{prefix}p></{prefix}body></{prefix}article>\n"
        );
        let document = read(&xml);
        assert_eq!(
            dialect(&document).root_namespace.as_deref(),
            Some("http://jats.nlm.nih.gov")
        );
        let p = document
            .root
            .child("body")
            .and_then(|b| b.child("p"))
            .expect("a paragraph");
        assert_eq!(p.elements().next().unwrap().namespace.as_deref(), Some(""));
        let written = trip(&document);
        let without = written.replace(" xmlns=\"\"", "");
        assert!(
            without.ends_with(&xml.replace(" xmlns=\"\"", "")),
            "{written}"
        );
    }
}

#[test]
fn an_article_in_a_wrapper() {
    let xml = "<item xmlns='urn:libero' xmlns:j='urn:j' xmlns:u='urn:unused'><meta>m</meta>\
        <j:article xmlns:xlink='http://www.w3.org/1999/xlink'><j:body><j:p xlink:href='h'/></j:body></j:article></item>";
    let read = read_document(xml.as_bytes(), &ReadOptions::new()).unwrap();
    let finding = &read.report.findings()[0];
    assert_eq!(
        (finding.code.as_ref(), finding.effect),
        ("jats.wrapper", Effect::Noted)
    );
    assert_eq!(
        (finding.location.line, finding.location.column),
        (Some(1), Some(1))
    );
    let prefixes: Vec<&str> = dialect(&read.value)
        .namespaces
        .iter()
        .map(|(prefix, _)| prefix.as_str())
        .collect();
    assert_eq!(prefixes, ["j", "xlink"]);
    assert!(trip(&read.value).contains("<j:p xlink:href=\"h\"/>"));
}

#[test]
fn several_articles() {
    let xml = "<set><article xmlns:a='urn:a'><front a:x=''/></article><other><article><body><p>2</p></body></article>\
        </other><article>none</article></set>";
    assert_eq!(
        error(xml),
        "not supported: 2 articles in one document; one must be chosen"
    );
    let second = read_document(xml.as_bytes(), &ReadOptions::new().article(2))
        .unwrap()
        .value;
    assert_eq!(second.root.text(), "2");
    assert!(dialect(&second).namespaces.is_empty());
    for number in [0, 3] {
        let error = read_document(xml.as_bytes(), &ReadOptions::new().article(number)).unwrap_err();
        assert_eq!(
            error.to_string(),
            format!("not supported: article {number} of a document with 2")
        );
    }
    assert!(
        read_document(
            b"<article><front/></article>",
            &ReadOptions::new().article(1)
        )
        .is_ok()
    );
    let all: Result<Vec<_>> = articles(xml.as_bytes()).collect();
    assert_eq!(all.unwrap().len(), 2);
}

#[test]
fn what_is_no_article() {
    assert_eq!(
        error("<?xml version='1.0'?>\n<html><body><article><p>x</p></article></body></html>"),
        "not supported: root element `html` is not a JATS article at 2:1"
    );
}

#[test]
fn what_no_reader_could_read_is_not_written() {
    let broken = |change: fn(&mut Document)| {
        let mut document = read("<!DOCTYPE article SYSTEM 's'><article><body/></article>");
        change(&mut document);
        write_document(&document).unwrap_err().to_string()
    };
    let text = broken(|d| {
        d.root.content.push(Node::Element(Element {
            attrs: vec![bell()],
            ..Element::new("back")
        }));
    });
    assert_eq!(
        text,
        "invalid article: character U+0007, which XML does not allow at /article/back[1]"
    );
    broken(|d| d.source.prolog.push(Node::Text("text".to_owned())));
    broken(|d| d.source.epilog.push(Node::Comment("--".to_owned())));
    broken(|d| doctype(d).name = "a b".to_owned());
    broken(|d| doctype(d).public = Some("\"".to_owned()));
    broken(|d| doctype(d).system = Some("'\"".to_owned()));
}

fn doctype(document: &mut Document) -> &mut crate::model::source::Doctype {
    document
        .source
        .dialect
        .as_mut()
        .and_then(|d| d.doctype.as_mut())
        .unwrap()
}

fn bell() -> Attr {
    Attr {
        namespace: Some(ns::XML.into()),
        name: "lang".into(),
        value: "\u{7}".to_owned(),
    }
}

#[test]
fn white_space_is_left_out_early_only_where_it_is_left_out_anyway() {
    let body = "<body>\n <sec> <title/> <!--c--> <p> a <list>\n <list-item> <p/> </list-item> </list> b </p>\n <x>\n </x> </sec>\n\
        <sec xml:space='preserve'> <title> t </title> <sec> <p/> </sec> </sec> <fig> stray <caption> <p/> </caption> </fig>\n\
        <table> <tr> <td> c </td> </tr> </table> <disp-formula> <tex-math> <sec> </sec> </tex-math> </disp-formula> <sec> </sec>\n\
        <preformat> <list> </list> </preformat> <m:math> <m:mi> x </m:mi> <sec> <p/> </sec> </m:math> </body>";
    let article = |declared: &str| {
        format!(
            "<article xmlns:m='http://www.w3.org/1998/Math/MathML'{declared}> {body} </article>"
        )
    };
    // Where the vocabulary has a namespace, nothing is left out before all is known.
    let early = read(&article(""));
    let late = read(&article(" xmlns='urn:jats'"));
    assert_eq!(
        without_namespaces(early.root),
        without_namespaces(late.root)
    );
    let wrapped = format!("<set xml:space='preserve'> {} </set>", article(""));
    assert_eq!(read(&wrapped).root, read(&article("")).root);
}

/// The JATS inside a formula stands in no namespace in one spelling and in that of MathML's neighbours in the other.
fn without_namespaces(mut element: Element) -> Element {
    element.namespace = None;
    for node in &mut element.content {
        if let Node::Element(child) = node {
            *child = without_namespaces(std::mem::take(child));
        }
    }
    element
}
