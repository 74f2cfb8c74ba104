//! Layout: the shown article, fonts and a theme become pages. No PDF type in it.

pub(super) mod line;
