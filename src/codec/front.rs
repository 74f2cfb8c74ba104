//! Front matter: JATS nests it, the model has it flat.

use super::article::{finish_wrapper, keep_wrapper};
use super::slots::{Builder, ChildField, Rank, Slots, Typed};
use crate::model::extra::Extra;
#[cfg(any(test, feature = "proptest"))]
use crate::model::mapping::{Field, held_by};
use crate::model::{Article, Headline, Visitor, Wrapper, Written};
use crate::tree::{Attr, Element, Node};

pub(super) fn read_front(article: &mut Article, element: Element) {
    let is_empty = element.attrs.is_empty() && element.content.is_empty();
    let mut slots = Slots::new(element);
    article.publication.journal = ChildField::take(&mut slots, &["journal-meta"], Rank::Head);
    if let Some(meta) = slots.take_if(&["article-meta"], Rank::Head, |_| true) {
        read_meta(article, Wrapper::ArticleMeta, meta);
    }
    article.notes = ChildField::take(&mut slots, &["notes"], Rank::Tail);
    keep_wrapper(article, Wrapper::Front, slots.finish(), is_empty);
}

pub(super) fn write_front(article: &Article) -> Option<Element> {
    let mut out = Builder::new("front");
    article.publication.journal.put(&mut out, &["journal-meta"]);
    out.push_some(write_meta(article, Wrapper::ArticleMeta));
    article.notes.put(&mut out, &["notes"]);
    finish_wrapper(article, Wrapper::Front, out)
}

/// One table for both directions: the fields of the article that are children of `article-meta`, in the writer's order.
///
/// The DTD lets contributors and affiliations stand in any order, and links, products and supplements too; everything else
/// stands in the order of this table.
macro_rules! meta_fields {
    ($($($path:ident).+ = $($name:literal)|+),* $(,)?) => {
        fn read_fields(article: &mut Article, slots: &mut Slots, wanted: &dyn Fn(&str) -> bool) {
            $(if wanted(first_of(&[$($name),+])) {
                article.$($path).+ = ChildField::take(slots, &[$($name),+], Rank::Head);
            })*
        }

        fn write_fields(article: &Article, out: &mut Builder, wanted: &dyn Fn(&str) -> bool) {
            $(if wanted(first_of(&[$($name),+])) {
                article.$($path).+.put(out, &[$($name),+]);
            })*
        }

        fn fields_fit(article: &Article, left: usize) -> bool {
            $(article.$($path).+.fits(left))&&*
        }

        fn walk_fields<'a>(article: &'a Article, visitor: &mut dyn Visitor<'a>) {
            $(article.$($path).+.walk(visitor);)*
        }

        /// The fields and their elements, for the documentation and the strategies.
        #[cfg(any(test, feature = "proptest"))]
        pub(crate) const META_FIELDS: &[Field] = &[$(Field::children(
            stringify!($($path).+),
            &[$($name),+],
            held_by(|article| &article.$($path).+),
        )),*];
    };
}

meta_fields! {
    publication.ids = "article-id",
    publication.versions = "article-version",
    publication.version_alternatives = "article-version-alternatives",
    credits = "contrib-group",
    affiliations = "aff",
    affiliation_alternatives = "aff-alternatives",
    author_notes = "author-notes",
    publication.content_languages = "content-language",
    publication.dates = "pub-date",
    publication.undated = "pub-date-not-available",
    publication.volumes = "volume",
    publication.volume_ids = "volume-id",
    publication.volume_series = "volume-series",
    publication.issues = "issue",
    publication.issue_ids = "issue-id",
    publication.issue_titles = "issue-title",
    publication.issue_title_groups = "issue-title-group",
    publication.issue_sponsors = "issue-sponsor",
    publication.issue_parts = "issue-part",
    publication.volume_issues = "volume-issue-group",
    publication.isbns = "isbn",
    publication.supplements = "supplement",
    publication.first_page = "fpage",
    publication.last_page = "lpage",
    publication.page_range = "page-range",
    publication.elocation_id = "elocation-id",
    publication.emails = "email",
    publication.links = "ext-link",
    publication.uris = "uri",
    publication.products = "product",
    supplements = "supplementary-material",
    publication.history = "history",
    publication.events = "pub-history",
    rights = "permissions",
    loose_rights = "copyright-statement" | "copyright-year" | "copyright-holder" | "license",
    publication.self_links = "self-uri",
    related = "related-article",
    related_objects = "related-object",
    abstracts = "abstract",
    translated_abstracts = "trans-abstract",
    keywords = "kwd-group",
    grants = "contract-num" | "contract-sponsor" | "grant-num" | "grant-sponsor",
    funding = "funding-group",
    support = "support-group",
    publication.conferences = "conference",
    publication.counts = "counts",
}

