//! Figures that lie in a folder, as the command line finds them beside its input.

use std::fs::File;
use std::io::Read as _;
use std::path::{Component, Path, PathBuf};

use super::{Resource, Resources};
use crate::error::{Error, ErrorKind, Result};
use crate::limits::Limits;

/// The extensions under which a figure is looked for when nothing has its exact name, in order of preference.
const EXTENSIONS: [&str; 11] = [
    "png", "jpg", "jpeg", "gif", "webp", "svg", "tif", "tiff", "avif", "bmp", "pdf",
];

/// Figures in a folder and the folders beneath it, and nowhere else.
///
/// An address is looked up by its exact name, then by its stem with another extension: articles name `fig1.tif` or `fig1`
/// and ship `fig1.jpg`. The extensions are, in this order and in any case, png, jpg, jpeg, gif, webp, svg, tif, tiff, avif,
/// bmp, pdf; [`Resource::found_as`] says which was taken.
///
/// Only regular files are opened. An address that leaves the folder (`..`, an absolute path, a symbolic link to elsewhere),
/// that is a URL, or that behaves like another system's path (backslashes, a drive, percent signs that hide a separator)
/// finds nothing, just as a missing file does.
///
/// ```
/// use separatum::{DirectoryResources, Limits, Resources};
/// # fn main() -> separatum::Result<()> {
/// let figures = DirectoryResources::new("examples/data", Limits::default())?;
/// assert!(figures.get("../../Cargo.toml")?.is_none());
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone)]
pub struct DirectoryResources {
    base: PathBuf,
    limits: Limits,
}

impl DirectoryResources {
    /// The figures in a folder. `limits.image_bytes` holds for each of them.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] when the folder cannot be found.
    pub fn new(folder: impl AsRef<Path>, limits: Limits) -> Result<Self> {
        let base = folder.as_ref().canonicalize()?;
        Ok(Self { base, limits })
    }

    /// The file's true path, when it is a regular file beneath the base.
    fn inside(&self, path: &Path) -> Option<PathBuf> {
        let path = path.canonicalize().ok()?;
        (path.starts_with(&self.base) && path.metadata().ok()?.is_file()).then_some(path)
    }

    /// The file of the same stem with the best known extension, and its name.
    fn by_stem(&self, path: &Path) -> Option<(PathBuf, String)> {
        let wanted = stems(path.file_name()?.to_str()?);
        let mut best: Option<(usize, usize, String)> = None;
        for entry in path.parent()?.read_dir().ok()?.flatten() {
            let Ok(name) = entry.file_name().into_string() else {
                continue;
            };
            if let Some((stem, rank)) = rank(&name, &wanted) {
                let candidate = (stem, rank, name);
                if best.as_ref().is_none_or(|best| candidate < *best) {
                    best = Some(candidate);
                }
            }
        }
        let (_, _, name) = best?;
        Some((self.inside(&path.with_file_name(&name))?, name))
    }

    fn read(&self, href: &str, path: &Path) -> Result<Vec<u8>> {
        let fault = |error: std::io::Error| unusable(href, &error.to_string());
        let file = File::open(path).map_err(fault)?;
        let ceiling = self.limits.image_bytes;
        let mut data = Vec::new();
        file.take(ceiling.saturating_add(1))
            .read_to_end(&mut data)
            .map_err(fault)?;
        if data.len() as u64 > ceiling {
            return Err(Error::limit("image_bytes", ceiling));
        }
        Ok(data)
    }
}

impl Resources for DirectoryResources {
    /// The bytes of the file; `None` when there is none, or none that may be opened.
    ///
    /// # Errors
    /// [`ErrorKind::Resource`] when the file is there and cannot be read, [`ErrorKind::Limit`] when it is too large.
    fn get(&self, href: &str) -> Result<Option<Resource>> {
        let Some(relative) = relative(href) else {
            return Ok(None);
        };
        let path = self.base.join(relative);
        // The folder is judged before its files are listed: it may be a link that leads away.
        let folder_inside = path
            .parent()
            .and_then(|folder| folder.canonicalize().ok())
            .is_some_and(|folder| folder.starts_with(&self.base));
        if !folder_inside {
            return Ok(None);
        }
        if let Some(exact) = self.inside(&path) {
            return Ok(Some(Resource::new(self.read(href, &exact)?)));
        }
        let Some((path, name)) = self.by_stem(&path) else {
            return Ok(None);
        };
        let mut resource = Resource::new(self.read(href, &path)?);
        resource.found_as = Some(match href.rsplit_once('/') {
            Some((folder, _)) => format!("{folder}/{name}"),
            None => name,
        });
        Ok(Some(resource))
    }
}

/// The address as a path of plain names; `None` for one that could mean anything else.
fn relative(href: &str) -> Option<&Path> {
    let escapes = ["%2e", "%2f", "%5c", "%00"];
    let lower = href.to_ascii_lowercase();
    let suspect = href.contains(['\\', ':', '\0']) || escapes.iter().any(|e| lower.contains(e));
    let path = Path::new(href);
    let plain = |part| matches!(part, Component::Normal(_) | Component::CurDir);
    (!href.is_empty() && !suspect && path.components().all(plain)).then_some(path)
}

