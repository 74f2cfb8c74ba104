#![cfg(feature = "jats")]

use crate::model::query::tests::{article, contrib};
use crate::model::{Affiliation, Contributor, CreditTerm};

/// Each name with its affiliations.
fn belong(all: &[Contributor<'_>]) -> Vec<String> {
    let one = |contributor: &Contributor<'_>| {
        let affiliations: Vec<_> = contributor
            .affiliations
            .iter()
            .copied()
            .map(Affiliation::text)
            .collect();
        format!(
            "{}: {}",
            contributor.credit.name().unwrap_or_default(),
            affiliations.join(", ")
        )
    };
    all.iter().map(one).collect()
}

#[test]
fn members_and_marks_are_no_part_of_the_name_of_a_group() {
    let member = contrib("Li", "");
    let article = article(&format!(
        "<contrib-group><contrib contrib-type=\"author\"><collab><institution>Shore</institution> Group<sup><xref rid=\"a1\">1\
         </xref></sup><contrib-group>{member}</contrib-group></collab></contrib><contrib><string-name>N. <surname>Moyo</surname>\
         <xref rid=\"a2\">2</xref></string-name></contrib></contrib-group><aff id=\"a1\">One</aff><aff id=\"a2\">Two</aff>",
    ));
    assert_eq!(
        belong(&article.contributors()),
        ["Shore Group: One", "N. Moyo: Two"]
    );
}

#[test]
fn affiliations_are_found_wherever_they_stand() {
    let li = contrib(
        "Li",
        "<aff>In it</aff><xref ref-type=\"aff\" rid=\"a2 a1\"/><xref rid=\"nowhere\"/>",
    );
    let moyo = contrib(
        "Moyo",
        "<xref ref-type=\"aff\" rid=\"a3\"/><aff-alternatives><aff>First</aff><aff>Second</aff></aff-alternatives>",
    );
    let article = article(&format!(
        "<contrib-group>{li}<aff id=\"a1\"><label>1</label>Of the group</aff></contrib-group><contrib-group>{moyo}{}\
         </contrib-group><aff id=\"a2\">Of the article</aff><aff-alternatives id=\"a3\"><aff id=\"a4\">One</aff><aff>Two</aff>\
         </aff-alternatives>",
        contrib("Ito", "<xref ref-type=\"aff\" rid=\"a4\"/>"),
    ));
    assert_eq!(
        belong(&article.contributors()),
        [
            "Li: In it, Of the article, Of the group",
            "Moyo: First, One",
            "Ito: One"
        ]
    );
}

#[test]
fn what_nobody_refers_to_is_shared() {
    let (li, moyo) = (contrib("Li", ""), contrib("Moyo", "<xref rid=\"a\"/>"));
    let groups = article(&format!(
        "<contrib-group>{li}{li}<aff>Shore</aff><aff>Sea</aff></contrib-group><contrib-group>{li}{moyo}<aff id=\"a\">Land</aff>\
         </contrib-group>"
    ));
    assert_eq!(
        belong(&groups.contributors()),
        ["Li: Shore, Sea", "Li: Shore, Sea", "Li: ", "Moyo: Land"]
    );
    let single = article(&format!(
        "<contrib-group>{li}{li}</contrib-group><aff>Shore</aff>"
    ));
    assert_eq!(belong(&single.contributors()), ["Li: Shore", "Li: Shore"]);
    let unclear = article(&format!(
        "<contrib-group>{li}{li}</contrib-group><aff>Shore</aff><aff>Sea</aff>"
    ));
    assert_eq!(belong(&unclear.contributors()), ["Li: ", "Li: "]);
}

#[test]
fn thousands_of_affiliations_are_not_shared_by_thousands() {
    let many = format!(
        "<contrib-group>{}{}</contrib-group>",
        contrib("Li", "").repeat(2_000),
        "<aff>Shore</aff>".repeat(2_000)
    );
    let article = article(&many);
    assert!(
        article
            .contributors()
            .iter()
            .all(|contributor| contributor.affiliations.is_empty())
    );
}

#[test]
fn members_of_a_group_have_their_own() {
    let member = contrib("Li", "<xref ref-type=\"aff\" rid=\"a1\"/>");
    let article = article(&format!(
        "<contrib-group><contrib contrib-type=\"author\"><collab>Water Board<contrib-group>{member}</contrib-group></collab></contrib>\
         </contrib-group><aff id=\"a1\">Shore</aff><aff id=\"a2\">Sea</aff>"
    ));
    let all = article.contributors();
    assert_eq!(all.len(), 1);
    assert_eq!(belong(&all[0].members), ["Li: Shore"]);
}

