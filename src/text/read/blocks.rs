//! Lines into blocks: paragraphs, lists, tables of bars.

use super::{credits, finding};
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
    // The line ends of every system.
    let text = text.replace("\r\n", "\n");
    let lines: Vec<(u64, String)> = (1..)
        .zip(text.split(['\n', '\r']))
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
    let lines = || group.iter().map(|(_, line)| line.as_str());
    if group.len() > 1 && lines().all(|line| cells(line).is_some()) {
        let rows = lines().filter_map(cells).enumerate();
        let rows = rows.filter(|(at, row)| *at != 1 || !is_rule(row));
        blocks.push(Block {
            line: *first,
            shape: Shape::Table(rows.map(|(_, row)| row).collect()),
        });
    } else if let Some(items) = lines().map(bulleted).collect::<Option<Vec<_>>>() {
        blocks.push(list(*first, &items, false));
    } else if let (Some(items), true) = (numbered(lines()), group.len() > 1) {
        blocks.push(list(*first, &items, true));
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
    // A credit below its caption stays a line of its own.
    let is_credit = |line: &str| credits::credit(line).is_some() || credits::is_agency(line);
    !before.is_empty()
        && !group.iter().any(|(_, line)| is_credit(line))
        && group.iter().all(|(_, line)| length(line) <= 90)
        && before.iter().all(|(_, line)| length(line) >= 50)
}

fn list(line: u64, items: &[&str], is_ordered: bool) -> Block {
    let items = items.iter().map(|item| (*item).to_owned()).collect();
    Block {
        line,
        shape: Shape::List(items, is_ordered),
    }
}

/// The text of a list item behind its mark; `None` for another line.
fn bulleted(line: &str) -> Option<&str> {
    let marks = ["- ", "* ", "• ", "– "];
    let text = marks.iter().find_map(|mark| line.strip_prefix(mark))?;
    Some(text.trim_start())
}

/// The texts of items that are numbered from 1: other numbers say something that a list would not.
fn numbered<'l>(lines: impl Iterator<Item = &'l str>) -> Option<Vec<&'l str>> {
    let item = |(wanted, line): (u32, &'l str)| {
        let (number, text) = line.split_once(['.', ')'])?;
        let is_next = number == wanted.to_string();
        (is_next && text.starts_with(' ')).then(|| text.trim_start())
    };
    (1..).zip(lines).map(item).collect()
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
        .all(|cell| cell.contains("---") && cell.chars().all(|c| matches!(c, '-' | ':')))
}
