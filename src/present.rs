//! How an article's tree is shown to a reader, whatever the format: in which order, with which generated words.
//!
//! EPUB and PDF show the same [`Shown`] tree, each in its own means. Everything that is not in the article stands here and
//! only here, as [`Generated`], so that both formats can mark it and both readers can drop it again.
//!
//! A format walks the kids as they come. Kids that are no [`Shown::block`], with the text and the generated text between
//! them, run in one line; a block and a generated heading stand alone. Front matter comes as in a journal or newspaper:
//! masthead, section, headline, standfirst, byline, when and where published, abstracts, keywords, and then what is "about
//! this article".

mod citation;
mod dates;
mod front;
mod headings;
mod ids;
mod marks;
mod names;
mod numbers;
mod places;
mod raised;
#[cfg(test)]
mod readings;
mod row;
#[cfg(test)]
mod tests;
mod words;

use crate::tree::{Element, Instruction, ns};
pub(crate) use raised::stands_high;
use row::Row;
pub(crate) use words::Words;

/// An element as it is shown.
#[derive(Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each says one thing of the element, and any of them may hold"
)]
pub(crate) struct Shown<'a> {
    /// The element itself: name, attributes.
    pub(crate) element: &'a Element,
    /// What is shown in it, in the order in which it is shown.
    pub(crate) kids: Vec<Kid<'a>>,
    /// Empty when the element's own children are shown as they stand; else, for each own child in the order shown, its
    /// index among the element's children. Always a permutation of all of them.
    pub(crate) order: Vec<u32>,
    /// True when it stands on its own; otherwise it runs in one line with its neighbours.
    pub(crate) block: bool,
    /// True when there is something to read in it: text of the article, or a generated word.
    pub(crate) speaks: bool,
    /// True when it only says once more what is shown beside it: an alternative text, or one of several alternatives that
    /// has no text but markup. A format may show it all the same.
    pub(crate) hidden: bool,
    /// True for the number of a reference that is printed raised.
    pub(crate) raised: bool,
}

impl Shown<'_> {
    /// The last character to read in it, white space aside.
    pub(crate) fn last_char(&self) -> Option<char> {
        self.kids.iter().rev().find_map(|kid| match kid {
            Kid::Element(child) if child.speaks => child.last_char(),
            Kid::Text(text) => text.trim_end().chars().next_back(),
            Kid::Generated(generated) => generated.text.trim_end().chars().next_back(),
            _ => None,
        })
    }

    /// Puts a label before all else.
    fn label(&mut self, text: String) {
        let space = Generated {
            text: " ".to_owned(),
            kind: GeneratedKind::Punctuation,
        };
        let label = Generated {
            text,
            kind: GeneratedKind::Label,
        };
        self.kids.splice(0..0, [label, space].map(Kid::Generated));
    }
}

/// A child as it is shown.
#[derive(Debug)]
pub(crate) enum Kid<'a> {
    /// A child element.
    Element(Shown<'a>),
    /// Text of the article.
    Text(&'a str),
    /// A comment of the article; never visible.
    Comment(&'a str),
    /// A processing instruction of the article; never visible.
    Instruction(&'a Instruction),
    /// What is not in the article.
    Generated(Generated),
}

impl Kid<'_> {
    /// The first character to read in it.
    pub(crate) fn first_char(&self) -> Option<char> {
        match self {
            Self::Element(shown) if shown.speaks => shown.kids.iter().find_map(Self::first_char),
            Self::Text(text) => text.chars().next(),
            Self::Generated(generated) => generated.text.chars().next(),
            _ => None,
        }
    }
}

/// Text that is not in the article and must be marked as such wherever it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Generated {
    /// What is shown.
    pub(crate) text: String,
    /// What for.
    pub(crate) kind: GeneratedKind,
}

/// What a generated text is for; decides its looks, not its meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum GeneratedKind {
    /// Space and punctuation between data.
    Punctuation,
    /// A word that introduces data in running text: "Received".
    Word,
    /// A heading of its own: "References".
    Heading,
    /// A label: the number of a reference that has none.
    Label,
    /// A mark that is raised: that of an affiliation, and the comma between two.
    Mark,
}

