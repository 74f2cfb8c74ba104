//! Reads all JATS files of a folder and says of each article in one line what it is, of each bad file what is wrong and
//! where: `cargo run --example read_folder -- FOLDER`.
#![allow(clippy::print_stdout, reason = "an example is there to show something")]

use std::error::Error;
use std::fs::{self, File};
use std::path::Path;

use separatum::{Format, Outcome, jats};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args_os().nth(1);
    let folder = folder.unwrap_or_else(|| "examples/data".into());
    for line in run(Path::new(&folder))? {
        println!("{line}");
    }
    Ok(())
}

/// A line for each article and for each file that is none.
pub(crate) fn run(folder: &Path) -> Result<Vec<String>, Box<dyn Error>> {
    let entries = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    let mut paths: Vec<_> = entries.iter().map(fs::DirEntry::path).collect();
    paths.retain(|path| Format::from_path(path) == Some(Format::Jats));
    paths.sort();
    Ok(paths.iter().flat_map(|path| file(path)).collect())
}

/// A line for each article of a file; one that wraps many is never in memory as a whole.
fn file(path: &Path) -> Vec<String> {
    let name = path.display();
    let articles = match File::open(path) {
        Ok(file) => jats::ReadOptions::new().repair(true).articles(file),
        Err(error) => return vec![format!("{name}: {error}")],
    };
    articles
        .map(|read| match read {
            Ok(read) => format!("{name}: {}", article(&read)),
            // Says what is wrong and where; `kind()` and `location()` have it for programs.
            Err(error) => format!("{name}: {}", whole(&error)),
        })
        .collect()
}

fn article(read: &Outcome<separatum::Article>) -> String {
    let article = &read.value;
    let (title, authors) = (article.headline.text(), article.authors().len());
    let findings = read.report.findings().len();
    format!("{title:?}, {authors} author(s), {findings} finding(s)")
}

/// An error with its causes: a message never repeats that of its source.
fn whole(error: &dyn Error) -> String {
    let mut line = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        line = format!("{line}: {error}");
        cause = error.source();
    }
    line
}
