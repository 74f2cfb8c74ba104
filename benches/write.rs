//! Writing JATS, as a multiple of reading it; writing EPUB, as a multiple of deflating the same bytes at level 6.
#![allow(clippy::print_stdout, reason = "a bench prints")]

mod support;

use std::io::{Cursor, Read, Write};

use separatum::{epub, jats};
use support::{Result, compare, rate, ratio, research};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

fn main() -> Result<()> {
    for times in [8, 64] {
        let xml = research(times)?;
        let article = jats::from_str(&xml)?.value;
        let size = xml.len() / 1000;

        let (limit, cost) = compare(|| Ok(jats::from_str(&xml)?), || Ok(jats::to_vec(&article)?))?;
        println!(
            "write JATS {size:5} kB: {:.2} x reading it ({:.0} MB/s)",
            ratio(cost, limit),
            rate(xml.len(), cost)
        );

        let unpacked = unpack(epub::to_vec(&article)?.value)?;
        let (limit, cost) = compare(|| deflate(&unpacked), || Ok(epub::to_vec(&article)?))?;
        println!(
            "write EPUB {size:5} kB: {:.2} x deflating its {} kB ({:.0} against {:.0} MB/s)",
            ratio(cost, limit),
            unpacked.len() / 1000,
            rate(unpacked.len(), cost),
            rate(unpacked.len(), limit)
        );
    }
    Ok(())
}

/// All files of an archive, one after another.
fn unpack(epub: Vec<u8>) -> Result<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(epub))?;
    let mut all = Vec::new();
    for index in 0..archive.len() {
        archive.by_index(index)?.read_to_end(&mut all)?;
    }
    Ok(all)
}

fn deflate(bytes: &[u8]) -> Result<usize> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file(
        "all",
        SimpleFileOptions::default().compression_level(Some(6)),
    )?;
    archive.write_all(bytes)?;
    Ok(archive.finish()?.into_inner().len())
}
