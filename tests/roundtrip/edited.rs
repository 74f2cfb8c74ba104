//! A generated article edited anywhere, written and read: the edit is there, and nothing else has changed.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use separatum::{Article, epub, jats, json, pdf, strategy};
use serde_json::Value;

use crate::cases::cases;
use crate::difference::differences;
use crate::edit::{Dice, Edit, Kind, edit};
use crate::schema::{Shapes, learn};
use crate::tags::from_tags;
use crate::{Read, Write, there_and_back};

fn dice() -> impl Strategy<Value = Dice> {
    (any::<usize>(), any::<usize>(), any::<usize>()).prop_map(|(kind, place, value)| Dice {
        kind,
        place,
        value,
    })
}

/// The JSON of an article in normal form.
fn value(article: &Article) -> Value {
    serde_json::to_value(article.normal()).unwrap()
}

/// What the article becomes with an edit; nothing where there is nothing to edit, where the edited value is no article any
/// more, or one that no writer takes.
fn edited(article: &Article, dice: Dice) -> Option<(Edit, Article)> {
    let edit = edit(&value(article), dice)?;
    let edited: Article = serde_json::from_value(edit.value.clone()).ok()?;
    let is_fatal = edited
        .check()
        .iter()
        .any(separatum::model::Problem::is_fatal);
    (!is_fatal).then_some((edit, edited))
}

fn holds(article: &Article, dice: Dice, write: Write, read: Read) -> Result<(), TestCaseError> {
    let Some((edit, edited)) = edited(article, dice) else {
        return Ok(());
    };
    there_and_back(&edited, write, read)
        .map_err(|error| TestCaseError::fail(format!("{:?} at {}: {error}", edit.kind, edit.path)))
}

/// What the edit may change in the normal form: of ordinary text that text alone, of all else what stands together with it.
fn is_local(
    before: &Value,
    shapes: &Shapes,
    edit: &Edit,
    after: &Value,
) -> Result<(), TestCaseError> {
    if edit.kind == Kind::Text && !steers(before, shapes, &edit.path) {
        let changed = differences(&edit.value, after);
        prop_assert!(
            changed.is_empty(),
            "the text at {} changes {changed:?}",
            &edit.path
        );
        return Ok(());
    }
    // A node that becomes another one changes in the list that it stands in.
    let place = match edit.path.rsplit_once('/') {
        Some((node, _)) if steers(before, shapes, &edit.path) => node,
        _ => &edit.path,
    };
    let scope = match scope(place, shapes) {
        // Of the article and of its publication one field.
        "" => field(&edit.path),
        scope => scope,
    };
    for path in differences(before, after) {
        let is_allowed = holds_place(scope, &path) || follows(&path, &edit.path, shapes);
        prop_assert!(
            is_allowed,
            "{:?} at {} changes {path}",
            edit.kind,
            &edit.path
        );
    }
    Ok(())
}

