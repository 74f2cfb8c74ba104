//! What a file says out of sight: it never says again what is shown.

use std::collections::BTreeSet;

use quick_xml::events::Event;
use quick_xml::{Reader, XmlVersion};
use separatum::{Article, jats};

use crate::support::decoded;

/// How many words in a row count as saying it again.
const WORDS: usize = 4;

/// An element whose text is not shown as text.
pub(crate) type Hides = fn(name: &str, attrs: &[(String, String)]) -> bool;

/// Text that is seen, and everything else: hidden text, attributes, comments, instructions.
#[derive(Default)]
pub(crate) struct Split {
    pub(crate) seen: Vec<String>,
    pub(crate) unseen: Vec<String>,
}

/// Splits an XML document; `hides` says which elements are not seen, with all in them.
pub(crate) fn split(xml: &str, hides: Hides, skips: &[&str]) -> Split {
    let mut reader = Reader::from_str(xml);
    let mut out = Split::default();
    let mut text = String::new();
    let mut open: Vec<bool> = Vec::new();
    loop {
        let event = reader.read_event().unwrap();
        let is_hidden = open.last().copied().unwrap_or(false);
        match event {
            Event::Text(part) => text.push_str(&part),
            Event::CData(part) => text.push_str(&part),
            Event::GeneralRef(_) => text.push(' '),
            other => {
                let taken = std::mem::take(&mut text);
                if is_hidden {
                    &mut out.unseen
                } else {
                    &mut out.seen
                }
                .push(taken);
                match other {
                    Event::Start(tag) => open.push(enter(&tag, is_hidden, hides, skips, &mut out)),
                    Event::Empty(tag) => drop(enter(&tag, is_hidden, hides, skips, &mut out)),
                    Event::End(_) => drop(open.pop()),
                    Event::Comment(part) => out.unseen.push(part.to_string()),
                    Event::PI(part) => out.unseen.push(part.to_string()),
                    Event::Eof => return out,
                    _ => {}
                }
            }
        }
    }
}

fn enter(
    tag: &quick_xml::events::BytesStart<'_>,
    is_hidden: bool,
    hides: Hides,
    skips: &[&str],
    out: &mut Split,
) -> bool {
    let attrs: Vec<(String, String)> = tag
        .attributes()
        .map(Result::unwrap)
        .map(|attr| {
            let name = attr.key.as_ref().to_owned();
            (
                name,
                attr.normalized_value(XmlVersion::Implicit1_0)
                    .unwrap()
                    .into_owned(),
            )
        })
        .collect();
    out.unseen.extend(
        attrs
            .iter()
            .filter(|(name, _)| !skips.contains(&name.as_str()))
            .map(|(_, value)| value.clone()),
    );
    let name = tag.local_name().as_ref().to_owned();
    is_hidden || hides(&name, &attrs)
}

/// The runs of words that an article shows, and those that it says out of sight itself.
pub(crate) struct Words {
    shown: BTreeSet<String>,
    allowed: BTreeSet<String>,
}

impl Words {
    /// The words of an article; its formulas and alternative texts are out of sight, and may be carried so.
    pub(crate) fn of(article: &Article) -> Self {
        let source = jats::to_string(article).unwrap().value;
        let is_out_of_sight: Hides =
            |name, _| matches!(name, "alt-text" | "long-desc" | "tex-math" | "math");
        let split = split(&source, is_out_of_sight, &[]);
        let mut shown = BTreeSet::new();
        split.seen.iter().for_each(|text| shown.extend(runs(text)));
        // Words go on over the tags between them, and end there as well.
        shown.extend(runs(&split.seen.concat()));
        shown.extend(runs(&split.seen.join(" ")));
        assert!(shown.len() > 20, "almost nothing is shown");
        let mut allowed = BTreeSet::new();
        split
            .unseen
            .iter()
            .for_each(|text| allowed.extend(runs(text)));
        Self { shown, allowed }
    }

    /// Fails when bytes say what the article shows, however they are encoded.
    pub(crate) fn are_not_in(&self, place: &str, bytes: &[u8]) -> Result<(), String> {
        let is_said = |run: &String| self.shown.contains(run) && !self.allowed.contains(run);
        let said = decoded::texts(bytes)
            .iter()
            .find_map(|text| runs(text).find(is_said));
        said.map_or(Ok(()), |run| {
            Err(format!("hidden in {place} and shown: {run:?}"))
        })
    }
}

/// Every run of some words, not of numbers only; capitals and punctuation do not count.
fn runs(text: &str) -> impl Iterator<Item = String> {
    let word = |word: &str| {
        word.trim_matches(|c: char| !c.is_alphanumeric())
            .to_lowercase()
    };
    let words: Vec<String> = text
        .split_whitespace()
        .map(word)
        .filter(|word| !word.is_empty())
        .collect();
    let count = (words.len() + 1).saturating_sub(WORDS);
    let run = move |at: usize| words[at..at + WORDS].join(" ");
    (0..count)
        .map(run)
        .filter(|run| run.contains(char::is_alphabetic))
}

#[test]
fn hidden_words_are_found_however_they_are_spelled() {
    let xml = "<article><body><p>One <bold>two</bold> three, four and so on; the salt of the lake stays where the water was, \
               and the wind takes it over the steppe to the fields, where nothing grows.</p></body></article>";
    let words = Words::of(&jats::from_str(xml).unwrap().value);
    for other in [
        "one three",
        "four three two one",
        "two one three four",
        "one two three",
    ] {
        words.are_not_in("here", other.as_bytes()).unwrap();
    }
    for hidden in [
        &b"ONE two, three four"[..],
        b"%4Fne%20two%20three%20four",
        b"b25lIHR3byB0aHJlZSBmb3Vy",
    ] {
        words.are_not_in("here", hidden).unwrap_err();
    }
}
