//! Breaking a paragraph into lines: of all ways the one with the least demerits (Knuth and Plass, 1981).
//!
//! Two things differ from TeX. A line that would need too wide spaces may be set ragged, so every line that is not too
//! long is feasible, at a price; and what nothing divides is taken as it is, so there is always a way.

use crate::pdf::layout::typeset::stops::Stop;
use crate::pdf::layout::typeset::unit::Sums;

/// What lines have to fit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Frame {
    /// The width of the first line.
    pub(super) first: f64,
    /// The width of the others.
    pub(super) rest: f64,
    /// Whether spaces stretch and shrink.
    pub(super) justified: bool,
}

/// The stops at which lines end, in order; the last is the section's end.
pub(super) fn best(stops: &[Stop], frame: &Frame) -> Vec<usize> {
    let mut search = Search {
        nodes: vec![Node::default()],
        active: vec![0],
        previous: 0,
        frame,
    };
    let last = stops.len().saturating_sub(1);
    let mut before = 0;
    for (index, stop) in stops.iter().enumerate().skip(1) {
        if stop.at > before {
            search.previous = std::mem::replace(&mut before, stop.at);
        }
        search.visit(stops, index, stop, index == last);
    }
    search.lines()
}

/// The stops at which lines end when each takes as much as it can: for code, where a line is broken only in need, and
/// never with a hyphen, which would be read as code.
pub(super) fn greedy(stops: &[Stop], frame: &Frame) -> Vec<usize> {
    let mut lines = Vec::new();
    let (mut from, mut width) = (0, frame.first);
    while let Some(start) = stops.get(from) {
        let (mut any, mut good) = (None, None);
        let later = stops.iter().enumerate().skip(from + 1);
        for (index, stop) in later.filter(|(_, stop)| !stop.hyphen) {
            let measured = stop.end.since(start.start).width;
            if any.is_some() && measured > width + TOLERANCE {
                break;
            }
            any = Some(index);
            if stop.cost < WORST_WANTED && (measured > width * 0.5 || index + 1 == stops.len()) {
                good = any;
            }
        }
        let Some(end) = good.or(any) else { break };
        lines.push(end);
        (from, width) = (end, frame.rest);
    }
    lines
}

/// Rounding must not make a line too long.
const TOLERANCE: f64 = 0.01;
/// In code, a stop that costs more is taken only when no other fills half of a line.
const WORST_WANTED: f64 = 1000.0;
/// Lines that begin farther back than this many stops are given up: only text without width comes so far.
const MOST_ACTIVE: usize = 400;

const LINE: f64 = 10.0;
const WORST: f64 = 20_000.0;
const TOO_LONG: f64 = 1e12;
const TWO_HYPHENS: f64 = 15_000.0;
const HYPHEN_BEFORE_LAST: f64 = 5_000.0;
const CLASHING: f64 = 10_000.0;
const SHORT_LAST: f64 = 90.0;
/// A last line shorter than this part of the measure is short.
const SHORT: f64 = 0.12;

/// The best way to a stop with a last line of one class.
#[derive(Debug, Clone, Copy, Default)]
struct Node {
    stop: usize,
    class: usize,
    demerits: f64,
    before: Option<usize>,
}

struct Search<'f> {
    nodes: Vec<Node>,
    active: Vec<usize>,
    /// The place of the last stop in front of the one that is visited.
    previous: usize,
    frame: &'f Frame,
}

