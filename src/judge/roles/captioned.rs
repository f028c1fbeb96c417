//! A picture with its caption, and what stands around it.

use super::found::Parts;
use super::role::Role;
use crate::judge::context::{BlockId, Context};
use crate::outline::{NodeId, Outline};
use crate::picture::leads_elsewhere;
use crate::tag::Tag;

/// A picture of the article's.
pub struct Picture {
    /// Its element.
    pub node: NodeId,
    /// The blocks of its caption.
    pub caption: Vec<BlockId>,
}

/// A picture with the caption of its figure, or of the nearest small box that has one.
pub(super) fn picture(context: &Context<'_>, parts: &Parts, id: NodeId) -> Picture {
    let page = context.page;
    let figure = around(page, id, &[Tag::Figure]);
    let holder = figure.or_else(|| {
        page.ancestors(id)
            .take(4)
            .find(|&up| captions(context, parts, up).next().is_some())
    });
    let mut caption: Vec<BlockId> = holder
        .map(|up| captions(context, parts, up).collect())
        .unwrap_or_default();
    // That of a large table or program speaks for itself.
    if caption.is_empty() && page.tag(id) == Tag::Figcaption {
        let own = context.blocks_in(id);
        caption.extend(own.filter(|&at| is_shown_caption(context, parts, at)));
    }
    Picture { node: id, caption }
}

/// The blocks in sight of an element of few blocks that are captions.
pub(super) fn captions<'c>(
    context: &'c Context<'_>,
    parts: &'c Parts,
    id: NodeId,
) -> impl Iterator<Item = BlockId> + 'c {
    let small = context.sums[id as usize].blocks <= 4;
    let blocks = if small { context.blocks_in(id) } else { 0..0 };
    blocks.filter(|&at| is_shown_caption(context, parts, at))
}

fn is_shown_caption(context: &Context<'_>, parts: &Parts, at: BlockId) -> bool {
    parts.roles[at] == Role::Caption && context.blocks[at].is_in_sight()
}

/// The nearest element of these kinds, not far around another.
pub(super) fn around(page: &Outline, id: NodeId, tags: &[Tag]) -> Option<NodeId> {
    let mut near = page.ancestors(id).take(MOST_AROUND);
    near.find(|&up| tags.contains(&page.tag(up)))
}

/// Elements up from a picture to what it stands in.
const MOST_AROUND: usize = 8;

/// A teaser's picture, of this article as it stands in a list; and one that only other programs see.
pub(super) fn is_elsewhere(context: &Context<'_>, id: NodeId) -> bool {
    let page = context.page;
    let mut around = page.ancestors(id).take(MOST_AROUND);
    context.is_kept_from_sight(id)
        || around.any(|up| page.tag(up) == Tag::A && leads_elsewhere(page, up))
}