/// The tree as it is shown.
pub(crate) fn article(root: &Element) -> Shown<'_> {
    let calls = numbers::Calls::of(root);
    let marks = marks::Marks::of(root);
    let view = View {
        words: Words::of(None),
        parent: None,
        in_citation: false,
        calls: &calls,
        marks: &marks,
    };
    element(root, view)
}

/// The generated words of an article in its language, English where there are none.
pub(crate) fn words(root: &Element) -> &'static Words {
    Words::of(root.lang())
}

/// From where an element is looked at.
#[derive(Clone, Copy)]
struct View<'a> {
    /// The words of the nearest language that has some.
    words: &'static Words,
    /// The element that holds it.
    parent: Option<&'a Element>,
    /// Inside a citation names stand as they are spelled: family name first.
    in_citation: bool,
    /// How the text calls references.
    calls: &'a numbers::Calls<'a>,
    /// The marks of affiliations that are called without words.
    marks: &'a marks::Marks<'a>,
}

impl<'a> View<'a> {
    /// The view from inside an element.
    fn into(self, element: &'a Element) -> Self {
        Self {
            words: element.lang().and_then(Words::find).unwrap_or(self.words),
            parent: Some(element),
            in_citation: self.in_citation || element.jats().is_some_and(citation::is_citation),
            calls: self.calls,
            marks: self.marks,
        }
    }

    /// The name of the JATS element that holds the one looked at; empty for none.
    fn parent_name(self) -> &'a str {
        self.parent.and_then(Element::jats).unwrap_or_default()
    }
}

/// An element and all in it as shown.
fn element<'a>(element: &'a Element, view: View<'_>) -> Shown<'a> {
    let inside = view.into(element);
    let row = Row::of(element, |child| self::element(child, inside));
    let row = arranged(row, element, view, inside.words);
    let row = headings::with_heading(row, view.parent_name(), inside.words);
    let block = places::is_block(element, view.parent);
    row.finish(block, places::is_hidden(element))
}

/// Order, words and punctuation of one element's children, by its kind.
fn arranged<'a>(row: Row<'a>, element: &'a Element, view: View<'_>, words: &Words) -> Row<'a> {
    let Some(name) = element.jats() else {
        let licence =
            element.namespace.as_deref() == Some(ns::ALI) && element.name == "license_ref";
        return if licence {
            row.introduced(words.licence)
        } else {
            row
        };
    };
    match name {
        "front-stub" => front::article_meta(row, None),
        "article-meta" => front::article_meta(row, Some(words.about)),
        "journal-meta" | "journal-title-group" => front::journal_meta(row),
        "article-categories" | "subj-group" => front::categories(row),
        "title-group" => front::titles(row),
        "permissions" => front::permissions(row),
        "funding-group" => front::funding(row, words),
        "kwd-group" => front::keywords(row, words),
        "contrib-group" => names::contrib_group(row, words),
        "contrib" => names::contrib(row, view.marks),
        "name" if !view.in_citation => names::name(row),
        "person-group" => names::person_group(row, words),
        "aff" => marks::affiliation(names::affiliation(row), view.marks),
        "xref" if view.parent_name() == "contrib" => marks::reference(row, view.marks),
        "institution-wrap" => names::institution(row),
        "pub-date" | "date" => dates::date(row, view.parent_name(), words),
        "fig" => front::figure(row),
        "alternatives" => places::alternatives(row),
        "ref" => citation::reference(row),
        "ref-list" => numbers::references(row, view.calls),
        "abstract"
        | "trans-abstract"
        | "sec"
        | "app"
        | "boxed-text"
        | "statement"
        | "table-wrap"
        | "table-wrap-group"
        | "fig-group"
        | "disp-formula-group"
        | "chem-struct-wrap"
        | "supplementary-material" => row.sorted(|child| u8::from(child.is("object-id"))),
        "related-article" if is_about(view) => {
            citation::citation(row).introduced(words.related_article)
        }
        _ if citation::is_citation(name) => citation::citation(row),
        _ => front::introduced(row, name, view, words)
            .joined(|prev, _| places::separator(name, prev).into()),
    }
}

/// True for what stands in the article's metadata.
fn is_about(view: View<'_>) -> bool {
    matches!(view.parent_name(), "article-meta" | "front-stub")
}
