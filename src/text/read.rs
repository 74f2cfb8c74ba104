//! The text of a scraped article: lines become blocks, blocks find their fields.

mod blocks;
mod body;
mod lead;
mod words;

use crate::error::{Error, Result};
use crate::model::{Article, Body};
use crate::report::{Effect, Finding, Location, Report, Stage};

/// The article of a text.
pub(super) fn article(text: &str, report: &mut Report) -> Result<Article> {
    let blocks = blocks::split(text, report);
    if blocks.is_empty() {
        return Err(Error::malformed("text", "nothing but white space"));
    }
    let mut article = Article::default();
    let (lead, body) = lead::split(&blocks);
    let mut content = lead::read(&mut article, lead, report);
    content.extend(body::read(body, &article.headline.text(), report));
    if !content.is_empty() {
        article.body = Some(Body::from(content));
    }
    Ok(article)
}

/// A decision that lost nothing.
fn note(report: &mut Report, code: &'static str, line: u64, detail: String) {
    report.push(finding(code, Effect::Noted, line, detail));
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
