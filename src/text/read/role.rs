//! What a block of the text is taken for.

use super::{CAPTION, credits, words};

/// What a block of the text is taken for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Role<'l> {
    /// Of the page, not of the article.
    Furniture,
    /// The headline.
    Headline,
    /// The headline again.
    Repeated,
    /// The section of the paper.
    Section,
    /// The labels of a breadcrumb, or one alone.
    Kicker(Vec<&'l str>),
    /// The authors.
    Byline(Vec<&'l str>),
    /// When the article was published, in words.
    Published(&'l str),
    /// The standfirst.
    Standfirst,
    /// The caption of the figure whose credit follows.
    Caption(&'l str),
    /// The caption of the figure whose credit stands before it, if it does.
    LateCaption(&'l str),
    /// The credit of a figure.
    Credit(&'l str),
    /// Caption and credit of a figure.
    Figure(&'l str, &'l str),
    /// The statement of copyright.
    Rights,
    /// The title of a section.
    Heading,
    /// A paragraph.
    Paragraph,
    /// Lines with marks that tell what they are: a list, a table.
    Marked,
}

/// The role of a line that belongs to a picture, by itself and by the lines around it.
pub(super) fn pictured<'l>(
    before: Option<&str>,
    text: &'l str,
    next: Option<&str>,
) -> Option<Role<'l>> {
    let is_followed = next.is_some_and(|next| is_credit_below(text, next));
    if let Some(caption) = credits::named_caption(text) {
        Some(if is_followed {
            Role::Caption(caption)
        } else {
            Role::LateCaption(caption)
        })
    } else if let Some(credit) = credits::credit(text) {
        Some(Role::Credit(credit))
    } else if before.is_some_and(|before| is_credit_below(before, text)) {
        Some(Role::Credit(text))
    } else if let Some((caption, credit)) = credits::credited_caption(text) {
        Some(Role::Figure(caption, credit))
    } else {
        is_followed.then_some(Role::Caption(text))
    }
}

/// True for a credit below a line that may be the caption: a short one that is no credit itself.
fn is_credit_below(caption: &str, line: &str) -> bool {
    let may_be_caption = caption.chars().count() <= CAPTION
        && !words::is_date(caption)
        && credits::credit(caption).is_none()
        && !credits::is_agency(caption)
        && credits::credited_caption(caption).is_none();
    let is_credit = credits::credit(line).is_some() && !credits::is_source(line);
    may_be_caption && (is_credit || credits::is_agency(line))
}
