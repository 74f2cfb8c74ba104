//! What must hold of any bytes; used by the fuzz targets and by the test that replays their seeds.
#![allow(
    dead_code,
    clippy::expect_used,
    reason = "each target uses a part; a check that fails says so"
)]

use separatum::{Article, Outcome, Result, epub, jats, json, pdf, strategy, text};

/// Most numbers of a tape: a larger article finds nothing that a smaller one does not.
const TAPE: usize = 300;

/// JATS that is read comes back from JATS. True when it is read.
pub fn jats(data: &[u8]) -> bool {
    let Ok(read) = jats::from_slice(data) else {
        return false;
    };
    through_jats(&read.value);
    true
}

/// The same of JSON, which need not be in normal form.
pub fn json(data: &[u8]) -> bool {
    let Ok(read) = json::from_slice(data) else {
        return false;
    };
    assert_eq!(
        read.value.normal(),
        read.value,
        "a reader returns the normal form"
    );
    comes_back("JSON", &read.value, json::to_vec, json::from_slice);
    true
}

/// The same of EPUB.
pub fn epub(data: &[u8]) -> bool {
    let Ok(read) = epub::open(data) else {
        return false;
    };
    let package = read.value;
    let options = epub::WriteOptions::new().resources(&package);
    comes_back(
        "EPUB",
        &package.article,
        |article| options.to_vec(article),
        epub::from_slice,
    );
    true
}

/// The same of PDF, from the tags alone.
pub fn pdf(data: &[u8]) -> bool {
    let tags = pdf::ReadOptions::new().attachment(pdf::Attachment::Ignore);
    let Ok(read) = tags.open(data) else {
        return false;
    };
    let package = read.value;
    let options = pdf::WriteOptions::new().resources(&package);
    comes_back(
        "PDF",
        &package.article,
        |article| options.to_vec(article),
        |bytes| tags.read_slice(bytes),
    );
    true
}

/// What the text reader makes of a text comes back from JATS.
pub fn text(data: &[u8]) -> bool {
    let Ok(read) = text::from_slice(data) else {
        return false;
    };
    through_jats(&read.value);
    true
}

/// An article that grows from the bytes comes back from every format.
pub fn roundtrip(data: &[u8]) -> bool {
    let tape: Vec<u16> = data
        .chunks_exact(2)
        .take(TAPE)
        .map(|pair| pair.iter().fold(0, |sum, byte| sum << 8 | u16::from(*byte)))
        .collect();
    let article = strategy::from_tape(&tape).normal();
    everywhere(&article);
    true
}

/// An article in normal form comes back from every format.
pub fn everywhere(article: &Article) {
    through_jats(article);
    comes_back("JSON", article, json::to_vec, json::from_slice);
    comes_back("EPUB", article, epub::to_vec, epub::from_slice);
    let tags = pdf::ReadOptions::new().attachment(pdf::Attachment::Ignore);
    comes_back("PDF", article, pdf::to_vec, |bytes| tags.read_slice(bytes));
}

fn through_jats(article: &Article) {
    comes_back("JATS", article, jats::to_vec, jats::from_slice);
}

/// What is read from what is written is the article, unless the report says otherwise; written again it is the same bytes.
fn comes_back(
    format: &str,
    article: &Article,
    write: impl Fn(&Article) -> Result<Outcome<Vec<u8>>>,
    read: impl Fn(&[u8]) -> Result<Outcome<Article>>,
) {
    let written = write(article).expect("an article in normal form can be written");
    let again = read(&written.value)
        .expect("what was written can be read")
        .value;
    if written.report.is_lossless() {
        let (wanted, found) = (shown(article), shown(&again));
        assert!(
            &again == article,
            "{format}: said to be lossless, but\n{wanted}became\n{found}"
        );
    }
    let twice = write(&again).expect("what was read can be written").value;
    assert!(
        twice == written.value,
        "{format}: written twice, the bytes differ"
    );
}

/// An article in the shape that a person reads most easily.
fn shown(article: &Article) -> String {
    jats::to_string(article).map_or_else(|error| error.to_string(), |xml| xml.value)
}
