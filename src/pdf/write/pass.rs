//! What the pass over printpdf's document works on.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::annotations::Placed;
use super::images::Stored;
use crate::error::{Error, Result};
use crate::pdf::page::{Pages, TagId};

/// The document in the making, and where things are in it.
pub(super) struct Pass<'a> {
    /// The objects.
    pub(super) document: Document,
    /// What is written.
    pub(super) pages: &'a Pages,
    page_ids: Vec<ObjectId>,
    elements: Vec<ObjectId>,
    /// The images.
    pub(super) images: Vec<Stored>,
    /// The annotations, by page and index on it.
    pub(super) links: BTreeMap<(usize, usize), Placed>,
}

impl<'a> Pass<'a> {
    /// Begins with what printpdf made; reserves an object for every tag.
    pub(super) fn new(mut document: Document, pages: &'a Pages) -> Self {
        let page_ids = document.page_iter().collect();
        let elements = pages
            .tags
            .iter()
            .map(|_| document.new_object_id())
            .collect();
        Self {
            document,
            pages,
            page_ids,
            elements,
            images: Vec::new(),
            links: BTreeMap::new(),
        }
    }

    /// The object of a page.
    pub(super) fn page(&self, page: usize) -> Result<ObjectId> {
        self.page_ids
            .get(page)
            .copied()
            .ok_or_else(|| Error::invalid(format!("no page {page}")))
    }

    /// The object of a tag's structure element.
    pub(super) fn element(&self, tag: TagId) -> Result<ObjectId> {
        self.elements
            .get(tag)
            .copied()
            .ok_or_else(|| Error::invalid(format!("no tag {tag}")))
    }

    /// The dictionary of that object.
    pub(super) fn dictionary(&mut self, id: ObjectId) -> Result<&mut Dictionary> {
        self.document.get_dictionary_mut(id).map_err(unexpected)
    }

    /// A dictionary of resources that all pages share: `Font`, `XObject`.
    pub(super) fn shared(&mut self, kind: &str) -> Result<&mut Dictionary> {
        let id = self.page(0)?;
        let page = self.document.get_dictionary(id).map_err(unexpected)?;
        let resources = page
            .get(b"Resources")
            .and_then(Object::as_reference)
            .map_err(unexpected)?;
        let resources = self
            .document
            .get_dictionary(resources)
            .map_err(unexpected)?;
        let shared = resources
            .get(kind.as_bytes())
            .and_then(Object::as_reference)
            .map_err(unexpected)?;
        self.dictionary(shared)
    }

    /// A destination: a page and the height to show first.
    pub(super) fn destination(&self, page: usize, y: f32) -> Result<Object> {
        let height = self.pages.pages.get(page).map_or(0.0, |p| p.height);
        Ok(Object::Array(vec![
            self.page(page)?.into(),
            super::text::name("XYZ"),
            Object::Null,
            super::text::real(height - y),
            Object::Null,
        ]))
    }
}

/// printpdf's document is not shaped as it was when this was written.
#[expect(clippy::needless_pass_by_value, reason = "it stands in map_err")]
pub(super) fn unexpected(error: lopdf::Error) -> Error {
    Error::invalid(format!("the PDF cannot be put together: {error}"))
}
