//! What the model's types say of a value in JSON: which structure or enumeration stands at each place, with all the fields
//! and variants that it could have. The types tell it themselves, while they read the value.

use std::cell::RefCell;
use std::collections::btree_map::BTreeMap;

use serde::Deserialize;
use serde::de::value::StrDeserializer;
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error as _, MapAccess, SeqAccess, VariantAccess,
    Visitor,
};
use serde::forward_to_deserialize_any;
use serde_json::{Error, Value};

/// A structure or an enumeration at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Shape {
    /// The name of the type.
    pub(crate) name: &'static str,
    /// All its fields or variants.
    pub(crate) all: &'static [&'static str],
    pub(crate) is_enum: bool,
}

/// The shapes of a value by their place, as a JSON pointer. What stands as a key of a map has the place of its value with
/// `#` before the key.
pub(crate) type Shapes = BTreeMap<String, Shape>;

/// Reads a value as a type and remembers every shape on the way.
pub(crate) fn learn<'de, T: Deserialize<'de>>(value: &'de Value) -> Result<(T, Shapes), Error> {
    let shapes = RefCell::default();
    let read = T::deserialize(Spy {
        value,
        path: String::new(),
        shapes: &shapes,
    })?;
    Ok((read, shapes.into_inner()))
}

/// A step of a JSON pointer.
pub(crate) fn step(path: &str, key: &str) -> String {
    format!("{path}/{}", key.replace('~', "~0").replace('/', "~1"))
}

struct Spy<'de, 's> {
    value: &'de Value,
    path: String,
    shapes: &'s RefCell<Shapes>,
}

impl<'de, 's> Spy<'de, 's> {
    fn inner(&self, key: &str, value: &'de Value) -> Spy<'de, 's> {
        Spy {
            value,
            path: step(&self.path, key),
            shapes: self.shapes,
        }
    }

    fn remember(&self, name: &'static str, all: &'static [&'static str], is_enum: bool) {
        let shape = Shape { name, all, is_enum };
        self.shapes.borrow_mut().insert(self.path.clone(), shape);
    }
}

impl<'de> Deserializer<'de> for Spy<'de, '_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.value {
            Value::Array(items) => {
                let at = 0;
                visitor.visit_seq(Items {
                    spy: self,
                    items,
                    at,
                })
            }
            Value::Object(fields) => visitor.visit_map(Fields {
                spy: self,
                left: fields.iter(),
                open: None,
            }),
            leaf => leaf.deserialize_any(visitor),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.value.is_null() {
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.remember(name, fields, false);
        self.deserialize_any(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.remember(name, variants, true);
        match self.value {
            Value::String(variant) => visitor.visit_enum(StrDeserializer::new(variant)),
            Value::Object(one) if one.len() == 1 => visitor.visit_enum(self),
            other => Err(Error::custom(format!("no variant: {other}"))),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map identifier ignored_any
    }
}

struct Items<'de, 's> {
    spy: Spy<'de, 's>,
    items: &'de [Value],
    at: usize,
}

impl<'de> SeqAccess<'de> for Items<'de, '_> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Error> {
        let Some(item) = self.items.get(self.at) else {
            return Ok(None);
        };
        let inner = self.spy.inner(&self.at.to_string(), item);
        self.at += 1;
        seed.deserialize(inner).map(Some)
    }
}

struct Fields<'de, 's> {
    spy: Spy<'de, 's>,
    left: serde_json::map::Iter<'de>,
    open: Option<(&'de str, &'de Value)>,
}

impl<'de> MapAccess<'de> for Fields<'de, '_> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Error> {
        let Some((key, value)) = self.left.next() else {
            return Ok(None);
        };
        self.open = Some((key, value));
        let path = format!("{}/#{key}", self.spy.path);
        let shapes = self.spy.shapes;
        seed.deserialize(Key { key, path, shapes }).map(Some)
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, Error> {
        let (key, value) = self
            .open
            .take()
            .ok_or_else(|| Error::custom("a value without a key"))?;
        seed.deserialize(self.spy.inner(key, value))
    }
}

/// The key of a map or the name of a field.
struct Key<'de, 's> {
    key: &'de str,
    path: String,
    shapes: &'s RefCell<Shapes>,
}

impl<'de> Deserializer<'de> for Key<'de, '_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_borrowed_str(self.key)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        all: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let is_enum = true;
        self.shapes
            .borrow_mut()
            .insert(self.path, Shape { name, all, is_enum });
        visitor.visit_enum(StrDeserializer::new(self.key))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}

impl<'de, 's> EnumAccess<'de> for Spy<'de, 's> {
    type Error = Error;
    type Variant = Spy<'de, 's>;

    fn variant_seed<T: DeserializeSeed<'de>>(
        self,
        seed: T,
    ) -> Result<(T::Value, Self::Variant), Error> {
        let one = self
            .value
            .as_object()
            .and_then(|fields| fields.iter().next());
        let (variant, value) = one.ok_or_else(|| Error::custom("no variant"))?;
        let inner = self.inner(variant, value);
        let name: StrDeserializer<'_, Error> = StrDeserializer::new(variant);
        Ok((seed.deserialize(name)?, inner))
    }
}

impl<'de> VariantAccess<'de> for Spy<'de, '_> {
    type Error = Error;

    fn unit_variant(self) -> Result<(), Error> {
        Err(Error::custom("a variant without payload"))
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Error> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_any(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.deserialize_any(visitor)
    }
}
