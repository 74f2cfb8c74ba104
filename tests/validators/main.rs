//! What the library writes, judged by the field's own validators: the samples, generated documents, and a spread of the
//! corpus, all of it with `SEPARATUM_FULL=1`. Without the validators or the corpus the tests are skipped in sight, with
//! `SEPARATUM_REQUIRE=1` they fail.
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
#[path = "../support/cases.rs"]
mod cases;
mod controls;
#[path = "../support/corpus.rs"]
#[allow(dead_code, reason = "not all of it is needed here")]
mod corpus;
mod generated;
#[path = "../support/require.rs"]
mod require;
mod tool;
#[path = "../support/valid/mod.rs"]
#[allow(dead_code, reason = "not all of it is needed here")]
mod valid;
mod written;
#[path = "../support/xmllint.rs"]
mod xmllint;
