//! A PDF file: where its objects are, and the objects, each read when it is asked for.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::rc::Rc;

use super::filter::{self, Fault};
use super::lexer::{Lexer, Token, is_space};
use super::object::{Dict, Id, Object};
use super::parse::{self, Next};
use super::xref;
use crate::error::{Error, Result};
use crate::limits::Limits;
use crate::report::Location;

/// Where an object stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Entry {
    /// At this byte.
    At(usize),
    /// In this object stream.
    In(Id),
}

/// A file with the index of its objects.
pub(super) struct File<'a> {
    bytes: &'a [u8],
    limits: &'a Limits,
    entries: BTreeMap<Id, Entry>,
    trailer: Dict,
    objects: RefCell<BTreeMap<Id, Rc<Object>>>,
    packs: RefCell<BTreeMap<Id, Rc<Pack>>>,
    /// Bytes that may still be unpacked.
    budget: Cell<usize>,
    /// While the length of a stream is looked up: the length of a length is not.
    measuring: Cell<bool>,
}

/// An object stream.
struct Pack {
    data: Vec<u8>,
    places: BTreeMap<Id, usize>,
}

impl<'a> File<'a> {
    /// Reads the index of a file.
    pub(super) fn open(bytes: &'a [u8], limits: &'a Limits) -> Result<Self> {
        if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > limits.input_bytes {
            return Err(Error::limit("input_bytes", limits.input_bytes));
        }
        let head = bytes.get(..bytes.len().min(1_024)).unwrap_or_default();
        if !head.windows(5).any(|window| window == b"%PDF-") {
            return Err(malformed(0, "no %PDF header"));
        }
        let mut file = Self {
            bytes,
            limits,
            entries: BTreeMap::new(),
            trailer: Dict::default(),
            objects: RefCell::default(),
            packs: RefCell::default(),
            budget: Cell::new(limits.streams_bytes),
            measuring: Cell::new(false),
        };
        (file.entries, file.trailer) = xref::read(&file)?;
        if file.trailer.get("Encrypt").is_some() {
            return Err(Error::unsupported("the PDF is encrypted"));
        }
        Ok(file)
    }