/// What may stand before the dot of the file looked for: the whole name, for an address without extension, then the name
/// without its extension.
fn stems(name: &str) -> Vec<&str> {
    let mut stems = vec![name];
    stems.extend(name.rsplit_once('.').map(|(stem, _)| stem));
    stems
}

/// How good a file's name is for these stems: the index of its stem, then that of its extension.
fn rank(name: &str, stems: &[&str]) -> Option<(usize, usize)> {
    let (stem, extension) = name.rsplit_once('.')?;
    let extension = extension.to_ascii_lowercase();
    let by_stem = stems.iter().position(|&wanted| wanted == stem)?;
    let by_extension = EXTENSIONS.iter().position(|&known| known == extension)?;
    Some((by_stem, by_extension))
}

fn unusable(href: &str, why: &str) -> Error {
    Error::new(ErrorKind::Resource {
        detail: format!("{href}: {why}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    /// An empty folder of this test's own.
    fn folder(name: &str) -> PathBuf {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("target/tmp/directory-resources")
            .join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        folder
    }

    fn resources(folder: &Path) -> DirectoryResources {
        DirectoryResources::new(folder, Limits::default()).unwrap()
    }

    #[test]
    fn exact_names_come_first_then_stems_in_order() {
        let folder = folder("names");
        for (name, data) in [
            ("fig1.tif", "1"),
            ("fig1.png", "2"),
            ("fig2.JPG", "3"),
            ("fig2.pdf", "4"),
            ("fig.3.gif", "5"),
        ] {
            fs::write(folder.join(name), data).unwrap();
        }
        let figures = resources(&folder);
        let get = |href| figures.get(href).unwrap().unwrap();
        assert_eq!(*get("fig1.tif").data, b"1");
        assert_eq!(get("fig1.tif").found_as, None);
        assert_eq!(get("fig1.jpeg").found_as.as_deref(), Some("fig1.png"));
        assert_eq!(get("fig2.tif").found_as.as_deref(), Some("fig2.JPG"));
        assert_eq!(get("fig2").found_as.as_deref(), Some("fig2.JPG"));
        assert_eq!(get("fig.3").found_as.as_deref(), Some("fig.3.gif"));
        assert!(figures.get("fig4").unwrap().is_none());
    }

    #[test]
    fn folders_beneath_the_base_are_searched() {
        let folder = folder("beneath");
        fs::create_dir_all(folder.join("img/deep")).unwrap();
        fs::write(folder.join("img/deep/a.jpg"), "a").unwrap();
        let figure = resources(&folder).get("./img/deep/a.tif").unwrap().unwrap();
        assert_eq!(figure.found_as.as_deref(), Some("./img/deep/a.jpg"));
    }

    #[test]
    fn nothing_outside_the_base_is_opened() {
        let outer = folder("outside");
        let base = outer.join("base");
        fs::create_dir_all(&base).unwrap();
        fs::write(outer.join("secret.png"), "secret").unwrap();
        let secret = outer.join("secret.png");
        let figures = resources(&base);
        for href in [
            "../secret.png",
            "./../secret.png",
            "../secret",
            secret.to_str().unwrap(),
            &format!("file://{}", secret.display()),
            "%2e%2e/secret.png",
            "..%2Fsecret.png",
            "..\\secret.png",
            "https://example.org/secret.png",
            "",
            ".",
            "..",
        ] {
            assert!(figures.get(href).unwrap().is_none(), "{href}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn links_that_leave_and_pipes_are_not_opened() {
        let outer = folder("links");
        let base = outer.join("base");
        fs::create_dir_all(&base).unwrap();
        fs::write(outer.join("secret.png"), "secret").unwrap();
        fs::write(base.join("inside.png"), "inside").unwrap();
        let link = |to: &Path, name: &str| std::os::unix::fs::symlink(to, base.join(name)).unwrap();
        link(&outer.join("secret.png"), "out.png");
        link(&outer, "away");
        link(&base.join("inside.png"), "in.png");
        link(Path::new("/dev/zero"), "zero.png");
        let pipe = base.join("pipe.png");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status();
        assert!(made.is_ok_and(|status| status.success()));
        let figures = resources(&base);
        for href in [
            "out.png",
            "out.jpg",
            "away/secret.png",
            "away/secret",
            "zero.png",
            "pipe.png",
        ] {
            assert!(figures.get(href).unwrap().is_none(), "{href}");
        }
        assert_eq!(*figures.get("in.png").unwrap().unwrap().data, b"inside");
    }

    #[test]
    fn a_file_over_the_limit_is_an_error_that_names_it() {
        let folder = folder("limit");
        fs::write(folder.join("a.png"), "12345").unwrap();
        let limits = Limits {
            image_bytes: 4,
            ..Limits::default()
        };
        let error = DirectoryResources::new(&folder, limits)
            .unwrap()
            .get("a.png")
            .unwrap_err();
        assert!(error.to_string().contains("image_bytes"), "{error}");
    }
}
