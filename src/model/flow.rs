//! Content that mixes running text and blocks: a JATS paragraph may hold a list or a figure.

use serde::{Deserialize, Serialize};

use super::block::Block;
use super::inline::Inline;

/// A piece of running text or a block: what a paragraph or a table cell holds.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Flow {
    /// Running text.
    Inline(Inline),
    /// A block in the middle of it.
    Block(Block),
}

impl<T: Into<Inline>> From<T> for Flow {
    fn from(inline: T) -> Self {
        Self::Inline(inline.into())
    }
}

impl From<Block> for Flow {
    fn from(block: Block) -> Self {
        Self::Block(block)
    }
}