#[test]
fn authors_are_told_from_others() {
    let editor = "<contrib contrib-type=\"editor\"><name><surname>Ito</surname></name></contrib>";
    let plain = "<contrib><name><surname>Moyo</surname></name></contrib>";
    let article = article(&format!(
        "<contrib-group>{}{editor}{plain}</contrib-group><contrib-group content-type=\"reviewers\">{plain}</contrib-group>",
        contrib("Li", "")
    ));
    assert_eq!(belong(&article.authors()), ["Li: ", "Moyo: "]);
    assert_eq!(article.contributors().len(), 4);
}

#[test]
fn roles_are_terms_of_credit_in_any_spelling() {
    let roles = [
        "<role vocab=\"credit\" vocab-term-identifier=\"https://credit.niso.org/contributor-roles/software/\">Code</role>",
        "<role vocab-term=\"Writing \u{2013} original draft\">Drafting</role>",
        "<role content-type=\"http://credit.casrai.org/\">Writing \u{2013} review &amp; editing</role>",
        "<role content-type=\"https://dictionary.casrai.org/Contributor_Roles/Data_curation\">Curated</role>",
        "<role>Formal Analysis</role>",
        "<role>Photographer</role>",
    ];
    let article = article(&format!(
        "<contrib-group>{}</contrib-group>",
        contrib("Li", &roles.concat())
    ));
    let terms: Vec<_> = article.credits().next().unwrap().credit_terms().collect();
    let expected = [
        CreditTerm::Software,
        CreditTerm::WritingOriginalDraft,
        CreditTerm::WritingReviewEditing,
        CreditTerm::DataCuration,
        CreditTerm::FormalAnalysis,
    ];
    assert_eq!(terms, expected);
    for term in CreditTerm::ALL {
        assert_eq!(CreditTerm::parse(&term.url()), Some(*term));
        assert_eq!(CreditTerm::parse(term.name()), Some(*term));
    }
}

#[test]
fn orcids_are_found_in_every_place_of_them() {
    let orcid = "https://orcid.org/0000-0002-1825-0097";
    for inside in [
        format!("<contrib-id contrib-id-type=\"ORCID\">{orcid}</contrib-id>"),
        format!(
            "<contrib-id contrib-id-type=\"publisher\">7</contrib-id><contrib-id>{orcid}</contrib-id>"
        ),
        format!("<uri content-type=\"orcid\" xlink:href=\"{orcid}\"/>"),
        format!("<contrib-id contrib-id-type=\"http://orcid.org\">{orcid}</contrib-id>"),
        format!("<ext-link>{orcid}</ext-link>"),
        format!("<ext-link ext-link-type=\"orcid\" xlink:href=\"{orcid}\">iD</ext-link>"),
    ] {
        let article = article(&format!(
            "<contrib-group>{}</contrib-group>",
            contrib("Li", &inside)
        ));
        assert_eq!(
            article.credits().next().unwrap().orcid(),
            Some(orcid),
            "{inside}"
        );
    }
}

#[test]
fn what_a_member_refers_to_is_not_that_of_the_group() {
    let member = contrib("Li", "<xref rid=\"c1\"/><xref rid=\"a1\"/>");
    let article = article(&format!(
        "<contrib-group><contrib contrib-type=\"author\"><collab>G<contrib-group>{member}</contrib-group></collab></contrib>\
         </contrib-group><aff id=\"a1\">A</aff><author-notes><corresp id=\"c1\">write</corresp></author-notes>"
    ));
    let group = &article.contributors()[0];
    assert!(group.correspondence.is_empty() && group.affiliations.is_empty());
    assert!(group.members[0].is_corresponding());
    let corresponding = article.corresponding();
    assert_eq!(corresponding.len(), 1);
    assert_eq!(corresponding[0].credit.name().as_deref(), Some("Li"));
}

