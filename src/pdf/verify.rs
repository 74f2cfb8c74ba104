//! Which article a PDF holds: what is tagged, confirmed or not by the digest and the attachment.

use super::options::Attachment;
use super::read::{Parts, TaggedSource};
use super::tags;
use crate::digest::digest;
use crate::error::{Error, Result};
use crate::limits::Limits;
use crate::report::{Effect, Finding, Location, Report, Stage};
use crate::resources::MapResources;
use crate::tree::Document;

/// The article and its images, under a policy for the attachment.
pub(super) fn read(
    source: &impl TaggedSource,
    policy: Attachment,
    limits: &Limits,
    report: &mut Report,
) -> Result<(Document, MapResources)> {
    if policy == Attachment::Only {
        let attached = source
            .attachment()?
            .ok_or_else(|| Error::unsupported("the PDF has no article attached"))?;
        let document = attached_document(&attached, limits)?;
        // Of a PDF that is not ours there are no images to be had.
        let images = source.parts().map(|parts| parts.images).unwrap_or_default();
        return Ok((document, images));
    }
    let Parts {
        tags,
        images,
        digest: stated,
    } = source.parts()?;
    let document = tags::to_document(&tags, report)?;
    if stated.is_some() && stated != Some(digest(&document)?) {
        let detail = "the tagged article is not the one that was written: the file was edited, or written by another version";
        report.push(note("pdf.edited", detail.to_owned()));
    }
    if policy == Attachment::Verify
        && let Some(attached) = source.attachment()?
    {
        compare(&document, &attached, limits, report);
    }
    Ok((document, images))
}

fn note(code: &'static str, detail: String) -> Finding {
    Finding::new(code, Effect::Noted, Stage::Read, detail)
}

fn compare(document: &Document, attached: &[u8], limits: &Limits, report: &mut Report) {
    match attached_document(attached, limits) {
        Ok(attached) if attached == *document => {}
        Ok(attached) => {
            let path = document.root.difference(&attached.root).unwrap_or_default();
            let detail = "the attached article differs from the tagged one, which is what people see and what was read";
            let place = Location::new().path(format!("/{}{path}", document.root.name));
            report.push(note("pdf.attachment-differs", detail.to_owned()).at(place));
        }
        Err(error) => {
            report.push(note(
                "pdf.attachment-unreadable",
                format!("the attached article was not compared: {error}"),
            ));
        }
    }
}

#[cfg(feature = "jats")]
fn attached_document(xml: &[u8], limits: &Limits) -> Result<Document> {
    let options = crate::jats::ReadOptions::new().limits(*limits);
    Ok(crate::jats::read_document(xml, &options)?.value)
}

#[cfg(not(feature = "jats"))]
fn attached_document(_xml: &[u8], _limits: &Limits) -> Result<Document> {
    Err(Error::unsupported(
        "an attached article, without the feature `jats`",
    ))
}
