//! The container: where the package document is.

use crate::archive::Archive;
use crate::error::{Error, Result};
use crate::limits::Limits;
use crate::tree::Element;

use super::{FORMAT, parse};

const CONTAINER: &str = "META-INF/container.xml";

/// The name of the package document.
pub(super) fn package_document(archive: &mut Archive<'_>, limits: &Limits) -> Result<String> {
    let missing = |what: &str| Error::malformed(FORMAT, format!("{CONTAINER} {what}"));
    let bytes = archive
        .read(CONTAINER)?
        .ok_or_else(|| missing("is missing"))?;
    let root = parse(&bytes, limits, CONTAINER)?.root;
    let rootfile = root
        .elements()
        .filter(|e| e.name == "rootfiles")
        .flat_map(Element::elements);
    let rootfile = rootfile
        .filter(|e| e.name == "rootfile")
        .find_map(|e| e.attr("full-path"));
    Ok(rootfile
        .ok_or_else(|| missing("names no package document"))?
        .to_owned())
}
