//! Links as annotations.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Object, ObjectId, StringFormat, dictionary};

use super::attributes::flipped;
use super::pass::Pass;
use super::text::{name, text_string};
use crate::error::Result;
use crate::pdf::page::{Link, Place, TagId, Target};

/// Schemes that a viewer may be sent to.
const SCHEMES: [&str; 4] = ["http:", "https:", "mailto:", "ftp:"];

/// A link in the file.
pub(super) struct Placed {
    /// Its annotation.
    pub(super) object: ObjectId,
    /// The tag that it belongs to.
    pub(super) tag: TagId,
}

/// Writes the annotations of all pages. Links that lead nowhere, or where no viewer should go, get none.
pub(super) fn write(pass: &mut Pass<'_>) -> Result<()> {
    let places: BTreeMap<TagId, Place> = pass
        .pages
        .places
        .iter()
        .map(|place| (place.tag, *place))
        .collect();
    let mut key = i64::try_from(pass.pages.pages.len()).unwrap_or(i64::MAX);
    for (number, page) in pass.pages.pages.iter().enumerate() {
        let id = pass.page(number)?;
        let mut annotations: Vec<Object> = Vec::new();
        for (index, link) in page.links.iter().enumerate() {
            let Some((entry, target)) = target(pass, &places, link)? else {
                continue;
            };
            let mut annotation = annotation(link, page.height);
            annotation.set("StructParent", key);
            annotation.set("P", id);
            annotation.set(entry, target);
            let object = pass.document.add_object(annotation);
            annotations.push(object.into());
            pass.links.insert(
                (number, index),
                Placed {
                    object,
                    tag: link.tag,
                },
            );
            key += 1;
        }
        let dictionary = pass.dictionary(id)?;
        if annotations.is_empty() {
            dictionary.remove(b"Annots");
        } else {
            dictionary.set("Annots", annotations);
        }
        dictionary.set("Tabs", "S");
        dictionary.set("StructParents", i64::try_from(number).unwrap_or(i64::MAX));
    }
    Ok(())
}

fn annotation(link: &Link, height: f32) -> Dictionary {
    dictionary! {
        "Type" => "Annot",
        "Subtype" => "Link",
        "Rect" => flipped(link.area, height),
        "Border" => vec![0.into(), 0.into(), 0.into()],
        "F" => 4,
        "Contents" => text_string(&link.description),
    }
}

/// The entry that says where a link leads.
fn target(
    pass: &Pass<'_>,
    places: &BTreeMap<TagId, Place>,
    link: &Link,
) -> Result<Option<(&'static str, Object)>> {
    Ok(match &link.target {
        Target::Address(address) => address_bytes(address).map(|bytes| {
            let address = Object::String(bytes, StringFormat::Literal);
            (
                "A",
                dictionary! { "Type" => "Action", "S" => name("URI"), "URI" => address }.into(),
            )
        }),
        Target::Tag(tag) => match places.get(tag) {
            Some(place) => Some(("Dest", pass.destination(place.page, place.y)?)),
            None => None,
        },
    })
}

/// The address in ASCII; `None` when its scheme is not one of [`SCHEMES`].
fn address_bytes(address: &str) -> Option<Vec<u8>> {
    let lower = address.to_ascii_lowercase();
    if !SCHEMES.iter().any(|scheme| lower.starts_with(scheme)) {
        return None;
    }
    let mut bytes = Vec::new();
    for byte in address.bytes() {
        if byte.is_ascii_graphic() && !matches!(byte, b'(' | b')' | b'\\') {
            bytes.push(byte);
        } else {
            bytes.extend(format!("%{byte:02X}").bytes());
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::address_bytes;

    #[test]
    fn only_harmless_addresses_become_links() {
        assert_eq!(address_bytes("JavaScript:alert(1)"), None);
        assert_eq!(address_bytes("file:///etc/passwd"), None);
        assert_eq!(
            address_bytes("https://kk.example/қ (1)").unwrap(),
            b"https://kk.example/%D2%9B%20%281%29"
        );
    }
}
