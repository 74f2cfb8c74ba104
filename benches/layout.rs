//! Pages of PDF a second: text, tables and formulas, tagged; without images, with and without the time to read the JATS.
#![allow(clippy::print_stdout, reason = "a bench prints")]

mod support;

use std::time::Duration;

use lopdf::Document;
use separatum::{jats, pdf};
use support::{Result, median, research};

fn main() -> Result<()> {
    for times in [1, 8] {
        let xml = research(times)?;
        let article = jats::from_str(&xml)?.value;
        let pages = Document::load_mem(&pdf::to_vec(&article)?.value)?
            .get_pages()
            .len();
        let write = median(|| Ok(pdf::to_vec(&article)?))?;
        let both = median(|| Ok(pdf::to_vec(&jats::from_str(&xml)?.value)?))?;
        println!(
            "layout {pages:3} pages: {:.0} pages/s ({:.0} from JATS on)",
            per_second(pages, write),
            per_second(pages, both)
        );
    }
    Ok(())
}

#[allow(
    clippy::cast_precision_loss,
    reason = "a rate is rounded when it is printed"
)]
fn per_second(pages: usize, time: Duration) -> f64 {
    pages as f64 / time.as_secs_f64()
}