impl Search<'_> {
    /// Finds the best ways to a stop, one for each class of its last line.
    fn visit(&mut self, stops: &[Stop], index: usize, stop: &Stop, last: bool) {
        let mut found: [Option<Node>; 4] = [None; 4];
        let mut kept = Vec::with_capacity(self.active.len() + 4);
        for at in std::mem::take(&mut self.active) {
            let Some((node, from)) = self
                .nodes
                .get(at)
                .and_then(|node| Some((*node, stops.get(node.stop)?)))
            else {
                continue;
            };
            let width = if node.stop == 0 {
                self.frame.first
            } else {
                self.frame.rest
            };
            let line = stop.end.since(from.start);
            match rate(line, width, self.frame.justified, last) {
                Some((badness, class)) => {
                    let demerits =
                        node.demerits + demerits(badness, class, &node, from, stop, last);
                    keep(&mut found, index, at, class, demerits);
                    kept.push(at);
                }
                // Nothing stands between the two where a line could end.
                None if from.at >= self.previous => {
                    let price = if stop.hyphen {
                        TOO_LONG * 2.0
                    } else {
                        TOO_LONG
                    };
                    keep(&mut found, index, at, 1, node.demerits + price);
                    kept.push(at);
                }
                // The hyphen alone may have been too much.
                None if stop.hyphen
                    && fits(stop.start.since(from.start), width, self.frame.justified) =>
                {
                    kept.push(at);
                }
                None => {}
            }
        }
        self.active = kept;
        self.activate(found);
    }

    /// Takes the new nodes that can still win: the future costs two ways to one stop differently by one clash at most.
    fn activate(&mut self, found: [Option<Node>; 4]) {
        let least = found
            .iter()
            .flatten()
            .map(|node| node.demerits)
            .fold(f64::INFINITY, f64::min);
        for node in found
            .into_iter()
            .flatten()
            .filter(|node| node.demerits <= least + CLASHING)
        {
            self.active.push(self.nodes.len());
            self.nodes.push(node);
        }
        let surplus = self.active.len().saturating_sub(MOST_ACTIVE);
        self.active.drain(..surplus);
    }

    /// Walks back from the best node that stands at the end.
    fn lines(&self) -> Vec<usize> {
        let end = self.nodes.last().map_or(0, |node| node.stop);
        let finals = self.nodes.iter().rev().take_while(|node| node.stop == end);
        let best = finals.reduce(|best, node| {
            if node.demerits < best.demerits {
                node
            } else {
                best
            }
        });
        let mut lines = Vec::new();
        let mut node = best;
        while let Some((current, before)) = node.and_then(|node| Some((node, node.before?))) {
            lines.push(current.stop);
            node = self.nodes.get(before);
        }
        lines.reverse();
        lines
    }
}

fn keep(found: &mut [Option<Node>; 4], stop: usize, before: usize, class: usize, demerits: f64) {
    let Some(slot) = found.get_mut(class) else {
        return;
    };
    if slot.is_none_or(|known| demerits < known.demerits) {
        *slot = Some(Node {
            stop,
            class,
            demerits,
            before: Some(before),
        });
    }
}

fn fits(line: Sums, width: f64, justified: bool) -> bool {
    let shrink = if justified { line.shrink } else { 0.0 };
    line.width - shrink <= width + TOLERANCE
}

/// How bad a line is, and its class: 0 tight, 1 normal, 2 loose, 3 very loose. None when it is too long.
fn rate(line: Sums, width: f64, justified: bool, last: bool) -> Option<(f64, usize)> {
    if !fits(line, width, justified) {
        return None;
    }
    let slack = width - line.width;
    if slack < 0.0 {
        let ratio = if line.shrink > 0.0 {
            -slack / line.shrink
        } else {
            0.0
        };
        return Some((100.0 * ratio * ratio * ratio, usize::from(ratio <= 0.5)));
    }
    if last {
        return Some((
            if line.width < width * SHORT {
                SHORT_LAST
            } else {
                0.0
            },
            1,
        ));
    }
    let part = slack / width.max(1.0);
    if !justified {
        return Some(((part * part * 1600.0).min(WORST), 1));
    }
    // At 1 the spaces are as wide as they may be; beyond, the line is set ragged.
    let ratio = slack / line.stretch.max(width * 0.02).max(0.1);
    let badness = (300.0 * ratio * ratio * ratio).min(WORST)
        + part * 1000.0 * f64::from(u8::from(ratio > 1.0));
    let class = match ratio {
        ratio if ratio <= 0.25 => 1,
        ratio if ratio <= 0.5 => 2,
        _ => 3,
    };
    Some((badness, class))
}

fn demerits(badness: f64, class: usize, node: &Node, from: &Stop, stop: &Stop, last: bool) -> f64 {
    let line = LINE + badness;
    let mut sum = line * line + stop.cost * stop.cost;
    if from.flagged && stop.flagged {
        sum += TWO_HYPHENS;
    }
    if from.hyphen && last {
        sum += HYPHEN_BEFORE_LAST;
    }
    if node.before.is_some() && class.abs_diff(node.class) > 1 {
        sum += CLASHING;
    }
    sum
}
