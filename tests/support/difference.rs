//! Where two values in JSON differ.

use serde_json::Value;

use super::schema::step;

/// The places, as JSON pointers, at which two values differ: each as deep as both still have something to compare. Lists
/// of different lengths differ as lists.
pub(crate) fn differences(a: &Value, b: &Value) -> Vec<String> {
    let mut found = Vec::new();
    collect(a, b, "", &mut found);
    found
}

fn collect(a: &Value, b: &Value, path: &str, found: &mut Vec<String>) {
    match (a, b) {
        (Value::Object(a), Value::Object(b)) => {
            for (key, inner) in a {
                let path = step(path, key);
                match b.get(key) {
                    Some(other) => collect(inner, other, &path, found),
                    None => found.push(path),
                }
            }
            let is_new = |key: &&String| !a.contains_key(*key);
            found.extend(b.keys().filter(is_new).map(|key| step(path, key)));
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            for (at, (a, b)) in a.iter().zip(b).enumerate() {
                collect(a, b, &step(path, &at.to_string()), found);
            }
        }
        _ if a == b => {}
        _ => found.push(path.to_owned()),
    }
}
