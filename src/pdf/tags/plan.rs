//! The planned tag tree.
