//! Questions that a program asks an article: each answer is computed from the typed fields when it is asked for.
//!
//! Every answer is found in one walk over the article, with one index where things refer to one another, so that asking
//! costs no more than reading.

mod contributors;
mod credit_term;
mod dates;
mod figures;
mod funding;
mod grid;
mod institutions;
mod references;
mod rights;
mod sections;
mod translations;
mod words;

pub use contributors::Contributor;
pub use credit_term::{CreditTerm, ParseCreditTermError};
pub use dates::{DateStage, DatedEvent};
pub use figures::PlacedFigure;
pub use grid::{CellGrid, GridCell, TablePart};
pub use institutions::{Country, Institution};
pub use references::{Call, CitedReference};
pub use translations::Translation;

#[cfg(test)]
mod tests;
