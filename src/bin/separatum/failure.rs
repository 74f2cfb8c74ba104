//! Why a run ended without a result, as a person, an exit status and a report see it.

use std::fmt;
use std::io::Write as _;
use std::path::Path;

use separatum::{Effect, Error, ErrorKind, Finding, Format, Location, Report, Stage};

/// The exit status of wrong usage.
pub(crate) const USAGE: u8 = 2;

/// Why a run ended without a result.
#[derive(Debug)]
pub(crate) enum Failure {
    /// What was asked for makes no sense.
    Usage(String),
    /// What was read, or what it became, is not taken.
    Refused(Box<Finding>),
    /// Nothing may be lost, and this would be.
    Lossy(Report),
    /// A file or a stream failed.
    Io(String),
}

impl Failure {
    /// What was asked for makes no sense.
    pub(crate) fn usage(why: impl Into<String>) -> Self {
        Self::Usage(why.into())
    }

    /// Input that is not taken; the code says by which format and why.
    pub(crate) fn refused(code: String, why: impl Into<String>) -> Self {
        Self::Refused(Box::new(Finding::new(
            code,
            Effect::Refused,
            Stage::Read,
            why,
        )))
    }

    /// The same failure with its place.
    pub(crate) fn at(self, location: Location) -> Self {
        match self {
            Self::Refused(finding) => Self::Refused(Box::new(finding.at(location))),
            other => other,
        }
    }

    /// A file that failed.
    pub(crate) fn io(path: &Path, error: &std::io::Error) -> Self {
        Self::Io(format!("{}: {error}", path.display()))
    }

    /// What the library says on reading or writing that format.
    pub(crate) fn library(format: Format, stage: Stage, error: &Error) -> Self {
        let reason = match error.kind() {
            ErrorKind::Io(cause) => return Self::Io(cause.to_string()),
            ErrorKind::Malformed { .. } => "malformed",
            ErrorKind::Unsupported { .. } => "unsupported",
            ErrorKind::Limit { .. } => "limit",
            ErrorKind::Invalid { .. } => "invalid",
            ErrorKind::Resource { .. } => "resource",
            _ => "refused",
        };
        let code = format!("{format}.{reason}");
        let finding = Finding::new(code, Effect::Refused, stage, error.kind().to_string());
        let location = error.location().cloned().unwrap_or_default();
        Self::Refused(Box::new(finding.at(location)))
    }

    /// Tells a person on standard error.
    pub(crate) fn tell(&self) {
        // Nobody may be listening any more; there is no one left to tell.
        let _ = writeln!(std::io::stderr(), "{self}");
    }

    /// The exit status.
    pub(crate) fn status(&self) -> u8 {
        match self {
            Self::Usage(_) => USAGE,
            Self::Refused(_) => 3,
            Self::Lossy(_) => 4,
            Self::Io(_) => 5,
        }
    }

    /// The report of a run that was refused or would have lost something; other failures have none.
    pub(crate) fn report(&self) -> Option<Report> {
        match self {
            Self::Refused(finding) => {
                let mut report = Report::new();
                report.push(Finding::clone(finding));
                Some(report)
            }
            Self::Lossy(report) => Some(report.clone()),
            Self::Usage(_) | Self::Io(_) => None,
        }
    }
}

impl fmt::Display for Failure {
    /// One line, whatever the input put into the message.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let message = match self {
            Self::Usage(why) | Self::Io(why) => why.clone(),
            Self::Refused(finding) if finding.location.is_empty() => finding.detail.clone(),
            Self::Refused(finding) => format!("{} at {}", finding.detail, finding.location),
            Self::Lossy(report) => format!(
                "not lossless: {} loss(es); nothing is written",
                report.losses().count()
            ),
        };
        write!(f, "error: {}", one_line(&message))
    }
}

/// The text with everything that would break the line, or play with a terminal, made visible.
pub(crate) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for c in text.chars() {
        let turns = matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        if c.is_control() || turns {
            line.extend(c.escape_default());
        } else {
            line.push(c);
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_breaks_a_line_or_turns_it_round() {
        assert_eq!(
            one_line("é\n\u{1b}[2J\u{2028}\u{202e}\u{2066}x"),
            "é\\n\\u{1b}[2J\\u{2028}\\u{202e}\\u{2066}x"
        );
    }
}
