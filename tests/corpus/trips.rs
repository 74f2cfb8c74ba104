//! Round trips through each format: what comes back is what went in, and the reports say so.

#[cfg(feature = "epub")]
use separatum::epub;
#[cfg(feature = "pdf")]
use separatum::pdf;
use separatum::{Article, Outcome, Report, Result, jats, json};

use crate::support::canonical::compare;
use crate::support::corpus::{self, File};
use crate::{each, ratchet};

/// A format, there and back.
struct Trip {
    write: fn(&Article) -> Result<Outcome<Vec<u8>>>,
    read: fn(&[u8]) -> Result<Outcome<Article>>,
}

const JATS: Trip = Trip {
    write: jats::to_vec,
    read: jats::from_slice,
};

const JSON: Trip = Trip {
    write: json::to_vec,
    read: json::from_slice,
};

/// From the XHTML alone: no other file of the package holds the article.
#[cfg(feature = "epub")]
const EPUB: Trip = Trip {
    write: epub::to_vec,
    read: epub::from_slice,
};

/// From the tags alone: the attached JATS is not looked at.
#[cfg(feature = "pdf")]
const PDF: Trip = Trip {
    write: pdf::to_vec,
    read: crate::support::tags::from_tags,
};

#[test]
fn jats_to_jats_is_equal_to_the_input() {
    hold("jats", |file| {
        let input = file.bytes();
        let read = jats::from_slice(&input).map_err(|error| error.to_string())?;
        let written = jats::to_vec(&read.value).map_err(|error| error.to_string())?;
        let equal = compare(&input, &written.value).map_err(|difference| difference.to_string());
        sound(equal, &[read.report, written.report])?;
        there_and_back(&JATS, file)
    });
}

#[test]
fn jats_to_json_and_back_is_the_same() {
    hold("json", |file| there_and_back(&JSON, file));
}

#[cfg(feature = "epub")]
#[test]
fn jats_to_epub_and_back_is_the_same() {
    hold("epub", |file| there_and_back(&EPUB, file));
}

#[cfg(feature = "pdf")]
#[test]
fn jats_to_pdf_and_back_is_the_same() {
    hold("pdf", |file| there_and_back(&PDF, file));
}

/// Runs a check over the corpus and holds it against the list.
fn hold(what: &str, check: impl Fn(&File) -> std::result::Result<(), String> + Sync) {
    let files = corpus::spread();
    if !files.is_empty() {
        ratchet::hold(what, &each::file(&files, check));
    }
}

/// From JATS through the format to the same JATS; the second writing gives the same bytes.
fn there_and_back(trip: &Trip, file: &File) -> std::result::Result<(), String> {
    let text = |error: separatum::Error| error.to_string();
    let article = jats::from_slice(&file.bytes()).map_err(text)?.value;
    let written = (trip.write)(&article).map_err(text)?;
    let back = (trip.read)(&written.value).map_err(text)?;
    let before = jats::to_vec(&article).map_err(text)?.value;
    let after = jats::to_vec(&back.value).map_err(text)?.value;
    let equal = compare(&before, &after).map_err(|difference| difference.to_string());
    sound(equal, &[written.report.clone(), back.report.clone()])?;
    if article != back.value {
        return Err("the XML is equal, the articles are not".into());
    }
    if before != after {
        return Err("the XML is equal, its bytes are not".into());
    }
    if (trip.write)(&back.value).map_err(text)?.value != written.value {
        return Err("written again, it has other bytes".into());
    }
    Ok(())
}

/// The reports are true: no loss where all is equal, a loss where it is not.
fn sound(
    equal: std::result::Result<(), String>,
    reports: &[Report],
) -> std::result::Result<(), String> {
    match (equal, reports.iter().flat_map(Report::losses).next()) {
        (Ok(()), None) => Ok(()),
        (Ok(()), Some(loss)) => Err(format!("equal, and yet a loss is reported: {loss}")),
        (Err(difference), None) => Err(format!("called lossless, and yet {difference}")),
        (Err(difference), Some(loss)) => Err(format!("{difference} (reported: {loss})")),
    }
}

#[test]
fn what_is_malformed_is_refused_with_its_place() {
    let mut files = corpus::all();
    files.retain(|file| !file.well_formed);
    let results = each::file(&files, |file| match jats::from_slice(&file.bytes()) {
        Ok(_) => Err("it is read".into()),
        Err(error) => {
            let place = error
                .location()
                .and_then(|place| place.line.zip(place.column));
            place
                .map(|_| ())
                .ok_or_else(|| format!("refused without its place: {error}"))
        }
    });
    results.print("malformed");
    assert!(results.failed.is_empty(), "{:#?}", results.failed);
}
