//! `separatum convert`: one file in, one file out, and nothing left behind by a run that failed.

use std::path::Path;

use separatum::{DirectoryResources, Format, Limits, NoResources, Package, Report, Resources};

use crate::args::{Convert, is_standard};
use crate::failure::Failure;
use crate::media::{self, Placed};
use crate::output::{self, Staged};
use crate::{formats, input, paths, report};

/// Converts as asked for.
pub(crate) fn run(args: &Convert) -> Result<(), Failure> {
    let to = args.target()?;
    let claimed = input::claimed(args.from, &args.input);
    paths::check(args)?;
    args.check(claimed, to)?;
    output::check_terminal(&args.output, to)?;
    let result = convert(args, claimed, to);
    if let Err(failure) = &result
        && let (Some(path), Some(found)) = (&args.report, failure.report())
    {
        // Both are told: why there is no result, and why there is no report of it.
        report::write(path, &found).inspect_err(|_| failure.tell())?;
    }
    result
}

fn convert(args: &Convert, claimed: Option<Format>, to: Format) -> Result<(), Failure> {
    let limits = Limits::default();
    let bytes = input::read(&args.input, &limits)?;
    let from = input::format(claimed, &bytes)?;
    args.check(Some(from), to)?;
    let fonts = fonts(args, &limits)?;
    let read = formats::read(from, &bytes, &formats::Reading::of(args, limits))?;
    let figures = figures(args, from, &read.value, limits)?;
    let asked = formats::Writing {
        figures: figures.as_ref(),
        fonts,
        jats: args.jats,
        pretty: args.pretty,
    };
    let written = formats::write(to, &read.value.article, asked)?;
    let mut report = read.report;
    report.extend(written.report);
    if args.media.is_none() && !to.is_package() {
        media::dropped(&read.value.resources, &mut report);
    }
    if args.strict && !report.is_lossless() {
        report::tell(&report);
        return Err(Failure::Lossy(report));
    }
    place(args, &written.value, &read.value, report)
}

/// Puts output, images and report in place: the first two can still be taken back when a later one fails.
fn place(
    args: &Convert,
    bytes: &[u8],
    package: &Package,
    mut report: Report,
) -> Result<(), Failure> {
    let output = Staged::new(&args.output, bytes)?;
    let images = match &args.media {
        Some(folder) => Placed::new(folder, &package.resources, &mut report)?,
        None => Placed::default(),
    };
    let json = report::json(&report)?;
    let file = args
        .report
        .as_deref()
        .map(|path| Staged::new(path, &json))
        .transpose()?;
    output.commit()?;
    images.keep();
    file.map_or(Ok(()), Staged::commit)?;
    report::tell(&report);
    Ok(())
}

/// Where the writer finds images: inside the package that was read, else beside the input file.
fn figures<'a>(
    args: &Convert,
    from: Format,
    package: &'a Package,
    limits: Limits,
) -> Result<Box<dyn Resources + 'a>, Failure> {
    if from.is_package() {
        return Ok(Box::new(package));
    }
    if is_standard(&args.input) {
        return Ok(Box::new(NoResources));
    }
    let folder = match args.input.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    DirectoryResources::new(folder, limits)
        .map(|figures| Box::new(figures) as Box<dyn Resources>)
        .map_err(|error| Failure::Io(format!("{}: {error}", folder.display())))
}

/// The bytes of the fonts asked for.
fn fonts(args: &Convert, limits: &Limits) -> Result<Vec<Vec<u8>>, Failure> {
    args.fonts
        .iter()
        .map(|path| input::read(path, limits))
        .collect()
}
