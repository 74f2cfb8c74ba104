//! What a reader of figures asks of each file: the words kept in each part, and what reading costs.
//!
//! Words are counted in the raw XML of both sides. Costs are printed, and bounded so widely that only a change of their order
//! of magnitude fails: they are those of an unoptimised build on a busy machine.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::time::Instant;

use quick_xml::events::Event;
use quick_xml::reader::NsReader;
use separatum::jats;

use crate::support::canonical::words;
use crate::support::corpus;
use crate::{each, ratchet};

/// How many times the scanner's time reading may take, over all files; ours is not optimised here, the scanner is.
const TIME: f64 = 100.0;
/// How many bytes of JSON the model of a byte of XML may have, over all files: what it weighs, in a form that can be counted.
const WEIGHT: f64 = 8.0;

#[test]
fn every_word_is_kept_in_its_part() {
    let files = corpus::spread();
    let all = Mutex::new(BTreeMap::<String, usize>::new());
    let results = each::file(&files, |file| {
        let input = file.bytes();
        let text = |error: separatum::Error| error.to_string();
        let article = jats::from_slice(&input).map_err(text)?.value;
        let written = jats::to_vec(&article).map_err(text)?.value;
        let (before, after) = (words(&input)?, words(&written)?);
        for (part, expected) in &before {
            let found = after.get(part).map_or(&[][..], Vec::as_slice);
            if found != expected {
                return Err(format!(
                    "{part}: {} words of {}",
                    found.len(),
                    expected.len()
                ));
            }
            *all.lock().unwrap().entry(part.clone()).or_default() += expected.len();
        }
        (before.len() == after.len())
            .then_some(())
            .ok_or_else(|| "words in a part that had none".to_owned())
    });
    println!("MEASURED words kept: {:?}", all.lock().unwrap());
    if !files.is_empty() {
        ratchet::hold("words", &results);
    }
}

/// The time in which the scanner alone sees every tag, attribute and text.
#[expect(
    clippy::disallowed_methods,
    reason = "what reading costs is measured by the clock"
)]
fn scanned(bytes: &[u8]) -> Option<f64> {
    let text = std::str::from_utf8(bytes).ok()?;
    let start = Instant::now();
    let mut reader = NsReader::from_str(text);
    loop {
        match reader.read_resolved_event().ok()?.1 {
            Event::Eof => return Some(start.elapsed().as_secs_f64()),
            Event::Start(tag) | Event::Empty(tag) => {
                let count = tag.attributes().flatten().count();
                std::hint::black_box(count);
            }
            _ => {}
        }
    }
}

#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "what reading costs is measured by the clock"
)]
#[allow(
    clippy::cast_precision_loss,
    reason = "sizes are far below the limit of exactness"
)]
fn reading_costs_no_other_order_of_magnitude() {
    let (mut scan, mut read, mut bytes, mut model) = (0.0, 0.0, 0, 0);
    let mut slowest = (0.0, String::new());
    // What is made once a process is no part of it.
    let _ = jats::from_str("<article/>").unwrap();
    for file in corpus::spread() {
        let input = file.bytes();
        let Some(alone) = scanned(&input) else {
            continue;
        };
        let start = Instant::now();
        let article = jats::from_slice(&input).unwrap().value;
        let took = start.elapsed().as_secs_f64();
        slowest = std::cmp::max_by(slowest, (took / alone, file.name), |a, b| {
            a.0.total_cmp(&b.0)
        });
        scan += alone;
        read += took;
        bytes += input.len();
        model += separatum::json::to_vec(&article).unwrap().value.len();
    }
    if bytes == 0 {
        return;
    }
    let (time, weight) = (read / scan, model as f64 / bytes as f64);
    println!(
        "MEASURED reading: {time:.1} times the scanner, at most {slowest:?}; {weight:.2} bytes of JSON a byte"
    );
    assert!(time < TIME, "{time:.1} times the time of the scanner");
    assert!(weight < WEIGHT, "{weight:.2} times the size of the input");
}
