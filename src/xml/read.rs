//! The reader: events of `quick-xml`, checked for everything that it lets through, made into a tree.

use std::borrow::Cow;
use std::collections::VecDeque;
use std::sync::Arc;

use quick_xml::events::Event;

use super::Parsed;
use super::chars;
use super::declaration;
use super::doctype::{Declared, check_comment, split_instruction};
use super::entities::Entities;
use super::fault::{Fault, Step, may_be_cut};
use super::namespaces::Bindings;
use super::nest::Nest;
use super::references::{self, Expansion, Meaning};
use super::used::Used;
use crate::error::Error;
use crate::limits::Limits;
use crate::report::{Effect, Finding, Location, Stage};
use crate::tree::{Attr, Instruction, Node};

/// What a reader of XML is told.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ReadOptions {
    /// The ceilings; of them the depth is the next field, since formats need more elements for one of the article's.
    pub(crate) limits: Limits,
    /// The deepest nesting of elements, counted from the root of what is handed out.
    pub(crate) depth: usize,
    /// The names that an external DTD is known to declare.
    pub(crate) entities: Entities,
    /// Whether well-known prefixes without a declaration are bound, and well-known names without one resolved.
    pub(crate) repair: bool,
    /// Whether the documents are of JATS: then the white space in them that is no data takes no memory.
    pub(crate) drop_blanks: bool,
    /// The local name of the elements that are documents of their own when they stand in another root.
    pub(crate) wrapped: Option<&'static str>,
}

/// How many of the places at which input was mended are told with their path.
const PATHS: usize = 1_000;

/// A document being read: it takes text, piece by piece, and makes the tree.
#[derive(Debug)]
pub(super) struct Reader {
    pub(super) options: ReadOptions,
    pub(super) declared: Option<Arc<Declared>>,
    pub(super) expansion: Expansion,
    pub(super) bindings: Bindings,
    pub(super) nest: Nest,
    /// The attributes of the tag at hand: memory that is used again for each.
    pub(super) attrs: Vec<Attr>,
    /// The text read since the last tag, comment or instruction: memory that is used again for each.
    pub(super) text: String,
    pub(super) elements: usize,
    /// The root and what is around it.
    pub(super) parsed: Parsed,
    pub(super) has_begun: bool,
    pub(super) has_root: bool,
    /// The name of the root when it only wraps what is wanted: nothing is kept of it.
    pub(super) wrapper: Option<Cow<'static, str>>,
    /// How many elements are open around the wrapped document at hand.
    pub(super) wrapped_in: Option<usize>,
    /// The declarations in scope where it begins.
    pub(super) scope: Vec<(String, String)>,
    /// Wrapped documents that are whole.
    pub(super) ready: VecDeque<Parsed>,
    /// Where the root begins, when that is in the text at hand.
    pub(super) root_at: Option<usize>,
    /// The namespaces that the document uses, as far as it is read.
    pub(super) used: Used<'static>,
    /// How often input was mended.
    mended: usize,
    /// What is to be said, and where in the text at hand.
    pub(super) found: Vec<(usize, Finding)>,
}

impl Reader {
    pub(super) fn new(options: ReadOptions) -> Self {
        Self {
            options,
            declared: None,
            expansion: Expansion::new(options.limits.entity_bytes),
            bindings: Bindings::default(),
            nest: Nest::default(),
            attrs: Vec::new(),
            text: String::new(),
            elements: 0,
            parsed: Parsed::default(),
            has_root: false,
            has_begun: false,
            wrapper: None,
            wrapped_in: None,
            scope: Vec::new(),
            ready: VecDeque::new(),
            root_at: None,
            used: Used::default(),
            mended: 0,
            found: Vec::new(),
        }
    }

    /// Reads what is whole of some text, as far as the end of a wrapped document, and tells how far that is.
    ///
    /// Where more text follows, what is at the end may be cut: it is not read, and stands at the beginning the next time.
    pub(super) fn feed(&mut self, text: &str, is_last: bool) -> Step<usize> {
        let read = self.events(text, is_last)?;
        self.has_begun |= read > 0;
        Ok(read)
    }

