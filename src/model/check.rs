//! What is wrong with an article that was made by hand.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::{Article, Part};
use crate::codec;
use crate::codec::slots::Typed;
use crate::error::Error;
use crate::limits::Limits;
use crate::report::Location;
use crate::tree::legal::{is_comment, is_instruction, is_markup, is_source, is_xml_char};
use crate::tree::{Element, Node, space};

/// A broken invariant and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Problem {
    /// It nests too deeply: writers refuse it.
    TooDeep,
    /// A character that no XML may hold: writers refuse it.
    IllegalCharacter {
        /// The node.
        path: String,
        /// The character.
        character: char,
    },
    /// An element or attribute name that is no XML name, or a comment or instruction that cannot be written: writers
    /// refuse it.
    IllegalMarkup {
        /// The node.
        path: String,
    },
    /// An identifier that stands twice.
    DuplicateId {
        /// The second node with it.
        path: String,
        /// The identifier.
        id: String,
    },
    /// A reference to an identifier that is not there.
    DanglingReference {
        /// The reference.
        path: String,
        /// The identifier.
        id: String,
    },
    /// A language that is no well-formed tag.
    MalformedLanguage {
        /// The node.
        path: String,
        /// The spelling.
        spelling: String,
    },
    /// White space, adjacent texts or attributes that the normal form spells otherwise.
    NotNormal {
        /// The node whose own text or attributes these are.
        path: String,
    },
}

impl Problem {
    /// True when writers refuse an article with it.
    #[must_use]
    pub fn is_fatal(&self) -> bool {
        matches!(
            self,
            Self::TooDeep | Self::IllegalCharacter { .. } | Self::IllegalMarkup { .. }
        )
    }
}

/// What is wrong with a name that is none, and the like.
const UNWRITABLE: &str = "a name, comment or instruction that cannot be written";

fn illegal(character: char) -> String {
    format!("illegal character U+{:04X}", u32::from(character))
}

impl From<Problem> for Error {
    /// What a writer says that refuses an article with it.
    fn from(problem: Problem) -> Self {
        let (detail, path) = match problem {
            Problem::IllegalCharacter { path, character } => (illegal(character), path),
            Problem::IllegalMarkup { path } => (UNWRITABLE.to_owned(), path),
            other => return Self::invalid(other.to_string()),
        };
        Self::invalid(detail).at(Location::new().path(path))
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooDeep => write!(f, "nests deeper than {} elements", Limits::DEPTH),
            Self::IllegalCharacter { path, character } => {
                write!(f, "{} at {path}", illegal(*character))
            }
            Self::IllegalMarkup { path } => {
                write!(f, "{UNWRITABLE} at {path}")
            }
            Self::DuplicateId { path, id } => write!(f, "identifier `{id}` stands again at {path}"),
            Self::DanglingReference { path, id } => {
                write!(f, "nothing has the identifier `{id}` that {path} refers to")
            }
            Self::MalformedLanguage { path, spelling } => {
                write!(f, "`{spelling}` at {path} is no language tag")
            }
            Self::NotNormal { path } => {
                write!(
                    f,
                    "the text at {path} is spelled otherwise in the normal form"
                )
            }
        }
    }
}

impl Article {
    /// Every broken invariant, in document order.
    ///
    /// ```
    /// use separatum::Article;
    /// assert!(Article::new("Water and salt").check().is_empty());
    /// let broken = Article::new("Water\u{0}salt");
    /// assert!(broken.check().iter().any(|problem| problem.is_fatal()));
    /// ```
    #[must_use]
    pub fn check(&self) -> Vec<Problem> {
        if !self.fits(Limits::DEPTH) {
            return vec![Problem::TooDeep];
        }
        let root = self.write("article");
        let mut problems = self.problems(&root);
        let mut document = crate::tree::Document {
            source: self.source.clone(),
            root,
        };
        let before = document.clone();
        space::normalize(&mut document);
        altered(&before.root, &document.root, "/article", &mut problems);
        problems
    }

    /// The normal form: the same article in the one spelling that readers return.
    ///
    /// Adjacent texts are joined, empty ones removed, white space is as it reads, attributes are sorted. Nothing else
    /// changes. An article that nests too deeply for any writer stays as it is.
    ///
    /// ```
    /// use separatum::Article;
    /// let article = Article::new("  Water \n and salt ");
    /// assert_eq!(article.normal().headline.text(), "Water and salt");
    /// ```
    #[must_use]
    pub fn normal(&self) -> Self {
        codec::to_document(self).map_or_else(|_| self.clone(), codec::from_document)
    }
}

