//! Why an operation produced no result.

use crate::report::{Location, Report};

/// The crate's result.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why an operation produced no result, and where.
///
/// `Display` names the kind and, when known, the place; [`source`](std::error::Error::source) is the kind's own cause, so
/// that a printed chain says each thing once.
#[derive(Debug)]
pub struct Error {
    kind: Box<ErrorKind>,
    location: Option<Box<Location>>,
}

impl Error {
    /// An error without a place.
    pub(crate) fn new(kind: ErrorKind) -> Self {
        Self {
            kind: Box::new(kind),
            location: None,
        }
    }

    /// The same error with its place.
    #[must_use]
    pub(crate) fn at(mut self, location: Location) -> Self {
        self.location = Some(Box::new(location));
        self
    }

    /// Input that is not well formed in its own format.
    pub(crate) fn malformed(format: &'static str, detail: impl Into<String>) -> Self {
        Self::new(ErrorKind::Malformed {
            format,
            detail: detail.into(),
        })
    }

    /// Input that is well formed and not for this reader.
    pub(crate) fn unsupported(detail: impl Into<String>) -> Self {
        Self::new(ErrorKind::Unsupported {
            detail: detail.into(),
        })
    }

    /// A ceiling of [`Limits`](crate::Limits) that was passed.
    pub(crate) fn limit(limit: &'static str, ceiling: u64) -> Self {
        Self::new(ErrorKind::Limit { limit, ceiling })
    }

    /// A model that no writer can express.
    pub(crate) fn invalid(detail: impl Into<String>) -> Self {
        Self::new(ErrorKind::Invalid {
            detail: detail.into(),
        })
    }

    /// An option of the caller that means nothing.
    #[cfg(feature = "epub")]
    pub(crate) fn option(detail: impl Into<String>) -> Self {
        Self::new(ErrorKind::Option {
            detail: detail.into(),
        })
    }

    /// What went wrong.
    #[must_use]
    pub fn kind(&self) -> &ErrorKind {
        &self.kind
    }

    /// Where, when known.
    #[must_use]
    pub fn location(&self) -> Option<&Location> {
        self.location.as_deref()
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.kind.fmt(f)?;
        match &self.location {
            Some(location) if !location.is_empty() => write!(f, " at {location}"),
            _ => Ok(()),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.kind.source()
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        Self::new(ErrorKind::Io(error))
    }
}

/// The class of an [`Error`], by fault.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The caller's reader or writer failed.
    #[error("input or output failed")]
    Io(#[source] std::io::Error),
    /// The input breaks the rules of its own format: XML that is not well formed, a truncated archive.
    #[error("malformed {format}: {detail}")]
    #[non_exhaustive]
    Malformed {
        /// The format's name.
        format: &'static str,
        /// What was found and what was expected.
        detail: String,
    },
    /// The input is sound and not something this reader takes: an encrypted file, an XML root that is no article.
    #[error("not supported: {detail}")]
    #[non_exhaustive]
    Unsupported {
        /// What was found.
        detail: String,
    },
    /// A ceiling of [`Limits`](crate::Limits) was passed.
    #[error("limit `{limit}` of {ceiling} passed")]
    #[non_exhaustive]
    Limit {
        /// The name of the field in [`Limits`](crate::Limits).
        limit: &'static str,
        /// What may not be passed: its value, or less where the ceiling also grows with the input.
        ceiling: u64,
    },
    /// The model holds what no output can: an illegal character, nesting that is too deep.
    #[error("invalid article: {detail}")]
    #[non_exhaustive]
    Invalid {
        /// What is broken.
        detail: String,
    },
    /// A resource (a figure, a font) that the caller gave cannot be used.
    #[error("unusable resource: {detail}")]
    #[non_exhaustive]
    Resource {
        /// Which and why.
        detail: String,
    },
    /// An option has a value that means nothing: a time that is none.
    #[error("unusable option: {detail}")]
    #[non_exhaustive]
    Option {
        /// Which and why.
        detail: String,
    },
    /// The caller asked for a lossless result and something was lost.
    #[error("not lossless: {} finding(s)", .0.losses().count())]
    Lossy(Report),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_are_small() {
        assert!(size_of::<Error>() <= 16);
    }

    /// A batch reads on several threads; everything that comes of it can be handed on.
    #[test]
    fn values_travel_between_threads() {
        use crate::model;
        fn travels<T: Send + Sync>() {}
        travels::<Error>();
        travels::<crate::Article>();
        travels::<crate::Outcome<crate::Article>>();
        travels::<crate::Package>();
        travels::<crate::DirectoryResources>();
        travels::<crate::Limits>();
        travels::<model::Problem>();
        travels::<model::CitationFields>();
        travels::<model::Contributor<'_>>();
        travels::<model::CellGrid<'_>>();
        travels::<model::CitedReference<'_>>();
        travels::<model::Translation<'_>>();
        travels::<model::DatedEvent<'_>>();
        travels::<crate::json::ReadOptions>();
        #[cfg(feature = "jats")]
        travels::<crate::jats::Articles<std::fs::File>>();
        #[cfg(feature = "jats")]
        travels::<crate::jats::WriteOptions>();
        #[cfg(feature = "pdf")]
        travels::<crate::pdf::ReadOptions>();
    }

    #[test]
    fn the_place_is_shown_once() {
        let error = Error::malformed("XML", "unexpected end").at(Location::new().line_column(3, 9));
        assert_eq!(error.to_string(), "malformed XML: unexpected end at 3:9");
    }
}
