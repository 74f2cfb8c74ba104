//! Reading grows with the input and no faster, in every construct that has made readers slow; a stream is read in a
//! constant part of it.
//!
//! Small inputs by default; with `SEPARATUM_FULL=1` 100 000 attributes and 60 MB of text.

use std::io::Read;
use std::time::Duration;

use separatum::{Limits, jats};

use crate::support::require::{full, skip};

/// What is repeated, how often by default and in full, and the article of it.
type Construct = (&'static str, [usize; 2], fn(usize) -> String);

/// What grows, and how large it is by default and in full.
const CONSTRUCTS: &[Construct] = &[
    ("bytes of text in a paragraph", [1 << 20, 60 << 20], |n| {
        body(&"word ".repeat(n / 5))
    }),
    ("references to characters", [40_000, 4_000_000], |n| {
        body(&"&#233;".repeat(n))
    }),
    ("lines of text", [100_000, 4_000_000], |n| {
        body(&"words\r\n".repeat(n))
    }),
    ("attributes on a tag", [10_000, 100_000], |n| {
        let attributes: Vec<_> = (0..n).map(|i| format!(" a{}='v'", n - i)).collect();
        body(&format!("<named-content{}/>", attributes.concat()))
    }),
    ("siblings", [10_000, 400_000], |n| {
        body(&"<italic>x</italic> ".repeat(n))
    }),
    (
        "empty siblings of an unknown name",
        [10_000, 400_000],
        |n| body(&"<x/>".repeat(n)),
    ),
    ("references to one note", [5_000, 200_000], |n| {
        body(&("<fn id='n'><p>Note.</p></fn>".to_owned() + &"<xref rid='n'>1</xref>".repeat(n)))
    }),
    ("affiliations", [2_000, 100_000], |n| {
        let affs = "<aff>A<sup>1</sup></aff><x/>".repeat(n);
        format!("<article><front><article-meta>{affs}</article-meta></front></article>")
    }),
    ("entities that are mended", [10_000, 400_000], |n| {
        body(&"&alpha;<x/>".repeat(n))
    }),
    ("comments", [10_000, 400_000], |n| {
        body(&"<!--c-->t".repeat(n))
    }),
    ("unclosed tags of the same name", [100, 120], |n| {
        format!(
            "<article><body>{}</body></article>",
            "<sec>".repeat(n) + &"</sec>".repeat(n)
        )
    }),
];

fn body(content: &str) -> String {
    format!("<article><body><p>{content}</p></body></article>")
}

#[test]
fn reading_is_linear() {
    if spent().is_none() {
        return skip("the processor time of a thread");
    }
    let limits = Limits {
        attributes: usize::MAX,
        ..Limits::default()
    };
    let options = jats::ReadOptions::new().limits(limits).repair(true);
    for (what, sizes, make) in CONSTRUCTS {
        let large = sizes[usize::from(full())];
        let [small, large] = [large / 4, large].map(|size| {
            let xml = make(size);
            let runs = (0..3).map(|_| {
                let before = spent().unwrap_or_default();
                assert!(options.read_str(&xml).is_ok(), "{what}");
                spent().unwrap_or_default().saturating_sub(before)
            });
            runs.min().unwrap_or_default()
        });
        println!("MEASURED {what}: {large:?} for four times what takes {small:?}");
        // What grows with the square of its size takes sixteen times as long.
        assert!(
            large < small.max(Duration::from_millis(1)) * 9,
            "{what}: {small:?}, {large:?}"
        );
    }
}

/// The processor time of this thread, where the system tells it: other tests run beside this one.
fn spent() -> Option<Duration> {
    std::thread::yield_now();
    let account = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    Some(Duration::from_nanos(
        account.split(' ').next()?.parse().ok()?,
    ))
}

/// An endless set of articles, each about as long as the others, and how much of it was read.
struct Set {
    piece: Vec<u8>,
    at: usize,
    read: usize,
}

const ARTICLE: usize = 20_000;

impl Read for &mut Set {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        let left = &self.piece[self.at..];
        let count = left.len().min(out.len()).min(4096);
        out[..count].copy_from_slice(&left[..count]);
        self.at += count;
        self.read += count;
        if self.at == self.piece.len() {
            let text = "é ".repeat(ARTICLE / 3);
            self.piece = format!("<record><metadata><article><body><p>{text}</p></body></article></metadata></record>\n").into();
            self.at = 0;
        }
        Ok(count)
    }
}

#[test]
fn no_more_of_a_stream_is_read_than_the_article_at_hand() {
    let mut set = Set {
        piece: b"<?xml version='1.0'?><OAI-PMH><ListRecords>".to_vec(),
        at: 0,
        read: 0,
    };
    let size = if full() { 200_000_000 } else { 4_000_000 };
    let mut count = 0;
    while set.read < size {
        // A reader of a hundred articles, taken from the endless set.
        let before = set.read;
        for (number, article) in jats::articles(&mut set).take(100).enumerate() {
            let read = article.unwrap();
            assert_eq!(read.report.findings()[0].code, "jats.wrapper");
            assert!(read.value.body.is_some());
            count += 1;
            assert!(number < 100);
        }
        let ahead = (set.read - before).saturating_sub(100 * ARTICLE);
        assert!(
            ahead < 200_000,
            "{ahead} bytes read ahead after {count} articles"
        );
        set = Set {
            piece: b"<?xml version='1.0'?><OAI-PMH><ListRecords>".to_vec(),
            at: 0,
            read: set.read,
        };
    }
}
