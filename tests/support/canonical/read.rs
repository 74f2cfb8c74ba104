//! A file as a flat list of what it says, from raw events.

use std::collections::BTreeMap;
use std::fmt;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::space;
use super::spelling::{self, Entities};

pub(crate) struct Document {
    /// True when the article stands inside another root.
    pub(crate) wrapped: bool,
    /// Name, public and system identifier.
    pub(crate) doctype: Option<(String, Option<String>, Option<String>)>,
    pub(crate) before: Vec<Item>,
    pub(crate) article: Vec<Item>,
    pub(crate) after: Vec<Item>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Item {
    Open {
        namespace: String,
        name: String,
        /// Namespace, name and value, sorted.
        attributes: Vec<(String, String, String)>,
    },
    Close,
    Text(String),
    Comment(String),
    Instruction(String, String),
}

impl fmt::Display for Item {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let cut = |text: &str| -> String { text.chars().take(80).collect() };
        match self {
            Item::Open {
                namespace,
                name,
                attributes,
            } => {
                write!(
                    f,
                    "<{{{namespace}}}{name} {}>",
                    cut(&format!("{attributes:?}"))
                )
            }
            Item::Close => f.write_str("an end tag"),
            Item::Text(text) => write!(f, "text {:?}", cut(text)),
            Item::Comment(text) => write!(f, "<!--{}-->", cut(text)),
            Item::Instruction(target, text) => write!(f, "<?{target} {}?>", cut(text)),
        }
    }
}

/// Reads a file; `Err` says why it cannot be compared.
pub(crate) fn read(bytes: &[u8]) -> Result<Document, String> {
    let text = spelling::decode(bytes)?;
    let mut raw = Raw::default();
    let mut reader = Reader::from_str(&text);
    loop {
        let event = reader.read_event().map_err(|error| error.to_string())?;
        if matches!(event, Event::Eof) {
            break;
        }
        raw.take(event)?;
    }
    raw.flush();
    cut_out(raw)
}

/// What has been read so far.
#[derive(Default)]
struct Raw {
    items: Vec<Item>,
    text: String,
    entities: Entities,
    doctype: Option<(String, Option<String>, Option<String>)>,
    /// The prefixes in force, one map a level.
    prefixes: Vec<BTreeMap<String, String>>,
}

impl Raw {
    fn take(&mut self, event: Event<'_>) -> Result<(), String> {
        match event {
            Event::Text(text) => self.text.push_str(&text),
            Event::CData(text) => self.text.push_str(&text),
            Event::GeneralRef(name) => {
                let text = self.entities.expand(&name, 0)?;
                self.text.push_str(&text);
            }
            Event::Start(tag) => self.open(&tag)?,
            Event::Empty(tag) => {
                self.open(&tag)?;
                self.close();
            }
            Event::End(_) => {
                self.flush();
                self.close();
            }
            Event::Comment(text) => self.push(Item::Comment(text.to_string())),
            Event::PI(text) => {
                let (target, text) = text
                    .split_once([' ', '\t', '\n', '\r'])
                    .unwrap_or((&text, ""));
                let text = text.trim_start_matches([' ', '\t', '\n', '\r']);
                self.push(Item::Instruction(target.to_owned(), text.to_owned()));
            }
            Event::DocType(text) => {
                self.doctype = Some(spelling::doctype(&text, &mut self.entities)?);
            }
            Event::Decl(_) | Event::Eof => {}
        }
        Ok(())
    }

    fn push(&mut self, item: Item) {
        self.flush();
        self.items.push(item);
    }

    fn flush(&mut self) {
        if !self.text.is_empty() {
            self.items.push(Item::Text(std::mem::take(&mut self.text)));
        }
    }

    fn open(&mut self, tag: &BytesStart<'_>) -> Result<(), String> {
        let mut prefixes = self.prefixes.last().cloned().unwrap_or_default();
        let mut attributes = Vec::new();
        for attribute in tag.attributes() {
            let attribute = attribute.map_err(|error| error.to_string())?;
            let value = self.entities.attribute(&attribute.value)?;
            let name: &str = attribute.key.0;
            if name == "xmlns" {
                prefixes.insert(String::new(), value);
            } else if let Some(prefix) = name.strip_prefix("xmlns:") {
                prefixes.insert(prefix.to_owned(), value);
            } else {
                attributes.push((name.to_owned(), value));
            }
        }
        let mut named = Vec::new();
        for (name, value) in attributes {
            let (namespace, name) = resolve(&prefixes, &name, false)?;
            named.push((namespace, name, value));
        }
        named.sort();
        let (namespace, name) = resolve(&prefixes, tag.name().0, true)?;
        self.push(Item::Open {
            namespace,
            name,
            attributes: named,
        });
        self.prefixes.push(prefixes);
        Ok(())
    }

    fn close(&mut self) {
        self.items.push(Item::Close);
        self.prefixes.pop();
    }
}

fn resolve(
    prefixes: &BTreeMap<String, String>,
    name: &str,
    element: bool,
) -> Result<(String, String), String> {
    let (prefix, local) = name.split_once(':').unwrap_or(("", name));
    let namespace = match prefix {
        "" if !element => String::new(),
        "" => prefixes.get("").cloned().unwrap_or_default(),
        "xml" => "http://www.w3.org/XML/1998/namespace".to_owned(),
        _ => prefixes
            .get(prefix)
            .cloned()
            .ok_or_else(|| format!("the prefix of {name} is not bound"))?,
    };
    Ok((namespace, local.to_owned()))
}

/// The article out of its file: itself, and what stands before and after it.
fn cut_out(raw: Raw) -> Result<Document, String> {
    let is_article = |item: &Item| matches!(item, Item::Open { name, .. } if name == "article");
    let first = raw
        .items
        .iter()
        .position(|item| matches!(item, Item::Open { .. }));
    let start = raw
        .items
        .iter()
        .position(is_article)
        .ok_or("there is no article")?;
    let length = length(&raw.items[start..]).ok_or("the article does not end")?;
    let notes = |items: &[Item]| -> Vec<Item> {
        items
            .iter()
            .filter(|item| !matches!(item, Item::Text(_)))
            .cloned()
            .collect()
    };
    Ok(Document {
        wrapped: first != Some(start),
        doctype: raw.doctype,
        before: notes(&raw.items[..start]),
        article: space::settle(raw.items[start..start + length].to_vec()),
        after: notes(&raw.items[start + length..]),
    })
}

/// How many items the element has that begins here, its end included.
fn length(items: &[Item]) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, item) in items.iter().enumerate() {
        match item {
            Item::Open { .. } => depth += 1,
            Item::Close => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(at + 1);
        }
    }
    None
}
