//! Finished pages and the tag tree: what layout hands to the PDF writer. No PDF type in it.
//!
//! Lengths are points; the origin is the top left corner of the page, y grows downwards.

use std::sync::Arc;

/// A laid-out article.
#[derive(Debug, Default)]
pub(crate) struct Pages {
    /// The pages in order.
    pub(crate) pages: Vec<Page>,
    /// The tag tree; the first is the root. Parents stand before their children.
    pub(crate) tags: Vec<Tag>,
    /// The fonts that runs refer to.
    pub(crate) fonts: Vec<FontFace>,
    /// The images that pictures refer to, each stored once.
    pub(crate) images: Vec<ImageBytes>,
    /// The outline in document order.
    pub(crate) outline: Vec<OutlineItem>,
    /// Places that links lead to: one for each tag that is a target.
    pub(crate) places: Vec<Place>,
}

/// An index into [`Pages::tags`].
pub(crate) type TagId = usize;

/// One page.
#[derive(Debug, Default)]
pub(crate) struct Page {
    /// Its width.
    pub(crate) width: f32,
    /// Its height.
    pub(crate) height: f32,
    /// What is painted, in reading order.
    pub(crate) chunks: Vec<Chunk>,
    /// Its links.
    pub(crate) links: Vec<Link>,
}

/// A run of painted things with one owner: one marked content.
#[derive(Debug)]
pub(crate) struct Chunk {
    /// To whom it belongs.
    pub(crate) owner: Owner,
    /// What is painted.
    pub(crate) items: Vec<Item>,
}

/// The owner of a chunk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Owner {
    /// Content of a tag.
    Tag(TagId),
    /// A running head.
    Header,
    /// A folio or running foot.
    Footer,
    /// A rule, a frame, a repeated table head.
    Layout,
}

/// Something painted.
#[derive(Debug)]
pub(crate) enum Item {
    /// Glyphs.
    Run(Run),
    /// A filled rectangle.
    Rule {
        /// Left edge.
        x: f32,
        /// Upper edge.
        y: f32,
        /// Width.
        width: f32,
        /// Height.
        height: f32,
        /// Red, green, blue, from 0 to 1.
        color: [f32; 3],
    },
    /// An image.
    Picture {
        /// Index into [`Pages::images`].
        image: usize,
        /// Left edge.
        x: f32,
        /// Upper edge.
        y: f32,
        /// Width.
        width: f32,
        /// Height.
        height: f32,
    },
}

/// Glyphs of one font on one baseline.
#[derive(Debug, Clone)]
pub(crate) struct Run {
    /// Index into [`Pages::fonts`].
    pub(crate) font: usize,
    /// Font size.
    pub(crate) size: f32,
    /// Red, green, blue, from 0 to 1.
    pub(crate) color: [f32; 3],
    /// Left edge of the first glyph.
    pub(crate) x: f32,
    /// The baseline.
    pub(crate) y: f32,
    /// The text of the run in logical order: exactly what reads back.
    pub(crate) text: String,
    /// The clusters in visual order, left to right; together they cover the text.
    pub(crate) clusters: Vec<Cluster>,
}

/// Glyphs that stand for a piece of text together.
#[derive(Debug, Clone)]
pub(crate) struct Cluster {
    /// First byte of its text in [`Run::text`].
    pub(crate) start: u32,
    /// The byte after its last. Equal to `start` for a glyph without text (a hyphen that the line end made).
    pub(crate) end: u32,
    /// Its glyphs, left to right. Never empty: a space that a line end swallows is a space glyph of advance 0, a
    /// character without a glyph in any font is the replacement character's glyph.
    pub(crate) glyphs: Vec<Glyph>,
}

/// A glyph and where it stands against the pen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Glyph {
    /// Its index in the font.
    pub(crate) id: u16,
    /// Shift to the right.
    pub(crate) dx: f32,
    /// Shift upwards.
    pub(crate) dy: f32,
    /// How far the pen moves.
    pub(crate) advance: f32,
}

