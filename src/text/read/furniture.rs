//! What belongs to the page and not to the article: calls to share, lists of other articles, banners, counts.
//!
//! What is never a part of a story is furniture wherever it stands. A word that may be a heading in one is furniture only at
//! the edges of the page or beside other furniture; in doubt a line stays.

use super::words;

/// Where on the page a line stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Zone {
    /// Before the story begins or after its last sentence.
    Edge,
    /// Between the sentences of the story.
    Story,
}

/// Lines that no story has.
const ALWAYS: &[&str] = &[
    "anzeige",
    "advertisement",
    "advertisement - scroll to continue",
    "article continues after advertisement",
    "article continues below",
    "article continues below advertisement",
    "article continues below this ad",
    "back to top",
    "click here to subscribe",
    "continue reading",
    "continue reading below",
    "copy link",
    "leave a comment",
    "lesen sie auch",
    "link copied",
    "lire aussi",
    "listen to this article",
    "listen to this story",
    "load more",
    "more on this story",
    "more on this topic",
    "most popular",
    "most read",
    "most viewed",
    "open image in gallery",
    "publicidad",
    "publicité",
    "read also",
    "read full story",
    "read more",
    "read next",
    "recommended for you",
    "recommended stories",
    "related articles",
    "related content",
    "related news",
    "related posts",
    "related stories",
    "scroll to continue",
    "see more",
    "share",
    "share article",
    "share on facebook",
    "share on linkedin",
    "share on twitter",
    "share on whatsapp",
    "share on x",
    "share this",
    "share this article",
    "share this page",
    "share this story",
    "show more",
    "sign up",
    "sign up for our newsletter",
    "sign up to our newsletter",
    "skip advertisement",
    "skip to content",
    "skip to main content",
    "sponsored",
    "sponsored content",
    "story continues below advertisement",
    "subscribe",
    "subscribe now",
    "subscribe to our newsletter",
    "view comments",
    "view image in fullscreen",
    "werbung",
    "you may also like",
    "you might also like",
    "à lire aussi",
    "читайте также",
];

/// Lines that may be a heading, and seldom are at the edges of a page.
const AT_EDGES: &[&str] = &[
    "accept all",
    "accept cookies",
    "advertising",
    "bookmark",
    "close",
    "comments",
    "cookie settings",
    "e-mail",
    "email",
    "explore more on these topics",
    "facebook",
    "follow us",
    "home",
    "instagram",
    "latest",
    "linkedin",
    "listen",
    "log in",
    "manage cookies",
    "mehr zum thema",
    "menu",
    "more",
    "newsletter",
    "newsletters",
    "pinterest",
    "play",
    "play video",
    "popular",
    "print",
    "privacy policy",
    "recommended",
    "reddit",
    "реклама",
    "related",
    "related links",
    "related topics",
    "save",
    "search",
    "see also",
    "sign in",
    "tags",
    "telegram",
    "terms of use",
    "topics",
    "trending",
    "trending now",
    "tweet",
    "twitter",
    "watch",
    "whatsapp",
    "zur startseite",
];

/// How the label of a list of other articles begins and ends: "Latest Features", "More from the region".
const LISTED: &[&str] = &[
    "featured",
    "latest",
    "more",
    "other",
    "popular",
    "recent",
    "recommended",
    "related",
    "similar",
    "top",
    "trending",
];
const LISTS: &[&str] = &[
    "analysis",
    "articles",
    "columns",
    "content",
    "coverage",
    "features",
    "headlines",
    "interviews",
    "news",
    "opinion",
    "podcasts",
    "posts",
    "reading",
    "reports",
    "reviews",
    "stories",
    "updates",
    "videos",
];

/// What points to another article, before a colon.
const POINTERS: &[&str] = &[
    "also read",
    "don't miss",
    "don’t miss",
    "more on this story",
    "read also",
    "read more",
    "read next",
    "recommended",
    "recommended reading",
    "related",
    "related article",
    "related articles",
    "related stories",
    "related story",
    "see also",
    "siehe auch",
    "you may also like",
];

/// How banners begin that speak to the visitor of the page.
const BANNERS: &[&str] = &[
    "by continuing to browse",
    "by continuing to use this",
    "our website uses cookies",
    "this site uses cookies",
    "this website uses cookies",
    "we and our partners",
    "we use cookies",
];

/// True for a line that belongs to the page and not to the article.
pub(super) fn is_furniture(line: &str, zone: Zone) -> bool {
    let plain = plain(line);
    let is_short = line.split_whitespace().count() <= 25;
    let is_listed = || ALWAYS.contains(&plain.as_str()) || is_count(&plain);
    let is_call = || is_short && (points_elsewhere(&plain) || is_call(&plain));
    let is_at_edge = || {
        AT_EDGES.contains(&plain.as_str())
            || is_list_label(&plain)
            || is_menu(&plain)
            || BANNERS.iter().any(|banner| plain.starts_with(banner))
    };
    is_listed() || is_call() || (zone == Zone::Edge && is_at_edge())
}

