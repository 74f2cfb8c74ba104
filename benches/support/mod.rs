//! Input and clock of the benches. What counts is a ratio: our cost and the raw limit, in one process, on the same bytes.
#![allow(dead_code, reason = "each bench uses a part")]

use std::error::Error;
use std::hint::black_box;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

pub(crate) type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// How often each thing is measured; the median counts.
const RUNS: usize = 5;

/// How long a run is at least.
const LONG_ENOUGH: Duration = Duration::from_millis(100);

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

/// The median times of a limit and of a cost, each once in every round, so that both meet the same neighbours.
pub(crate) fn compare<L, C>(
    mut limit: impl FnMut() -> Result<L>,
    mut cost: impl FnMut() -> Result<C>,
) -> Result<(Duration, Duration)> {
    let (limits, costs) = (repeats(&mut limit)?, repeats(&mut cost)?);
    let mut times = [Vec::new(), Vec::new()];
    let [of_limit, of_cost] = &mut times;
    for _ in 0..RUNS {
        of_limit.push(time(&mut limit, limits)?);
        of_cost.push(time(&mut cost, costs)?);
    }
    let [limit, cost] = times.map(middle);
    Ok((limit?, cost?))
}

/// The median time of some runs, after one to warm up.
pub(crate) fn median<T>(mut work: impl FnMut() -> Result<T>) -> Result<Duration> {
    let repeats = repeats(&mut work)?;
    let times: Result<Vec<_>> = (0..RUNS).map(|_| time(&mut work, repeats)).collect();
    middle(times?)
}

fn middle(mut times: Vec<Duration>) -> Result<Duration> {
    times.sort_unstable();
    times.get(RUNS / 2).copied().ok_or_else(|| "no run".into())
}

/// How often some work must be done to be long enough for the clock.
fn repeats<T>(work: &mut impl FnMut() -> Result<T>) -> Result<u32> {
    black_box(work()?);
    let once = time(work, 1)?.max(Duration::from_micros(1));
    Ok(u32::try_from(LONG_ENOUGH.as_micros() / once.as_micros())?.max(1))
}

/// The mean time of some work, the end of what it has made included.
fn time<T>(work: &mut impl FnMut() -> Result<T>, repeats: u32) -> Result<Duration> {
    let start = now()?;
    for _ in 0..repeats {
        black_box(work()?);
    }
    Ok(now()?.saturating_sub(start) / repeats)
}

/// The processor time of this thread where the system tells it, since others are at work on the machine too; else the time.
#[allow(
    clippy::disallowed_methods,
    reason = "a bench looks at the clock; the library never does"
)]
fn now() -> Result<Duration> {
    static START: OnceLock<Instant> = OnceLock::new();
    // The kernel brings its account up to date when the thread offers to wait.
    std::thread::yield_now();
    match std::fs::read_to_string("/proc/thread-self/schedstat") {
        Ok(account) => {
            let spent = account.split(' ').next().unwrap_or_default();
            Ok(Duration::from_nanos(spent.parse()?))
        }
        Err(_) => Ok(START.get_or_init(Instant::now).elapsed()),
    }
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
