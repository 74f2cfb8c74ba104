//! The report of a run, as a file and for a person.

use std::io::Write as _;
use std::path::Path;

use separatum::{Effect, Report};

use crate::failure::{Failure, one_line};
use crate::output::Staged;

/// So many losses are shown; the report file has them all.
const SHOWN: usize = 20;

/// The report as JSON, for a file.
pub(crate) fn json(report: &Report) -> Result<Vec<u8>, Failure> {
    let mut json =
        serde_json::to_vec_pretty(report).map_err(|error| Failure::Io(error.to_string()))?;
    json.push(b'\n');
    Ok(json)
}

/// Writes the report at once.
pub(crate) fn write(path: &Path, report: &Report) -> Result<(), Failure> {
    Staged::new(path, &json(report)?)?.commit()
}

/// Tells a person on standard error what was lost, and how much was mended or decided.
pub(crate) fn tell(report: &Report) {
    let mut out = std::io::stderr().lock();
    for loss in report.losses().take(SHOWN) {
        let _ = writeln!(out, "{}", one_line(&loss.to_string()));
    }
    if !report.findings().is_empty() {
        let _ = writeln!(out, "{}", summary(report));
    }
}

/// The numbers of a report in one line.
pub(crate) fn summary(report: &Report) -> String {
    let count = |wanted: fn(Effect) -> bool| report.iter().filter(|f| wanted(f.effect)).count();
    let losses = count(Effect::is_loss);
    let repairs = count(|effect| effect == Effect::Repaired);
    let notes = count(|effect| effect == Effect::Noted);
    let verdict = if report.is_lossless() {
        "lossless"
    } else {
        "not lossless"
    };
    let beyond = match report.suppressed() {
        0 => String::new(),
        more => format!(", {more} more not kept"),
    };
    format!("{verdict}: {losses} lost, {repairs} repaired, {notes} noted{beyond}")
}
