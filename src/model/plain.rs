//! Plain text of whatever the model holds: running text as it reads, a line for each block, tabs between the cells of a row.

mod texts;

use super::block::Block;
use super::datum::DatumKind;
use super::extra::Foreign;
use super::flow::Flow;
use super::inline::{EmphasisKind, Inline};
use crate::codec::content::{block_node, inline_node};
use crate::codec::slots::Typed;
use crate::tree::{Element, Node};
use crate::vocabulary::{self, Content};

/// The text of inlines without their markup; comments and instructions have none.
pub(crate) fn inlines(content: &[Inline]) -> String {
    of_nodes(&content.iter().map(inline_node).collect::<Vec<_>>(), false)
}

/// The same without labels and the identifiers of institutions. A raised beginning is a label that is not marked as one.
/// Facts without words between them stand apart by commas.
pub(crate) fn unlabelled(content: &[Inline]) -> String {
    let content = match content {
        [first, rest @ ..] if is_mark(first) && !rest.is_empty() => rest,
        _ => content,
    };
    let nodes: Vec<Node> = content.iter().map(inline_node).collect();
    let mut plain = Plain {
        skipped: &["label", "institution-id"],
        listed: !has_words(&nodes),
        ..Plain::default()
    };
    plain.nodes(&nodes, false);
    plain.out.trim().to_owned()
}

/// True for raised text.
pub(crate) fn is_mark(inline: &Inline) -> bool {
    matches!(inline, Inline::Emphasis(emphasis) if emphasis.kind == EmphasisKind::Superscript)
}

/// The text of blocks, one line a block.
pub(crate) fn blocks(content: &[Block]) -> String {
    of_nodes(&content.iter().map(block_node).collect::<Vec<_>>(), true)
}

/// The text of running text with blocks in it.
pub(crate) fn flows(content: &[Flow]) -> String {
    let node = |flow: &Flow| match flow {
        Flow::Inline(inline) => inline_node(inline),
        Flow::Block(block) => block_node(block),
    };
    of_nodes(&content.iter().map(node).collect::<Vec<_>>(), false)
}

/// The text of parts of a citation; where no text stands between them, they stand apart by spaces.
pub(crate) fn citation(parts: &[Inline]) -> String {
    let apart = !parts.iter().any(|part| matches!(part, Inline::Text(_)));
    of_nodes(&parts.iter().map(inline_node).collect::<Vec<_>>(), apart)
}

fn of_nodes(nodes: &[Node], apart: bool) -> String {
    let mut plain = Plain::default();
    plain.nodes(nodes, apart);
    plain.out
}

/// The text of a value without that of the elements of these names.
pub(crate) fn without(
    value: &dyn Typed,
    name: &'static str,
    skipped: &'static [&'static str],
) -> String {
    let mut plain = Plain {
        skipped,
        ..Plain::default()
    };
    plain.element(&value.write(name));
    plain.out
}

fn of(value: &dyn Typed, name: &'static str) -> String {
    without(value, name, &[])
}

/// What stands between two texts; of several the last is the strongest.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    #[default]
    None,
    Space,
    Comma,
    Tab,
    Line,
}

/// What stands right before the next text or element.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Last {
    #[default]
    Other,
    /// A fact in running text: another fact stands apart from it, other text does not.
    Fact,
    /// Institutions, a fact too: the space at their end is none in the normal form.
    Institutions,
    /// A label, which stands in one line with what it labels.
    Label,
}

impl Last {
    fn of(element: &Element) -> Self {
        match element.jats() {
            Some("institution-wrap") => Self::Institutions,
            Some("label") => Self::Label,
            _ if is_fact(element) => Self::Fact,
            _ => Self::Other,
        }
    }

    fn is_fact(self) -> bool {
        matches!(self, Self::Fact | Self::Institutions)
    }
}

/// Text as it grows.
#[derive(Debug, Default)]
struct Plain {
    out: String,
    /// What stands before the next text, if there is one.
    gap: Gap,
    /// What stands right before.
    last: Last,
    /// True where facts are parts of a list.
    listed: bool,
    /// The elements that are left out.
    skipped: &'static [&'static str],
}

impl Plain {
    /// Nodes one after another; `apart` where nothing but elements is expected, which then are no part of one line.
    fn nodes(&mut self, nodes: &[Node], apart: bool) {
        let start = self.out.len();
        for node in nodes {
            match node {
                Foreign::Text(text) => self.text(text),
                Foreign::Element(child) => {
                    let is_next = apart && self.out.len() > start;
                    self.child(child, apart, is_next);
                }
                Foreign::Comment(_) | Foreign::Instruction(_) => {}
            }
        }
    }

