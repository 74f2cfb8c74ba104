//! The command line as its users meet it: the binary itself, its files, its exit status.
#![cfg(feature = "cli")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that fails says so"
)]

mod harness;
mod packages;
mod refused;
mod text;
mod usage;
mod written;
