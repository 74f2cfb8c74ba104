//! What each DTD allows, from the text of the library's table, whose form `tools/grammar.py` describes.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

const TEXT: &str = include_str!("../../../src/jats/grammar/table.txt");

type Names = BTreeSet<&'static str>;

/// One of the DTDs.
#[derive(Debug)]
pub(crate) struct Dtd {
    /// Tag set, version, kind of tables, version of MathML.
    pub(crate) name: String,
    pub(crate) public: &'static str,
    pub(crate) system: &'static str,
    pub(crate) elements: BTreeMap<&'static str, Declaration>,
    parents: BTreeMap<&'static str, Vec<&'static str>>,
}

#[derive(Debug)]
pub(crate) struct Declaration {
    pub(crate) content: Arc<Content>,
    /// Each by its name: whether it must be there, and what it may say.
    pub(crate) attributes: Vec<(&'static str, bool, Kind)>,
    /// How many elements deep the shortest one is.
    pub(crate) height: usize,
}

#[derive(Debug)]
pub(crate) enum Content {
    Empty,
    Mixed(Vec<&'static str>),
    Elements(Particle),
}

/// A part of a content model, with the least number of its occurrences, and whether there may be more of them.
#[derive(Debug)]
pub(crate) struct Particle {
    pub(crate) what: What,
    pub(crate) least: usize,
    pub(crate) more: More,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum More {
    None,
    One,
    Any,
}

#[derive(Debug)]
pub(crate) enum What {
    OneOf(Vec<&'static str>),
    Sequence(Vec<Particle>),
    Choice(Vec<Particle>),
}

/// What an attribute may say.
#[derive(Debug, Clone)]
pub(crate) enum Kind {
    Text,
    Token,
    Id,
    /// The identifier of an element; several when so told.
    Reference {
        several: bool,
    },
    OneOf(Vec<&'static str>),
}

/// The thirty, each read once.
pub(crate) fn dtds() -> &'static [Dtd] {
    static DTDS: OnceLock<Vec<Dtd>> = OnceLock::new();
    DTDS.get_or_init(read)
}

fn read() -> Vec<Dtd> {
    let (mut dtds, mut sets, mut models) = (Vec::new(), Vec::<Names>::new(), Vec::new());
    for line in TEXT.lines() {
        let (kind, rest) = line.split_once(' ').unwrap();
        match kind {
            "D" => dtds.push(dtd(rest)),
            "S" => sets.push(set(rest, &sets)),
            "M" => models.push(Arc::new(content(rest, &sets))),
            "E" => element(rest, &mut dtds, &sets, &models),
            _ => {}
        }
    }
    for dtd in &mut dtds {
        measure(dtd);
        for (parent, declaration) in &dtd.elements {
            for name in declaration.content.names() {
                dtd.parents.entry(name).or_default().push(parent);
            }
        }
    }
    dtds
}

fn dtd(line: &'static str) -> Dtd {
    let (head, system) = line.split_once('\t').unwrap();
    let words: Vec<_> = head.splitn(5, ' ').collect();
    Dtd {
        name: words[..4].join("-"),
        public: words[4],
        system,
        elements: BTreeMap::new(),
        parents: BTreeMap::new(),
    }
}

fn set(line: &'static str, before: &[Names]) -> Names {
    let (base, rest) = line.split_once(' ').unwrap_or((line, ""));
    let base = base.parse::<usize>().ok();
    let mut names = base.map(|at| before[at].clone()).unwrap_or_default();
    for word in rest.split_terminator(' ') {
        match word.split_at(1) {
            ("+", name) => names.insert(name),
            (_, name) => names.remove(name),
        };
    }
    names
}

fn element(line: &'static str, dtds: &mut [Dtd], sets: &[Names], models: &[Arc<Content>]) {
    let (name, rows) = line.split_once(' ').unwrap();
    for row in rows.split(' ') {
        let parts: Vec<_> = row.split(',').collect();
        let bits = u32::from_str_radix(parts[2], 16).unwrap();
        let names = &sets[parts[1].parse::<usize>().unwrap()];
        for (_, dtd) in (0..).zip(&mut *dtds).filter(|(n, _)| bits >> n & 1 == 1) {
            let declaration = Declaration {
                content: models[parts[0].parse::<usize>().unwrap()].clone(),
                attributes: names.iter().map(|word| attribute(word)).collect(),
                height: usize::MAX,
            };
            dtd.elements.insert(name, declaration);
        }
    }
}

fn attribute(word: &'static str) -> (&'static str, bool, Kind) {
    let end = word.find(['~', '=']).unwrap_or(word.len());
    let (head, kind) = word.split_at(end);
    let kind = match kind {
        "" => Kind::Text,
        "~id" => Kind::Id,
        "~ref" => Kind::Reference { several: false },
        "~refs" => Kind::Reference { several: true },
        "~token" | "~tokens" => Kind::Token,
        values => Kind::OneOf(values[1..].split('/').collect()),
    };
    let name = head.trim_end_matches('!');
    (name, name != head, kind)
}

fn content(text: &'static str, sets: &[Names]) -> Content {
    match text.strip_prefix('#') {
        _ if text == "-" => Content::Empty,
        Some(number) => Content::Mixed(named(number, sets)),
        None => {
            let mut rest = text;
            let particle = particle(&mut rest, sets);
            assert_eq!(rest, "", "of {text}");
            Content::Elements(particle)
        }
    }
}

fn named(number: &str, sets: &[Names]) -> Vec<&'static str> {
    sets[number.parse::<usize>().unwrap()]
        .iter()
        .copied()
        .collect()
}

/// Takes a particle off the text.
fn particle(text: &mut &'static str, sets: &[Names]) -> Particle {
    let what = if let Some(inside) = text.strip_prefix('(') {
        *text = inside;
        group(text, sets)
    } else {
        let end = text
            .find(['?', '*', '+', ',', '|', ')'])
            .unwrap_or(text.len());
        let (word, rest) = text.split_at(end);
        *text = rest;
        What::OneOf(
            word.strip_prefix('@')
                .map_or(vec![word], |number| named(number, sets)),
        )
    };
    let (least, more) = match text.chars().next() {
        Some('?') => (0, More::One),
        Some('*') => (0, More::Any),
        Some('+') => (1, More::Any),
        _ => (1, More::None),
    };
    *text = text.trim_start_matches(['?', '*', '+']);
    Particle { what, least, more }
}

/// Takes what stands in brackets, and the closing one.
fn group(text: &mut &'static str, sets: &[Names]) -> What {
    let mut parts = vec![particle(text, sets)];
    let separator = text.chars().next().unwrap();
    while text.starts_with(separator) && separator != ')' {
        *text = &text[1..];
        parts.push(particle(text, sets));
    }
    *text = text.strip_prefix(')').unwrap();
    if separator == '|' {
        What::Choice(parts)
    } else {
        What::Sequence(parts)
    }
}

/// Finds how deep the shortest element of each name is.
fn measure(dtd: &mut Dtd) {
    loop {
        let shorter: Vec<_> = dtd
            .elements
            .iter()
            .map(|(name, declaration)| {
                (
                    *name,
                    dtd.content_height(&declaration.content).saturating_add(1),
                )
            })
            .filter(|(name, height)| *height < dtd.elements[name].height)
            .collect();
        if shorter.is_empty() {
            return;
        }
        for (name, height) in shorter {
            dtd.elements.get_mut(name).unwrap().height = height;
        }
    }
}

impl Dtd {
    /// The elements that may hold one of that name.
    pub(crate) fn parents(&self, name: &str) -> &[&'static str] {
        self.parents.get(name).map_or(&[], Vec::as_slice)
    }

