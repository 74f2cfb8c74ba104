//! Figures, their groups, their captions.

use super::abstracts::Abstract;
use super::block::Block;
use super::flow::Flow;
use super::id::Identifier;
use super::keywords::KeywordGroup;
use super::lang::Lang;
use super::media::Image;
use super::nested::Nested;
use super::node::node;
use super::rights::Rights;
use super::text::Written;

node! {
    /// A figure: one image or several, label, caption, credit, rights.
    ///
    /// ```
    /// use separatum::model::{Figure, Image};
    /// let figure = Figure::new(Image::new("harbour.jpg")).with_caption("The harbour at dawn.");
    /// assert_eq!(figure.images().next().and_then(|i| i.href.as_deref()), Some("harbour.jpg"));
    /// ```
    pub struct Figure {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
            /// The kind of figure as spelled.
            kind: Option<String> = "fig-type",
            /// Where it stands: `float`, `anchor`.
            position: Option<String> = "position",
            /// `portrait` or `landscape`.
            orientation: Option<String> = "orientation",
            /// Language.
            lang: Option<Lang> = "xml:lang",
        }
        head {
            /// Identifiers of the object.
            ids: Vec<Identifier> = "object-id",
            /// Its label: "Figure 1".
            label: Option<Written> = "label",
            /// Its caption.
            caption: Option<Caption> = "caption",
            /// Abstracts of the figure.
            abstracts: Vec<Abstract> = "abstract",
            /// Keywords of the figure.
            keywords: Vec<KeywordGroup> = "kwd-group",
            /// What it shows, for people who do not see it.
            alt: Option<Written> = "alt-text",
            /// The same at length.
            long_description: Option<Written> = "long-desc",
        }
        rest {
            /// Images and what else the figure shows.
            content: Vec<Block>
        }
        tail {
            /// Who made it: the photo credit.
            credits: Vec<Written> = "attrib",
            /// Rights in it.
            rights: Option<Rights> = "permissions",
        }
    }
}

impl Figure {
    /// A figure of one image.
    #[must_use]
    pub fn new(image: Image) -> Self {
        Self {
            content: vec![Block::Image(Nested::new(image))],
            ..Self::default()
        }
    }

    /// The figure with a caption of one paragraph.
    #[must_use]
    pub fn with_caption(mut self, text: &str) -> Self {
        self.caption = Some(Caption::new(text));
        self
    }

    /// The figure with a credit.
    #[must_use]
    pub fn with_credit(mut self, text: &str) -> Self {
        self.credits.push(text.into());
        self
    }

    /// Its images, those in alternatives included.
    pub fn images(&self) -> impl Iterator<Item = &Image> {
        self.content.iter().flat_map(|block| match block {
            Block::Image(image) => vec![&**image],
            Block::Alternatives(forms) => forms
                .content
                .iter()
                .filter_map(|form| match form {
                    Flow::Block(Block::Image(image)) => Some(&**image),
                    _ => None,
                })
                .collect(),
            _ => Vec::new(),
        })
    }
}

node! {
    /// Figures that belong together, with a caption of their own.
    pub struct FigureGroup {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
            /// The kind of content as spelled.
            kind: Option<String> = "content-type",
            /// Where it stands: `float`, `anchor`.
            position: Option<String> = "position",
        }
        head {
            /// Identifiers of the object.
            ids: Vec<Identifier> = "object-id",
            /// Its label.
            label: Option<Written> = "label",
            /// Its caption.
            caption: Option<Caption> = "caption",
        }
        rest {
            /// The figures.
            content: Vec<Block>
        }
        tail {
            /// Who made them.
            credits: Vec<Written> = "attrib",
            /// Rights in them.
            rights: Option<Rights> = "permissions",
        }
    }
}

node! {
    /// A caption: a title, paragraphs, or both.
    pub struct Caption {
        attrs {
            /// Identifier.
            id: Option<String> = "id",
            /// Language.
            lang: Option<Lang> = "xml:lang",
        }
        head {
            /// Its title.
            title: Option<Written> = "title",
        }
        rest {
            /// Its text.
            content: Vec<Block>
        }
    }
}

impl Caption {
    /// A caption of one paragraph.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self {
            content: vec![Block::paragraph(text)],
            ..Self::default()
        }
    }
}
