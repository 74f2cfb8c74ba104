//! The pages of a file, in order.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::file::File;
use super::object::{Id, Object};
use crate::error::{Error, Result};

/// Deepest page tree.
const DEPTH: usize = 64;

/// A page.
pub(super) struct Page {
    /// Its object.
    pub(super) id: Id,
    /// Its dictionary.
    pub(super) dict: Rc<Object>,
    /// Its resources, or those that it inherits.
    pub(super) resources: Rc<Object>,
}

/// All pages. The tree's own count is not believed.
pub(super) fn read(file: &File<'_>, catalog: &Object) -> Result<Vec<Page>> {
    let mut pages = Vec::new();
    let mut seen = BTreeSet::new();
    let root = catalog
        .dict()
        .and_then(|d| d.get("Pages"))
        .and_then(Object::reference);
    let mut next: Vec<(Id, usize, Rc<Object>)> = root
        .map(|id| (id, 0, Rc::new(Object::Null)))
        .into_iter()
        .collect();
    while let Some((id, depth, inherited)) = next.pop() {
        File::visit(&mut seen, id)?;
        if depth > DEPTH {
            return Err(Error::malformed(
                "PDF",
                format!("the page tree is deeper than {DEPTH}"),
            ));
        }
        let dict = file.object(id)?;
        let own = file.get(&dict, "Resources")?;
        let resources = if *own == Object::Null { inherited } else { own };
        let kids = file.get(&dict, "Kids")?;
        let Some(kids) = kids.array() else {
            if pages.len() >= file.limits().pages {
                return Err(Error::limit("pages", file.limits().pages as u64));
            }
            pages.push(Page {
                id,
                dict,
                resources,
            });
            continue;
        };
        let kids = kids.iter().rev().filter_map(Object::reference);
        next.extend(kids.map(|kid| (kid, depth + 1, Rc::clone(&resources))));
    }
    Ok(pages)
}
