//! The shown tree → tags.
