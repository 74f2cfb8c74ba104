//! The reader: events of `quick-xml`, checked for everything that it lets through, made into a tree.

use std::rc::Rc;

use quick_xml::events::Event;

use super::Parsed;
use super::attributes::Attributes;
use super::chars;
use super::declaration;
use super::doctype::{Declared, check_comment, split_instruction};
use super::entities::Entities;
use super::fault::{Fault, Source, Step};
use super::namespaces::Bindings;
use super::references::{self, Expansion, Meaning};
use crate::error::{Error, Result};
use crate::limits::Limits;
use crate::report::{Effect, Finding, Location, Stage};
use crate::tree::{Element, Instruction, Node};

/// What a reader of XML is told.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ReadOptions<'o> {
    /// The ceilings; of them the depth is the next field, since formats need more elements for one of the article's.
    pub(crate) limits: &'o Limits,
    /// The deepest nesting of elements.
    pub(crate) depth: usize,
    /// The names that an external DTD is known to declare.
    pub(crate) entities: Entities,
    /// Whether well-known prefixes without a declaration are bound, and well-known names without one resolved.
    pub(crate) repair: bool,
    /// The elements whose declarations in scope are wanted, by local name.
    pub(crate) scopes_of: Option<&'static str>,
}

/// A document being read.
#[derive(Debug)]
pub(super) struct Reader<'o> {
    pub(super) options: ReadOptions<'o>,
    source: Source<'o>,
    declared: Option<Rc<Declared>>,
    pub(super) expansion: Expansion,
    pub(super) bindings: Bindings,
    /// The elements that are open, outermost first.
    pub(super) open: Vec<Open>,
    /// The text read since the last tag, comment or instruction.
    text: String,
    pub(super) elements: usize,
    pub(super) parsed: Parsed,
    has_root: bool,
    /// How many elements were open where the declarations in scope were noted last.
    noted_at: Option<usize>,
}

/// An element that is open.
#[derive(Debug)]
pub(super) struct Open {
    pub(super) element: Element,
    /// How many declarations were in scope before it.
    pub(super) bound: usize,
}

/// Reads a document that is decoded already.
pub(super) fn read(source: Source<'_>, options: &ReadOptions<'_>) -> Result<Parsed> {
    let mut reader = Reader {
        options: *options,
        source,
        declared: None,
        expansion: Expansion::new(options.limits.entity_bytes, source.text.len()),
        bindings: Bindings::default(),
        open: Vec::new(),
        text: String::new(),
        elements: 0,
        parsed: Parsed::default(),
        has_root: false,
        noted_at: None,
    };
    match reader.document() {
        Ok(()) => Ok(reader.parsed),
        Err(fault) => {
            let location = reader.location(fault.at);
            Err(fault.error.at(location))
        }
    }
}

