//! Which line is the headline.

use std::collections::HashMap;

use crate::text::read::blocks::Block as Lines;
use crate::text::read::furniture::{self, Zone};
use crate::text::read::{PARAGRAPH, credits, words};

/// The headline stands within so many lines.
const LEAD: usize = 24;

/// The headline: what stands twice; else what follows a breadcrumb; else what follows labels; else the first line.
pub(super) fn find(blocks: &[Lines]) -> Option<&str> {
    let lines = Candidates::new(blocks);
    let repeated = lines.sure.iter().filter(|line| lines.stands_again(line));
    let longest = repeated.fold(None, |best: Option<&str>, line| match best {
        Some(best) if best.len() >= line.len() => Some(best),
        _ => Some(line),
    });
    longest
        .or_else(|| lines.behind_breadcrumb())
        .or_else(|| lines.behind_labels())
        .or(lines.first)
}

/// Lines that may be the headline.
struct Candidates<'l> {
    /// Those that nothing speaks against.
    sure: Vec<&'l str>,
    /// Those that look like something else: a byline, a short sentence, a label of the page.
    unsure: Vec<&'l str>,
    /// How many sure ones stand before a breadcrumb.
    before_breadcrumb: Option<usize>,
    /// The first line of all.
    first: Option<&'l str>,
    /// How often each line of the lead stands there.
    times: HashMap<&'l str, usize>,
}

impl<'l> Candidates<'l> {
    fn new(blocks: &'l [Lines]) -> Self {
        let lead = || {
            let short = |text: &&str| text.chars().count() < PARAGRAPH;
            let texts = blocks.iter().skip_while(|block| block.text().is_none());
            texts.map_while(Lines::text).take(LEAD).take_while(short)
        };
        let mut found = Self {
            sure: Vec::new(),
            unsure: Vec::new(),
            before_breadcrumb: None,
            first: lead().next(),
            times: HashMap::new(),
        };
        for text in lead() {
            *found.times.entry(text).or_default() += 1;
        }
        let title = title_like_byline(lead());
        for text in lead() {
            let is_title = title == Some(text) || found.stands_again(text);
            let is_byline = words::byline(text).is_some() && !is_title;
            let is_by = is_byline || text.starts_with("By ") && !is_title;
            let has_headline = found.sure.iter().any(|line| !words::is_section(line));
            if has_headline && (is_byline || words::is_sentence(text) && text.ends_with('.')) {
                break;
            }
            if !lead().any(|headline| words::is_page_title(text, headline)) {
                found.sort(text, is_by);
            }
        }
        found
    }

    fn sort(&mut self, text: &'l str, is_by: bool) {
        if words::breadcrumb(text).is_some() {
            self.before_breadcrumb.get_or_insert(self.sure.len());
        } else if furniture::is_furniture(text, Zone::Story)
            || words::is_date(text)
            || words::is_rights(text)
            || credits::credit(text).is_some()
            || credits::is_agency(text)
        {
        } else if is_by || text.ends_with('.') || furniture::is_furniture(text, Zone::Edge) {
            self.unsure.push(text);
        } else {
            self.sure.push(text);
        }
    }

    fn stands_again(&self, line: &str) -> bool {
        self.times.get(line).is_some_and(|times| *times > 1) && !words::is_section(line)
    }

    /// What follows a breadcrumb, unless the headline stands before it.
    fn behind_breadcrumb(&self) -> Option<&'l str> {
        let (before, behind) = self.sure.split_at_checked(self.before_breadcrumb?)?;
        let long = before.iter().find(|line| !words::is_label(line));
        let next = behind.iter().find(|line| !words::is_section(line));
        long.or(next).copied()
    }

    /// The first line that has more words than labels do. Behind the name of a section, and where no line has so many, three
    /// words are enough.
    fn behind_labels(&self) -> Option<&'l str> {
        let known = self.sure.iter().take_while(|line| words::is_section(line));
        let rest = self.sure.get(known.count()..).unwrap_or_default();
        let has_words = |line: &&&str, least| line.split_whitespace().count() >= least;
        let is_known = rest.len() < self.sure.len();
        let next = rest.first().filter(|line| is_known && has_words(line, 3));
        let found = next
            .or_else(|| rest.iter().find(|line| has_words(line, 4)))
            .or_else(|| rest.get(1).filter(|line| has_words(line, 3)))
            .or_else(|| rest.first())
            .or_else(|| self.unsure.first())
            .or_else(|| self.sure.first());
        found.copied()
    }
}

/// A headline that looks like a byline, as "By Moonlight Alone": a sentence parts it from another that is one.
fn title_like_byline<'l>(lead: impl Iterator<Item = &'l str>) -> Option<&'l str> {
    let mut first = None;
    let mut is_parted = false;
    for text in lead {
        let is_byline = words::byline(text).is_some();
        match first {
            None if is_byline => first = Some(text),
            Some(title) if is_byline && is_parted && title != text => return first,
            _ => is_parted |= first.is_some() && words::is_sentence(text),
        }
    }
    None
}
