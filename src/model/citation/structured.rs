//! A citation of data only, out of fields.

use super::cited::{CitedDate, CitedId, CitedName, CitedPeople};
use super::fields::CitationFields;
use crate::model::Nested;
use crate::model::credit::PersonName;
use crate::model::datum::{Datum, DatumKind};
use crate::model::extra::Attr;
use crate::model::inline::{Inline, Link};
use crate::model::text::Written;

/// The parts of a structured citation: authors, date, title, others who took part, where it stands, identifiers, addresses.
pub(super) fn parts(fields: &CitationFields) -> Vec<Inline> {
    let (first, others) = fields.people.split_at(authors(&fields.people));
    let mut parts: Vec<Inline> = first.iter().map(people).collect();
    let mut others = Some(others);
    let mut iso = fields.issued.iso.as_deref();
    // An era may not stand in a citation itself, only in a whole date.
    let is_whole = fields.issued.era.is_some();
    if is_whole {
        parts.push(whole_date(&fields.issued, iso.take()));
    }
    for (kind, text) in fields.facts() {
        if is_whole && is_date(kind) && kind != DatumKind::StringDate {
            continue;
        }
        if !is_early(kind) {
            // A date that stands in its ISO form only has no part to stand on.
            parts.extend(iso.take().map(bare_date));
            parts.extend(others.take().unwrap_or_default().iter().map(people));
        }
        let mut datum = Datum::new(kind, text);
        if kind == DatumKind::Year {
            put(&mut datum, "iso-8601-date", iso.take());
        }
        parts.push(part(datum));
    }
    parts.extend(iso.map(bare_date));
    parts.extend(others.unwrap_or_default().iter().map(people));
    let comments = fields.comments.iter();
    parts.extend(comments.map(|text| part(Datum::new(DatumKind::Comment, text))));
    parts.extend(fields.dates.iter().map(date));
    parts.extend(fields.ids.iter().map(id));
    parts.extend(fields.urls.iter().map(url));
    let further = fields.further.iter();
    parts.extend(further.map(|fact| part(Datum::new(fact.kind, &fact.text))));
    parts
}

/// How many groups stand before the date: those of the authors; where there are none, the first.
fn authors(people: &[CitedPeople]) -> usize {
    let are_first = |group: &&CitedPeople| group.role.is_none() || group.are_authors();
    let count = people.iter().take_while(are_first).count();
    count.max(1).min(people.len())
}

/// True for what stands before the editors of a book: the date and the titles of what is cited itself.
fn is_early(kind: DatumKind) -> bool {
    use DatumKind as K;
    is_date(kind)
        || matches!(
            kind,
            K::ArticleTitle | K::ChapterTitle | K::PartTitle | K::DataTitle | K::TransTitle
        )
}

fn is_date(kind: DatumKind) -> bool {
    use DatumKind as K;
    matches!(
        kind,
        K::Year | K::Month | K::Day | K::Season | K::Era | K::StringDate
    )
}

fn part(datum: Datum) -> Inline {
    Inline::Datum(Nested::new(datum))
}

/// Adds an attribute, if there is a value.
fn put(datum: &mut Datum, name: &'static str, value: Option<&str>) {
    if let Some(value) = value {
        datum.extra.attrs.push(Attr {
            namespace: None,
            name: name.into(),
            value: value.to_owned(),
        });
    }
}

fn empty(kind: DatumKind) -> Datum {
    let mut datum = Datum::new(kind, "");
    datum.content.clear();
    datum
}

fn bare_date(iso: &str) -> Inline {
    let mut datum = empty(DatumKind::Date);
    put(&mut datum, "iso-8601-date", Some(iso));
    part(datum)
}

/// A date in one element, its parts in the order that JATS wants.
fn whole_date(date: &CitedDate, iso: Option<&str>) -> Inline {
    let mut datum = empty(DatumKind::Date);
    put(&mut datum, "iso-8601-date", iso);
    let texts = [
        (DatumKind::Day, &date.day),
        (DatumKind::Month, &date.month),
        (DatumKind::Season, &date.season),
        (DatumKind::Year, &date.year),
        (DatumKind::Era, &date.era),
    ];
    datum.content.extend(marked(texts));
    part(datum)
}

/// Those texts that are there, each marked as what it is.
fn marked<const N: usize>(
    texts: [(DatumKind, &Option<String>); N],
) -> impl Iterator<Item = Inline> {
    let there = texts
        .into_iter()
        .filter_map(|(kind, text)| Some((kind, text.as_ref()?)));
    there.map(|(kind, text)| part(Datum::new(kind, text)))
}

fn people(group: &CitedPeople) -> Inline {
    let mut datum = empty(DatumKind::PersonGroup);
    put(&mut datum, "person-group-type", group.role.as_deref());
    datum.content.extend(group.names.iter().map(name));
    if group.et_al {
        datum.content.push(part(empty(DatumKind::Etal)));
    }
    part(datum)
}

fn name(name: &CitedName) -> Inline {
    let written = |text: &Option<String>| text.as_deref().map(Written::from);
    match name {
        CitedName::Person(person) => Inline::Name(Nested::new(PersonName {
            family: written(&person.family),
            given: written(&person.given),
            prefix: written(&person.prefix),
            suffix: written(&person.suffix),
            ..PersonName::default()
        })),
        CitedName::Literal(text) => part(Datum::new(DatumKind::StringName, text)),
        CitedName::Group(text) => part(Datum::new(DatumKind::Collab, text)),
        CitedName::Anonymous => part(empty(DatumKind::Anonymous)),
    }
}

fn id(id: &CitedId) -> Inline {
    let of_its_own = [DatumKind::Isbn, DatumKind::Issn, DatumKind::IssnL];
    let is_its = |kind: &DatumKind| Some(kind.element()) == id.kind.as_deref();
    if let Some(kind) = of_its_own.into_iter().find(is_its) {
        return part(Datum::new(kind, &id.text));
    }
    let mut datum = Datum::new(DatumKind::PubId, &id.text);
    put(&mut datum, "pub-id-type", id.kind.as_deref());
    part(datum)
}

fn url(url: &String) -> Inline {
    let mut link = Link::new(url, vec![url.as_str().into()]);
    link.kind = Some("uri".to_owned());
    Inline::Link(Nested::new(link))
}

fn date(date: &CitedDate) -> Inline {
    let mut datum = empty(DatumKind::DateInCitation);
    put(&mut datum, "content-type", date.kind.as_deref());
    put(&mut datum, "iso-8601-date", date.iso.as_deref());
    datum.content.extend(marked([
        (DatumKind::Year, &date.year),
        (DatumKind::Month, &date.month),
        (DatumKind::Day, &date.day),
        (DatumKind::Season, &date.season),
        (DatumKind::Era, &date.era),
    ]));
    // Words alone stand as they are, beside parts they are marked.
    if let Some(text) = &date.text {
        let words = if datum.content.is_empty() {
            Inline::from(text.as_str())
        } else {
            part(Datum::new(DatumKind::StringDate, text))
        };
        datum.content.push(words);
    }
    part(datum)
}
