//! Lines: spaces, hyphens, indents, boxes, widths.

use super::*;

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
        assert!(gaps(line).iter().all(|gap| *gap <= 0.6), "{:?}", gaps(line));
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
    assert!(lines.iter().flat_map(gaps).all(|gap| gap <= 0.6));
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
fn spaces_at_the_start_take_no_room_unless_they_must_not_be_broken() {
    let width = |opening: &str| {
        let sample = format!("{opening}Male");
        let lines = typeset(&[Piece::Text(text(&sample, 0))], &COLUMN);
        let (_, run, width) = runs(&lines[0]).next().unwrap();
        assert_eq!(run.text, sample);
        width
    };
    let (bare, one) = (width(""), width("\u{A0}"));
    assert!((width(" \n\u{200B} ") - bare).abs() < 0.01);
    assert!(one > bare + 2.0, "{one} {bare}");
    assert!((width(" \u{A0}\u{A0}") - bare - 2.0 * (one - bare)).abs() < 0.01);
    assert!((width("\u{A0} ") - bare - 2.0 * (one - bare)).abs() < 0.01);
}

/// What each line reads, in ragged lines of that width.
fn ragged(words: &str, width: f32) -> Vec<String> {
    let measure = Measure {
        width,
        align: Align::Start,
        hyphenate: false,
        ..COLUMN
    };
    let pieces = [Piece::Text(text(words, 0))];
    let lines = typeset(&pieces, &measure);
    let read = |line| runs(line).map(|(_, run, _)| run.text.as_str()).collect();
    lines.iter().map(read).collect()
}

#[test]
fn no_line_begins_with_a_dash_that_follows_a_word() {
    let words = "one two\u{2014}three four\u{2014}five six seven\u{2014}eight";
    for width in 45..120_u8 {
        let lines = ragged(words, f32::from(width));
        assert!(
            !lines.iter().any(|line| line.starts_with('\u{2014}')),
            "{lines:?}"
        );
        assert_eq!(lines.concat(), words);
    }
}

#[test]
fn what_is_too_long_breaks_at_its_spaces_and_never_behind_a_bracket() {
    let lines = ragged("(pp\u{202F}qq\u{202F}rr\u{202F}ss)", 30.0);
    assert!(lines.len() > 1);
    let (last, body) = lines.split_last().unwrap();
    assert!(
        body.iter().all(|line| line.ends_with('\u{202F}')),
        "{lines:?}"
    );
    assert_eq!(last.chars().count() % 3, 0, "{lines:?}");
    let lines = ragged("(abcdefghijklmnop)", 30.0);
    assert!(
        lines.len() > 1 && lines[0].len() > 1 && lines.last().unwrap().len() > 1,
        "{lines:?}"
    );
}

#[test]
fn a_number_rather_goes_with_its_unit() {
    let words = "It is some 30 km from here, or 40 mm, and see Figure 7 for it";
    let parted = |lines: &[String]| {
        let ends = lines.iter().map(|line| line.trim_end());
        let parts = |line: &&str| ["30", "40", "Figure"].iter().any(|end| line.ends_with(end));
        ends.filter(parts).count()
    };
    let widths = (60..200_u8).map(|width| ragged(words, f32::from(width)));
    let parted: usize = widths.map(|lines| parted(&lines)).sum();
    assert!(parted < 30, "{parted}");
}

#[test]
fn of_two_spaces_in_a_row_one_takes_room_and_none_that_ends_a_superscript() {
    let raised = |text: TextPiece<'static>| {
        let mut piece = text;
        piece.style.rise = 3.0;
        Piece::Text(piece)
    };
    let width = |pieces: &[Piece<'_>]| edges(&typeset(pieces, &COLUMN)[0]).1;
    let plain = [
        Piece::Text(text("word ", 0)),
        raised(text("1", 1)),
        Piece::Text(text(", word", 2)),
    ];
    let spaced = [
        Piece::Text(text("word ", 0)),
        raised(text(" ", 1)),
        raised(text("1", 1)),
        raised(text(" ", 1)),
        Piece::Text(text(", word", 2)),
    ];
    assert!((width(&plain) - width(&spaced)).abs() < 0.01);
    assert_eq!(read_back(&typeset(&spaced, &COLUMN), 1), " 1 ");
}
