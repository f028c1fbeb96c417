//! What a block can be to the article, and where blocks of a kind stand.

use crate::judge::context::{BlockId, Context};
use crate::outline::NodeId;

/// A block's part in the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Text of the article.
    Body,
    /// The headline.
    Headline,
    /// Who wrote it, and when.
    Byline,
    /// Words under a picture of the article.
    Caption,
    /// Not the article's.
    Other,
}

/// From this probability on a block is body text.
pub const BODY: f32 = 0.5;

/// From the first block of body text to one past the last.
pub(super) fn range_of(roles: &[Role]) -> std::ops::Range<BlockId> {
    let first = roles.iter().position(|r| *r == Role::Body).unwrap_or(0);
    let last = roles
        .iter()
        .rposition(|r| *r == Role::Body)
        .map_or(first, |at| at + 1);
    first..last
}

/// The smallest element around the headline and the body blocks.
pub(super) fn around(context: &Context<'_>, roles: &[Role]) -> NodeId {
    let blocks = context.blocks.iter().zip(roles);
    let own = blocks.filter(|(_, role)| matches!(role, Role::Body | Role::Headline));
    own.map(|(block, _)| block.node)
        .reduce(|held, node| context.page.smallest_around(held, node))
        .unwrap_or(0)
}
