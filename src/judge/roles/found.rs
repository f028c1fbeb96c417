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

    /// True for an element between the headline and the end of the body; of blocks that came later, in the article's
    /// element.
    pub fn is_amid(&self, context: &Context<'_>, id: NodeId) -> bool {
        let place = context.page.node(id).runs.0;
        match self.ends() {
            Some((first, last)) => {
                place >= context.blocks[first].runs.0 && place < context.blocks[last].runs.1
            }
            None => self.root != 0 && context.page.contains(self.root, id),
        }
    }

    /// True where the article is over before `id` begins.
    pub fn is_below_body(&self, context: &Context<'_>, id: NodeId) -> bool {
        let past = |(_, last): (_, BlockId)| context.blocks[last].runs.1;
        self.ends()
            .is_some_and(|ends| context.page.node(id).runs.0 >= past(ends))
    }

    /// True where an element ends before the article begins.
    pub fn is_above_article(&self, context: &Context<'_>, id: NodeId) -> bool {
        let begin = |(first, _): (BlockId, _)| context.blocks[first].runs.0;
        self.ends()
            .is_some_and(|ends| context.page.node(id).runs.1 <= begin(ends))
    }
}