fn first_of(names: &[&'static str]) -> &'static str {
    names.first().copied().unwrap_or_default()
}

/// The fields before the categories and titles.
fn is_before_titles(name: &str) -> bool {
    matches!(
        name,
        "article-id" | "article-version" | "article-version-alternatives"
    )
}

/// The fields up to the abstracts, before which the standfirst stands.
fn is_before_abstracts(name: &str) -> bool {
    !is_before_titles(name) && !is_after_standfirst(name)
}

fn is_after_standfirst(name: &str) -> bool {
    matches!(
        name,
        "abstract"
            | "trans-abstract"
            | "kwd-group"
            | "contract-num"
            | "funding-group"
            | "support-group"
            | "conference"
            | "counts"
    )
}

pub(super) fn read_meta(article: &mut Article, wrapper: Wrapper, element: Element) {
    let is_empty = element.attrs.is_empty() && element.content.is_empty();
    let mut slots = Slots::new(element);
    read_fields(article, &mut slots, &is_before_titles);
    if let Some(categories) = slots.take_if(&["article-categories"], Rank::Head, |_| true) {
        read_categories(article, categories);
    }
    if let Some(titles) = slots.take_if(&["title-group"], Rank::Head, |_| true) {
        let headline = Headline::read(titles);
        if headline == Headline::default() {
            article
                .wrappers
                .insert(Wrapper::TitleGroup, Extra::default());
        }
        article.headline = headline;
    }
    read_fields(article, &mut slots, &is_before_abstracts);
    article.standfirst = slots
        .take_if(&["abstract"], Rank::Head, is_standfirst)
        .and_then(standfirst);
    read_fields(article, &mut slots, &is_after_standfirst);
    read_custom(article, &mut slots);
    keep_wrapper(article, wrapper, slots.finish(), is_empty);
}

/// Names and values of the publisher's own: in groups, or in the one wrap of NLM 2.
fn read_custom(article: &mut Article, slots: &mut Slots) {
    let custom = &mut article.publication.custom;
    *custom = ChildField::take(slots, &["custom-meta-group"], Rank::Head);
    if custom.is_empty() {
        *custom = ChildField::take(slots, &["custom-meta-wrap"], Rank::Head);
        if !custom.is_empty() {
            article.wrappers.entry(Wrapper::CustomMetaWrap).or_default();
        }
    }
}

pub(super) fn write_meta(article: &Article, wrapper: Wrapper) -> Option<Element> {
    let mut out = Builder::new(match wrapper {
        Wrapper::FrontStub => "front-stub",
        _ => "article-meta",
    });
    write_fields(article, &mut out, &is_before_titles);
    out.push_some(write_categories(article));
    if article.headline != Headline::default()
        || article.wrappers.contains_key(&Wrapper::TitleGroup)
    {
        out.push(article.headline.write("title-group"));
    }
    write_fields(article, &mut out, &is_before_abstracts);
    if let Some(text) = &article.standfirst {
        out.push(standfirst_element(text));
    }
    write_fields(article, &mut out, &is_after_standfirst);
    let custom = if article.wrappers.contains_key(&Wrapper::CustomMetaWrap) {
        "custom-meta-wrap"
    } else {
        "custom-meta-group"
    };
    article.publication.custom.put(&mut out, &[custom]);
    finish_wrapper(article, wrapper, out)
}

/// True when the article's front matter nests at most `left` elements below the article's metadata.
pub(super) fn fits(article: &Article, left: usize) -> bool {
    let publication = &article.publication;
    fields_fit(article, left)
        && publication.custom.fits(left)
        && publication.journal.fits(left)
        && publication.section.fits(left)
        && article.kickers.fits(left)
        && article.subjects.fits(left)
        && publication.series.fits(left)
        && publication.series_texts.fits(left)
        && article.notes.fits(left)
        && article.headline.fits(left)
        && article.standfirst.fits(left)
}

/// Shows the front matter to a visitor: titles and people first, then the rest.
pub(super) fn walk<'a>(article: &'a Article, visitor: &mut dyn Visitor<'a>) {
    article.publication.journal.walk(visitor);
    article.publication.section.walk(visitor);
    article.kickers.walk(visitor);
    article.subjects.walk(visitor);
    article.publication.series.walk(visitor);
    article.publication.series_texts.walk(visitor);
    article.headline.walk(visitor);
    article.standfirst.walk(visitor);
    walk_fields(article, visitor);
    article.publication.custom.walk(visitor);
    article.notes.walk(visitor);
}

fn read_categories(article: &mut Article, element: Element) {
    let is_empty = element.attrs.is_empty() && element.content.is_empty();
    let mut slots = Slots::new(element);
    let of_kind = |kind: &'static str| move |e: &Element| e.attr("subj-group-type") == Some(kind);
    article.publication.section = slots
        .take_if(&["subj-group"], Rank::Head, of_kind("heading"))
        .map(Typed::read);
    article.kickers = slots
        .take_all_if(&["subj-group"], Rank::Head, is_kicker)
        .into_iter()
        .map(Typed::read)
        .collect();
    article.subjects = ChildField::take(&mut slots, &["subj-group"], Rank::Head);
    article.publication.series = ChildField::take(&mut slots, &["series-title"], Rank::Head);
    article.publication.series_texts = ChildField::take(&mut slots, &["series-text"], Rank::Head);
    keep_wrapper(
        article,
        Wrapper::ArticleCategories,
        slots.finish(),
        is_empty,
    );
}

fn write_categories(article: &Article) -> Option<Element> {
    let mut out = Builder::new("article-categories");
    article.publication.section.put(&mut out, &["subj-group"]);
    article.kickers.put(&mut out, &["subj-group"]);
    article.subjects.put(&mut out, &["subj-group"]);
    article.publication.series.put(&mut out, &["series-title"]);
    article
        .publication
        .series_texts
        .put(&mut out, &["series-text"]);
    finish_wrapper(article, Wrapper::ArticleCategories, out)
}

fn is_kicker(element: &Element) -> bool {
    let group = crate::model::SubjectGroup {
        kind: element.attr("subj-group-type").map(str::to_owned),
        ..Default::default()
    };
    group.is_kicker()
}

/// The kind of abstract that is a standfirst.
const TEASER: &str = "teaser";

/// A standfirst is a teaser of one paragraph of running text, without any attribute or markup that a plain text with
/// inlines could not say.
fn is_standfirst(element: &Element) -> bool {
    let is_teaser = matches!(element.attrs.as_slice(), [a] if a.name == "abstract-type" && a.value == TEASER && a.namespace.is_none());
    let [Node::Element(paragraph)] = element.content.as_slice() else {
        return false;
    };
    is_teaser && paragraph.is("p")
}

fn standfirst(mut element: Element) -> Option<Written> {
    match element.content.pop() {
        Some(Node::Element(paragraph)) => Some(Written::read(paragraph)),
        _ => None,
    }
}

fn standfirst_element(text: &Written) -> Element {
    let mut element = Element::new("abstract");
    element.attrs.push(Attr {
        namespace: None,
        name: "abstract-type".into(),
        value: TEASER.to_owned(),
    });
    element.content.push(Node::Element(text.write("p")));
    element
}
