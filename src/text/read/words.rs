//! The words by which lines of an article are told apart.

/// The signs between the parts of a breadcrumb.
const BREADCRUMB: &[&str] = &["\u{a0}|\u{a0}", " | ", " › ", " » ", " > "];

/// Sections that many papers have; no headline is one of these words.
const SECTIONS: &[&str] = &[
    "africa",
    "americas",
    "analysis",
    "arts",
    "asia",
    "books",
    "business",
    "climate",
    "culture",
    "economy",
    "education",
    "entertainment",
    "environment",
    "europe",
    "features",
    "food",
    "health",
    "international",
    "lifestyle",
    "local",
    "magazine",
    "markets",
    "media",
    "middle east",
    "money",
    "national",
    "news",
    "opinion",
    "politics",
    "science",
    "society",
    "sport",
    "sports",
    "tech",
    "technology",
    "travel",
    "uk news",
    "us news",
    "weather",
    "world",
    "world news",
];

/// Words that no name begins with, though headlines do: "By The Numbers".
const NO_NAME: &[&str] = &[
    "A", "All", "An", "Any", "Every", "His", "Her", "Its", "My", "No", "Our", "That", "The",
    "Their", "This", "Your",
];

/// Short and long names of months.
const MONTHS: &[&str] = &[
    "jan",
    "january",
    "feb",
    "february",
    "mar",
    "march",
    "apr",
    "april",
    "may",
    "jun",
    "june",
    "jul",
    "july",
    "aug",
    "august",
    "sep",
    "sept",
    "september",
    "oct",
    "october",
    "nov",
    "november",
    "dec",
    "december",
];

/// Words around a date.
const TIMES: &[&str] = &[
    "am",
    "at",
    "edt",
    "est",
    "first",
    "gmt",
    "last",
    "min",
    "modified",
    "on",
    "pm",
    "posted",
    "published",
    "read",
    "updated",
    "utc",
];

/// The parts of a breadcrumb: at least two, all short, none of them a byline or a date.
pub(super) fn breadcrumb(line: &str) -> Option<Vec<&str>> {
    let sign = BREADCRUMB.iter().find(|sign| line.contains(**sign))?;
    let parts: Vec<&str> = line.split(sign).map(str::trim).collect();
    let is_label = |part: &&str| {
        !part.is_empty()
            && part.chars().count() <= 40
            && !ends_sentence(part)
            && !part.to_lowercase().starts_with("by ")
            && !is_date(part)
            && !super::furniture::is_count(&part.to_lowercase())
    };
    (parts.len() > 1 && parts.iter().all(is_label)).then_some(parts)
}

/// The names of a byline: "By Jane Roe and John Doe". Commas part names only where an "and" comes last: behind one alone
/// may stand what somebody is.
pub(super) fn byline(line: &str) -> Option<Vec<&str>> {
    let names = ["By ", "BY ", "Written by ", "Words by ", "Story by "]
        .iter()
        .find_map(|word| line.strip_prefix(word))?;
    let parts: Vec<&str> = match names.rsplit_once(" and ") {
        Some((before, last)) => before
            .split(" and ")
            .flat_map(|part| part.split(", "))
            .chain([last])
            .map(str::trim)
            .collect(),
        None => vec![names],
    };
    let are_names = parts.iter().all(|name| is_name(name));
    (are_names && line.chars().count() <= 120 && !ends_sentence(line)).then_some(parts)
}

/// True for two to five words of which the first may begin a name.
fn is_name(name: &str) -> bool {
    let mut words = name.split_whitespace();
    let starts = words
        .next()
        .is_some_and(|word| word.starts_with(char::is_uppercase) && !NO_NAME.contains(&word));
    starts && !name.contains('|') && (1..=4).contains(&words.count())
}

/// True for a line that ends as a sentence does, closing quotes and brackets aside.
pub(super) fn ends_sentence(line: &str) -> bool {
    line.trim_end_matches(['"', '”', '’', '»', ')', ']', '\''])
        .ends_with(['.', '!', '?', '…', '。', '！', '？', '।', '؟', '۔'])
}

/// True for a line that is a sentence of running text.
pub(super) fn is_sentence(line: &str) -> bool {
    ends_sentence(line) && line.chars().count() >= 40
}

/// True for a short label: a section of the paper.
pub(super) fn is_label(line: &str) -> bool {
    line.chars().count() <= 40
        && line.split_whitespace().count() <= 5
        && !ends_sentence(line)
        && !is_date(line)
}

/// True for the name of a section that many papers have.
pub(super) fn is_section(line: &str) -> bool {
    SECTIONS.contains(&line.to_lowercase().as_str())
}

/// True for the title of a page: the headline, a sign and the name of the house.
pub(super) fn is_page_title(line: &str, headline: &str) -> bool {
    line.strip_prefix(headline).is_some_and(|rest| {
        let signs = [" | ", " - ", " – ", " — ", "\u{a0}|\u{a0}"];
        let house = signs.iter().find_map(|sign| rest.strip_prefix(sign));
        house.is_some_and(|house| house.chars().count() <= 40)
    })
}

/// True for a statement of copyright in the whole page: one with a year, or that reserves all rights.
pub(super) fn is_rights(line: &str) -> bool {
    let lower = line.to_lowercase();
    let has_sign = ["©", "copyright", "(c) "]
        .iter()
        .any(|sign| lower.starts_with(sign));
    let mut numbers = line.split(|c: char| !c.is_ascii_digit());
    line.chars().count() <= 250
        && (has_sign && numbers.any(is_year) || lower.contains("all rights reserved"))
}

/// True for a line that says when and little else: a day, month and year, or a month and year.
pub(super) fn is_date(line: &str) -> bool {
    let lower = line.to_lowercase();
    let (mut numbers, mut others, mut has_year, mut has_month) = (0, 0, false, false);
    for word in lower.split(|c: char| !c.is_alphanumeric()) {
        has_year |= is_year(word);
        if word.starts_with(|c: char| c.is_ascii_digit()) {
            numbers += 1;
        } else if MONTHS.contains(&word) {
            has_month = true;
        } else if !word.is_empty() && !TIMES.contains(&word) {
            others += 1;
        }
    }
    line.chars().count() <= 80 && has_year && others <= 2 && (numbers > 1 || has_month)
}

/// The date of a line that says when the article was published.
pub(super) fn published(line: &str) -> Option<&str> {
    let rest = ["first published", "published", "posted"]
        .iter()
        .find_map(|word| {
            let head = line.get(..word.len())?;
            head.eq_ignore_ascii_case(word)
                .then(|| line.get(word.len()..))?
        })?;
    let rest = rest.trim_start_matches([':', ' ', '\u{a0}']);
    let date = rest.strip_prefix("on ").unwrap_or(rest);
    is_date(date).then_some(date)
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && (word.starts_with("19") || word.starts_with("20"))
}

/// True for a line that begins with the place of a report: "KYIV (Reuters) — ".
pub(super) fn has_dateline(line: &str) -> bool {
    let dash = [" — ", " – ", " - ", " -- "]
        .iter()
        .filter_map(|dash| line.find(dash))
        .min();
    let place = dash.and_then(|at| line.get(..at)).unwrap_or_default();
    let first = place.split([' ', ',']).next().unwrap_or_default();
    place.chars().count() <= 50
        && first.chars().count() > 1
        && first.chars().all(|c| !c.is_lowercase())
        && first.starts_with(char::is_uppercase)
}
