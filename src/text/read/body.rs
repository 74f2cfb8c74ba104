//! The story: paragraphs, headings, figures, and what the page puts between and below them.

use super::blocks::{Block as Lines, Shape};
use super::furniture::{self, Zone};
use super::role::{Role, pictured};
use super::{PARAGRAPH, words};

/// A heading has at most so many characters.
const HEADING: usize = 80;

/// What each block of the body is.
pub(super) fn roles<'l>(lines: &'l [Lines], headline: Option<&str>) -> Vec<Role<'l>> {
    let dropped = of_page(lines, headline);
    let kept = |block: &'l Lines, role: &Option<Role<'l>>| role.is_none().then_some(block);
    let mut has_paragraph = false;
    let mut before = None;
    let mut roles = Vec::with_capacity(lines.len());
    for (at, block) in lines.iter().enumerate() {
        let role = if let Some(Some(role)) = dropped.get(at) {
            role.clone()
        } else {
            let mut rest = lines.iter().zip(&dropped).skip(at + 1);
            let next = rest.find_map(|(block, role)| kept(block, role));
            let role = of_story(before, block, next, has_paragraph);
            before = block.text();
            role
        };
        has_paragraph |= role == Role::Paragraph && block.text().is_some_and(is_running);
        roles.push(role);
    }
    roles
}

/// What is not of the story: the headline again, furniture, the copyright of the page.
fn of_page<'l>(lines: &'l [Lines], headline: Option<&str>) -> Vec<Option<Role<'l>>> {
    let end = lines.iter().rposition(is_prose).map_or(0, |at| at + 1);
    let mut roles: Vec<Option<Role<'l>>> = Vec::with_capacity(lines.len());
    let mut is_listing = false;
    for (at, block) in lines.iter().enumerate() {
        let is_below = at >= end;
        let zone = if is_below { Zone::Edge } else { Zone::Story };
        let role = match block.text() {
            Some(text) if Some(text) == headline => Some(Role::Repeated),
            Some(text) if furniture::is_furniture(text, zone) => {
                is_listing = is_below && furniture::heads_list(text);
                roles.push(Some(Role::Furniture));
                continue;
            }
            Some(text) if is_below && words::is_rights(text) => Some(Role::Rights),
            Some(text) if furniture::is_button(text) && is_beside_button(lines, at) => {
                Some(Role::Furniture)
            }
            _ if is_listing && is_listed(block) => Some(Role::Furniture),
            _ => None,
        };
        is_listing &= role == Some(Role::Furniture);
        roles.push(role);
    }
    roles
}

/// True where the line before or behind is a button too.
fn is_beside_button(lines: &[Lines], at: usize) -> bool {
    let is_button = |at: Option<usize>| {
        let line = at.and_then(|at| lines.get(at)).and_then(Lines::text);
        line.is_some_and(furniture::is_button)
    };
    is_button(at.checked_sub(1)) || is_button(at.checked_add(1))
}

/// True for running text, which nothing of a page below its story is.
fn is_prose(block: &Lines) -> bool {
    block.text().is_some_and(|text| {
        let is_short_sentence = words::ends_sentence(text)
            && !text.ends_with(['?', '!'])
            && text.split_whitespace().count() >= 4;
        (is_short_sentence || words::is_sentence(text) || text.chars().count() >= PARAGRAPH)
            && !furniture::is_furniture(text, Zone::Edge)
            && !words::is_rights(text)
            && pictured(None, text, None).is_none()
    })
}

/// True for titles of other articles.
fn is_listed(block: &Lines) -> bool {
    match &block.shape {
        Shape::Text(text) => furniture::is_listed(text),
        Shape::List(items, _) => items.iter().all(|item| furniture::is_listed(item)),
        Shape::Table(_) => false,
    }
}

/// What a block of the story is, by itself and by what stands around it.
fn of_story<'l>(
    before: Option<&str>,
    block: &'l Lines,
    next: Option<&Lines>,
    has_paragraph: bool,
) -> Role<'l> {
    let Some(text) = block.text() else {
        return Role::Marked;
    };
    let role = pictured(before, text, next.and_then(Lines::text));
    role.unwrap_or(if has_paragraph && is_heading(text, next) {
        Role::Heading
    } else {
        Role::Paragraph
    })
}

/// True for what is too long for a heading, or a sentence.
fn is_running(text: &str) -> bool {
    words::ends_sentence(text) || text.chars().count() > HEADING
}

/// A heading is a short line without closing punctuation before something longer. Before the first paragraph it is a name, a
/// place or a date.
fn is_heading(text: &str, next: Option<&Lines>) -> bool {
    let length = text.chars().count();
    let is_short = length <= HEADING && text.split_whitespace().count() <= 12;
    let is_open = text.ends_with(|c: char| c.is_alphanumeric())
        && text.starts_with(|c: char| !c.is_lowercase());
    let is_longer = |next: &Lines| {
        next.text()
            .is_none_or(|next| next.chars().count() > length * 2)
    };
    is_short && is_open && !words::is_date(text) && next.is_some_and(is_longer)
}
