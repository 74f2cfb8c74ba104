//! The visible content of an EPUB is the source: an edit shows, what is derived is not needed, and nothing hidden says again
//! what is shown.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _, Write as _};

use separatum::{epub, jats};

use crate::each;
use crate::hidden::{Hides, Words, split};
use crate::support::corpus::{self, File};

/// The files of an EPUB by their names.
type Files = BTreeMap<String, Vec<u8>>;

const ARTICLE: &str = "OEBPS/article.xhtml";

fn unpacked(epub: &[u8]) -> Files {
    let mut zip = zip::ZipArchive::new(Cursor::new(epub)).unwrap();
    let count = zip.len();
    let read = |number| {
        let mut file = zip.by_index(number).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        (file.name().unwrap().into_owned(), bytes)
    };
    (0..count).map(read).collect()
}

fn packed(files: &Files) -> Vec<u8> {
    let mut new = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options =
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    // `mimetype` is the first.
    let first = files.iter().filter(|(name, _)| *name == "mimetype");
    for (name, bytes) in first.chain(files.iter().filter(|(name, _)| *name != "mimetype")) {
        new.start_file(name, options).unwrap();
        new.write_all(bytes).unwrap();
    }
    new.finish().unwrap().into_inner()
}

/// The content document of an EPUB.
fn content(epub: &[u8]) -> String {
    String::from_utf8(unpacked(epub)[ARTICLE].clone()).unwrap()
}

/// The EPUB with another content document.
fn with_content(epub: &[u8], content: &str) -> Vec<u8> {
    let mut files = unpacked(epub);
    files.insert(ARTICLE.to_owned(), content.as_bytes().to_vec());
    packed(&files)
}

/// The files without what is derived: navigation, metadata, looks, the digest.
fn bare(epub: &[u8]) -> Files {
    let mut files = unpacked(epub);
    for derived in ["OEBPS/nav.xhtml", "OEBPS/toc.ncx", "OEBPS/stylesheet.css"] {
        assert!(
            !files
                .insert(derived.to_owned(), Vec::new())
                .unwrap()
                .is_empty()
        );
    }
    let mut edit = |name: &str, from: &str, to: &str, new: &str| {
        let text = String::from_utf8(files[name].clone()).unwrap();
        let (before, rest) = text.split_once(from).unwrap();
        let (_, after) = rest.split_once(to).unwrap();
        files.insert(
            name.to_owned(),
            format!("{before}{new}{after}").into_bytes(),
        );
    };
    edit(
        "OEBPS/content.opf",
        "<metadata>",
        "</metadata>",
        "<metadata/>",
    );
    edit(ARTICLE, "<title>", "</title>", "<title/>");
    edit(ARTICLE, " data-sep-digest=\"", "\"", "");
    files
}

fn some(count: usize) -> Vec<File> {
    corpus::spread().into_iter().take(count).collect()
}

#[test]
fn what_is_derived_is_not_needed_and_nothing_hidden_says_what_is_shown() {
    let results = each::file(&some(20), |file| {
        let text = |error: separatum::Error| error.to_string();
        let article = jats::from_slice(&file.bytes()).map_err(text)?.value;
        let bare = bare(&epub::to_vec(&article).map_err(text)?.value);
        let read = epub::from_slice(&packed(&bare)).map_err(text)?;
        if read.value != article || !read.report.findings().is_empty() {
            return Err(format!(
                "another article without what is derived: {}",
                read.report
            ));
        }
        let words = Words::of(&article);
        for (name, bytes) in &bare {
            if name != ARTICLE {
                words.are_not_in(name, bytes)?;
            }
        }
        let is_hidden: Hides =
            |name, attrs| name == "math" || attrs.iter().any(|(name, _)| name == "hidden");
        let content = String::from_utf8_lossy(&bare[ARTICLE]).into_owned();
        let split = split(&content, is_hidden, &["data-sep-math", "alt"]);
        assert!(split.seen.concat().len() > 200, "almost nothing is shown");
        let mut hidden = split.unseen.iter();
        hidden.try_for_each(|hidden| words.are_not_in(ARTICLE, hidden.as_bytes()))
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
        if words.is_empty() {
            return Err("no word could be edited".to_owned());
        }
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
