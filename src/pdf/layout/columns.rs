//! The columns of a table: how wide each is.

/// Space at each side of a cell.
pub(super) const PAD: f32 = 3.0;

/// What a column asks for.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Want {
    /// The longest part that cannot be broken.
    pub(super) least: f32,
    /// All on one line.
    pub(super) most: f32,
}

/// The left edges of the columns, and the right edge of the last.
pub(super) fn edges(wants: &[Want], factor: f32, room: f32) -> Vec<f32> {
    let scaled = |want: f32| (want - 2.0 * PAD) * factor + 2.0 * PAD;
    let wants: Vec<Want> = wants
        .iter()
        .map(|want| Want {
            least: scaled(want.least),
            most: scaled(want.most),
        })
        .collect();
    let sum = |of: fn(&Want) -> f32| wants.iter().map(of).sum::<f32>();
    let widths = if sum(|want| want.least) >= room {
        capped(&wants, room)
    } else if sum(|want| want.most) <= room {
        wants.iter().map(|want| want.most).collect()
    } else {
        shared(&wants, room)
    };
    let mut edges = vec![0.0];
    let mut edge = 0.0;
    for width in widths {
        edge += width;
        edges.push(edge);
    }
    edges
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

    fn widths(wants: &[(f32, f32)], room: f32) -> Vec<f32> {
        let wants: Vec<Want> = wants
            .iter()
            .map(|(least, most)| Want {
                least: *least,
                most: *most,
            })
            .collect();
        let edges = edges(&wants, 1.0, room);
        edges.windows(2).map(|pair| pair[1] - pair[0]).collect()
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
