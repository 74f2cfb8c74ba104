#![cfg(feature = "jats")]

use crate::Article;
use crate::model::Contributor;
use crate::model::query::tests::{article, contrib};

/// The names of those to write to, with their addresses.
fn to_write_to(article: &Article) -> Vec<(String, Vec<String>)> {
    let one = |contributor: &Contributor<'_>| {
        (
            contributor.credit.name().unwrap_or_default(),
            contributor.emails(),
        )
    };
    article.corresponding().iter().map(one).collect()
}

#[test]
fn correspondence_is_that_of_whom_it_is_said() {
    let notes = "<author-notes><corresp id=\"c\">To <email>a@example.org</email> or <email xlink:href=\"mailto:b@example.org\"/></corresp>\
        </author-notes>";
    let both = vec!["a@example.org".to_owned(), "b@example.org".to_owned()];
    let marked = contrib("Li", "<xref ref-type=\"corresp\" rid=\"c\"/>");
    let said = article(&format!(
        "<contrib-group>{marked}{}</contrib-group>{notes}",
        contrib("Moyo", "")
    ));
    assert_eq!(to_write_to(&said), [("Li".to_owned(), both.clone())]);
    // The mark of one, and nothing that leads from it to the only note.
    let marked = contrib("Li", "").replace("<contrib ", "<contrib corresp=\"yes\" ");
    let one = article(&format!(
        "<contrib-group>{}{marked}</contrib-group>{notes}",
        contrib("Moyo", "")
    ));
    assert_eq!(to_write_to(&one), [("Li".to_owned(), both.clone())]);
    let alone = article(&format!(
        "<contrib-group>{}</contrib-group>{notes}",
        contrib("Li", "")
    ));
    assert_eq!(to_write_to(&alone), [("Li".to_owned(), both)]);
    // Whose of the two it is, nobody says.
    let unclear = article(&format!(
        "<contrib-group>{}{}</contrib-group>{notes}",
        contrib("Li", ""),
        contrib("Moyo", "")
    ));
    assert_eq!(to_write_to(&unclear), []);
    let own = contrib("Li", "<email>li@example.org</email>")
        .replace("<contrib ", "<contrib corresp=\"yes\" ");
    let own = article(&format!("<contrib-group>{own}</contrib-group>"));
    assert_eq!(
        to_write_to(&own),
        [("Li".to_owned(), vec!["li@example.org".to_owned()])]
    );
}

#[test]
fn correspondence_may_be_a_note() {
    let notes = "<author-notes><fn id=\"n\" fn-type=\"corresp\"><p>To <italic>Li</italic>: <email>li@example.org</email></p></fn>\
        <fn id=\"m\"><p><email>no@example.org</email></p></fn></author-notes>";
    let mail = vec!["li@example.org".to_owned()];
    let marked = contrib("Li", "<xref ref-type=\"author-notes\" rid=\"n\">*</xref>");
    let other = contrib("Moyo", "<xref ref-type=\"author-notes\" rid=\"m\">2</xref>");
    let said = article(&format!(
        "<contrib-group>{marked}{other}</contrib-group>{notes}"
    ));
    assert_eq!(to_write_to(&said), [("Li".to_owned(), mail.clone())]);
    let alone = article(&format!(
        "<contrib-group>{}</contrib-group>{notes}",
        contrib("Li", "")
    ));
    assert_eq!(to_write_to(&alone), [("Li".to_owned(), mail)]);
}

#[test]
fn a_mark_of_correspondence_marks_whatever_it_points_to() {
    let notes =
        "<author-notes><corresp>Write to <email>li@example.org</email></corresp></author-notes>";
    for mark in [
        "<xref ref-type=\"corresp\">*</xref>",
        "<xref ref-type=\"corresp\" rid=\"nowhere\"/>",
    ] {
        let article = article(&format!(
            "<contrib-group>{}{}</contrib-group>{notes}",
            contrib("Moyo", ""),
            contrib("Li", mark)
        ));
        let mail = vec!["li@example.org".to_owned()];
        assert_eq!(to_write_to(&article), [("Li".to_owned(), mail)], "{mark}");
    }
}

