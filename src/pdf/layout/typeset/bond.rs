//! What belongs together across a space: a number and its unit, a word and its number, an initial and its name, a sign and its
//! sides, an identifier and its kind. A line may end there, but rather does elsewhere.

/// More letters are no unit.
const LONGEST_UNIT: usize = 4;
/// More digits are no number of a figure or section.
const LONGEST_NUMBER: usize = 3;

/// Whether the words before and after a space belong together.
pub(super) fn binds(before: &str, after: &str) -> bool {
    let last = before
        .rsplit(char::is_whitespace)
        .next()
        .unwrap_or_default();
    let next = after.split(char::is_whitespace).next().unwrap_or_default();
    is_measured(last, next)
        || is_numbered(last, next)
        || is_initial(last, next)
        || is_operator(last)
        || is_operator(next)
}

/// "30 °C", "7.67 µm", "5 s".
fn is_measured(last: &str, next: &str) -> bool {
    let unit = next.trim_end_matches([')', ']', ',', '.', ';', ':']);
    last.ends_with(|c: char| c.is_ascii_digit())
        && (1..=LONGEST_UNIT).contains(&unit.chars().count())
        && unit.starts_with(|c: char| c.is_alphabetic() || "°%‰Ω".contains(c))
}

/// Either side of "=" or "±".
fn is_operator(word: &str) -> bool {
    const OPERATORS: &str = "=≠<>≤≥≈≃≅≡∼∝±∓×·+−~≪≫";
    let mut chars = word.chars();
    chars.next().is_some_and(|c| OPERATORS.contains(c)) && chars.next().is_none()
}

/// "Figure 7a", "Fig. 3", "Section 2.5".
fn is_numbered(last: &str, next: &str) -> bool {
    let number = next.trim_end_matches([')', ']', ',', '.', ';', ':']);
    let word = last.trim_start_matches(['(', '[']);
    number.starts_with(|c: char| c.is_ascii_digit())
        && number.chars().filter(char::is_ascii_digit).count() <= LONGEST_NUMBER
        && word.starts_with(char::is_uppercase)
        && word.trim_end_matches('.').chars().all(char::is_alphabetic)
}

/// Whether what stands before a space is the kind of an identifier: "PMID: 12345", "DOI: 10.5555/1".
pub(super) fn is_kind(before: &str) -> bool {
    let last = before.rsplit(char::is_whitespace).next();
    let word = last
        .and_then(|last| last.strip_suffix(':'))
        .unwrap_or_default();
    word.chars().count() > 1 && word.chars().all(|c| c.is_ascii_uppercase())
}

/// "E. coli", "J. Smith".
fn is_initial(last: &str, next: &str) -> bool {
    let mut letters = last.trim_start_matches(['(', '[']).chars();
    letters.next().is_some_and(char::is_uppercase)
        && letters.next() == Some('.')
        && letters.next().is_none()
        && next.starts_with(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_of_identifiers_are_known() {
        assert!(["3:4. PMID:", "DOI:"].into_iter().all(is_kind));
        assert!(!["see:", "A:", "DOI", "", "DOI: "].into_iter().any(is_kind));
    }

    #[test]
    fn numbers_and_initials_are_bound_to_what_they_are_of() {
        for (before, after) in [
            ("at ±30", "°C)"),
            ("of 1.2", "GHz, or"),
            ("see (Figure", "7a) and"),
            ("in Section", "2.5)."),
            ("Fig.", "3"),
            ("as E.", "coli is"),
            ("(A.", "Smith"),
            ("n =", "6),"),
            ("a", "≤ b"),
        ] {
            assert!(binds(before, after), "{before:?} {after:?}");
        }
        for (before, after) in [
            ("two", "words"),
            ("In 1990", "there"),
            ("In", "1990"),
            ("and", "7"),
            ("Around", "20190"),
            ("", ""),
            ("is A.B.", "next"),
        ] {
            assert!(!binds(before, after), "{before:?} {after:?}");
        }
    }
}
