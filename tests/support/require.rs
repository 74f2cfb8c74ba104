//! What a test needs from the machine: present, or skipped in sight, or with `SEPARATUM_REQUIRE=1` a failure.

/// The value of a variable that steers the tests.
#[expect(
    clippy::disallowed_methods,
    reason = "the tests are told by it where their material is"
)]
pub(crate) fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// True when the long runs are asked for: whole corpora in place of a spread of them.
pub(crate) fn full() -> bool {
    variable("SEPARATUM_FULL").is_some_and(|value| value == "1")
}

/// Hands on what a test needs; when it is absent, says so in sight, and fails when it must be there.
#[track_caller]
pub(crate) fn or_skip<T>(needed: Option<T>, what: &str) -> Option<T> {
    if needed.is_none() {
        let required = variable("SEPARATUM_REQUIRE").is_some_and(|value| value == "1");
        assert!(!required, "required, but absent: {what}");
        skip(what);
    }
    needed
}

/// Says in sight that something is not tested for want of something.
pub(crate) fn skip(what: &str) {
    println!("SKIPPED: {what}");
}
