//! An article from a tape of numbers.
//!
//! Each element takes what it needs from the front of its tape, and its children share the rest: so the tree is balanced, and
//! ends. An element without numbers is the shortest there is.

use std::collections::BTreeMap;

use super::table::{Content, Dtd, More, Particle, What};
use super::{Element, Node, attributes, words};

/// How deep it grows at most, but for what is demanded.
const DEPTH: usize = 40;

/// With fewer numbers than this an element repeats nothing.
const FEW: usize = 12;

/// The article that a tape describes.
pub(super) fn article(dtd: &Dtd, tape: &[u16]) -> Element {
    let mut grower = Grower {
        dtd,
        ids: Vec::new(),
    };
    let mut root = grower.element("article", &mut Tape(tape), &Goal::default(), 0);
    attributes::refer(&mut root, &grower.ids);
    root
}

/// The numbers that an element has.
pub(super) struct Tape<'t>(&'t [u16]);

impl<'t> Tape<'t> {
    pub(super) fn is_over(&self) -> bool {
        self.0.is_empty()
    }

    /// The next number below `n`; 0 when there is none.
    pub(super) fn pick(&mut self, n: usize) -> usize {
        let Some((first, rest)) = self.0.split_first() else {
            return 0;
        };
        self.0 = rest;
        usize::from(*first) % n
    }

    pub(super) fn choose<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.pick(from.len())]
    }

    fn take(&mut self, count: usize) -> Tape<'t> {
        let (taken, rest) = self.0.split_at(count.min(self.0.len()));
        self.0 = rest;
        Tape(taken)
    }
}

