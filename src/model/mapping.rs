//! The table of fields and elements, from the same lines that make the types: `docs/mapping.md` is checked against it.

/// A model type that says which element and attribute each of its fields holds.
pub(crate) trait Described {
    /// Its fields in the writer's order.
    const FIELDS: &'static [Field];
}

/// A field and its place in JATS; in EPUB and PDF the node has the same name.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Field {
    /// The field.
    pub(crate) name: &'static str,
    /// What it holds.
    pub(crate) place: Place,
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
        }
    }

    pub(crate) const fn together(name: &'static str, attributes: &'static [&'static str]) -> Self {
        Self {
            name,
            place: Place::Together(attributes),
        }
    }

    pub(crate) const fn children(name: &'static str, elements: &'static [&'static str]) -> Self {
        Self {
            name,
            place: Place::Children(elements),
        }
    }

    pub(crate) const fn content(name: &'static str) -> Self {
        Self {
            name,
            place: Place::Content,
        }
    }
}

#[cfg(all(test, feature = "epub", feature = "pdf"))]
mod elements;
#[cfg(all(test, feature = "epub", feature = "pdf"))]
mod tests;
