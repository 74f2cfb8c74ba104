mod characters;
mod lines;
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
