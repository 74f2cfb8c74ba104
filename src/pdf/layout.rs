//! Layout: the shown article, fonts and a theme become pages. No PDF type in it.

pub(super) mod font;
pub(super) mod hyphen;
pub(super) mod line;
pub(super) mod shape;
pub(super) mod typeset;
