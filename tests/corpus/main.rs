//! The corpora as a ratchet: what passes is written down, and the list may only grow.
//!
//! A spread of the files is tested; all of them with `SEPARATUM_FULL=1`. Without the corpora the tests are skipped in
//! sight, with `SEPARATUM_REQUIRE=1` they fail.

#![allow(dead_code, reason = "the round trips come with the JATS reader")]

#[cfg(test)]
mod each;
#[cfg(test)]
mod ratchet;

#[cfg(test)]
#[path = "../support/mod.rs"]
mod support;
