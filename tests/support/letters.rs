//! The letters of an article, and whether a conversion accounts for those that it leaves out.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::events::Event;
use separatum::{Effect, Report};

/// How often each character that is no white space stands in a text.
pub(crate) type Letters = BTreeMap<char, usize>;

/// Fails unless the text of an article, given as XML before and after its conversion, is the same but for what the report
/// says was dropped: no letter more, and none less.
pub(crate) fn accounted(report: &Report, before: &str, after: &str) -> Result<(), String> {
    let (all, elements) = texts(before);
    let said = letters(&all);
    // What is there or named at least, and at most.
    let mut least = letters(&texts(after).0);
    let mut most = least.clone();
    for finding in report {
        if finding.effect == Effect::Dropped
            && matches!(&*finding.code, "jats.element" | "jats.text")
        {
            let named = named(&finding.detail, &elements)?;
            add(&mut least, &each(&named, usize::min));
            add(&mut most, &each(&named, usize::max));
        }
    }
    let lost = said.iter().find(|(c, n)| most.get(c).unwrap_or(&0) < n);
    let new = least.iter().find(|(c, n)| said.get(c).unwrap_or(&0) < n);
    if lost.is_none() && new.is_none() {
        return Ok(());
    }
    Err(format!(
        "lost {lost:?}, new or dropped in words only {new:?}: {report}"
    ))
}

/// The running text of an article given as XML, white space aside.
#[allow(dead_code, reason = "not every test that counts letters needs it")]
pub(crate) fn running(xml: &str) -> String {
    texts(xml).0.split_whitespace().collect()
}

/// The letters that a finding names: they stand behind the colon, and only their beginning where the text is long; then
/// they are those of an element of the name that the finding tells first, which may be one of several.
fn named(detail: &str, elements: &[(String, String)]) -> Result<Vec<Letters>, String> {
    let (what, text) = detail
        .split_once(": ")
        .ok_or(format!("nothing is named: {detail}"))?;
    let Some((begin, missing)) = cut(text) else {
        return Ok(vec![letters(text)]);
    };
    let name = if what.starts_with("the label of ") {
        "label"
    } else {
        what.split('`').nth(1).unwrap_or_default()
    };
    let own = || {
        elements
            .iter()
            .filter(|(own, _)| own == name)
            .map(|(_, text)| text)
    };
    let whole = begin.chars().count() + missing;
    let same: Vec<&str> = own()
        .map(|text| text.trim())
        .filter(|text| text.starts_with(begin))
        .collect();
    let is_whole = |text: &&&str| text.chars().count() == whole;
    let mut found: Vec<Letters> = same.iter().filter(is_whole).map(|t| letters(t)).collect();
    if found.is_empty() && !same.is_empty() {
        return Err(format!("not as many characters: {detail}"));
    }
    if found.is_empty() {
        // A label has been put in front of it: all that is named, and the text behind.
        let begins = |text: &&String| {
            let first: String = text.chars().take(10).collect();
            !first.is_empty() && begin.contains(&first)
        };
        found.extend(
            own()
                .filter(begins)
                .map(|text| letters(&format!("{begin}{text}"))),
        );
        found.push(letters(begin));
    }
    Ok(found)
}

/// What stands of a text that was cut, and how many characters do not.
fn cut(text: &str) -> Option<(&str, usize)> {
    let (begin, rest) = text.rsplit_once("… (")?;
    let missing = rest.strip_suffix(" more characters)")?;
    Some((begin, missing.parse().ok()?))
}

/// Of each letter the least or the greatest number.
fn each(all: &[Letters], pick: fn(usize, usize) -> usize) -> Letters {
    let count = |of: &Letters, c: &char| of.get(c).copied().unwrap_or_default();
    let letters = all.iter().flat_map(BTreeMap::keys);
    let number = |c: &char| {
        all.iter()
            .map(|of| count(of, c))
            .reduce(pick)
            .unwrap_or_default()
    };
    letters.map(|c| (*c, number(c))).collect()
}

fn add(to: &mut Letters, more: &Letters) {
    for (letter, count) in more {
        *to.entry(*letter).or_default() += count;
    }
}

fn letters(text: &str) -> Letters {
    let mut counts = Letters::new();
    for c in text.chars().filter(|c| !c.is_whitespace()) {
        *counts.entry(c).or_default() += 1;
    }
    counts
}

/// The text of a document, and of each of its elements by their names, without white space around it.
fn texts(xml: &str) -> (String, Vec<(String, String)>) {
    let mut reader = Reader::from_str(xml);
    let (mut text, mut open, mut elements) = (String::new(), Vec::new(), Vec::new());
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) => open.push((tag.local_name().as_ref().to_owned(), text.len())),
            Event::End(_) => {
                let (name, start) = open.pop().unwrap();
                elements.push((name, text[start..].trim().to_owned()));
            }
            Event::Text(part) => text.push_str(&part),
            Event::CData(part) => text.push_str(&part),
            Event::GeneralRef(name) => match name.resolve_char_ref().unwrap() {
                Some(c) => text.push(c),
                None => text.push_str(quick_xml::escape::resolve_predefined_entity(&name).unwrap()),
            },
            Event::Eof => return (text, elements),
            _ => {}
        }
    }
}

#[test]
fn letters_are_lost_only_where_that_is_said() {
    use separatum::{Finding, Stage};
    let report = |code: &'static str, detail: &str| {
        let mut report = Report::new();
        report.push(Finding::new(code, Effect::Dropped, Stage::Write, detail));
        report
    };
    let long = "word &amp; ".repeat(30);
    let before = format!("<a><p>one <label>1</label> {long}</p><q>{long}</q></a>");
    let after = format!("<a><p>one {long}</p><q>{long}</q></a>");
    let beginning = "word & ".repeat(20);
    accounted(&Report::new(), &before, &before).unwrap();
    accounted(&Report::new(), &before, &after).unwrap_err();
    accounted(&Report::new(), &after, &before).unwrap_err();
    accounted(
        &report("jats.element", "the label of `p`: 1"),
        &before,
        &after,
    )
    .unwrap();
    accounted(
        &report("jats.element", "the label of `p`: 2"),
        &before,
        &after,
    )
    .unwrap_err();
    accounted(
        &report("jats.element", "the label of `p`: 1"),
        &before,
        &before,
    )
    .unwrap_err();
    accounted(
        &report("jats.attribute", "attribute `a`: 1"),
        &before,
        &after,
    )
    .unwrap_err();
    let short = format!("<a><p>one <label>1</label> {long}</p></a>");
    let said = |missing: usize| format!("`q` in `a`: {beginning}… ({missing} more characters)");
    // Ten times seven characters, without the space at the end.
    let (right, wrong) = (said(69), said(70));
    accounted(&report("jats.element", &right), &before, &short).unwrap();
    accounted(&report("jats.element", &wrong), &before, &short).unwrap_err();
    accounted(&report("jats.element", &right), &before, "<a/>").unwrap_err();
}
