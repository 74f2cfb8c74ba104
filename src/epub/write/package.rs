//! The package document.

use std::borrow::Cow;

use crate::error::Result;
use crate::tree::{Element, ns};

use super::content::{nodes, write};
use super::{ARTICLE, NAV, NCX, Publication, STYLESHEET, metadata};

/// The namespace of the package document.
pub(super) const OPF: &str = "http://www.idpf.org/2007/opf";

/// The media type of content documents.
const XHTML: &str = "application/xhtml+xml";

/// The package document.
pub(super) fn document(publication: &Publication) -> Result<String> {
    let spine = opf("spine")
        .with("page-progression-direction", publication.dir())
        .with("toc", "ncx");
    let spine = spine.holding(nodes(vec![opf("itemref").with("idref", "article")]));
    let metadata = opf("metadata").holding(nodes(metadata::elements(publication)));
    let mut root = opf("package")
        .with("dir", publication.dir())
        .with(
            "prefix",
            "prism: http://prismstandard.org/namespaces/basic/3.0/",
        )
        .with("unique-identifier", "pub-id")
        .with("version", "3.0");
    root.set_ns(Some(ns::XML), "lang", publication.lang.clone());
    root.content = nodes(vec![metadata, manifest(publication), spine]).into();
    let mut out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned();
    let namespaces = [
        (String::new(), OPF.to_owned()),
        ("dc".to_owned(), metadata::DC.to_owned()),
    ];
    write(&mut out, &root, &namespaces)?;
    Ok(out)
}

fn manifest(publication: &Publication) -> Element {
    let mut article = item("article", ARTICLE, XHTML);
    if publication.holds.formulas > 0 {
        article.set("properties", "mathml");
    }
    let mut items = vec![
        item("nav", NAV, XHTML).with("properties", "nav"),
        item("ncx", NCX, "application/x-dtbncx+xml"),
        item("stylesheet", STYLESHEET, "text/css"),
        article,
    ];
    for (number, image) in publication.images.iter().enumerate() {
        items.push(item(
            &format!("i{}", number + 1),
            &image.name,
            image.kind.media_type(),
        ));
    }
    opf("manifest").holding(nodes(items))
}

fn item(id: &str, href: &str, media_type: &str) -> Element {
    opf("item")
        .with("href", href)
        .with("id", id)
        .with("media-type", media_type)
}

/// An element of the package document.
pub(super) fn opf(name: &'static str) -> Element {
    Element {
        namespace: Some(Cow::Borrowed(OPF)),
        name: Cow::Borrowed(name),
        ..Element::default()
    }
}