/// True when a place is another one or in it.
fn holds_place(outer: &str, place: &str) -> bool {
    let rest = place.strip_prefix(outer);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The field of the article, or of its publication, in which a place is.
fn field(place: &str) -> &str {
    let steps = if holds_place("/publication", place) {
        2
    } else {
        1
    };
    let end = place.match_indices('/').nth(steps);
    end.map_or(place, |(end, _)| &place[..end])
}

/// What an edit may change elsewhere.
fn follows(path: &str, edit: &str, shapes: &Shapes) -> bool {
    let is_of_article = |path| {
        ["/extra", "/wrappers"]
            .iter()
            .any(|frame| holds_place(frame, path))
    };
    // Which namespaces are declared follows from what the article holds.
    holds_place("/source/dialect", path)
        // So does the order of all that stands in the article, and where what is carried stands in it.
        || is_of_article(path)
        // What is carried may be read as anything of the article, or decide what white space is in all of it.
        || is_of_article(edit)
        // A publication of which nothing is said is not there.
        || path == "/publication" && holds_place(path, edit)
        // A table without rows tells no vocabulary of its rows.
        || path.strip_suffix("/cals").is_some_and(|table| {
            holds_place(table, edit) && shapes.get(table).is_some_and(|shape| shape.name == "Grid")
        })
}

/// True for the strings that decide what a node is: names of elements and attributes, and the kinds of subjects; and for
/// `xml:space`, which decides what white space is.
pub(crate) fn steers(value: &Value, shapes: &Shapes, path: &str) -> bool {
    let Some((parent, field)) = path.rsplit_once('/') else {
        return false;
    };
    let name = shapes.get(parent).map_or("", |shape| shape.name);
    match name {
        "Attr" if field == "value" => value
            .pointer(parent)
            .is_some_and(|attr| attr["name"] == "space"),
        "Attr" | "ForeignElement" | "Other" => matches!(field, "name" | "namespace"),
        "SubjectGroup" | "Abstract" => field == "kind",
        // An identifier with markup in it holds all its text there.
        "Identifier" => {
            field == "text" && value.pointer(&format!("{parent}/extra/nodes")).is_some()
        }
        "Dialect" | "Doctype" => true,
        _ => parent.contains("/dialect/"),
    }
}

/// The node that holds the list in which the edit stands; where there is no list, the structure that holds the edit.
fn scope<'p>(path: &'p str, shapes: &Shapes) -> &'p str {
    let mut scope = path;
    while let Some((parent, _)) = scope.rsplit_once('/') {
        scope = parent;
        let is_node = shapes.get(scope).is_some_and(|shape| {
            !shape.is_enum
                && !matches!(
                    shape.name,
                    "Carried" | "Placed" | "Attr" | "Instruction" | "Publication"
                )
        });
        if is_node {
            return scope;
        }
    }
    scope
}

/// The properties below say nothing where no edit is made: most of their cases make one, and each kind occurs.
#[test]
fn most_cases_make_an_edit_and_every_kind_occurs() {
    const CASES: usize = 400;
    let mut runner = TestRunner::deterministic();
    let mut made: BTreeMap<Kind, usize> = BTreeMap::new();
    for _ in 0..CASES {
        let tree = (strategy::article(), dice()).new_tree(&mut runner).unwrap();
        let (article, dice) = tree.current();
        let before = value(&article);
        if let Some((edit, edited)) = edited(&article, dice) {
            let (_, shapes): (Article, _) = learn(&before).unwrap();
            let after = value(&edited);
            is_local(&before, &shapes, &edit, &after).unwrap();
            // What is no change in normal form tests nothing.
            if after != before {
                *made.entry(edit.kind).or_default() += 1;
            }
        }
    }
    println!("MEASURED edits of {CASES} cases: {made:?}");
    let all = [Kind::Text, Kind::Replaced, Kind::Added, Kind::Removed];
    assert!(
        all.iter().all(|kind| made.get(kind) >= Some(&(CASES / 20))),
        "{made:?}"
    );
    assert!(made.values().sum::<usize>() >= CASES / 2, "{made:?}");
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn jats_and_json_hold_an_edit_and_nothing_else_changes(article in strategy::article(), dice in dice()) {
        holds(&article, dice, jats::to_vec, jats::from_slice)?;
        holds(&article, dice, json::to_vec, json::from_slice)?;
    }

    #[test]
    fn an_edit_changes_the_normal_form_in_its_place(article in strategy::article(), dice in dice()) {
        let before = value(&article);
        if let Some((edit, edited)) = edited(&article, dice) {
            let (_, shapes): (Article, _) = learn(&before).unwrap();
            is_local(&before, &shapes, &edit, &value(&edited))?;
        }
    }
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn epub_holds_an_edit_and_nothing_else_changes(article in strategy::article(), dice in dice()) {
        holds(&article, dice, epub::to_vec, epub::from_slice)?;
    }
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn pdf_holds_an_edit_and_nothing_else_changes(article in strategy::article_of(300), dice in dice()) {
        holds(&article, dice, pdf::to_vec, from_tags)?;
    }
}
