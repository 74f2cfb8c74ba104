//! Which of the paths that were given are in each other's way.

use std::path::{Component, Path, PathBuf};

use crate::args::{Convert, is_standard};
use crate::failure::Failure;

/// Refuses a run that would write over what it reads, or write two things to one place.
pub(crate) fn check(args: &Convert) -> Result<(), Failure> {
    let input = file(&args.input).map(|path| ("INPUT", path));
    let output = file(&args.output).map(|path| ("OUTPUT", path));
    let fonts = args.fonts.iter().map(|path| ("--font", resolved(path)));
    let kept: Vec<_> = input.into_iter().chain(fonts).collect();
    if let Some((_, output)) = &output {
        apart(("OUTPUT", output), &kept)?;
    }
    let files: Vec<_> = kept.into_iter().chain(output).collect();
    let report = args.report.as_deref().map(resolved);
    if let Some(report) = &report {
        standard("--report", args.report.as_deref())?;
        apart(("--report", report), &files)?;
    }
    if let Some(media) = args.media.as_deref() {
        standard("--media", Some(media))?;
        // A report among the images could take the name, and so the place, of one of them.
        let files: Vec<_> = files
            .into_iter()
            .chain(report.map(|path| ("--report", path)))
            .collect();
        apart(("--media", &resolved(media)), &files)?;
    }
    Ok(())
}

/// Refuses a place that is one of these files or a folder that holds one.
fn apart(place: (&str, &Path), files: &[(&str, PathBuf)]) -> Result<(), Failure> {
    let (name, path) = place;
    match files.iter().find(|(_, file)| file.starts_with(path)) {
        Some((other, file)) if file == path => Err(Failure::usage(format!(
            "{name} and {other} are the same file"
        ))),
        Some((other, _)) => Err(Failure::usage(format!("{name} holds {other}"))),
        None => Ok(()),
    }
}

/// Refuses standard output where a file or folder of its own is needed.
fn standard(name: &str, path: Option<&Path>) -> Result<(), Failure> {
    match path {
        Some(path) if is_standard(path) => {
            Err(Failure::usage(format!("{name} needs a name, not -")))
        }
        _ => Ok(()),
    }
}

fn file(path: &Path) -> Option<PathBuf> {
    (!is_standard(path)).then(|| resolved(path))
}

/// The path without links, dots and different spellings; what does not exist yet, by its spelling.
fn resolved(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut resolved = PathBuf::new();
    for part in path.components() {
        if part == Component::ParentDir {
            resolved.pop();
            continue;
        }
        resolved.push(part);
        if let Ok(there) = resolved.canonicalize() {
            resolved = there;
        }
    }
    resolved
}
