//! Tagged PDF.

pub(crate) mod image;
mod keys;
pub(crate) mod layout;
pub(crate) mod page;
mod write;