    /// The bytes of the file.
    pub(super) fn bytes(&self) -> &'a [u8] {
        self.bytes
    }

    /// The limits.
    pub(super) fn limits(&self) -> &'a Limits {
        self.limits
    }

    /// The catalog.
    pub(super) fn catalog(&self) -> Result<Rc<Object>> {
        self.resolved(self.trailer.get("Root"))
    }

    /// The object itself, or the one referred to; null when there is none. A reference to a reference is null.
    pub(super) fn resolved(&self, object: Option<&Object>) -> Result<Rc<Object>> {
        match object {
            None => Ok(Rc::new(Object::Null)),
            Some(Object::Ref(id)) => self.object(*id),
            Some(object) => Ok(Rc::new(object.clone())),
        }
    }

    /// The value of a key, resolved.
    pub(super) fn get(&self, object: &Object, key: &str) -> Result<Rc<Object>> {
        self.resolved(object.dict().and_then(|dict| dict.get(key)))
    }

    /// The object of that number.
    pub(super) fn object(&self, id: Id) -> Result<Rc<Object>> {
        if let Some(object) = self.objects.borrow().get(&id) {
            return Ok(Rc::clone(object));
        }
        if self.objects.borrow().len() >= self.limits.objects {
            return Err(Error::limit("objects", self.limits.objects as u64));
        }
        let object = Rc::new(match self.entries.get(&id) {
            None => Object::Null,
            Some(Entry::At(at)) => self.at(*at, Some(id))?,
            Some(Entry::In(pack)) => self.packed(*pack, id)?,
        });
        self.objects.borrow_mut().insert(id, Rc::clone(&object));
        Ok(object)
    }

    /// The indirect object that begins at a byte.
    pub(super) fn at(&self, at: usize, id: Option<Id>) -> Result<Object> {
        let mut lexer = Lexer::new(self.bytes, at);
        let head = (lexer.token(), lexer.token(), lexer.token());
        let (Some(Token::Int(number)), Some(Token::Int(_)), Some(Token::Word(b"obj"))) = head
        else {
            return Err(malformed(at, "no object here"));
        };
        if id.is_some_and(|id| i64::from(id) != number) {
            return Err(malformed(at, "another object stands here"));
        }
        let object = match parse::next(&mut lexer, true) {
            Ok(Next::Object(object)) => object,
            Ok(_) => Object::Null,
            Err(why) => return Err(malformed(lexer.at(), why)),
        };
        let Object::Dict(dict) = object else {
            return Ok(object);
        };
        if lexer.token() != Some(Token::Word(b"stream")) {
            return Ok(Object::Dict(dict));
        }
        let range = self.stream_range(&dict, lexer.at())?;
        Ok(Object::Stream(dict, range))
    }

    /// Where the data of a stream stand. `Length` is believed when `endstream` follows.
    fn stream_range(&self, dict: &Dict, keyword_end: usize) -> Result<Range<usize>> {
        let start = match self.bytes.get(keyword_end..).unwrap_or_default() {
            [b'\r', b'\n', ..] => keyword_end + 2,
            [b'\n' | b'\r', ..] => keyword_end + 1,
            _ => keyword_end,
        };
        let length = match dict.get("Length") {
            Some(Object::Ref(length)) => self.measured(*length)?,
            other => other.and_then(Object::size),
        };
        if let Some(end) = length.and_then(|length| start.checked_add(length)) {
            let mut after = Lexer::new(self.bytes, end);
            if end <= self.bytes.len() && after.token() == Some(Token::Word(b"endstream")) {
                return Ok(start..end);
            }
        }
        let rest = self.bytes.get(start..).unwrap_or_default();
        let length = rest
            .windows(9)
            .position(|window| window == b"endstream")
            .ok_or_else(|| malformed(start, "a stream has no end"))?;
        self.spend(length)?;
        let trimmed = rest.get(..length).unwrap_or_default();
        let eol = trimmed
            .iter()
            .rev()
            .take(2)
            .take_while(|b| is_space(**b))
            .count();
        Ok(start..start + length - eol)
    }

    /// The length that stands in an object of its own; none where lengths lead to further lengths.
    fn measured(&self, id: Id) -> Result<Option<usize>> {
        if self.measuring.replace(true) {
            return Ok(None);
        }
        let length = self.object(id).map(|object| object.size());
        self.measuring.set(false);
        length
    }

    /// An object of an object stream.
    fn packed(&self, pack: Id, id: Id) -> Result<Object> {
        let known = self.packs.borrow().get(&pack).cloned();
        let pack = if let Some(pack) = known {
            pack
        } else {
            let read = Rc::new(self.pack(pack)?);
            self.packs.borrow_mut().insert(pack, Rc::clone(&read));
            read
        };
        let Some(at) = pack.places.get(&id) else {
            return Ok(Object::Null);
        };
        let mut lexer = Lexer::new(&pack.data, *at);
        match parse::next(&mut lexer, true) {
            Ok(Next::Object(object)) => Ok(object),
            Ok(_) => Ok(Object::Null),
            Err(why) => Err(Error::malformed(
                "PDF",
                format!("object {id} in its object stream: {why}"),
            )),
        }
    }

    fn pack(&self, id: Id) -> Result<Pack> {
        let wrong = || Error::malformed("PDF", format!("object {id} is no object stream"));
        // Object streams stand in the file itself, never in one another.
        let Some(Entry::At(at)) = self.entries.get(&id) else {
            return Err(wrong());
        };
        let object = self.at(*at, Some(id))?;
        let first = object
            .dict()
            .and_then(|d| d.get("First"))
            .and_then(Object::size)
            .ok_or_else(wrong)?;
        let data = self.data(&object)?;
        let mut lexer = Lexer::new(data.get(..first).ok_or_else(wrong)?, 0);
        let mut places = BTreeMap::new();
        while let (Some(Token::Int(id)), Some(Token::Int(place))) = (lexer.token(), lexer.token()) {
            let place = usize::try_from(place)
                .ok()
                .and_then(|place| place.checked_add(first));
            if let (Ok(id), Some(place)) = (Id::try_from(id), place) {
                places.entry(id).or_insert(place);
            }
        }
        Ok(Pack { data, places })
    }

    /// The unpacked data of a stream.
    pub(super) fn data(&self, object: &Object) -> Result<Vec<u8>> {
        let Object::Stream(dict, range) = object else {
            return Err(Error::malformed("PDF", "a stream was expected"));
        };
        let ceiling = self.limits.stream_bytes.min(self.budget.get());
        let dict = self.with_direct_filters(dict)?;
        match filter::unpack(&dict, self.raw(range), ceiling) {
            Ok(data) => {
                self.spend(data.len())?;
                Ok(data)
            }
            Err(Fault::Limit) if ceiling < self.limits.stream_bytes => Err(self.exhausted()),
            Err(Fault::Limit) => Err(Error::limit(
                "stream_bytes",
                self.limits.stream_bytes as u64,
            )),
            Err(Fault::Filter(name)) => Err(Error::unsupported(format!(
                "a PDF stream packed with {name}"
            ))),
            Err(Fault::Data(why)) => Err(malformed(range.start, why)),
        }
    }

    /// The data of a stream as they stand in the file.
    pub(super) fn raw(&self, range: &Range<usize>) -> &'a [u8] {
        self.bytes.get(range.clone()).unwrap_or_default()
    }

    /// The dictionary with its filters in place of references to them.
    fn with_direct_filters(&self, dict: &Dict) -> Result<Dict> {
        let mut direct = Dict::default();
        for key in ["Filter", "DecodeParms"] {
            let value = self.resolved(dict.get(key))?;
            let value = match &*value {
                Object::Array(items) => {
                    let items = items
                        .iter()
                        .map(|item| self.resolved(Some(item)).map(|o| (*o).clone()));
                    Object::Array(items.collect::<Result<_>>()?)
                }
                other => other.clone(),
            };
            direct.add(key.as_bytes().to_vec(), value);
        }
        Ok(direct)
    }

    fn spend(&self, bytes: usize) -> Result<()> {
        let left = self
            .budget
            .get()
            .checked_sub(bytes)
            .ok_or_else(|| self.exhausted())?;
        self.budget.set(left);
        Ok(())
    }

    fn exhausted(&self) -> Error {
        Error::limit("streams_bytes", self.limits.streams_bytes as u64)
    }

    /// The distinct objects that a list of references names, for walks that must not go in circles.
    pub(super) fn visit(seen: &mut BTreeSet<Id>, id: Id) -> Result<()> {
        if seen.insert(id) {
            Ok(())
        } else {
            Err(Error::malformed(
                "PDF",
                format!("object {id} stands twice in a tree"),
            ))
        }
    }
}

/// An error with its byte.
pub(super) fn malformed(at: usize, why: &str) -> Error {
    let at = u64::try_from(at).unwrap_or(u64::MAX);
    Error::malformed("PDF", why).at(Location::new().bytes(at, at.saturating_add(1)))
}
