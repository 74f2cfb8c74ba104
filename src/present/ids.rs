//! The words for kinds of identifiers: names that are the same in every language.

use std::borrow::Cow;

/// The word before an identifier of that kind; the kind as spelled where it has no better name.
pub(super) fn word(kind: &str) -> Cow<'_, str> {
    let known = match kind.to_ascii_lowercase().as_str() {
        "doi" => "DOI",
        "pmid" => "PMID",
        "pmc" | "pmcid" => "PMCID",
        "pmcaid" => "PMCAID",
        "orcid" => "ORCID",
        "isni" => "ISNI",
        "ror" => "ROR",
        "issn" | "issn-l" => "ISSN",
        "isbn" => "ISBN",
        "arxiv" => "arXiv",
        "publisher-id" | "publisher" | "other" => "ID",
        _ => return Cow::Borrowed(kind),
    };
    Cow::Borrowed(known)
}
