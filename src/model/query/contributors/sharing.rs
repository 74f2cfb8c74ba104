//! Whose the affiliations are that no credit refers to.

use super::{Contributor, any, own};
use crate::model::Article;
use crate::model::credit::{Affiliation, CreditGroup};

/// The most pairs of contributor and affiliation that sharing makes; thousands of each would be no byline.
const MOST_SHARED: usize = 1 << 16;

/// The affiliations of a group belong to all in it; where further credits stand behind some, each to those right before it.
pub(super) fn of_group<'a>(group: &'a CreditGroup, all: &mut [Contributor<'a>]) {
    let shared = own(&group.affiliations, &group.affiliation_alternatives);
    if shared.len().saturating_mul(all.len()) > MOST_SHARED {
        return;
    }
    let places = places(group);
    let Some(last) = places
        .iter()
        .rposition(|place| matches!(place, Place::Credit(_)))
    else {
        return;
    };
    let first = places
        .iter()
        .position(|place| matches!(place, Place::Credit(_)));
    let between = places
        .get(first.unwrap_or_default()..last)
        .unwrap_or_default();
    if !between
        .iter()
        .any(|place| matches!(place, Place::Affiliation(_)))
    {
        share(&shared, all);
        return;
    }
    let alternatives = group.affiliation_alternatives.iter();
    let single = group.affiliations.iter().map(Some);
    let by_place: Vec<Option<&Affiliation>> = single
        .chain(alternatives.map(|forms| forms.affiliations.first()))
        .collect();
    let mut before: Vec<usize> = Vec::new();
    let mut is_run = true;
    for place in places {
        match place {
            Place::Credit(at) => {
                if !is_run {
                    before.clear();
                }
                is_run = true;
                before.push(at);
            }
            Place::Affiliation(at) => {
                is_run = false;
                for credit in &before {
                    if let (Some(contributor), Some(Some(own))) =
                        (all.get_mut(*credit), by_place.get(at))
                    {
                        contributor.affiliations.push(own);
                    }
                }
            }
            Place::Other => {}
        }
    }
}

/// A single affiliation of the article belongs to all, when nobody has one.
pub(super) fn of_article<'a>(article: &'a Article, all: &mut [Contributor<'a>]) {
    let shared = own(&article.affiliations, &article.affiliation_alternatives);
    if shared.len() == 1 && !any(all, &|c| !c.affiliations.is_empty()) {
        share(&shared, all);
    }
}

/// Gives all the same affiliations, unless that would be absurdly many.
fn share<'a>(shared: &[&'a Affiliation], all: &mut [Contributor<'a>]) {
    if shared.len().saturating_mul(all.len()) <= MOST_SHARED {
        for contributor in all {
            contributor.affiliations = shared.to_vec();
        }
    }
}

/// What stands in a group, by its number among its like.
enum Place {
    Credit(usize),
    Affiliation(usize),
    Other,
}

/// What stands in a group, in the order in which it does.
fn places(group: &CreditGroup) -> Vec<Place> {
    let credits = group.credits.len();
    let affiliations = group
        .affiliations
        .len()
        .saturating_add(group.affiliation_alternatives.len());
    let end = credits.saturating_add(affiliations);
    let total = end.saturating_add(group.on_behalf_of.len());
    let place = |index: usize| match index {
        index if index < credits => Place::Credit(index),
        index if index < end => Place::Affiliation(index.saturating_sub(credits)),
        _ => Place::Other,
    };
    if group.extra.order.len() == total {
        let order = group.extra.order.iter();
        return order
            .map(|index| place(usize::try_from(*index).unwrap_or(usize::MAX)))
            .collect();
    }
    (0..total).map(place).collect()
}
