//! Embedded files.

use super::file::File;
use super::object::Object;
use crate::error::Result;

/// A file: its name, media type and bytes.
pub(super) type Embedded = (String, String, Vec<u8>);

/// The associated files of an element or of the whole document.
pub(super) fn of(file: &File<'_>, object: &Object) -> Result<Vec<Embedded>> {
    let list = file.get(object, "AF")?;
    let specifications = match &*list {
        Object::Array(specifications) => specifications.as_slice(),
        Object::Null => return Ok(Vec::new()),
        _ => std::slice::from_ref(&*list),
    };
    let mut files = Vec::new();
    for specification in specifications {
        files.extend(embedded(file, &*file.resolved(Some(specification))?)?);
    }
    Ok(files)
}

/// The file of a specification; none when it is not in the PDF.
fn embedded(file: &File<'_>, specification: &Object) -> Result<Option<Embedded>> {
    let name = match file.get(specification, "UF")?.text() {
        Some(name) => Some(name),
        None => file.get(specification, "F")?.text(),
    };
    let places = file.get(specification, "EF")?;
    let stream = file.get(&places, "F")?;
    if !matches!(&*stream, Object::Stream(..)) {
        return Ok(None);
    }
    let media_type = file
        .get(&stream, "Subtype")?
        .name()
        .unwrap_or_default()
        .to_owned();
    Ok(Some((
        name.unwrap_or_default(),
        media_type,
        file.data(&stream)?,
    )))
}
