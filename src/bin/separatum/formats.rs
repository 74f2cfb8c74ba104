//! The library's formats behind two functions: all that the command line knows of them.

use separatum::{Format, Limits, Outcome, Package, Resources};

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
    let _ = (bytes, asked);
    Err(Failure::refused(
        format!("{from}.unsupported"),
        format!("{from} is not read yet"),
    ))
}

/// Writes an article. Only packages ask for images, only PDF for fonts.
pub(crate) fn write(
    to: Format,
    package: &Package,
    figures: &dyn Resources,
    fonts: Vec<Vec<u8>>,
) -> Result<Outcome<Vec<u8>>, Failure> {
    let _ = (package, figures, fonts);
    Err(Failure::refused(
        format!("{to}.unsupported"),
        format!("{to} is not written yet"),
    ))
}
