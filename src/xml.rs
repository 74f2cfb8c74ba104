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
mod nest;
mod read;
mod references;
mod stream;
mod tags;
mod used;
mod value;
mod write;

pub(crate) use entities::Entities;
pub(crate) use escape::{escape_attr, escape_text};
pub(crate) use read::ReadOptions;
pub(crate) use stream::Documents;
pub(crate) use used::Used;
pub(crate) use write::{WriteOptions, write, write_invisible};

use std::borrow::Cow;

use crate::error::Result;
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
    /// The root. Attributes are sorted.
    pub(crate) root: Element,
    /// Whether it has its normal form; else white space is as in the source.
    pub(crate) is_settled: bool,
    /// Where the input's root begins.
    pub(crate) root_location: Location,
    /// The namespaces that it uses.
    pub(crate) used: Used<'static>,
    /// The namespaces declared at the root: prefix, empty for the default, and address. Those of a wrapped document are
    /// all that are in scope.
    pub(crate) root_namespaces: Vec<(String, String)>,
    /// The name of the input's root, when that only wraps this document.
    pub(crate) wrapper: Option<Cow<'static, str>>,
    /// Comments and instructions after the root.
    pub(crate) epilog: Vec<Node>,
    /// What was mended, and what else is to be said.
    pub(crate) found: Vec<Finding>,
}

/// Reads a document from bytes, in the encoding that its byte order mark or declaration names, else UTF-8.
///
/// # Errors
/// Everything that is not well-formed, with line, column, byte and path; ceilings passed; external entities.
pub(crate) fn read(bytes: &[u8], options: ReadOptions) -> Result<Parsed> {
    Documents::of_slice(bytes, options)?.last()
}

/// Adds an element to a path such as `/article/body[1]/sec[2]`; `before` are the siblings that stand before it, and how
/// many more of its name there were.
fn push_step(path: &mut String, before: Option<(&[Node], usize)>, element: &Element) {
    path.push('/');
    path.push_str(&element.name);
    if let Some((before, more)) = before {
        let same = |node: &&Node| match node {
            Node::Element(e) => e.name == element.name && e.namespace == element.namespace,
            _ => false,
        };
        let number = before.iter().filter(same).count() + more + 1;
        path.extend(["[", &number.to_string(), "]"]);
    }
}

#[cfg(test)]
pub(crate) mod tests;
