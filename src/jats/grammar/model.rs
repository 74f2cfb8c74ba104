//! Content models: whether a row of children fits, and in which order it would.

use std::borrow::Cow;
use std::collections::{BTreeMap, VecDeque};

use super::parse::Names;

/// What an element may hold.
#[derive(Debug)]
pub(in crate::jats) enum Model {
    /// Nothing at all.
    Empty,
    /// Text, and elements of these names in any number and order.
    Mixed(Names),
    /// Elements only.
    Elements(Particle),
}

/// A part of a content model.
#[derive(Debug)]
pub(in crate::jats) struct Particle {
    pub(super) what: What,
    pub(super) occurs: Occurs,
}

#[derive(Debug)]
pub(super) enum What {
    Name(&'static str),
    OneOf(Names),
    Sequence(Vec<Particle>),
    Choice(Vec<Particle>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Occurs {
    Once,
    Optional,
    Any,
    Some,
}

/// Why a row of children does not fit.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::jats) enum Misfit {
    /// The child of that number cannot stand there.
    Unexpected(usize),
    /// Something is missing.
    Missing {
        /// What could stand there.
        what: String,
        /// The child before which it is missing; none at the end.
        before: Option<usize>,
    },
}

/// What is needed and not there, in words.
struct Absent(String);

impl Model {
    /// True when it has a place for elements of that name, wherever.
    pub(in crate::jats) fn mentions(&self, name: &str) -> bool {
        match self {
            Self::Empty => false,
            Self::Mixed(names) => names.binary_search(&name).is_ok(),
            Self::Elements(particle) => particle.mentions(name),
        }
    }

    /// In which part of a sequence elements of that name stand first; `None` when they stand nowhere.
    pub(in crate::jats) fn rank(&self, name: &str) -> Option<usize> {
        match self {
            Self::Elements(Particle {
                what: What::Sequence(parts),
                ..
            }) => parts.iter().position(|part| part.mentions(name)),
            other => other.mentions(name).then_some(0),
        }
    }

    /// True when it allows text.
    pub(in crate::jats) fn is_mixed(&self) -> bool {
        matches!(self, Self::Mixed(_))
    }

    /// Whether children of these names fit, in this order. A name that is `None` fits nowhere.
    pub(in crate::jats) fn fit(&self, names: &[Option<Cow<'_, str>>]) -> Result<(), Misfit> {
        let stranger = |allowed: &dyn Fn(&str) -> bool| match names
            .iter()
            .position(|name| !name.as_deref().is_some_and(allowed))
        {
            Some(at) => Err(Misfit::Unexpected(at)),
            None => Ok(()),
        };
        match self {
            Self::Empty => stranger(&|_| false),
            Self::Mixed(_) => stranger(&|name| self.mentions(name)),
            Self::Elements(particle) => {
                let mut row = InOrder { names, at: 0 };
                let next = |at: usize| (at < names.len()).then_some(at);
                match (particle.consume(&mut row), next(row.at)) {
                    (Err(Absent(what)), before) => Err(Misfit::Missing { what, before }),
                    (Ok(()), Some(at)) => Err(Misfit::Unexpected(at)),
                    (Ok(()), None) => Ok(()),
                }
            }
        }
    }

    /// An order in which children of these names fit: their numbers. Children of one kind keep their order. `None` when
    /// there is none, or nothing to arrange.
    pub(in crate::jats) fn arrange(&self, names: &[Option<Cow<'_, str>>]) -> Option<Vec<usize>> {
        let Self::Elements(particle) = self else {
            return None;
        };
        let mut bag = AnyOrder::default();
        for (at, name) in names.iter().enumerate() {
            bag.waiting
                .entry(name.as_deref()?)
                .or_default()
                .push_back(at);
        }
        particle.consume(&mut bag).ok()?;
        (bag.taken.len() == names.len()).then_some(bag.taken)
    }

    /// The children that are too many: the model knows their names, and takes no more of them, in whatever order.
    pub(in crate::jats) fn surplus(&self, names: &[Option<Cow<'_, str>>]) -> Vec<usize> {
        let Self::Elements(particle) = self else {
            return Vec::new();
        };
        let mut bag = AnyOrder {
            forgives: true,
            ..AnyOrder::default()
        };
        for (at, name) in names.iter().enumerate() {
            if let Some(name) = name.as_deref().filter(|name| particle.mentions(name)) {
                bag.waiting.entry(name).or_default().push_back(at);
            }
        }
        // What is missing is no matter here, so nothing stops it.
        let _ = particle.consume(&mut bag);
        let mut left: Vec<usize> = bag.waiting.into_values().flatten().collect();
        left.sort_unstable();
        left
    }
}

impl Particle {
    fn mentions(&self, name: &str) -> bool {
        match &self.what {
            What::Name(own) => *own == name,
            What::OneOf(names) => names.binary_search(&name).is_ok(),
            What::Sequence(parts) | What::Choice(parts) => parts.iter().any(|p| p.mentions(name)),
        }
    }

    fn can_be_absent(&self) -> bool {
        matches!(self.occurs, Occurs::Optional | Occurs::Any)
            || match &self.what {
                What::Name(_) | What::OneOf(_) => false,
                What::Sequence(parts) => parts.iter().all(Self::can_be_absent),
                What::Choice(parts) => parts.iter().any(Self::can_be_absent),
            }
    }

    fn can_begin_with(&self, name: &str) -> bool {
        match &self.what {
            What::Name(own) => *own == name,
            What::OneOf(names) => names.binary_search(&name).is_ok(),
            What::Choice(parts) => parts.iter().any(|p| p.can_begin_with(name)),
            What::Sequence(parts) => {
                let optional = parts.iter().take_while(|p| p.can_be_absent()).count();
                parts
                    .iter()
                    .take(optional.saturating_add(1))
                    .any(|p| p.can_begin_with(name))
            }
        }
    }

    /// Takes from the row what belongs to this particle. Models of DTDs are deterministic, so that one look ahead is enough.
    fn consume(&self, row: &mut impl Row) -> Result<(), Absent> {
        let mut is_needed = matches!(self.occurs, Occurs::Once | Occurs::Some);
        while is_needed || row.first(self).is_some() {
            self.consume_one(row)?;
            is_needed = false;
            if matches!(self.occurs, Occurs::Once | Occurs::Optional) {
                break;
            }
        }
        Ok(())
    }

    fn consume_one(&self, row: &mut impl Row) -> Result<(), Absent> {
        match &self.what {
            What::Name(_) | What::OneOf(_) => {
                if row.take(self) || row.forgives() {
                    Ok(())
                } else {
                    Err(Absent(self.in_words()))
                }
            }
            What::Sequence(parts) => parts.iter().try_for_each(|part| part.consume(row)),
            What::Choice(parts) => {
                let present = parts
                    .iter()
                    .filter_map(|part| Some((row.first(part)?, part)))
                    .min_by_key(|(at, _)| *at);
                match present {
                    Some((_, part)) => part.consume(row),
                    None if row.forgives() || parts.iter().any(Self::can_be_absent) => Ok(()),
                    None => Err(Absent(self.in_words())),
                }
            }
        }
    }

    /// What could stand there, for a person.
    fn in_words(&self) -> String {
        match &self.what {
            What::Name(name) => format!("`{name}`"),
            What::OneOf(names) => {
                let some: Vec<String> = names.iter().take(8).map(|n| format!("`{n}`")).collect();
                let more = if names.len() > some.len() { " …" } else { "" };
                format!("one of {}{more}", some.join(" "))
            }
            What::Sequence(parts) => parts.first().map_or_else(String::new, Self::in_words),
            What::Choice(parts) => {
                let all: Vec<String> = parts.iter().map(Self::in_words).collect();
                all.join(" or ")
            }
        }
    }
}

/// Children that a model takes one after another.
trait Row {
    /// The number of the next child with which the particle can begin.
    fn first(&self, particle: &Particle) -> Option<usize>;
    /// Takes it; false when there is none.
    fn take(&mut self, particle: &Particle) -> bool;
    /// Whether it goes on where something is missing.
    fn forgives(&self) -> bool {
        false
    }
}

/// Children in the order in which they stand.
struct InOrder<'n> {
    names: &'n [Option<Cow<'n, str>>],
    at: usize,
}

impl Row for InOrder<'_> {
    fn first(&self, particle: &Particle) -> Option<usize> {
        let name = self.names.get(self.at)?.as_deref()?;
        particle.can_begin_with(name).then_some(self.at)
    }

    fn take(&mut self, particle: &Particle) -> bool {
        let is_there = self.first(particle).is_some();
        self.at = self.at.saturating_add(usize::from(is_there));
        is_there
    }
}

/// Children in whatever order the model wants them.
#[derive(Default)]
struct AnyOrder<'n> {
    waiting: BTreeMap<&'n str, VecDeque<usize>>,
    taken: Vec<usize>,
    forgives: bool,
}

impl Row for AnyOrder<'_> {
    fn first(&self, particle: &Particle) -> Option<usize> {
        let fitting = self
            .waiting
            .iter()
            .filter(|(name, _)| particle.can_begin_with(name));
        fitting.filter_map(|(_, at)| at.front().copied()).min()
    }

    fn take(&mut self, particle: &Particle) -> bool {
        let Some(at) = self.first(particle) else {
            return false;
        };
        for waiting in self.waiting.values_mut() {
            if waiting.front() == Some(&at) {
                waiting.pop_front();
            }
        }
        self.waiting.retain(|_, waiting| !waiting.is_empty());
        self.taken.push(at);
        true
    }

    fn forgives(&self) -> bool {
        self.forgives
    }
}
