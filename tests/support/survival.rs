//! A document through a format and back, for properties.

use std::fmt::Display;

use proptest::test_runner::{TestCaseError, TestCaseResult};
use separatum::{Article, Outcome, Result};

/// A failure that shows the document.
pub(crate) fn failed(error: &dyn Display, document: &[u8]) -> TestCaseError {
    TestCaseError::fail(format!("{error}\n{}", String::from_utf8_lossy(document)))
}

/// The article of a document through a format and back: the same, and nothing lost on either way.
pub(crate) fn survives(
    document: &[u8],
    article: &Article,
    write: fn(&Article) -> Result<Outcome<Vec<u8>>>,
    back: fn(&[u8]) -> Result<Outcome<Article>>,
) -> TestCaseResult {
    let written = write(article).and_then(Outcome::into_lossless);
    let written = written.map_err(|error| failed(&error, document))?;
    let again = back(&written).and_then(Outcome::into_lossless);
    let again = again.map_err(|error| failed(&error, document))?;
    if again == *article {
        Ok(())
    } else {
        Err(failed(&"another article", document))
    }
}
