//! Generated articles leave nothing of the model out: every field of every type and every variant of every enumeration
//! occurs in some of them. The list of what must occur comes from the types themselves, so nobody has to keep it.

use std::collections::{BTreeMap, BTreeSet};

use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::TestRunner;
use separatum::{Article, strategy};
use serde_json::Value;

use crate::schema::{Shapes, learn};

/// What could occur and what did, by type.
#[derive(Default)]
struct Seen {
    wanted: BTreeMap<&'static str, &'static [&'static str]>,
    found: BTreeSet<(&'static str, String)>,
}

impl Seen {
    fn look(&mut self, value: &Value, shapes: &Shapes) {
        for (path, shape) in shapes {
            self.wanted.insert(shape.name, shape.all);
            let mut here = |name: &str| {
                self.found.insert((shape.name, name.to_owned()));
            };
            match (path.rsplit_once("/#"), value.pointer(path)) {
                (Some((_, key)), _) => here(key),
                (None, Some(Value::Object(fields))) => fields.keys().for_each(|key| here(key)),
                (None, Some(Value::String(variant))) => here(variant),
                (None, other) => panic!("{path}: {other:?}"),
            }
        }
    }

    fn missing(&self) -> Vec<String> {
        let all = self
            .wanted
            .iter()
            .flat_map(|(name, all)| all.iter().map(move |field| (*name, *field)));
        all.filter(|(name, field)| !self.found.contains(&(*name, (*field).to_owned())))
            .map(|(name, field)| format!("{name}.{field}"))
            .collect()
    }
}

#[test]
fn every_field_and_every_variant_is_generated() {
    let mut runner = TestRunner::deterministic();
    let mut seen = Seen::default();
    for _ in 0..12_000 {
        let article = strategy::article().new_tree(&mut runner).unwrap().current();
        let value = serde_json::to_value(article.normal()).unwrap();
        let (read, shapes): (Article, _) = learn(&value).unwrap();
        assert_eq!(read, article.normal());
        seen.look(&value, &shapes);
    }
    assert!(
        seen.wanted.len() > 100,
        "{} types are not all",
        seen.wanted.len()
    );
    let missing = seen.missing();
    assert!(missing.is_empty(), "never generated: {missing:#?}");
}
