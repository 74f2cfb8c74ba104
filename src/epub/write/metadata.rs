//! What the package document says of the article: derived from it, never read back.

use std::borrow::Cow;

use crate::facts::Creator;
use crate::tree::{Element, Node};
use crate::xhtml::write::is_safe_address;

use super::Publication;
use super::package::opf;

/// The namespace of Dublin Core.
pub(super) const DC: &str = "http://purl.org/dc/elements/1.1/";

/// The elements of the metadata.
pub(super) fn elements(publication: &Publication) -> Vec<Element> {
    let facts = &publication.facts;
    let mut out = vec![dc("identifier", &publication.identifier).with("id", "pub-id")];
    if publication.identifier.starts_with("https://doi.org/") {
        out.push(refines("pub-id", "identifier-type", "06").with("scheme", "onix:codelist5"));
    }
    titles(publication, &mut out);
    out.push(dc("language", &publication.lang));
    for (number, creator) in facts.creators.iter().enumerate() {
        credit(number + 1, creator, &mut out);
    }
    let simple = [
        ("publisher", facts.publisher.as_deref()),
        ("date", facts.published.as_deref()),
        ("description", facts.description.as_deref()),
        ("rights", facts.rights.as_deref()),
    ];
    for (name, value) in simple {
        out.extend(
            value
                .filter(|value| !value.trim().is_empty())
                .map(|value| dc(name, value)),
        );
    }
    out.extend(
        facts
            .subjects
            .iter()
            .filter(|s| !s.trim().is_empty())
            .map(|subject| dc("subject", subject)),
    );
    collection(publication, &mut out);
    out.push(meta("dcterms:modified", &publication.modified()));
    accessibility(publication, &mut out);
    if let Some(licence) = facts
        .licence
        .as_deref()
        .filter(|licence| is_safe_address(licence))
    {
        out.push(
            opf("link")
                .with("href", licence)
                .with("rel", "dcterms:license"),
        );
    }
    out
}

fn titles(publication: &Publication, out: &mut Vec<Element>) {
    out.push(dc("title", &publication.title).with("id", "title"));
    out.push(refines("title", "title-type", "main"));
    if let Some(subtitle) = publication
        .facts
        .subtitle
        .as_deref()
        .filter(|title| !title.trim().is_empty())
    {
        out.push(dc("title", subtitle).with("id", "subtitle"));
        out.push(refines("subtitle", "title-type", "subtitle"));
    }
}

/// Someone credited: authors are creators, all others contributors.
fn credit(number: usize, creator: &Creator, out: &mut Vec<Element>) {
    let id = format!("c{number}");
    let role = relator(creator.role.as_deref());
    let name = if matches!(role, Some("aut")) {
        "creator"
    } else {
        "contributor"
    };
    out.push(dc(name, &creator.name).with("id", id.clone()));
    out.extend(role.map(|role| refines(&id, "role", role).with("scheme", "marc:relators")));
    out.extend(
        creator
            .sort_name
            .as_deref()
            .map(|name| refines(&id, "file-as", name)),
    );
    out.push(refines(&id, "display-seq", &number.to_string()));
    out.extend(
        creator
            .orcid
            .as_deref()
            .map(|orcid| refines(&id, "dcterms:identifier", orcid)),
    );
}

/// The MARC code of a role as articles spell it.
fn relator(role: Option<&str>) -> Option<&'static str> {
    Some(match role?.to_ascii_lowercase().as_str() {
        "author" | "reporter" | "writer" => "aut",
        "editor" | "guest-editor" => "edt",
        "translator" => "trl",
        "photographer" | "photo" => "pht",
        "illustrator" => "ill",
        "reviewer" => "rev",
        "compiler" => "com",
        _ => return None,
    })
}

/// The journal or newspaper, and where in it the article stands.
fn collection(publication: &Publication, out: &mut Vec<Element>) {
    let facts = &publication.facts;
    if let Some(container) = facts
        .container
        .as_deref()
        .filter(|title| !title.trim().is_empty())
    {
        out.push(meta("belongs-to-collection", container).with("id", "journal"));
        out.push(refines("journal", "collection-type", "series"));
        let issns = facts
            .issns
            .iter()
            .map(|issn| format!("urn:issn:{}", issn.trim()));
        out.extend(issns.map(|issn| refines("journal", "dcterms:identifier", &issn)));
    }
    let pages = facts.pages.as_ref().map(|(first, last)| match last {
        Some(last) => format!("{first}-{last}"),
        None => first.clone(),
    });
    let places = [
        ("prism:volume", facts.volume.clone()),
        ("prism:number", facts.issue.clone()),
        ("prism:pageRange", pages),
    ];
    for (property, value) in places {
        out.extend(
            value
                .filter(|value| !value.trim().is_empty())
                .map(|value| meta(property, &value)),
        );
    }
}

/// Accessibility, computed from what the article holds; nothing is claimed that was not counted.
fn accessibility(publication: &Publication, out: &mut Vec<Element>) {
    let holds = publication.holds;
    let has_all_texts = holds.images_without_alt == 0;
    let mut modes = vec!["textual"];
    let mut features = vec![
        "tableOfContents",
        "structuralNavigation",
        "readingOrder",
        "displayTransformability",
        "ARIA",
    ];
    if holds.images > 0 {
        modes.push("visual");
    }
    if holds.images > 0 && has_all_texts {
        features.push("alternativeText");
    }
    if holds.formulas > 0 {
        features.push("MathML");
    }
    out.extend(
        modes
            .into_iter()
            .map(|mode| meta("schema:accessMode", mode)),
    );
    if has_all_texts {
        out.push(meta("schema:accessModeSufficient", "textual"));
    }
    out.extend(
        features
            .into_iter()
            .map(|feature| meta("schema:accessibilityFeature", feature)),
    );
    out.push(meta("schema:accessibilityHazard", "none"));
    out.push(meta("schema:accessibilitySummary", &summary(publication)));
}

/// The same in words, naming what is missing.
fn summary(publication: &Publication) -> String {
    let holds = publication.holds;
    let images = match (holds.images, holds.images_without_alt) {
        (0, _) => "The article has no images".to_owned(),
        (images, 0) => format!("All {images} images have text alternatives"),
        (images, missing) => format!("{missing} of {images} images have no text alternative"),
    };
    let formulas = match holds.formulas {
        0 => "",
        _ => "; formulas are MathML",
    };
    format!("{images}{formulas}; the article has headings and a table of contents.")
}

fn meta(property: &str, value: &str) -> Element {
    opf("meta")
        .with("property", property)
        .holding(vec![text(value)])
}

fn refines(id: &str, property: &str, value: &str) -> Element {
    opf("meta")
        .with("property", property)
        .with("refines", format!("#{id}"))
        .holding(vec![text(value)])
}

fn dc(name: &'static str, value: &str) -> Element {
    Element {
        namespace: Some(Cow::Borrowed(DC)),
        name: Cow::Borrowed(name),
        content: vec![text(value)].into(),
        ..Element::default()
    }
}

/// Text on one line.
fn text(value: &str) -> Node {
    Node::Text(value.split_whitespace().collect::<Vec<_>>().join(" "))
}
