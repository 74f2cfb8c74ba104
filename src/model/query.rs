//! Questions that a program asks an article: each answer is computed from the typed fields when it is asked for.

mod references;

pub use references::{Call, CitedReference};
