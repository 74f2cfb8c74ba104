//! The facts about an article that a container wants to know: title, people, dates, identifiers. A derived view, never read back.

use std::collections::BTreeSet;

use crate::codec::slots::Typed;
use crate::model::{
    Article, Credit, CreditName, Issn, Journal, Lang, Licence, Orcid, Written, plain,
};
use crate::tree::{Element, Node};

/// What package metadata, XMP and Info say of an article. Plain text; absent facts are absent.
#[derive(Debug, Clone, Default, PartialEq)]
#[cfg_attr(not(any(feature = "epub", feature = "pdf")), allow(dead_code))]
pub(crate) struct Facts {
    /// The headline.
    pub(crate) title: Option<String>,
    /// Its subtitle.
    pub(crate) subtitle: Option<String>,
    /// The headline as the article wants it at the head of pages.
    pub(crate) running_head: Option<String>,
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
    /// The address of the first licence that has one.
    pub(crate) licence: Option<String>,
    /// The copyright statement.
    pub(crate) rights: Option<String>,
}

/// Someone credited.
#[derive(Debug, Clone, Default, PartialEq)]
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
    /// The facts of an article from its tree, in the normal form: the same article gives the same bytes, however it is
    /// spelled. All of them stand in the front matter, so nothing else is looked at.
    #[cfg_attr(not(any(feature = "epub", feature = "pdf")), allow(dead_code))]
    pub(crate) fn of_tree(root: &Element) -> Self {
        let is_front =
            |node: &&Node| matches!(node, Node::Element(e) if e.is("front") || e.is("front-stub"));
        Self::of(&Article::read(Element {
            attrs: root.attrs.clone(),
            content: root.content.iter().filter(is_front).cloned().collect(),
            ..Element::new("article")
        }))
    }

    /// The facts of an article.
    pub(crate) fn of(article: &Article) -> Self {
        let publication = &article.publication;
        let journal = publication.journal.as_ref();
        Self {
            title: non_empty(article.headline.text()),
            subtitle: article
                .headline
                .subtitles
                .first()
                .map(Written::text)
                .and_then(non_empty),
            running_head: running_head(article),
            lang: article.lang.as_ref().and_then(Lang::tag).map(str::to_owned),
            doi: publication.doi().map(|doi| doi.as_str().to_owned()),
            creators: article.credits().filter_map(Creator::of).collect(),
            publisher: journal.and_then(|j| {
                j.publishers
                    .iter()
                    .flat_map(|p| &p.names)
                    .map(Written::text)
                    .find(|t| !t.is_empty())
            }),
            container: journal.and_then(Journal::title).and_then(non_empty),
            issns: journal.map(issns).unwrap_or_default(),
            volume: publication
                .volumes
                .first()
                .map(Written::text)
                .and_then(non_empty),
            issue: publication
                .issues
                .first()
                .map(Written::text)
                .and_then(non_empty),
            pages: pages(article),
            published: article.published().map(|date| date.to_string()),
            latest: latest(article),
            subjects: subjects(article),
            description: description(article),
            licence: article.licences().find_map(Licence::address),
            rights: article.copyright_statement().and_then(non_empty),
        }
    }
}

impl Creator {
    /// Someone credited, when there is a name to show.
    fn of(credit: &Credit) -> Option<Self> {
        Some(Self {
            name: credit.name()?,
            sort_name: credit.names.iter().find_map(sort_name),
            role: credit.kind.clone(),
            orcid: credit
                .orcid()
                .and_then(Orcid::parse)
                .map(|orcid| orcid.url()),
        })
    }
}

/// "Koyshybaeva, Asel"; nothing where the parts are not known.
fn sort_name(name: &CreditName) -> Option<String> {
    match name {
        CreditName::Person(person) => {
            let family = person
                .family
                .as_ref()
                .map(Written::text)
                .and_then(non_empty)?;
            let given = person
                .given
                .as_ref()
                .map(Written::text)
                .and_then(non_empty)?;
            Some(format!("{family}, {given}"))
        }
        CreditName::Alternatives(forms) => forms.names.iter().find_map(sort_name),
        _ => None,
    }
}

