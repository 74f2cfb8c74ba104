//! One thing that a report says: its code, its effect, its place.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

/// One thing that did not carry over unchanged, or that the reader or writer decided.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Finding {
    /// Stable code, such as `xml.unbound-prefix`: format, dot, name. `docs/findings.md` in the repository lists them all.
    pub code: Cow<'static, str>,
    /// What happened to the content.
    pub effect: Effect,
    /// Whether it happened on reading or on writing.
    pub stage: Stage,
    /// Where: in the input on reading, in the model on writing.
    #[serde(default)]
    pub location: Location,
    /// The same in words, with what a person needs to know.
    #[serde(default)]
    pub detail: String,
}

impl Finding {
    /// A finding without a place.
    #[must_use]
    pub fn new(
        code: impl Into<Cow<'static, str>>,
        effect: Effect,
        stage: Stage,
        detail: impl Into<String>,
    ) -> Self {
        Self {
            code: code.into(),
            effect,
            stage,
            location: Location::default(),
            detail: detail.into(),
        }
    }

    /// The same finding with its place.
    #[must_use]
    pub fn at(mut self, location: Location) -> Self {
        self.location = location;
        self
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} [{}]", self.effect, self.code)?;
        if !self.location.is_empty() {
            write!(f, " at {}", self.location)?;
        }
        if !self.detail.is_empty() {
            write!(f, ": {}", self.detail)?;
        }
        Ok(())
    }
}

/// What happened to the content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Effect {
    /// Content is gone. A loss.
    Dropped,
    /// The text is kept, its structure is not. A loss.
    Flattened,
    /// Something close stands in its place. A loss.
    Approximated,
    /// Another value stands in its place. A loss.
    Substituted,
    /// Faulty input was mended; nothing is lost.
    Repaired,
    /// Nothing is lost; a person may want to know.
    Noted,
    /// The input gave no result. Stands only in the report of a failed run.
    Refused,
}

impl Effect {
    /// True when content does not come back.
    #[must_use]
    pub fn is_loss(self) -> bool {
        !matches!(self, Self::Repaired | Self::Noted)
    }
}

impl fmt::Display for Effect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Dropped => "dropped",
            Self::Flattened => "flattened",
            Self::Approximated => "approximated",
            Self::Substituted => "substituted",
            Self::Repaired => "repaired",
            Self::Noted => "noted",
            Self::Refused => "refused",
        })
    }
}

/// The half of a conversion in which a finding was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Stage {
    /// From the source to the model.
    Read,
    /// From the model to what reads back from the output.
    Write,
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Read => "read",
            Self::Write => "write",
        })
    }
}

/// A place in the input or in the model. Absent parts are not known.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Location {
    /// A path such as `/article/body/sec[2]/p[1]`, or the model's path on writing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// The line, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<u64>,
    /// The column in characters, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<u64>,
    /// First byte and the byte after the last, from 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bytes: Option<(u64, u64)>,
}

impl Location {
    /// A place of which nothing is known.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The place with its path.
    #[must_use]
    pub fn path(mut self, path: impl Into<String>) -> Self {
        self.path = Some(path.into());
        self
    }

    /// The place with its line and column, both from 1.
    #[must_use]
    pub fn line_column(mut self, line: u64, column: u64) -> Self {
        self.line = Some(line);
        self.column = Some(column);
        self
    }

    /// The place with its byte range.
    #[must_use]
    pub fn bytes(mut self, start: u64, end: u64) -> Self {
        self.bytes = Some((start, end));
        self
    }

    /// True when nothing is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.line, self.column) {
            (Some(line), Some(column)) => write!(f, "{line}:{column}")?,
            (Some(line), None) => write!(f, "line {line}")?,
            _ => match (self.bytes, &self.path) {
                (Some((start, _)), None) => write!(f, "byte {start}")?,
                (_, Some(path)) => return f.write_str(path),
                (None, None) => {}
            },
        }
        match &self.path {
            Some(path) => write!(f, " ({path})"),
            None => Ok(()),
        }
    }
}
