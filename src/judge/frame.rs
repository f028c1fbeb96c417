//! The site's frame: masthead, menus, footer. Tidy leaves it usable.

use crate::judge::boxes::Bench;
use crate::judge::tokens::Hints;
use crate::outline::{Attr, NO_NODE, NodeId};
use crate::tag::Tag;

/// Which elements belong to the frame.
pub struct Frame {
    inside: Vec<bool>,
    holds: Vec<bool>,
}

impl Frame {
    /// Finds the frame.
    pub fn of(bench: &Bench<'_, '_>) -> Frame {
        let page = bench.context.page;
        let count = page.nodes.len();
        let mut frame = Frame {
            inside: vec![false; count],
            holds: vec![false; count],
        };
        let mut id = 0;
        while id < page.len() {
            if is_frame(bench, id) {
                let end = page.node(id).end;
                frame.inside[id as usize..end as usize].fill(true);
                frame.holds[id as usize] = true;
                id = end;
            } else {
                id += 1;
            }
        }
        for id in (1..count).rev() {
            let parent = page.nodes[id].parent;
            if parent != NO_NODE {
                frame.holds[parent as usize] |= frame.holds[id];
            }
        }
        frame
    }

    /// True for the frame's parts and all they hold.
    pub fn is_inside(&self, id: NodeId) -> bool {
        self.inside[id as usize]
    }

    /// True for elements that are or hold a part of the frame.
    pub fn is_held_by(&self, id: NodeId) -> bool {
        self.holds[id as usize]
    }
}

/// A landmark, or a named menu or bar, that holds nothing of the article and does not stand inside it.
fn is_frame(bench: &Bench<'_, '_>, id: NodeId) -> bool {
    let page = bench.context.page;
    let hints = bench.context.hints[id as usize];
    if bench.mass.top(id) >= 0.5
        || hints.has(Hints(
            Hints::RELATED.0 | Hints::OVERLAY.0 | Hints::CONSENT.0,
        ))
    {
        return false;
    }
    let landmark = matches!(page.tag(id), Tag::Nav | Tag::Header | Tag::Footer)
        || matches!(
            page.attr(id, Attr::Role),
            Some("banner" | "navigation" | "contentinfo")
        );
    let sums = bench.context.sums[id as usize];
    let named = hints.has(Hints(
        Hints::NAVIGATION.0 | Hints::HEADER.0 | Hints::FOOTER.0,
    )) && sums.blocks >= 2
        && sums.prose < 40;
    (landmark || named) && !in_article(bench, id)
}

/// Between headline and end of the body, or in an element that says it is the article.
fn in_article(bench: &Bench<'_, '_>, id: NodeId) -> bool {
    let page = bench.context.page;
    let said = page.ancestors(id).any(|up| {
        matches!(page.tag(up), Tag::Article | Tag::Main)
            || page.attr(up, Attr::Role) == Some("main")
    });
    said || (!bench.is_below_body(id) && !bench.is_above_article(id))
}
