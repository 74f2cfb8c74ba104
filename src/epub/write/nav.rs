//! The navigation document.

use crate::error::Result;
use crate::tree::{Element, Node};
use crate::xhtml::write::Heading;
use crate::xhtml::{OPS, html};

use super::content::{nodes, page};
use super::{ARTICLE, Publication};

/// The navigation document: the contents, and the landmarks.
pub(super) fn document(publication: &Publication) -> Result<String> {
    let contents = publication.words.contents;
    let heading = html("h1")
        .with("id", "toc-title")
        .holding(vec![Node::Text(contents.to_owned())]);
    let list = html("ol").holding(nodes(entries(&tree(&publication.outline))));
    let top = entry(&publication.article_id, &publication.title);
    let inner = if publication.outline.is_empty() {
        Vec::new()
    } else {
        vec![Node::Element(list)]
    };
    let mut item = html("li").holding(vec![Node::Element(top)]);
    item.content.extend(inner);
    let mut toc = html("nav")
        .with("aria-labelledby", "toc-title")
        .with("id", "toc")
        .with("role", "doc-toc");
    toc.set_ns(Some(OPS), "type", "toc");
    toc.content = nodes(vec![heading, html("ol").holding(nodes(vec![item]))]).into();
    page(publication, contents, vec![toc, landmarks(publication)])
}

/// The start of the article, and the references.
fn landmarks(publication: &Publication) -> Element {
    let landmark = |id: &str, text: &str, what: &str| {
        let mut entry = entry(id, text);
        entry.set_ns(Some(OPS), "type", what);
        html("li").holding(vec![Node::Element(entry)])
    };
    let mut items = vec![landmark(
        &publication.article_id,
        &publication.title,
        "bodymatter",
    )];
    let references = publication
        .outline
        .iter()
        .find(|heading| heading.of == "ref-list");
    items.extend(references.map(|heading| landmark(&heading.id, &heading.text, "bibliography")));
    let mut nav = html("nav")
        .with("aria-labelledby", "toc-title")
        .with("hidden", "hidden")
        .with("id", "landmarks");
    nav.set_ns(Some(OPS), "type", "landmarks");
    nav.holding(nodes(vec![html("ol").holding(nodes(items))]))
}

fn entry(id: &str, text: &str) -> Element {
    html("a")
        .with("href", format!("{ARTICLE}#{id}"))
        .holding(vec![Node::Text(text.to_owned())])
}

fn entries(branches: &[Branch<'_>]) -> Vec<Element> {
    branches
        .iter()
        .map(|branch| {
            let mut item = html("li").holding(vec![Node::Element(entry(
                &branch.heading.id,
                &branch.heading.text,
            ))]);
            if !branch.inner.is_empty() {
                let list = html("ol").holding(nodes(entries(&branch.inner)));
                item.content.push(Node::Element(list));
            }
            item
        })
        .collect()
}

/// A heading with those below it.
#[derive(Debug)]
pub(super) struct Branch<'o> {
    /// The heading.
    pub(super) heading: &'o Heading,
    /// Those below it.
    pub(super) inner: Vec<Branch<'o>>,
}

/// The outline as a tree.
pub(super) fn tree(outline: &[Heading]) -> Vec<Branch<'_>> {
    let mut rest = outline;
    let mut out = Vec::new();
    while let Some((heading, after)) = rest.split_first() {
        let below = after
            .iter()
            .take_while(|next| next.level > heading.level)
            .count();
        let (inner, next) = after.split_at_checked(below).unwrap_or((after, &[]));
        out.push(Branch {
            heading,
            inner: tree(inner),
        });
        rest = next;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_become_a_tree() {
        let heading = |level| Heading {
            level,
            id: format!("h{level}"),
            text: "x".to_owned(),
            of: "sec".to_owned(),
        };
        let outline: Vec<_> = [3, 2, 3, 4, 3, 2].into_iter().map(heading).collect();
        let tree = tree(&outline);
        let sizes: Vec<_> = tree.iter().map(|branch| branch.inner.len()).collect();
        assert_eq!(sizes, [0, 2, 0]);
        assert_eq!(tree[1].inner[0].inner.len(), 1);
    }
}
