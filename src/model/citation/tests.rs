//! Citations as fields, and fields as citations.

mod any;

use proptest::prelude::*;

use super::*;
use crate::model::{DatumKind, Nested};
use any::any_fields;

proptest! {
    #[test]
    fn a_structured_citation_states_its_fields(fields in any_fields()) {
        prop_assert_eq!(CitationParts::structured(&fields).fields(), fields.clone());
        prop_assert_eq!(Citation::structured(&fields).fields(), fields);
    }

    #[test]
    fn fields_are_the_same_in_json(fields in any_fields()) {
        let json = serde_json::to_string(&fields).unwrap();
        prop_assert_eq!(serde_json::from_str::<CitationFields>(&json).unwrap(), fields);
    }

    #[cfg(feature = "jats")]
    #[test]
    fn a_structured_citation_comes_back_from_files(fields in any_fields()) {
        let xml = crate::jats::to_string(&citing(&fields)).unwrap().into_lossless().unwrap();
        let read = crate::jats::from_str(&xml).unwrap().value;
        prop_assert_eq!(read.references()[0].citations[0].citation().unwrap().fields(), fields);
    }

    /// Facts without a field are the caller's; some of them ask for more than a text.
    #[cfg(feature = "jats")]
    #[test]
    fn a_structured_citation_is_valid(fields in any_fields()) {
        let mut fields = CitationFields { further: Vec::new(), ..fields };
        // Words beside marked parts have no valid place in a date but that of issue.
        fields.dates.iter_mut().for_each(|date| date.text = None);
        // Nor has an era without a year, or a season beside a month.
        if let Some(era) = fields.issued.era.take() {
            let year = Some("12".to_owned());
            fields.issued = CitedDate { year, era: Some(era), ..CitedDate::default() };
        }
        let options = crate::jats::WriteOptions::new().target(crate::jats::TagSet::Archiving);
        let written = options.to_string(&citing(&fields)).unwrap();
        prop_assert!(written.report.findings().is_empty(), "{}: {:?}", written.value, written.report);
    }
}

/// An article that cites one work.
#[cfg(feature = "jats")]
fn citing(fields: &CitationFields) -> crate::Article {
    let structured = CitationParts::structured(fields);
    let reference = Reference {
        citations: vec![CitationEntry::Structured(Nested::new(structured))],
        ..Reference::default()
    };
    let list = ReferenceList {
        references: vec![reference],
        ..ReferenceList::default()
    };
    let mut article = crate::Article::new("On citing");
    article.back = vec![crate::model::Back::References(Nested::new(list))];
    article
}

/// The fields of a citation as XML has it.
#[cfg(feature = "jats")]
fn fields_of(citation: &str) -> CitationFields {
    let xml = format!(
        "<article xmlns:xlink='http://www.w3.org/1999/xlink'><back><ref-list><ref>{citation}</ref></ref-list></back></article>"
    );
    let article = crate::jats::from_str(&xml).unwrap().value;
    article.references()[0].citations[0]
        .citation()
        .unwrap()
        .fields()
}

#[cfg(feature = "jats")]
#[test]
fn every_form_of_citation_gives_the_same_fields() {
    let data = "<person-group person-group-type=\"author\"><name><surname>Li</surname><given-names>N</given-names></name>\
        <etal/></person-group><year>2003</year><article-title>Cold <italic>ponds</italic></article-title>\
        <source>Still Water</source><volume>36</volume><issue>4</issue><fpage>301</fpage><lpage>319</lpage>\
        <pub-id pub-id-type=\"doi\">10.5555/asw.2003</pub-id>";
    let mixed = "<person-group person-group-type=\"author\"><string-name><surname>Li</surname>, <given-names>N</given-names>\
        </string-name> <etal>et al.</etal></person-group> (<year>2003</year>) <article-title>Cold <italic>ponds</italic>\
        </article-title>. <italic><source>Still Water</source></italic> <bold><volume>36</volume></bold>(<issue>4</issue>):\
        <fpage>301</fpage>–<lpage>319</lpage>. DOI: <pub-id pub-id-type=\"doi\">10.5555/asw.2003</pub-id>";
    let mut expected = CitationFields {
        kind: Some("journal".into()),
        people: vec![CitedPeople::new("author", [CitedName::person("N", "Li")])],
        ..CitationFields::default()
    };
    expected.people[0].et_al = true;
    expected.issued.year = Some("2003".into());
    expected.article_title = Some("Cold ponds".into());
    expected.source = Some("Still Water".into());
    expected.volume = Some("36".into());
    expected.issue = Some("4".into());
    expected.first_page = Some("301".into());
    expected.last_page = Some("319".into());
    expected.add_id("doi", "10.5555/asw.2003");
    for form in CitationForm::ALL {
        let name = form.element();
        let kind = match form {
            CitationForm::Mixed | CitationForm::Structured => "publication-type",
            CitationForm::NlmFree | CitationForm::NlmOrdered => "citation-type",
        };
        for parts in [data, mixed] {
            assert_eq!(
                fields_of(&format!("<{name} {kind}=\"journal\">{parts}</{name}>")),
                expected,
                "{name}: {parts}"
            );
        }
    }
}