    /// How many elements deep the shortest element of that name is.
    pub(crate) fn height(&self, name: &str) -> usize {
        self.elements
            .get(name)
            .map_or(usize::MAX, |declaration| declaration.height)
    }

    fn content_height(&self, content: &Content) -> usize {
        match content {
            Content::Empty | Content::Mixed(_) => 0,
            Content::Elements(particle) => self.particle_height(particle),
        }
    }

    /// The same for a part of a content model.
    pub(crate) fn particle_height(&self, particle: &Particle) -> usize {
        if particle.least == 0 {
            return 0;
        }
        match &particle.what {
            What::OneOf(names) => names.iter().map(|name| self.height(name)).min(),
            What::Sequence(parts) => parts.iter().map(|part| self.particle_height(part)).max(),
            What::Choice(parts) => parts.iter().map(|part| self.particle_height(part)).min(),
        }
        .unwrap_or_default()
    }
}

impl Content {
    /// The names of all children that it may have.
    pub(crate) fn names(&self) -> Vec<&'static str> {
        match self {
            Self::Empty => Vec::new(),
            Self::Mixed(names) => names.clone(),
            Self::Elements(particle) => particle.names(),
        }
    }
}

impl Particle {
    pub(crate) fn names(&self) -> Vec<&'static str> {
        match &self.what {
            What::OneOf(names) => names.clone(),
            What::Sequence(parts) | What::Choice(parts) => {
                parts.iter().flat_map(Self::names).collect()
            }
        }
    }
}
