use super::*;
use crate::facts::Creator;
use crate::pdf::sample;

fn facts() -> Facts {
    Facts {
        title: Some("The river & its <floods>".to_owned()),
        lang: Some("en".to_owned()),
        creators: vec![
            Creator {
                name: "Асель К.".to_owned(),
                ..Creator::default()
            },
            Creator {
                name: "B".to_owned(),
                ..Creator::default()
            },
        ],
        doi: Some("10.1/x".to_owned()),
        latest: Some("2026-03-05".to_owned()),
        subjects: vec!["rivers".to_owned()],
        description: Some("About a river".to_owned()),
        rights: Some("CC BY".to_owned()),
        licence: Some("https://creativecommons.org/licenses/by/4.0/".to_owned()),
        container: Some("Journal".to_owned()),
        publisher: Some("Publisher".to_owned()),
        published: Some("2026-03".to_owned()),
        ..Facts::default()
    }
}

pub(crate) fn sample_bytes() -> Vec<u8> {
    let facts = facts();
    let about = About {
        facts: &facts,
        digest: "00ff",
        jats: Some("<article/>"),
        limits: &Limits::default(),
    };
    write(&sample::whole().pages, &about).unwrap()
}

#[test]
fn the_same_pages_give_the_same_bytes() {
    assert_eq!(sample_bytes(), sample_bytes());
}
