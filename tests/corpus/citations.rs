//! What real citations mark is in their fields: counted over raw events, which know nothing of the library.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;

use separatum::model::{
    Citation, CitationEntry, CitationFields, CitationParts, CitedDate, DatumKind,
};
use separatum::{Article, jats};

use crate::each;
use crate::support::canonical::{self, Item};
use crate::support::corpus;

/// The elements that are looked for.
const MARKS: [&str; 10] = [
    "year",
    "article-title",
    "source",
    "volume",
    "issue",
    "fpage",
    "lpage",
    "pub-id",
    "publisher-name",
    "surname",
];

/// The elements that are citations.
const FORMS: [&str; 4] = [
    "mixed-citation",
    "element-citation",
    "citation",
    "nlm-citation",
];

/// An element and its text.
type Mark = (&'static str, String);

/// How often each text is marked as what.
type Marks = BTreeMap<Mark, usize>;

#[test]
fn what_citations_mark_is_in_their_fields() {
    let files = corpus::spread();
    if files.is_empty() {
        return;
    }
    let totals = Mutex::new((0, Shares::default()));
    let results = each::file(&files, |file| {
        let bytes = file.bytes();
        let raw = marks_of(&canonical::article(&bytes)?);
        let article = jats::from_slice(&bytes)
            .map_err(|error| error.to_string())?
            .value;
        let fields = all_fields(&article);
        let mut totals = totals.lock().map_err(|error| error.to_string())?;
        totals.0 += raw.values().sum::<usize>();
        for fields in &fields {
            totals.1.add(fields);
        }
        differing(&raw, &answered(&fields))
    });
    results.print("files whose citations are in fields");
    let (marks, shares) = totals.into_inner().expect("no thread panics with it");
    println!("MEASURED citations: {marks} marked texts; {shares:?}");
    assert!(results.failed.is_empty(), "{:?}", results.failed);
}

/// Of how many citations the fields answer what.
#[derive(Debug, Default)]
struct Shares {
    citations: usize,
    with_year: usize,
    with_title_or_source: usize,
    with_authors: usize,
    with_all_three: usize,
}

impl Shares {
    fn add(&mut self, fields: &CitationFields) {
        let year = fields.issued.year.is_some();
        let title = fields.title().is_some() || fields.source.is_some();
        let authors = fields.authors().next().is_some();
        self.citations += 1;
        self.with_year += usize::from(year);
        self.with_title_or_source += usize::from(title);
        self.with_authors += usize::from(authors);
        self.with_all_three += usize::from(year && title && authors);
    }
}

/// The fields of all citations, in lists and in running text.
fn all_fields(article: &Article) -> Vec<CitationFields> {
    fn of(entry: &CitationEntry, found: &mut Vec<CitationFields>) {
        match entry {
            CitationEntry::Alternatives(forms) => {
                forms.citations.iter().for_each(|form| of(form, found));
            }
            single => found.extend(single.citation().map(CitationParts::fields)),
        }
    }
    let mut found = Vec::new();
    for reference in article.references() {
        reference
            .citations
            .iter()
            .for_each(|entry| of(entry, &mut found));
    }
    found.extend(article.inline_citations().into_iter().map(Citation::fields));
    found
}

/// What the elements inside citations say.
fn marks_of(items: &[Item]) -> Marks {
    let mut marks = Marks::new();
    let mut open: Vec<(&str, String)> = Vec::new();
    for item in items {
        match item {
            Item::Open { name, .. } => open.push((name, String::new())),
            Item::Text(text) => open.iter_mut().for_each(|(_, texts)| texts.push_str(text)),
            Item::Close => {
                let Some((name, text)) = open.pop() else {
                    continue;
                };
                let is_cited = open.iter().any(|(around, _)| FORMS.contains(around));
                let mark = MARKS.into_iter().find(|mark| *mark == name);
                if let (true, Some(mark), false) = (is_cited, mark, text.trim().is_empty()) {
                    *marks.entry((mark, words(&text))).or_default() += 1;
                }
            }
            Item::Comment(_) | Item::Instruction(..) => {}
        }
    }
    marks
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What the fields answer.
fn answered(all: &[CitationFields]) -> Marks {
    let mut marks = Marks::new();
    let mut add = |mark: &'static str, text: Option<&String>| {
        if let Some(text) = text {
            *marks.entry((mark, words(text))).or_default() += 1;
        }
    };
    for fields in all {
        for CitedDate { year, .. } in std::iter::once(&fields.issued).chain(&fields.dates) {
            add("year", year.as_ref());
        }
        add("article-title", fields.article_title.as_ref());
        add("source", fields.source.as_ref());
        add("volume", fields.volume.as_ref());
        add("issue", fields.issue.as_ref());
        add("fpage", fields.first_page.as_ref());
        add("lpage", fields.last_page.as_ref());
        add("publisher-name", fields.publisher.as_ref());
        let names = fields.people.iter().flat_map(|people| &people.names);
        for name in names {
            if let separatum::model::CitedName::Person(person) = name {
                add("surname", person.family.as_ref());
            }
        }
        for id in &fields.ids {
            add("pub-id", Some(&id.text));
        }
        for fact in &fields.further {
            let mark = MARKS
                .into_iter()
                .find(|mark| DatumKind::from_element(mark) == Some(fact.kind));
            if let Some(mark) = mark {
                add(mark, Some(&fact.text));
            }
        }
    }
    marks
}

/// `Err` lists what is not answered as often as it is marked. Identifiers are answered more often: some links are such.
fn differing(raw: &Marks, answered: &Marks) -> Result<(), String> {
    let of = |marks: &Marks, key: &Mark| marks.get(key).copied().unwrap_or_default();
    let differs = |key: &&Mark| {
        let (marked, found) = (of(raw, key), of(answered, key));
        found < marked || (found > marked && key.0 != "pub-id")
    };
    let keys: BTreeSet<_> = raw.keys().chain(answered.keys()).collect();
    let first = keys.into_iter().filter(differs).take(5);
    let shown: Vec<String> = first
        .map(|key| {
            format!(
                "{} {:?}: {} of {}",
                key.0,
                key.1,
                of(answered, key),
                of(raw, key)
            )
        })
        .collect();
    if shown.is_empty() {
        Ok(())
    } else {
        Err(shown.join("; "))
    }
}
