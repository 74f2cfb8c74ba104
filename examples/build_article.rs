//! Builds an article in Rust and writes it in every format into a folder: `cargo run --example build_article -- FOLDER`.

use std::error::Error;
use std::fs;
use std::path::Path;

use separatum::model::{
    Back, Block, Body, CitationEntry, CitationParts, Credit, CreditGroup, Emphasis, EmphasisKind,
    Figure, Image, Inline, List, Nested, Paragraph, PersonName, Reference, ReferenceList, Section,
    SubjectGroup, Xref,
};
use separatum::{Article, DirectoryResources, Limits, epub, jats, json, pdf, text};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args_os().nth(1);
    run(Path::new(&folder.ok_or("usage: build_article FOLDER")?))
}

/// Writes the article into a folder.
pub(crate) fn run(folder: &Path) -> Result<(), Box<dyn Error>> {
    let article = article();
    // The picture is one of the samples; a program would name its own folder or give the bytes.
    let samples = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/data");
    let images = DirectoryResources::new(samples, Limits::default())?;
    let book = epub::WriteOptions::new().resources(&images);
    let pages = pdf::WriteOptions::new().resources(&images);
    let files = [
        ("article.xml", jats::to_vec(&article)?.into_lossless()?),
        ("article.json", json::to_vec(&article)?.into_lossless()?),
        ("article.epub", book.to_vec(&article)?.into_lossless()?),
        ("article.pdf", pages.to_vec(&article)?.into_lossless()?),
        // Plain text holds less than an article; its report says what.
        ("article.txt", text::to_vec(&article)?.value),
    ];
    fs::create_dir_all(folder)?;
    for (name, bytes) in files {
        fs::write(folder.join(name), bytes)?;
    }
    Ok(())
}

pub(crate) fn article() -> Article {
    let mut article = Article::new("The shore that moves");
    article.kind = Some("news".to_owned());
    article.lang = Some("en".into());
    article.kickers = vec![SubjectGroup::new("kicker", "Coast")];
    article.standfirst = Some("Each spring the map of the bay is wrong again.".into());
    let writer = Credit::person("author", PersonName::new("Ada", "Marin"));
    let camera = Credit::person("photographer", PersonName::new("Bo", "Lindqvist"));
    let mut group = CreditGroup::default();
    group.credits = vec![writer, camera];
    article.credits = vec![group];
    article.body = Some(Body::from(vec![
        lead().into(),
        picture().into(),
        measures(),
    ]));
    article.back = vec![Back::References(Nested::new(references()))];
    article
}

/// A paragraph with emphasis and a reference.
fn lead() -> Paragraph {
    let sand = Emphasis::new(EmphasisKind::Italic, vec!["sand".into()]);
    let source = Xref::new("bibr", "r1", vec!["1".into()]);
    Paragraph::new([
        Inline::from("Nobody owns the "),
        Inline::Emphasis(Nested::new(sand)),
        " for long: most of it leaves within a year [".into(),
        Inline::Xref(Nested::new(source)),
        "].".into(),
    ])
}

fn picture() -> Figure {
    let mut image = Image::new("feature.jpg");
    image.alt = Some("A wide landscape under a low sun.".into());
    Figure::new(image)
        .with_caption("The bay in April.")
        .with_credit("Photograph: Bo Lindqvist")
}

fn measures() -> Block {
    let mut section = Section::new("What is measured");
    let list = List::new("bullet", ["the line of the tide", "the weight of the sand"]);
    section.content = vec![Block::paragraph("Twice a day:"), list.into()];
    section.into()
}

fn references() -> ReferenceList {
    let mut citation = CitationParts::default();
    citation.parts = vec!["Marin A. Sand on the move. Shore Letters. 2024;3:1–9.".into()];
    let mut reference = Reference::default();
    reference.id = Some("r1".to_owned());
    reference.citations = vec![CitationEntry::Mixed(Nested::new(citation))];
    let mut list = ReferenceList::default();
    list.references.push(reference);
    list
}
