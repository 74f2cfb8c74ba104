#![cfg(feature = "jats")]

use crate::model::query::tests::article;

#[test]
fn affiliations_are_read_without_their_marks() {
    let text = |aff: &str| {
        let article = article(&format!("<aff>{aff}</aff>"));
        (
            article.affiliations[0].label(),
            article.affiliations[0].text(),
        )
    };
    let of = |label: Option<&str>, text: &str| (label.map(str::to_owned), text.to_owned());
    assert_eq!(text("<sup>1</sup>Shore"), of(Some("1"), "Shore"));
    assert_eq!(
        text("<label><sup>a</sup></label>Shore"),
        of(Some("a"), "Shore")
    );
    assert_eq!(text("Shore<sup>1</sup>"), of(None, "Shore1"));
    assert_eq!(text("<sup>1</sup>"), of(Some("1"), "1"));
    let wrap = "<institution-wrap><institution>Shore, </institution></institution-wrap>";
    assert_eq!(text(&format!("{wrap}Almaty")), of(None, "Shore, Almaty"));
    assert_eq!(text(&format!("{wrap}; Almaty")), of(None, "Shore,; Almaty"));
    let parts = "<institution-wrap><institution>Waves</institution><institution>Shore Lab,</institution></institution-wrap> \
        <addr-line><named-content>Almaty</named-content><named-content>A</named-content></addr-line><country>Kazakhstan</country>";
    assert_eq!(
        text(parts),
        of(None, "Waves, Shore Lab, Almaty, A, Kazakhstan")
    );
    let mixed = "<institution>Shore Lab</institution>, <addr-line>Almaty</addr-line> <country>Kazakhstan</country>";
    assert_eq!(text(mixed), of(None, "Shore Lab, Almaty Kazakhstan"));
    let original = "<label>1</label><institution content-type=\"original\">Shore Lab, Almaty.</institution>\
        <institution content-type=\"orgname\">Shore Lab</institution><country>Kazakhstan</country>";
    assert_eq!(text(original), of(Some("1"), "Shore Lab, Almaty."));
}

#[test]
fn an_identifier_beside_the_institution_is_its_own() {
    let article = article(
        "<funding-group><award-group><funding-source><institution>X</institution> <named-content \
         content-type=\"funder-id\">10.13039/1</named-content></funding-source></award-group></funding-group>",
    );
    let funders = article.funding[0].awards[0].sources[0].institutions();
    assert_eq!(funders.len(), 1);
    assert_eq!(funders[0].funder_doi().unwrap().as_str(), "10.13039/1");
}

#[test]
fn a_giver_may_be_identified_by_a_link() {
    let article = article(
        "<funding-group><award-group><funding-source xlink:href=\"https://doi.org/10.13039/7\">Sea Fund</funding-source></award-group>\
         <award-group><funding-source xlink:href=\"https://ror.org/05dxps055\"><institution>A</institution></funding-source></award-group>\
         </funding-group>",
    );
    let funders = article.funders();
    assert_eq!(funders[0].funder_doi().unwrap().as_str(), "10.13039/7");
    assert_eq!(funders[1].ror().unwrap().as_str(), "05dxps055");
    assert_eq!(funders[1].funder_doi(), None);
}

#[test]
fn sponsors_of_nlm_have_identifiers() {
    let article = article(
        "<contract-num>7</contract-num><contract-sponsor>Sea Fund<named-content content-type=\"fundref-id\">10.13039/7</named-content>\
         </contract-sponsor>",
    );
    assert_eq!(article.funders()[0].names, ["Sea Fund"]);
    assert_eq!(
        article.funders()[0].funder_doi().unwrap().as_str(),
        "10.13039/7"
    );
    assert_eq!(article.award_numbers(), ["7"]);
}

#[test]
fn funders_are_institutions_with_identifiers() {
    let article = article(
        "<funding-group><award-group><funding-source><institution-wrap><institution>Shore Fund</institution><institution-id \
         institution-id-type=\"FundRef\">http://dx.doi.org/10.13039/5</institution-id></institution-wrap></funding-source></award-group>\
         <award-group><funding-source>Sea Fund<named-content content-type=\"funder-id\">10.13039/7</named-content></funding-source>\
         <principal-award-recipient><institution>Water Board</institution></principal-award-recipient></award-group>\
         <award-group><funding-source/><principal-award-recipient>N. Li</principal-award-recipient></award-group></funding-group>",
    );
    let awards: Vec<_> = article.awards().collect();
    assert_eq!(awards[0].funders()[0].names, ["Shore Fund"]);
    assert_eq!(
        awards[0].funders()[0].funder_doi().unwrap().as_str(),
        "10.13039/5"
    );
    assert_eq!(awards[1].funders()[0].names, ["Sea Fund"]);
    assert_eq!(
        awards[1].funders()[0].funder_doi().unwrap().as_str(),
        "10.13039/7"
    );
    assert_eq!(awards[1].recipient_names(), ["Water Board"]);
    assert!(awards[2].funders().is_empty());
    assert_eq!(awards[2].recipient_names(), ["N. Li"]);
}
