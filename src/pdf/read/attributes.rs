//! Our own data in the attributes of structure elements.

use super::file::File;
use super::object::Object;
use crate::error::Result;

/// The user properties of an element, values that were cut into `key`, `key.1`, `key.2` put together again.
pub(super) fn read(file: &File<'_>, element: &Object) -> Result<Vec<(String, String)>> {
    let mut data: Vec<(String, String)> = Vec::new();
    let entry = file.get(element, "A")?;
    let objects = match &*entry {
        Object::Array(objects) => objects.as_slice(),
        _ => std::slice::from_ref(&*entry),
    };
    for object in objects {
        let object = file.resolved(Some(object))?;
        if file.get(&object, "O")?.name() != Some("UserProperties") {
            continue;
        }
        let properties = file.get(&object, "P")?;
        let mut part = 0_usize;
        for property in properties.array().unwrap_or_default() {
            let property = file.resolved(Some(property))?;
            let (Some(key), Some(value)) = (
                file.get(&property, "N")?.text(),
                value(&*file.get(&property, "V")?),
            ) else {
                continue;
            };
            part += 1;
            match data.last_mut() {
                Some((last, whole)) if key == format!("{last}.{part}") => whole.push_str(&value),
                _ => {
                    data.push((key, value));
                    part = 0;
                }
            }
        }
    }
    Ok(data)
}

fn value(object: &Object) -> Option<String> {
    match object {
        Object::Str(_) => object.text(),
        Object::Int(value) => Some(value.to_string()),
        Object::Real(value) => Some(value.to_string()),
        Object::Bool(value) => Some(value.to_string()),
        _ => None,
    }
}
