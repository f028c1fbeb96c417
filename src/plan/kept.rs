//! What the reader is at stays, with all around it: a focused field, a dialog they opened, a form with their words.

use crate::judge::context::Context;
use crate::outline::NodeId;
use crate::verdict::{Action, Verdict};

/// Takes back every verdict, a rule's too, that would hide an element of `kept`, something in it, or something around
/// it. The block that would have gone stays whole: half a form is of no use. `order` goes outermost first.
pub(super) fn spare(context: &Context<'_>, kept: &[NodeId], order: &mut Vec<&Verdict>) {
    let page = context.page;
    let mut kept: Vec<NodeId> = kept.iter().copied().filter(|&id| id < page.len()).collect();
    if kept.is_empty() {
        return;
    }
    kept.sort_unstable();
    let mut stays = vec![false; page.nodes.len()];
    let stay = |stays: &mut Vec<bool>, id: NodeId| {
        if !stays[id as usize] {
            stays[page.places(id)].fill(true);
        }
    };
    kept.iter().for_each(|&id| stay(&mut stays, id));
    order.retain(|verdict| {
        let id = verdict.node;
        if verdict.action != Action::Hide {
            return true;
        }
        if page.holds_any(id, &kept) {
            stay(&mut stays, id);
        }
        !stays[id as usize]
    });
}