#[cfg(feature = "jats")]
#[test]
fn names_outside_of_a_group_are_groups_without_a_role() {
    let fields = fields_of(
        "<mixed-citation><name><surname>Li</surname></name>, <string-name>N. Moyo</string-name>, <etal/> <year>2003</year> In: \
         <collab>Water Board</collab> <person-group person-group-type=\"editor\">R. Ito, ed.</person-group></mixed-citation>",
    );
    let person = CitedPerson {
        family: Some("Li".into()),
        ..CitedPerson::default()
    };
    let names = |names: Vec<CitedName>, et_al| CitedPeople {
        role: None,
        names,
        et_al,
    };
    let editor = CitedPeople::new("editor", [CitedName::Literal("R. Ito, ed.".into())]);
    let expected = [
        names(
            vec![
                CitedName::Person(person),
                CitedName::Literal("N. Moyo".into()),
            ],
            true,
        ),
        names(vec![CitedName::Group("Water Board".into())], false),
        editor.clone(),
    ];
    assert_eq!(fields.people, expected);
    assert_eq!(fields.authors().count(), 3);
    assert_eq!(fields.editors().collect::<Vec<_>>(), [&editor.names[0]]);
}

#[cfg(feature = "jats")]
#[test]
fn only_what_is_marked_is_a_field() {
    let fields = fields_of(
        "<mixed-citation>Li N. Cold ponds. 2003. doi: 10.5555/asw.2003, https://example.org/1</mixed-citation>",
    );
    assert_eq!(fields, CitationFields::default());
}

#[cfg(feature = "jats")]
#[test]
fn links_are_identifiers_when_their_kind_says_so() {
    let fields = fields_of(
        "<element-citation xmlns:xlink=\"http://www.w3.org/1999/xlink\"><ext-link ext-link-type=\"DOI\" xlink:href=\"10.5555/1\">text</ext-link>\
         <article-title><ext-link ext-link-type=\"uri\" xlink:href=\"https://doi.org/10.5555/2\">A title</ext-link></article-title>\
         <comment>See <uri>https://example.org/3</uri></comment></element-citation>",
    );
    assert_eq!(fields.doi().unwrap().as_str(), "10.5555/1");
    assert_eq!(fields.ids.len(), 1);
    assert_eq!(
        fields.urls,
        ["https://doi.org/10.5555/2", "https://example.org/3"]
    );
    assert_eq!(fields.article_title.as_deref(), Some("A title"));
    assert_eq!(fields.comments, ["See https://example.org/3"]);
}

#[cfg(feature = "jats")]
#[test]
fn dates_keep_their_spelling() {
    let fields = fields_of(
        "<element-citation><date><season>Spring</season><year iso-8601-date=\"2011-03\">2011 [1911]</year></date>\
         <date-in-citation content-type=\"access-date\" iso-8601-date=\"2025-08-14\">accessed 14 August 2025</date-in-citation>\
         <date-in-citation content-type=\"updated\"><year>2024</year><month>5</month></date-in-citation><year>2012</year>\
         </element-citation>",
    );
    assert_eq!(fields.issued.year.as_deref(), Some("2011 [1911]"));
    assert_eq!(fields.issued.season.as_deref(), Some("Spring"));
    assert_eq!(fields.issued.parsed().unwrap().to_string(), "2011-03");
    let accessed = fields.accessed().unwrap();
    assert_eq!(accessed.text.as_deref(), Some("accessed 14 August 2025"));
    assert_eq!(accessed.parsed().unwrap().to_string(), "2025-08-14");
    assert_eq!(fields.dates[1].parsed().unwrap().to_string(), "2024-05");
    assert_eq!(fields.further, [CitedFact::new(DatumKind::Year, "2012")]);
}

/// The fields of a structured citation of these parts.
#[cfg(feature = "jats")]
fn stated(parts: &str) -> CitationFields {
    fields_of(&format!("<element-citation>{parts}</element-citation>"))
}

#[cfg(feature = "jats")]
#[test]
fn a_date_is_made_of_the_parts_of_one_date() {
    let conference = "<conf-date><day>3</day><month>5</month><year>2018</year></conf-date>";
    for parts in [
        format!("{conference}<year>2019</year>"),
        format!("<year>2019</year>{conference}"),
    ] {
        let fields = stated(&parts);
        assert_eq!(fields.issued.parsed().unwrap().to_string(), "2019");
        assert!(fields.further.is_empty(), "{fields:?}");
        assert_eq!(fields.dates[0].parsed().unwrap().to_string(), "2018-05-03");
        assert!(fields.accessed().is_none());
    }
    let fields = stated(
        "<year>2019</year><date date-type='accessed' iso-8601-date='2022-08-14'><day>14</day><month>8</month>\
         <year>2022</year></date>",
    );
    assert_eq!(fields.issued.parsed().unwrap().to_string(), "2019");
    let accessed = fields.accessed().unwrap();
    assert_eq!(accessed.parsed().unwrap().to_string(), "2022-08-14");
    let fields = stated("<date><year>2020</year><month>May</month></date>");
    assert_eq!(fields.issued.year.as_deref(), Some("2020"));
    assert_eq!(fields.issued.month.as_deref(), Some("May"));
}

#[cfg(feature = "jats")]
#[test]
fn nothing_that_is_marked_is_silent() {
    let fields = stated(
        "<person-group><name><surname>Li</surname></name><aff><institution>X</institution></aff></person-group>\
         <collab>WHO <ext-link xlink:href='https://who.example'/></collab><email>a@example.org</email>\
         <date-in-citation>seen <comment>late</comment></date-in-citation>",
    );
    let institution = fields.further.iter().any(|fact| fact.text == "X");
    assert!(institution, "{fields:?}");
    assert_eq!(fields.urls, ["https://who.example", "a@example.org"]);
    assert_eq!(fields.comments, ["late"]);
}

#[cfg(feature = "jats")]
#[test]
fn the_first_doi_that_is_one_is_the_doi() {
    let fields = stated(
        "<pub-id pub-id-type='doi'>in press</pub-id><pub-id pub-id-type='doi'>10.5555/1</pub-id>",
    );
    assert_eq!(fields.doi().unwrap().as_str(), "10.5555/1");
}
