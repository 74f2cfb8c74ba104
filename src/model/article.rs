//! The article.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::abstracts::Abstract;
use super::back::Back;
use super::choice::choice;
use super::credit::{Affiliation, AffiliationAlternatives, AuthorNotes, Credit, CreditGroup};
use super::custom::ProcessingMeta;
use super::extra::Extra;
use super::funding::{Funding, Grant, Support};
use super::headline::{Headline, SubjectGroup};
use super::keywords::KeywordGroup;
use super::lang::Lang;
use super::media::Supplement;
use super::publication::Publication;
use super::related::Related;
use super::rights::{LooseRights, Rights};
use super::section::{Body, Section};
use super::source::Source;
use super::text::Written;

/// One article: a news feature or a research paper, with everything that its source states.
///
/// ```
/// use separatum::Article;
/// use separatum::model::{Block, Body, Headline};
/// let mut article = Article::new("Water and salt");
/// article.standfirst = Some("Why some desert trees keep their cool.".into());
/// article.body = Some(Body::from(vec![Block::paragraph("Saxaul closes its stomata early.")]));
/// assert_eq!(article.headline.text(), "Water and salt");
/// assert!(article.credits().next().is_none());
/// ```
///
/// Source: JATS `article`, its `front` and `article-meta`, flattened. In EPUB it is the `article` element of the document,
/// in PDF the root of the tag tree.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct Article {
    /// What kind of article, as spelled: `research-article`, `news`. JATS `article/@article-type`.
    #[serde(skip_serializing_if = "super::is_default")]
    pub kind: Option<String>,
    /// Identifier. JATS `article/@id`.
    #[serde(skip_serializing_if = "super::is_default")]
    pub id: Option<String>,
    /// The language; absent when the source does not state it. JATS `article/@xml:lang`.
    #[serde(skip_serializing_if = "super::is_default")]
    pub lang: Option<Lang>,
    /// What stands above the headline, in order. JATS: `subj-group` of a kicker's type.
    #[serde(skip_serializing_if = "super::is_default")]
    pub kickers: Vec<SubjectGroup>,
    /// The headline. JATS `title-group`.
    #[serde(skip_serializing_if = "super::is_default")]
    pub headline: Headline,
    /// What stands below the headline and leads in. JATS: `abstract` of the type `teaser` with one plain paragraph.
    #[serde(skip_serializing_if = "super::is_default")]
    pub standfirst: Option<Written>,
    /// Who is credited, in groups. JATS `contrib-group`.
    #[serde(skip_serializing_if = "super::is_default")]
    pub credits: Vec<CreditGroup>,
    /// Affiliations outside of a credit group. JATS `article-meta/aff`.
    #[serde(skip_serializing_if = "super::is_default")]
    pub affiliations: Vec<Affiliation>,
    /// Affiliations in several forms each. JATS `article-meta/aff-alternatives`.
    #[serde(skip_serializing_if = "super::is_default")]
    pub affiliation_alternatives: Vec<AffiliationAlternatives>,
    /// Correspondence and notes about the authors. JATS `author-notes`.
    #[serde(skip_serializing_if = "super::is_default")]
    pub author_notes: Vec<AuthorNotes>,
    /// Where and when it was published, and under which identifiers.
    #[serde(skip_serializing_if = "super::is_default")]
    pub publication: Publication,
    /// Other subjects. JATS: `subj-group` of any other type.
    #[serde(skip_serializing_if = "super::is_default")]
    pub subjects: Vec<SubjectGroup>,
    /// Copyright and licence. JATS `permissions`.
    #[serde(skip_serializing_if = "super::is_default")]
    pub rights: Vec<Rights>,
    /// Rights as NLM 2 states them, outside of `permissions`. JATS `article-meta/copyright-statement` and the like.
    #[serde(skip_serializing_if = "super::is_default")]
    pub loose_rights: Vec<LooseRights>,
    /// Abstracts in the article's language. JATS `abstract`.
    #[serde(skip_serializing_if = "super::is_default")]
    pub abstracts: Vec<Abstract>,
    /// Abstracts in other languages. JATS `trans-abstract`.
    #[serde(skip_serializing_if = "super::is_default")]
    pub translated_abstracts: Vec<Abstract>,
    /// Keywords. JATS `kwd-group`.
    #[serde(skip_serializing_if = "super::is_default")]
    pub keywords: Vec<KeywordGroup>,
    /// Who paid. JATS `funding-group`.
    #[serde(skip_serializing_if = "super::is_default")]
    pub funding: Vec<Funding>,
    /// Money and resources. JATS `support-group`.
    #[serde(skip_serializing_if = "super::is_default")]
    pub support: Vec<Support>,
    /// Grants as NLM 2 states them. JATS `article-meta/grant-num` and the like.
    #[serde(skip_serializing_if = "super::is_default")]
    pub grants: Vec<Grant>,
    /// Articles that this one belongs to. JATS `related-article`.
    #[serde(skip_serializing_if = "super::is_default")]
    pub related: Vec<Related>,
    /// Objects that it belongs to. JATS `related-object`.
    #[serde(skip_serializing_if = "super::is_default")]
    pub related_objects: Vec<Related>,
    /// Supplementary material named in the metadata. JATS `article-meta/supplementary-material`.
    #[serde(skip_serializing_if = "super::is_default")]
    pub supplements: Vec<Supplement>,
    /// Notes in the front matter. JATS `front/notes`.
    #[serde(skip_serializing_if = "super::is_default")]
    pub notes: Vec<Section>,
    /// The body. JATS `body`.
    #[serde(skip_serializing_if = "super::is_default")]
    pub body: Option<Body>,
    /// The back matter, in its own order. JATS `back`.
    #[serde(skip_serializing_if = "super::is_default")]
    pub back: Vec<Back>,
    /// Figures and tables kept apart from the text. JATS `floats-group`.
    #[serde(skip_serializing_if = "super::is_default")]
    pub floats: Option<Body>,
    /// Articles inside this one: translations, responses, reviews. JATS `sub-article`, `response`.
    #[serde(skip_serializing_if = "super::is_default")]
    pub parts: Vec<Part>,
    /// What is said about the file itself: the tag set and its restrictions. JATS `processing-meta`.
    #[serde(skip_serializing_if = "super::is_default")]
    pub processing: Option<ProcessingMeta>,
    /// How it was spelled where it was read.
    #[serde(skip_serializing_if = "super::is_default")]
    pub source: Source,
    /// What wrappers without a type of their own hold; a wrapper that stands here is written even when it is empty.
    #[serde(skip_serializing_if = "super::is_default")]
    pub wrappers: BTreeMap<Wrapper, Extra>,
    /// What has no field of its own, in its place.
    #[serde(skip_serializing_if = "super::is_default")]
    pub extra: Extra,
}

