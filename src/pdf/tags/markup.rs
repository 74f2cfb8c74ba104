//! Formulas as files of their tags.

use crate::tree::Element;

/// The media type of a formula in MathML.
pub(super) const MATHML: &str = "application/mathml+xml";
/// The media type of a formula in TeX.
pub(super) const TEX: &str = "application/x-tex";

/// The element as a file.
pub(super) fn to_vec(element: &Element) -> Vec<u8> {
    serde_json::to_vec(element).unwrap_or_default()
}

/// The element that a file holds.
pub(super) fn from_slice(bytes: &[u8]) -> Option<Element> {
    serde_json::from_slice(bytes).ok()
}

/// A formula read in one line.
pub(super) fn linear(element: &Element) -> String {
    let text = element.text();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
