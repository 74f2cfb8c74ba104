//! What a conversion would lose: `cargo run --example inspect_losses -- examples/data/research.xml`.
//!
//! Plain text holds no markup, so writing an article as text is a good way to see losses.
#![allow(clippy::print_stdout, reason = "an example is there to show something")]

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use separatum::{Report, jats, text};

fn main() -> Result<(), Box<dyn Error>> {
    let input = std::env::args().nth(1).map(PathBuf::from);
    let report = run(&input.unwrap_or_else(|| "examples/data/research.xml".into()))?;
    println!(
        "{}",
        if report.is_lossless() {
            "lossless"
        } else {
            "not lossless"
        }
    );
    // Codes are stable: programs may rely on them.
    let mut by_code = BTreeMap::<_, usize>::new();
    for loss in report.losses() {
        *by_code
            .entry((loss.code.as_ref(), loss.effect.to_string()))
            .or_default() += 1;
    }
    for ((code, effect), count) in by_code {
        println!("{count:5} {effect} [{code}]");
    }
    // Each finding has a place and says in words what happened.
    for loss in report.losses().take(5) {
        println!("{loss}");
    }
    Ok(())
}

/// The report of reading a JATS file and writing it as text.
pub(crate) fn run(input: &Path) -> Result<Report, Box<dyn Error>> {
    let read = jats::from_slice(&fs::read(input)?)?;
    let mut report = read.report;
    // A conversion's report is its reader's and its writer's.
    report.extend(text::to_string(&read.value)?.report);
    Ok(report)
}
