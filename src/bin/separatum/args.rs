//! What may be asked for, and what makes no sense together.

use std::path::{Path, PathBuf};

use clap::{Parser, Subcommand, ValueEnum};
use separatum::{Format, jats};

use crate::failure::Failure;

/// One article through JATS XML, EPUB and PDF and back, with nothing lost on the way.
///
/// Exit status: 0 done; 2 wrong usage; 3 input refused; 4 --strict and something was or would be lost; 5 input or output
/// failed.
#[derive(Debug, Parser)]
#[command(name = "separatum", version)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Reads an article in one format and writes it in another.
    ///
    /// Formats are jats, epub, pdf, json and text, told by extension (.xml .nxml .jats .epub .pdf .json .txt) and content.
    /// Figures are looked up beside INPUT. What was lost, mended or decided is told on standard error.
    Convert(Convert),
    /// Prints an article's outline, credits, counts and findings.
    Inspect(Inspect),
}

/// `separatum convert`
#[derive(Debug, clap::Args)]
pub(crate) struct Convert {
    /// The file to read, or - for standard input.
    pub(crate) input: PathBuf,
    /// The file to write, or - for standard output.
    pub(crate) output: PathBuf,
    /// The format of INPUT, whatever its name says.
    #[arg(long, value_name = "F")]
    pub(crate) from: Option<Format>,
    /// The format of OUTPUT, whatever its name says.
    #[arg(long, value_name = "F")]
    pub(crate) to: Option<Format>,
    /// Where to write what was lost, mended or decided, as JSON.
    #[arg(long, value_name = "FILE")]
    pub(crate) report: Option<PathBuf>,
    /// Write nothing when something was or would be lost (exit status 4).
    #[arg(long)]
    pub(crate) strict: bool,
    /// Mend JATS input that uses well-known prefixes without declaring them, or named characters without a DTD.
    #[arg(long)]
    pub(crate) repair: bool,
    /// Where to put the images that came inside an EPUB or a PDF.
    #[arg(long, value_name = "DIR")]
    pub(crate) media: Option<PathBuf>,
    /// A font for the PDF beside those it brings; may be given several times.
    #[arg(long = "font", value_name = "FILE")]
    pub(crate) fonts: Vec<PathBuf>,
    /// Which of several articles in a JATS file, counted from 1.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) article: Option<u32>,
    /// What to do with the JATS attached to a PDF: compare it, ignore it, or read nothing else.
    #[arg(long, value_name = "HOW")]
    pub(crate) attachment: Option<Attachment>,
    /// The JATS to convert to: archiving, publishing or authoring, with -1.2, -1.3 or -1.4 behind it; as read without this.
    #[arg(long, value_name = "TARGET")]
    pub(crate) jats: Option<jats::Target>,
    /// Set elements of JATS output on lines of their own where white space says nothing.
    #[arg(long)]
    pub(crate) pretty: bool,
}

/// `separatum inspect`
#[derive(Debug, clap::Args)]
pub(crate) struct Inspect {
    /// The file to read, or - for standard input.
    pub(crate) file: PathBuf,
    /// Which of several articles in a JATS file, counted from 1.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) article: Option<u32>,
}

/// What to do with the JATS attached to a PDF.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Attachment {
    /// Read the pages' tags, compare the attachment with them.
    Verify,
    /// Read the pages' tags, do not look at the attachment.
    Ignore,
    /// Read the attachment alone.
    Only,
}

impl Convert {
    /// The format to write: as asked for, else as OUTPUT's name says.
    pub(crate) fn target(&self) -> Result<Format, Failure> {
        self.to
            .or_else(|| Format::from_path(&self.output))
            .ok_or_else(|| {
                let name = self.output.display();
                Failure::usage(format!("the format of {name} cannot be told: --to says it"))
            })
    }

    /// Refuses options that make no sense for these formats. The format read may not be known yet.
    pub(crate) fn check(&self, from: Option<Format>, to: Format) -> Result<(), Failure> {
        let package = from.is_none_or(Format::is_package);
        let rules = [
            (
                self.repair,
                "--repair is for JATS input",
                from.is_none_or(|f| f == Format::Jats),
            ),
            (
                self.article.is_some(),
                "--article is for JATS input",
                from.is_none_or(|f| f == Format::Jats),
            ),
            (
                self.attachment.is_some(),
                "--attachment is for PDF input",
                from.is_none_or(|f| f == Format::Pdf),
            ),
            (
                self.media.is_some(),
                "--media is for EPUB and PDF input, which hold images",
                package,
            ),
            (
                !self.fonts.is_empty(),
                "--font is for PDF output",
                to == Format::Pdf,
            ),
            (
                self.jats.is_some(),
                "--jats is for JATS output",
                to == Format::Jats,
            ),
            (
                self.pretty,
                "--pretty is for JATS output",
                to == Format::Jats,
            ),
        ];
        match rules
            .into_iter()
            .find(|&(given, _, sensible)| given && !sensible)
        {
            Some((_, why, _)) => Err(Failure::usage(why)),
            None => Ok(()),
        }
    }
}

/// True for the name that stands for standard input or output.
pub(crate) fn is_standard(path: &Path) -> bool {
    path.as_os_str() == "-"
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory as _;

    #[test]
    fn the_command_line_is_sound() {
        Args::command().debug_assert();
    }
}
