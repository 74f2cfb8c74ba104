//! The library's formats behind two functions: all that the command line knows of them.

use separatum::{
    Article, Format, Limits, MapResources, Outcome, Package, Resources, Stage, epub, jats, json,
    pdf, text,
};

use crate::args::{Attachment, Convert};
use crate::failure::Failure;

/// What the command line may ask of a reader.
#[derive(Debug)]
pub(crate) struct Reading {
    limits: Limits,
    repair: bool,
    article: Option<u32>,
    attachment: Option<Attachment>,
}

impl Reading {
    /// As asked for.
    pub(crate) fn of(args: &Convert, limits: Limits) -> Self {
        Self {
            limits,
            repair: args.repair,
            article: args.article,
            attachment: args.attachment,
        }
    }

    /// The defaults, for one of several articles.
    pub(crate) fn article(article: Option<u32>, limits: Limits) -> Self {
        Self {
            limits,
            repair: false,
            article,
            attachment: None,
        }
    }
}

/// Reads an article and the images that came with it.
pub(crate) fn read(
    from: Format,
    bytes: &[u8],
    asked: &Reading,
) -> Result<Outcome<Package>, Failure> {
    let read = match from {
        Format::Jats => jats_options(asked).read_slice(bytes).map(alone),
        Format::Epub => epub::ReadOptions::new()
            .limits(asked.limits)
            .open_slice(bytes),
        Format::Pdf => pdf_options(asked).open_slice(bytes),
        Format::Json => json::ReadOptions::new()
            .limits(asked.limits)
            .read_slice(bytes)
            .map(alone),
        Format::Text => text::ReadOptions::new()
            .limits(asked.limits)
            .read_slice(bytes)
            .map(alone),
        _ => return Err(unknown(from)),
    };
    read.map_err(|error| Failure::library(from, Stage::Read, &error))
}

fn jats_options(asked: &Reading) -> jats::ReadOptions {
    let options = jats::ReadOptions::new()
        .limits(asked.limits)
        .repair(asked.repair);
    match asked
        .article
        .and_then(|number| usize::try_from(number).ok())
    {
        Some(number) => options.article(number),
        None => options,
    }
}

fn pdf_options(asked: &Reading) -> pdf::ReadOptions {
    let options = pdf::ReadOptions::new().limits(asked.limits);
    match asked.attachment {
        Some(Attachment::Verify) => options.attachment(pdf::Attachment::Verify),
        Some(Attachment::Ignore) => options.attachment(pdf::Attachment::Ignore),
        Some(Attachment::Only) => options.attachment(pdf::Attachment::Only),
        None => options,
    }
}

/// An article that brought no images.
fn alone(read: Outcome<Article>) -> Outcome<Package> {
    Outcome {
        value: Package::new(read.value, MapResources::new()),
        report: read.report,
    }
}

/// What the command line may ask of a writer. Only packages ask for images, only PDF for fonts, only JATS for the rest.
pub(crate) struct Writing<'w> {
    /// Where images come from.
    pub(crate) figures: &'w dyn Resources,
    /// More fonts.
    pub(crate) fonts: Vec<Vec<u8>>,
    /// The JATS to convert to.
    pub(crate) jats: Option<jats::Target>,
    /// Whether elements stand on lines of their own.
    pub(crate) pretty: bool,
}

/// Writes an article.
pub(crate) fn write(
    to: Format,
    article: &Article,
    asked: Writing<'_>,
) -> Result<Outcome<Vec<u8>>, Failure> {
    let written = match to {
        Format::Jats => jats_writer(&asked).to_vec(article),
        Format::Epub => epub::WriteOptions::new()
            .resources(asked.figures)
            .to_vec(article),
        Format::Pdf => pdf::WriteOptions::new()
            .resources(asked.figures)
            .fonts(asked.fonts)
            .to_vec(article),
        Format::Json => json::to_vec(article),
        Format::Text => text::to_vec(article),
        _ => return Err(unknown(to)),
    };
    written.map_err(|error| Failure::library(to, Stage::Write, &error))
}

fn jats_writer(asked: &Writing<'_>) -> jats::WriteOptions {
    let options = jats::WriteOptions::new().pretty(asked.pretty);
    match asked.jats {
        Some(target) => options.target(target),
        None => options,
    }
}

/// A format that the library has and the command line does not.
fn unknown(format: Format) -> Failure {
    Failure::refused(
        format!("{format}.unsupported"),
        format!("{format} is not supported yet"),
    )
}
