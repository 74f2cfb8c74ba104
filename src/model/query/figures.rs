//! Figures with their images and credits.

use crate::codec::slots::Typed;
use crate::model::figure::{Figure, FigureGroup};
use crate::model::media::Image;
use crate::model::text::Written;
use crate::model::{Article, Block, Visitor};

/// A figure where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct PlacedFigure<'a> {
    /// The figure.
    pub figure: &'a Figure,
    /// The group that it stands in, for figures of a group.
    pub group: Option<&'a FigureGroup>,
}

impl<'a> PlacedFigure<'a> {
    /// Its images.
    pub fn images(&self) -> impl Iterator<Item = &'a Image> {
        self.figure.images()
    }

    /// Who made it: its own credits and those of its images; where it has none, those of its group.
    #[must_use]
    pub fn credits(&self) -> Vec<String> {
        let images = self.images().flat_map(|image| &image.credits);
        let own: Vec<String> = self
            .figure
            .credits
            .iter()
            .chain(images)
            .map(Written::text)
            .collect();
        let around = self.group.iter().flat_map(|group| &group.credits);
        if own.is_empty() {
            around.map(Written::text).collect()
        } else {
            own
        }
    }
}

impl Article {
    /// The figures, wherever they stand: in the text, in groups, among the floats, in articles inside this one.
    ///
    /// ```
    /// use separatum::Article;
    /// use separatum::model::{Body, Figure, Image};
    /// let mut article = Article::new("A harbour");
    /// let figure = Figure::new(Image::new("harbour.jpg")).with_credit("A. Li");
    /// article.body = Some(Body::from(vec![figure.into()]));
    /// let figures = article.figures();
    /// assert_eq!(figures[0].images().next().unwrap().href.as_deref(), Some("harbour.jpg"));
    /// assert_eq!(figures[0].credits(), ["A. Li"]);
    /// ```
    #[must_use]
    pub fn figures(&self) -> Vec<PlacedFigure<'_>> {
        let mut figures = Figures::default();
        self.visit(&mut figures);
        figures.found
    }
}

/// Gathers figures, each with its group.
#[derive(Default)]
struct Figures<'a> {
    found: Vec<PlacedFigure<'a>>,
    group: Option<&'a FigureGroup>,
}

impl<'a> Visitor<'a> for Figures<'a> {
    fn block(&mut self, block: &'a Block) -> bool {
        match block {
            Block::Figure(figure) => {
                let group = self.group;
                self.found.push(PlacedFigure { figure, group });
                true
            }
            Block::FigureGroup(group) => {
                let around = self.group.replace(group);
                group.walk(self);
                self.group = around;
                false
            }
            _ => true,
        }
    }
}
