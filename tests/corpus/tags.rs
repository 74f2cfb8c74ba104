//! The tagged content of a PDF is the source: an edit shows, what is derived is not needed, and nothing that is out of sight
//! says again what is shown.

use lopdf::{Dictionary, Document, Object, ObjectId};
use separatum::{jats, pdf};

use crate::each;
use crate::hidden::Words;
use crate::support::glyphs::Page;
use crate::support::tags::from_tags;
use crate::support::{corpus, unseen};

/// The objects without what is derived: attachment, XMP, information, bookmarks, what links say of themselves, the digest.
fn bare(bytes: &[u8]) -> Document {
    let mut document = Document::load_mem(bytes).unwrap();
    document.trailer.remove(b"Info").unwrap();
    let catalog = document.catalog_mut().unwrap();
    for derived in ["AF", "Names", "Metadata", "Outlines", "OutputIntents"] {
        catalog.remove(derived.as_bytes()).unwrap();
    }
    let mut digests = 0;
    for object in document.objects.values_mut() {
        if let Ok(dictionary) = object.as_dict_mut()
            && is_of(dictionary, b"Link")
        {
            dictionary.remove(b"Contents");
        }
        digests += remove_digest(object);
    }
    assert_eq!(digests, 1, "there is one digest");
    document.prune_objects();
    document
}

fn is_of(dictionary: &Dictionary, subtype: &[u8]) -> bool {
    let found = dictionary.get(b"Subtype").and_then(Object::as_name);
    found.is_ok_and(|found| found == subtype)
}

/// Removes the property `digest` from every list in a value; the number of those.
fn remove_digest(value: &mut Object) -> usize {
    match value {
        Object::Dictionary(dictionary) => dictionary
            .iter_mut()
            .map(|(_, inner)| remove_digest(inner))
            .sum(),
        Object::Array(items) => {
            let before = items.len();
            items.retain(|item| !is_digest(item));
            let inner: usize = items.iter_mut().map(remove_digest).sum();
            before - items.len() + inner
        }
        _ => 0,
    }
}

fn is_digest(value: &Object) -> bool {
    let name = value
        .as_dict()
        .and_then(|property| property.get(b"N"))
        .and_then(Object::as_str);
    name.is_ok_and(|name| name == b"digest")
}

