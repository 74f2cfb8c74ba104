//! The corpora as a ratchet: what passes is written down, and the list may only grow.
//!
//! A spread of the files is tested; all of them with `SEPARATUM_FULL=1`. What lacks the corpora or a validator is skipped
//! in sight; with `SEPARATUM_REQUIRE=1` a missing validator is a failure.

#![cfg(feature = "jats")]

#[cfg(test)]
mod citations;
#[cfg(test)]
mod dialects;
#[cfg(test)]
#[cfg(all(feature = "epub", feature = "pdf"))]
mod documents;
#[cfg(test)]
mod each;
#[cfg(test)]
mod figures;
#[cfg(test)]
mod generated;
#[cfg(test)]
mod growth;
#[cfg(test)]
#[cfg(all(feature = "epub", feature = "pdf"))]
mod hidden;
#[cfg(test)]
mod malformed;
#[cfg(test)]
#[cfg(all(feature = "epub", feature = "pdf", feature = "text"))]
mod news;
#[cfg(test)]
#[cfg(all(feature = "epub", feature = "pdf"))]
mod newsroom;
#[cfg(test)]
mod questions;
#[cfg(test)]
mod ratchet;
#[cfg(test)]
#[cfg(all(feature = "epub", feature = "pdf"))]
mod tags;
#[cfg(test)]
mod trips;
#[cfg(test)]
mod typed;
#[cfg(test)]
#[cfg(all(feature = "epub", feature = "pdf"))]
mod valid;
#[cfg(test)]
mod validity;
#[cfg(test)]
#[cfg(all(feature = "epub", feature = "pdf"))]
mod visible;

#[cfg(test)]
#[path = "../support/mod.rs"]
mod support;
