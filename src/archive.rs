//! Archives: ZIP files, read within bounds and written the same on every machine.

mod name;
mod read;
mod write;

pub(crate) use name::resolve;
pub(crate) use read::Archive;
pub(crate) use write::{Compression, Writer};

#[cfg(test)]
mod tests;
