//! Which standard type an element is mapped to.
