//! The words by which lines of a page are told apart.

/// How page furniture begins: lists of other articles, calls to share.
const FURNITURE: &[&str] = &[
    "advertisement",
    "latest",
    "more",
    "most popular",
    "most read",
    "most viewed",
    "newsletter",
    "popular",
    "read also",
    "read more",
    "read next",
    "recent",
    "recommended",
    "related",
    "see also",
    "share this",
    "sign up",
    "subscribe",
    "top stories",
    "trending",
    "you may also like",
];

/// Words before a colon that give a photo credit.
const CREDIT: &[&str] = &[
    "courtesy",
    "credit",
    "credits",
    "illustration",
    "image",
    "image credit",
    "photo",
    "photo by",
    "photo credit",
    "photograph",
    "photographer",
    "photos",
    "picture",
];

/// The signs between the parts of a breadcrumb.
const BREADCRUMB: &[&str] = &["\u{a0}|\u{a0}", " | ", " › ", " » ", " > "];

/// True for a short line that belongs to the page and not to the article.
pub(super) fn is_furniture(line: &str) -> bool {
    let lower = line.to_lowercase();
    let is_short = line.split_whitespace().count() <= 4;
    is_short
        && !ends_sentence(line)
        && FURNITURE.iter().any(|word| {
            lower == *word
                || lower
                    .strip_prefix(word)
                    .is_some_and(|rest| rest.starts_with([' ', ':']))
        })
}

/// The credit of a credit line: without its label when that is the plain word, else the whole line.
pub(super) fn credit(line: &str) -> Option<&str> {
    if line.starts_with('©') {
        return Some(line);
    }
    let (label, text) = line.split_once(':')?;
    let text = text.trim();
    let word = label.trim().to_lowercase();
    if text.is_empty() || !CREDIT.contains(&word.as_str()) {
        return None;
    }
    Some(if word == "credit" { text } else { line })
}

/// The parts of a breadcrumb: at least two, all short.
pub(super) fn breadcrumb(line: &str) -> Option<Vec<&str>> {
    let sign = BREADCRUMB.iter().find(|sign| line.contains(**sign))?;
    let parts: Vec<&str> = line.split(sign).map(str::trim).collect();
    let are_labels = parts
        .iter()
        .all(|part| !part.is_empty() && part.chars().count() <= 40 && !ends_sentence(part));
    (parts.len() > 1 && are_labels).then_some(parts)
}

/// The names of a byline: "By Jane Roe and John Doe". Commas part names only where an "and" comes last: behind one alone
/// may stand what somebody is.
pub(super) fn byline(line: &str) -> Option<Vec<&str>> {
    let names = line
        .strip_prefix("By ")
        .or_else(|| line.strip_prefix("BY "))?;
    let parts: Vec<&str> = match names.rsplit_once(" and ") {
        Some((before, last)) => before
            .split(" and ")
            .flat_map(|part| part.split(", "))
            .chain([last])
            .map(str::trim)
            .collect(),
        None => vec![names],
    };
    let are_names = parts.iter().all(|name| {
        let words = name.split_whitespace().count();
        (2..=5).contains(&words)
            && name
                .split_whitespace()
                .next()
                .is_some_and(|w| w.starts_with(char::is_uppercase))
    });
    (are_names && line.chars().count() <= 120 && !ends_sentence(line)).then_some(parts)
}

/// True for a line that ends as a sentence does, closing quotes and brackets aside.
pub(super) fn ends_sentence(line: &str) -> bool {
    line.trim_end_matches(['"', '”', '’', '»', ')', ']', '\''])
        .ends_with(['.', '!', '?', '…'])
}

/// True for a short label: a section of the paper.
pub(super) fn is_label(line: &str) -> bool {
    line.chars().count() <= 40 && line.split_whitespace().count() <= 5 && !ends_sentence(line)
}
