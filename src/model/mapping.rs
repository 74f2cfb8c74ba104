//! The table of fields and elements, from the same lines that make the types: `docs/mapping.md` is checked against it, and
//! generated articles grow by it.

use super::Article;
use super::nested::{Hollow, Nested};

/// A model type that says which element and attribute each of its fields holds.
pub(crate) trait Described {
    /// Its fields in the writer's order.
    const FIELDS: &'static [Field];
    /// True for an enumeration: its fields are its variants, one of which stands for the element.
    const IS_CHOICE: bool = false;

    /// What an element of this type holds.
    fn held() -> Held {
        if Self::IS_CHOICE {
            Held::OneOf(Self::FIELDS)
        } else {
            Held::Fields(Self::FIELDS)
        }
    }
}

/// What the elements of a field hold.
#[derive(Debug, Clone, Copy)]
#[cfg_attr(
    not(feature = "proptest"),
    allow(dead_code, reason = "only the strategies follow the fields")
)]
pub(crate) enum Held {
    /// The field has no elements of its own.
    Nothing,
    /// These fields.
    Fields(&'static [Field]),
    /// What the variant says that has the element's name.
    OneOf(&'static [Field]),
}

impl<T: Described + Hollow> Described for Nested<T> {
    const FIELDS: &'static [Field] = T::FIELDS;
    const IS_CHOICE: bool = T::IS_CHOICE;
}

/// A field's type, which holds elements of a described type.
pub(crate) trait Holds {
    /// What those elements hold.
    fn held() -> Held;
}

impl<T: Described> Holds for Option<T> {
    fn held() -> Held {
        T::held()
    }
}

impl<T: Described> Holds for Vec<T> {
    fn held() -> Held {
        T::held()
    }
}

/// A field and its place in JATS; in EPUB and PDF the node has the same name.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Field {
    /// The field.
    #[cfg_attr(not(test), expect(dead_code, reason = "for the documentation"))]
    pub(crate) name: &'static str,
    /// What it holds.
    pub(crate) place: Place,
    /// What its elements hold. A function, since types hold one another.
    pub(crate) held: fn() -> Held,
}

/// What a field holds.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Place {
    /// An attribute.
    Attribute(&'static str),
    /// Attributes that come together, in a struct of their own.
    Together(&'static [&'static str]),
    /// Child elements of these names.
    Children(&'static [&'static str]),
    /// All other content in order.
    Content,
}

impl Field {
    pub(crate) const fn attribute(name: &'static str, attribute: &'static str) -> Self {
        Self {
            name,
            place: Place::Attribute(attribute),
            held: nothing,
        }
    }

    pub(crate) const fn together(name: &'static str, attributes: &'static [&'static str]) -> Self {
        Self {
            name,
            place: Place::Together(attributes),
            held: nothing,
        }
    }

    pub(crate) const fn children(
        name: &'static str,
        elements: &'static [&'static str],
        held: fn() -> Held,
    ) -> Self {
        Self {
            name,
            place: Place::Children(elements),
            held,
        }
    }

    pub(crate) const fn content(name: &'static str) -> Self {
        Self {
            name,
            place: Place::Content,
            held: nothing,
        }
    }
}

fn nothing() -> Held {
    Held::Nothing
}

/// What the elements of an article's field hold: `field` says which one.
pub(crate) const fn held_by<T: Holds>(field: fn(&Article) -> &T) -> fn() -> Held {
    let _ = field;
    <T as Holds>::held
}

#[cfg(test)]
#[cfg(all(feature = "epub", feature = "pdf"))]
mod elements;
#[cfg(test)]
#[cfg(all(feature = "epub", feature = "pdf"))]
mod tests;
