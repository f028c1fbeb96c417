//! Where an element stands to the article.

use super::parts::Parts;
use crate::judge::context::Context;
use crate::outline::NodeId;

impl Parts {
    /// True where the article is over before `id` begins.
    pub fn is_below_body(&self, context: &Context<'_>, id: NodeId) -> bool {
        let last = self.range.end.checked_sub(1).map(|at| &context.blocks[at]);
        !self.range.is_empty()
            && last.is_some_and(|block| context.page.node(id).runs.0 >= block.runs.1)
    }

    /// True where an element ends before the article begins.
    pub fn is_above_article(&self, context: &Context<'_>, id: NodeId) -> bool {
        let first = self.range.clone().next().map(|at| &context.blocks[at]);
        first.is_some_and(|block| context.page.node(id).runs.1 <= block.runs.0)
    }
}
