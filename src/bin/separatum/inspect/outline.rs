//! The headings of an article, indented by their depth.

use separatum::Article;
use separatum::model::{Abstract, Back, Block, Part, Section, Written};

/// A line for each heading, in the order of the article: abstracts, body, back matter, parts.
pub(crate) fn lines(article: &Article) -> Vec<String> {
    let mut lines = Vec::new();
    let abstracts = article
        .abstracts
        .iter()
        .chain(&article.translated_abstracts);
    for text in abstracts {
        lines.push(abstract_heading(text));
        blocks(&text.content, 1, &mut lines);
    }
    if let Some(body) = &article.body {
        blocks(&body.content, 0, &mut lines);
    }
    for piece in &article.back {
        back(piece, &mut lines);
    }
    for part in &article.parts {
        let (kind, inner) = match part {
            Part::SubArticle(article) => ("part", article),
            Part::Response(article) => ("response", article),
            _ => continue,
        };
        let title = inner.headline.text();
        lines.push(format!("({kind}) {title}").trim_end().to_owned());
        lines.extend(
            self::lines(inner)
                .into_iter()
                .map(|line| format!("  {line}")),
        );
    }
    lines
}

fn abstract_heading(text: &Abstract) -> String {
    let title = text
        .title
        .as_ref()
        .map_or_else(|| "(abstract)".to_owned(), Written::text);
    match &text.lang {
        Some(lang) => format!("{title} [{}]", lang.as_str()),
        None => title,
    }
}

/// The sections among these blocks, and those inside them.
fn blocks(content: &[Block], depth: usize, lines: &mut Vec<String>) {
    for block in content {
        if let Block::Section(inner) = block {
            section(inner, "section", depth, lines);
        }
    }
}

/// One heading and those below it; `kind` stands where there is no title.
fn section(section: &Section, kind: &str, depth: usize, lines: &mut Vec<String>) {
    let mut words: Vec<_> = section
        .label
        .iter()
        .chain(&section.title)
        .map(Written::text)
        .collect();
    if section.title.is_none() {
        words.push(format!("({kind})"));
    }
    lines.push(format!("{}{}", "  ".repeat(depth), words.join(" ")));
    blocks(&section.content, depth.saturating_add(1), lines);
}

fn back(piece: &Back, lines: &mut Vec<String>) {
    match piece {
        Back::Acknowledgements(inner) => section(inner, "acknowledgements", 0, lines),
        Back::Appendices(group) => {
            for appendix in &group.appendices {
                section(appendix, "appendix", 0, lines);
            }
        }
        Back::Appendix(inner) => section(inner, "appendix", 0, lines),
        Back::Biography(inner) => section(inner, "biography", 0, lines),
        Back::Notes(inner) => section(inner, "notes", 0, lines),
        Back::Section(inner) => section(inner, "section", 0, lines),
        Back::NoteGroup(group) => lines.push(titled(group.title.as_ref(), "notes")),
        Back::Glossary(glossary) => lines.push(titled(glossary.title.as_ref(), "glossary")),
        Back::References(list) => lines.push(titled(list.title.as_ref(), "references")),
        _ => {}
    }
}

fn titled(title: Option<&Written>, kind: &str) -> String {
    title.map_or_else(|| format!("({kind})"), Written::text)
}
