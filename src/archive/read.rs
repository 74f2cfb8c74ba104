//! Reading: every name, size and number is checked before anything is unpacked.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read as _};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::error::{Error, Result};
use crate::limits::Limits;

use super::name::is_safe;

const FORMAT: &str = "ZIP";

/// The size above which the ratio of compression is looked at.
const RATIO_FROM: u64 = 1 << 20;

/// An archive in memory.
#[derive(Debug)]
pub(crate) struct Archive<'b> {
    zip: ZipArchive<Cursor<&'b [u8]>>,
    /// The number of each file by its name.
    files: BTreeMap<String, usize>,
    limits: Limits,
    /// How many bytes have been unpacked.
    unpacked: u64,
}

impl<'b> Archive<'b> {
    /// Opens an archive and checks its list of files.
    ///
    /// # Errors
    /// When it is damaged, has two files of one name (letter case aside), a name that leaves it, an encrypted file, or
    /// passes a ceiling.
    pub(crate) fn open(bytes: &'b [u8], limits: &Limits) -> Result<Self> {
        check_end(bytes, limits)?;
        let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
        if entries(bytes).is_some_and(|entries| entries != zip.len()) {
            return Err(Error::malformed(
                FORMAT,
                "two files of one name, or files left out of the list",
            ));
        }
        let mut files = BTreeMap::new();
        let mut folded = BTreeSet::new();
        let mut total = 0_u64;
        for number in 0..zip.len() {
            let file = zip.by_index_raw(number).map_err(|error| damaged(&error))?;
            let name = file.name().map_err(|error| damaged(&error))?.into_owned();
            if !is_safe(&name) {
                return Err(Error::malformed(
                    FORMAT,
                    format!("file name {name:?}, which leaves the archive"),
                ));
            }
            if file.encrypted() {
                return Err(Error::unsupported(format!(
                    "the file {name:?} is encrypted"
                )));
            }
            if file.is_dir() {
                continue;
            }
            check_size(file.size(), file.compressed_size(), limits)?;
            total = total.saturating_add(file.size());
            if !folded.insert(name.to_lowercase()) {
                return Err(Error::malformed(
                    FORMAT,
                    format!("two files named {name:?}, letter case aside"),
                ));
            }
            files.insert(name, number);
        }
        if total > limits.archive_bytes {
            return Err(Error::limit("archive_bytes", limits.archive_bytes));
        }
        Ok(Self {
            zip,
            files,
            limits: *limits,
            unpacked: 0,
        })
    }

    /// True when there is a file of that name.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.files.contains_key(name)
    }

    /// True when the first file has that name and is stored as it is.
    pub(crate) fn starts_with(&mut self, name: &str) -> bool {
        let first = self.files.get(name) == Some(&0);
        first
            && self
                .zip
                .by_index_raw(0)
                .is_ok_and(|file| file.compression() == zip::CompressionMethod::Stored)
    }

    /// The bytes of a file; `None` when there is none of that name.
    ///
    /// # Errors
    /// When it is damaged (its checksum is wrong) or passes a ceiling, whatever size it claims to have.
    pub(crate) fn read(&mut self, name: &str) -> Result<Option<Vec<u8>>> {
        let Some(&number) = self.files.get(name) else {
            return Ok(None);
        };
        let file = self.zip.by_index(number).map_err(|error| damaged(&error))?;
        let packed = file.compressed_size();
        let ceiling = self.limits.entry_bytes;
        let mut bytes = Vec::new();
        file.take(ceiling.saturating_add(1))
            .read_to_end(&mut bytes)
            .map_err(|error| {
                Error::malformed(
                    FORMAT,
                    format!("the file {name:?} cannot be unpacked: {error}"),
                )
            })?;
        check_size(bytes.len() as u64, packed, &self.limits)?;
        self.unpacked = self.unpacked.saturating_add(bytes.len() as u64);
        if self.unpacked > self.limits.archive_bytes {
            return Err(Error::limit("archive_bytes", self.limits.archive_bytes));
        }
        Ok(Some(bytes))
    }
}

fn check_size(size: u64, packed: u64, limits: &Limits) -> Result<()> {
    if size > limits.entry_bytes {
        return Err(Error::limit("entry_bytes", limits.entry_bytes));
    }
    if size > RATIO_FROM && size / packed.max(1) > limits.ratio {
        return Err(Error::limit("ratio", limits.ratio));
    }
    Ok(())
}

/// Refuses what claims too many files before a list of them is made.
fn check_end(bytes: &[u8], limits: &Limits) -> Result<()> {
    if bytes.len() as u64 > limits.input_bytes {
        return Err(Error::limit("input_bytes", limits.input_bytes));
    }
    match entries(bytes) {
        Some(entries) if entries > limits.archive_entries => Err(Error::limit(
            "archive_entries",
            limits.archive_entries as u64,
        )),
        _ => Ok(()),
    }
}

/// How many files the end of the archive speaks of; `None` when it does not say, or says so in the 64-bit form.
fn entries(bytes: &[u8]) -> Option<usize> {
    const END: &[u8; 4] = b"PK\x05\x06";
    let start = bytes.len().saturating_sub(66_000);
    let tail = bytes.get(start..)?;
    let at = tail.windows(4).rposition(|window| window == END)?;
    let count = tail.get(at + 10..at + 12)?;
    let count = u16::from_le_bytes(count.try_into().ok()?);
    (count != u16::MAX).then_some(usize::from(count))
}

fn damaged(error: &ZipError) -> Error {
    Error::malformed(FORMAT, error.to_string())
}
