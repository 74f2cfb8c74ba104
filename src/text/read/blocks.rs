//! Lines into blocks: paragraphs, lists, tables of bars.

use super::finding;
use crate::report::{Effect, Report};

/// A block of the text and the line it begins at, from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Block {
    /// Its first line.
    pub(super) line: u64,
    /// What it is.
    pub(super) shape: Shape,
}

/// What the lines of a block look like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Shape {
    /// Running text.
    Text(String),
    /// Items with a mark each; true for numbered ones.
    List(Vec<String>, bool),
    /// Rows of cells separated by bars.
    Table(Vec<Vec<String>>),
}

impl Block {
    /// The text of a block of running text.
    pub(super) fn text(&self) -> Option<&str> {
        match &self.shape {
            Shape::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// The blocks of a text. Characters that no article can hold are dropped, with a finding each line.
pub(super) fn split(text: &str, report: &mut Report) -> Vec<Block> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let lines: Vec<(u64, String)> = (1..)
        .zip(text.lines())
        .map(|(n, line)| (n, clean(line, n, report)))
        .collect();
    let mut blocks = Vec::new();
    for group in lines.split(|(_, line)| line.is_empty()) {
        group_blocks(group, &mut blocks);
    }
    blocks
}

/// A line without white space at its ends and without illegal characters. A no-break space is no end of a line to trim,
/// but one that stands there alone is.
fn clean(line: &str, number: u64, report: &mut Report) -> String {
    let is_illegal =
        |c: char| (c.is_control() && c != '\t') || matches!(c, '\u{fffe}' | '\u{ffff}');
    if line.contains(is_illegal) {
        let found: Vec<String> = line
            .chars()
            .filter(|c| is_illegal(*c))
            .map(|c| format!("U+{:04X}", u32::from(c)))
            .collect();
        let detail = format!("control characters: {}", found.join(" "));
        report.push(finding(
            "text.illegal-character",
            Effect::Dropped,
            number,
            detail,
        ));
    }
    line.replace(is_illegal, "").trim().to_owned()
}

/// The blocks of lines that stand together without a blank line.
fn group_blocks(group: &[(u64, String)], blocks: &mut Vec<Block>) {
    let Some((first, _)) = group.first() else {
        return;
    };
    if group.len() > 1 && group.iter().all(|(_, line)| cells(line).is_some()) {
        let rows = group
            .iter()
            .filter_map(|(_, line)| cells(line))
            .filter(|row| !is_rule(row))
            .collect();
        blocks.push(Block {
            line: *first,
            shape: Shape::Table(rows),
        });
    } else if group.iter().all(|(_, line)| item(line).is_some()) {
        let is_ordered = group
            .iter()
            .all(|(_, line)| line.starts_with(|c: char| c.is_ascii_digit()));
        let items = group
            .iter()
            .filter_map(|(_, line)| item(line))
            .map(str::to_owned)
            .collect();
        blocks.push(Block {
            line: *first,
            shape: Shape::List(items, is_ordered),
        });
    } else if is_wrapped(group) {
        let text = group
            .iter()
            .map(|(_, line)| line.as_str())
            .collect::<Vec<_>>()
            .join(" ");
        blocks.push(Block {
            line: *first,
            shape: Shape::Text(text),
        });
    } else {
        blocks.extend(group.iter().map(|(line, text)| Block {
            line: *line,
            shape: Shape::Text(text.clone()),
        }));
    }
}

/// True for lines that were one paragraph before somebody wrapped it: all but the last nearly full, none longer than 90.
fn is_wrapped(group: &[(u64, String)]) -> bool {
    let Some((_, before)) = group.split_last() else {
        return false;
    };
    let length = |line: &str| line.chars().count();
    !before.is_empty()
        && group.iter().all(|(_, line)| length(line) <= 90)
        && before.iter().all(|(_, line)| length(line) >= 50)
}

/// The text of a list item; `None` for another line.
fn item(line: &str) -> Option<&str> {
    for mark in ["- ", "* ", "• ", "– "] {
        if let Some(text) = line.strip_prefix(mark) {
            return Some(text.trim_start());
        }
    }
    let (number, text) = line.split_once(['.', ')'])?;
    let is_number =
        !number.is_empty() && number.len() <= 3 && number.chars().all(|c| c.is_ascii_digit());
    (is_number && text.starts_with(' ')).then(|| text.trim_start())
}

/// The cells of a row between bars; `None` for another line.
fn cells(line: &str) -> Option<Vec<String>> {
    let inner = line.strip_prefix('|')?.strip_suffix('|')?;
    Some(
        inner
            .split('|')
            .map(|cell| cell.trim().to_owned())
            .collect(),
    )
}

/// True for the rule below a table's head: `|---|---|`.
fn is_rule(row: &[String]) -> bool {
    row.iter()
        .all(|cell| !cell.is_empty() && cell.chars().all(|c| matches!(c, '-' | ':')))
}
