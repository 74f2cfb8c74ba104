//! The structure tree: one element for each tag, and the maps that lead from pages and ids to elements.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Object, ObjectId, dictionary};

use super::attributes;
use super::content::Marks;
use super::files::{self, File};
use super::pass::Pass;
use super::text::text_string;
use crate::error::{Error, Result};
use crate::pdf::keys;
use crate::pdf::page::{Item, Tag, TagId, TagKid};

/// Longest name under PDF/A, in bytes.
const NAME: usize = 127;

/// Writes the tree; the result is its root.
///
/// `extra` is what the root tag says of the file besides its own data.
pub(super) fn write(
    pass: &mut Pass<'_>,
    marks: &[Marks],
    extra: &[(&str, &str)],
) -> Result<ObjectId> {
    let root = pass.document.new_object_id();
    let parents = parents(&pass.pages.tags)?;
    let mut roles = BTreeMap::new();
    let mut ids = BTreeMap::new();
    for (index, tag) in pass.pages.tags.iter().enumerate() {
        let id = pass.element(index)?;
        let parent = match parents.get(index).copied().flatten() {
            Some(parent) => pass.element(parent)?,
            None => root,
        };
        let extra = if index == 0 { extra } else { &[] };
        let element = element(pass, marks, tag, parent, extra)?;
        pass.document.set_object(id, element);
        roles.entry(tag.role.as_str()).or_insert(tag.standard);
        if let Some(name) = &tag.id {
            ids.insert(name.as_str(), id);
        }
    }
    let tree = tree(pass, marks, &roles, &ids)?;
    pass.document.set_object(root, tree);
    Ok(root)
}

/// The parent of each tag.
fn parents(tags: &[Tag]) -> Result<Vec<Option<TagId>>> {
    let mut parents = vec![None; tags.len()];
    for (parent, tag) in tags.iter().enumerate() {
        for kid in &tag.kids {
            let TagKid::Tag(kid) = kid else { continue };
            match parents.get_mut(*kid) {
                Some(slot @ None) if *kid > parent => *slot = Some(parent),
                _ => {
                    return Err(Error::invalid(format!(
                        "tag {kid} has no place of its own in the tree"
                    )));
                }
            }
        }
    }
    Ok(parents)
}

fn tree(
    pass: &mut Pass<'_>,
    marks: &[Marks],
    roles: &BTreeMap<&str, &'static str>,
    ids: &BTreeMap<&str, ObjectId>,
) -> Result<Dictionary> {
    let (numbers, next) = parent_tree(pass, marks)?;
    let mut tree = dictionary! {
        "Type" => "StructTreeRoot",
        "K" => pass.element(0)?,
        "ParentTree" => pass.document.add_object(dictionary! { "Nums" => numbers }),
        "ParentTreeNextKey" => next,
    };
    let mut map = Dictionary::new();
    for (role, standard) in roles.iter().filter(|(role, standard)| **role != **standard) {
        map.set(*role, *standard);
    }
    tree.set("RoleMap", map);
    if !ids.is_empty() {
        // The tree is sorted by the bytes of the strings, which are not always those of the ids.
        let sorted: BTreeMap<Vec<u8>, (Object, ObjectId)> = ids
            .iter()
            .map(|(id, element)| (string_bytes(id), (text_string(id), *element)))
            .collect();
        let names: Vec<Object> = sorted
            .into_values()
            .flat_map(|(id, element)| [id, element.into()])
            .collect();
        tree.set("IDTree", dictionary! { "Names" => names });
    }
    Ok(tree)
}

fn string_bytes(text: &str) -> Vec<u8> {
    match text_string(text) {
        Object::String(bytes, _) => bytes,
        _ => Vec::new(),
    }
}

/// For each page the element of each marked content, for each annotation its element.
fn parent_tree(pass: &mut Pass<'_>, marks: &[Marks]) -> Result<(Vec<Object>, i64)> {
    let mut numbers = Vec::new();
    let mut key = 0_i64;
    for marks in marks {
        let owners: Vec<Object> = marks
            .owners
            .iter()
            .map(|owner| pass.element(*owner).map(Object::Reference))
            .collect::<Result<_>>()?;
        numbers.extend([
            key.into(),
            pass.document.add_object(Object::Array(owners)).into(),
        ]);
        key += 1;
    }
    for link in pass.links.values() {
        numbers.extend([key.into(), pass.element(link.tag)?.into()]);
        key += 1;
    }
    Ok((numbers, key))
}

