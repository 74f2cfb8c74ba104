//! A generated article edited anywhere, written and read: the edit is there, and nothing else has changed.

use proptest::prelude::*;
use separatum::{Article, epub, jats, json, pdf, strategy};
use serde_json::Value;

use crate::difference::differences;
use crate::edit::{Dice, Edit, Kind, edit};
use crate::schema::{Shapes, learn};
use crate::{Read, Write, cases, from_tags, there_and_back};

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
    let scope = scope(place, shapes);
    for path in differences(before, after) {
        // Which namespaces are declared follows from what the article holds.
        let is_allowed = path.starts_with(scope) || path.starts_with("/source/dialect");
        prop_assert!(
            is_allowed,
            "{:?} at {} changes {path}",
            edit.kind,
            &edit.path
        );
    }
    Ok(())
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
