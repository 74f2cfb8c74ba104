//! The keys under which the file itself, not a tag, keeps data in its structure tree.

/// On the root tag: the digest of the article.
pub(crate) const DIGEST: &str = "digest";
/// On a tag that paints images: a JSON list of `[address, file]`, one for each image in the order painted. The file is the
/// name of the associated file with the image's bytes, or null when the painted image has them itself.
pub(crate) const IMAGES: &str = "images";
/// The name of the attached article.
pub(crate) const ATTACHMENT: &str = "article.xml";
