//! The writer: a tree as XML, nothing indented.

pub(super) mod prefixes;

use prefixes::Prefixes;

use super::namespaces::XMLNS;
use super::used::Used;
use super::{chars, doctype, escape, escape_attr, escape_text};
use crate::error::{Error, Result};
use crate::report::Location;
use crate::tree::{Attr, Element, Node, ns};
use crate::vocabulary;

/// What a writer of XML is told.
#[derive(Debug, Clone, Copy)]
pub(crate) struct WriteOptions<'w> {
    /// The namespaces to declare on the root: prefix, empty for the default, and address. Others that the tree uses are
    /// added.
    pub(crate) namespaces: &'w [(String, String)],
    /// What an absent namespace of an element stands for. An empty one always stands for none.
    pub(crate) vocabulary: Option<&'w str>,
    /// Namespaces whose elements are written without a prefix, declared where they begin.
    pub(crate) local: &'w [&'w str],
    /// Attributes that the root has beyond its own.
    pub(crate) root_attrs: &'w [Attr],
    /// The deepest nesting of elements.
    pub(crate) depth: usize,
}

/// Adds a root with everything in it.
///
/// # Errors
/// When the tree holds what XML cannot: a character or a name that it does not allow, nesting that is too deep.
pub(crate) fn write(out: &mut String, root: &Element, options: &WriteOptions<'_>) -> Result<()> {
    let used = Used::of(root, options.vocabulary);
    let prefixes = Prefixes::choose(&used, options.namespaces, options.local);
    let writer = Writer { prefixes, options };
    writer.element(out, root, None, 1).map_err(|broken| {
        let mut path = String::new();
        super::push_step(&mut path, None, root);
        path.extend(broken.path.iter().rev().map(String::as_str));
        broken.error.at(Location::new().path(path))
    })
}

/// Adds a comment or instruction.
///
/// # Errors
/// When it is none that XML allows.
pub(crate) fn write_invisible(out: &mut String, node: &Node) -> Result<()> {
    let refuse = |what: &str| Err(Error::invalid(what));
    match node {
        Node::Comment(text) => {
            escape::check(text)?;
            if text.contains('\r') || doctype::check_comment(text, 0).is_err() {
                return refuse(
                    "comment that XML does not allow: `--`, `-` at its end, or a carriage return",
                );
            }
            out.extend(["<!--", text, "-->"]);
        }
        Node::Instruction(instruction) => {
            let (target, text) = (&instruction.target, &instruction.text);
            escape::check(text)?;
            if !chars::is_ncname(target) || target.eq_ignore_ascii_case("xml") {
                return refuse("processing instruction whose target is no name");
            }
            if text.contains("?>")
                || text.contains('\r')
                || chars::trim_start(text).len() < text.len()
            {
                return refuse(
                    "processing instruction that XML does not allow: `?>`, a carriage return, or a space first",
                );
            }
            out.extend(["<?", target]);
            if !text.is_empty() {
                out.extend([" ", text]);
            }
            out.push_str("?>");
        }
        Node::Text(text) if chars::is_blank(text) => {}
        Node::Text(_) | Node::Element(_) => return refuse("text or an element beside the root"),
    }
    Ok(())
}

struct Writer<'w> {
    prefixes: Prefixes,
    options: &'w WriteOptions<'w>,
}

/// An error, and the steps of its path from the inside out.
struct Broken {
    error: Error,
    path: Vec<String>,
}

impl From<Error> for Broken {
    fn from(error: Error) -> Self {
        Self {
            error,
            path: Vec::new(),
        }
    }
}

/// A prefix, empty for none, and the default namespace that holds in the element so named.
type Place<'p> = (&'p str, Option<&'p str>);

