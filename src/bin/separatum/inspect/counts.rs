//! How much of what an article holds.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::events::Event;
use separatum::{Article, Format, Stage, jats};

use crate::failure::Failure;

/// What is counted, and under which names of JATS it stands.
const KINDS: [(&str, &[&str]); 10] = [
    ("sections", &["sec"]),
    ("paragraphs", &["p"]),
    ("lists", &["list", "def-list"]),
    ("quotations", &["disp-quote"]),
    ("figures", &["fig"]),
    ("images", &["graphic", "inline-graphic"]),
    ("tables", &["table-wrap"]),
    ("formulas", &["disp-formula", "inline-formula"]),
    ("notes", &["fn"]),
    ("references", &["ref"]),
];

/// How much of what an article holds, its parts included.
#[derive(Debug, Default)]
pub(crate) struct Counts {
    /// The words of the body.
    words: usize,
    elements: BTreeMap<String, usize>,
}

impl Counts {
    /// Counted in the article's JATS, where each kind has one name wherever it stands.
    pub(crate) fn of(article: &Article) -> Result<Self, Failure> {
        let xml = jats::to_string(article)
            .map_err(|error| Failure::library(Format::Jats, Stage::Write, &error))?
            .value;
        let mut counts = Self {
            words: article.word_count(),
            ..Self::default()
        };
        let mut reader = Reader::from_str(&xml);
        loop {
            match reader.read_event() {
                Ok(Event::Start(tag) | Event::Empty(tag)) => {
                    counts.element(tag.local_name().as_ref());
                }
                // What our own writer made has no errors; a fault of its would show elsewhere.
                Ok(Event::Eof) | Err(_) => return Ok(counts),
                Ok(_) => {}
            }
        }
    }

    fn element(&mut self, name: &str) {
        *self.elements.entry(name.to_owned()).or_default() += 1;
    }

    /// A line for each kind that is there.
    pub(crate) fn lines(&self) -> Vec<String> {
        let kinds = KINDS.iter().map(|(kind, names)| {
            let count = names
                .iter()
                .filter_map(|&name| self.elements.get(name))
                .sum();
            (*kind, count)
        });
        std::iter::once(("words in the body", self.words))
            .chain(kinds)
            .filter(|&(_, count)| count > 0)
            .map(|(kind, count)| format!("{kind}: {count}"))
            .collect()
    }
}
