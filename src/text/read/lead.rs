//! What stands before the story: labels, headline, standfirst, byline, date, the lead figure.

use super::blocks::Block as Lines;
use super::furniture::{self, Zone};
use super::role::{Role, pictured};
use super::{PARAGRAPH, words};

mod headline;

/// A standfirst that does not follow the headline at once is so much shorter than what follows it.
const SHORTER: usize = 2;

/// The headline, and what each block of the lead is; the body begins behind them.
pub(super) fn roles(blocks: &[Lines]) -> (Option<&str>, Vec<Role<'_>>) {
    let Some(headline) = headline::find(blocks) else {
        return (None, Vec::new());
    };
    let first = blocks
        .iter()
        .position(|block| block.text() == Some(headline))
        .unwrap_or_default();
    let mut roles = before(blocks, first);
    roles.push(Role::Headline);
    after(blocks, headline, &mut roles);
    (Some(headline), roles)
}

/// What stands before the headline.
fn before(blocks: &[Lines], headline: usize) -> Vec<Role<'_>> {
    let headline_text = blocks.get(headline).and_then(Lines::text);
    let mut has_section = false;
    let mut roles = Vec::with_capacity(blocks.len());
    for (at, block) in blocks.iter().enumerate().take(headline) {
        let Some(text) = block.text() else {
            roles.push(Role::Marked);
            continue;
        };
        let is_title = headline_text.is_some_and(|headline| words::is_page_title(text, headline));
        let role = is_title.then_some(Role::Furniture);
        roles.push(match role.or_else(|| mark(blocks, at, text)) {
            Some(role) => role,
            None if !words::is_label(text) => Role::Paragraph,
            None if has_section => Role::Kicker(vec![text]),
            None => {
                has_section = true;
                Role::Section
            }
        });
    }
    roles
}

/// What stands behind the headline, to the first block that can only be of the story.
fn after<'l>(blocks: &'l [Lines], headline: &str, roles: &mut Vec<Role<'l>>) {
    let mut end = roles.len();
    let mut stand = Standfirst::Next;
    let mut has_byline = false;
    for (at, block) in blocks.iter().enumerate().skip(end) {
        let Some(text) = block.text() else { break };
        let role = if text == headline {
            Some(Role::Repeated)
        } else {
            // A second byline is one of the story: a heading, or the author of something else.
            mark(blocks, at, text).filter(|role| !matches!(role, Role::Byline(_)) || !has_byline)
        };
        let (role, is_sure) = match role {
            Some(role) => (role, true),
            None if stand.is(blocks, at, text) => (Role::Standfirst, true),
            // A line without a mark, such as a name or a place, is of the lead only when something sure follows.
            None if words::is_label(text) || words::is_date(text) => (Role::Paragraph, false),
            None => break,
        };
        has_byline |= matches!(role, Role::Byline(_));
        stand = stand.past(&role);
        roles.push(role);
        if is_sure {
            end = roles.len();
        }
    }
    roles.truncate(end);
}

/// The role of a line that its words or its neighbours tell.
fn mark<'l>(blocks: &'l [Lines], at: usize, text: &'l str) -> Option<Role<'l>> {
    if furniture::is_furniture(text, Zone::Edge) {
        Some(Role::Furniture)
    } else if let Some(parts) = words::breadcrumb(text) {
        Some(Role::Kicker(parts))
    } else if let Some(names) = words::byline(text) {
        Some(Role::Byline(names))
    } else if let Some(date) = words::published(text) {
        Some(Role::Published(date))
    } else {
        let is_kept = |block: &&Lines| {
            block
                .text()
                .is_none_or(|text| !furniture::is_furniture(text, Zone::Edge))
        };
        let (seen, rest) = blocks.split_at_checked(at)?;
        let before = seen.iter().rev().find(is_kept).and_then(Lines::text);
        let next = rest.iter().skip(1).find(is_kept).and_then(Lines::text);
        pictured(before, text, next)
    }
}

/// Whether a standfirst may still come.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standfirst {
    /// Nothing but the headline, labels and furniture were there.
    Next,
    /// Byline, date or figure were there: what follows may be the story as well.
    Perhaps,
    /// There is one.
    Seen,
}

impl Standfirst {
    fn past(self, role: &Role<'_>) -> Self {
        match role {
            Role::Standfirst => Self::Seen,
            Role::Repeated | Role::Furniture | Role::Kicker(_) => self,
            _ if self == Self::Next => Self::Perhaps,
            _ => self,
        }
    }

    /// A sentence before the story. Papers leave its full stop out; then what follows has to tell.
    fn is(self, blocks: &[Lines], at: usize, text: &str) -> bool {
        let length = text.chars().count();
        let Some(next) = blocks.get(at + 1) else {
            return false;
        };
        let next_text = next.text().unwrap_or_default();
        let is_shorter = length * SHORTER <= next_text.chars().count();
        let is_line = length >= 50 && text.split_whitespace().count() >= 8;
        let is_short = words::ends_sentence(text) && text.split_whitespace().count() >= 5;
        let is_before_mark = || {
            words::is_label(next_text)
                || words::is_date(next_text)
                || mark(blocks, at + 1, next_text).is_some()
        };
        let is_possible = match self {
            Self::Next => {
                words::is_sentence(text)
                    || (is_line || is_short) && (is_shorter || is_before_mark())
            }
            Self::Perhaps => is_shorter && (words::is_sentence(text) || is_line),
            Self::Seen => false,
        };
        is_possible && length < PARAGRAPH && !words::has_dateline(text)
    }
}
