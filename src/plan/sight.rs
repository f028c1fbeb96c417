//! What stays in sight of a page after its edits: texts, pictures, fields, and what a script may fill.

use std::ops::Range;

use super::edit::{Edit, hides};
use crate::blocks::{Hidden, block_runs};
use crate::chars::holds_any;
use crate::judge::context::{BlockId, Context, Hints};
use crate::judge::{Judgement, Role};
use crate::outline::{Attr, NodeId};
use crate::picture::is_wide;
use crate::squeeze::is_blank;
use crate::tag::Tag;

/// Words of what is no label.
const SHORTEST_TEXT: u32 = 10;

/// How much is in sight before each element.
pub(super) struct Sight(Vec<u32>);

impl Sight {
    /// Of a page with these edits. What the reader is at, `kept`, is in sight.
    pub fn of(
        context: &Context<'_>,
        judgement: &Judgement,
        kept: &[NodeId],
        edits: &[Edit],
    ) -> Sight {
        let page = context.page;
        let mut shown = vec![0u32; page.nodes.len() + 1];
        for at in (0..context.blocks.len()).filter(|&at| !is_hidden_label(context, judgement, at)) {
            for run in block_runs(page, &context.blocks[at]) {
                shown[run.node as usize + 1] |= u32::from(!is_blank(page.run_text(run)));
            }
        }
        for id in 0..page.len() {
            shown[id as usize + 1] |= u32::from(is_thing(context, id));
        }
        for &id in kept.iter().filter(|&&id| id < page.len()) {
            shown[id as usize + 1] = 1;
        }
        for edit in edits.iter().filter(|edit| hides(edit)) {
            let (from, to) = (edit.ordinal, page.node(edit.ordinal).end);
            shown[from as usize + 1..=to as usize].fill(0);
        }
        for at in 1..shown.len() {
            shown[at] += shown[at - 1];
        }
        Sight(shown)
    }

    /// True where nothing of these elements is in sight.
    pub fn is_empty(&self, elements: Range<NodeId>) -> bool {
        let shown = |id: NodeId| self.0[id as usize];
        shown(elements.start) >= shown(elements.end)
    }
}

/// A label that the page itself hides. Its menus open when they are pointed at, its tables when their tab is pressed, and
/// a text once a script has shown it.
fn is_hidden_label(context: &Context<'_>, judgement: &Judgement, at: BlockId) -> bool {
    let block = &context.blocks[at];
    let opens = || {
        block.stats.link_letters > 0 || matches!(context.page.tag(block.node), Tag::Td | Tag::Th)
    };
    let is_label = judgement.parts.roles[at] == Role::Other && block.stats.words < SHORTEST_TEXT;
    match block.hidden {
        Hidden::No => false,
        Hidden::ScreenReader => is_label,
        Hidden::Off => is_label && !opens(),
    }
}

/// What is in sight without a word, or may be once a script has filled it.
fn is_thing(context: &Context<'_>, id: NodeId) -> bool {
    let page = context.page;
    let in_sight = || !context.is_kept_from_sight(id);
    let is_advert = || context.hints[id as usize].has(Hints::ADVERT);
    let is_childless = || page.node(id).end == id + 1;
    use Tag::*;
    let is_drawn = match page.tag(id) {
        // A picture that waits for its place is in a box that the page hides.
        Img => return in_sight() || is_wide(page, id),
        Picture | Video | Audio | Svg | Canvas | Iframe | Object | Embed | Math => true,
        Input | Textarea | Select | Button => true,
        Script => return false,
        Other => is_childless(),
        // A place with a name of its own.
        Div | Section | Span => is_childless() && page.attr(id, Attr::Id).is_some() && !is_advert(),
        _ => false,
    };
    // What a loader has yet to fetch, and a picture that a style draws.
    let is_told = || {
        let style = page.attr(id, Attr::Style);
        let drawn = style.is_some_and(|style| holds_any(style, &["url("]));
        (drawn || page.attr(id, Attr::LazySrc).is_some()) && !is_advert()
    };
    (is_drawn || is_told()) && in_sight()
}
