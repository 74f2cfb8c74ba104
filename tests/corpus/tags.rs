//! The tagged content of a PDF is the source: what the tags say out of sight never says again what is shown.

use lopdf::{Dictionary, Document, Object};
use separatum::{jats, pdf};

use crate::each;
use crate::support::corpus;
use crate::visible::{Hides, runs, split};

#[test]
fn nothing_in_the_tags_says_what_is_shown() {
    let files: Vec<_> = corpus::spread().into_iter().take(20).collect();
    let results = each::file(&files, |file| {
        let text = |error: separatum::Error| error.to_string();
        let article = jats::from_slice(&file.bytes()).map_err(text)?.value;
        let source = jats::to_string(&article).map_err(text)?.value;
        let is_out_of_sight: Hides =
            |name, _| matches!(name, "alt-text" | "long-desc" | "tex-math" | "math");
        let split = split(&source, is_out_of_sight, &[]);
        let (shown, allowed) = (runs(&split.seen), runs(&split.unseen));
        assert!(shown.len() > 20, "almost nothing is shown");
        let bytes = pdf::to_vec(&article).map_err(text)?.value;
        let hidden = out_of_sight(&bytes);
        assert!(hidden.len() > 20, "no attribute was found");
        match runs(&hidden)
            .iter()
            .find(|run| shown.contains(*run) && !allowed.contains(*run))
        {
            Some(run) => Err(format!("hidden and shown: {run:?}")),
            None => Ok(()),
        }
    });
    assert!(results.failed.is_empty(), "{:#?}", results.failed);
}

/// Everything that structure elements say in attributes; alternative texts are what they are for.
fn out_of_sight(bytes: &[u8]) -> Vec<String> {
    let document = Document::load_mem(bytes).unwrap();
    let mut found = Vec::new();
    for object in document.objects.values() {
        let Ok(dictionary) = object.as_dict() else {
            continue;
        };
        if dictionary.get(b"S").is_ok() && dictionary.get(b"P").is_ok() {
            for key in [&b"A"[..], b"T", b"E", b"ActualText"] {
                if let Ok(value) = dictionary.get(key) {
                    strings(&document, value, &mut found);
                }
            }
        }
    }
    found
}

/// Every string in a value, references followed.
fn strings(document: &Document, value: &Object, found: &mut Vec<String>) {
    match value {
        Object::String(bytes, _) => found.push(decode(bytes)),
        Object::Array(items) => items.iter().for_each(|item| strings(document, item, found)),
        Object::Dictionary(dictionary) => values(document, dictionary, found),
        Object::Reference(id) => {
            if let Ok(object) = document.get_object(*id) {
                strings(document, object, found);
            }
        }
        _ => {}
    }
}

fn values(document: &Document, dictionary: &Dictionary, found: &mut Vec<String>) {
    for (_, value) in dictionary {
        strings(document, value, found);
    }
}

/// A text string: UTF-16 with its mark, else one byte a character.
fn decode(bytes: &[u8]) -> String {
    match bytes.strip_prefix(&[0xFE, 0xFF]) {
        Some(wide) => {
            let units: Vec<u16> = wide
                .chunks_exact(2)
                .map(|pair| u16::from_be_bytes([pair[0], pair[1]]))
                .collect();
            String::from_utf16_lossy(&units)
        }
        None => bytes.iter().map(|byte| char::from(*byte)).collect(),
    }
}