impl Article {
    /// An article of that headline and nothing else.
    #[must_use]
    pub fn new(headline: &str) -> Self {
        Self {
            headline: headline.into(),
            ..Self::default()
        }
    }

    /// Everyone credited, in order, over all groups.
    pub fn credits(&self) -> impl Iterator<Item = &Credit> {
        self.credits.iter().flat_map(|group| &group.credits)
    }

    /// The section or desk, as text.
    #[must_use]
    pub fn section(&self) -> Option<String> {
        self.publication
            .section
            .as_ref()?
            .subjects
            .first()
            .map(Written::text)
    }
}

choice! {
    /// An article inside an article.
    pub enum Part {
        elements {
            /// A translation, a review, an abstract of a talk.
            SubArticle(Article) = "sub-article",
            /// A response to the article.
            Response(Article) = "response",
        }
        closed { SubArticle }
    }
}

/// A wrapper of JATS that has no type of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Wrapper {
    /// JATS `front`.
    Front,
    /// JATS `front-stub`: the front matter of a part.
    FrontStub,
    /// JATS `article-meta`.
    ArticleMeta,
    /// JATS `article-categories`.
    ArticleCategories,
    /// JATS `title-group`.
    TitleGroup,
    /// JATS `back`.
    Back,
    /// NLM 2 `floats-wrap`: `floats` stand in it, not in `floats-group`.
    FloatsWrap,
    /// NLM 2 `custom-meta-wrap`: `publication.custom` stands in it, not in `custom-meta-group`.
    CustomMetaWrap,
}
