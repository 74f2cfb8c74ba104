//! From the bytes of a PDF to its tags: what is marked on the pages, nothing else.

mod attributes;
mod cmap;
mod file;
mod files;
mod filter;
mod lexer;
mod marked;
mod object;
mod pages;
mod parse;
#[cfg(test)]
mod tests;
mod tree;
mod xref;

use self::file::File;
use self::object::{Id, Object};
use self::tree::Tags;
use super::keys;
use super::tags::{ReadTag, key};
use crate::error::{Error, Result};
use crate::limits::Limits;
use crate::resources::MapResources;

/// What is read from a PDF of ours.
#[derive(Debug, Default)]
pub(crate) struct Parts {
    /// The tags; the first is the root.
    pub(crate) tags: Vec<ReadTag>,
    /// The images, by the address that the article has for them.
    pub(crate) images: MapResources,
    /// The digest that the writer left.
    pub(crate) digest: Option<String>,
}

/// A PDF that can be asked for the parts of a tagged article.
pub(crate) trait TaggedSource {
    /// The tags with their text and images.
    ///
    /// # Errors
    /// When the file is not ours, is damaged, or passes a limit.
    fn parts(&self) -> Result<Parts>;

    /// The attached article.
    ///
    /// # Errors
    /// When it cannot be unpacked within the limits.
    fn attachment(&self) -> Result<Option<Vec<u8>>>;
}

/// Opens a PDF.
///
/// # Errors
/// When it is no PDF, is cut off, damaged or encrypted.
pub(crate) fn open<'a>(bytes: &'a [u8], limits: &'a Limits) -> Result<impl TaggedSource + 'a> {
    File::open(bytes, limits)
}

impl TaggedSource for File<'_> {
    fn parts(&self) -> Result<Parts> {
        let catalog = self.catalog()?;
        let root = tree::root(self, &catalog)?.ok_or_else(foreign)?;
        // The mark is looked for before anything else is read.
        let data = attributes::read(self, &*self.object(root)?)?;
        if !data.iter().any(|(name, _)| name == key::PROFILE) {
            return Err(foreign());
        }
        let pages = pages::read(self, &catalog)?;
        let marks = marked::read(self, &pages)?;
        let Tags { mut tags, pictures } = tree::read(self, root, marks)?;
        let mut images = MapResources::new();
        for (tag, pictures) in tags.iter_mut().zip(&pictures) {
            collect_images(self, tag, pictures, &mut images)?;
        }
        let digest = tags.first_mut().and_then(|root| take(root, keys::DIGEST));
        Ok(Parts {
            tags,
            images,
            digest,
        })
    }

    fn attachment(&self) -> Result<Option<Vec<u8>>> {
        let files = files::of(self, &*self.catalog()?)?;
        Ok(files
            .into_iter()
            .find(|(name, _, _)| name == keys::ATTACHMENT)
            .map(|(_, _, data)| data))
    }
}

fn foreign() -> Error {
    Error::unsupported("not written by separatum; reading other PDFs is not supported yet")
}

/// Takes a value of the file itself out of a tag's data.
fn take(tag: &mut ReadTag, key: &str) -> Option<String> {
    let at = tag.data.iter().position(|(name, _)| name == key)?;
    Some(tag.data.remove(at).1)
}

/// Takes the images out of a tag: a JPEG is what the page paints, others are the tag's associated files.
fn collect_images(
    file: &File<'_>,
    tag: &mut ReadTag,
    pictures: &[Id],
    images: &mut MapResources,
) -> Result<()> {
    let Some(sources) = take(tag, keys::IMAGES) else {
        return Ok(());
    };
    let sources: Vec<(String, Option<String>)> = serde_json::from_str(&sources)
        .map_err(|_| Error::malformed("PDF", "the list of a tag's images is damaged"))?;
    for (index, (href, original)) in sources.into_iter().enumerate() {
        let data = match original {
            Some(name) => tag
                .files
                .iter()
                .position(|(file, _, _)| *file == name)
                .map(|at| tag.files.remove(at).2),
            None => match pictures
                .get(index)
                .map(|id| file.object(*id))
                .transpose()?
                .as_deref()
            {
                Some(Object::Stream(dict, range)) if filter::is_jpeg(dict) => {
                    Some(file.raw(range).to_vec())
                }
                _ => None,
            },
        };
        if let Some(data) = data {
            images.insert(href, data);
        }
    }
    Ok(())
}
