//! White space, rule by rule, until nothing changes.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::read::Item;

/// The blocks of JATS: what stands apart from the line it is written into.
const BLOCKS: &str = "p sec ack app ref-list list list-item def-list def-item fig fig-group table-wrap table-wrap-group table \
    array disp-formula disp-formula-group disp-quote boxed-text statement speech verse-group preformat \
    supplementary-material chem-struct-wrap chem-struct-wrapper";

/// The elements whose text is kept to the letter.
const KEPT: &str = "preformat code tex-math";

/// What NLM 2.x and 3.0 and tables of OASIS without a namespace add to the names of JATS.
const OLD_MIXED: &str = "citation contract-num contract-sponsor grant-num grant-sponsor entry";
const OLD_ELEMENT: &str =
    "custom-meta-wrap floats-wrap gloss-group chem-struct-wrapper tgroup colspec spanspec row";

/// For each element of JATS: true when it may hold text.
static HOLDS_TEXT: LazyLock<BTreeMap<&str, bool>> = LazyLock::new(|| {
    let rows = include_str!("../../data/content.tsv")
        .lines()
        .filter_map(|line| line.split_once('\t'));
    let mut names: BTreeMap<&str, bool> =
        rows.map(|(name, kind)| (name, kind == "mixed")).collect();
    names.extend(OLD_MIXED.split_whitespace().map(|name| (name, true)));
    names.extend(OLD_ELEMENT.split_whitespace().map(|name| (name, false)));
    names
});

/// Applies the rules until nothing changes.
pub(crate) fn settle(mut items: Vec<Item>) -> Vec<Item> {
    loop {
        let next = once(&items);
        if next == items {
            return next;
        }
        items = next;
    }
}

/// What the rules ask of an element.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a question of the rules"
)]
struct Facts {
    block: bool,
    /// Its white space is kept to the letter.
    kept: bool,
    /// It holds elements only.
    elements_only: bool,
    /// White space at its edges is no data.
    bare_edges: bool,
}

fn once(items: &[Item]) -> Vec<Item> {
    let article = match items.first() {
        Some(Item::Open { namespace, .. }) => namespace.as_str(),
        _ => "",
    };
    let facts = facts(items, article);
    let mut out = Vec::with_capacity(items.len());
    // The open elements, as indices of their first items; and the element that has just ended.
    let mut open: Vec<usize> = Vec::new();
    let mut ended: Option<usize> = None;
    for (at, item) in items.iter().enumerate() {
        let mut kept_item = Some(item.clone());
        match item {
            Item::Open { .. } => open.push(at),
            Item::Close => ended = open.pop(),
            Item::Text(text) => {
                let parent = &facts[open.last().expect("text stands in the article")];
                let before = match items.get(at - 1) {
                    Some(Item::Open { .. }) => parent.bare_edges,
                    Some(Item::Close) => facts[&ended.expect("an element has ended")].block,
                    _ => false,
                };
                let after = match items.get(at + 1) {
                    Some(Item::Close) => parent.bare_edges,
                    Some(Item::Open { .. }) => facts[&(at + 1)].block,
                    _ => false,
                };
                kept_item = text_by_the_rules(text, parent, before, after).map(Item::Text);
            }
            Item::Comment(_) | Item::Instruction(..) => {}
        }
        out.extend(kept_item);
    }
    out
}

fn text_by_the_rules(text: &str, parent: &Facts, before: bool, after: bool) -> Option<String> {
    if parent.kept {
        return Some(text.to_owned());
    }
    if parent.elements_only {
        return None;
    }
    let mut one = text.replace(['\t', '\r', '\n'], " ");
    while one.contains("  ") {
        one = one.replace("  ", " ");
    }
    if before && one.starts_with(' ') {
        one.remove(0);
    }
    if after && one.ends_with(' ') {
        one.pop();
    }
    (!one.is_empty()).then_some(one)
}

/// The facts of each element, by the index of its first item.
fn facts(items: &[Item], article: &str) -> BTreeMap<usize, Facts> {
    let mut texts: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
    let mut parents: BTreeMap<usize, Option<usize>> = BTreeMap::new();
    let mut open: Vec<usize> = Vec::new();
    for (at, item) in items.iter().enumerate() {
        match item {
            Item::Open { .. } => {
                parents.insert(at, open.last().copied());
                open.push(at);
            }
            Item::Close => drop(open.pop()),
            Item::Text(text) => texts
                .entry(*open.last().expect("text stands in the article"))
                .or_default()
                .push(text),
            Item::Comment(_) | Item::Instruction(..) => {}
        }
    }
    let mut facts: BTreeMap<usize, Facts> = BTreeMap::new();
    for (at, parent) in parents {
        let texts = texts.get(&at).map_or(&[][..], Vec::as_slice);
        let fact = judge(
            &items[at],
            article,
            parent.map(|parent| &facts[&parent]),
            texts,
        );
        facts.insert(at, fact);
    }
    facts
}

fn judge(item: &Item, article: &str, parent: Option<&Facts>, texts: &[&str]) -> Facts {
    let Item::Open {
        namespace,
        name,
        attributes,
    } = item
    else {
        unreachable!("only elements are judged")
    };
    let jats = namespace == article;
    let among = |names: &str| jats && names.split_whitespace().any(|one| one == name);
    let preserved = attributes.iter().any(|(namespace, name, value)| {
        namespace == "http://www.w3.org/XML/1998/namespace"
            && name == "space"
            && value == "preserve"
    });
    let kept = parent.is_some_and(|parent| parent.kept)
        || among(KEPT)
        || namespace == "http://www.w3.org/1998/Math/MathML"
        || preserved;
    let blank = |text: &&str| text.bytes().all(|byte| b" \t\r\n".contains(&byte));
    let elements_only = match HOLDS_TEXT.get(name.as_str()).filter(|_| jats) {
        Some(true) => false,
        Some(false) => texts.iter().all(blank),
        None => texts
            .iter()
            .all(|text| blank(text) && text.contains(['\r', '\n'])),
    };
    let block = among(BLOCKS);
    Facts {
        block,
        kept,
        elements_only: elements_only && !kept,
        bare_edges: block || parent.is_some_and(|parent| parent.elements_only),
    }
}
