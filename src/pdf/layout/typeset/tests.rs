mod property;

use super::*;
use crate::pdf::layout::line::{BoxPiece, Family, LineItem, TextStyle};
use crate::pdf::page::Run;

pub(super) const SERIF: TextStyle = TextStyle {
    family: Family::Serif,
    bold: false,
    italic: false,
    small_caps: false,
    size: 10.0,
    rise: 0.0,
    color: [0.0; 3],
};

const COLUMN: Measure = Measure {
    width: 215.0,
    first: 0.0,
    indent: 0.0,
    align: Align::Justified,
    hyphenate: true,
    leading: 1.3,
};

const PROSE: &str = "The sealing of the old harbour took longer than its planners had promised, and the reasons were found \
less in the weather than in the paperwork: four authorities had to agree on every consignment of stone, and each of them \
understood something different by an agreement. When the last of the breakwaters was finally inaugurated, the fishermen, \
who had meanwhile moved their boats to the neighbouring estuary, declined the invitation with considerable courtesy. \
Nobody had consulted them about the orientation of the entrance, which opens towards the prevailing south-westerly wind.";

fn text(text: &str, owner: usize) -> TextPiece<'_> {
    TextPiece {
        text,
        style: SERIF,
        lang: Some("en"),
        owner,
        kept: false,
    }
}