#[test]
fn what_is_named_twice_is_there_once() {
    let li = contrib(
        "Li",
        "<aff id=\"a0\">In it</aff><xref rid=\"a0\"/><xref rid=\"a1 a1\"/><xref rid=\"c1 c1\"/>",
    );
    let article = article(&format!(
        "<contrib-group>{li}</contrib-group><aff id=\"a1\">A</aff><author-notes><corresp id=\"c1\">first</corresp>\
         <corresp id=\"c1\">second</corresp></author-notes>"
    ));
    let all = article.contributors();
    assert_eq!(belong(&all), ["Li: In it, A"]);
    let texts: Vec<_> = all[0].correspondence.iter().map(|c| c.text()).collect();
    assert_eq!(texts, ["first"]);
}

#[test]
fn two_roles_in_one_text_are_no_term() {
    assert_eq!(CreditTerm::parse("Software/Supervision"), None);
}

#[test]
fn a_group_is_named_without_its_members_and_marks() {
    let article = article(
        "<contrib-group><contrib><collab>The <italic>Shore</italic> Survey<xref rid=\"a\">1</xref><contrib-group><contrib>\
         <collab>Team</collab></contrib></contrib-group><email>s@example.org</email></collab></contrib><contrib>\
         <collab-alternatives><collab>\u{49b}\u{43e}\u{440}</collab><collab>Fund<aff>Almaty</aff></collab></collab-alternatives>\
         </contrib><contrib><collab><contrib-group><contrib/></contrib-group></collab></contrib></contrib-group>",
    );
    let names: Vec<_> = article.credits().map(crate::model::Credit::name).collect();
    assert_eq!(
        names,
        [
            Some("The Shore Survey".into()),
            Some("\u{49b}\u{43e}\u{440}".into()),
            None
        ]
    );
}

#[test]
fn a_credit_may_refer_to_affiliations_itself() {
    let article = article(
        "<contrib-group><contrib contrib-type=\"author\" rid=\"a1 a3\"><name><surname>Li</surname></name></contrib>\
         <contrib contrib-type=\"author\" rid=\"a2\"><name><surname>Moyo</surname></name></contrib>\
         <aff id=\"a1\">One</aff><aff id=\"a2\">Two</aff><aff id=\"a3\">Three</aff></contrib-group>",
    );
    assert_eq!(belong(&article.authors()), ["Li: One, Three", "Moyo: Two"]);
}

#[test]
fn groups_of_jats_1_4_have_names_and_members() {
    let article = article(
        "<contrib-group><contrib contrib-type=\"author\"><collab-wrap><collab-name>Shore Survey</collab-name><contrib-group>\
         <contrib><name><surname>Li</surname></name></contrib></contrib-group></collab-wrap></contrib><contrib \
         contrib-type=\"author\"><collab-name-alternatives><collab-name>\u{49a}\u{43e}\u{440}</collab-name><collab-name>Fund</collab-name>\
         </collab-name-alternatives></contrib><contrib contrib-type=\"author\"><collab-name>Board</collab-name></contrib></contrib-group>",
    );
    let authors = article.authors();
    assert_eq!(
        belong(&authors),
        ["Shore Survey: ", "\u{49a}\u{43e}\u{440}: ", "Board: "]
    );
    assert_eq!(belong(&authors[0].members), ["Li: "]);
}

#[test]
fn a_kind_that_says_what_is_named_says_nothing_of_the_part() {
    let groups = |kind: &str| {
        format!(
            "<contrib-group content-type=\"{kind}\"><contrib contrib-type=\"collab\"><collab>{kind}</collab></contrib></contrib-group>"
        )
    };
    let article = article(&["authors", "editors"].map(groups).concat());
    assert_eq!(belong(&article.authors()), ["authors: "]);
}

#[test]
fn affiliations_between_credits_are_those_of_the_credits_before() {
    let [li, moyo, ito] = ["Li", "Moyo", "Ito"].map(|name| contrib(name, ""));
    let of = |inside: &str| {
        let article = article(&format!("<contrib-group>{inside}</contrib-group>"));
        belong(&article.contributors())
    };
    assert_eq!(
        of(&format!(
            "{li}{moyo}<aff>A</aff><aff>B</aff>{ito}<aff-alternatives><aff>C</aff></aff-alternatives>"
        )),
        ["Li: A, B", "Moyo: A, B", "Ito: C"]
    );
    assert_eq!(of(&format!("<aff>A</aff>{li}{ito}")), ["Li: A", "Ito: A"]);
    assert_eq!(of(&format!("{li}{ito}<aff>A</aff>")), ["Li: A", "Ito: A"]);
    assert_eq!(of(&format!("{li}<aff>A</aff>{ito}")), ["Li: A", "Ito: "]);
}
