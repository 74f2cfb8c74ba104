//! What the library writes, judged by the field's own validators.
#![allow(dead_code, reason = "the house is being built")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test that fails says so"
)]

mod controls;
#[cfg(all(feature = "epub", feature = "jats"))]
mod epub;
mod tool;

#[path = "../support/mod.rs"]
mod support;
