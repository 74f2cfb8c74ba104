//! The bytes of the input, and which format they are in.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use separatum::{Format, Limits, Location};

use crate::args::is_standard;
use crate::failure::Failure;

/// All bytes of a regular file, or of standard input for `-`.
pub(crate) fn read(path: &Path, limits: &Limits) -> Result<Vec<u8>, Failure> {
    if is_standard(path) {
        return bounded(std::io::stdin().lock(), path, limits);
    }
    // A pipe or a device may never end: whoever means one gives it as standard input.
    let kind = path.metadata().map_err(|error| Failure::io(path, &error))?;
    if !kind.is_file() {
        return Err(Failure::Io(format!(
            "{}: not a regular file",
            path.display()
        )));
    }
    let file = File::open(path).map_err(|error| Failure::io(path, &error))?;
    bounded(file, path, limits)
}

fn bounded(source: impl Read, path: &Path, limits: &Limits) -> Result<Vec<u8>, Failure> {
    let ceiling = limits.input_bytes;
    let mut bytes = Vec::new();
    source
        .take(ceiling.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(|error| Failure::io(path, &error))?;
    if bytes.len() as u64 > ceiling {
        let why = format!("limit `input_bytes` of {ceiling} passed");
        return Err(Failure::refused("input.limit".to_owned(), why));
    }
    Ok(bytes)
}

/// The format that is asked for or that the file's name claims.
pub(crate) fn claimed(asked: Option<Format>, path: &Path) -> Option<Format> {
    asked.or_else(|| Format::from_path(path))
}

/// The format of these bytes. A claim that the content contradicts is refused; without one the content decides.
pub(crate) fn format(claimed: Option<Format>, bytes: &[u8]) -> Result<Format, Failure> {
    match (claimed, Format::detect(bytes)) {
        (Some(claimed), Some(found)) if claimed != found => {
            let why = format!("{claimed} was expected, the content looks like {found}");
            Err(Failure::refused(format!("{claimed}.other-content"), why)
                .at(Location::new().line_column(1, 1)))
        }
        (Some(claimed), _) => Ok(claimed),
        (None, Some(found)) => Ok(found),
        (None, None) => Err(Failure::refused(
            "input.unknown-format".to_owned(),
            "the content is of no known format",
        )),
    }
}
