//! What a conversion could not carry over, mended or decided.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::error::{Error, ErrorKind, Result};

/// A value and the report of how it came to be.
///
/// ```
/// # #[cfg(feature = "text")] {
/// use separatum::{Article, ErrorKind, text};
/// let mut article = Article::new("Tides");
/// article.kind = Some("news".to_owned());
/// // Whoever takes `.value` takes it with its losses; `into_lossless` refuses them.
/// let written = text::to_string(&article)?;
/// assert_eq!(written.value, "Tides\n");
/// let error = written.into_lossless().unwrap_err();
/// let ErrorKind::Lossy(report) = error.kind() else { unreachable!() };
/// assert_eq!(report.losses().next().unwrap().code, "text.attribute");
/// # }
/// # Ok::<(), separatum::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use = "the report tells what was lost"]
pub struct Outcome<T> {
    /// The result.
    pub value: T,
    /// What was lost, mended or decided on the way.
    pub report: Report,
}

impl<T> Outcome<T> {
    /// A value with its report.
    pub(crate) fn new(value: T, report: Report) -> Self {
        Self { value, report }
    }

    /// The value, or an error when the report lists a loss.
    ///
    /// # Errors
    /// [`ErrorKind::Lossy`] with the report.
    pub fn into_lossless(self) -> Result<T> {
        if self.report.is_lossless() {
            Ok(self.value)
        } else {
            Err(Error::new(ErrorKind::Lossy(self.report)))
        }
    }

    /// The outcome with its value changed.
    pub(crate) fn map<U>(self, change: impl FnOnce(T) -> U) -> Outcome<U> {
        Outcome::new(change(self.value), self.report)
    }
}

/// Findings in the order in which they were made.
///
/// As JSON: `{"schema_version":1,"lossless":…,"findings":[…]}`, and `"suppressed"` with their number when there were more
/// than are kept.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    findings: Vec<Finding>,
    /// Findings beyond the limit: counted, not kept.
    suppressed: u64,
    /// Whether one of the suppressed findings was a loss.
    suppressed_loss: bool,
}

impl Report {
    /// How many findings are kept; further ones are counted.
    pub const KEPT: usize = 10_000;

    /// A report without findings.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// True when nothing was lost; repairs and notes are no losses.
    #[must_use]
    pub fn is_lossless(&self) -> bool {
        !self.suppressed_loss && self.losses().next().is_none()
    }

    /// The findings that are losses.
    pub fn losses(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|f| f.effect.is_loss())
    }

    /// All findings kept.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// All findings kept, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, Finding> {
        self.findings.iter()
    }

    /// How many findings there were beyond those kept.
    #[must_use]
    pub fn suppressed(&self) -> u64 {
        self.suppressed
    }

    /// Adds a finding, or counts it when [`Report::KEPT`] are there.
    pub fn push(&mut self, finding: Finding) {
        if self.findings.len() < Self::KEPT {
            self.findings.push(finding);
        } else {
            self.suppressed += 1;
            self.suppressed_loss |= finding.effect.is_loss();
        }
    }

    /// Adds all findings of another report: a conversion's report is its reader's and its writer's.
    pub fn extend(&mut self, other: Self) {
        for finding in other.findings {
            self.push(finding);
        }
        self.suppressed += other.suppressed;
        self.suppressed_loss |= other.suppressed_loss;
    }
}

impl<'a> IntoIterator for &'a Report {
    type Item = &'a Finding;
    type IntoIter = std::slice::Iter<'a, Finding>;

    fn into_iter(self) -> Self::IntoIter {
        self.findings.iter()
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for finding in self {
            writeln!(f, "{finding}")?;
        }
        if self.suppressed > 0 {
            writeln!(f, "and {} more", self.suppressed)?;
        }
        Ok(())
    }
}

/// The shape of a report in JSON.
#[derive(Serialize, Deserialize)]
struct ReportJson<'a> {
    schema_version: u32,
    lossless: bool,
    findings: Cow<'a, [Finding]>,
    #[serde(default, skip_serializing_if = "is_zero")]
    suppressed: u64,
}

#[allow(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde asks for a reference"
)]
fn is_zero(count: &u64) -> bool {
    *count == 0
}

impl Serialize for Report {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        ReportJson {
            schema_version: 1,
            lossless: self.is_lossless(),
            findings: Cow::Borrowed(&self.findings),
            suppressed: self.suppressed,
        }
        .serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Report {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let json = ReportJson::deserialize(deserializer)?;
        let kept_loss = json.findings.iter().any(|f| f.effect.is_loss());
        Ok(Self {
            suppressed_loss: !json.lossless && !kept_loss,
            findings: json.findings.into_owned(),
            suppressed: json.suppressed,
        })
    }
}

/// One thing that did not carry over unchanged, or that the reader or writer decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
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

#[cfg(test)]
mod tests {
    use super::*;

    fn finding(effect: Effect) -> Finding {
        Finding::new("test.code", effect, Stage::Read, "detail")
    }

    #[test]
    fn only_losses_make_a_report_lossy() {
        let mut report = Report::new();
        report.push(finding(Effect::Noted));
        report.push(finding(Effect::Repaired));
        assert!(report.is_lossless());
        report.push(finding(Effect::Substituted));
        assert!(!report.is_lossless());
    }

    #[test]
    fn a_loss_beyond_the_kept_ones_still_counts() {
        let mut report = Report::new();
        for _ in 0..Report::KEPT {
            report.push(finding(Effect::Noted));
        }
        report.push(finding(Effect::Dropped));
        assert_eq!(report.suppressed(), 1);
        assert!(!report.is_lossless());
        let json = serde_json::to_string(&report).unwrap();
        assert_eq!(serde_json::from_str::<Report>(&json).unwrap(), report);
    }

    #[test]
    fn json_has_the_documented_shape() {
        let mut report = Report::new();
        report.push(finding(Effect::Noted).at(Location::new().line_column(2, 5)));
        assert_eq!(
            serde_json::to_string(&report).unwrap(),
            r#"{"schema_version":1,"lossless":true,"findings":[{"code":"test.code","effect":"noted","stage":"read","location":{"line":2,"column":5},"detail":"detail"}]}"#
        );
    }
}
