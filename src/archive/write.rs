//! Writing: the same bytes from the same files, on every machine and at any time.

use std::io::{Cursor, Write as _};

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::error::{Error, Result};

/// How a file is packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Compression {
    /// As it is: for what is packed already.
    Stored,
    /// Deflated, level 6.
    Deflated,
}

/// An archive being written.
pub(crate) struct Writer {
    zip: ZipWriter<Cursor<Vec<u8>>>,
}

impl Writer {
    /// An empty archive.
    pub(crate) fn new() -> Self {
        Self {
            zip: ZipWriter::new(Cursor::new(Vec::new())),
        }
    }

    /// Adds a file.
    ///
    /// # Errors
    /// When there is one of that name, or the archive grows beyond what ZIP holds.
    pub(crate) fn add(&mut self, name: &str, bytes: &[u8], compression: Compression) -> Result<()> {
        let options = SimpleFileOptions::default()
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        let options = match compression {
            Compression::Stored => options.compression_method(CompressionMethod::Stored),
            Compression::Deflated => options
                .compression_method(CompressionMethod::Deflated)
                .compression_level(Some(6)),
        };
        self.zip.start_file(name, options).map_err(failed)?;
        self.zip.write_all(bytes)?;
        Ok(())
    }

    /// The archive.
    ///
    /// # Errors
    /// When it grows beyond what ZIP holds.
    pub(crate) fn finish(self) -> Result<Vec<u8>> {
        Ok(self.zip.finish().map_err(failed)?.into_inner())
    }
}

fn failed(error: ZipError) -> Error {
    match error {
        ZipError::Io(error) => error.into(),
        other => Error::from(std::io::Error::other(other)),
    }
}