impl Article {
    /// Every problem but those of white space and depth; `root` is the article's tree.
    pub(crate) fn problems(&self, root: &Element) -> Vec<Problem> {
        let mut checker = Checker::default();
        if !sources_are_legal(self) {
            let path = "the source, around /article".to_owned();
            checker.problems.push(Problem::IllegalMarkup { path });
        }
        checker.element(root, "/article");
        checker.dangling();
        checker.problems
    }
}

/// True when what stands around the root can be written, and no part has such things: it has no root of its own.
pub(crate) fn sources_are_legal(article: &Article) -> bool {
    fn are_parts_without(article: &Article) -> bool {
        article.parts.iter().all(|part| {
            let (Part::SubArticle(inner) | Part::Response(inner)) = part;
            inner.source.is_empty() && are_parts_without(inner)
        })
    }
    is_source(&article.source) && are_parts_without(article)
}

/// Collects problems over a tree.
#[derive(Default)]
struct Checker {
    problems: Vec<Problem>,
    ids: BTreeSet<String>,
    references: Vec<(String, String)>,
}

impl Checker {
    fn element(&mut self, element: &Element, path: &str) {
        if !is_markup(element) {
            self.problems.push(Problem::IllegalMarkup {
                path: path.to_owned(),
            });
        }
        for attr in &element.attrs {
            self.text(&attr.value, path);
        }
        if let Some(id) = element.attr("id")
            && !self.ids.insert(id.to_owned())
        {
            self.problems.push(Problem::DuplicateId {
                path: path.to_owned(),
                id: id.to_owned(),
            });
        }
        for id in element
            .attr("rid")
            .iter()
            .flat_map(|rid| rid.split_whitespace())
        {
            self.references.push((path.to_owned(), id.to_owned()));
        }
        if let Some(spelling) = element.lang()
            && super::Lang::from(spelling).tag().is_none()
        {
            self.problems.push(Problem::MalformedLanguage {
                path: path.to_owned(),
                spelling: spelling.to_owned(),
            });
        }
        self.content(element, path);
    }

    fn content(&mut self, element: &Element, path: &str) {
        let mut paths = paths(element, path);
        for node in &element.content {
            match node {
                Node::Element(child) => {
                    self.element(child, &paths.next().unwrap_or_default());
                }
                Node::Text(text) => self.text(text, path),
                Node::Comment(text) => {
                    self.text(text, path);
                    if !is_comment(text) {
                        self.problems.push(Problem::IllegalMarkup {
                            path: path.to_owned(),
                        });
                    }
                }
                Node::Instruction(instruction) => {
                    self.text(&instruction.text, path);
                    if !is_instruction(instruction) {
                        self.problems.push(Problem::IllegalMarkup {
                            path: path.to_owned(),
                        });
                    }
                }
            }
        }
    }

    fn text(&mut self, text: &str, path: &str) {
        if let Some(character) = text.chars().find(|c| !is_xml_char(*c)) {
            self.problems.push(Problem::IllegalCharacter {
                path: path.to_owned(),
                character,
            });
        }
    }

    fn dangling(&mut self) {
        for (path, id) in std::mem::take(&mut self.references) {
            if !self.ids.contains(&id) {
                self.problems.push(Problem::DanglingReference { path, id });
            }
        }
    }
}

/// The paths of an element's children in order.
fn paths(element: &Element, path: &str) -> impl Iterator<Item = String> {
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    element.elements().map(move |child| {
        let count = counts.entry(child.name.as_ref()).or_default();
        *count = count.saturating_add(1);
        format!("{path}/{}[{count}]", child.name)
    })
}

/// Names the elements whose own text or attributes differ in the normal form, in which the same elements stand.
fn altered(before: &Element, after: &Element, path: &str, problems: &mut Vec<Problem>) {
    fn own(element: &Element) -> impl Iterator<Item = Option<&Node>> {
        let is_own = |node: &&Node| !matches!(node, Node::Element(_));
        element
            .content
            .iter()
            .map(move |node| Some(node).filter(is_own))
    }
    if before == after {
        return;
    }
    let is_same = (&before.namespace, &before.attrs) == (&after.namespace, &after.attrs);
    if !is_same || !own(before).eq(own(after)) {
        problems.push(Problem::NotNormal {
            path: path.to_owned(),
        });
    }
    let children = before.elements().zip(after.elements());
    for ((before, after), path) in children.zip(paths(before, path)) {
        altered(before, after, &path, problems);
    }
}

#[cfg(test)]
mod tests;
