//! Input and clock of the benches. What counts is a ratio: our cost and the raw limit, in one process, on the same bytes.
#![allow(dead_code, reason = "each bench uses a part")]

use std::error::Error;
use std::hint::black_box;
use std::time::{Duration, Instant};

pub(crate) type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// How often each thing is measured; the median counts.
const RUNS: usize = 5;

/// The research article of the samples, as long as `times` of it: its body stands there `times` times.
pub(crate) fn research(times: usize) -> Result<String> {
    let xml = include_str!("../../examples/data/research.xml");
    let (front, rest) = xml.split_once("<body>").ok_or("no body")?;
    let (body, back) = rest.rsplit_once("</body>").ok_or("no end of the body")?;
    let mut long = format!("{front}<body>{body}");
    for copy in 1..times {
        // Ids stay unique; references go to the first copy.
        let body = body.replace(" id=\"", &format!(" id=\"copy{copy}-"));
        long.extend(reworded(&body, copy));
    }
    Ok(long + "</body>" + back)
}

/// The same with other letters in the text, or the deflater would find nothing but repetitions.
fn reworded(xml: &str, by: usize) -> impl Iterator<Item = char> {
    let shift = u8::try_from(by % 26).unwrap_or_default();
    let (mut tag, mut reference) = (false, false);
    xml.chars().map(move |char| {
        match char {
            '<' => tag = true,
            '>' => tag = false,
            '&' => reference = true,
            ';' => reference = false,
            _ => {}
        }
        match u8::try_from(char) {
            Ok(letter @ b'a'..=b'z') if !tag && !reference => {
                char::from((letter - b'a' + shift) % 26 + b'a')
            }
            _ => char,
        }
    })
}

/// The median time of some runs, after one to warm up.
pub(crate) fn median<T>(mut work: impl FnMut() -> Result<T>) -> Result<Duration> {
    black_box(work()?);
    let mut times = Vec::with_capacity(RUNS);
    for _ in 0..RUNS {
        times.push(once(&mut work)?);
    }
    times.sort_unstable();
    times.get(RUNS / 2).copied().ok_or_else(|| "no run".into())
}

#[allow(
    clippy::disallowed_methods,
    reason = "a bench looks at the clock; the library never does"
)]
fn once<T>(work: &mut impl FnMut() -> Result<T>) -> Result<Duration> {
    let start = Instant::now();
    black_box(work()?);
    Ok(start.elapsed())
}

/// How many times the limit a cost is.
pub(crate) fn ratio(cost: Duration, limit: Duration) -> f64 {
    cost.as_secs_f64() / limit.as_secs_f64()
}

/// Megabytes a second.
#[allow(
    clippy::cast_precision_loss,
    reason = "a rate is rounded when it is printed"
)]
pub(crate) fn rate(bytes: usize, time: Duration) -> f64 {
    bytes as f64 / 1e6 / time.as_secs_f64()
}
