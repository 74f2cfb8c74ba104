//! Ceilings that every reader enforces before it allocates or recurses.

use std::io::Read;

use crate::error::Result;

/// Ceilings that every reader enforces before it allocates or recurses; passing one is an error that names it.
///
/// New versions may have more of them: name those that matter and take the rest from the default.
///
/// ```
/// use separatum::Limits;
/// let limits = Limits { input_bytes: 1 << 20, ..Limits::default() };
/// assert_eq!(limits.depth, Limits::DEPTH);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Limits {
    /// Largest input, in bytes. Default 256 MiB.
    pub input_bytes: u64,
    /// Deepest nesting of an article's elements. Default and at most [`Limits::DEPTH`], since code that walks an article
    /// recurses.
    pub depth: usize,
    /// Most elements in one document. Default 8 million.
    pub elements: usize,
    /// Most attributes and namespace declarations on one tag. Default 1,024.
    pub attributes: usize,
    /// Longest element, attribute or entity name, in bytes. Default 50,000.
    pub name_bytes: usize,
    /// Longest run of text between two tags, in bytes. Default 64 MiB.
    pub text_bytes: usize,
    /// Most bytes that entities of an internal subset may expand to. Default 8 MiB, and never more than a hundred times what
    /// has been read, of which 64 KiB are always allowed.
    pub entity_bytes: usize,
    /// Most files in an archive. Default 65,535.
    pub archive_entries: usize,
    /// Largest file in an archive, unpacked, in bytes. Default 256 MiB.
    pub entry_bytes: u64,
    /// Largest sum of an archive's files, unpacked, in bytes. Default 1 GiB.
    pub archive_bytes: u64,
    /// Highest ratio of unpacked to packed size of an archive's file above 1 MiB. Default 1,000.
    pub ratio: u64,
    /// Largest image, in declared pixels. Default 100 million.
    pub image_pixels: u64,
    /// Largest image, in bytes. Default 64 MiB.
    pub image_bytes: u64,
    /// Largest decoded stream of a PDF, in bytes. Default 64 MiB.
    pub stream_bytes: usize,
    /// Largest sum of a PDF's decoded streams, in bytes. Default 512 MiB.
    pub streams_bytes: usize,
    /// Most objects of a PDF. Default 2 million.
    pub objects: usize,
    /// Most pages of a PDF. Default 10,000.
    pub pages: usize,
    /// Most operators in a PDF's content. Default 50 million.
    pub operators: usize,
}

impl Limits {
    /// The deepest nesting of elements that any reader takes and any writer writes. The deepest real article known has 24.
    pub const DEPTH: usize = 128;

    /// All bytes of a reader, and one more than `input_bytes` allows when there are too many: whoever takes the bytes sees
    /// that they are, and refuses them.
    pub(crate) fn read_input(&self, reader: impl Read) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        reader
            .take(self.input_bytes.saturating_add(1))
            .read_to_end(&mut bytes)?;
        Ok(bytes)
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            input_bytes: 256 << 20,
            depth: Self::DEPTH,
            elements: 8_000_000,
            attributes: 1_024,
            name_bytes: 50_000,
            text_bytes: 64 << 20,
            entity_bytes: 8 << 20,
            archive_entries: 65_535,
            entry_bytes: 256 << 20,
            archive_bytes: 1 << 30,
            ratio: 1_000,
            image_pixels: 100_000_000,
            image_bytes: 64 << 20,
            stream_bytes: 64 << 20,
            streams_bytes: 512 << 20,
            objects: 2_000_000,
            pages: 10_000,
            operators: 50_000_000,
        }
    }
}