/// The form of the headline that the article gives for running heads, else a short one.
fn running_head(article: &Article) -> Option<String> {
    const KINDS: &[&str] = &[
        "running-head",
        "running-title",
        "running",
        "right-running-head",
        "right-running",
        "short-title",
        "short",
    ];
    let forms = &article.headline.alternatives;
    let of = |kind: &&str| {
        let form = forms
            .iter()
            .find(|form| form.kind.as_deref() == Some(kind))?;
        non_empty(form.text())
    };
    KINDS.iter().find_map(of)
}

fn issns(journal: &Journal) -> Vec<String> {
    journal
        .issns
        .iter()
        .map(Issn::text)
        .filter(|text| !text.is_empty())
        .collect()
}

fn pages(article: &Article) -> Option<(String, Option<String>)> {
    let text = |page: &Option<Written>| page.as_ref().map(Written::text).and_then(non_empty);
    let first = text(&article.publication.first_page)?;
    Some((first, text(&article.publication.last_page)))
}

fn latest(article: &Article) -> Option<String> {
    let dates = article.dates().into_iter();
    dates
        .filter_map(|dated| dated.date.parsed())
        .filter(|date| date.day.is_some())
        .max()
        .map(|date| date.to_string())
}

fn subjects(article: &Article) -> Vec<String> {
    let groups = article
        .publication
        .section
        .iter()
        .chain(&article.kickers)
        .chain(&article.subjects);
    let filed = groups.flat_map(|group| &group.subjects);
    let keywords = article.keywords.iter().flat_map(|group| &group.keywords);
    let mut seen = BTreeSet::new();
    let texts = filed.chain(keywords).map(Written::text);
    texts
        .filter(|text| !text.is_empty() && seen.insert(text.clone()))
        .collect()
}

fn description(article: &Article) -> Option<String> {
    let standfirst = article.standfirst.as_ref().map(Written::text);
    let first_abstract = || {
        let found = article.abstracts.first()?;
        Some(plain::blocks(&found.content))
    };
    standfirst.or_else(first_abstract).and_then(non_empty)
}

fn non_empty(text: String) -> Option<String> {
    let trimmed = text.trim();
    match trimmed.len() {
        0 => None,
        length if length == text.len() => Some(text),
        _ => Some(trimmed.to_owned()),
    }
}

#[cfg(test)]
#[cfg(feature = "jats")]
mod tests {
    use super::*;

    #[test]
    fn the_first_licence_with_an_address_is_the_one_to_link() {
        let xml = "<article xmlns:xlink='http://www.w3.org/1999/xlink'><front><article-meta><permissions>\
                   <license><license-p>Share.</license-p></license><license xlink:href='https://example.org/lic'/>\
                   </permissions></article-meta></front></article>";
        let article = crate::jats::from_str(xml).unwrap().value;
        let facts = Facts::of(&article);
        assert_eq!(facts.licence.as_deref(), Some("https://example.org/lic"));
    }

    #[test]
    fn a_subject_that_is_stated_twice_is_one() {
        let xml = "<article><front><article-meta><kwd-group><kwd>b</kwd><kwd>a</kwd><kwd>b</kwd><kwd/></kwd-group>\
                   </article-meta></front></article>";
        let article = crate::jats::from_str(xml).unwrap().value;
        assert_eq!(Facts::of(&article).subjects, ["b", "a"]);
    }

    #[test]
    fn the_front_matter_holds_all_of_them() {
        let xml = include_str!("../examples/data/research.xml");
        let article = crate::jats::from_str(xml).unwrap().value;
        let document = crate::codec::to_document(&article).unwrap();
        assert_eq!(Facts::of_tree(&document.root), Facts::of(&article));
    }
}
