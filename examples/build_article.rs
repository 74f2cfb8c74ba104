//! Builds an article in Rust and writes it in every format into a folder: `cargo run --example build_article -- FOLDER`.

use std::error::Error;
use std::fs;
use std::path::Path;

use separatum::model::{
    Block, Body, CitationEntry, CitationFields, CitedName, CitedPeople, Credit, CreditGroup,
    Emphasis, EmphasisKind, Figure, Grid, Image, Inline, List, Paragraph, PersonName, Reference,
    ReferenceList, Row, Section, SubjectGroup, Table, Xref,
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
    article.credits = vec![CreditGroup::new([writer, camera])];
    let blocks = vec![lead().into(), picture().into(), measures()];
    article.body = Some(Body::from(blocks));
    article.back = vec![references().into()];
    article
}

/// A paragraph with emphasis and a reference.
fn lead() -> Paragraph {
    Paragraph::new([
        Inline::from("Nobody owns the "),
        Emphasis::new(EmphasisKind::Italic, vec!["sand".into()]).into(),
        " for long: most of it leaves within a year [".into(),
        Xref::new("bibr", "r1", vec!["1".into()]).into(),
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
    let list = List::new("bullet", ["the line of the tide", "the weight of the sand"]);
    let mut section = Section::new("What is measured");
    section.content = vec![list.into(), sand().into()];
    section.into()
}

fn sand() -> Table {
    let head = [Row::head(["Bay", "2024", "2025"])];
    let body = [["North", "310", "295"], ["South", "120", "141"]];
    Table::new(Grid::new(head, body.map(Row::new))).with_caption("Tonnes of sand left.")
}

/// A work out of fields; its punctuation is set where it is shown.
fn references() -> ReferenceList {
    let mut work = CitationFields::default();
    let marin = CitedName::person("A", "Marin");
    work.people = vec![CitedPeople::new("author", [marin])];
    work.issued.year = Some("2024".to_owned());
    work.article_title = Some("Sand on the move".to_owned());
    work.source = Some("Shore Letters".to_owned());
    ReferenceList::new([Reference::new("r1", CitationEntry::structured(&work))])
}
