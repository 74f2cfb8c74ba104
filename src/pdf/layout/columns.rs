//! The columns of a table: how wide each is, and how far apart they stand.

/// Space at each side of a cell: where there is none to give, where words are broken for it, and where there is plenty.
pub(super) const PADS: [f32; 3] = [3.0, 4.5, 6.0];

/// What a column asks for, its padding aside.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Want {
    /// The longest part that cannot be broken.
    pub(super) least: f32,
    /// All on one line, but the words of its heads.
    pub(super) most: f32,
    /// All on one line.
    pub(super) whole: f32,
}

/// The columns as they are set.
#[derive(Debug)]
pub(super) struct Columns {
    /// The left edges of the columns, and the right edge of the last.
    pub(super) edges: Vec<f32>,
    /// Space at each side of a cell.
    pub(super) pad: f32,
}

impl Columns {
    /// The columns in a room, with all that is in them made smaller by a factor.
    pub(super) fn of(wants: &[Want], factor: f32, room: f32) -> Self {
        let scaled = |want: &Want| Want {
            least: want.least * factor,
            most: want.most * factor,
            whole: want.whole * factor,
        };
        let wants: Vec<Want> = wants.iter().map(scaled).collect();
        let pad = pad(&wants, room);
        let mut edges = vec![0.0];
        let mut edge = 0.0;
        for width in widths(&wants, room - pads(wants.len(), pad)) {
            edge += width + 2.0 * pad;
            edges.push(edge);
        }
        Self { edges, pad }
    }
}

/// The padding of so many columns.
pub(super) fn pads(columns: usize, pad: f32) -> f32 {
    count_of(columns) * 2.0 * pad
}

/// Space at each side of a cell: columns that touch are read as one, so heads are broken for it, but no more.
fn pad(wants: &[Want], room: f32) -> f32 {
    let [least, normal, widest] = PADS;
    let spare = |of: fn(&Want) -> f32| {
        let given: f32 = wants.iter().map(of).sum();
        (room - given) / pads(wants.len(), 1.0).max(1.0)
    };
    let whole = spare(|want| want.whole);
    let most = spare(|want| want.most);
    if whole >= normal {
        whole.min(widest)
    } else if most >= least {
        most.min(normal)
    } else {
        spare(|want| want.least).clamp(least, normal)
    }
}

/// The widths of the columns, without their padding.
fn widths(wants: &[Want], room: f32) -> Vec<f32> {
    let sum = |of: fn(&Want) -> f32| wants.iter().map(of).sum::<f32>();
    let (most, whole) = (sum(|want| want.most), sum(|want| want.whole));
    if sum(|want| want.least) >= room {
        capped(wants, room)
    } else if whole <= room {
        wants.iter().map(|want| want.whole).collect()
    } else if most <= room {
        // What is left goes to the heads.
        let part = (room - most) / (whole - most).max(f32::MIN_POSITIVE);
        let width = |want: &Want| want.most + (want.whole - want.most) * part;
        wants.iter().map(width).collect()
    } else {
        shared(wants, room)
    }
}

/// Widths between the least and the most that fill the room. Short columns are not broken for the sake of long ones.
fn shared(wants: &[Want], room: f32) -> Vec<f32> {
    let mut order: Vec<usize> = (0..wants.len()).collect();
    let most = |column: &usize| wants.get(*column).map_or(0.0, |want| want.most);
    order.sort_by(|a, b| most(a).total_cmp(&most(b)));
    let mut widths = vec![None; wants.len()];
    let mut left = room;
    let mut least: f32 = wants.iter().map(|want| want.least).sum();
    for (index, column) in order.into_iter().enumerate() {
        let (Some(want), Some(width)) = (wants.get(column), widths.get_mut(column)) else {
            continue;
        };
        least -= want.least;
        let share = left / count_of(wants.len().saturating_sub(index));
        if want.most > share || left - want.most < least {
            break;
        }
        *width = Some(want.most);
        left -= want.most;
    }
    divided(wants, widths, room)
}

/// The widths that are still open, so that all fill the room: each by the root of what it asks for, within its bounds. Of
/// two long columns the longer is wider, but not by so much that the other becomes a string of words.
fn divided(wants: &[Want], widths: Vec<Option<f32>>, room: f32) -> Vec<f32> {
    let mut widths = widths;
    loop {
        let open = || {
            let all = wants.iter().zip(&widths);
            all.filter(|(_, width)| width.is_none())
                .map(|(want, _)| want)
        };
        let left = room - widths.iter().flatten().sum::<f32>();
        let weight: f32 = open().map(|want| want.most.sqrt()).sum();
        let share = |want: &Want| left * want.most.sqrt() / weight.max(f32::MIN_POSITIVE);
        let change = |want: &Want| share(want).min(want.most).max(want.least) - share(want);
        // As long as the bounds take more than they give, those that take are kept; then the others.
        let takes = open().map(change).sum::<f32>() > 0.0;
        let is_kept = |want: &Want| change(want).abs() > 0.001 && (change(want) > 0.0) == takes;
        let kept = |(want, width): (&Want, &Option<f32>)| {
            width.or_else(|| is_kept(want).then(|| share(want) + change(want)))
        };
        let next: Vec<Option<f32>> = wants.iter().zip(&widths).map(kept).collect();
        if next == widths {
            let all = wants.iter().zip(&widths);
            return all
                .map(|(want, width)| width.unwrap_or_else(|| share(want)))
                .collect();
        }
        widths = next;
    }
}

