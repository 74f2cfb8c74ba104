//! Tagged PDF.

mod page;
