//! The article as found on the page, and where an element stands to it.

use std::ops::Range;

use super::role::Role;
use crate::judge::context::{BlockId, Context};
use crate::outline::NodeId;

/// The article as found on the page.
pub struct Parts {
    /// One for each block.
    pub roles: Vec<Role>,
    /// The headline's block: the one above the body, else the page's.
    pub headline: Option<BlockId>,
    /// The first block of the article, headline included, and one past the last.
    pub range: Range<BlockId>,
    /// The smallest element that holds all of `range`.
    pub root: NodeId,
    /// Words of the body.
    pub words: u32,
}

impl Parts {
    /// The first block of the article and the last of its body.
    pub fn ends(&self) -> Option<(BlockId, BlockId)> {
        (!self.range.is_empty()).then(|| (self.range.start, self.range.end - 1))
    }

    /// The runs of text from the headline to the end of the body.
    pub fn runs(&self, context: &Context<'_>) -> Option<Range<u32>> {
        let runs = |at: BlockId| context.blocks[at].runs;
        self.ends().map(|(first, last)| runs(first).0..runs(last).1)
    }

    /// True for an element between the headline and the end of the body; of blocks that came later, in the article's
    /// element.
    pub fn is_amid(&self, context: &Context<'_>, id: NodeId) -> bool {
        match self.runs(context) {
            Some(runs) => runs.contains(&context.page.node(id).runs.0),
            None => self.root != 0 && context.page.contains(self.root, id),
        }
    }

    /// True where the article is over before `id` begins.
    pub fn is_below_body(&self, context: &Context<'_>, id: NodeId) -> bool {
        self.runs(context)
            .is_some_and(|runs| context.page.node(id).runs.0 >= runs.end)
    }

    /// True where an element ends before the article begins.
    pub fn is_above_article(&self, context: &Context<'_>, id: NodeId) -> bool {
        self.runs(context)
            .is_some_and(|runs| context.page.node(id).runs.1 <= runs.start)
    }
}
