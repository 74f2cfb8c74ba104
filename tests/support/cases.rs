//! How many generated cases a property is tried with.

use proptest::prelude::ProptestConfig;

use super::require::{full, variable};

/// So many cases, twenty times as many in a long run; `SEPARATUM_CASES` asks for another number.
pub(crate) fn cases(default: u32) -> ProptestConfig {
    let asked = variable("SEPARATUM_CASES").and_then(|number| number.parse().ok());
    let default = if full() { default * 20 } else { default };
    ProptestConfig {
        failure_persistence: None,
        max_shrink_iters: 2_000,
        ..ProptestConfig::with_cases(asked.unwrap_or(default))
    }
}
