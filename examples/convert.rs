//! One article through every format and back: `cargo run --example convert`, or with `-- ARTICLE.xml OUTPUT` any other.
//!
//! Writes `target/article.epub`, `.pdf`, `.json` and `.xml`, reads each of them back, and says whether it is the same
//! article.
#![allow(clippy::print_stdout, reason = "an example is there to show something")]

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use separatum::{Article, DirectoryResources, Limits, Outcome, Report, epub, jats, json, pdf};

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

    fs::create_dir_all(output.parent().unwrap_or(Path::new("")))?;
    let save = |extension: &str, written: &Outcome<Vec<u8>>, again: Outcome<Article>| {
        fs::write(output.with_extension(extension), &written.value)?;
        let line = line(extension, &article, &again.value, &written.report);
        Ok::<_, Box<dyn Error>>(line)
    };
    Ok(vec![
        save("epub", &book, epub::from_slice(&book.value)?)?,
        save("pdf", &pages, pdf::from_slice(&pages.value)?)?,
        save("json", &data, json::from_slice(&data.value)?)?,
        save("xml", &xml, jats::from_slice(&xml.value)?)?,
    ])
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
