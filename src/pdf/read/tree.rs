//! The structure tree as a list of tags.

use std::collections::BTreeSet;

use super::attributes;
use super::file::File;
use super::files;
use super::marked::Marks;
use super::object::{Id, Object};
use crate::error::{Error, Result};
use crate::pdf::tags::{DEPTH, ReadKid, ReadTag};

/// The tags, parents before their children, and the images that each paints.
#[derive(Debug, Default)]
pub(super) struct Tags {
    /// The tags.
    pub(super) tags: Vec<ReadTag>,
    /// Image objects by tag, in the order painted.
    pub(super) pictures: Vec<Vec<Id>>,
}

/// The root element of the structure tree; none when the file is not tagged.
pub(super) fn root(file: &File<'_>, catalog: &Object) -> Result<Option<Id>> {
    let tree = file.get(catalog, "StructTreeRoot")?;
    let kids = file.get(&tree, "K")?;
    let first = match kids.array() {
        Some(kids) => kids.first().and_then(Object::reference),
        None => tree
            .dict()
            .and_then(|d| d.get("K"))
            .and_then(Object::reference),
    };
    Ok(first)
}

/// Reads the elements below a root. Each marked content is given to the first tag that names it.
pub(super) fn read(file: &File<'_>, root: Id, mut marks: Marks) -> Result<Tags> {
    let mut tags = Tags::default();
    let mut seen = BTreeSet::new();
    let mut open = vec![begin(file, root, None, &mut seen, &mut tags)?];
    while let Some(element) = open.last_mut() {
        let Some(kid) = element.kids.next() else {
            open.pop();
            continue;
        };
        match kid_of(file, &kid, element.page)? {
            Kid::Element(id) => {
                let (parent, page) = (element.tag, element.page);
                if open.len() >= DEPTH {
                    return Err(Error::limit("depth", file.limits().depth as u64));
                }
                let element = begin(file, id, page, &mut seen, &mut tags)?;
                if let Some(parent) = tags.tags.get_mut(parent) {
                    parent.kids.push(ReadKid::Tag(element.tag));
                }
                open.push(element);
            }
            Kid::Content(page, number) => {
                if let Some(marked) = marks.remove(&(page, number)) {
                    if let Some(pictures) = tags.pictures.get_mut(element.tag) {
                        pictures.extend(marked.pictures);
                    }
                    if let Some(tag) = tags.tags.get_mut(element.tag) {
                        add_text(tag, marked.text);
                    }
                }
            }
            Kid::Other => {}
        }
    }
    Ok(tags)
}

/// An element whose kids are being read.
struct Element {
    tag: usize,
    page: Option<Id>,
    kids: std::vec::IntoIter<Object>,
}

fn begin(
    file: &File<'_>,
    id: Id,
    page: Option<Id>,
    seen: &mut BTreeSet<Id>,
    tags: &mut Tags,
) -> Result<Element> {
    File::visit(seen, id)?;
    if tags.tags.len() >= file.limits().elements {
        return Err(Error::limit("elements", file.limits().elements as u64));
    }
    let object = file.object(id)?;
    let text = |key| file.get(&object, key).map(|value| value.text());
    tags.tags.push(ReadTag {
        role: file
            .get(&object, "S")?
            .name()
            .unwrap_or_default()
            .to_owned(),
        data: attributes::read(file, &object)?,
        id: text("ID")?,
        lang: text("Lang")?,
        alt: text("Alt")?,
        files: files::of(file, &object)?,
        kids: Vec::new(),
    });
    tags.pictures.push(Vec::new());
    let kids = file.get(&object, "K")?;
    let kids = match &*kids {
        Object::Array(kids) => kids.clone(),
        Object::Null => Vec::new(),
        // A single kid may be a reference: it is the reference that counts.
        _ => object
            .dict()
            .and_then(|d| d.get("K"))
            .cloned()
            .into_iter()
            .collect(),
    };
    let own = object
        .dict()
        .and_then(|d| d.get("Pg"))
        .and_then(Object::reference);
    Ok(Element {
        tag: tags.tags.len() - 1,
        page: own.or(page),
        kids: kids.into_iter(),
    })
}

enum Kid {
    Element(Id),
    Content(Id, i64),
    Other,
}

fn kid_of(file: &File<'_>, kid: &Object, page: Option<Id>) -> Result<Kid> {
    let content = |page: Option<Id>, number: Option<i64>| match (page, number) {
        (Some(page), Some(number)) => Kid::Content(page, number),
        _ => Kid::Other,
    };
    if let Some(number) = kid.int() {
        return Ok(content(page, Some(number)));
    }
    let object = file.resolved(Some(kid))?;
    let Some(dict) = object.dict() else {
        return Ok(Kid::Other);
    };
    Ok(match dict.get("Type").and_then(Object::name) {
        Some("MCR") => {
            let own = dict.get("Pg").and_then(Object::reference);
            content(own.or(page), file.get(&object, "MCID")?.int())
        }
        Some("OBJR") => Kid::Other,
        _ => kid.reference().map_or(Kid::Other, Kid::Element),
    })
}

fn add_text(tag: &mut ReadTag, text: String) {
    match tag.kids.last_mut() {
        _ if text.is_empty() => {}
        Some(ReadKid::Text(last)) => last.push_str(&text),
        _ => tag.kids.push(ReadKid::Text(text)),
    }
}
