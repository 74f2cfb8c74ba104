//! separatum: one typed article, read from and written to JATS XML, EPUB and PDF, with nothing lost on the way.

#![allow(dead_code, reason = "the house is being built")]

mod codec;
mod error;
mod facts;
mod limits;
pub mod model;
#[cfg(feature = "pdf")]
pub mod pdf;
mod present;
mod report;
pub mod resources;
mod tree;
mod vocabulary;
#[cfg(feature = "epub")]
mod xhtml;

pub use error::{Error, ErrorKind, Result};
pub use limits::Limits;
pub use model::Article;
pub use report::{Effect, Finding, Location, Outcome, Report, Stage};
pub use resources::{MapResources, NoResources, Package, Resource, Resources};