fn typeset(pieces: &[Piece<'_>], measure: &Measure) -> Vec<Line> {
    Typesetter::new(&[]).unwrap().paragraph(pieces, measure)
}

fn runs(line: &Line) -> impl Iterator<Item = (usize, &Run, f32)> {
    line.items.iter().filter_map(|item| match item {
        LineItem::Run { owner, run, width } => Some((*owner, run, *width)),
        LineItem::Box { .. } => None,
    })
}

fn read_back(lines: &[Line], owner: usize) -> String {
    let all = lines.iter().flat_map(runs);
    all.filter(|(whose, ..)| *whose == owner)
        .map(|(_, run, _)| run.text.as_str())
        .collect()
}

fn edges(line: &Line) -> (f32, f32) {
    let places = line.items.iter().map(|item| match item {
        LineItem::Run { run, width, .. } => (run.x, run.x + width),
        LineItem::Box { x, width, .. } => (*x, x + width),
    });
    places.fold(
        (f32::INFINITY, f32::NEG_INFINITY),
        |(left, right), (a, b)| (left.min(a), right.max(b)),
    )
}

/// The clusters cover the text once, and the glyphs are as wide as the run says.
fn check_run(run: &Run, width: f32) {
    let mut ranges: Vec<_> = run
        .clusters
        .iter()
        .map(|c| (c.start, c.end))
        .filter(|(start, end)| start != end)
        .collect();
    ranges.sort_unstable();
    let mut at = 0;
    for (start, end) in ranges {
        assert_eq!(start, at, "{run:?}");
        assert!(run.text.is_char_boundary(end as usize));
        at = end;
    }
    assert_eq!(at as usize, run.text.len());
    let glyphs = run.clusters.iter().flat_map(|cluster| &cluster.glyphs);
    assert!(
        run.clusters
            .iter()
            .all(|cluster| !cluster.glyphs.is_empty())
    );
    assert!(glyphs.clone().all(|glyph| glyph.id != 0));
    let sum: f32 = glyphs.map(|glyph| glyph.advance).sum();
    assert!((sum - width).abs() < 0.05, "{sum} {width} {run:?}");
}

fn check(lines: &[Line], measure: &Measure) {
    for line in lines {
        runs(line).for_each(|(_, run, width)| check_run(run, width));
        if !line.items.is_empty() {
            let (left, right) = edges(line);
            assert!(
                left >= -0.05 && right <= measure.width + 0.05,
                "{left} {right} {line:?}"
            );
        }
    }
}

fn gaps(line: &Line) -> Vec<f32> {
    let mut gaps = Vec::new();
    for (_, run, _) in runs(line) {
        for cluster in &run.clusters {
            if run.text.get(cluster.start as usize..cluster.end as usize) == Some(" ") {
                gaps.push(cluster.glyphs[0].advance / run.size);
            }
        }
    }
    gaps
}

#[test]
fn a_narrow_justified_column_has_even_spaces_and_straight_edges() {
    let pieces = [Piece::Text(text(PROSE, 0))];
    let lines = typeset(&pieces, &COLUMN);
    check(&lines, &COLUMN);
    assert_eq!(read_back(&lines, 0), PROSE);
    let (last, body) = lines.split_last().unwrap();
    assert!(gaps(last).iter().all(|gap| *gap < 0.26));
    let mut hyphens = 0;
    for line in body {
        assert!(gaps(line).iter().all(|gap| *gap <= 0.5), "{:?}", gaps(line));
        let (left, right) = edges(line);
        assert!(
            left.abs() < 0.02 && (right - 215.0).abs() < 0.02,
            "{left} {right}"
        );
        hyphens += usize::from(line.hyphenated);
    }
    assert!(
        hyphens > 0 && hyphens <= body.len() / 2,
        "{hyphens} of {}",
        body.len()
    );
}

#[test]
fn a_hyphen_of_the_line_end_has_no_text() {
    let lines = typeset(&[Piece::Text(text(PROSE, 0))], &COLUMN);
    let line = lines.iter().find(|line| line.hyphenated).unwrap();
    let (_, run, _) = runs(line).last().unwrap();
    let last = run.clusters.last().unwrap();
    let end = u32::try_from(run.text.len()).unwrap();
    assert_eq!((last.start, last.end), (end, end));
    assert!(!run.text.contains(['\u{AD}', '-']) && run.text.ends_with(char::is_alphabetic));
    for line in lines.iter().filter(|line| !line.hyphenated) {
        assert!(runs(line).all(|(_, run, _)| {
            run.clusters
                .iter()
                .all(|cluster| cluster.start < cluster.end)
        }));
    }
}

#[test]
fn a_soft_hyphen_shows_at_a_line_end_only() {
    let word = "Donau\u{AD}dampf\u{AD}schiff";
    let lines = typeset(
        &[Piece::Text(text(word, 0))],
        &Measure {
            width: 60.0,
            ..COLUMN
        },
    );
    assert_eq!(lines.len(), 2);
    assert_eq!(read_back(&lines, 0), word);
    let shown = |line: &Line| {
        let (_, run, _) = runs(line).next().unwrap();
        let soft = run
            .clusters
            .iter()
            .filter(|cluster| &run.text[cluster.start as usize..cluster.end as usize] == "\u{AD}");
        soft.map(|cluster| cluster.glyphs[0].advance > 0.0)
            .collect::<Vec<_>>()
    };
    assert_eq!(shown(&lines[0]), [false, true]);
    assert!(lines[0].hyphenated && shown(&lines[1]).is_empty());
}

#[test]
fn ragged_lines_are_hyphenated_only_in_need() {
    let ragged = Measure {
        align: Align::Start,
        ..COLUMN
    };
    let lines = typeset(&[Piece::Text(text(PROSE, 0))], &ragged);
    check(&lines, &ragged);
    assert!(lines.iter().all(|line| !line.hyphenated && gaps(line).iter().all(|gap| *gap < 0.26 || *gap == 0.0)));
    let narrow = Measure {
        width: 40.0,
        ..ragged
    };
    let lines = typeset(
        &[Piece::Text(text("an interdisciplinary idea", 0))],
        &narrow,
    );
    check(&lines, &narrow);
    assert!(lines.iter().any(|line| line.hyphenated));
    let never = Measure {
        hyphenate: false,
        ..narrow
    };
    let lines = typeset(&[Piece::Text(text("an interdisciplinary idea", 0))], &never);
    check(&lines, &never);
    assert!(lines.iter().all(|line| !line.hyphenated));
}

#[test]
fn a_line_that_cannot_be_filled_stays_ragged() {
    let lines = typeset(
        &[Piece::Text(text("a b counterrevolutionaries c d", 0))],
        &Measure {
            width: 110.0,
            hyphenate: false,
            ..COLUMN
        },
    );
    assert!(lines.iter().flat_map(gaps).all(|gap| gap <= 0.5));
}

#[test]
fn pieces_of_many_owners_keep_their_texts() {
    let bold = TextStyle {
        bold: true,
        ..SERIF
    };
    let pieces = [
        Piece::Text(text("A word in the mid", 1)),
        Piece::Text(TextPiece {
            style: bold,
            ..text("dle of which the ", 2)
        }),
        Piece::Text(text("", 3)),
        Piece::Text(TextPiece {
            style: TextStyle {
                small_caps: true,
                ..SERIF
            },
            ..text("style changes, and x", 4)
        }),
        Piece::Text(TextPiece {
            style: TextStyle {
                size: 7.0,
                rise: 4.0,
                ..SERIF
            },
            ..text("12", 5)
        }),
        Piece::Text(text(" again", 1)),
    ];
    let lines = typeset(
        &pieces,
        &Measure {
            width: 70.0,
            ..COLUMN
        },
    );
    for (owner, all) in [
        (1, "A word in the mid again"),
        (2, "dle of which the "),
        (3, ""),
        (4, "style changes, and x"),
    ] {
        assert_eq!(read_back(&lines, owner), all);
    }
    let raised = lines
        .iter()
        .flat_map(runs)
        .find(|(owner, ..)| *owner == 5)
        .unwrap()
        .1;
    assert_eq!(
        (raised.text.as_str(), raised.size, raised.y),
        ("12", 7.0, -4.0)
    );
    assert!(
        lines
            .iter()
            .all(|line| (line.ascent + line.descent - 13.0).abs() < 0.001)
    );
}

#[test]
fn small_capitals_without_a_feature_are_reduced_capitals() {
    let style = TextStyle {
        family: Family::Mono,
        small_caps: true,
        ..SERIF
    };
    let lines = typeset(
        &[Piece::Text(TextPiece {
            style,
            ..text("Straße", 0)
        })],
        &COLUMN,
    );
    let sizes: Vec<_> = runs(&lines[0])
        .map(|(_, run, _)| (run.text.as_str(), run.size))
        .collect();
    assert_eq!(sizes, [("S", 10.0), ("tra", 8.0), ("ß", 10.0), ("e", 8.0)]);
}

#[test]
fn kept_text_breaks_at_line_feeds_and_keeps_spaces_and_tabs() {
    let style = TextStyle {
        family: Family::Mono,
        ..SERIF
    };
    let code = "fn main() {\n\tlet x = 1;  // two\n\n    x\r\n}\n";
    let measure = Measure {
        align: Align::Start,
        ..COLUMN
    };
    let piece = Piece::Text(TextPiece {
        style,
        kept: true,
        ..text(code, 0)
    });
    let lines = typeset(std::slice::from_ref(&piece), &measure);
    check(&lines, &measure);
    assert_eq!(read_back(&lines, 0), code);
    let texts: Vec<String> = lines
        .iter()
        .map(|line| read_back(std::slice::from_ref(line), 0))
        .collect();
    assert_eq!(
        texts,
        [
            "fn main() {\n",
            "\tlet x = 1;  // two\n",
            "\n",
            "    x\r\n",
            "}\n"
        ]
    );
    let (_, run, _) = runs(&lines[1]).next().unwrap();
    let em = run.clusters[1].glyphs[0].advance;
    assert!((run.clusters[0].glyphs[0].advance - 4.0 * em).abs() < 0.01);
    let narrow = Measure {
        width: 45.0,
        ..measure
    };
    let lines = typeset(&[piece], &narrow);
    check(&lines, &narrow);
    assert_eq!(read_back(&lines, 0), code);
}

#[test]
fn the_bidirectional_algorithm_orders_a_line_and_keeps_the_text() {
    let sample = "The word \u{645}\u{631}\u{62D}\u{628}\u{627} 123 is Arabic.";
    let mut typesetter = Typesetter::new(&[]).unwrap();
    let lines = typesetter.paragraph(&[Piece::Text(text(sample, 0))], &COLUMN);
    check(&lines, &COLUMN);
    assert_eq!(lines.len(), 1);
    assert_eq!(read_back(&lines, 0), sample);
    let (_, run, _) = runs(&lines[0])
        .find(|(_, run, _)| run.text.starts_with('\u{645}'))
        .unwrap();
    assert!(run.clusters.first().unwrap().start > run.clusters.last().unwrap().start);
    let number = runs(&lines[0])
        .find(|(_, run, _)| run.text.starts_with('1'))
        .unwrap()
        .1;
    assert!(
        number.x < run.x,
        "the number stands left of the word it follows"
    );
}

#[test]
fn right_to_left_paragraphs_start_at_the_right() {
    let sample = "\u{5E9}\u{5DC}\u{5D5}\u{5DD} abc, \u{5E9}\u{5DC}\u{5D5}\u{5DD}";
    let measure = Measure {
        align: Align::Start,
        first: 20.0,
        ..COLUMN
    };
    let lines = typeset(&[Piece::Text(text(sample, 0))], &measure);
    assert!((edges(&lines[0]).1 - 195.0).abs() < 0.05);
    let xs: Vec<f32> = runs(&lines[0]).map(|(_, run, _)| run.x).collect();
    assert!(xs.windows(2).all(|pair| pair[0] > pair[1]), "{xs:?}");
    assert_eq!(read_back(&lines, 0), sample);
}

#[test]
fn characters_without_a_glyph_are_replaced_and_listed() {
    let sample = "x\u{E123}y \u{4E2D}\u{6587} \u{E123}";
    let mut typesetter = Typesetter::new(&[]).unwrap();
    let lines = typesetter.paragraph(&[Piece::Text(text(sample, 7))], &COLUMN);
    assert_eq!(read_back(&lines, 7), sample);
    let listed: Vec<_> = typesetter
        .uncovered()
        .iter()
        .map(|(c, owner)| (*c, *owner))
        .collect();
    assert_eq!(listed, [('\u{4E2D}', 7), ('\u{6587}', 7), ('\u{E123}', 7)]);
}

#[test]
fn composed_and_decomposed_letters_need_no_replacement() {
    let mut typesetter = Typesetter::new(&[]).unwrap();
    let sample = "e\u{301} \u{1E17} \u{1E14} \u{49B}\u{493}\u{4B1} \u{FB01} \u{2009}\u{202F}\u{200A}| \u{2212} \u{1F70}";
    typesetter.paragraph(&[Piece::Text(text(sample, 0))], &COLUMN);
    assert!(
        typesetter.uncovered().is_empty(),
        "{:?}",
        typesetter.uncovered()
    );
}

#[test]
fn boxes_stand_like_letters_and_raise_their_line() {
    let size = BoxPiece {
        width: 30.0,
        ascent: 40.0,
        descent: 5.0,
        owner: 9,
    };
    let pieces = [
        Piece::Text(text("before ", 0)),
        Piece::Box(size),
        Piece::Text(text(" after", 0)),
    ];
    let lines = typeset(&pieces, &COLUMN);
    assert_eq!(lines.len(), 1);
    assert!((lines[0].ascent - 40.0).abs() < 0.001 && (lines[0].descent - 5.0).abs() < 0.001);
    let [
        LineItem::Run { width, .. },
        LineItem::Box { owner: 9, x, .. },
        LineItem::Run { run, .. },
    ] = &lines[0].items[..]
    else {
        panic!("{lines:?}");
    };
    assert!((x - width).abs() < 0.01 && (run.x - x - 30.0).abs() < 0.01);
    let alone = typeset(
        &[Piece::Box(BoxPiece {
            width: 500.0,
            ..size
        })],
        &COLUMN,
    );
    assert_eq!(alone.len(), 1);
}

#[test]
fn breaks_end_lines() {
    let pieces = [
        Piece::Text(text("one", 0)),
        Piece::Break,
        Piece::Break,
        Piece::Text(text("two", 0)),
        Piece::Break,
    ];
    let lines = typeset(&pieces, &COLUMN);
    assert_eq!(
        lines
            .iter()
            .map(|line| line.items.len())
            .collect::<Vec<_>>(),
        [1, 0, 1]
    );
    assert!(lines.iter().all(|line| line.ascent + line.descent > 12.0));
    assert!(typeset(&[], &COLUMN).is_empty());
    assert!(typeset(&[Piece::Text(text("", 0))], &COLUMN).is_empty());
}

#[test]
fn indents_and_alignment_place_lines() {
    let sample = &PROSE[..120];
    let at = |first, indent, align| {
        let lines = typeset(
            &[Piece::Text(text(sample, 0))],
            &Measure {
                first,
                indent,
                align,
                ..COLUMN
            },
        );
        (edges(&lines[0]).0, edges(&lines[1]).0, edges(&lines[1]).1)
    };
    let near = |a: f32, b: f32| (a - b).abs() < 0.02;
    let (first, second, _) = at(12.0, 0.0, Align::Justified);
    assert!(near(first, 12.0) && near(second, 0.0));
    let (first, second, _) = at(-12.0, 12.0, Align::Start);
    assert!(near(first, 0.0) && near(second, 12.0));
    let (_, _, right) = at(0.0, 0.0, Align::End);
    assert!(near(right, 215.0));
    let (_, left, right) = at(0.0, 0.0, Align::Center);
    assert!(near(left, 215.0 - right));
}

#[test]
fn widths_for_tables() {
    let mut typesetter = Typesetter::new(&[]).unwrap();
    let pieces = [
        Piece::Text(text("a longword b", 0)),
        Piece::Break,
        Piece::Text(text("c", 0)),
    ];
    let (longest, whole) = typesetter.natural_width(&pieces);
    let width = |text_| {
        let mut other = Typesetter::new(&[]).unwrap();
        other.natural_width(&[Piece::Text(text(text_, 0))]).1
    };
    assert!((longest - width("longword")).abs() < 0.01);
    assert!((whole - width("a longword b")).abs() < 0.01);
    let lines = typesetter.paragraph(
        &pieces,
        &Measure {
            width: whole,
            ..COLUMN
        },
    );
    assert_eq!(lines.len(), 2);
    let lines = typesetter.paragraph(
        &pieces,
        &Measure {
            width: longest,
            hyphenate: false,
            ..COLUMN
        },
    );
    assert!(
        lines
            .iter()
            .all(|line| !line.hyphenated && edges(line).1 <= longest)
    );
}

#[test]
fn long_paragraphs_take_time_in_proportion() {
    let mut typesetter = Typesetter::new(&[]).unwrap();
    for unit in [
        PROSE,
        "0123456789abcdef",
        "\u{200B}",
        "a\u{300}",
        "\u{4E2D}",
        " ",
        "x\u{AD}",
    ] {
        let long = unit.repeat(100_000 / unit.len());
        let lines = typesetter.paragraph(&[Piece::Text(text(&long, 0))], &COLUMN);
        assert_eq!(read_back(&lines, 0), long);
    }
}

#[test]
#[ignore = "a measurement"]
fn timing() {
    let mut typesetter = Typesetter::new(&[]).unwrap();
    for unit in [
        PROSE,
        "0123456789abcdef",
        "\u{200B}",
        "a\u{300}",
        "\u{4E2D}",
        " ",
        "x\u{AD}",
        "extraordinarily",
        "\u{645}\u{631} ",
    ] {
        for n in [250_000, 1_000_000] {
            let long = unit.repeat(n / unit.len());
            #[allow(clippy::disallowed_methods)]
            let start = std::time::Instant::now();
            let lines = typesetter.paragraph(&[Piece::Text(text(&long, 0))], &COLUMN);
            println!(
                "{:?} {} lines {:?}",
                &unit[..unit.len().min(9)],
                lines.len(),
                start.elapsed()
            );
        }
    }
}
