//! Images that came inside a package, as files.

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use separatum::{Effect, Finding, MapResources, Report, Resource, Stage};

use crate::failure::Failure;

/// How many numbers are tried for a name that is taken.
const TRIES: u32 = 100_000;
/// So many bytes of a name are kept: systems take 255, with number and extension.
const NAME: usize = 200;

/// Files that are taken back when they are dropped without [`Placed::keep`].
#[derive(Debug, Default)]
pub(crate) struct Placed {
    files: Vec<PathBuf>,
    folders: Vec<PathBuf>,
}

impl Placed {
    /// Writes all images into a folder, each under a new name, and notes which name it got.
    pub(crate) fn new(
        folder: &Path,
        images: &MapResources,
        report: &mut Report,
    ) -> Result<Self, Failure> {
        let mut placed = Self::default();
        placed
            .make(folder)
            .map_err(|error| Failure::io(folder, &error))?;
        for (href, data) in images.iter() {
            let extension = Resource::new(data.clone()).extension().unwrap_or("bin");
            let name = placed
                .write(folder, &stem(href), extension, data)
                .map_err(|error| Failure::io(folder, &error))?;
            let detail = format!("the image {href:?} is the file {name:?}");
            report.push(Finding::new(
                "media.extracted",
                Effect::Noted,
                Stage::Write,
                detail,
            ));
        }
        Ok(placed)
    }

    /// Lets the files stay.
    pub(crate) fn keep(mut self) {
        self.files.clear();
        self.folders.clear();
    }

    /// Makes the folder and those above it that are missing.
    fn make(&mut self, folder: &Path) -> io::Result<()> {
        let missing = folder
            .ancestors()
            .take_while(|path| !path.as_os_str().is_empty() && !path.exists());
        self.folders = missing.map(Path::to_owned).collect();
        fs::create_dir_all(folder)
    }

    /// Writes one file under the first name that is free, and gives that name.
    fn write(
        &mut self,
        folder: &Path,
        stem: &str,
        extension: &str,
        data: &[u8],
    ) -> io::Result<String> {
        for number in 1..TRIES {
            let name = match number {
                1 => format!("{stem}.{extension}"),
                _ => format!("{stem}-{number}.{extension}"),
            };
            let path = folder.join(&name);
            match OpenOptions::new().write(true).create_new(true).open(&path) {
                Ok(mut file) => {
                    self.files.push(path);
                    file.write_all(data)?;
                    return Ok(name);
                }
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }
}

impl Drop for Placed {
    fn drop(&mut self) {
        // The run has failed already; a second failure would only hide the first.
        for file in &self.files {
            let _ = fs::remove_file(file);
        }
        for folder in &self.folders {
            let _ = fs::remove_dir(folder);
        }
    }
}

/// A finding for each image that a format without images leaves behind.
pub(crate) fn dropped(images: &MapResources, report: &mut Report) {
    for (href, _) in images.iter() {
        let detail = format!("the image {href:?} is left behind: --media DIR keeps it");
        report.push(Finding::new(
            "media.dropped",
            Effect::Dropped,
            Stage::Write,
            detail,
        ));
    }
}

/// The last component of an address without its extension, fit to be a file's name on any system.
fn stem(href: &str) -> String {
    let last = href
        .rsplit(['/', '\\'])
        .find(|part| !part.is_empty())
        .unwrap_or_default();
    let stem = last.rsplit_once('.').map_or(last, |(stem, _)| stem);
    let mut safe = String::new();
    for c in stem.chars() {
        let is_safe = c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
        let c = if is_safe { c } else { '_' };
        if safe.len() + c.len_utf8() > NAME {
            break;
        }
        safe.push(c);
    }
    let safe = safe.trim_matches('.');
    if safe.is_empty() {
        "image".to_owned()
    } else if is_reserved(safe) {
        format!("_{safe}")
    } else {
        safe.to_owned()
    }
}

/// True for the names that mean a device on Windows, with any extension.
fn is_reserved(stem: &str) -> bool {
    let base = stem
        .split('.')
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    let numbered = |word: &str| {
        base.strip_prefix(word)
            .is_some_and(|rest| rest.len() == 1 && rest.bytes().all(|b| b.is_ascii_digit()))
    };
    matches!(base.as_str(), "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn names_are_made_safe() {
        let long = "a".repeat(300);
        for (href, name) in [
            ("images/fig 1.TIF", "fig_1"),
            ("../../etc/passwd", "passwd"),
            ("C:\\fig\\a.png", "a"),
            ("..", "image"),
            ("", "image"),
            (".hidden.png", "hidden"),
            ("a/b/", "b"),
            ("nul.png", "_nul"),
            ("com1", "_com1"),
            ("сурет.jpg", "сурет"),
            (&"図".repeat(100), &"図".repeat(NAME / 3)),
            ("a\u{0}\n:b.gif", "a___b"),
            (&long, &"a".repeat(NAME)),
        ] {
            assert_eq!(stem(href), name, "{href:?}");
        }
    }

    #[test]
    fn files_have_their_true_extension_and_never_overwrite() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/tmp/media/new");
        let _ = fs::remove_dir_all(&folder);
        let mut images = MapResources::new();
        for href in ["a/fig.png", "b/fig.gif", "fig"] {
            images.insert(href, b"\xff\xd8\xff\xe0".to_vec());
        }
        let mut report = Report::new();
        Placed::new(&folder, &images, &mut report).unwrap();
        assert!(!folder.exists(), "what is not kept is taken back");
        Placed::new(&folder, &images, &mut report).unwrap().keep();
        Placed::new(&folder, &images, &mut report).unwrap().keep();
        let mut names: Vec<_> = fs::read_dir(&folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        assert_eq!(
            names,
            [
                "fig-2.jpg",
                "fig-3.jpg",
                "fig-4.jpg",
                "fig-5.jpg",
                "fig-6.jpg",
                "fig.jpg"
            ]
        );
        assert_eq!(report.findings().len(), 9);
    }
}
