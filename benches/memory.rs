//! The most memory that reading JATS takes, as a multiple of the input: text, tables, formulas and references, long and
//! longer. Every measurement is a process of its own.
#![allow(clippy::print_stdout, reason = "a bench prints")]

mod support;

use std::process::Command;

use separatum::{Limits, jats};
use support::{Result, research};

/// The argument that asks the bench to be the process that reads, followed by how long the article is.
const READ: &str = "--read";

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip_while(|argument| argument != READ);
    if let Some(times) = arguments.nth(1) {
        return read(times.parse()?);
    }
    for times in [64, 512, 8192] {
        let exe = std::env::current_exe()?;
        let output = Command::new(exe)
            .args([READ, &times.to_string()])
            .output()?;
        print!("{}", String::from_utf8(output.stdout)?);
        if !output.status.success() {
            let words = String::from_utf8_lossy(&output.stderr);
            return Err(format!("{times} times: {}: {words}", output.status).into());
        }
    }
    Ok(())
}

/// Reads an article, and tells how the peak of this process's memory rose above what it was with the input alone.
fn read(times: usize) -> Result<()> {
    let xml = research(times)?;
    let before = memory("VmRSS:")?;
    let limits = Limits {
        text_bytes: usize::MAX,
        elements: usize::MAX,
        ..Limits::default()
    };
    let article = jats::ReadOptions::new().limits(limits).read_str(&xml)?;
    let after = memory("VmHWM:")?;
    let size = u64::try_from(xml.len() / 1000)?;
    println!(
        "read {size:6} kB: {:.1} x the input beside it",
        f64::from(u32::try_from(after - before)?) / f64::from(u32::try_from(size)?)
    );
    drop(article);
    Ok(())
}

/// What the system counts as this process's memory, in kB.
fn memory(what: &str) -> Result<u64> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix(what));
    let number = line.and_then(|line| line.split_whitespace().next());
    Ok(number.ok_or("no account of memory")?.parse()?)
}
