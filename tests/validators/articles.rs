//! The articles that are written and judged.

use std::fs;
use std::path::{Path, PathBuf};

use separatum::{Article, DirectoryResources, Limits, jats};

use crate::corpus;

/// An article with what it needs to be written.
pub(crate) struct Sample {
    /// A name fit for a file.
    pub(crate) name: String,
    /// The file it was read from.
    pub(crate) path: PathBuf,
    pub(crate) article: Article,
    /// The images beside the file.
    pub(crate) figures: DirectoryResources,
}

/// The samples of this repository and a spread of the corpus.
pub(crate) fn all() -> Vec<Sample> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/data");
    let own = ["feature", "research"]
        .map(|name| sample(name.to_owned(), data.join(format!("{name}.xml"))));
    let corpus = corpus::spread().into_iter().map(|file| {
        let name = file.name.replace(|c: char| !c.is_ascii_alphanumeric(), "_");
        sample(name, file.path)
    });
    own.into_iter().chain(corpus).collect()
}

fn sample(name: String, path: PathBuf) -> Sample {
    let bytes = fs::read(&path).unwrap();
    let options = jats::ReadOptions::new().repair(true);
    // Some files wrap several articles: the first is as good as any.
    let read = options
        .read_slice(&bytes)
        .or_else(|_| options.article(1).read_slice(&bytes))
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    Sample {
        figures: DirectoryResources::new(path.parent().unwrap(), Limits::default()).unwrap(),
        article: read.value,
        name,
        path,
    }
}
