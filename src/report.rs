//! What a conversion could not carry over, mended or decided.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::error::{Error, ErrorKind, Result};

mod finding;

pub use finding::{Effect, Finding, Location, Stage};

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
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
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
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
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

impl IntoIterator for Report {
    type Item = Finding;
    type IntoIter = std::vec::IntoIter<Finding>;

    fn into_iter(self) -> Self::IntoIter {
        self.findings.into_iter()
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
