//! What stands before the first paragraph: labels, headline, standfirst, the lead figure.

use super::blocks::Block as Lines;
use super::{finding, note, words};
use crate::model::{
    Article, Block, Caption, Credit, CreditGroup, CreditName, Figure, Headline, Nested,
    SubjectGroup,
};
use crate::report::{Effect, Report};

/// A paragraph of the body has at least so many characters; what is shorter and stands first belongs to the lead.
const PARAGRAPH: usize = 250;

/// The lead and the body. Without a long paragraph the lead ends behind what can only stand in a lead.
pub(super) fn split(blocks: &[Lines]) -> (&[Lines], &[Lines]) {
    let is_paragraph = |block: &Lines| {
        block
            .text()
            .is_none_or(|text| text.chars().count() >= PARAGRAPH)
    };
    let long = blocks.iter().position(is_paragraph).unwrap_or(blocks.len());
    let head = blocks.get(..long).unwrap_or_default();
    let headline = headline(head);
    let last_mark = head.iter().rposition(|block| {
        block.text().is_some_and(|text| {
            Some(text) == headline || words::credit(text).is_some() || words::byline(text).is_some()
        })
    });
    let behind_mark = last_mark.map_or(0, |at| at + 1);
    // A standfirst may follow the headline directly; short sentences after it are the body.
    let has_standfirst = head
        .get(..behind_mark)
        .is_some_and(|seen| seen.iter().any(|b| b.text().is_some_and(is_sentence)));
    let next_is_standfirst = !has_standfirst
        && blocks.len() > behind_mark + 1
        && head
            .get(behind_mark)
            .is_some_and(|b| b.text().is_some_and(is_sentence));
    blocks.split_at(behind_mark + usize::from(next_is_standfirst))
}

/// The headline: what stands twice; else what follows a breadcrumb; else what follows a label; else the first line.
fn headline(lead: &[Lines]) -> Option<&str> {
    let texts: Vec<&str> = lead.iter().filter_map(Lines::text).collect();
    let stands_twice = |text: &&&str| texts.iter().filter(|other| other == text).count() > 1;
    if let Some(text) = texts.iter().find(stands_twice) {
        return Some(text);
    }
    if let Some(at) = texts
        .iter()
        .position(|text| words::breadcrumb(text).is_some())
        && let Some(next) = texts.get(at + 1)
    {
        return Some(next);
    }
    let candidates: Vec<&str> = texts
        .iter()
        .copied()
        .filter(|text| {
            !words::is_furniture(text)
                && words::byline(text).is_none()
                && words::credit(text).is_none()
        })
        .collect();
    match candidates.as_slice() {
        [label, second, ..]
            if words::is_label(label)
                && !is_sentence(second)
                // Short ones too: a headline may ask or cry, but has no full stop.
                && !second.ends_with('.')
                && second.split_whitespace().count() > 2 =>
        {
            Some(second)
        }
        [first, ..] => Some(first),
        [] => None,
    }
}

/// Fills the article's fields from the lead; what is a block of the body is returned.
pub(super) fn read(article: &mut Article, lead: &[Lines], report: &mut Report) -> Vec<Block> {
    let headline = headline(lead);
    let mut content = Vec::new();
    let mut waiting: Option<(u64, &str)> = None;
    for block in lead {
        let (Some(text), line) = (block.text(), block.line) else {
            continue;
        };
        if Some(text) == headline {
            read_headline(article, text, line, report);
        } else if words::is_furniture(text) {
            let detail = format!("page furniture: {text}");
            report.push(finding("text.furniture", Effect::Dropped, line, detail));
        } else if let Some(parts) = words::breadcrumb(text) {
            note(
                report,
                "text.kicker",
                line,
                format!("a breadcrumb of {} parts is the kicker", parts.len()),
            );
            article.kickers.push(SubjectGroup {
                kind: Some("kicker".to_owned()),
                subjects: parts.into_iter().map(Into::into).collect(),
                ..SubjectGroup::default()
            });
        } else if let Some(names) = words::byline(text) {
            note(
                report,
                "text.byline",
                line,
                format!("a line that begins with `By` is the byline: {text}"),
            );
            article.credits.push(byline(&names));
        } else if let Some(credit) = words::credit(text) {
            note(
                report,
                "text.credit",
                line,
                format!("the credit of the lead figure: {credit}"),
            );
            content.push(figure(waiting.take(), credit, report));
        } else {
            place(article, text, line, &mut waiting, &mut content, report);
        }
    }
    flush(waiting, &mut content);
    content
}

fn read_headline(article: &mut Article, text: &str, line: u64, report: &mut Report) {
    if article.headline.title.is_some() {
        note(
            report,
            "text.duplicate-headline",
            line,
            format!("the headline again: {text}"),
        );
    } else {
        article.headline = Headline::from(text);
        note(report, "text.headline", line, "the headline".to_owned());
    }
}

/// A line that no mark tells: a section before the headline, the standfirst after it, else perhaps a caption.
fn place<'a>(
    article: &mut Article,
    text: &'a str,
    line: u64,
    waiting: &mut Option<(u64, &'a str)>,
    content: &mut Vec<Block>,
    report: &mut Report,
) {
    let has_headline = article.headline.title.is_some();
    if !has_headline && article.publication.section.is_none() && words::is_label(text) {
        note(
            report,
            "text.section",
            line,
            format!("a label before the headline is the section: {text}"),
        );
        article.publication.section = Some(SubjectGroup::new("heading", text));
    } else if has_headline && article.standfirst.is_none() && is_sentence(text) {
        note(
            report,
            "text.standfirst",
            line,
            "a sentence after the headline is the standfirst".to_owned(),
        );
        article.standfirst = Some(text.into());
    } else {
        flush(waiting.replace((line, text)), content);
    }
}

/// A line that might have been a caption and is none: a paragraph.
fn flush(waiting: Option<(u64, &str)>, content: &mut Vec<Block>) {
    content.extend(waiting.map(|(_, text)| Block::paragraph(text)));
}

/// The figure of a credit line and the line before it.
pub(super) fn figure(caption: Option<(u64, &str)>, credit: &str, report: &mut Report) -> Block {
    let mut figure = Figure::default().with_credit(credit);
    if let Some((line, text)) = caption {
        note(
            report,
            "text.caption",
            line,
            "the line before a credit is the caption".to_owned(),
        );
        figure.caption = Some(Caption {
            content: vec![Block::paragraph(text)],
            ..Caption::default()
        });
    }
    figure.into()
}

fn byline(names: &[&str]) -> CreditGroup {
    CreditGroup {
        credits: names
            .iter()
            .map(|name| Credit {
                kind: Some("author".to_owned()),
                names: vec![CreditName::Written(Nested::new((*name).into()))],
                ..Credit::default()
            })
            .collect(),
        ..CreditGroup::default()
    }
}

fn is_sentence(text: &str) -> bool {
    words::ends_sentence(text) && text.chars().count() >= 40
}
