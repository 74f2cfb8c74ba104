//! The facts about an article that a container wants to know: title, people, dates, identifiers. A derived view, never read back.

/// What package metadata, XMP and Info say of an article. Plain text; absent facts are absent.
#[derive(Debug, Clone, Default)]
#[cfg_attr(not(any(feature = "epub", feature = "pdf")), allow(dead_code))]
pub(crate) struct Facts {
    /// The headline.
    pub(crate) title: Option<String>,
    /// Its subtitle.
    pub(crate) subtitle: Option<String>,
    /// The article's language, when it is a well-formed tag.
    pub(crate) lang: Option<String>,
    /// The DOI, bare.
    pub(crate) doi: Option<String>,
    /// Everyone credited, in order.
    pub(crate) creators: Vec<Creator>,
    /// Publisher's name.
    pub(crate) publisher: Option<String>,
    /// Journal or newspaper.
    pub(crate) container: Option<String>,
    /// Its ISSNs.
    pub(crate) issns: Vec<String>,
    /// Volume, issue, first and last page.
    pub(crate) volume: Option<String>,
    /// The issue.
    pub(crate) issue: Option<String>,
    /// First page, last page.
    pub(crate) pages: Option<(String, Option<String>)>,
    /// The publication date as far as stated: `2026`, `2026-03`, `2026-03-05`.
    pub(crate) published: Option<String>,
    /// The latest full date that the article states anywhere in its metadata: `2026-03-05`.
    pub(crate) latest: Option<String>,
    /// Section and keywords.
    pub(crate) subjects: Vec<String>,
    /// Standfirst, else first abstract.
    pub(crate) description: Option<String>,
    /// The licence's address.
    pub(crate) licence: Option<String>,
    /// The copyright statement, else the licence's text.
    pub(crate) rights: Option<String>,
}

/// Someone credited.
#[derive(Debug, Clone, Default)]
#[cfg_attr(not(any(feature = "epub", feature = "pdf")), allow(dead_code))]
pub(crate) struct Creator {
    /// The name as shown: "Asel Koyshybaeva".
    pub(crate) name: String,
    /// The name for sorting: "Koyshybaeva, Asel"; absent where the parts are not known.
    pub(crate) sort_name: Option<String>,
    /// The role as the article spells it: `author`, `photographer`.
    pub(crate) role: Option<String>,
    /// ORCID address.
    pub(crate) orcid: Option<String>,
}

impl Facts {
    /// The facts of an article.
    pub(crate) fn of(article: &crate::model::Article) -> Self {
        let root = &article.document.root;
        let title = find(root, "article-title").map(crate::tree::Element::text);
        Self {
            title,
            lang: root.lang().map(str::to_owned),
            ..Self::default()
        }
    }
}

/// The first element of that name.
fn find<'a>(root: &'a crate::tree::Element, name: &str) -> Option<&'a crate::tree::Element> {
    root.elements()
        .find_map(|e| if e.is(name) { Some(e) } else { find(e, name) })
}
