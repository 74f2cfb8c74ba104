//! The text of a scraped article: lines become blocks, blocks get their roles, roles fill the fields.

mod blocks;
mod body;
mod credits;
mod fill;
mod furniture;
mod lead;
mod role;
mod words;

use crate::error::{Error, Result};
use crate::model::Article;
use crate::report::{Effect, Finding, Location, Report, Stage};

/// A paragraph of the story that is not told by its place has at least so many characters.
const PARAGRAPH: usize = 250;
/// A caption has at most so many.
const CAPTION: usize = 300;

/// The article of a text.
pub(super) fn article(text: &str, report: &mut Report) -> Result<Article> {
    let blocks = blocks::split(text, report);
    if blocks.is_empty() {
        return Err(Error::malformed("text", "nothing but white space"));
    }
    let (headline, mut roles) = lead::roles(&blocks);
    let rest = blocks.get(roles.len()..).unwrap_or_default();
    roles.extend(body::roles(rest, headline));
    let mut filling = fill::Filling::new(report);
    for (block, role) in blocks.iter().zip(roles) {
        filling.add(block, role);
    }
    Ok(filling.finish())
}

/// A finding of the reader at a line.
fn finding(code: &'static str, effect: Effect, line: u64, detail: String) -> Finding {
    let location = Location {
        line: Some(line),
        ..Location::default()
    };
    Finding::new(code, effect, Stage::Read, detail).at(location)
}

#[cfg(test)]
mod tests;
