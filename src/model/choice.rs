//! One table an enumeration: its variants, and the element that each of them stands for.

/// Makes an enumeration whose variants stand for elements; every payload is on the heap, so that text stays small.
///
/// `elements` are variants with one element name each (or several, the first being the one that is written); `others` are
/// variants that the codec of the enumeration handles itself. An enumeration without `others` is `closed`: fields may hold
/// it directly.
macro_rules! choice {
    (
        $(#[$meta:meta])*
        pub enum $name:ident {
            elements { $($(#[$vdoc:meta])* $variant:ident($payload:ty) = $first:literal $(| $further:literal)*),* $(,)? }
            $(others { $($(#[$odoc:meta])* $other:ident($otype:ty)),* $(,)? })?
            $(closed { $fallback:ident })?
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "kebab-case")]
        #[non_exhaustive]
        pub enum $name {
            $(
                $(#[$vdoc])*
                #[doc = concat!("\n\nJATS `", $first, "`; in EPUB and PDF the node of the same name.")]
                $variant(crate::model::Nested<$payload>),
            )*
            $($($(#[$odoc])* $other($otype),)*)?
        }

        impl $name {
            /// The value of an element that a variant stands for; else the element.
            #[allow(dead_code, reason = "not every enumeration is read from free content")]
            pub(crate) fn of_element(
                element: crate::tree::Element,
            ) -> std::result::Result<Self, crate::tree::Element> {
                match element.usual_name().as_deref() {
                    $(Some($first $(| $further)*) => {
                        Ok(Self::$variant(crate::codec::slots::nested(element)))
                    })*
                    _ => Err(element),
                }
            }

            /// The element of a variant that stands for one.
            #[allow(unreachable_patterns, reason = "enumerations without other variants")]
            pub(crate) fn to_element(&self) -> Option<crate::tree::Element> {
                let (value, name): (&dyn crate::codec::slots::Typed, &'static str) = match self {
                    $(Self::$variant(value) => (&**value, $first),)*
                    _ => return None,
                };
                Some(value.write(name))
            }

            /// True when the value nests at most `left` elements; variants that stand for no element always do.
            #[allow(unreachable_patterns, reason = "enumerations without other variants")]
            pub(crate) fn element_fits(&self, left: usize) -> bool {
                let value: &dyn crate::codec::slots::Typed = match self {
                    $(Self::$variant(value) => &**value,)*
                    _ => return true,
                };
                value.fits(left)
            }

            /// Shows what a variant that stands for an element holds to a visitor.
            #[allow(unreachable_patterns, reason = "enumerations without other variants")]
            pub(crate) fn walk_element<'a>(&'a self, visitor: &mut dyn crate::model::Visitor<'a>) {
                let value: &'a dyn crate::codec::slots::Typed = match self {
                    $(Self::$variant(value) => &**value,)*
                    _ => return,
                };
                value.walk(visitor);
            }
        }

        $(impl crate::codec::slots::Typed for $name {
            fn read(element: crate::tree::Element) -> Self {
                match Self::of_element(element) {
                    Ok(value) => value,
                    // Fields take only the elements that their line names, so this is never reached.
                    Err(element) => Self::$fallback(crate::codec::slots::nested(element)),
                }
            }

            fn write(&self, name: &'static str) -> crate::tree::Element {
                self.to_element().unwrap_or_else(|| crate::tree::Element::new(name))
            }

            fn fits(&self, left: usize) -> bool {
                self.element_fits(left)
            }

            fn walk<'a>(&'a self, visitor: &mut dyn crate::model::Visitor<'a>) {
                self.walk_element(visitor);
            }
        })?

        #[cfg(any(test, feature = "proptest"))]
        impl crate::model::mapping::Described for $name {
            const IS_CHOICE: bool = true;
            const FIELDS: &'static [crate::model::mapping::Field] = &[
                $(crate::model::mapping::Field::children(
                    stringify!($variant),
                    &[$first $(, $further)*],
                    <$payload as crate::model::mapping::Described>::held,
                ),)*
            ];
        }
    };
}

/// Makes an enumeration of names: variants without payload, each an element name.
macro_rules! names {
    (
        $(#[$meta:meta])*
        pub enum $name:ident { $($(#[$vdoc:meta])* $variant:ident = $element:literal),* $(,)? }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "kebab-case")]
        #[non_exhaustive]
        pub enum $name {
            $(
                $(#[$vdoc])*
                #[doc = concat!("JATS `", $element, "`.")]
                $variant,
            )*
        }

        impl $name {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The kind that an element stands for.
            #[must_use]
            pub fn from_element(name: &str) -> Option<Self> {
                match name {
                    $($element => Some(Self::$variant),)*
                    _ => None,
                }
            }

            /// The JATS element; one of `TaxPub` with the prefix `tp:`.
            #[must_use]
            pub fn element(self) -> &'static str {
                match self {
                    $(Self::$variant => $element,)*
                }
            }
        }
    };
}

pub(crate) use {choice, names};
