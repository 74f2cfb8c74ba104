//! Tagged PDF.

pub(crate) mod layout;
pub(crate) mod page;
pub(crate) mod tags;
pub(crate) mod theme;
