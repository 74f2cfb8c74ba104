//! What newsrooms say of an article and JATS has no element for.

use super::custom::{CustomMeta, CustomMetaGroup};
use super::{Article, Attr, Block, Datum, DatumKind, Flow, Inline, Written};

/// What the names in `custom-meta` begin with.
const PREFIX: &str = "separatum:";

/// The kind of named content that is a dateline.
const DATELINE: &str = "dateline";

/// What a newsroom says of an article and JATS has no element for: [`Article::newsroom`] and [`Article::set_newsroom`].
///
/// Values are texts as spelled. They stand in the article as `custom-meta` whose names begin with `separatum:`, and
/// nowhere else: this is a view of `publication.custom`. What else a newsroom knows has places of its own:
///
/// | what | where |
/// |---|---|
/// | section or desk | `publication.section`, [`Article::section`] |
/// | kicker, standfirst, headline | `kickers`, `standfirst`, `headline` |
/// | short, social and search titles | `headline.alternatives` |
/// | byline and other credits | `credits` |
/// | dateline | a datum of the kind `dateline` at the start of the first paragraph, [`Article::dateline`] |
/// | photo credit and rights | `credits` and `rights` of a figure |
/// | pull quote, sidebar | a quotation, a boxed text, told by their `kind` |
/// | related articles | `related` |
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Newsroom {
    /// The working title of the story: `desert-trees`. `separatum:slugline`.
    pub slugline: Option<String>,
    /// How pressing it is, from 1, most, to 9 (IPTC). `separatum:urgency`.
    pub urgency: Option<String>,
    /// Not to be published before. `separatum:embargo`.
    pub embargo: Option<String>,
    /// Where it stands in the making: `usable`, `withheld`, `canceled` (IPTC). `separatum:publication-status`.
    pub publication_status: Option<String>,
    /// A note to editors. `separatum:editorial-note`.
    pub editorial_note: Option<String>,
    /// What kind of text: feature, interview, obituary. `separatum:genre`.
    pub genre: Option<String>,
    /// How the work came to be, as a term of the IPTC: `digitalCreation`. `separatum:digital-source-type`.
    pub digital_source_type: Option<String>,
}

