//! Reading a page in a test: what became of its lines, and that none is lost in silence.

use super::{Article, Block, Report, read};
use crate::model::{Credit, Written};

/// A paragraph without its full stop; `LONG` in a page stands for it.
pub(super) const LONG: &str = "Long stands the wall above the harbour, and long have the people of the lower town argued over who should mend it. \
    This spring the council sent masons for the first time in forty years, and the quarrel began at once, because nobody had asked \
    the fishermen, whose nets dry on its stones";

/// What became of the lines, one entry each.
fn outline(article: &Article) -> Vec<String> {
    let mut out = Vec::new();
    out.extend(article.section().map(|text| format!("section: {text}")));
    for group in &article.kickers {
        let labels: Vec<String> = group.subjects.iter().map(Written::text).collect();
        out.push(format!("kicker: {}", labels.join(" / ")));
    }
    out.push(format!("headline: {}", article.headline.text()));
    let standfirst = article.standfirst.iter();
    out.extend(standfirst.map(|text| format!("standfirst: {}", text.text())));
    let names = article.credits().filter_map(Credit::name);
    out.extend(names.map(|name| format!("by: {name}")));
    for date in &article.publication.dates {
        out.push(format!(
            "{:?}: {}",
            date.kind,
            date.words.as_ref().unwrap().text()
        ));
    }
    for rights in &article.rights {
        out.push(format!("rights: {}", rights.statements[0].text()));
    }
    if let Some(body) = &article.body {
        blocks(&body.content, &mut out);
    }
    out
}

fn blocks(content: &[Block], out: &mut Vec<String>) {
    for block in content {
        match block {
            Block::Section(section) => {
                out.push(format!("# {}", section.title.as_ref().unwrap().text()));
                blocks(&section.content, out);
            }
            Block::Figure(figure) => {
                let caption = figure
                    .caption
                    .as_ref()
                    .map(|caption| caption.content[0].text());
                let credit = figure.credits.first().map(Written::text);
                out.push(format!("figure: {caption:?} {credit:?}"));
            }
            other => out.push(other.text().replace(LONG, "LONG")),
        }
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| !word.is_empty())
}

/// Reads a page; each word of each line is in the article or in a finding at that line.
pub(super) fn page(text: &str) -> (Vec<String>, Report) {
    let text = text.replace("LONG", LONG);
    let (article, report) = read(&text);
    let said = crate::text::to_string(&article).unwrap().value;
    for (number, line) in (1..).zip(text.lines()) {
        let mut kept: Vec<&str> = words(&said).collect();
        let findings = report.iter().filter(|f| f.location.line == Some(number));
        kept.extend(findings.flat_map(|f| words(&f.detail)));
        for word in words(line) {
            assert!(
                kept.contains(&word),
                "{word:?} of line {number} is lost: {line}"
            );
        }
    }
    assert_eq!(article.lang, None);
    assert!(article.publication.ids.is_empty());
    (outline(&article), report)
}
