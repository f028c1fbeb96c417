//! How many pictures a page has before each place.

use super::running;
use crate::outline::{Node, Outline};
use crate::tag::Tag;

/// What a picture stands in is none of its own: `<figure><picture><img>` is one. A figure that is drawn is, and a picture
/// that a script is yet to bring.
pub(super) fn picture_counts(page: &Outline) -> Vec<u32> {
    let taken = |node: &Node| u32::from(matches!(node.tag, Tag::Img | Tag::Video));
    let sums = running(page.nodes.iter().map(taken));
    let mut past = 0;
    let mut drawn = |(id, node): (usize, &Node)| {
        let frames = matches!(node.tag, Tag::Figure | Tag::Picture);
        let found = id >= past && frames && sums[id] == sums[node.end as usize];
        past = if found { node.end as usize } else { past };
        found
    };
    let each = page.nodes.iter().enumerate();
    running(each.map(|(id, node)| taken(node) + u32::from(drawn((id, node)))))
}
