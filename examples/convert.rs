//! One article through every format and back: `cargo run --example convert -- examples/data/research.xml target/article`.
//!
//! Writes `target/article.epub`, `.pdf`, `.json` and `.xml`, reads each of them back, and says whether it is the same
//! article.
#![allow(clippy::print_stdout, reason = "an example is there to show something")]

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use separatum::{Article, DirectoryResources, Limits, Report, epub, jats, json, pdf};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1).map(PathBuf::from);
    let input = arguments
        .next()
        .unwrap_or_else(|| "examples/data/research.xml".into());
    let output = arguments.next().unwrap_or_else(|| "target/article".into());
    for line in run(&input, &output)? {
        println!("{line}");
    }
    Ok(())
}

/// Converts a JATS file and says, format by format, what became of the article.
pub(crate) fn run(input: &Path, output: &Path) -> Result<Vec<String>, Box<dyn Error>> {
    let read = jats::from_slice(&fs::read(input)?)?;
    let article = read.value;
    // Figures lie beside the article.
    let folder = input.parent().unwrap_or(Path::new("."));
    let figures = DirectoryResources::new(folder, Limits::default())?;

    let book = epub::WriteOptions::new()
        .resources(&figures)
        .to_vec(&article)?;
    let pages = pdf::WriteOptions::new()
        .resources(&figures)
        .to_vec(&article)?;
    let data = json::to_vec(&article)?;
    let xml = jats::to_vec(&article)?;

    let back = [
        ("epub", epub::from_slice(&book.value)?.value, &book),
        ("pdf", pdf::from_slice(&pages.value)?.value, &pages),
        ("json", json::from_slice(&data.value)?.value, &data),
        ("xml", jats::from_slice(&xml.value)?.value, &xml),
    ];
    let mut lines = Vec::new();
    for (extension, again, written) in back {
        fs::write(output.with_extension(extension), &written.value)?;
        lines.push(line(extension, &article, &again, &written.report));
    }
    Ok(lines)
}

fn line(format: &str, article: &Article, again: &Article, report: &Report) -> String {
    let same = if again == article {
        "the same article"
    } else {
        "ANOTHER ARTICLE"
    };
    let losses = report.losses().count();
    format!(
        "{format}: reads back as {same}; {losses} loss(es), {} finding(s)",
        report.findings().len()
    )
}