    fn text(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        if self.listed && self.last.is_fact() && text.trim().is_empty() {
            // The comma has a space of its own.
            return;
        }
        let is_spaced =
            self.out.ends_with(char::is_whitespace) || text.starts_with(char::is_whitespace);
        self.out.push_str(match self.gap {
            _ if self.out.is_empty() => "",
            Gap::None
                if self.last == Last::Institutions && text.starts_with(char::is_alphanumeric) =>
            {
                " "
            }
            Gap::None => "",
            Gap::Space if is_spaced => "",
            Gap::Space => " ",
            Gap::Comma if self.out.ends_with([',', ';']) => " ",
            Gap::Comma => ", ",
            Gap::Tab => "\t",
            Gap::Line => "\n",
        });
        self.gap = Gap::None;
        self.last = Last::Other;
        self.out.push_str(text);
    }

    /// A child in its place; `is_next` where something before it stands apart from it.
    fn child(&mut self, child: &Element, apart: bool, is_next: bool) {
        let gap = gap_around(child, apart);
        // What is left out parts blocks, but not the words beside it.
        if self.is_skipped(child) {
            self.gap = self.gap.max(gap);
            return;
        }
        let before = match (
            self.last == Last::Label,
            is_next || is_fact(child) && self.last.is_fact(),
        ) {
            (true, _) => Gap::Space,
            (false, true) if self.listed => gap.max(Gap::Comma),
            (false, true) => gap.max(Gap::Space),
            (false, false) => gap,
        };
        self.gap = self.gap.max(before);
        self.element(child);
        self.gap = self.gap.max(gap);
        self.last = Last::of(child);
    }

    fn is_skipped(&self, element: &Element) -> bool {
        let name = element.jats().unwrap_or(&element.name);
        self.skipped.contains(&name)
    }

    fn element(&mut self, element: &Element) {
        match element.jats().unwrap_or(&element.name) {
            // What stands for a picture, and the source of what is shown, is not read along.
            "alt-text" | "long-desc" | "annotation" | "annotation-xml" => {}
            "break" => self.gap = self.gap.max(Gap::Space),
            "alternatives"
            | "block-alternatives"
            | "aff-alternatives"
            | "name-alternatives"
            | "citation-alternatives"
            | "collab-alternatives"
            | "collab-name-alternatives" => {
                self.first_form(element);
            }
            name => {
                // The line of an address may be nothing but marked parts.
                let is_list = self.listed && name == "addr-line" && !has_words(&element.content);
                let apart = is_list || vocabulary::content(name) == Some(Content::Element);
                self.nodes(&element.content, apart);
            }
        }
    }

    /// Of several forms of the same thing the first that says something.
    fn first_form(&mut self, element: &Element) {
        let length = self.out.len();
        for form in element.elements() {
            self.element(form);
            if self.out.len() > length {
                return;
            }
        }
    }
}

/// True for content with text of its own that is more than white space.
fn has_words(nodes: &[Node]) -> bool {
    let is_words = |node: &Node| matches!(node, Node::Text(text) if !text.trim().is_empty());
    nodes.iter().any(is_words)
}

/// How far an element stands apart from what is around it; `apart` where nothing but elements is expected.
fn gap_around(element: &Element, apart: bool) -> Gap {
    match element.jats().unwrap_or_default() {
        "title" | "subtitle" | "caption" | "tr" | "row" | "verse-line" | "attrib" => Gap::Line,
        "td" | "th" | "entry" => Gap::Tab,
        "fn" | "code" | "term" | "ref" | "kwd" if apart => Gap::Line,
        "fn" | "label" | "speaker" => Gap::Space,
        name if vocabulary::is_block(name) => Gap::Line,
        _ => Gap::None,
    }
}

/// True for facts in running text, which are words of their own; what only marks a stretch of a text is none.
fn is_fact(element: &Element) -> bool {
    use DatumKind as K;
    let name = element.jats().unwrap_or_default();
    if matches!(name, "name" | "name-alternatives" | "email" | "uri") {
        return true;
    }
    DatumKind::from_element(name).is_some_and(|kind| {
        !matches!(
            kind,
            K::NamedContent
                | K::StyledContent
                | K::Authored
                | K::MilestoneStart
                | K::MilestoneEnd
                | K::GlyphData
                | K::PrivateChar
                | K::Ruby
                | K::RubyBase
                | K::RubyText
                | K::ChemStruct
                | K::Target
        )
    })
}

#[cfg(test)]
mod tests;