    /// A wrapped document that is whole.
    pub(super) fn ready(&mut self) -> Option<Parsed> {
        self.ready.pop_front()
    }

    /// True when there is one.
    pub(super) fn is_ready(&self) -> bool {
        !self.ready.is_empty()
    }

    /// Ends the input, at the end of the text at hand: the document, of which nothing is kept but the root where it wraps
    /// others.
    pub(super) fn finish(&mut self, end: usize) -> Step<Parsed> {
        if let Some(name) = self.nest.name() {
            return Err(Fault::malformed(
                end,
                format!("end of input, where `</{name}>` was expected"),
            ));
        }
        if !self.has_root {
            return Err(Fault::malformed(
                end,
                "end of input, where a root element was expected",
            ));
        }
        let declared = self.declared.take();
        self.parsed.used = std::mem::take(&mut self.used);
        self.parsed.doctype = declared.map(|declared| declared.doctype.clone());
        Ok(std::mem::take(&mut self.parsed))
    }

    /// Reads text with markup: the document, or the replacement text of an entity.
    fn events(&mut self, text: &str, is_last: bool) -> Step<usize> {
        // `quick-xml` would take a mark at the start for one of the encoding.
        let body = text.strip_prefix('\u{FEFF}');
        let marked = body.map_or(0, |body| text.len() - body.len());
        if marked > 0 {
            self.raw_text("\u{FEFF}", 0)?;
        }
        let mut reader = quick_xml::Reader::from_str(body.unwrap_or(text));
        // What is open may have been opened in an earlier piece, so that only we know it.
        reader.config_mut().check_end_names = false;
        reader.config_mut().allow_unmatched_ends = true;
        let floor = if self.expansion.is_inside() {
            self.nest.depth()
        } else {
            0
        };
        loop {
            let at = marked + offset(reader.buffer_position());
            if self.is_ready() && floor == 0 {
                return Ok(at);
            }
            let event = match reader.read_event() {
                Ok(Event::Text(_))
                    if !is_last && marked + offset(reader.buffer_position()) == text.len() =>
                {
                    return Ok(at);
                }
                Err(error)
                    if !is_last && may_be_cut(&error, text.get(at..).unwrap_or_default()) =>
                {
                    return Ok(at);
                }
                event => event.map_err(|error| Fault::of_scanner(&error, at))?,
            };
            match event {
                Event::Start(tag) => self.start(tag.name().as_ref(), tag.attributes_raw(), at)?,
                Event::End(tag) => self.end(tag.name().as_ref(), floor, at)?,
                Event::Empty(tag) => {
                    self.start(tag.name().as_ref(), tag.attributes_raw(), at)?;
                    self.close();
                }
                Event::Eof => return Ok(text.len()),
                other => {
                    let end = marked + offset(reader.buffer_position());
                    self.between_tags(other, text.get(at..end).unwrap_or_default(), at)?;
                }
            }
        }
    }

    /// What is no tag; `markup` is all of it.
    fn between_tags(&mut self, event: Event<'_>, markup: &str, at: usize) -> Step<()> {
        match event {
            Event::Text(text) => self.raw_text(&text.into_inner(), at),
            Event::GeneralRef(name) => self.reference(&name.into_inner(), at),
            Event::CData(data) => self.character_data(&data.into_inner(), at),
            Event::Comment(text) => {
                let text = text.into_inner();
                check_comment(&text, at)?;
                self.invisible(Node::Comment(chars::line_ends(&text).into_owned()));
                Ok(())
            }
            Event::PI(content) => {
                let content = content.into_inner();
                let (target, text) = split_instruction(&content, at)?;
                let (target, text) = (target.to_owned(), chars::line_ends(text).into_owned());
                self.invisible(Node::Instruction(Instruction { target, text }));
                Ok(())
            }
            Event::Decl(_) => self.declaration(markup, at),
            Event::DocType(_) => self.doctype(markup, at),
            Event::Start(_) | Event::End(_) | Event::Empty(_) | Event::Eof => Ok(()),
        }
    }