fn element(
    pass: &mut Pass<'_>,
    marks: &[Marks],
    tag: &Tag,
    parent: ObjectId,
    extra: &[(&str, &str)],
) -> Result<Dictionary> {
    if tag.role.is_empty() || tag.role.len() > NAME {
        return Err(Error::invalid(format!(
            "the name of an element is longer than {NAME} bytes: {}",
            tag.role
        )));
    }
    let mut element =
        dictionary! { "Type" => "StructElem", "S" => tag.role.as_str(), "P" => parent };
    let (kids, page) = kids(pass, marks, tag)?;
    element.set("K", kids);
    if let Some(page) = page {
        element.set("Pg", pass.page(page)?);
    }
    for (key, value) in [("Alt", &tag.alt), ("Lang", &tag.lang), ("ID", &tag.id)] {
        if let Some(value) = value {
            element.set(key, text_string(value));
        }
    }
    let pictures = pictures(pass, tag)?;
    let sources = sources(pass, &pictures);
    let mut data: Vec<(&str, &str)> = tag.data.iter().map(|(k, v)| (*k, v.as_str())).collect();
    data.extend(extra);
    data.extend(sources.as_deref().map(|sources| (keys::IMAGES, sources)));
    let height = page
        .and_then(|p| pass.pages.pages.get(p))
        .map_or(0.0, |p| p.height);
    if let Some(attributes) = attributes::entry(&data, &tag.standard_attrs, height) {
        element.set("A", attributes);
    }
    let files = files(pass, tag, &pictures);
    if !files.is_empty() {
        element.set("AF", files);
    }
    Ok(element)
}

/// The kids, and the page that content without one of its own is on.
fn kids(pass: &Pass<'_>, marks: &[Marks], tag: &Tag) -> Result<(Vec<Object>, Option<usize>)> {
    let mut kids = Vec::new();
    let mut own = None;
    for kid in &tag.kids {
        match *kid {
            TagKid::Tag(kid) => kids.push(pass.element(kid)?.into()),
            TagKid::Content(page, chunk) => {
                let numbers = marks
                    .get(page)
                    .and_then(|m| m.chunks.get(chunk))
                    .ok_or_else(|| Error::invalid(format!("no chunk {chunk} on page {page}")))?;
                for number in numbers.clone() {
                    let number = i64::try_from(number).unwrap_or(i64::MAX);
                    if *own.get_or_insert(page) == page {
                        kids.push(number.into());
                    } else {
                        kids.push(dictionary! { "Type" => "MCR", "Pg" => pass.page(page)?, "MCID" => number }.into());
                    }
                }
            }
            TagKid::Link(page, link) => {
                if let Some(link) = pass.links.get(&(page, link)) {
                    kids.push(dictionary! { "Type" => "OBJR", "Pg" => pass.page(page)?, "Obj" => link.object }.into());
                }
            }
        }
    }
    Ok((kids, own))
}

/// The images that a tag paints, in order: indices into the stored ones.
fn pictures(pass: &Pass<'_>, tag: &Tag) -> Result<Vec<usize>> {
    let mut pictures = Vec::new();
    for kid in &tag.kids {
        let TagKid::Content(page, chunk) = *kid else {
            continue;
        };
        let items = pass
            .pages
            .pages
            .get(page)
            .and_then(|p| p.chunks.get(chunk))
            .map(|c| c.items.as_slice())
            .unwrap_or_default();
        for item in items {
            if let Item::Picture { image, .. } = item {
                if *image >= pass.images.len() {
                    return Err(Error::invalid(format!("no image {image}")));
                }
                pictures.push(*image);
            }
        }
    }
    Ok(pictures)
}

/// Where the bytes of the images are, as [`keys::IMAGES`] wants it.
fn sources(pass: &Pass<'_>, pictures: &[usize]) -> Option<String> {
    let sources: Vec<(&str, Option<&str>)> = pictures
        .iter()
        .filter_map(|p| pass.images.get(*p))
        .map(|image| {
            (
                image.href.as_str(),
                image.original.as_ref().map(|(_, name)| name.as_str()),
            )
        })
        .collect();
    if sources.is_empty() {
        None
    } else {
        serde_json::to_string(&sources).ok()
    }
}

fn files(pass: &mut Pass<'_>, tag: &Tag, pictures: &[usize]) -> Vec<Object> {
    let mut references: Vec<Object> = Vec::new();
    for file in &tag.files {
        let file = File {
            name: file.name,
            media_type: file.media_type,
            relationship: file.relationship,
            description: file.name,
            data: &file.data,
            date: None,
        };
        references.push(files::add(&mut pass.document, &file).into());
    }
    let originals = pictures
        .iter()
        .filter_map(|p| pass.images.get(*p)?.original.as_ref());
    references.extend(originals.map(|(id, _)| Object::Reference(*id)));
    references
}
