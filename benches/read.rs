//! Reading JATS, as a multiple of the bare scanner with namespaces and attributes over the same bytes.
//!
//! Arguments are files to read instead of the long sample.
#![allow(clippy::print_stdout, reason = "a bench prints")]

mod support;

use quick_xml::NsReader;
use quick_xml::events::Event;
use separatum::jats;
use support::{Result, compare, rate, ratio, research};

fn main() -> Result<()> {
    let files: Vec<String> = std::env::args()
        .skip(1)
        .filter(|argument| argument != "--bench")
        .collect();
    if files.is_empty() {
        for times in [8, 64, 512] {
            measure(&research(times)?)?;
        }
    }
    for file in files {
        measure(&std::fs::read_to_string(file)?)?;
    }
    Ok(())
}

fn measure(xml: &str) -> Result<()> {
    let (limit, cost) = compare(|| scan(xml), || Ok(jats::from_str(xml)?))?;
    println!(
        "read {:5} kB: {:.2} x the scanner ({:.0} against {:.0} MB/s)",
        xml.len() / 1000,
        ratio(cost, limit),
        rate(xml.len(), cost),
        rate(xml.len(), limit)
    );
    Ok(())
}

/// The least that any reader of XML does.
fn scan(xml: &str) -> Result<usize> {
    let mut reader = NsReader::from_str(xml);
    let mut seen = 0;
    loop {
        let (_, event) = reader.read_resolved_event()?;
        match event {
            Event::Start(tag) | Event::Empty(tag) => {
                for attribute in tag.attributes() {
                    let attribute = attribute?;
                    let (_, local) = reader.resolver().resolve_attribute(attribute.key);
                    seen += local.as_ref().len() + attribute.value.len();
                }
            }
            Event::Eof => return Ok(seen),
            _ => {}
        }
    }
}
