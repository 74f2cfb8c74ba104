//! Finds the corpora, which are no part of this repository.

use std::path::{Path, PathBuf};

use super::require::{full, skip, variable};

/// One article of a corpus.
#[derive(Debug, Clone)]
pub(crate) struct File {
    /// Its name in the corpus, with `/` between folder and file.
    pub(crate) name: String,
    /// Where it is.
    pub(crate) path: PathBuf,
    /// Whether the manifest calls it valid by its DTD.
    pub(crate) valid: bool,
    /// Whether the manifest calls it well-formed, namespaces included.
    pub(crate) well_formed: bool,
}

impl File {
    /// Its bytes.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        std::fs::read(&self.path).unwrap_or_else(|error| panic!("{}: {error}", self.path.display()))
    }
}

/// The folder of the corpora: `SEPARATUM_CORPUS`, else `../shared/corpus` beside the crate.
///
/// They are no part of this repository, so a machine without them skips in sight even where all tools are required; only
/// a folder that was named must be there.
pub(crate) fn folder() -> Option<PathBuf> {
    if let Some(folder) = variable("SEPARATUM_CORPUS").map(PathBuf::from) {
        assert!(
            folder.is_dir(),
            "SEPARATUM_CORPUS is no folder: {}",
            folder.display()
        );
        return Some(folder);
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    if !folder.is_dir() {
        skip("the corpora (SEPARATUM_CORPUS)");
    }
    folder.is_dir().then_some(folder)
}

/// All articles of `corpus/jats` and the articles of `corpus/jats-images`, sorted by name; empty without the corpora.
pub(crate) fn all() -> Vec<File> {
    let Some(folder) = folder() else {
        return Vec::new();
    };
    let mut files = manifest(&folder.join("jats"), "jats", str::to_owned);
    files.extend(manifest(
        &folder.join("jats-images"),
        "jats-images",
        |path| format!("{path}/article.xml"),
    ));
    files.sort_by(|a, b| a.name.cmp(&b.name));
    files
}

/// The well-formed articles: all with `SEPARATUM_FULL=1`, else every eighth.
pub(crate) fn spread() -> Vec<File> {
    let step = if full() { 1 } else { 8 };
    let mut files = all();
    files.retain(|file| file.well_formed);
    files.into_iter().step_by(step).collect()
}

fn manifest(folder: &Path, prefix: &str, place: impl Fn(&str) -> String) -> Vec<File> {
    let path = folder.join("MANIFEST.tsv");
    let text = std::fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut lines = text.lines();
    let columns: Vec<&str> = lines.next().unwrap_or_default().split('\t').collect();
    let column = |name: &str| columns.iter().position(|column| *column == name);
    let (quality, check) = (column("quality"), column("dtd_check"));
    let files = lines.map(|line| {
        let cells: Vec<&str> = line.split('\t').collect();
        let cell = |at: Option<usize>| at.and_then(|at| cells.get(at)).copied().unwrap_or_default();
        let place = place(cells[0]);
        File {
            name: format!("{prefix}/{place}"),
            path: folder.join(&place),
            valid: cell(check) == "valid",
            well_formed: cell(quality) != "malformed",
        }
    });
    files.collect()
}