/// Somebody with a given name.
fn full(given: &str, family: &str) -> String {
    format!(
        "<contrib contrib-type=\"author\"><name><surname>{family}</surname><given-names>{given}</given-names></name></contrib>"
    )
}

#[test]
fn correspondence_is_that_of_whom_it_names() {
    let people = [
        full("Ary A", "Hoffmann"),
        full("Rosa", "van der Lee"),
        full("N.", "Li"),
    ];
    let named = |texts: &str| {
        let article = article(&format!(
            "<contrib-group>{}</contrib-group><author-notes>{texts}</author-notes>",
            people.concat()
        ));
        to_write_to(&article)
            .into_iter()
            .map(|(name, _)| name)
            .collect::<Vec<_>>()
    };
    let one = "<corresp>Corresponding author: Ary Hoffmann, 7 Lee Street. E-mail: <email>a@example.org</email></corresp>";
    assert_eq!(named(one), ["Ary A Hoffmann"]);
    assert_eq!(
        named("<corresp>R. M. VAN DER LEE</corresp>"),
        ["Rosa van der Lee"]
    );
    assert_eq!(
        named("<fn fn-type=\"corresp\"><p>To Li, Na.</p></fn>"),
        ["N. Li"]
    );
    assert_eq!(
        named("<corresp>A. Hoffmann</corresp><corresp>N. Li</corresp>"),
        ["Ary A Hoffmann", "N. Li"]
    );
    // Another one of that name, a name that is part of a word, nobody.
    for text in [
        "B. Hoffmann",
        "A. Hoffmannova",
        "<email>hoffmann@example.org</email>",
        "",
    ] {
        assert_eq!(
            named(&format!("<corresp>{text}</corresp>")),
            [""; 0],
            "{text}"
        );
    }
}

#[test]
fn two_of_one_name_are_not_told_apart() {
    let named = |text: &str| {
        let article = article(&format!(
            "<contrib-group>{}{}</contrib-group><author-notes><corresp>{text}</corresp></author-notes>",
            full("Nora", "Li"),
            full("Nils", "Li")
        ));
        let names = to_write_to(&article).into_iter().map(|(name, _)| name);
        names.collect::<Vec<_>>()
    };
    assert_eq!(named("N. Li"), [""; 0]);
    assert_eq!(named("Nora Li"), ["Nora Li"]);
    assert_eq!(named("Nora Li or Nils Li"), ["Nora Li", "Nils Li"]);
}

#[test]
fn addresses_are_found_behind_any_mark() {
    let notes = "<author-notes><fn id=\"n\"><p>e-mail: <email>a@example.org</email></p></fn><corresp id=\"c\"><ext-link \
        ext-link-type=\"email\">b@example.org</ext-link> <ext-link xlink:href=\"mailto:c@example.org\"/></corresp></author-notes>";
    let marks = "<xref ref-type=\"corresp\" rid=\"n c\"/><ext-link ext-link-type=\"email\">d@example.org</ext-link>";
    let article = article(&format!(
        "<contrib-group>{}</contrib-group>{notes}",
        contrib("Li", marks)
    ));
    let mails = [
        "d@example.org",
        "b@example.org",
        "c@example.org",
        "a@example.org",
    ];
    assert_eq!(article.authors()[0].emails(), mails);
}

#[test]
fn a_note_of_one_who_is_marked_may_say_where() {
    let notes = "<author-notes><fn id=\"n\"><p>e-mail: <email>a@example.org</email></p></fn></author-notes>";
    let li = contrib("Li", "<xref ref-type=\"fn\" rid=\"n\"/>");
    let marked = li.replace("<contrib ", "<contrib corresp=\"yes\" ");
    for (credit, mails) in [(marked, vec!["a@example.org".to_owned()]), (li, Vec::new())] {
        let article = article(&format!("<contrib-group>{credit}</contrib-group>{notes}"));
        assert_eq!(article.authors()[0].emails(), mails, "{credit}");
    }
}
