//! Characters: directions, fallbacks, capitals, kept text.

use super::*;

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
