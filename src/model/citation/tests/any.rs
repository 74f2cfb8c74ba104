//! Any facts that a citation may state.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use crate::model::DatumKind;
use crate::model::citation::*;

fn text() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "12",
        "2019",
        "2019a",
        "Okafor",
        "van der Meer",
        "A & B <c>",
        "10.5555/x",
        "水与盐",
        "in press",
        "https://example.org/a?b=c",
    ])
    .prop_map(str::to_owned)
}

fn maybe() -> impl Strategy<Value = Option<String>> {
    option::of(text())
}

fn name() -> impl Strategy<Value = CitedName> {
    let person = (maybe(), maybe(), maybe(), maybe())
        .prop_filter("a name has one of its main parts", |(family, given, ..)| {
            family.is_some() || given.is_some()
        })
        .prop_map(|(family, given, prefix, suffix)| {
            CitedName::Person(CitedPerson {
                family,
                given,
                prefix,
                suffix,
            })
        });
    prop_oneof![
        person,
        text().prop_map(CitedName::Literal),
        text().prop_map(CitedName::Group),
        Just(CitedName::Anonymous),
    ]
}

fn people() -> impl Strategy<Value = CitedPeople> {
    let role = option::of(prop::sample::select(vec![
        "author",
        "editor",
        "translator",
        "compiler",
    ]));
    (role, vec(name(), 0..4), any::<bool>())
        .prop_filter("a group has somebody", |(_, names, et_al)| {
            *et_al || !names.is_empty()
        })
        .prop_map(|(role, names, et_al)| CitedPeople {
            role: role.map(str::to_owned),
            names,
            et_al,
        })
}

fn date(kinds: &'static [Option<&'static str>]) -> impl Strategy<Value = CitedDate> {
    let kind = prop::sample::select(kinds.to_vec());
    (
        kind,
        [
            maybe(),
            maybe(),
            maybe(),
            maybe(),
            maybe(),
            maybe(),
            maybe(),
        ],
    )
        .prop_map(
            |(kind, [iso, year, month, day, season, era, text])| CitedDate {
                kind: kind.map(str::to_owned),
                iso,
                year,
                month,
                day,
                season,
                era,
                text,
            },
        )
}

fn id() -> impl Strategy<Value = CitedId> {
    let kind = prop::sample::select(vec![
        None,
        Some("doi"),
        Some("DOI"),
        Some("pmid"),
        Some("isbn"),
        Some("issn"),
        Some("issn-l"),
        Some("other"),
    ]);
    (kind, text()).prop_map(|(kind, text)| CitedId {
        kind: kind.map(str::to_owned),
        text,
    })
}

/// Facts that `fields` gives beside the fields: those of kinds without a field.
fn further() -> impl Strategy<Value = CitedFact> {
    let kinds = vec![
        DatumKind::Std,
        DatumKind::Gov,
        DatumKind::Size,
        DatumKind::VolumeSeries,
        DatumKind::Annotation,
    ];
    (prop::sample::select(kinds), text()).prop_map(|(kind, text)| CitedFact { kind, text })
}

/// Any fields: every one of the table, and all lists.
pub(super) fn any_fields() -> impl Strategy<Value = CitationFields> {
    let lists = (
        vec(people(), 0..4),
        vec(date(&[None, Some("access-date"), Some("time-stamp")]), 0..3),
        vec(text(), 0..3),
        vec(id(), 0..4),
        vec(text(), 0..3),
        vec(further(), 0..3),
    );
    let facts = vec(maybe(), 64);
    (maybe(), date(&[None]), facts, lists).prop_map(|(kind, issued, facts, lists)| {
        let mut fields = CitationFields {
            kind,
            ..CitationFields::default()
        };
        for (kind, text) in DatumKind::ALL.iter().zip(facts.iter().cycle()) {
            if let Some(field) = fields.field(*kind) {
                field.clone_from(text);
            }
        }
        fields.issued = issued;
        (
            fields.people,
            fields.dates,
            fields.comments,
            fields.ids,
            fields.urls,
            fields.further,
        ) = lists;
        fields
    })
}