    /// Text as it stands between markup.
    fn raw_text(&mut self, raw: &str, at: usize) -> Step<()> {
        if self.nest.depth() == 0 {
            return match raw.find(|c: char| !u8::try_from(c).is_ok_and(chars::is_space)) {
                Some(i) => Err(Fault::malformed(at + i, "text outside the root element")),
                None => Ok(()),
            };
        }
        // Most text has none, and this is found out faster.
        let may_end_data = raw.as_bytes().contains(&b'>');
        if let Some(i) = may_end_data.then(|| raw.find("]]>")).flatten() {
            return Err(Fault::malformed(
                at + i,
                "`]]>` in text; it is written `]]&gt;`",
            ));
        }
        if self.expansion.is_inside() || self.nest.collapses_runs() {
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
        if self.nest.depth() == 0 {
            return Err(Fault::malformed(at, "text outside the root element"));
        }
        self.push_text(&chars::line_ends(data), at)
    }

    /// A reference in text.
    fn reference(&mut self, name: &str, at: usize) -> Step<()> {
        if self.nest.depth() == 0 {
            return Err(Fault::malformed(at, "reference outside the root element"));
        }
        match self.meaning(name, at)? {
            Meaning::Char(c) => self.push_text(c.encode_utf8(&mut [0; 4]), at),
            Meaning::Text(text) | Meaning::Undeclared(text) => self.push_text(text, at),
            Meaning::Replacement(text) => {
                self.expansion.enter(name, &text, at)?;
                let depth = self.nest.depth();
                self.events(&text, true)
                    .map_err(|fault| Fault::new(at, fault.error))?;
                if self.nest.depth() != depth {
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
        if self.nest.depth() > 0 {
            self.add(node);
        } else if self.has_root {
            self.parsed.epilog.push(node);
        } else {
            self.parsed.prolog.push(node);
        }
    }

    /// Ends the text read so far.
    pub(super) fn flush(&mut self) {
        if self.is_in_wrapper() {
            self.text.clear();
        } else if !self.text.is_empty() {
            self.nest.add_text(&mut self.text);
        }
    }

    /// Adds what stands in an element, unless that is a wrapper.
    fn add(&mut self, node: Node) {
        if !self.is_in_wrapper() {
            self.nest.add(node);
        }
    }

    /// The XML declaration; what it says of the encoding has been heeded before.
    fn declaration(&mut self, markup: &str, at: usize) -> Step<()> {
        if at > 0 || self.has_begun || self.expansion.is_inside() {
            return Err(Fault::malformed(
                at,
                "XML declaration that is not at the very start",
            ));
        }
        let version = declaration::check(markup, at)?;
        if version != "1.0" {
            let detail = format!("XML {version} read as XML 1.0");
            let finding = Finding::new("xml.version", Effect::Noted, Stage::Read, detail);
            self.found.push((at, finding));
        }
        Ok(())
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
        let declared = Arc::new(Declared::parse(markup, at)?);
        self.declared = Some(Arc::clone(&declared));
        // What cannot stand in a tag is a fault even where no tag needs it.
        for (default, at) in declared.defaults() {
            self.value(default, *at)?;
        }
        Ok(())
    }

    /// Notes that faulty input was mended.
    pub(super) fn repaired(&mut self, code: &'static str, detail: String, at: usize) {
        self.mended += 1;
        // To know the path, siblings are counted, and nobody reads so many.
        let path = if self.mended > PATHS {
            None
        } else {
            self.nest.path()
        };
        let location = path.map_or_else(Location::new, |path| Location::new().path(path));
        let finding = Finding::new(code, Effect::Repaired, Stage::Read, detail).at(location);
        self.found
            .push((self.expansion.at().unwrap_or(at), finding));
    }
}

fn offset(position: u64) -> usize {
    usize::try_from(position).unwrap_or(usize::MAX)
}