/// True for a word that is furniture beside another of its kind: one button of several.
pub(super) fn is_button(line: &str) -> bool {
    let plain = plain(line);
    AT_EDGES.contains(&plain.as_str()) || plain == "share" || plain.starts_with("share ")
}

/// True for the label of a list of other articles.
pub(super) fn heads_list(line: &str) -> bool {
    let plain = plain(line);
    let words = [
        "explore",
        "mehr",
        "more",
        "most",
        "read",
        "recommended",
        "related",
        "tags",
        "topics",
        "trending",
        "you",
    ];
    let first = plain.split(' ').next().unwrap_or_default();
    is_list_label(&plain) || (words.contains(&first) && is_furniture(line, Zone::Edge))
}

/// True for what may be the title of another article in a list of them: one line that is no sentence.
pub(super) fn is_listed(line: &str) -> bool {
    let lower = line.to_lowercase();
    let is_of_story = [
        "reporting",
        "edited by",
        "editing by",
        "correction",
        "editor",
        "by ",
    ]
    .iter()
    .any(|word| lower.starts_with(word))
        || lower.contains(" reporting by ");
    line.chars().count() <= 150 && !line.ends_with('.') && !is_of_story && !words::is_rights(line)
}

/// The line in small letters without the signs that buttons end with.
fn plain(line: &str) -> String {
    let line = line.trim_matches(|c: char| {
        c.is_whitespace()
            || matches!(
                c,
                ':' | '.' | '…' | '→' | '»' | '›' | '>' | '+' | '▶' | '[' | ']'
            )
    });
    line.to_lowercase()
}

/// A label of other articles: a word of that kind first, and what there are more of last.
fn is_list_label(plain: &str) -> bool {
    let words: Vec<&str> = plain.split_whitespace().collect();
    match words.as_slice() {
        ["more", "from", _] => true,
        [first, .., last] => words.len() <= 4 && LISTED.contains(first) && LISTS.contains(last),
        _ => false,
    }
}

/// "Read more: the title of another article".
fn points_elsewhere(plain: &str) -> bool {
    plain
        .split_once(':')
        .is_some_and(|(before, _)| POINTERS.contains(&before.trim()))
}

/// A menu in one line: nothing but names of sections and buttons.
fn is_menu(plain: &str) -> bool {
    let is_item = |word: &str| AT_EDGES.contains(&word) || words::is_section(word);
    plain.split_whitespace().count() > 2 && plain.split_whitespace().all(is_item)
}

/// A call to the visitor: "Sign up for our weekly newsletter and never miss a story".
fn is_call(plain: &str) -> bool {
    let has = |words: &[&str]| words.iter().any(|word| plain.contains(word));
    let begins = |words: &[&str]| words.iter().any(|word| plain.starts_with(word));
    begins(&["sign up for ", "sign up to "]) && plain.split(' ').count() <= 12
        || begins(&["sign up ", "subscribe "]) && has(&["newsletter", "your inbox", "our "])
        || begins(&[
            "follow us on ",
            "join us on ",
            "download our app",
            "get our app",
        ])
        || begins(&["click here to "]) && has(&["subscribe", "sign up", "read more", "newsletter"])
}

/// What a page counts: "5 min read", "12 comments", "3 hours ago".
pub(super) fn is_count(plain: &str) -> bool {
    let words: Vec<&str> = plain.split_whitespace().collect();
    let is_number = |word: &str| {
        let word = word.trim_matches(['(', ')']);
        word.bytes().any(|b| b.is_ascii_digit())
            && word
                .bytes()
                .all(|b| b.is_ascii_digit() || matches!(b, b',' | b'.' | b'-' | b'k'))
    };
    match words.as_slice() {
        ["comment" | "comments", number]
        | [number, "min" | "mins" | "minute" | "minutes", "read"] => is_number(number),
        [number, unit] => {
            is_number(number)
                && matches!(*unit, "comment" | "comments" | "share" | "shares" | "views")
        }
        [number, unit, "ago"] => {
            let unit = unit.strip_suffix('s').unwrap_or(unit);
            is_number(number)
                && matches!(
                    unit,
                    "min" | "minute" | "hour" | "day" | "week" | "month" | "year"
                )
        }
        ["lesezeit" | "lesezeit:", ..] | ["reading", "time" | "time:", ..] => words.len() <= 5,
        [minute] => minute.strip_suffix("-minute-read").is_some_and(is_number),
        _ => false,
    }
}
