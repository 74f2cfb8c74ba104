//! What several tests share.

pub(crate) mod canonical;
pub(crate) mod cases;
pub(crate) mod corpus;
#[cfg(all(feature = "epub", feature = "pdf"))]
pub(crate) mod decoded;
#[cfg(feature = "pdf")]
pub(crate) mod glyphs;
pub(crate) mod letters;
pub(crate) mod require;
#[cfg(all(feature = "epub", feature = "pdf"))]
pub(crate) mod survival;
#[cfg(feature = "pdf")]
pub(crate) mod tags;
#[cfg(feature = "pdf")]
pub(crate) mod unseen;
#[cfg(all(feature = "epub", feature = "pdf"))]
pub(crate) mod valid;
#[cfg(all(feature = "epub", feature = "pdf"))]
pub(crate) mod vocabulary;
pub(crate) mod xmllint;
