//! One change somewhere in the JSON of an article: a string, a number, a name out of an enumeration; a field, an element of
//! a list added or removed; a variant put in place of another. What can be added is known from the types.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::TestRunner;
use separatum::{Article, strategy};
use serde_json::Value;

use crate::schema::{Shapes, learn, step};

/// What strings become: the first is ordinary text, the others are not.
pub(crate) const STRINGS: &[&str] = &[
    "edited",
    "",
    " two  spaces\n",
    "<&\"']]>",
    "Өзгерді \u{202b}\u{1f600}e\u{301}",
    "a\u{a0}b",
    "--",
    "1",
];

/// An edited value.
#[derive(Debug)]
pub(crate) struct Edit {
    /// What was done.
    pub(crate) kind: Kind,
    /// Where, as a JSON pointer: what was replaced, added or removed.
    pub(crate) path: String,
    pub(crate) value: Value,
}

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// A string was replaced by ordinary text.
    Text,
    /// A leaf or a variant was replaced by another one.
    Replaced,
    /// A field or an item was added.
    Added,
    /// A field or an item was removed.
    Removed,
}

/// Values for fields and variants, by type and name, out of generated articles.
static DONORS: LazyLock<BTreeMap<(&'static str, String), Vec<Value>>> = LazyLock::new(|| {
    let mut runner = TestRunner::deterministic();
    let mut donors: BTreeMap<_, Vec<Value>> = BTreeMap::new();
    for _ in 0..400 {
        let article = strategy::article_of(200)
            .new_tree(&mut runner)
            .unwrap()
            .current();
        let value = serde_json::to_value(article.normal()).unwrap();
        let (_, shapes): (Article, _) = learn(&value).unwrap();
        for (path, shape) in &shapes {
            for (name, inner) in value
                .pointer(path)
                .and_then(Value::as_object)
                .into_iter()
                .flatten()
            {
                let known = donors.entry((shape.name, name.clone())).or_default();
                // Small ones do, and keep the edits readable.
                if known.len() < 8 && inner.to_string().len() < 2_000 {
                    known.push(inner.clone());
                }
            }
        }
    }
    donors
});

/// Numbers that decide what is edited, and how.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Dice {
    pub(crate) kind: usize,
    pub(crate) place: usize,
    pub(crate) value: usize,
}

impl Dice {
    fn pick<T>(number: usize, from: &[T]) -> Option<&T> {
        from.get(number % from.len().max(1))
    }
}

/// An edit of an article's JSON; `None` where nothing of the kind can be edited.
pub(crate) fn edit(value: &Value, dice: Dice) -> Option<Edit> {
    let (_, shapes): (Article, _) = learn(value).ok()?;
    match dice.kind % 6 {
        0 => string(value, &shapes, dice),
        1 => number(value, dice),
        2 => variant(value, &shapes, dice),
        3 => added_field(value, &shapes, dice),
        4 => item(value, dice),
        _ => removed(value, dice),
    }
}

/// Every place of a value, as JSON pointers, in order.
pub(crate) fn places(value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    collect(value, String::new(), &mut found);
    found
}

fn collect(value: &Value, path: String, found: &mut Vec<String>) {
    match value {
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                collect(item, step(&path, &at.to_string()), found);
            }
        }
        Value::Object(fields) => fields
            .iter()
            .for_each(|(key, inner)| collect(inner, step(&path, key), found)),
        _ => {}
    }
    found.push(path);
}

fn places_of(value: &Value, is_wanted: impl Fn(&str, &Value) -> bool) -> Vec<String> {
    let mut found = places(value);
    found.retain(|path| {
        value
            .pointer(path)
            .is_some_and(|inner| is_wanted(path, inner))
    });
    found
}

/// The value with another one at a place.
pub(crate) fn with(value: &Value, path: &str, new: Value) -> Value {
    let mut edited = value.clone();
    if let Some(place) = edited.pointer_mut(path) {
        *place = new;
    }
    edited
}

