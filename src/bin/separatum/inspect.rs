//! `separatum inspect`: an article for a person.

use std::io::{self, Write};

use separatum::{Limits, Report};

use crate::args::Inspect;
use crate::failure::{Failure, one_line};
use crate::{formats, input, report};

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
    let mut out = io::BufWriter::new(io::stdout().lock());
    match findings(&mut out, &read.report).and_then(|()| out.flush()) {
        // Whoever read along has seen enough.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::Io(error.to_string()))
        }
        _ => Ok(()),
    }
}

fn findings(out: &mut impl Write, found: &Report) -> io::Result<()> {
    writeln!(out, "\nReading it: {}", report::summary(found))?;
    for finding in found {
        writeln!(out, "  {}", one_line(&finding.to_string()))?;
    }
    Ok(())
}