impl Reader<'_> {
    fn document(&mut self) -> Step<()> {
        let text = self.source.text;
        if let Some((at, c)) = chars::find_illegal(text) {
            return Err(Fault::malformed(
                at,
                format!("character U+{:04X}, which XML does not allow", u32::from(c)),
            ));
        }
        if text.starts_with('\u{FEFF}') {
            return Err(Fault::malformed(0, "second byte order mark"));
        }
        self.events(text)?;
        let end = text.len();
        if let Some(open) = self.open.last() {
            return Err(Fault::malformed(
                end,
                format!(
                    "end of input, where `</{}>` was expected",
                    open.element.name
                ),
            ));
        }
        if !self.has_root {
            return Err(Fault::malformed(
                end,
                "end of input, where a root element was expected",
            ));
        }
        self.parsed.doctype = self
            .declared
            .take()
            .map(|declared| declared.doctype.clone());
        Ok(())
    }

    /// Reads text with markup: the document, or the replacement text of an entity.
    fn events(&mut self, text: &str) -> Step<()> {
        let mut reader = quick_xml::Reader::from_str(text);
        loop {
            let at = offset(reader.buffer_position());
            let event = reader
                .read_event()
                .map_err(|error| Fault::of_scanner(&error, at))?;
            let markup = || {
                text.get(at..offset(reader.buffer_position()))
                    .unwrap_or_default()
            };
            match event {
                Event::Text(text) => self.raw_text(&text.into_inner(), at)?,
                Event::Start(tag) => self.start(tag.name().as_ref(), tag.attributes_raw(), at)?,
                Event::End(_) => self.end(),
                Event::Empty(tag) => {
                    self.start(tag.name().as_ref(), tag.attributes_raw(), at)?;
                    self.end();
                }
                Event::GeneralRef(name) => self.reference(&name.into_inner(), at)?,
                Event::CData(data) => self.character_data(&data.into_inner(), at)?,
                Event::Comment(text) => {
                    let text = text.into_inner();
                    check_comment(&text, at)?;
                    self.invisible(Node::Comment(chars::line_ends(&text).into_owned()));
                }
                Event::PI(content) => {
                    let content = content.into_inner();
                    let (target, text) = split_instruction(&content, at)?;
                    let (target, text) = (target.to_owned(), chars::line_ends(text).into_owned());
                    self.invisible(Node::Instruction(Instruction { target, text }));
                }
                Event::Decl(_) => self.declaration(markup(), at)?,
                Event::DocType(_) => self.doctype(markup(), at)?,
                Event::Eof => return Ok(()),
            }
        }
    }

    /// Text as it stands between markup.
    fn raw_text(&mut self, raw: &str, at: usize) -> Step<()> {
        if self.open.is_empty() {
            return match raw.find(|c: char| !u8::try_from(c).is_ok_and(chars::is_space)) {
                Some(i) => Err(Fault::malformed(at + i, "text outside the root element")),
                None => Ok(()),
            };
        }
        let mut from = 0;
        while let Some(i) = raw.get(from..).and_then(|rest| rest.find('>')) {
            from += i + 1;
            if raw
                .get(..from)
                .is_some_and(|before| before.ends_with("]]>"))
            {
                return Err(Fault::malformed(
                    at + from - 3,
                    "`]]>` in text; it is written `]]&gt;`",
                ));
            }
        }
        if self.expansion.is_inside() {
            self.push_text(raw, at)
        } else {
            self.push_text(&chars::line_ends(raw), at)
        }
    }

    /// Text that is read as it stands.
    fn push_text(&mut self, text: &str, at: usize) -> Step<()> {
        let limit = self.options.limits.text_bytes;
        if self.text.len().saturating_add(text.len()) > limit {
            return Err(Fault::new(at, Error::limit("text_bytes", limit as u64)));
        }
        self.text.push_str(text);
        Ok(())
    }

    fn character_data(&mut self, data: &str, at: usize) -> Step<()> {
        if self.open.is_empty() {
            return Err(Fault::malformed(at, "text outside the root element"));
        }
        self.push_text(&chars::line_ends(data), at)
    }

    /// A reference in text.
    fn reference(&mut self, name: &str, at: usize) -> Step<()> {
        if self.open.is_empty() {
            return Err(Fault::malformed(at, "reference outside the root element"));
        }
        match self.meaning(name, at)? {
            Meaning::Char(c) => self.push_text(c.encode_utf8(&mut [0; 4]), at),
            Meaning::Text(text) | Meaning::Undeclared(text) => self.push_text(text, at),
            Meaning::Replacement(text) => {
                self.expansion.enter(name, &text, at)?;
                let depth = self.open.len();
                // `quick-xml` would take a mark at the start for one of the encoding.
                let marked = text.strip_prefix('\u{FEFF}');
                if marked.is_some() {
                    self.push_text("\u{FEFF}", at)?;
                }
                self.events(marked.unwrap_or(&text))
                    .map_err(|fault| Fault::new(at, fault.error))?;
                if self.open.len() != depth {
                    return Err(Fault::malformed(
                        at,
                        format!("entity `{name}` that opens an element and does not close it"),
                    ));
                }
                self.expansion.leave();
                Ok(())
            }
        }
    }

    /// What a reference stands for in this document.
    pub(super) fn meaning(&mut self, name: &str, at: usize) -> Step<Meaning> {
        let meaning =
            references::resolve(name, self.declared.as_deref(), self.options.entities, at)?;
        if matches!(meaning, Meaning::Undeclared(_)) {
            if !self.options.repair {
                return Err(references::undeclared(name, at));
            }
            self.repaired(
                "xml.undeclared-entity",
                format!("entity `{name}` taken for what it is in the DTDs of the field"),
                at,
            );
        }
        Ok(meaning)
    }

    /// A comment or instruction, wherever it stands.
    fn invisible(&mut self, node: Node) {
        self.flush();
        let place = match self.open.last_mut() {
            Some(open) => &mut open.element.content,
            None if self.has_root => &mut self.parsed.epilog,
            None => &mut self.parsed.prolog,
        };
        place.push(node);
    }

    /// Ends the text read so far.
    pub(super) fn flush(&mut self) {
        if !self.text.is_empty() {
            let text = std::mem::take(&mut self.text);
            if let Some(open) = self.open.last_mut() {
                open.element.content.push(Node::Text(text));
            }
        }
    }

    fn start(&mut self, name: &str, attributes: &str, at: usize) -> Step<()> {
        self.flush();
        if self.open.is_empty() && self.has_root {
            return Err(Fault::malformed(
                at,
                format!("second root element `{name}`"),
            ));
        }
        let limits = self.options.limits;
        self.elements += 1;
        if self.elements > limits.elements {
            return Err(Fault::new(
                at,
                Error::limit("elements", limits.elements as u64),
            ));
        }
        if self.open.len() >= self.options.depth {
            return Err(Fault::new(
                at,
                Error::limit("depth", self.options.depth as u64),
            ));
        }
        let declared = self.declared.clone();
        let attributes = Attributes::new(attributes, at + 1 + name.len());
        let open = self.element(name, attributes, declared.as_deref(), at)?;
        self.has_root = true;
        if self.open.is_empty() {
            self.parsed.root_namespaces = self.bindings.in_scope();
            self.parsed.root_location = self.source.location(at);
        }
        if self.noted_at.is_none()
            && self
                .options
                .scopes_of
                .is_some_and(|wanted| open.element.name == wanted)
        {
            self.noted_at = Some(self.open.len());
            self.parsed.scopes.push(self.bindings.in_scope());
        }
        self.open.push(open);
        Ok(())
    }

    fn end(&mut self) {
        self.flush();
        // `quick-xml` has checked that the names agree, so that there is one to end.
        let Some(Open { element, bound }) = self.open.pop() else {
            return;
        };
        self.bindings.truncate(bound);
        if self.noted_at == Some(self.open.len()) {
            self.noted_at = None;
        }
        match self.open.last_mut() {
            Some(parent) => parent.element.content.push(Node::Element(element)),
            None => self.parsed.root = element,
        }
    }

    /// The XML declaration; what it says of the encoding has been heeded before.
    fn declaration(&mut self, markup: &str, at: usize) -> Step<()> {
        if at > 0 || self.expansion.is_inside() {
            return Err(Fault::malformed(
                at,
                "XML declaration that is not at the very start",
            ));
        }
        declaration::check(markup, at)
    }

    fn doctype(&mut self, markup: &str, at: usize) -> Step<()> {
        if self.has_root || self.expansion.is_inside() {
            return Err(Fault::malformed(
                at,
                "document type declaration behind the start of the root element",
            ));
        }
        if self.declared.is_some() {
            return Err(Fault::malformed(at, "second document type declaration"));
        }
        self.declared = Some(Rc::new(Declared::parse(markup, at)?));
        Ok(())
    }

    /// Notes that faulty input was mended.
    pub(super) fn repaired(&mut self, code: &'static str, detail: String, at: usize) {
        let finding =
            Finding::new(code, Effect::Repaired, Stage::Read, detail).at(self.location(at));
        self.parsed.repaired.push(finding);
    }

    /// A place in the input, with the path of the elements that are open.
    fn location(&self, at: usize) -> Location {
        let location = self.source.location(at);
        if self.open.is_empty() {
            location
        } else {
            location.path(self.path())
        }
    }

    fn path(&self) -> String {
        let mut path = String::new();
        let mut parent: Option<&Element> = None;
        // Whatever is nested deeper is no article, and the path to it no help.
        for Open { element, .. } in self.open.iter().take(32) {
            super::push_step(&mut path, parent.map(|p| p.content.as_slice()), element);
            parent = Some(element);
        }
        path
    }
}

fn offset(position: u64) -> usize {
    usize::try_from(position).unwrap_or(usize::MAX)
}
