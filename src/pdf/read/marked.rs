//! The marked contents of pages: for each its text, through `ToUnicode` or `ActualText`, and the images that it paints.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::cmap::CMap;
use super::file::File;
use super::lexer::{Lexer, is_space};
use super::object::{Id, Object, text};
use super::pages::Page;
use super::parse::{self, Next};
use crate::error::{Error, Result};

/// Deepest nesting of marked contents that is followed; deeper ones are counted only.
const DEPTH: usize = 1_024;
/// Most operands of one operator.
const OPERANDS: usize = 4_096;

/// A marked content.
#[derive(Debug, Default, Clone)]
pub(super) struct Marked {
    /// Its text.
    pub(super) text: String,
    /// The image objects that it paints, in order.
    pub(super) pictures: Vec<Id>,
}

/// Marked contents by page object and number.
pub(super) type Marks = BTreeMap<(Id, i64), Marked>;

/// Reads the content of all pages.
pub(super) fn read(file: &File<'_>, pages: &[Page]) -> Result<Marks> {
    let mut marks = Marks::new();
    let mut fonts = BTreeMap::new();
    let mut operators = file.limits().operators;
    for page in pages {
        let data = content(file, page)?;
        let mut interpreter = Interpreter {
            file,
            page,
            fonts: &mut fonts,
            operators: &mut operators,
            marks: &mut marks,
            open: Vec::new(),
            deeper: 0,
            font: None,
        };
        interpreter.run(&data)?;
    }
    Ok(marks)
}

/// The content of a page: one stream, or several that are read as one.
fn content(file: &File<'_>, page: &Page) -> Result<Vec<u8>> {
    let contents = file.get(&page.dict, "Contents")?;
    let parts = match &*contents {
        Object::Null => return Ok(Vec::new()),
        Object::Array(parts) => parts.as_slice(),
        _ => return file.data(&contents),
    };
    let mut data = Vec::new();
    for part in parts {
        data.extend(file.data(&*file.resolved(Some(part))?)?);
        data.push(b'\n');
    }
    Ok(data)
}

/// An open marked content.
#[derive(Clone)]
struct Open {
    number: Option<i64>,
    /// The text in it counts: it is no artifact, and nothing stands in its place.
    counts: bool,
}

struct Interpreter<'a, 'f> {
    file: &'a File<'f>,
    page: &'a Page,
    fonts: &'a mut BTreeMap<Id, Rc<CMap>>,
    operators: &'a mut usize,
    marks: &'a mut Marks,
    open: Vec<Open>,
    deeper: usize,
    font: Option<Rc<CMap>>,
}

impl Interpreter<'_, '_> {
    fn run(&mut self, data: &[u8]) -> Result<()> {
        let mut lexer = Lexer::new(data, 0);
        let mut operands = Vec::new();
        loop {
            match parse::next(&mut lexer, false)
                .map_err(|why| Error::malformed("PDF", format!("page content: {why}")))?
            {
                Next::End => return Ok(()),
                Next::Object(object) if operands.len() < OPERANDS => operands.push(object),
                Next::Object(_) => {
                    return Err(Error::malformed("PDF", "page content: too many operands"));
                }
                Next::Word(word) => {
                    *self.operators = self.operators.checked_sub(1).ok_or_else(|| {
                        Error::limit("operators", self.file.limits().operators as u64)
                    })?;
                    if word == b"ID" {
                        skip_inline_image(&mut lexer);
                    } else {
                        self.operator(word, &operands)?;
                    }
                    operands.clear();
                }
            }
        }
    }

