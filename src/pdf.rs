//! Tagged PDF.

pub(crate) mod image;
mod keys;
pub(crate) mod layout;
pub(crate) mod page;
mod read;
#[cfg(test)]
pub(crate) mod sample;
pub(crate) mod tags;
mod write;
