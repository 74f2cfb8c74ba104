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

/// Those whom a text names; nobody where two of one family name may be meant.
fn named<'c, 'a>(
    text: &str,
    wanted: &'c mut [&mut Contributor<'a>],
) -> Vec<&'c mut Contributor<'a>> {
    let text = words(text);
    if text.len().saturating_mul(wanted.len()) > MOST {
        return Vec::new();
    }
    let mut families: Vec<Vec<String>> = Vec::new();
    let mut found = Vec::new();
    for contributor in wanted.iter_mut() {
        let family = person(contributor.credit).and_then(|name| is_named(&text, name));
        if let Some(family) = family {
            families.push(family);
            found.push(&mut **contributor);
        }
    }
    let count = families.len();
    families.sort_unstable();
    families.dedup();
    if families.len() == count {
        found
    } else {
        Vec::new()
    }
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

/// The words of the family name, when they stand in a text with the initial of the given names near by.
fn is_named(text: &[String], name: &PersonName) -> Option<Vec<String>> {
    let family = words(&name.family.as_ref()?.text());
    let given = name.given.as_ref().map(Written::text);
    let initial = given
        .as_deref()
        .and_then(|given| given.to_lowercase().chars().next());
    let is_at = |(at, window): (usize, &[String])| {
        let from = at.saturating_sub(NEAR);
        let before = text.iter().take(at).skip(from);
        let after = text.iter().skip(at.saturating_add(window.len())).take(NEAR);
        window == family && initial.is_none_or(|c| before.chain(after).any(|w| w.starts_with(c)))
    };
    let length = family.len().max(1);
    let is_there = text.windows(length).enumerate().any(is_at);
    is_there.then_some(family)
}

/// The words of a text in small letters.
fn words(text: &str) -> Vec<String> {
    let is_word = |c: char| c.is_alphanumeric() || "-\u{2010}'\u{2019}".contains(c);
    let words = text.split(|c| !is_word(c)).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}
