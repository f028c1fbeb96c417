//! A page after its clean: what of each element is still in sight.

use crate::judge::context::{Context, running};
use crate::outline::NodeId;
use crate::plan::Plan;
use crate::tag::Tag;
use crate::verdict::Action;

/// Which elements are hidden, and how much the others show.
pub(crate) struct View {
    hidden: Vec<bool>,
    /// Blocks in sight before each block, and one more number for the end.
    blocks: Vec<u32>,
    /// Pictures, frames and controls in sight before each element, and one more number for the end.
    media: Vec<u32>,
}

impl View {
    pub fn of(context: &Context<'_>, plan: &Plan) -> View {
        let page = context.page;
        let mut hidden = vec![false; page.nodes.len()];
        for edit in plan.edits.iter().filter(|e| e.action == Action::Hide) {
            hidden[page.places(edit.ordinal)].fill(true);
        }
        let blocks = context.blocks.iter();
        let blocks = running(blocks.map(|block| u32::from(!hidden[block.node as usize])));
        let nodes = page.nodes.iter().zip(&hidden);
        let media = nodes.map(|(node, hidden)| u32::from(is_media(node.tag) && !hidden));
        let media = running(media);
        View {
            hidden,
            blocks,
            media,
        }
    }

    /// True for an element that is hidden or stands in one that is.
    pub fn is_hidden(&self, id: NodeId) -> bool {
        self.hidden[id as usize]
    }

    /// True for an element of which something is in sight. What the page itself holds back counts too: a menu that
    /// nobody has opened yet is kept.
    pub fn keeps(&self, context: &Context<'_>, id: NodeId) -> bool {
        let whole = matches!(
            context.page.tag(id),
            Tag::Html | Tag::Head | Tag::Body | Tag::Main
        );
        let shows =
            context.held_in_blocks(&self.blocks, id) > 0 || context.held(&self.media, id) > 0;
        !self.is_hidden(id) && (whole || shows)
    }
}

fn is_media(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Img
            | Tag::Picture
            | Tag::Video
            | Tag::Audio
            | Tag::Iframe
            | Tag::Input
            | Tag::Button
            | Tag::Select
            | Tag::Textarea
            | Tag::Canvas
    )
}