fn saved(mut document: Document) -> Vec<u8> {
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

#[test]
fn what_is_derived_is_not_needed_and_nothing_out_of_sight_says_what_is_shown() {
    let files: Vec<_> = corpus::spread().into_iter().take(20).collect();
    let results = each::file(&files, |file| {
        let text = |error: separatum::Error| error.to_string();
        let article = jats::from_slice(&file.bytes()).map_err(text)?.value;
        let bare = bare(&pdf::to_vec(&article).map_err(text)?.value);
        let words = Words::of(&article);
        let mut seen = 0;
        for id in bare.page_iter() {
            let page = unseen::page(&bare, id);
            // Spaces that a line end swallows are there, and nobody sees them.
            if !page.unseen.trim().is_empty() {
                return Err(format!("drawn and not seen: {:?}", page.unseen));
            }
            seen += page.seen.len();
            page.properties
                .iter()
                .try_for_each(|value| words.are_not_in("marked content", value))?;
        }
        assert!(seen > 200, "almost nothing is shown");
        out_of_sight(&bare, &words)?;
        let read = from_tags(&saved(bare)).map_err(text)?;
        if read.value == article && read.report.findings().is_empty() {
            return Ok(());
        }
        Err(format!(
            "another article without what is derived: {}",
            read.report
        ))
    });
    assert!(results.failed.is_empty(), "{:#?}", results.failed);
}

/// Looks for words in everything but what is drawn on pages.
fn out_of_sight(document: &Document, words: &Words) -> Result<(), String> {
    let drawn: Vec<ObjectId> = document
        .page_iter()
        .flat_map(|page| document.get_page_contents(page))
        .collect();
    let mut count = 0;
    for (id, object) in &document.objects {
        let place = format!("object {}", id.0);
        let mut strings = Vec::new();
        collect(object, &mut strings);
        count += strings.len();
        strings
            .iter()
            .try_for_each(|string| words.are_not_in(&place, string))?;
        if let Object::Stream(stream) = object
            && !drawn.contains(id)
        {
            assert!(!is_of(&stream.dict, b"Form"), "a form may draw text");
            let data = stream
                .decompressed_content()
                .unwrap_or_else(|_| stream.content.clone());
            words.are_not_in(&place, &data)?;
        }
    }
    assert!(count > 20, "no string was found");
    Ok(())
}

/// Every string and name in an object; alternative texts are what they are for.
fn collect(value: &Object, found: &mut Vec<Vec<u8>>) {
    let mut fields = |fields: &Dictionary| {
        for (key, inner) in fields {
            if key != b"Alt" {
                found.push(key.clone());
                collect(inner, found);
            }
        }
    };
    match value {
        Object::Dictionary(dictionary) => fields(dictionary),
        Object::Stream(stream) => fields(&stream.dict),
        Object::Array(items) => items.iter().for_each(|item| collect(item, found)),
        Object::String(bytes, _) | Object::Name(bytes) => found.push(bytes.clone()),
        _ => {}
    }
}

#[test]
fn an_edited_word_is_read_as_edited_and_nothing_else_changes() {
    let files: Vec<_> = corpus::spread().into_iter().take(8).collect();
    let results = each::file(&files, |file| {
        let text = |error: separatum::Error| error.to_string();
        let article = jats::from_slice(&file.bytes()).map_err(text)?.value;
        let source = jats::to_string(&article).map_err(text)?.value;
        let document = Document::load_mem(&pdf::to_vec(&article).map_err(text)?.value).unwrap();
        let mut edits = 0;
        let pages: Vec<Page> = document
            .page_iter()
            .map(|id| Page::new(&document, id))
            .collect();
        // Running heads say the title again, and are not read.
        let all: String = pages.iter().map(Page::text).collect();
        for page in &pages {
            let said = page.text();
            let is_once = |word: &&str| {
                word.len() > 7
                    && source.matches(*word).count() == 1
                    && all.matches(*word).count() == 1
            };
            let words = said
                .split(|c: char| !c.is_ascii_lowercase())
                .filter(is_once);
            let edited = words.filter_map(|word| Some((word, page.with_word(&document, word)?)));
            for (word, edited) in edited.take(2) {
                let read = pdf::from_slice(&saved(edited)).map_err(text)?;
                let mut codes: Vec<_> = read
                    .report
                    .findings()
                    .iter()
                    .map(|finding| &*finding.code)
                    .collect();
                codes.sort_unstable();
                let back = jats::to_string(&read.value).map_err(text)?.value;
                let first = word[..1].repeat(word.len());
                if codes != ["pdf.attachment-differs", "pdf.edited"]
                    || back != source.replace(word, &first)
                {
                    return Err(format!("{word:?} edited: {codes:?}"));
                }
                edits += 1;
            }
        }
        (edits > 0)
            .then_some(())
            .ok_or_else(|| "no word could be edited".to_owned())
    });
    assert!(results.failed.is_empty(), "{:#?}", results.failed);
}

/// A page that is not seen is found, whatever hides it.
#[test]
fn what_is_drawn_and_not_seen_is_found() {
    let article = separatum::Article::new("Water and salt in the basin of the lake");
    let bytes = pdf::to_vec(&article).unwrap().value;
    let document = Document::load_mem(&bytes).unwrap();
    let page = document.page_iter().next().unwrap();
    let with = |hiding: &str| {
        let mut hidden = document.clone();
        let content = [hiding.as_bytes(), b"\n", &document.get_page_content(page)].concat();
        hidden.change_page_content(page, content).unwrap();
        unseen::page(&hidden, page)
    };
    let open = with("");
    assert!(open.seen.contains("Water and salt") && open.unseen.trim().is_empty());
    for hiding in [
        "3 Tr",
        "1 0 0 1 5000 0 cm",
        "0.01 0 0 0.01 0 0 cm",
        "0 0 1 1 re W n",
    ] {
        let hidden = with(hiding);
        assert!(hidden.unseen.contains("Water and salt"), "{hiding}");
    }
}