/// The least widths, but none wider than lets all fit: where words must be broken, it is the longest that are.
fn capped(wants: &[Want], room: f32) -> Vec<f32> {
    let mut sorted: Vec<f32> = wants.iter().map(|want| want.least).collect();
    sorted.sort_by(f32::total_cmp);
    let (mut left, mut columns) = (room, sorted.len());
    let mut cap = f32::INFINITY;
    for width in sorted {
        let share = left / count_of(columns.max(1));
        if width > share {
            cap = share;
            break;
        }
        left -= width;
        columns = columns.saturating_sub(1);
    }
    wants.iter().map(|want| want.least.min(cap)).collect()
}

#[expect(clippy::cast_precision_loss, reason = "a few columns")]
pub(super) fn count_of(columns: usize) -> f32 {
    columns as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wants(wants: &[(f32, f32)]) -> Vec<Want> {
        let want = |(least, most): &(f32, f32)| Want {
            least: *least,
            most: *most,
            whole: *most,
        };
        wants.iter().map(want).collect()
    }

    fn widths(of: &[(f32, f32)], room: f32) -> Vec<f32> {
        super::widths(&wants(of), room)
    }

    #[test]
    fn columns_stand_apart_as_far_as_there_is_room() {
        let pad = |room: f32| Columns::of(&wants(&[(40.0, 100.0), (20.0, 50.0)]), 1.0, room).pad;
        let [least, normal, widest] = PADS;
        assert!((pad(400.0) - widest).abs() < 0.01);
        assert!((pad(150.0 + 4.0 * 5.0) - 5.0).abs() < 0.01);
        // Words that stand in two lines leave room enough.
        assert!((pad(120.0) - normal).abs() < 0.01);
        assert!((pad(50.0) - least).abs() < 0.01);
        assert!((Columns::of(&[], 1.0, 9.0).pad - least).abs() < 6.0);
    }

    #[test]
    fn heads_are_broken_before_what_stands_below_them() {
        let head = Want {
            least: 40.0,
            most: 40.0,
            whole: 90.0,
        };
        let name = Want {
            least: 60.0,
            most: 80.0,
            whole: 80.0,
        };
        let wants = [name, head, head];
        let widths = super::widths(&wants, 200.0);
        assert!((widths[0] - 80.0).abs() < 0.01, "{widths:?}");
        assert!((widths.iter().sum::<f32>() - 200.0).abs() < 0.1);
        assert_eq!(super::widths(&wants, 300.0), [80.0, 90.0, 90.0]);
    }

    #[test]
    fn short_columns_are_not_broken_for_the_sake_of_long_ones() {
        let widths = widths(
            &[(20.0, 60.0), (30.0, 400.0), (20.0, 50.0), (30.0, 900.0)],
            400.0,
        );
        assert!(
            (widths[0] - 60.0).abs() < 0.1 && (widths[2] - 50.0).abs() < 0.1,
            "{widths:?}"
        );
        assert!(widths[3] > widths[1] && widths[1] > 100.0, "{widths:?}");
        assert!((widths.iter().sum::<f32>() - 400.0).abs() < 0.1);
    }

    #[test]
    fn no_column_is_narrower_than_its_longest_word() {
        let widths = widths(
            &[(200.0, 205.0), (40.0, 60.0), (40.0, 60.0), (40.0, 60.0)],
            350.0,
        );
        assert!(widths[0] > 199.9, "{widths:?}");
        assert!(widths[1..].iter().all(|width| *width > 44.0), "{widths:?}");
        assert!((widths.iter().sum::<f32>() - 350.0).abs() < 0.1);
    }

    #[test]
    fn what_fits_is_as_wide_as_it_is_and_what_cannot_breaks_its_longest_words() {
        assert_eq!(widths(&[(10.0, 50.0), (10.0, 60.0)], 200.0), [50.0, 60.0]);
        assert_eq!(
            widths(&[(20.0, 20.0), (90.0, 90.0), (200.0, 200.0)], 160.0),
            [20.0, 70.0, 70.0]
        );
        assert_eq!(widths(&[], 100.0), [0.0; 0]);
    }
}
