//! Embedded files: what belongs to the article or to one of its tags.

use lopdf::{Document, Object, ObjectId, Stream, dictionary};

use super::text::{name, text_string};

/// A file to embed.
pub(super) struct File<'a> {
    /// Its name.
    pub(super) name: &'a str,
    /// Its media type.
    pub(super) media_type: &'a str,
    /// How it relates to what it belongs to: `Source`, `Supplement`.
    pub(super) relationship: &'a str,
    /// What it is, for people.
    pub(super) description: &'a str,
    /// Its bytes.
    pub(super) data: &'a [u8],
    /// When it was last changed, as PDF spells it.
    pub(super) date: Option<&'a str>,
}

/// Embeds a file; the result is its file specification.
pub(super) fn add(document: &mut Document, file: &File<'_>) -> ObjectId {
    let size = i64::try_from(file.data.len()).unwrap_or(i64::MAX);
    let mut parameters = dictionary! { "Size" => size };
    if let Some(date) = file.date {
        parameters.set("ModDate", text_string(date));
    }
    let dictionary = dictionary! {
        "Type" => "EmbeddedFile",
        "Subtype" => name(file.media_type),
        "Params" => parameters,
    };
    let stream = document.add_object(Stream::new(dictionary, file.data.to_vec()));
    document.add_object(dictionary! {
        "Type" => "Filespec",
        "F" => text_string(file.name),
        "UF" => text_string(file.name),
        "Desc" => text_string(file.description),
        "AFRelationship" => name(file.relationship),
        "EF" => dictionary! { "F" => Object::Reference(stream), "UF" => Object::Reference(stream) },
    })
}
