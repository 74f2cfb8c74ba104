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
    let count =
        |wanted: fn(Effect) -> bool| report.iter().filter(|f| wanted(f.effect)).count() as u64;
    let numbers = [
        (count(Effect::is_loss), "lost"),
        (count(|effect| effect == Effect::Repaired), "repaired"),
        (count(|effect| effect == Effect::Noted), "noted"),
        (report.suppressed(), "more not kept"),
    ];
    let verdict = if report.is_lossless() {
        "lossless"
    } else {
        "not lossless"
    };
    let shown: Vec<_> = numbers
        .iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, what)| format!("{number} {what}"))
        .collect();
    if shown.is_empty() {
        verdict.to_owned()
    } else {
        format!("{verdict}: {}", shown.join(", "))
    }
}
