//! What is called comments, a dialog or a notice.

use crate::judge::context::{Context, Hints, is_landmark, running};
use crate::outline::NodeId;
use crate::tag::Tag;

/// Which blocks stand in an element that is called comments or a dialog.
pub(super) fn called_apart(context: &Context<'_>) -> Vec<bool> {
    let page = context.page;
    let mut called = vec![false; context.blocks.len()];
    for id in page.outermost_of_all(|id| {
        (is_comment(context, id) || is_dialog(context, id)) && !is_landmark(page.tag(id))
    }) {
        context.blocks_in(id).for_each(|at| called[at] = true);
    }
    called
}

/// For each element how many comments stand right in it.
pub(super) fn comments(context: &Context<'_>) -> Vec<u32> {
    let page = context.page;
    let mut counts = vec![0; page.nodes.len()];
    for id in 0..page.len() {
        // A broken page has several elements at its top.
        let parent = counts.get_mut(page.node(id).parent as usize);
        if let Some(count) = parent.filter(|_| is_comment(context, id)) {
            *count += u32::from(!context.blocks_in(id).is_empty());
        }
    }
    counts
}

/// How many elements that are called comments and show something stand before each.
pub(super) fn called_comments(context: &Context<'_>) -> Vec<u32> {
    let shows = |id: NodeId| is_comment(context, id) && !context.blocks_in(id).is_empty();
    running((0..context.page.len()).map(|id| u32::from(shows(id))))
}

/// So many elements that are called comments, around a form to write one, are a thread.
pub(super) const SURE_THREAD: u32 = 4;

/// Which blocks stand in a comment rather than in what is called after all of them, by the innermost so called.
pub(super) fn in_one_comment(context: &Context<'_>, called: &[u32]) -> Vec<bool> {
    let page = context.page;
    let mut single = vec![false; page.nodes.len()];
    for id in 0..page.len() {
        single[id as usize] = if is_comment(context, id) {
            context.held(called, id) < SURE_THREAD
        } else {
            page.parent(id).is_some_and(|up| single[up as usize])
        };
    }
    let blocks = context.blocks.iter();
    blocks.map(|block| single[block.inner as usize]).collect()
}

/// Covers the page and is called after consent, or opens over it and after comments: what it explains is often more than
/// the article says.
pub(super) fn is_notice(context: &Context<'_>, id: NodeId) -> bool {
    let hints = context.hints[id as usize];
    (hints.has(Hints::OVERLAY) && hints.has(Hints::CONSENT))
        || (hints.has_all(Hints::DIALOG) && hints.has(Hints::COMMENTS))
}

/// Is a dialog, or called one.
pub(super) fn is_dialog(context: &Context<'_>, id: NodeId) -> bool {
    context.hints[id as usize].has_all(Hints::DIALOG) || context.page.tag(id) == Tag::Dialog
}

/// Is called a comment, or a thread of them.
pub(super) fn is_comment(context: &Context<'_>, id: NodeId) -> bool {
    context.hints[id as usize].has(Hints::READERS)
}