/// One line a field: its name behind the prefix, and the field.
type Field = (&'static str, fn(&mut Newsroom) -> &mut Option<String>);

const FIELDS: [Field; 7] = [
    ("slugline", |n| &mut n.slugline),
    ("urgency", |n| &mut n.urgency),
    ("embargo", |n| &mut n.embargo),
    ("publication-status", |n| &mut n.publication_status),
    ("editorial-note", |n| &mut n.editorial_note),
    ("genre", |n| &mut n.genre),
    ("digital-source-type", |n| &mut n.digital_source_type),
];

impl Article {
    /// What the newsroom says of the article.
    ///
    /// ```
    /// # #[cfg(feature = "jats")] {
    /// use separatum::{Article, jats};
    /// let mut article = Article::new("Water and salt");
    /// let mut newsroom = article.newsroom();
    /// newsroom.slugline = Some("desert-trees".to_owned());
    /// newsroom.embargo = Some("2026-12-01T06:00:00Z".to_owned());
    /// article.set_newsroom(&newsroom);
    /// let xml = jats::to_string(&article)?.value;
    /// assert!(xml.contains("<meta-name>separatum:slugline</meta-name><meta-value>desert-trees</meta-value>"));
    /// assert_eq!(jats::from_str(&xml)?.value.newsroom(), newsroom);
    /// # }
    /// # Ok::<(), separatum::Error>(())
    /// ```
    #[must_use]
    pub fn newsroom(&self) -> Newsroom {
        let mut newsroom = Newsroom::default();
        for (name, field) in FIELDS {
            let mut items = self
                .publication
                .custom
                .iter()
                .flat_map(|group| &group.items);
            *field(&mut newsroom) = items
                .find(|item| is_named(item, name))
                .map(|item| item.value.as_ref().map_or_else(String::new, Written::text));
        }
        newsroom
    }

    /// States what the newsroom says of the article: what is absent is removed, the publisher's own names and values stay.
    pub fn set_newsroom(&mut self, newsroom: &Newsroom) {
        let stated = self.newsroom();
        for (name, field) in FIELDS {
            let (mut before, mut wanted) = (stated.clone(), newsroom.clone());
            if field(&mut before) != field(&mut wanted) {
                set(
                    &mut self.publication.custom,
                    name,
                    field(&mut wanted).take(),
                );
            }
        }
    }

    /// The place, and perhaps the day, that the article is told from: "ALMATY, 3 May". A datum of the kind `dateline` at
    /// the start of the first paragraph.
    ///
    /// ```
    /// # #[cfg(feature = "jats")] {
    /// let xml = r#"<article><body><p><named-content content-type="dateline">ALMATY</named-content> Rain at
    ///     last.</p></body></article>"#;
    /// let article = separatum::jats::from_str(xml)?.value;
    /// assert_eq!(article.dateline().as_deref(), Some("ALMATY"));
    /// # }
    /// # Ok::<(), separatum::Error>(())
    /// ```
    #[must_use]
    pub fn dateline(&self) -> Option<String> {
        let blocks = &self.body.as_ref()?.content;
        let first = blocks.iter().find_map(|block| match block {
            Block::Paragraph(paragraph) => Some(paragraph),
            _ => None,
        })?;
        match first.content.first()? {
            Flow::Inline(Inline::Datum(datum))
                if datum.kind == DatumKind::NamedContent
                    && datum.attr("content-type") == Some(DATELINE) =>
            {
                Some(datum.text())
            }
            _ => None,
        }
    }
}

impl Datum {
    /// The place, and perhaps the day, that an article is told from, for the start of its first paragraph.
    ///
    /// ```
    /// use separatum::Article;
    /// use separatum::model::{Body, Datum, Inline, Paragraph};
    /// let dateline = Inline::Datum(Datum::dateline("ALMATY").into());
    /// let text = [dateline, " Rain at last.".into()];
    /// let mut article = Article::new("Rain");
    /// article.body = Some(Body::from(vec![Paragraph::new(text).into()]));
    /// assert_eq!(article.dateline().as_deref(), Some("ALMATY"));
    /// ```
    #[must_use]
    pub fn dateline(text: impl Into<String>) -> Self {
        let mut dateline = Self::new(DatumKind::NamedContent, text);
        dateline.extra.attrs.push(Attr {
            namespace: None,
            name: "content-type".into(),
            value: DATELINE.to_owned(),
        });
        dateline
    }
}

fn is_named(item: &CustomMeta, name: &str) -> bool {
    let own = item.name.as_ref().map(Written::text);
    own.is_some_and(|own| own.trim().strip_prefix(PREFIX) == Some(name))
}

/// Gives the first item of that name the value, or adds one; without a value, all of that name go.
fn set(groups: &mut Vec<CustomMetaGroup>, name: &str, value: Option<String>) {
    let Some(value) = value else {
        for group in groups.iter_mut() {
            group.items.retain(|item| !is_named(item, name));
        }
        return groups.retain(|group| *group != CustomMetaGroup::default());
    };
    let mut items = groups.iter_mut().flat_map(|group| &mut group.items);
    if let Some(item) = items.find(|item| is_named(item, name)) {
        item.value = Some(value.into());
        return;
    }
    let item = CustomMeta {
        name: Some(format!("{PREFIX}{name}").into()),
        value: Some(value.into()),
        ..CustomMeta::default()
    };
    match groups.first_mut() {
        Some(group) => group.items.push(item),
        None => groups.push(CustomMetaGroup {
            items: vec![item],
            ..CustomMetaGroup::default()
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stated(name: &str, value: &str) -> CustomMeta {
        CustomMeta {
            name: Some(name.into()),
            value: Some(value.into()),
            ..CustomMeta::default()
        }
    }

    #[test]
    fn each_field_comes_back_and_goes_again() {
        let mut article = Article::new("T");
        for (name, field) in FIELDS {
            let mut newsroom = Newsroom::default();
            *field(&mut newsroom) = Some(name.to_owned());
            article.set_newsroom(&newsroom);
            assert_eq!(article.newsroom(), newsroom);
            let [group] = &article.publication.custom[..] else {
                panic!("one group")
            };
            assert_eq!(group.items.len(), 1);
        }
        article.set_newsroom(&Newsroom::default());
        assert_eq!(article, Article::new("T"));
    }

    #[test]
    fn what_the_publisher_says_stays() {
        let mut article = Article::new("T");
        let own = stated("slugline", "not ours");
        article.publication.custom = vec![CustomMetaGroup {
            items: vec![own.clone(), stated("separatum:slugline", "a")],
            ..CustomMetaGroup::default()
        }];
        let before = article.clone();
        article.set_newsroom(&article.newsroom());
        assert_eq!(article, before);
        let mut newsroom = article.newsroom();
        newsroom.slugline = Some("b".to_owned());
        newsroom.genre = Some("feature".to_owned());
        article.set_newsroom(&newsroom);
        let items = &article.publication.custom[0].items;
        assert_eq!(items[0], own);
        assert_eq!(items[1], stated("separatum:slugline", "b"));
        assert_eq!(items[2], stated("separatum:genre", "feature"));
        article.set_newsroom(&Newsroom::default());
        assert_eq!(article.publication.custom[0].items, [own]);
    }
}
