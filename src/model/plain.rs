//! Plain text of running text and blocks.

use super::block::Block;
use super::datum::DatumKind;
use super::extra::Foreign;
use super::inline::Inline;
use crate::codec::slots::RestField;
use crate::tree::Node;

/// The text of inlines without their markup; comments and instructions have none.
pub(crate) fn inlines(content: &[Inline]) -> String {
    let mut nodes = Vec::new();
    RestField::write(&content.to_vec(), &mut nodes);
    text_of(&nodes)
}

/// The same without labels.
pub(crate) fn unlabelled(content: &[Inline]) -> String {
    let kept: Vec<Inline> = content
        .iter()
        .filter(|inline| !matches!(inline, Inline::Datum(datum) if datum.kind == DatumKind::Label))
        .cloned()
        .collect();
    inlines(&kept).trim().to_owned()
}

/// The text of blocks, one line a block.
pub(crate) fn blocks(content: &[Block]) -> String {
    let lines: Vec<String> = content
        .iter()
        .map(|block| {
            let mut nodes = Vec::new();
            RestField::write(&vec![block.clone()], &mut nodes);
            text_of(&nodes)
        })
        .filter(|line| !line.trim().is_empty())
        .collect();
    lines.join("\n")
}

fn text_of(nodes: &[Node]) -> String {
    nodes
        .iter()
        .map(|node| match node {
            Foreign::Element(element) => element.text(),
            Foreign::Text(text) => text.clone(),
            Foreign::Comment(_) | Foreign::Instruction(_) => String::new(),
        })
        .collect()
}
