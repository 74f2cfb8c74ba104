//! Whole packages.
