//! What several tests share.

pub(crate) mod canonical;
pub(crate) mod corpus;
pub(crate) mod require;
