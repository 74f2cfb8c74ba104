//! From finished pages to the bytes of a PDF: PDF 1.7, PDF/UA-1 and PDF/A-3a.
//!
//! printpdf makes pages, content streams and font dictionaries; a pass over its objects adds everything structural.

mod annotations;
mod attributes;
mod content;
mod files;
mod fonts;
mod images;
mod metadata;
mod outline;
mod pass;
mod structure;
mod text;
mod tounicode;

#[cfg(test)]
pub(crate) mod tests;

use std::fmt::Write as _;

use lopdf::{Object, ObjectId, StringFormat, dictionary};
use printpdf::{PdfDocument, PdfSaveOptions};
use sha2::{Digest, Sha256};

use self::files::File;
use self::fonts::FontPlan;
use self::pass::{Pass, unexpected};
use self::text::text_string;
use crate::error::Result;
use crate::facts::Facts;
use crate::limits::Limits;
use crate::pdf::keys;
use crate::pdf::page::Pages;

/// What the file says of its article besides the pages.
#[derive(Debug)]
pub(crate) struct About<'a> {
    /// The article's facts.
    pub(crate) facts: &'a Facts,
    /// The digest of the article.
    pub(crate) digest: &'a str,
    /// The article as JATS, to be attached.
    pub(crate) jats: Option<&'a str>,
    /// How large images may be.
    pub(crate) limits: &'a Limits,
}

/// The bytes of a PDF. The same pages give the same bytes.
///
/// # Errors
/// Pages that refer to what is not there, fonts and images that cannot be embedded.
pub(crate) fn write(pages: &Pages, about: &About<'_>) -> Result<Vec<u8>> {
    let mut plan = FontPlan::of(pages);
    let mut document = PdfDocument::new("");
    plan.embed(&pages.fonts, &mut document)?;
    let (sheets, marks) = content::write(pages, &plan)?;
    document.with_pages(sheets);
    let options = PdfSaveOptions {
        optimize: true,
        subset_fonts: false,
        // Our own content names images by an operator that printpdf has no word for.
        secure: false,
        image_optimization: None,
    };
    let objects = printpdf::serialize::to_lopdf_doc(&document, &options, &mut Vec::new());
    let mut pass = Pass::new(objects, pages);
    tounicode::write(&mut pass, &plan)?;
    pass.images = images::store(&mut pass.document, &pages.images, about.limits)?;
    image_names(&mut pass)?;
    annotations::write(&mut pass)?;
    let extra = [(keys::DIGEST, about.digest)];
    let tree = structure::write(&mut pass, &marks, &extra)?;
    catalog(&mut pass, about, tree)?;
    save(pass.document)
}

fn image_names(pass: &mut Pass<'_>) -> Result<()> {
    let pictures: Vec<ObjectId> = pass.images.iter().map(|image| image.picture).collect();
    if pictures.is_empty() {
        return Ok(());
    }
    let names = pass.shared("XObject")?;
    for (index, picture) in pictures.into_iter().enumerate() {
        names.set(content::image_name(index), picture);
    }
    Ok(())
}

fn catalog(pass: &mut Pass<'_>, about: &About<'_>, tree: ObjectId) -> Result<()> {
    let outline = outline::write(pass)?;
    let attachment = about
        .jats
        .map(|jats| attach(&mut pass.document, about.facts, jats));
    let xmp = metadata::xmp(&mut pass.document, about.facts);
    let intent = metadata::output_intent(&mut pass.document);
    metadata::info(&mut pass.document, about.facts);
    "1.7".clone_into(&mut pass.document.version);
    let root = pass
        .document
        .trailer
        .get(b"Root")
        .and_then(Object::as_reference)
        .map_err(unexpected)?;
    let catalog = pass.dictionary(root)?;
    catalog.remove(b"PageLayout");
    catalog.set("Lang", text_string(metadata::language(about.facts)));
    catalog.set(
        "MarkInfo",
        dictionary! { "Marked" => true, "UserProperties" => true },
    );
    catalog.set("StructTreeRoot", tree);
    if let Some(outline) = outline {
        catalog.set("Outlines", outline);
        catalog.set("PageMode", "UseOutlines");
    }
    catalog.set(
        "ViewerPreferences",
        dictionary! { "DisplayDocTitle" => true },
    );
    catalog.set(
        "PageLabels",
        dictionary! { "Nums" => vec![0.into(), dictionary! { "S" => "D" }.into()] },
    );
    if let Some(file) = attachment {
        let names = vec![text_string(keys::ATTACHMENT), file.into()];
        catalog.set(
            "Names",
            dictionary! { "EmbeddedFiles" => dictionary! { "Names" => names } },
        );
        catalog.set("AF", vec![Object::from(file)]);
    }
    catalog.set("Metadata", xmp);
    catalog.set("OutputIntents", vec![Object::from(intent)]);
    Ok(())
}

fn attach(document: &mut lopdf::Document, facts: &Facts, jats: &str) -> ObjectId {
    let (date, _) = text::dates(facts.latest.as_deref());
    let file = File {
        name: keys::ATTACHMENT,
        media_type: "application/jats+xml",
        relationship: "Source",
        description: "The article as JATS XML",
        data: jats.as_bytes(),
        date: Some(&date),
    };
    files::add(document, &file)
}

/// Saves with object streams, and an identifier made from all other bytes.
fn save(mut document: lopdf::Document) -> Result<Vec<u8>> {
    let placeholder = Object::String(vec![0; 16], StringFormat::Hexadecimal);
    document
        .trailer
        .set("ID", vec![placeholder.clone(), placeholder]);
    document.compress();
    let options = lopdf::SaveOptions::builder()
        .use_object_streams(true)
        .use_xref_streams(true)
        .max_objects_per_stream(200)
        .compression_level(9)
        .build();
    let mut bytes = Vec::new();
    document.save_with_options(&mut bytes, options)?;
    let mut digest = String::new();
    for byte in Sha256::digest(&bytes).iter().take(16) {
        let _ = write!(digest, "{byte:02X}");
    }
    let blank = "0".repeat(32);
    // The trailer stands last.
    for _ in 0..2 {
        let at = bytes
            .windows(blank.len())
            .rposition(|window| window == blank.as_bytes());
        if let Some(place) = at.and_then(|at| bytes.get_mut(at..at + digest.len())) {
            place.copy_from_slice(digest.as_bytes());
        }
    }
    Ok(bytes)
}