/// An element to grow towards, so that none is left to luck: how far each element is from it.
#[derive(Default)]
struct Goal(BTreeMap<&'static str, usize>);

impl Goal {
    /// The nearest of these, when it is nearer than the parent.
    fn nearest(&self, names: &[&'static str], parent: &str) -> Option<&'static str> {
        let from = self.0.get(parent)?;
        let nearest = names
            .iter()
            .filter(|name| self.0.get(*name).is_some_and(|far| far < from));
        nearest.min_by_key(|name| self.0[*name]).copied()
    }
}

/// What an element will hold.
enum Piece {
    /// Text, white space, comments and instructions.
    Written(&'static str),
    /// An element of that name.
    Child(&'static str),
}

impl Piece {
    fn name(&self) -> Option<&'static str> {
        match self {
            Self::Child(name) => Some(name),
            Self::Written(_) => None,
        }
    }
}

/// How much of the tape an element gets beside others.
fn weight(name: &str) -> usize {
    match name {
        "body" => 5,
        "sec" | "p" | "table" | "table-wrap" | "fig" | "list" | "oasis:tgroup" | "tbody"
        | "back" => 3,
        _ => 1,
    }
}

/// Puts white space, a comment or an instruction between children.
fn spaced(names: Vec<&'static str>, tape: &mut Tape<'_>) -> Vec<Piece> {
    let space = tape.choose(words::SPACES);
    let (odd, place) = tape.choose(words::ODD);
    let mut pieces = Vec::new();
    for (at, name) in names.into_iter().enumerate() {
        pieces.push(Piece::Written(space));
        if at == place {
            pieces.push(Piece::Written(odd));
        }
        pieces.push(Piece::Child(name));
    }
    pieces.push(Piece::Written(space));
    pieces
}

struct Grower<'d> {
    dtd: &'d Dtd,
    ids: Vec<String>,
}

impl Grower<'_> {
    fn element(
        &mut self,
        name: &'static str,
        tape: &mut Tape<'_>,
        goal: &Goal,
        depth: usize,
    ) -> Element {
        let declaration = &self.dtd.elements[name];
        let attributes = attributes::of(declaration, name, tape, &mut self.ids);
        let pieces = match &*declaration.content {
            Content::Empty => Vec::new(),
            Content::Mixed(names) => self.mixed(names, name, tape, goal),
            Content::Elements(particle) => {
                let mut names = Vec::new();
                self.names(particle, name, tape, goal, &mut names);
                spaced(names, tape)
            }
        };
        Element {
            name,
            attributes,
            content: self.content(pieces, name, tape, goal, depth),
        }
    }

    /// Text with elements in it.
    fn mixed(
        &self,
        names: &[&'static str],
        parent: &str,
        tape: &mut Tape<'_>,
        goal: &Goal,
    ) -> Vec<Piece> {
        let texts = words::of(parent);
        let count = tape.choose(&[1, 1, 2, 3, 0, 4, 1, 6]);
        let mut pieces: Vec<Piece> = (0..count)
            .map(|_| {
                if names.is_empty() || tape.pick(2) == 0 {
                    Piece::Written(tape.choose(texts))
                } else {
                    Piece::Child(self.one_of(names, parent, tape, goal))
                }
            })
            .collect();
        pieces.extend(goal.nearest(names, parent).map(Piece::Child));
        pieces
    }

    /// The names of the children that an element will have.
    fn names(
        &self,
        particle: &Particle,
        parent: &str,
        tape: &mut Tape<'_>,
        goal: &Goal,
        names: &mut Vec<&'static str>,
    ) {
        let is_wanted = goal.nearest(&particle.names(), parent).is_some();
        let more = match particle.more {
            More::None => 0,
            More::One => usize::from(tape.pick(3) == 1),
            More::Any if tape.0.len() < FEW => tape.pick(2),
            More::Any => tape.choose(&[0, 1, 0, 2, 1, 3]),
        };
        for _ in 0..(particle.least + more).max(usize::from(is_wanted)) {
            match &particle.what {
                What::OneOf(some) => names.push(self.one_of(some, parent, tape, goal)),
                What::Sequence(parts) => {
                    for part in parts {
                        self.names(part, parent, tape, goal, names);
                    }
                }
                What::Choice(parts) => {
                    let part = self.part_of(parts, parent, tape, goal);
                    self.names(part, parent, tape, goal, names);
                }
            }
        }
    }

    fn part_of<'p>(
        &self,
        parts: &'p [Particle],
        parent: &str,
        tape: &mut Tape<'_>,
        goal: &Goal,
    ) -> &'p Particle {
        let leads = |part: &&Particle| goal.nearest(&part.names(), parent).is_some();
        if let Some(part) = parts.iter().find(leads) {
            return part;
        }
        if tape.is_over() {
            let height = |part: &&Particle| self.dtd.particle_height(part);
            return parts.iter().min_by_key(height).unwrap();
        }
        &parts[tape.pick(parts.len())]
    }

    fn one_of(
        &self,
        names: &[&'static str],
        parent: &str,
        tape: &mut Tape<'_>,
        goal: &Goal,
    ) -> &'static str {
        let known = names.iter().copied();
        let known: Vec<_> = known
            .filter(|name| self.dtd.elements.contains_key(name))
            .collect();
        if tape.is_over() {
            let rank = |name: &&&str| (self.dtd.height(name), !words::COMMON.contains(name));
            return known.iter().min_by_key(rank).unwrap();
        }
        let common = known
            .iter()
            .copied()
            .filter(|name| words::COMMON.contains(name));
        let common: Vec<_> = common.collect();
        match goal.nearest(names, parent) {
            Some(name) if tape.pick(2) == 0 => name,
            _ if !common.is_empty() && tape.pick(2) == 0 => tape.choose(&common),
            _ => tape.choose(&known),
        }
    }

    /// Grows the children; the one that leads to the goal gets as much of the tape as all others.
    fn content(
        &mut self,
        pieces: Vec<Piece>,
        parent: &str,
        tape: &mut Tape<'_>,
        goal: &Goal,
        depth: usize,
    ) -> Vec<Node> {
        let names: Vec<_> = pieces.iter().filter_map(Piece::name).collect();
        let mut heir = goal.nearest(&names, parent);
        let total: usize = names.iter().map(|name| weight(name)).sum();
        let share = tape.0.len() / (total + heir.map_or(0, |_| total)).max(1);
        let mut content = Vec::new();
        for piece in pieces {
            content.push(match piece {
                Piece::Written(text) => Node::Written(text),
                Piece::Child(name) if heir.take_if(|heir| *heir == name).is_some() => {
                    let mut own = tape.take(share * (total + weight(name)));
                    Node::Element(self.child(name, &mut own, goal, depth + 1))
                }
                Piece::Child(name) => {
                    let mut own = tape.take(share * weight(name));
                    Node::Element(self.child(name, &mut own, &Goal::default(), depth + 1))
                }
            });
        }
        content
    }

    fn child(
        &mut self,
        name: &'static str,
        tape: &mut Tape<'_>,
        goal: &Goal,
        depth: usize,
    ) -> Element {
        if depth > DEPTH {
            return self.element(name, &mut Tape(&[]), &Goal::default(), depth);
        }
        if depth == 1 {
            let goal = self.goal(tape);
            return self.element(name, tape, &goal, depth);
        }
        self.element(name, tape, goal, depth)
    }

    /// Any element there is, and the way to it. Those of formulas are many, and seldom.
    fn goal(&self, tape: &mut Tape<'_>) -> Goal {
        if tape.is_over() {
            return Goal::default();
        }
        let names: Vec<_> = self.dtd.elements.keys().copied().collect();
        let (first, second) = (tape.choose(&names), tape.choose(&names));
        let goal = if first.starts_with("mml:") {
            second
        } else {
            first
        };
        let mut far = BTreeMap::from([(goal, 0)]);
        let mut reached = vec![goal];
        while let Some(name) = reached.pop() {
            let next = far[name] + 1;
            for parent in self.dtd.parents(name) {
                if far.get(parent).is_none_or(|known| *known > next) {
                    far.insert(parent, next);
                    reached.insert(0, parent);
                }
            }
        }
        Goal(far)
    }
}
