//! The visible content of an EPUB is the source: an edit shows, and nothing hidden says again what is shown.

use std::collections::BTreeSet;
use std::io::{Cursor, Read as _, Write as _};

use quick_xml::events::Event;
use quick_xml::{Reader, XmlVersion};
use separatum::{epub, jats};

use crate::each;
use crate::support::corpus::{self, File};

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

/// Every run of some words, in one text.
pub(crate) fn runs(texts: &[String]) -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    for text in texts {
        let words: Vec<&str> = text.split_whitespace().collect();
        out.extend(words.windows(WORDS).map(|words| words.join(" ")));
    }
    out
}

/// The content document of an EPUB.
fn content(epub: &[u8]) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(epub)).unwrap();
    let mut text = String::new();
    zip.by_name("OEBPS/article.xhtml")
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    text
}

/// The EPUB with another content document.
fn with_content(epub: &[u8], content: &str) -> Vec<u8> {
    let mut old = zip::ZipArchive::new(Cursor::new(epub)).unwrap();
    let mut new = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options =
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for number in 0..old.len() {
        let mut file = old.by_index(number).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        new.start_file(&name, options).unwrap();
        new.write_all(if name.ends_with("article.xhtml") {
            content.as_bytes()
        } else {
            &bytes
        })
        .unwrap();
    }
    new.finish().unwrap().into_inner()
}

fn some(count: usize) -> Vec<File> {
    corpus::spread().into_iter().take(count).collect()
}

#[test]
fn nothing_hidden_says_what_is_shown() {
    let results = each::file(&some(20), |file| {
        let text = |error: separatum::Error| error.to_string();
        let article = jats::from_slice(&file.bytes()).map_err(text)?.value;
        let source = jats::to_string(&article).map_err(text)?.value;
        // What the article itself says out of sight may be carried out of sight.
        let is_out_of_sight: Hides =
            |name, _| matches!(name, "alt-text" | "long-desc" | "tex-math" | "math");
        let allowed = runs(&split(&source, is_out_of_sight, &[]).unseen);
        let epub = epub::to_vec(&article).map_err(text)?.value;
        let is_hidden: Hides =
            |name, attrs| name == "math" || attrs.iter().any(|(name, _)| name == "hidden");
        let split = split(&content(&epub), is_hidden, &["data-sep-math", "alt"]);
        let shown = runs(&split.seen);
        assert!(shown.len() > 20, "almost nothing is shown");
        match runs(&split.unseen)
            .iter()
            .find(|run| shown.contains(*run) && !allowed.contains(*run))
        {
            Some(run) => Err(format!("hidden and shown: {run:?}")),
            None => Ok(()),
        }
    });
    assert!(results.failed.is_empty(), "{:#?}", results.failed);
}

#[test]
fn an_edited_word_is_read_as_edited_and_nothing_else_changes() {
    let results = each::file(&some(8), |file| {
        let text = |error: separatum::Error| error.to_string();
        let article = jats::from_slice(&file.bytes()).map_err(text)?.value;
        let source = jats::to_string(&article).map_err(text)?.value;
        let epub = epub::to_vec(&article).map_err(text)?.value;
        let content = content(&epub);
        let is_once = |word: &&str| {
            word.len() > 7
                && source.matches(*word).count() == 1
                && content.matches(*word).count() == 1
        };
        let words: Vec<&str> = content
            .split(|c: char| !c.is_ascii_lowercase())
            .filter(is_once)
            .collect();
        let is_text = |word: &&&str| {
            content
                .find(**word)
                .is_some_and(|at| content[..at].rfind('>') > content[..at].rfind('<'))
        };
        let words: Vec<&str> = words.iter().filter(is_text).copied().collect();
        for word in words.iter().step_by(words.len() / 3 + 1) {
            let edited = with_content(&epub, &content.replace(word, "zzzz"));
            let read = epub::from_slice(&edited).map_err(text)?;
            let codes: Vec<_> = read
                .report
                .findings()
                .iter()
                .map(|finding| finding.code.as_ref())
                .collect();
            let back = jats::to_string(&read.value).map_err(text)?.value;
            // The head of the document has the title once more; that is a view.
            if codes != ["epub.edited"]
                || back.replace("zzzz", word) != source
                || !back.contains("zzzz")
            {
                return Err(format!("{word:?} edited: {codes:?}"));
            }
        }
        Ok(())
    });
    assert!(results.failed.is_empty(), "{:#?}", results.failed);
}
