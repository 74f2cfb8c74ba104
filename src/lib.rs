//! separatum: one typed article, read from and written to JATS XML, EPUB and PDF, with nothing lost on the way.

#![allow(
    dead_code,
    unreachable_pub,
    unused_imports,
    reason = "the house is being built"
)]

#[cfg(feature = "epub")]
mod archive;
mod codec;
#[cfg(feature = "_digest")]
mod digest;
#[cfg(feature = "epub")]
pub mod epub;
mod error;
mod facts;
mod format;
#[cfg(feature = "jats")]
pub mod jats;
pub mod json;
mod limits;
pub mod model;
#[cfg(feature = "pdf")]
pub mod pdf;
mod present;
mod report;
pub mod resources;
#[cfg(feature = "proptest")]
pub mod strategy;
#[cfg(feature = "text")]
pub mod text;
mod tree;
mod vocabulary;
#[cfg(feature = "epub")]
mod xhtml;
#[cfg(feature = "_xml")]
mod xml;

pub use error::{Error, ErrorKind, Result};
pub use format::{Format, UnknownFormat};
pub use limits::Limits;
pub use model::Article;
pub use report::{Effect, Finding, Location, Outcome, Report, Stage};
pub use resources::{DirectoryResources, MapResources, NoResources, Package, Resource, Resources};

/// The examples of the README, as tests.
#[cfg(all(doctest, feature = "jats", feature = "epub"))]
#[doc = include_str!("../README.md")]
struct Readme;
