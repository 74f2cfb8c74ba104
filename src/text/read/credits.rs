//! Lines that belong to a picture: its credit, its caption, both in one.

use super::words::ends_sentence;

/// Words before a colon that give a photo credit, in the languages whose papers have been seen.
const CREDIT: &[&str] = &[
    "bild",
    "courtesy",
    "credit",
    "credits",
    "crédit",
    "crédit photo",
    "crédits",
    "foto",
    "fotos",
    "fotoğraf",
    "illustration",
    "image",
    "image credit",
    "image source",
    "photo",
    "photo by",
    "photo credit",
    "photograph",
    "photographer",
    "photos",
    "picture",
    "сурет",
    "фото",
];

/// Words after which a name gives a photo credit.
const CREDIT_BY: &[&str] = &[
    "courtesy of ",
    "illustration by ",
    "image by ",
    "photo by ",
    "photo courtesy of ",
    "photograph by ",
];

/// Agencies whose name below a picture is its credit.
const AGENCIES: &[&str] = &[
    "afp",
    "al jazeera",
    "alamy",
    "anadolu",
    "ap",
    "ap photo",
    "associated press",
    "bloomberg",
    "epa",
    "epa-efe",
    "getty",
    "getty images",
    "reuters",
    "shutterstock",
    "the guardian",
];

/// The credit of a credit line: without its label when that is the plain word, else the whole line.
pub(super) fn credit(line: &str) -> Option<&str> {
    let bracketed = line
        .strip_prefix('(')
        .and_then(|line| line.strip_suffix(')'))
        .or_else(|| line.strip_prefix('[')?.strip_suffix(']'));
    let line = bracketed.unwrap_or(line).trim();
    if line.starts_with('©') || is_source(line) || is_by_name(line) {
        return Some(line);
    }
    for dots in ["...", "…"] {
        if let Some((label, name)) = line.split_once(dots)
            && label.eq_ignore_ascii_case("credit")
        {
            return Some(name.trim()).filter(|name| !name.is_empty());
        }
    }
    let (label, text) = line.split_once(':')?;
    let text = text.trim();
    let word = label.trim().to_lowercase();
    if text.is_empty() || !CREDIT.contains(&word.as_str()) {
        return None;
    }
    Some(if word == "credit" { text } else { line })
}

/// True for a line that names the source of a picture whose caption follows: "Image source, Getty Images".
pub(super) fn is_source(line: &str) -> bool {
    after_label(line, "image source").is_some()
}

/// The caption of a line that says it is one: "Image caption, Two men at the pans".
pub(super) fn named_caption(line: &str) -> Option<&str> {
    ["image caption", "photo caption", "caption"]
        .iter()
        .find_map(|label| after_label(line, label))
}

/// What stands behind a label and a comma or colon.
fn after_label<'l>(line: &'l str, label: &str) -> Option<&'l str> {
    let (before, text) = line.split_once([',', ':'])?;
    let text = text.trim();
    (before.eq_ignore_ascii_case(label) && !text.is_empty()).then_some(text)
}

/// True for "Photo by Jane Roe".
fn is_by_name(line: &str) -> bool {
    let is_followed_by_name = |words: &str| {
        let head = line.get(..words.len()).unwrap_or_default();
        let name = line.get(words.len()..).unwrap_or_default();
        head.eq_ignore_ascii_case(words) && name.starts_with(char::is_uppercase)
    };
    is_short(line) && CREDIT_BY.iter().any(|words| is_followed_by_name(words))
}

/// True for the names of agencies, perhaps with that of the photographer: "Jane Roe/AFP via Getty Images". One word alone is
/// none: it may be anything.
pub(super) fn is_agency(line: &str) -> bool {
    let lower = line.to_lowercase();
    let inner = lower.trim_matches(['(', ')', '[', ']']);
    let parts = inner.split(['/', '|']).flat_map(|part| part.split(" via "));
    let is_agency = |part: &str| AGENCIES.contains(&part.trim());
    let are_names = parts
        .clone()
        .all(|part| part.split_whitespace().count() <= 4);
    let is_agency_named = parts.clone().any(is_agency);
    let is_clear = inner == "getty images" || parts.count() > 1;
    is_clear && is_agency_named && are_names
}

/// Caption and credit of a line that has both: "Two men at the pans. Photograph: Jane Roe", or the credit in brackets.
pub(super) fn credited_caption(line: &str) -> Option<(&str, &str)> {
    let bracketed = [(')', '('), (']', '[')]
        .iter()
        .find_map(|(close, open)| line.strip_suffix(*close)?.rsplit_once(*open));
    let (caption, said) = bracketed.or_else(|| {
        let colon = line.rfind(": ")?;
        let stop = line.get(..colon)?.rfind(". ")?;
        line.split_at_checked(stop + 1)
    })?;
    let (caption, said) = (caption.trim(), said.trim());
    let is_credit = credit(said).is_some() || is_agency(said);
    let fits = !caption.is_empty() && is_short(said) && line.chars().count() <= super::CAPTION;
    (is_credit && fits).then_some((caption, said))
}

/// True for few words that are no sentence.
fn is_short(line: &str) -> bool {
    line.split_whitespace().count() <= 12 && !ends_sentence(line)
}
