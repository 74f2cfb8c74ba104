//! What the library writes, judged by the field's own validators: the samples and a spread of the corpus, all of it with
//! `SEPARATUM_FULL=1`. Without the validators or the corpus the tests are skipped in sight, with `SEPARATUM_REQUIRE=1`
//! they fail.
#![cfg(all(feature = "jats", feature = "epub", feature = "pdf"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a test that fails says so"
)]

mod articles;
mod controls;
#[path = "../support/corpus.rs"]
#[allow(dead_code, reason = "not all of it is needed here")]
mod corpus;
#[path = "../support/require.rs"]
mod require;
mod tool;
mod written;