/// A font file.
#[derive(Debug, Clone)]
pub(crate) struct FontFace {
    /// The bytes of the whole font.
    pub(crate) data: Arc<Vec<u8>>,
    /// Index in a collection.
    pub(crate) index: u32,
    /// Its PostScript name.
    pub(crate) name: String,
}

/// An image as it came.
#[derive(Debug, Clone)]
pub(crate) struct ImageBytes {
    /// The bytes.
    pub(crate) data: Arc<Vec<u8>>,
    /// The address as the article spells it: the key of the package's resources.
    pub(crate) href: String,
}

/// A link area.
#[derive(Debug, Clone)]
pub(crate) struct Link {
    /// Left, upper, right, lower edge.
    pub(crate) area: [f32; 4],
    /// Where it leads.
    pub(crate) target: Target,
    /// The tag it belongs to; that tag has a [`TagKid::Link`] for it.
    pub(crate) tag: TagId,
    /// Its description for people who do not see the page.
    pub(crate) description: String,
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Target {
    /// An address.
    Address(String),
    /// A tag of this article.
    Tag(TagId),
}

/// A heading in the outline.
#[derive(Debug, Clone)]
pub(crate) struct OutlineItem {
    /// Its depth, from 1.
    pub(crate) level: u8,
    /// Its text.
    pub(crate) title: String,
    /// The heading's tag.
    pub(crate) tag: TagId,
    /// The page, from 0.
    pub(crate) page: usize,
    /// The upper edge on it.
    pub(crate) y: f32,
}

/// Where on the pages a tag begins.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place {
    /// The tag.
    pub(crate) tag: TagId,
    /// The page, from 0.
    pub(crate) page: usize,
    /// The upper edge on it.
    pub(crate) y: f32,
}

/// One structure element.
#[derive(Debug, Default)]
pub(crate) struct Tag {
    /// Our own role: the name of the tree's element, perhaps with `.variant`; readers cut at the dot.
    pub(crate) role: String,
    /// The standard type of PDF 1.7 that the role is mapped to. One role always has the same standard type.
    pub(crate) standard: &'static str,
    /// The data that the page does not show, by key: see `pdf/tags.rs`. Values of any length.
    pub(crate) data: Vec<(&'static str, String)>,
    /// Unique identifier in the file.
    pub(crate) id: Option<String>,
    /// A well-formed language tag.
    pub(crate) lang: Option<String>,
    /// Text alternative.
    pub(crate) alt: Option<String>,
    /// For `Table` cells and `L`: attributes that the standard asks for.
    pub(crate) standard_attrs: Vec<StandardAttr>,
    /// Files that belong to it: MathML, TeX.
    pub(crate) files: Vec<AssociatedFile>,
    /// What it holds, in order.
    pub(crate) kids: Vec<TagKid>,
}

/// An attribute of the standard's own owners.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum StandardAttr {
    /// Owner Table, `Scope`: Row, Column, Both.
    Scope(&'static str),
    /// Owner Table, `ColSpan`.
    ColSpan(u32),
    /// Owner Table, `RowSpan`.
    RowSpan(u32),
    /// Owner List, `ListNumbering`.
    ListNumbering(&'static str),
    /// Owner Layout, `BBox` with Placement Block: left, upper, right, lower edge on its page.
    BBox([f32; 4]),
}

/// A file that belongs to a tag.
#[derive(Debug, Clone)]
pub(crate) struct AssociatedFile {
    /// Its name.
    pub(crate) name: &'static str,
    /// Its media type.
    pub(crate) media_type: &'static str,
    /// `Supplement` or `Source`.
    pub(crate) relationship: &'static str,
    /// Its bytes.
    pub(crate) data: Vec<u8>,
}

/// A child of a tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TagKid {
    /// Another tag.
    Tag(TagId),
    /// Marked content: page and chunk on it.
    Content(usize, usize),
    /// A link: page and index on it.
    Link(usize, usize),
}
