//! One typed article in the middle; JATS XML, EPUB 3 and tagged PDF around it, each read and written. What goes in comes
//! out; what cannot is said.
//!
#![cfg_attr(all(feature = "jats", feature = "epub", feature = "pdf"), doc = "```")]
#![cfg_attr(
    not(all(feature = "jats", feature = "epub", feature = "pdf")),
    doc = "```ignore"
)]
//! use separatum::model::{Block, Body, Section};
//! use separatum::{Article, epub, jats, pdf};
//!
//! // An article, built by hand.
//! let mut tides = Section::new("Tides");
//! tides.content.push(Block::paragraph("The sea came back at noon."));
//! let mut article = Article::new("Water and salt");
//! article.standfirst = Some("A day on a shore that moves.".into());
//! article.body = Some(Body::from(vec![tides.into()]));
//!
//! // Written in three formats. Each report says whether anything was lost on the way.
//! let xml = jats::to_string(&article)?.into_lossless()?;
//! let book = epub::to_vec(&article)?.into_lossless()?;
//! let page = pdf::to_vec(&article)?;
//! assert!(page.report.is_lossless());
//!
//! // Read back: the same article each time.
//! assert_eq!(jats::from_str(&xml)?.into_lossless()?, article);
//! assert_eq!(epub::from_slice(&book)?.into_lossless()?, article);
//! assert_eq!(pdf::from_slice(&page.value)?.into_lossless()?, article);
//! # Ok::<(), separatum::Error>(())
//! ```
//!
//! # What is where
//!
//! - [`model`]: the article as plain data: public fields, the newsroom's and the field's own words. [`Article::check`] says
//!   what no output could hold, [`Article::normal`] gives the form that readers return. Its methods answer what programs
//!   ask: [`Article::authors`] with their affiliations, [`Article::dates`], [`Article::figures`], [`Article::tables`] as
//!   grids, [`Article::cited`] with each reference as fields, and more.
//! - [`jats`], [`epub`], [`pdf`], [`text`], [`json`]: one module a format, the same verbs in each: `from_str`, `from_slice`,
//!   `from_reader`, `to_string`, `to_vec`, `to_writer`; the string ones where the format is text, `open` where a file may hold
//!   images. Each has one `ReadOptions`, and one `WriteOptions` where there is something to choose.
//! - [`Outcome`]: a value with the [`Report`] on how it came about. A [`Finding`] has a stable code, an [`Effect`] and a place.
//!   An [`Error`] means that there is no result.
//! - [`Limits`]: the ceilings of every reader, on by default.
//! - [`resources`]: where the bytes of images come from and go to. The model holds their addresses only.
//! - [`Format`]: the formats by name, by file extension, by content.
//! - `strategy`, behind the feature `proptest`: whole articles for property tests.
//!
//! # Features
//!
//! `jats`, `epub`, `pdf` and `text` are formats, on by default; each builds alone. JSON is always there. `proptest` gives
//! strategies, `cli` the command line.
//!
//! # Promises
//!
//! A report that says lossless means that reading the output back gives an equal article, in normal form. The visible
//! content is read, never a hidden copy. No input makes the library panic or use memory out of proportion; it opens no
//! file and no socket on its own. The same input gives the same bytes.

#![cfg_attr(
    not(all(feature = "jats", feature = "epub", feature = "pdf", feature = "text")),
    allow(
        dead_code,
        unused_imports,
        reason = "a format left out leaves a part of what all formats share unused"
    )
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
