//! One table a type: its fields, and the attribute or child element that each of them holds.
//!
//! The macro writes the struct, its serialisation and both directions of its codec from the same lines, so that a reader
//! and its writer cannot drift apart, and so that no field can be without its place in the formats.

/// Makes a model type that stands for one element. See `model/credit.rs` for its use.
///
/// `attrs` are attributes, `together` rare ones in a struct of their own; `head` are child elements written before the free content, `rest` is the free content itself,
/// `tail` are child elements written after it. `spelling` says how the element itself was spelled, where its name alone does
/// not tell; the codec sets and obeys it by hand. Whatever else the element holds goes to the field `extra`.
macro_rules! node {
    (
        $(#[$meta:meta])*
        pub struct $name:ident {
            $(attrs { $($(#[$adoc:meta])* $attr:ident : $aty:ty = $aname:literal),* $(,)? })?
            $(together { $(#[$bdoc:meta])* $bundle:ident : $bty:ty })?
            $(head { $($(#[$hdoc:meta])* $head:ident : $hty:ty = $($hname:literal)|+),* $(,)? })?
            $(rest { $(#[$rdoc:meta])* $rest:ident : $rty:ty })?
            $(tail { $($(#[$tdoc:meta])* $tail:ident : $tty:ty = $($tname:literal)|+),* $(,)? })?
            $(spelling { $(#[$sdoc:meta])* $spelling:ident : $sty:ty })?
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(default, deny_unknown_fields)]
        #[non_exhaustive]
        pub struct $name {
            $($(
                $(#[$adoc])*
                #[doc = concat!("\n\nJATS attribute `", $aname, "`; in EPUB and PDF an attribute of the same node.")]
                #[serde(skip_serializing_if = "crate::model::is_default")]
                pub $attr: $aty,
            )*)?
            $(
                $(#[$bdoc])*
                #[serde(skip_serializing_if = "crate::model::is_default")]
                pub $bundle: Option<Box<$bty>>,
            )?
            $($(
                $(#[$hdoc])*
                #[doc = concat!("\n\nJATS " $(, "`", $hname, "` ")+, "; in EPUB and PDF the node of the same name.")]
                #[serde(skip_serializing_if = "crate::model::is_default")]
                pub $head: $hty,
            )*)?
            $(
                $(#[$rdoc])*
                #[doc = "\n\nJATS: what the element holds besides, in order; in EPUB and PDF the content of the same node."]
                #[serde(skip_serializing_if = "crate::model::is_default")]
                pub $rest: $rty,
            )?
            $($(
                $(#[$tdoc])*
                #[doc = concat!("\n\nJATS " $(, "`", $tname, "` ")+, "; in EPUB and PDF the node of the same name.")]
                #[serde(skip_serializing_if = "crate::model::is_default")]
                pub $tail: $tty,
            )*)?
            $(
                $(#[$sdoc])*
                #[serde(skip_serializing_if = "crate::model::is_default")]
                pub $spelling: $sty,
            )?
            /// What has no field of its own, in its place.
            #[serde(skip_serializing_if = "crate::model::is_default")]
            pub extra: crate::model::extra::Extra,
        }

        impl crate::codec::slots::Typed for $name {
            fn read(element: crate::tree::Element) -> Self {
                #[allow(unused_imports, reason = "a type may have attributes only")]
                use crate::codec::slots::{AttrField, ChildField, Rank, RestField, Slots};
                let mut slots = Slots::new(element);
                $($(let $attr = <$aty as AttrField>::from_value(slots.attr($aname));)*)?
                $(let $bundle = <$bty>::take(&mut slots);)?
                $($(let $head = <$hty as ChildField>::take(&mut slots, &[$($hname),+], Rank::Head);)*)?
                $($(let $tail = <$tty as ChildField>::take(&mut slots, &[$($tname),+], Rank::Tail);)*)?
                $(let $rest = <$rty as RestField>::read(slots.rest());)?
                Self {
                    $($($attr,)*)?
                    $($bundle,)?
                    $($($head,)*)?
                    $($rest,)?
                    $($($tail,)*)?
                    $($spelling: <$sty>::default(),)?
                    extra: slots.finish(),
                }
            }

            fn write(&self, name: &'static str) -> crate::tree::Element {
                #[allow(unused_imports, reason = "a type may have attributes only")]
                use crate::codec::slots::{AttrField, Builder, ChildField, RestField};
                let mut out = Builder::new(name);
                $($(out.attr($aname, AttrField::value(&self.$attr));)*)?
                $(if let Some(bundle) = &self.$bundle { bundle.put(&mut out); })?
                $($(ChildField::put(&self.$head, &mut out, &[$($hname),+]);)*)?
                $(RestField::write(&self.$rest, out.content());)?
                $($(ChildField::put(&self.$tail, &mut out, &[$($tname),+]);)*)?
                out.finish(&self.extra)
            }

            fn fits(&self, left: usize) -> bool {
                #[allow(unused_imports, reason = "a type may have attributes only")]
                use crate::codec::slots::{ChildField, RestField};
                let Some(left) = left.checked_sub(1) else {
                    return false;
                };
                $($(if !ChildField::fits(&self.$head, left) { return false; })*)?
                $(if !RestField::fits(&self.$rest, left) { return false; })?
                $($(if !ChildField::fits(&self.$tail, left) { return false; })*)?
                self.extra.fits(left)
            }

            #[allow(unused_variables, reason = "a type may have attributes only")]
            fn walk<'a>(&'a self, visitor: &mut dyn crate::model::Visitor<'a>) {
                #[allow(unused_imports, reason = "a type may have attributes only")]
                use crate::codec::slots::{ChildField, RestField};
                $($(ChildField::walk(&self.$head, visitor);)*)?
                $(RestField::walk(&self.$rest, visitor);)?
                $($(ChildField::walk(&self.$tail, visitor);)*)?
            }
        }

        #[cfg(any(test, feature = "proptest"))]
        impl crate::model::mapping::Described for $name {
            const FIELDS: &'static [crate::model::mapping::Field] = &[
                $($(crate::model::mapping::Field::attribute(stringify!($attr), $aname),)*)?
                $(crate::model::mapping::Field::together(stringify!($bundle), <$bty>::ATTRIBUTES),)?
                $($(crate::model::mapping::Field::children(
                    stringify!($head), &[$($hname),+], <$hty as crate::model::mapping::Holds>::held,
                ),)*)?
                $(crate::model::mapping::Field::content(stringify!($rest)),)?
                $($(crate::model::mapping::Field::children(
                    stringify!($tail), &[$($tname),+], <$tty as crate::model::mapping::Holds>::held,
                ),)*)?
            ];
        }
    };
}

/// Makes a struct of attributes that come together and seldom, so that they weigh nothing where they are absent.
macro_rules! attributes {
    (
        $(#[$meta:meta])*
        pub struct $name:ident { $($(#[$adoc:meta])* $attr:ident = $aname:literal),* $(,)? }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(default, deny_unknown_fields)]
        #[non_exhaustive]
        pub struct $name {
            $(
                $(#[$adoc])*
                #[doc = concat!("\n\nJATS attribute `", $aname, "`; in EPUB and PDF an attribute of the same node.")]
                #[serde(skip_serializing_if = "crate::model::is_default")]
                pub $attr: Option<String>,
            )*
        }

        impl $name {
            /// The attributes, for the documentation.
            #[cfg(any(test, feature = "proptest"))]
            pub(crate) const ATTRIBUTES: &'static [&'static str] = &[$($aname),*];

            /// Takes them; `None` when there is none.
            fn take(slots: &mut crate::codec::slots::Slots) -> Option<Box<Self>> {
                let found = Self { $($attr: slots.attr($aname),)* };
                (found != Self::default()).then(|| Box::new(found))
            }

            fn put(&self, out: &mut crate::codec::slots::Builder) {
                $(out.attr($aname, self.$attr.as_deref());)*
            }
        }
    };
}

pub(crate) use {attributes, node};
