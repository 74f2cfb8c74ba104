//! `separatum inspect`: an article for a person.

mod counts;
mod facts;
mod outline;

use std::io::{self, Write};

use separatum::{Article, Format, Limits, Report};

use crate::args::Inspect;
use crate::failure::{Failure, one_line};
use crate::{formats, input, report};

use counts::Counts;

/// Prints what the file holds.
pub(crate) fn run(args: &Inspect) -> Result<(), Failure> {
    let limits = Limits::default();
    let bytes = input::read(&args.file, &limits)?;
    let format = input::format(input::claimed(None, &args.file), &bytes)?;
    let read = formats::read(
        format,
        &bytes,
        &formats::Reading::article(args.article, limits),
    )?;
    let counts = Counts::of(&read.value.article)?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    let printed = print(&mut out, format, &read.value.article, &counts, &read.report);
    match printed.and_then(|()| out.flush()) {
        // Whoever read along has seen enough.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::Io(error.to_string()))
        }
        _ => Ok(()),
    }
}

fn print(
    out: &mut impl Write,
    format: Format,
    article: &Article,
    counts: &Counts,
    found: &Report,
) -> io::Result<()> {
    for line in facts::lines(format, article) {
        writeln!(out, "{}", one_line(&line))?;
    }
    section(out, "Credits", facts::credits(article))?;
    section(out, "Outline", outline::lines(article))?;
    section(out, "Counts", counts.lines())?;
    section(out, "Findings", findings(found))
}

/// A heading and its lines, indented; nothing when there are none.
fn section(out: &mut impl Write, heading: &str, lines: Vec<String>) -> io::Result<()> {
    if lines.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n{heading}")?;
    for line in lines {
        writeln!(out, "  {}", one_line(&line))?;
    }
    Ok(())
}

fn findings(found: &Report) -> Vec<String> {
    let all = found.iter().map(ToString::to_string);
    std::iter::once(report::summary(found)).chain(all).collect()
}
