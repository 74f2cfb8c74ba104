//! Formulas as files of their tags.

use crate::limits::Limits;
use crate::tree::{Element, ns};
use crate::xml;

/// The media type of a formula in MathML.
pub(super) const MATHML: &str = "application/mathml+xml";
/// The media type of a formula in TeX.
pub(super) const TEX: &str = "application/x-tex";

/// The element as a file; `None` for one that does not come back from XML as it is.
pub(super) fn to_vec(element: &Element) -> Option<Vec<u8>> {
    let options = xml::WriteOptions {
        namespaces: &[],
        vocabulary: None,
        local: &[ns::MATHML],
        root_attrs: &[],
        depth: Limits::DEPTH,
    };
    let mut text = String::new();
    xml::write(&mut text, element, &options).ok()?;
    (from_slice(text.as_bytes()).as_ref() == Some(element)).then(|| text.into_bytes())
}

/// The element that a file holds.
pub(super) fn from_slice(bytes: &[u8]) -> Option<Element> {
    let options = xml::ReadOptions {
        limits: Limits::default(),
        depth: Limits::DEPTH,
        entities: xml::Entities::Html,
        repair: false,
        wrapped: None,
    };
    xml::read(bytes, options).ok().map(|parsed| parsed.root)
}
