use std::borrow::Cow;

use super::*;
use crate::jats::target::{TagSet, Version};

fn dtd(target: &str) -> &'static Dtd {
    Dtd::all(target.parse().unwrap()).next().unwrap()
}

fn model(target: &str, name: &str) -> &'static Model {
    dtd(target).declaration(name).unwrap().model
}

fn names<'n>(names: &[&'n str]) -> Vec<Option<Cow<'n, str>>> {
    names
        .iter()
        .map(|name| Some(Cow::Borrowed(*name)))
        .collect()
}

#[test]
fn the_table_is_read_whole() {
    let text = include_str!("table.txt");
    let lines = |kind: &str| text.lines().filter(|line| line.starts_with(kind)).count();
    let table = parse::table(text).expect("its form is known");
    assert_eq!(
        (table.dtds.len(), table.models.len(), table.elements.len()),
        (lines("D "), lines("M "), lines("E "))
    );
    for row in table.elements.values().flatten() {
        assert!(row.model < table.models.len() && table.attributes.contains_key(&row.attributes));
    }
    for tag_set in [TagSet::Archiving, TagSet::Publishing, TagSet::Authoring] {
        for version in [Version::V1_2, Version::V1_3, Version::V1_4] {
            let kinds = Dtd::all(Target { tag_set, version }).count();
            assert_eq!(kinds, if tag_set == TagSet::Authoring { 2 } else { 4 });
        }
    }
}

#[test]
fn tag_sets_and_versions_differ() {
    assert!(model("archiving", "p").mentions("x") && !model("publishing", "p").mentions("x"));
    assert!(dtd("publishing-1.2").declaration("question").is_none());
    assert!(dtd("publishing-1.3").declaration("question").is_some());
    assert!(dtd("archiving-1.3").declaration("legend").is_none());
    assert!(dtd("archiving-1.4").declaration("legend").is_some());
    assert!(dtd("authoring").declaration("journal-meta").is_none());
    let kind = |target| {
        let declaration = dtd(target).declaration("fn").unwrap();
        &declaration.attribute("fn-type").unwrap().values
    };
    assert_eq!(kind("archiving"), &Values::Text);
    assert!(matches!(kind("publishing"), Values::OneOf(v) if v.contains(&"coi-statement")));
    let graphic = dtd("archiving").declaration("graphic").unwrap();
    assert!(graphic.attribute("xlink:href").unwrap().required);
    assert!(graphic.attribute("nonsense").is_none());
}

#[test]
fn rows_fit_or_the_place_is_told() {
    let date = model("publishing", "pub-date");
    for row in [
        &["day", "month", "year"][..],
        &["season", "year", "era"],
        &["year"],
    ] {
        assert_eq!(date.fit(&names(row)), Ok(()), "{row:?}");
    }
    assert_eq!(
        date.fit(&names(&["month", "day", "year"])),
        Err(Misfit::Missing {
            what: "`year`".to_owned(),
            before: Some(1)
        })
    );
    assert_eq!(
        date.fit(&names(&["day"])),
        Err(Misfit::Missing {
            what: "`year`".to_owned(),
            before: None
        })
    );
    assert_eq!(
        date.fit(&names(&["year", "day"])),
        Err(Misfit::Unexpected(1))
    );
    assert_eq!(
        model("archiving", "break").fit(&names(&["p"])),
        Err(Misfit::Unexpected(0))
    );
    assert_eq!(
        model("archiving", "p").fit(&[None]),
        Err(Misfit::Unexpected(0))
    );
}

#[test]
fn rows_are_arranged_where_they_can_be() {
    let date = model("publishing", "pub-date");
    assert_eq!(
        date.arrange(&names(&["year", "month", "day"])),
        Some(vec![2, 1, 0])
    );
    assert_eq!(date.arrange(&names(&["month", "day"])), None, "no year");
    assert_eq!(date.arrange(&names(&["year", "year"])), None, "two years");
    let contrib = model("publishing", "contrib");
    let row = ["xref", "name", "xref", "contrib-id", "name"];
    assert_eq!(contrib.arrange(&names(&row)), Some(vec![3, 1, 4, 0, 2]));
}

#[test]
fn a_long_row_is_settled_in_time() {
    let many: Vec<&str> = ["aff", "contrib"]
        .into_iter()
        .cycle()
        .take(200_000)
        .collect();
    let group = model("publishing", "contrib-group");
    let order = group.arrange(&names(&many)).unwrap();
    assert_eq!(order.len(), many.len());
    assert_eq!(order.first(), Some(&1));
}
