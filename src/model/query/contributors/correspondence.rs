//! Whose the correspondence is that no credit refers to.

use super::{Contributor, any, is_correspondence};
use crate::codec::slots::Typed;
use crate::limits::Limits;
use crate::model::Article;
use crate::model::credit::{Correspondence, Credit, CreditName, PersonName};
use crate::model::note::Note;
use crate::model::text::Written;

/// The most comparisons of a word with a contributor; no byline needs as many.
const MOST: usize = 1 << 22;

/// How far a given name may stand from the family name, in words.
const NEAR: usize = 3;

/// Correspondence that nobody refers to is that of the only one who is marked, or of the only author; else of those whom it
/// names.
pub(super) fn share<'a>(article: &'a Article, all: &mut [Contributor<'a>]) {
    if any(all, &|c| c.is_written_to()) {
        return;
    }
    let notes = article.author_notes.iter();
    let texts: Vec<&Correspondence> = notes.clone().flat_map(|n| &n.correspondence).collect();
    let further: Vec<&Note> = notes
        .flat_map(|notes| &notes.notes)
        .filter(|note| is_correspondence(note))
        .collect();
    let is_marked = all.iter().any(Contributor::is_corresponding);
    let is_wanted = |contributor: &&mut Contributor<'a>| {
        if is_marked {
            contributor.is_corresponding()
        } else {
            contributor.is_author
        }
    };
    let mut wanted: Vec<&mut Contributor<'a>> = all.iter_mut().filter(is_wanted).collect();
    if let [only] = wanted.as_mut_slice() {
        only.correspondence.extend(texts);
        only.notes.extend(further);
        return;
    }
    for text in texts.into_iter().filter(|text| text.fits(Limits::DEPTH)) {
        for contributor in named(&text.text(), &mut wanted) {
            contributor.correspondence.push(text);
        }
    }
    for note in further.into_iter().filter(|note| note.fits(Limits::DEPTH)) {
        for contributor in named(&note.text(), &mut wanted) {
            contributor.notes.push(note);
        }
    }
}

/// Those whom a text names; of several of one family name those whose given name is written out.
fn named<'c, 'a>(
    text: &str,
    wanted: &'c mut [&mut Contributor<'a>],
) -> Vec<&'c mut Contributor<'a>> {
    let text = words(text);
    if text.len().saturating_mul(wanted.len()) > MOST {
        return Vec::new();
    }
    let mut found: Vec<Found<'c, 'a>> = Vec::new();
    for contributor in wanted.iter_mut() {
        if let Some((family, is_whole)) =
            person(contributor.credit).and_then(|name| is_named(&text, name))
        {
            found.push(Found {
                family,
                is_whole,
                contributor,
            });
        }
    }
    // A whole given name tells those of one family apart, an initial does not.
    let families: Vec<Vec<String>> = found.iter().map(|found| found.family.clone()).collect();
    let is_meant = |found: &Found<'_, '_>| {
        let of_family = families.iter().filter(|family| **family == found.family);
        found.is_whole || of_family.count() == 1
    };
    found.retain(is_meant);
    found.into_iter().map(|found| found.contributor).collect()
}

/// One who may be meant.
struct Found<'c, 'a> {
    /// The words of the family name.
    family: Vec<String>,
    /// True where a given name is written out near by.
    is_whole: bool,
    contributor: &'c mut Contributor<'a>,
}

/// The first name in parts.
fn person(credit: &Credit) -> Option<&PersonName> {
    fn of(name: &CreditName) -> Option<&PersonName> {
        match name {
            CreditName::Person(name) => Some(name),
            CreditName::Alternatives(forms) => forms.names.iter().find_map(of),
            _ => None,
        }
    }
    credit.names.iter().find_map(of)
}

/// The words of the family name, when they stand in a text with the initial of the given names near by, and whether the
/// first of these is written out there.
fn is_named(text: &[String], name: &PersonName) -> Option<(Vec<String>, bool)> {
    let family = words(&name.family.as_ref()?.text());
    let given = name.given.as_ref().map(Written::text).unwrap_or_default();
    let given = words(&given).into_iter().next();
    let initial = given.as_deref().and_then(|given| given.chars().next());
    let length = family.len().max(1);
    let places = text
        .windows(length)
        .enumerate()
        .filter(|(_, window)| *window == family);
    let mut is_there = false;
    let mut is_whole = false;
    for (at, window) in places {
        let from = at.saturating_sub(NEAR);
        let before = text.iter().take(at).skip(from);
        let after = text.iter().skip(at.saturating_add(window.len())).take(NEAR);
        for word in before.chain(after) {
            is_there |= initial.is_some_and(|initial| word.starts_with(initial));
            is_whole |= given.as_ref() == Some(word) && word.chars().nth(1).is_some();
        }
        is_there |= initial.is_none();
    }
    is_there.then_some((family, is_whole))
}

/// The words of a text in small letters.
fn words(text: &str) -> Vec<String> {
    let is_word = |c: char| c.is_alphanumeric() || "-\u{2010}'\u{2019}".contains(c);
    let words = text.split(|c| !is_word(c)).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

#[cfg(test)]
mod tests;
