//! Asks an article what it states: `cargo run --example ask_article -- ARTICLE.xml`.
#![allow(clippy::print_stdout, reason = "an example is there to show something")]

use std::error::Error;
use std::fs;
use std::path::Path;

use separatum::model::{
    Affiliation, CitationParts, CitedName, CreditTerm, GridCell, Licence, Written,
};
use separatum::{Article, jats};

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args_os().nth(1);
    let path = path.ok_or("usage: ask_article ARTICLE.xml")?;
    println!("{}", run(Path::new(&path))?.join("\n"));
    Ok(())
}

/// The answers, a line each.
pub(crate) fn run(path: &Path) -> Result<Vec<String>, Box<dyn Error>> {
    let article = jats::from_slice(&fs::read(path)?)?.value;
    let mut lines = Vec::new();
    publication(&article, &mut lines);
    content(&article, &mut lines);
    references(&article, &mut lines);
    Ok(lines)
}

/// Who wrote it and works where, when, by whose leave, with whose money.
fn publication(article: &Article, lines: &mut Vec<String>) {
    for author in article.authors() {
        let name = author.credit.name().unwrap_or_default();
        let places = author.affiliations.iter().copied();
        let places: Vec<String> = places.map(Affiliation::text).collect();
        let parts = author.credit.credit_terms().map(CreditTerm::name);
        let parts: Vec<&str> = parts.collect();
        let (places, parts) = (places.join("; "), parts.join(", "));
        let mail = author.emails().join(", ");
        lines.push(format!("author {name} | {places} | {parts} | {mail}"));
    }
    if let Some(doi) = article.publication.doi() {
        lines.push(format!("DOI {}", doi.as_str()));
    }
    for dated in article.dates() {
        if let (Some(what), Some(date)) = (dated.what, dated.date.parsed()) {
            lines.push(format!("{what} {date}"));
        }
    }
    if let Some(address) = article.licence().and_then(Licence::address) {
        lines.push(format!("licence {address}"));
    }
    for award in article.awards() {
        let funders = award.funders().into_iter().flat_map(|f| f.names);
        let funders = funders.collect::<Vec<_>>().join(", ");
        let numbers = award.numbers().collect::<Vec<_>>().join(", ");
        lines.push(format!("award {numbers} from {funders}"));
    }
}

/// Figures, tables, sections, words.
fn content(article: &Article, lines: &mut Vec<String>) {
    for placed in article.figures() {
        for image in placed.images().filter_map(|image| image.href.as_deref()) {
            lines.push(format!("image {image} | {}", placed.credits().join(", ")));
        }
    }
    for grid in article.tables().iter().filter_map(|table| table.grid()) {
        let first = grid.cell(0, 0).map(GridCell::text).unwrap_or_default();
        let (rows, columns) = (grid.rows(), grid.columns());
        lines.push(format!("table {rows} by {columns}, from {first:?}"));
    }
    for section in article.sections_of_type("methods") {
        let title = section.title.as_ref().map(Written::text);
        lines.push(format!("methods in {}", title.unwrap_or_default()));
    }
    lines.push(format!("{} words", article.word_count()));
}

/// What is cited, as fields, and how often.
fn references(article: &Article, lines: &mut Vec<String>) {
    for cited in article.cited() {
        for citation in &cited.reference.citations {
            let Some(fields) = citation.citation().map(CitationParts::fields) else {
                continue;
            };
            let first = fields.authors().next().map(CitedName::text);
            let first = first.unwrap_or_default();
            let year = fields.issued.year.as_deref().unwrap_or("no year");
            let title = fields.title().or(fields.source.as_deref());
            let (title, times) = (title.unwrap_or("no title"), cited.calls.len());
            lines.push(format!("{first} ({year}) {title}: cited {times} times"));
        }
    }
}