fn string(value: &Value, shapes: &Shapes, dice: Dice) -> Option<Edit> {
    let strings = places_of(value, |path, inner| {
        inner.is_string() && !shapes.contains_key(path)
    });
    let path = Dice::pick(dice.place, &strings)?;
    // Every second one is ordinary text, for which more is known.
    let new = STRINGS[if dice.value.is_multiple_of(2) {
        0
    } else {
        dice.value / 2 % STRINGS.len()
    }];
    Some(Edit {
        kind: if new == STRINGS[0] {
            Kind::Text
        } else {
            Kind::Replaced
        },
        path: path.clone(),
        value: with(value, path, new.into()),
    })
}

fn number(value: &Value, dice: Dice) -> Option<Edit> {
    let numbers = places_of(value, |_, inner| inner.is_number() || inner.is_boolean());
    let path = Dice::pick(dice.place, &numbers)?;
    let new = match value.pointer(path)? {
        Value::Bool(is) => Value::Bool(!is),
        _ => (dice.value % 7).into(),
    };
    Some(Edit {
        kind: Kind::Replaced,
        path: path.clone(),
        value: with(value, path, new),
    })
}

/// Another variant: a name for a name, one with its payload for one with its payload.
fn variant(value: &Value, shapes: &Shapes, dice: Dice) -> Option<Edit> {
    let enums: Vec<_> = shapes
        .iter()
        .filter(|(path, shape)| shape.is_enum && !path.contains('#'))
        .collect();
    let (path, shape) = Dice::pick(dice.place, &enums)?;
    let name = Dice::pick(dice.value, shape.all)?;
    let new = if value.pointer(path)?.is_string() {
        Value::from(*name)
    } else {
        let payload = Dice::pick(dice.value, DONORS.get(&(shape.name, (*name).to_owned()))?)?;
        serde_json::json!({ *name: payload })
    };
    Some(Edit {
        kind: Kind::Replaced,
        path: (*path).clone(),
        value: with(value, path, new),
    })
}

/// A field that a structure could have and has not.
fn added_field(value: &Value, shapes: &Shapes, dice: Dice) -> Option<Edit> {
    let structs: Vec<_> = shapes.iter().filter(|(_, shape)| !shape.is_enum).collect();
    let (path, shape) = Dice::pick(dice.place, &structs)?;
    let fields = value.pointer(path)?.as_object()?;
    let absent: Vec<_> = shape
        .all
        .iter()
        .filter(|name| !fields.contains_key(**name))
        .collect();
    let name = Dice::pick(dice.value, &absent)?;
    let new = Dice::pick(dice.value, DONORS.get(&(shape.name, (**name).to_owned()))?)?;
    let mut edited = value.clone();
    edited
        .pointer_mut(path)?
        .as_object_mut()?
        .insert((**name).to_owned(), new.clone());
    Some(Edit {
        kind: Kind::Added,
        path: step(path, name),
        value: edited,
    })
}

/// An item of a list once more, somewhere in the list.
fn item(value: &Value, dice: Dice) -> Option<Edit> {
    let lists = places_of(value, |_, inner| {
        inner.as_array().is_some_and(|items| !items.is_empty())
    });
    let path = Dice::pick(dice.place, &lists)?;
    let mut edited = value.clone();
    let items = edited.pointer_mut(path)?.as_array_mut()?;
    let new = Dice::pick(dice.value, items)?.clone();
    let at = dice.value / 3 % (items.len() + 1);
    items.insert(at, new);
    Some(Edit {
        kind: Kind::Added,
        path: step(path, &at.to_string()),
        value: edited,
    })
}

fn removed(value: &Value, dice: Dice) -> Option<Edit> {
    let inner = places_of(value, |path, _| !path.is_empty());
    let path = Dice::pick(dice.place, &inner)?;
    let (parent, key) = path.rsplit_once('/')?;
    let mut edited = value.clone();
    match edited.pointer_mut(parent)? {
        Value::Array(items) => drop(items.remove(key.parse().ok()?)),
        Value::Object(fields) => drop(fields.remove(&key.replace("~1", "/").replace("~0", "~"))),
        _ => return None,
    }
    Some(Edit {
        kind: Kind::Removed,
        path: path.clone(),
        value: edited,
    })
}