impl Writer<'_> {
    /// Adds an element that stands where `outer` is the default namespace.
    fn element(
        &self,
        out: &mut String,
        element: &Element,
        outer: Option<&str>,
        depth: usize,
    ) -> Result<(), Broken> {
        if depth > self.options.depth {
            return Err(
                Error::invalid(format!("elements more than {} deep", self.options.depth)).into(),
            );
        }
        check_name(&element.name)?;
        let is_root = depth == 1;
        let outer = if is_root {
            self.prefixes.default()
        } else {
            outer
        };
        let local = if is_root { &[] } else { self.options.local };
        let (prefix, inner) = self.place(element, outer, local);
        let (colon, name) = (
            if prefix.is_empty() { "" } else { ":" },
            element.name.as_ref(),
        );
        out.extend(["<", prefix, colon, name]);
        if is_root {
            self.prefixes.declare(out)?;
        }
        if inner != outer {
            attribute(out, "xmlns", inner.unwrap_or_default())?;
        }
        self.attributes(out, &element.attrs)?;
        if is_root {
            self.attributes(out, self.options.root_attrs)?;
        }
        if element.content.is_empty() {
            out.push_str("/>");
            return Ok(());
        }
        out.push('>');
        self.content(out, element, inner, depth)?;
        out.extend(["</", prefix, colon, name, ">"]);
        Ok(())
    }

    fn content(
        &self,
        out: &mut String,
        element: &Element,
        default: Option<&str>,
        depth: usize,
    ) -> Result<(), Broken> {
        for (i, node) in element.content.iter().enumerate() {
            match node {
                Node::Text(text) => escape_text(out, text)?,
                Node::Comment(_) | Node::Instruction(_) => write_invisible(out, node)?,
                Node::Element(child) => {
                    self.element(out, child, default, depth + 1)
                        .map_err(|mut broken| {
                            let mut step = String::new();
                            super::push_step(
                                &mut step,
                                element.content.get(..i).map(|before| (before, 0)),
                                child,
                            );
                            broken.path.push(step);
                            broken
                        })?;
                }
            }
        }
        Ok(())
    }

    /// How an element is named where `outer` is the default namespace.
    fn place<'p>(
        &'p self,
        element: &'p Element,
        outer: Option<&'p str>,
        local: &[&str],
    ) -> Place<'p> {
        let Some(uri) = namespace(element, self.options.vocabulary) else {
            return ("", None);
        };
        if uri == ns::XML {
            return ("xml", outer);
        }
        if outer == Some(uri) {
            return ("", outer);
        }
        match self.prefixes.of(uri).filter(|_| !local.contains(&uri)) {
            Some(prefix) => (prefix, outer),
            None => ("", Some(uri)),
        }
    }

    /// Adds attributes, sorted as they are in the normal form.
    fn attributes(&self, out: &mut String, attrs: &[Attr]) -> Result<()> {
        let key = |attr: &Attr| (attr.namespace.clone(), attr.name.clone());
        if attrs
            .windows(2)
            .any(|pair| matches!(pair, [a, b] if a.name == b.name && key(a) == key(b)))
        {
            return Err(Error::invalid("attribute given twice"));
        }
        for (i, attr) in attrs.iter().enumerate() {
            check_name(&attr.name)?;
            let local;
            let prefix = match attr.namespace.as_deref() {
                None | Some("") if attr.name == "xmlns" => {
                    return Err(Error::invalid("attribute named `xmlns`"));
                }
                None | Some("") => {
                    attribute(out, &attr.name, &attr.value)?;
                    continue;
                }
                Some(ns::XML) => "xml",
                Some(XMLNS) => {
                    return Err(Error::invalid("attribute in the namespace of declarations"));
                }
                Some(uri) => {
                    if let Some(prefix) = self.prefixes.of(uri) {
                        prefix
                    } else {
                        local = format!("sep{i}");
                        attribute(out, &format!("xmlns:{local}"), uri)?;
                        &local
                    }
                }
            };
            out.extend([" ", prefix, ":", &attr.name, "=\""]);
            escape_attr(out, &attr.value)?;
            out.push('"');
        }
        Ok(())
    }
}

/// The namespace of an element as XML has it.
pub(super) fn namespace<'e>(element: &'e Element, vocabulary: Option<&'e str>) -> Option<&'e str> {
    element
        .namespace
        .as_deref()
        .or(vocabulary)
        .filter(|uri| !uri.is_empty())
}

fn check_name(name: &str) -> Result<()> {
    if vocabulary::interned(name).is_some() || chars::is_ncname(name) {
        Ok(())
    } else {
        Err(Error::invalid(format!(
            "name `{}`, which is none in XML",
            name.escape_debug()
        )))
    }
}

/// Adds an attribute.
fn attribute(out: &mut String, name: &str, value: &str) -> Result<()> {
    out.extend([" ", name, "=\""]);
    escape_attr(out, value)?;
    out.push('"');
    Ok(())
}
