//! Themes: how pages look, as data. Words are none of it: those stand in [`crate::present`].

/// How pages look. Lengths are points.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Theme {
    /// The page.
    pub(crate) width: f32,
    /// The page.
    pub(crate) height: f32,
    /// Between the upper edge and the text.
    pub(crate) top: f32,
    /// Between the text and the lower edge.
    pub(crate) bottom: f32,
    /// Between the left edge and the text, and between the text and the right edge.
    pub(crate) side: f32,
    /// The size of running text.
    pub(crate) body: f32,
    /// The size of abstracts, quotations, lists of references.
    pub(crate) small: f32,
    /// The size of notes, affiliations, captions and what is about the article.
    pub(crate) fine: f32,
    /// The size of table text, and the smallest that a wide table is set in.
    pub(crate) table: (f32, f32),
    /// The size of the headline.
    pub(crate) headline: f32,
    /// The size of the headline of an article in the article: a response, a translation.
    pub(crate) part: f32,
    /// The size of the standfirst.
    pub(crate) standfirst: f32,
    /// The sizes of headings below it, by level.
    pub(crate) headings: [f32; 4],
    /// Baseline to baseline, as a multiple of the size.
    pub(crate) leading: f32,
    /// The indent of quotations and of a paragraph's first line.
    pub(crate) indent: f32,
    /// The width that labels of lists hang in.
    pub(crate) hang: f32,
    /// The colour of text.
    pub(crate) ink: [f32; 3],
    /// The colour of kickers.
    pub(crate) accent: [f32; 3],
    /// The colour of links.
    pub(crate) link: [f32; 3],
    /// The colour of what is less important.
    pub(crate) muted: [f32; 3],
    /// The colour of rules.
    pub(crate) rule: [f32; 3],
}

impl Default for Theme {
    fn default() -> Self {
        Self {
            width: 595.28,
            height: 841.89,
            top: 72.0,
            bottom: 72.0,
            side: 106.0,
            body: 11.0,
            small: 9.8,
            fine: 8.6,
            table: (8.5, 6.5),
            headline: 22.0,
            part: 17.0,
            standfirst: 13.2,
            headings: [14.0, 12.2, 11.2, 11.0],
            leading: 1.32,
            indent: 14.0,
            hang: 18.0,
            ink: [0.08, 0.08, 0.08],
            accent: [0.62, 0.13, 0.13],
            link: [0.05, 0.2, 0.5],
            muted: [0.38, 0.38, 0.38],
            rule: [0.45, 0.45, 0.45],
        }
    }
}

impl Theme {
    /// The width of the text.
    pub(crate) fn measure(&self) -> f32 {
        self.width - 2.0 * self.side
    }

    /// The height of the text.
    pub(crate) fn depth(&self) -> f32 {
        self.height - self.top - self.bottom
    }
}
