//! Tagged PDF.

pub(crate) mod image;
mod keys;
pub(crate) mod layout;
pub(crate) mod page;
pub(crate) mod read;
#[cfg(test)]
pub(crate) mod sample;
pub(crate) mod tags;
pub(crate) mod theme;
pub(crate) mod write;
