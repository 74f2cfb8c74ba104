//! XML, read into a tree and written from one.
//!
//! The reader stands on `quick-xml` and refuses everything that is not well-formed, with its place; it never opens
//! anything. The writer never indents: white space is data.

mod attributes;
pub(crate) mod chars;
mod declaration;
mod doctype;
mod element;
mod encoding;
mod entities;
mod escape;
mod fault;
mod namespaces;
mod read;
mod references;
mod value;
mod write;

pub(crate) use entities::Entities;
pub(crate) use escape::{escape_attr, escape_text};
pub(crate) use read::ReadOptions;
pub(crate) use write::{WriteOptions, declarations, used_namespaces, write, write_invisible};

use crate::error::{Error, Result};
use crate::model::source::Doctype;
use crate::report::{Finding, Location};
use crate::tree::{Element, Node};

/// A document as read. Elements and attributes have their real namespaces; declarations of namespaces are no attributes.
#[derive(Debug, Default)]
pub(crate) struct Parsed {
    /// The document type declaration, without its internal subset.
    pub(crate) doctype: Option<Doctype>,
    /// Comments and instructions before the root.
    pub(crate) prolog: Vec<Node>,
    /// The root. White space is as in the source; attributes are sorted.
    pub(crate) root: Element,
    /// Where the root begins.
    pub(crate) root_location: Location,
    /// The namespaces declared on the root: prefix, empty for the default, and address.
    pub(crate) root_namespaces: Vec<(String, String)>,
    /// The declarations in scope at each element of the name asked for, in document order; none for those in another.
    pub(crate) scopes: Vec<Vec<(String, String)>>,
    /// Comments and instructions after the root.
    pub(crate) epilog: Vec<Node>,
    /// What was mended.
    pub(crate) repaired: Vec<Finding>,
}

/// Reads a document from bytes, in the encoding that its byte order mark or declaration names, else UTF-8.
///
/// # Errors
/// Everything that is not well-formed, with line, column, byte and path; ceilings passed; external entities.
pub(crate) fn read(bytes: &[u8], options: &ReadOptions<'_>) -> Result<Parsed> {
    check_size(bytes.len(), options)?;
    read::read(encoding::decode(bytes)?.source(), options)
}

/// Reads a document from text, whatever encoding it declares.
///
/// # Errors
/// As [`read`].
pub(crate) fn read_str(text: &str, options: &ReadOptions<'_>) -> Result<Parsed> {
    check_size(text.len(), options)?;
    read::read(encoding::Decoded::from_str(text).source(), options)
}

fn check_size(bytes: usize, options: &ReadOptions<'_>) -> Result<()> {
    let limit = options.limits.input_bytes;
    if bytes as u64 > limit {
        Err(Error::limit("input_bytes", limit))
    } else {
        Ok(())
    }
}

/// Adds an element to a path such as `/article/body[1]/sec[2]`; `before` are the siblings that stand before it.
fn push_step(path: &mut String, before: Option<&[Node]>, element: &Element) {
    path.push('/');
    path.push_str(&element.name);
    if let Some(before) = before {
        let same = |node: &&Node| match node {
            Node::Element(e) => e.name == element.name && e.namespace == element.namespace,
            _ => false,
        };
        let number = before.iter().filter(same).count() + 1;
        path.extend(["[", &number.to_string(), "]"]);
    }
}

#[cfg(test)]
mod tests;
