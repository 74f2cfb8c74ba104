//! Images, media, supplementary files.

use super::block::Block;
use super::figure::Caption;
use super::id::Identifier;
use super::lang::Lang;
use super::node::node;
use super::rights::Rights;
use super::text::Written;

node! {
    /// An image: its address as spelled, never its bytes.
    pub struct Image {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
            /// The address as spelled; often without an extension, or with a wrong one.
            href: Option<String> = "xlink:href",
            /// The kind of content as spelled.
            kind: Option<String> = "content-type",
            /// The general media type: `image`.
            mimetype: Option<String> = "mimetype",
            /// The media subtype: `png`.
            mime_subtype: Option<String> = "mime-subtype",
        }
        head {
            /// Identifiers of the object.
            ids: Vec<Identifier> = "object-id",
            /// Its label.
            label: Option<Written> = "label",
            /// Its caption.
            caption: Option<Caption> = "caption",
            /// What it shows, for people who do not see it. Absent when the article does not say it: never made up.
            alt: Option<Written> = "alt-text",
            /// The same at length.
            long_description: Option<Written> = "long-desc",
        }
        rest {
            /// Further content.
            content: Vec<Block>
        }
        tail {
            /// Who made it.
            credits: Vec<Written> = "attrib",
            /// Rights in it.
            rights: Option<Rights> = "permissions",
        }
    }
}

impl Image {
    /// An image at an address.
    #[must_use]
    pub fn new(href: impl Into<String>) -> Self {
        Self {
            href: Some(href.into()),
            ..Self::default()
        }
    }
}

node! {
    /// Video, sound or another file that is played.
    pub struct Media {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
            /// The address as spelled.
            href: Option<String> = "xlink:href",
            /// The kind of content as spelled.
            kind: Option<String> = "content-type",
            /// The general media type: `video`.
            mimetype: Option<String> = "mimetype",
            /// The media subtype: `mp4`.
            mime_subtype: Option<String> = "mime-subtype",
            /// Language.
            lang: Option<Lang> = "xml:lang",
        }
        head {
            /// Identifiers of the object.
            ids: Vec<Identifier> = "object-id",
            /// Its label.
            label: Option<Written> = "label",
            /// Its caption.
            caption: Option<Caption> = "caption",
            /// What it shows, for people who do not see it.
            alt: Option<Written> = "alt-text",
            /// The same at length.
            long_description: Option<Written> = "long-desc",
        }
        rest {
            /// Further content.
            content: Vec<Block>
        }
        tail {
            /// Who made it.
            credits: Vec<Written> = "attrib",
            /// Rights in it.
            rights: Option<Rights> = "permissions",
        }
    }
}

node! {
    /// Material that belongs to the article and is not in it.
    pub struct Supplement {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
            /// The address as spelled.
            href: Option<String> = "xlink:href",
            /// The kind of content as spelled.
            kind: Option<String> = "content-type",
            /// Where it stands: `float`, `anchor`.
            position: Option<String> = "position",
            /// The general media type.
            mimetype: Option<String> = "mimetype",
            /// The media subtype.
            mime_subtype: Option<String> = "mime-subtype",
            /// Language.
            lang: Option<Lang> = "xml:lang",
        }
        head {
            /// Identifiers of the object.
            ids: Vec<Identifier> = "object-id",
            /// Its label.
            label: Option<Written> = "label",
            /// Its caption.
            caption: Option<Caption> = "caption",
            /// What it holds, for people who cannot open it.
            alt: Option<Written> = "alt-text",
        }
        rest {
            /// Files and text.
            content: Vec<Block>
        }
        tail {
            /// Who made it.
            credits: Vec<Written> = "attrib",
            /// Rights in it.
            rights: Option<Rights> = "permissions",
        }
    }
}