    fn operator(&mut self, word: &[u8], operands: &[Object]) -> Result<()> {
        match (word, operands) {
            (b"BDC", [tag, properties]) => self.begin(tag, Some(properties)),
            (b"BMC", [tag]) => self.begin(tag, None),
            (b"EMC", _) => {
                if self.deeper > 0 {
                    self.deeper -= 1;
                } else {
                    self.open.pop();
                }
                Ok(())
            }
            (b"Tf", [Object::Name(name), _]) => {
                self.font = self.font(name)?;
                Ok(())
            }
            (b"Tj" | b"'", [Object::Str(string)]) | (b"\"", [_, _, Object::Str(string)]) => {
                self.show(string);
                Ok(())
            }
            (b"TJ", [Object::Array(items)]) => {
                for item in items {
                    if let Object::Str(string) = item {
                        self.show(string);
                    }
                }
                Ok(())
            }
            (b"Do", [Object::Name(name)]) => self.picture(name),
            _ => Ok(()),
        }
    }

    fn begin(&mut self, tag: &Object, properties: Option<&Object>) -> Result<()> {
        if self.open.len() == DEPTH {
            self.deeper += 1;
            return Ok(());
        }
        let named = match properties {
            Some(Object::Name(name)) => self.resource("Properties", name)?.1,
            other => self.file.resolved(other)?,
        };
        let outer = self.open.last().cloned().unwrap_or(Open {
            number: None,
            counts: true,
        });
        let number = self.file.get(&named, "MCID")?.int().or(outer.number);
        let counts = outer.counts && tag.name() != Some("Artifact");
        self.open.push(Open { number, counts });
        if let Object::Str(actual) = &*self.file.get(&named, "ActualText")? {
            self.add(&text(actual));
            if let Some(open) = self.open.last_mut() {
                open.counts = false;
            }
        } else if let (Some(number), true) = (number, counts) {
            self.marks.entry((self.page.id, number)).or_default();
        }
        Ok(())
    }

    /// The marked content that text belongs to now.
    fn current(&mut self) -> Option<&mut Marked> {
        let open = self.open.last().filter(|open| open.counts)?;
        Some(self.marks.entry((self.page.id, open.number?)).or_default())
    }

    fn add(&mut self, text: &str) {
        if let Some(marked) = self.current() {
            marked.text.push_str(text);
        }
    }

    fn show(&mut self, string: &[u8]) {
        let font = self.font.clone();
        let Some(marked) = self.current() else { return };
        match font {
            Some(font) => font.decode(string, &mut marked.text),
            None => marked.text.extend(string.iter().map(|_| '\u{FFFD}')),
        }
    }

    fn picture(&mut self, name: &[u8]) -> Result<()> {
        let (id, object) = self.resource("XObject", name)?;
        let image = self.file.get(&object, "Subtype")?.name() == Some("Image");
        if let (Some(id), true, Some(marked)) = (id, image, self.current()) {
            marked.pictures.push(id);
        }
        Ok(())
    }

    fn font(&mut self, name: &[u8]) -> Result<Option<Rc<CMap>>> {
        let (id, font) = self.resource("Font", name)?;
        if let Some(known) = id.and_then(|id| self.fonts.get(&id)) {
            return Ok(Some(Rc::clone(known)));
        }
        let map = self.file.get(&font, "ToUnicode")?;
        let map = match &*map {
            Object::Stream(..) => Rc::new(CMap::parse(&self.file.data(&map)?)),
            _ => return Ok(None),
        };
        if let Some(id) = id {
            self.fonts.insert(id, Rc::clone(&map));
        }
        Ok(Some(map))
    }

    /// A resource of the page, with its number when it has one.
    fn resource(&self, kind: &str, name: &[u8]) -> Result<(Option<Id>, Rc<Object>)> {
        let resources = self.file.get(&self.page.resources, kind)?;
        let name = std::str::from_utf8(name).unwrap_or_default();
        let entry = resources.dict().and_then(|dict| dict.get(name));
        Ok((
            entry.and_then(Object::reference),
            self.file.resolved(entry)?,
        ))
    }
}

/// Passes over the data of an image in the content: they end at `EI` between white space.
fn skip_inline_image(lexer: &mut Lexer<'_>) {
    let rest = lexer.rest();
    let end = rest.windows(4).position(|window| {
        matches!(window, [before, b'E', b'I', after] if is_space(*before) && is_space(*after))
    });
    lexer.go(lexer.at() + end.map_or(rest.len(), |end| end + 3));
}
