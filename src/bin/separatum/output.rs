//! Files that appear whole or not at all.

use std::fs::{self, File, OpenOptions};
use std::io::{self, IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};

use separatum::Format;

use crate::args::is_standard;
use crate::failure::Failure;

/// How many names are tried for the file beside the target.
const TRIES: u32 = 100;

/// Bytes that wait for everything else to succeed. Dropped without [`Staged::commit`], they leave nothing behind.
#[derive(Debug)]
pub(crate) struct Staged<'a> {
    path: &'a Path,
    place: Place<'a>,
}

#[derive(Debug)]
enum Place<'a> {
    /// Written beside the target; takes its place on commit.
    Beside { file: PathBuf, target: PathBuf },
    /// A stream or device, which nothing can take the place of.
    Stream(&'a [u8]),
    /// Committed.
    Gone,
}

impl<'a> Staged<'a> {
    /// Makes the bytes ready to appear under a path, or on standard output for `-`.
    pub(crate) fn new(path: &'a Path, bytes: &'a [u8]) -> Result<Self, Failure> {
        let fault = |error: io::Error| Failure::io(path, &error);
        let place = match path.metadata() {
            _ if is_standard(path) => Place::Stream(bytes),
            Ok(there) if there.is_dir() => {
                return Err(Failure::Io(format!("{}: is a folder", path.display())));
            }
            Ok(there) if there.permissions().readonly() => {
                return Err(Failure::Io(format!("{}: is read-only", path.display())));
            }
            Ok(there) if there.is_file() => {
                // A link stays a link: what it leads to is replaced.
                let target = path.canonicalize().map_err(fault)?;
                let file = beside(&target, bytes).map_err(fault)?;
                let place = Place::Beside {
                    file: file.clone(),
                    target,
                };
                let staged = Self { path, place };
                fs::set_permissions(&file, there.permissions()).map_err(fault)?;
                return Ok(staged);
            }
            Ok(_) => Place::Stream(bytes),
            Err(_) if path.is_symlink() => {
                let why = format!("{}: is a link that leads nowhere", path.display());
                return Err(Failure::Io(why));
            }
            Err(_) => Place::Beside {
                file: beside(path, bytes).map_err(fault)?,
                target: path.to_owned(),
            },
        };
        Ok(Self { path, place })
    }

    /// Makes the bytes appear.
    pub(crate) fn commit(mut self) -> Result<(), Failure> {
        let done = match &self.place {
            Place::Beside { file, target } => fs::rename(file, target),
            Place::Stream(bytes) if is_standard(self.path) => pour(io::stdout().lock(), bytes),
            Place::Stream(bytes) => OpenOptions::new()
                .write(true)
                .open(self.path)
                .and_then(|stream| pour(stream, bytes)),
            Place::Gone => Ok(()),
        };
        done.map_err(|error| Failure::io(self.path, &error))?;
        self.place = Place::Gone;
        Ok(())
    }
}

impl Drop for Staged<'_> {
    fn drop(&mut self) {
        if let Place::Beside { file, .. } = &self.place {
            // The run has failed already; a second failure would only hide the first.
            let _ = fs::remove_file(file);
        }
    }
}

/// Refuses to write a binary format to a terminal.
pub(crate) fn check_terminal(path: &Path, format: Format) -> Result<(), Failure> {
    let is_terminal = if is_standard(path) {
        io::stdout().is_terminal()
    } else {
        is_character_device(path) && File::open(path).is_ok_and(|device| device.is_terminal())
    };
    if is_terminal && format.is_binary() {
        return Err(Failure::usage(format!(
            "{format} is not for a terminal: name a file"
        )));
    }
    Ok(())
}

/// True for what a terminal may be. A pipe is none: to open it would wait for its other end.
#[cfg(unix)]
fn is_character_device(path: &Path) -> bool {
    use std::os::unix::fs::FileTypeExt as _;
    path.metadata()
        .is_ok_and(|there| there.file_type().is_char_device())
}

#[cfg(not(unix))]
fn is_character_device(_path: &Path) -> bool {
    false
}

/// Writes the bytes to a new file in the target's folder.
fn beside(target: &Path, bytes: &[u8]) -> io::Result<PathBuf> {
    for number in 0..TRIES {
        let name = format!(".separatum-{}-{number}", std::process::id());
        let path = target.with_file_name(name);
        match OpenOptions::new().write(true).create_new(true).open(&path) {
            Ok(mut file) => {
                return file
                    .write_all(bytes)
                    .map(|()| path.clone())
                    .inspect_err(|_| {
                        let _ = fs::remove_file(&path);
                    });
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

fn pour(mut stream: impl io::Write, bytes: &[u8]) -> io::Result<()> {
    stream.write_all(bytes)?;
    stream.flush()
}
