//! Reading grows with the input and no faster, in every construct that has made readers slow; a stream is read in a
//! constant part of it.
//!
//! Small inputs by default; with `SEPARATUM_FULL=1` 100 000 attributes and 60 MB of text.

use std::cell::Cell;
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
    (
        "elements a hundred deep in one another",
        [10_000, 400_000],
        |n| {
            let deep = "<sec>".repeat(100) + &"</sec>".repeat(100);
            format!("<article><body>{}</body></article>", deep.repeat(n / 100))
        },
    ),
];

/// What a DTD has no place for, and in which number that has made a check by it slow.
const FAULTS: &[Construct] = &[
    ("references to nothing", [8_000, 200_000], |n| {
        sections(&"<p><xref rid='none'>1</xref></p>".repeat(n))
    }),
    ("attributes that nobody knows", [8_000, 200_000], |n| {
        sections(&"<math:math math:foo='1'/><p/>".repeat(n))
    }),
    ("identifiers that stand twice", [8_000, 200_000], |n| {
        sections(&"<p id='a'>Text.</p>".repeat(n))
    }),
    ("metadata in no order", [8_000, 200_000], |n| {
        let meta = "<volume>1</volume><kwd>k</kwd>".repeat(n);
        format!("<article><front><article-meta>{meta}</article-meta></front></article>")
    }),
];

fn sections(content: &str) -> String {
    let namespace = "http://www.w3.org/1998/Math/MathML";
    format!("<article xmlns:math='{namespace}'><body>{content}</body></article>")
}

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
    for construct in CONSTRUCTS {
        grows_as_its_input(construct, |xml| options.read_str(xml).is_ok());
    }
}

#[cfg(feature = "text")]
#[test]
fn reading_text_is_linear() {
    if spent().is_none() {
        return skip("the processor time of a thread");
    }
    let lines: Construct = ("short lines", [8_000, 200_000], |n| {
        let lines: Vec<String> = (0..n).map(|i| format!("By Author {i}\n\n")).collect();
        lines.concat()
    });
    grows_as_its_input(&lines, |lines| separatum::text::from_str(lines).is_ok());
}

#[test]
fn converting_is_linear() {
    if spent().is_none() {
        return skip("the processor time of a thread");
    }
    for construct in FAULTS {
        grows_as_its_input(construct, |xml| {
            let article = jats::from_str(xml).unwrap().value;
            let options = jats::WriteOptions::new().target(jats::TagSet::Archiving);
            let report = options.to_string(&article).unwrap().report;
            !report.findings().is_empty()
        });
    }
}

/// What grows with the square of its size takes sixteen times as long for four times the input.
fn grows_as_its_input(&(what, sizes, make): &Construct, run: impl Fn(&str) -> bool) {
    let large = sizes[usize::from(full())];
    let [small, large] = [large / 4, large].map(|size| {
        let xml = make(size);
        let runs = (0..3).map(|_| {
            let before = spent().unwrap_or_default();
            assert!(run(&xml), "{what}");
            spent().unwrap_or_default().saturating_sub(before)
        });
        runs.min().unwrap_or_default()
    });
    println!("MEASURED {what}: {large:?} for four times what takes {small:?}");
    assert!(
        large < small.max(Duration::from_millis(1)) * 9,
        "{what}: {small:?}, {large:?}"
    );
}

/// The processor time of this thread, where the system tells it: other tests run beside this one.
fn spent() -> Option<Duration> {
    std::thread::yield_now();
    let account = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    Some(Duration::from_nanos(
        account.split(' ').next()?.parse().ok()?,
    ))
}

/// An endless set of articles, all of the same length; it counts how much of it was read.
struct Set<'c> {
    piece: String,
    at: usize,
    read: &'c Cell<usize>,
}

const HEAD: &str = "<?xml version='1.0'?><OAI-PMH><ListRecords>";

/// One record of the set, and how much of it stands behind the article.
fn record() -> (String, usize) {
    let (text, behind) = ("é ".repeat(7_000), "</metadata></record>\n");
    let article = format!("<article><body><p>{text}</p></body></article>");
    (format!("<record><metadata>{article}{behind}"), behind.len())
}

impl Read for Set<'_> {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        let left = &self.piece.as_bytes()[self.at..];
        let count = left.len().min(out.len());
        out[..count].copy_from_slice(&left[..count]);
        self.at += count;
        self.read.set(self.read.get() + count);
        if self.at == self.piece.len() {
            self.piece = record().0;
            self.at = 0;
        }
        Ok(count)
    }
}

#[test]
fn no_more_of_a_stream_is_read_than_the_article_at_hand() {
    // As `docs/performance.md` says.
    const AHEAD: usize = 64 << 10;
    let (record, behind) = record();
    let read = Cell::new(0);
    let set = Set {
        piece: HEAD.to_owned(),
        at: 0,
        read: &read,
    };
    let wanted = if full() { 10_000 } else { 200 };
    let (mut count, mut furthest) = (0, 0);
    for article in jats::articles(set).take(wanted) {
        let article = article.unwrap();
        assert_eq!(article.report.findings()[0].code, "jats.wrapper");
        assert_eq!(
            article.value.body.unwrap().text().len(),
            "é ".len() * 7_000 - 1
        );
        count += 1;
        let needed = HEAD.len() + count * record.len() - behind;
        let ahead = read.get().checked_sub(needed);
        furthest = furthest.max(ahead.expect("an article is read before it is there"));
        assert!(
            furthest <= AHEAD,
            "{furthest} bytes ahead of article {count}"
        );
    }
    println!("MEASURED bytes read ahead of {count} articles: {furthest}");
    assert_eq!(count, wanted);
}
