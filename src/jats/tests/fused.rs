//! The iterator over articles stays at its end.

use crate::jats::articles;

#[test]
fn behind_an_error_or_the_end_there_is_nothing() {
    for input in [
        "<book/>",
        "<articles><article/><article></articles>",
        "<article/><article/>",
        "<article>",
        "",
        "<article/>\u{1}",
        "<articles><article/></articles>",
    ] {
        let mut found = articles(input.as_bytes());
        let kept: Vec<bool> = found.by_ref().take(10).map(|item| item.is_ok()).collect();
        let errors = kept.iter().position(|is_good| !is_good);
        assert!(
            kept.len() < 10 && errors.is_none_or(|at| at + 1 == kept.len()),
            "{input:?}: {kept:?}"
        );
        assert!(
            found.next().is_none() && found.next().is_none(),
            "{input:?}"
        );
    }
}
