//! A node inside of another: a box that no depth of nesting can hurt.
//!
//! What derives its destructor, its copy and its comparison calls itself once a level. Readers bound the depth; a program
//! that builds an article need not, and it must not die of it. Every way from a node to a node of its own kind goes through
//! one of the two types here, which look for stack before they go on, and take more where little is left.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::mem::{replace, take};
use std::ops::{Deref, DerefMut};

use serde::{Deserialize, Serialize};

use super::citation::Citation;
use super::datum::Datum;
use super::extra::Foreign;
use super::inline::Emphasis;

/// What a level may need before the next one looks again; frames of an unoptimised build are large.
const LEAST: usize = 128 * 1024;
/// How much stack is taken at a time.
const MORE: usize = 4 * 1024 * 1024;

/// Runs `work`, which may nest once more, with stack enough.
fn deeper<T>(work: impl FnOnce() -> T) -> T {
    stacker::maybe_grow(LEAST, MORE, work)
}

/// True where the next levels might find no stack.
fn is_low() -> bool {
    stacker::remaining_stack().is_none_or(|left| left < LEAST)
}

/// A value that can give away all that nests in it.
pub trait Hollow: Sized {
    /// What was there; a value without anything nested stays.
    fn hollow(&mut self) -> Self;
}

impl<T: Default> Hollow for T {
    fn hollow(&mut self) -> Self {
        take(self)
    }
}

// Those without a value of their own to leave behind, since nothing says what kind that would be.

impl Hollow for Foreign {
    fn hollow(&mut self) -> Self {
        replace(self, Self::Text(String::new()))
    }
}

impl Hollow for Emphasis {
    fn hollow(&mut self) -> Self {
        Self {
            kind: self.kind,
            content: take(&mut self.content),
            extra: take(&mut self.extra),
        }
    }
}

impl Hollow for Datum {
    fn hollow(&mut self) -> Self {
        Self {
            kind: self.kind,
            content: take(&mut self.content),
            extra: take(&mut self.extra),
        }
    }
}

impl Hollow for Citation {
    fn hollow(&mut self) -> Self {
        Self {
            form: self.form,
            id: take(&mut self.id),
            kind: take(&mut self.kind),
            parts: take(&mut self.parts),
            extra: take(&mut self.extra),
        }
    }
}

/// A node inside of another, on the heap; used like a `Box`.
///
/// However deep nodes are nested, dropping, cloning, comparing, hashing and printing them does not overflow the stack.
///
/// ```
/// use separatum::model::{Block, Nested, Paragraph};
/// let block = Block::Paragraph(Nested::new(Paragraph::new(["The sea came back."])));
/// assert_eq!(block, Block::paragraph("The sea came back."));
/// if let Block::Paragraph(paragraph) = block {
///     assert_eq!(paragraph.content.len(), 1); // As through a `Box`.
///     let _owned: Paragraph = paragraph.into_inner();
/// }
/// ```
#[derive(Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Nested<T: Hollow>(Box<T>);

impl<T: Hollow> Nested<T> {
    /// Puts a value on the heap.
    #[must_use]
    pub fn new(value: T) -> Self {
        Self(Box::new(value))
    }

    /// The value.
    #[must_use]
    pub fn into_inner(mut self) -> T {
        self.0.hollow()
    }
}

impl<T: Hollow> From<T> for Nested<T> {
    fn from(value: T) -> Self {
        Self::new(value)
    }
}

impl<T: Hollow> Deref for Nested<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: Hollow> DerefMut for Nested<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.0
    }
}

impl<T: Hollow> Drop for Nested<T> {
    fn drop(&mut self) {
        if is_low() {
            let value = self.0.hollow();
            deeper(|| drop(value));
        }
    }
}

impl<T: Hollow + Clone> Clone for Nested<T> {
    fn clone(&self) -> Self {
        deeper(|| Self(self.0.clone()))
    }
}

impl<T: Hollow + PartialEq> PartialEq for Nested<T> {
    fn eq(&self, other: &Self) -> bool {
        deeper(|| self.0 == other.0)
    }
}

impl<T: Hollow + Eq> Eq for Nested<T> {}

impl<T: Hollow + Hash> Hash for Nested<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        deeper(|| self.0.hash(state));
    }
}

impl<T: Hollow + fmt::Debug> fmt::Debug for Nested<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        deeper(|| self.0.fmt(f))
    }
}

/// The children of an element that the model has no type for, in order; used like a `Vec`.
///
/// They are safe at any depth, as [`Nested`] is.
///
/// ```
/// use separatum::model::{Children, Foreign};
/// let children = Children::from(vec![Foreign::Text("salt".into())]);
/// assert_eq!(children.len(), 1);
/// ```
#[derive(Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Children(Vec<Foreign>);

impl Children {
    /// No children.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// The children as a plain `Vec`.
    #[must_use]
    pub fn into_inner(mut self) -> Vec<Foreign> {
        take(&mut self.0)
    }
}

impl From<Vec<Foreign>> for Children {
    fn from(children: Vec<Foreign>) -> Self {
        Self(children)
    }
}

impl FromIterator<Foreign> for Children {
    fn from_iter<I: IntoIterator<Item = Foreign>>(children: I) -> Self {
        Self(children.into_iter().collect())
    }
}

impl IntoIterator for Children {
    type Item = Foreign;
    type IntoIter = std::vec::IntoIter<Foreign>;

    fn into_iter(self) -> Self::IntoIter {
        self.into_inner().into_iter()
    }
}

impl<'a> IntoIterator for &'a Children {
    type Item = &'a Foreign;
    type IntoIter = std::slice::Iter<'a, Foreign>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl<'a> IntoIterator for &'a mut Children {
    type Item = &'a mut Foreign;
    type IntoIter = std::slice::IterMut<'a, Foreign>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter_mut()
    }
}

impl Deref for Children {
    type Target = Vec<Foreign>;

    fn deref(&self) -> &Vec<Foreign> {
        &self.0
    }
}

impl DerefMut for Children {
    fn deref_mut(&mut self) -> &mut Vec<Foreign> {
        &mut self.0
    }
}

impl Drop for Children {
    fn drop(&mut self) {
        // Most elements hold none, and there are very many.
        if !self.0.is_empty() && is_low() {
            let children = take(&mut self.0);
            deeper(|| drop(children));
        }
    }
}

impl Clone for Children {
    fn clone(&self) -> Self {
        deeper(|| Self(self.0.clone()))
    }
}

impl PartialEq for Children {
    fn eq(&self, other: &Self) -> bool {
        deeper(|| self.0 == other.0)
    }
}

impl Eq for Children {}

impl Hash for Children {
    fn hash<H: Hasher>(&self, state: &mut H) {
        deeper(|| self.0.hash(state));
    }
}

impl fmt::Debug for Children {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        deeper(|| self.0.fmt(f))
    }
}

#[cfg(test)]
mod tests;
