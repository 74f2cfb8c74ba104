//! The glyphs that a page draws, one by one, and other glyphs in their place: as someone edits a PDF.

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};

/// A glyph: where it stands in the content, its code, what it means.
#[derive(Debug, Clone)]
struct Glyph {
    operation: usize,
    /// Which string of the operation, and where in it.
    string: usize,
    at: usize,
    code: [u8; 2],
    means: String,
}

/// A page whose glyphs can be exchanged. Every font of ours has codes of two bytes.
pub(crate) struct Page {
    id: ObjectId,
    content: Content,
    glyphs: Vec<Glyph>,
}

impl Page {
    pub(crate) fn new(document: &Document, id: ObjectId) -> Self {
        let content = Content::decode(&document.get_page_content(id)).unwrap();
        let fonts = document.get_page_fonts(id).unwrap();
        let mut font: Option<&Dictionary> = None;
        let mut glyphs = Vec::new();
        for (number, operation) in content.operations.iter().enumerate() {
            if operation.operator == "Tf" {
                font = fonts.get(operation.operands[0].as_name().unwrap()).copied();
            }
            if !matches!(operation.operator.as_str(), "Tj" | "TJ") {
                continue;
            }
            let encoding = font.unwrap().get_font_encoding(document).unwrap();
            for (string, bytes) in strings(&operation.operands).into_iter().enumerate() {
                for (at, code) in bytes.chunks_exact(2).enumerate() {
                    glyphs.push(Glyph {
                        operation: number,
                        string,
                        at: at * 2,
                        code: [code[0], code[1]],
                        means: Document::decode_text(&encoding, code).unwrap(),
                    });
                }
            }
        }
        Self {
            id,
            content,
            glyphs,
        }
    }

    /// What the page says, glyph after glyph.
    pub(crate) fn text(&self) -> String {
        self.glyphs
            .iter()
            .map(|glyph| glyph.means.as_str())
            .collect()
    }

    /// The document in which every letter of a word is its first one; `None` where the word is not drawn letter by letter.
    pub(crate) fn with_word(&self, document: &Document, word: &str) -> Option<Document> {
        let letters: Vec<String> = word.chars().map(String::from).collect();
        let found = self
            .glyphs
            .windows(letters.len())
            .find(|glyphs| glyphs.iter().map(|glyph| &glyph.means).eq(&letters))?;
        let mut content = Content {
            operations: self.content.operations.clone(),
        };
        for glyph in found {
            let operands = &mut content.operations[glyph.operation].operands;
            let mut strings = strings_mut(operands);
            strings[glyph.string][glyph.at..glyph.at + 2].copy_from_slice(&found[0].code);
        }
        let mut edited = document.clone();
        edited
            .change_page_content(self.id, content.encode().unwrap())
            .unwrap();
        Some(edited)
    }
}

fn strings<'o>(operands: &'o [Object]) -> Vec<&'o Vec<u8>> {
    let one = |object: &'o Object| match object {
        Object::String(bytes, _) => vec![bytes],
        Object::Array(items) => strings(items),
        _ => Vec::new(),
    };
    operands.iter().flat_map(one).collect()
}

fn strings_mut<'o>(operands: &'o mut [Object]) -> Vec<&'o mut Vec<u8>> {
    let one = |object: &'o mut Object| match object {
        Object::String(bytes, _) => vec![bytes],
        Object::Array(items) => strings_mut(items),
        _ => Vec::new(),
    };
    operands.iter_mut().flat_map(one).collect()
}
